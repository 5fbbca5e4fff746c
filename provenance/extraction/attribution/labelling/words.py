"""Words as the labeller sees them: classes and shapes for names, the word itself only where it is frequent and no name."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple, overload

from provenance.extraction.attribution.wording import person_heads, singular_of
from provenance.language.lexicon import cue_forms, states_by_demonym, states_by_name, words
from provenance.language.remembered import Remembered
from provenance.model.text import Span

_WORD = re.compile(
    r"(?=[A-Z])(?:[A-Z]\.(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Rev|St|Jr|Sr|No|Prof|Capt|Sgt)\.)|vs\."
    r"|[^\W_]++(?:(?:[.,][0-9]++)++|(?:[-–&][^\W_]++)*+)|[’'](?:s|re|ve|ll|d|m)\b|''|``|\.\.\.|\S"
)
_KINDS = ("speech", "tell", "assert", "deny", "accuse", "demand", "belief", "document", "relay", "stance")
_STRONG = frozenset({"c:speech", "c:tell", "c:assert"})


class Word(NamedTuple):
    """A word or mark with its place; clitics such as ’s stand alone."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What the labeller knows of a word wherever it stands. All words of which it knows the same share one, told apart by identity."""

    own: str
    """The word in lower case where it is in the vocabulary, else its shape."""
    shape: str
    classes: str
    """The lexicon's classes, joined; the shape where it has none."""
    features: tuple[str, ...]
    near: tuple[str, ...]
    """What it tells of itself and of the words beside it: its features and its clusters."""
    farther: tuple[str, ...]
    """What it tells of the words behind those beside it."""
    strong: bool
    """Whether it can be a cue of speech."""
    cue: bool
    """Whether it can be a cue of any kind."""
    according: bool
    """Whether it opens "according to"."""


class Words(Sequence[Word]):
    """The words and marks of a stretch of text, in order."""

    def __init__(self, text: str, span: Span) -> None:
        self._found = list(_WORD.finditer(text, span.start, span.end))
        self.texts = [found[0] for found in self._found]
        """The words and marks without their places."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self.texts)

    def place(self, first: int, end: int) -> Span:
        """Where the words from `first` to before `end` stand."""
        return Span(self._found[first].start(), self._found[end - 1].end())

    @overload
    def __getitem__(self, at: int) -> Word: ...
    @overload
    def __getitem__(self, at: slice) -> list[Word]: ...
    def __getitem__(self, at: int | slice) -> Word | list[Word]:
        """One of them, or several, with their places."""
        if isinstance(at, slice):
            return [Word(found[0], found.start(), found.end()) for found in self._found[at]]
        return Word(self.texts[at], self._found[at].start(), self._found[at].end())


def shape(word: str) -> str:
    """The outline of a word: `Xx` for a capital, `XX` for capitals, `9` for digits; a mark is itself."""
    if not word.isalpha():
        if word.isdigit():
            return "9"
        if any(c.isdigit() for c in word):
            return "a9"
        if not word[0].isalnum():
            return word[:2]
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    return "Xx" if word[0].isupper() else "x"


@cache
def vocabulary() -> dict[str, tuple[int, int]]:
    """The frequent words that are no names, each with its coarse and its fine distributional cluster."""
    raw: dict[str, list[int]] = json.loads(files(__name__.rpartition(".")[0]).joinpath("vocabulary.json").read_text(encoding="utf-8"))
    return {word: (coarse, fine) for word, (coarse, fine) in raw.items()}


def _kind_of(word: str) -> Kind:
    low = word.lower().replace("’", "'")
    endings = (f"x3={low[-3:]}", f"x2={low[-2:]}") if word[0].isalpha() and word[0].islower() and len(low) > 4 else ()
    return _kind(low if low in vocabulary() else None, shape(word), endings, _classes().get(low, ()), low == "according")


KINDS = Remembered(_kind_of, 60_000)
"""Everything the labeller knows of a word out of context."""


@lru_cache(maxsize=30_000)
def _kind(known: str | None, outline: str, endings: tuple[str, ...], classes: tuple[str, ...], according: bool) -> Kind:
    own = f"w={known or '?' + outline}"
    listed = tuple([f"l={c}" for c in classes])
    features = (own, f"s={outline}", *endings, *listed)
    clusters = tuple([f"k{size}={cluster}" for size, cluster in zip("ab", vocabulary()[known], strict=True)]) if known is not None else ()
    return Kind(
        own=own,
        shape=f"s={outline}",
        classes="|".join(classes) or f"s={outline}",
        features=features,
        near=(*features, *clusters),
        farther=(own, f"s={outline}", *listed, *clusters[:1]),
        strong=any(c in _STRONG for c in classes),
        cue=any(c.startswith("c:") for c in classes),
        according=according,
    )


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}

    def add(names: Iterable[str], kind: str) -> None:
        for name in names:
            found.setdefault(name, set()).add(kind)

    for kind in _KINDS:
        for form in cue_forms(kind):
            add([form[0]], f"c:{kind}" if len(form) == 1 else f"c1:{kind}")
    for word in person_heads():
        one = singular_of(word)
        for kind in ("official", "expert", "other", "insider", "spokes"):
            if one in words("sources", "person", kind):
                add([word], f"h:{kind}:{'s' if one == word else 'p'}")
    for kind in ("body", "media", "document", "vague"):
        add(words("sources", kind, "heads"), f"h:{kind}")
    add(words("sources", "body", "names"), "h:bodyname")
    add(states_by_name(), "g:state")
    add(states_by_demonym(), "g:people")
    for kind in ("determiners", "auxiliaries", "prepositions", "clause_openers", "conjunctions", "openers", "finite", "weekdays", "months"):
        add(words("grammar", kind), f"f:{kind[:4]}")
    add(words("hearsay", "adverbs") | words("inference", "adverbs"), "hearsay")
    add(("i", "you", "he", "she", "it", "we", "they"), "pronoun")
    add(("his", "her", "its", "their", "my", "our", "your"), "possessive")
    add(("mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "sen.", "rep.", "gov.", "gen."), "title")
    return {word: tuple(sorted(kinds)) for word, kinds in found.items()}


def forget() -> None:
    """Let go of what was read from the vocabulary, after a new one was written."""
    KINDS.clear()
    for remembered in (vocabulary, _kind):
        remembered.cache_clear()
