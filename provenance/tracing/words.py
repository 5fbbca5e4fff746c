"""Words made comparable: stems, irregular forms, words that mean the same in news, and how rare each is in general."""

import math
import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
# Endings by the least number of letters that must stay in front of them; the longest that fits is cut.
_ENDINGS = {
    4: "isations izations isation ization ational ations ation itions ition ities ility ements ement ments ment ingly ness "
    "ising izing ises izes ised ized ise ize ings ions ion edly ally ers ors ity ive er or ly al",
    3: "ies ied ing ed es s e y",
}
_LONGEST_FIRST = sorted(
    ((ending, least) for least, endings in _ENDINGS.items() for ending in endings.split()), key=lambda pair: (-len(pair[0]), pair[0])
)

_WHOLE = {"s": ("ss", "us", "is"), "ly": ("ply",)}
"""By ending what it does not stand apart from: `crisis`, `supply`."""


@cache
def tracing_words() -> dict[str, Any]:
    """The words and thresholds of `tracing.toml`."""
    return tomllib.loads((_HERE / "tracing.toml").read_text(encoding="utf-8"))


@cache
def cue(kind: str) -> frozenset[str]:
    """A word list of `tracing.toml` under `[cues]`."""
    return frozenset(tracing_words()["cues"][kind])


@cache
def threshold(name: str) -> float:
    """A figure of `tracing.toml` under `[thresholds]`."""
    return float(tracing_words()["thresholds"][name])


@cache
def opposites() -> tuple[tuple[str, str], ...]:
    """Pairs of stems that mean the opposite."""
    pairs = [*tracing_words()["opposites"], *tracing_words()["turns"]]
    return tuple((stem(one), stem(other)) for one, other in pairs if stem(one) != stem(other))


@cache
def turns() -> frozenset[tuple[str, str]]:
    """Those of the opposites of which one can follow the other: what opened can close later."""
    return frozenset((stem(one), stem(other)) for one, other in tracing_words()["turns"])


@cache
def turning_words() -> frozenset[str]:
    """All stems that have an opposite."""
    return frozenset(word for pair in opposites() for word in pair)


@cache
def same_claim_weights() -> dict[str, float]:
    """Log-odds for each feature of a pair, learned ones and those set by hand, with the start value under `start`."""
    learned = tomllib.loads((_HERE / "same_claim.toml").read_text(encoding="utf-8"))["same_claim"]
    return {name: float(weight) for name, weight in {**learned, **tracing_words()["same_claim_by_hand"]}.items()}


@cache
def _irregular() -> dict[str, str]:
    return {form: base for base, forms in tracing_words()["irregular"].items() for form in forms}


def is_past(low: str) -> bool:
    """Whether a small-letter word has the form of a past tense or participle: `ran`, `shot`, `resumed`."""
    return (low.endswith("ed") and len(low) > 4) or (low in _irregular() and low not in cue("irregular_plurals"))


@cache
def _class_of() -> dict[str, str]:
    return {_bare_stem(word): _bare_stem(words[0]) for words in tracing_words()["same_in_news"] for word in words}


def _bare_stem(word: str) -> str:
    base = _irregular().get(word, word)
    for ending, least in _LONGEST_FIRST:
        if base.endswith(ending) and len(base) - len(ending) >= least and not base.endswith(_WHOLE.get(ending, ())):
            base = base[: -len(ending)]
            break
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "lse":
        base = base[:-1]
    return base[:-1] if base.endswith("y") and len(base) > 3 else base  # `denying` is what `denied` and `deny` are


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """A small-letter word cut to what its forms share, and led to one word where several mean the same in news reports."""
    base = _bare_stem(word)
    return _class_of().get(base, base)


@cache
def _background() -> tuple[dict[str, float], float]:
    counts: dict[str, int] = {}
    total = 1
    for line in (_HERE / "background.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            total = int(re.findall(r"of (\d+)", line)[0])
        else:
            word, _, count = line.partition("\t")
            counts[word] = int(count)
    return {word: math.log(total / count) for word, count in counts.items()}, math.log(total / 10)


def is_common(stemmed: str) -> bool:
    """Whether a stem is one of a common word: the table of rarities holds no names."""
    return stemmed in _background()[0]


def rarity(stemmed: str) -> float:
    """How rare a stem is in news in general, in nats: the log of all sentences over those that hold it; 8 for what is unknown.

    A fixed table, so that what a claim weighs does not depend on what else lies in the archive (Spärck Jones 1972).
    """
    table, unknown = _background()
    return table.get(stemmed, unknown)


_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W_]+(?:[’'][^\W_]+)*", re.UNICODE)
_ENDING = re.compile(r"(?:['’]s?|['’])$")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[tuple[int, str], ...]:
    """The words of a text with where each begins; hyphened words in their parts, possessive endings cut off, spelling as published."""
    return tuple([(match.start(), _ENDING.sub("", match.group())) for match in _WORD.finditer(text)])
