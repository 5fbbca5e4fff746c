"""Who is introduced in an article: full names with the office or trade that the text gives them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import singular_of
from provenance.language.lexicon import phrases, read_lexicon, states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.claim import NameMention
from provenance.model.text import Span

_OFFICIAL = words("sources", "person", "official")
_EXPERT = words("sources", "person", "expert")
_OTHER = words("sources", "person", "other")
_EXPERT_ENDINGS = phrases("sources", "person", "expert_endings")
_SPOKES = words("sources", "person", "spokes")
_RUN_BY = words("sources", "person", "run_by")
_PARTY = words("sources", "person", "party")
_ATTORNEYS = words("sources", "person", "attorneys")
_HEADS_OF = words("sources", "person", "heads_of")
_LEARNED = words("sources", "person", "learned")
_RUNS = words("sources", "person", "runs")
_RUNNING = words("sources", "person", "running")
_ELECTION = words("sources", "person", "election")
_LONG_TITLES: dict[str, str] = read_lexicon("en")["sources"]["person"]["abbreviated"]
_KEPT = words("sources", "person", "kept_titles")
_TITLE_WORDS = words("sources", "person", "title_words")
_ABBREVIATED = words("sources", "person", "official") | words("sources", "person", "expert")
_NOT_NAMES = (
    words("grammar", "determiners")
    | words("grammar", "openers")
    | words("grammar", "prepositions")
    | {"he", "she", "it", "they", "we", "i"}
)
_BUSINESS_NOUNS = words("sources", "body", "business_nouns")
_CALLED = words("sources", "body", "for_profit")
_SAID = words("sources", "body", "announced") | {"said", "says"}
_ANNOUNCED = words("sources", "body", "announced")
_BODIES = words("sources", "body", "heads") | words("sources", "media", "heads")


_ELSEWHERE = words("grammar", "prepositions") - {"of", "for"} | {"close", "familiar", "briefed", "who", "which"}


_GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})


class Capacity(StrEnum):
    """In what capacity a named person appears."""

    OFFICIAL = "official"
    EXPERT = "expert"
    OTHER = "other"


@dataclass(slots=True)
class Person:
    """Somebody with a name: the fullest name, what the text says they are, where it says so, and their side."""

    name: str
    mentions: list[Span] = field(default_factory=list)
    capacity: Capacity | None = None
    side: str | None = None
    roles: set[str] = field(default_factory=set)
    """The role words that the text gives them: `minister`, `analyst`."""
    described: set[str] = field(default_factory=set)
    """Every word of their titles and appositions: `interior` and `minister`."""


@dataclass(slots=True)
class People:
    """The persons of an article, found by any of their names."""

    by_name: dict[str, Person] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    """Names, folded, that the text treats as a company's or body's: "Boeing, which", "a spokesman for Boeing", "AFAD"."""

    def add(self, name: str, key: str) -> Person:
        """A person new to the article, under the full name, the last word of it and the last two."""
        person = self.by_name[key] = Person(name)
        parts = name.split()
        if len(parts) > 1:
            last = fold(parts[-1])
            held = self.by_name.get(last)
            if held is None or " " not in held.name:
                self.by_name[last] = person
            if len(parts) > 2 and "-" not in last:
                self.by_name.setdefault(fold(" ".join(parts[-2:])), person)
        return person

    def add_first_words(self) -> None:
        """Let the first word of a name stand for it where it is nobody else's: family names stand first in China, Korea and Vietnam."""
        first: dict[str, set[str]] = {}
        for person in self.by_name.values():
            if " " in person.name:
                first.setdefault(fold(person.name.split()[0]), set()).add(person.name)
        for word, full in first.items():
            if len(full) == 1 and word not in self.by_name and word not in states_by_demonym() and word not in states_by_name():
                self.by_name[word] = self.by_name[fold(next(iter(full)))]

    def find(self, name: str) -> Person | None:
        """The person of this name, full or last, whatever its case or accents."""
        return self.by_name.get(fold(name).removesuffix("'s"))

    def in_role(self, role: str, side: str | None, told: frozenset[str] = frozenset()) -> Person | None:
        """The one person whom the text gives this role, on this side and with these words where any are asked for; None of several."""
        fitting = {id(p): p for p in self.by_name.values() if role in p.roles and (side is None or p.side == side) and told <= p.described}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def named_in(self, tokens: list[Token]) -> Person | None:
        """The first known person whose name stands among the words, the longest name first."""
        if not self.by_name or not any(t.is_capital for t in tokens):
            return None
        low = [_bare(t.text) for t in tokens]
        for length in (5, 4, 3, 2, 1):
            for at in range(len(low) - length + 1):
                if not tokens[at].is_capital and not low[at].startswith(_PARTICLES):
                    continue
                person = self.by_name.get(" ".join(low[at : at + length]))
                if person is not None:
                    return person
        return None


_PARTICLES = ("al-", "el-", "bin", "de", "van", "von")


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("’s")


@lru_cache(maxsize=65536)
def _capacity_of_word(low: str) -> Capacity | None:
    found: Capacity | None = None
    for part in (low, *low.split("-")):
        word = singular_of(part.removesuffix("'s"))
        if word in _OFFICIAL:
            return Capacity.OFFICIAL
        if word in _EXPERT or (len(word) > 6 and word.endswith(_EXPERT_ENDINGS)):
            found = found or Capacity.EXPERT
        elif word in _OTHER:
            found = found or Capacity.OTHER
    return found


def capacity_of(lows: Iterable[str]) -> Capacity | None:
    """The capacity that role words give: an office before a trade, a trade before a party, and of several trades the first.

    Who heads a house of learning or advice is an expert.
    """
    lows = tuple(lows)
    found: Capacity | None = None
    party = False
    for low in lows:
        if low.removesuffix("s") in _PARTY:
            party = True
            continue
        if low == "attorney" and not _ATTORNEYS.isdisjoint(lows):
            return Capacity.OFFICIAL
        capacity = _capacity_of_word(low)
        if capacity is Capacity.OFFICIAL:
            return Capacity.EXPERT if low in _HEADS_OF and not _LEARNED.isdisjoint(lows) else capacity
        found = found or capacity
    return found or (Capacity.OFFICIAL if party else None)


def side_of(lows: list[str]) -> str | None:
    """The state that the words place somebody with: by demonym ("a Turkish official") or by name ("Turkey's")."""
    demonyms, names = states_by_demonym(), states_by_name()
    for at, low in enumerate(lows):
        if at > 0 and low in _ELSEWHERE:
            return None  # "an expert on Syria", "sources close to the Turkish army": what follows is no side of theirs
        bare = low.removesuffix("'s")
        pair = f"{bare} {lows[at + 1].removesuffix(chr(39) + 's')}" if at + 1 < len(lows) else bare
        state = demonyms.get(pair) or names.get(pair) or demonyms.get(bare) or names.get(bare)
        if state:
            return state
    return None


def people_of(tokens: list[list[Token]], names: list[list[NameMention]]) -> People:
    """Everybody whom the sentences introduce by name, with titles before the name and appositions behind or before it."""
    people = People()
    for sentence, mentions in zip(tokens, names, strict=True):
        starts = {t.start: k for k, t in enumerate(sentence)}
        for mention in mentions:
            at = starts.get(mention.span.start)
            if at is None:
                continue
            end = at
            while end < len(sentence) and sentence[end].start < mention.span.end:
                end += 1
            _introduce(people, sentence, at, end, mention)
    _run_for_office(people, tokens)
    people.add_first_words()
    for number, sentence in enumerate(tokens):
        people.bodies.update(_bodies_in(sentence, tokens[number + 1] if number + 1 < len(tokens) else []))
    return people


def _run_for_office(people: People, tokens: list[list[Token]]) -> None:
    """`The Obama administration`, `Clinton's campaign` where an election is told of, `senators A and B`."""
    election = any(t.low in _ELECTION for sentence in tokens for t in sentence)
    for sentence in tokens:
        for at, token in enumerate(sentence):
            if not token.is_capital or at + 1 >= len(sentence):
                continue
            behind = [t.low for t in sentence[at + 1 : at + 3]]
            runs = (
                behind[0] in _RUNS
                or not _RUNNING.isdisjoint(t.low for t in sentence[at + 1 : at + 4])
                or (token.low.endswith("'s") and len(behind) > 1 and behind[1] in _RUNS)
            )
            joined = at > 2 and sentence[at - 1].low == "and" and _several_in_office(sentence, at - 2)
            if not (joined or (runs and (election or "administration" in behind))):
                continue
            person = people.by_name.get(_bare(token.text))
            if person is not None and person.capacity is None:
                person.capacity = Capacity.OFFICIAL


def _several_in_office(sentence: list[Token], at: int) -> bool:
    """Whether the name that ends here follows a plural title: "senators Ted Cruz"."""
    while at > 0 and sentence[at].is_capital:
        at -= 1
    low = sentence[at].low
    return singular_of(low) != low and _capacity_of_word(low) is Capacity.OFFICIAL


def _introduce(people: People, sentence: list[Token], at: int, end: int, mention: NameMention) -> None:
    office, name = _without_office(mention.full or mention.name)
    parts = name.split()
    if (
        len(parts) > 2
        and at > 1
        and sentence[at - 1].low in ("for", "of")
        and parts[0].lower() in _TITLE_WORDS
        and capacity_of([sentence[at - 2].low])
    ):
        office, name = (*office, sentence[at - 2].low), " ".join(parts[1:])  # "Minister for Housing Darragh O'Brien"
    key = fold(name)
    states = states_by_name()
    if key in states or key in states_by_demonym() or capacity_of([fold(name.split()[-1])]) is not None or _is_body(name):
        return
    elected = ["lawmaker"] if _sits_in_parliament(sentence, end) else []
    described = [*elected, *office, *_title_before(sentence, at), *_apposition_behind(sentence, end), *_apposition_before(sentence, at)]
    capacity = capacity_of(described)
    person = people.by_name.get(key)
    if person is None:
        if capacity is None and " " not in name:
            return
        person = people.add(name, key)
    person.mentions.append(mention.span)
    person.described.update(low.removesuffix("'s") for low in described)
    roles = (_LONG_TITLES.get(low, low) for low in (singular_of(d.removesuffix("'s").rstrip(".")) for d in described))
    person.roles.update(role for role in roles if _capacity_of_word(role) is not None)
    if capacity is not None and person.capacity is not Capacity.OFFICIAL:
        person.capacity = capacity if person.capacity is None or capacity is Capacity.OFFICIAL else person.capacity
    person.side = person.side or side_of(described)


@lru_cache(maxsize=65536)
def _without_office(name: str) -> tuple[tuple[str, ...], str]:
    """The office that a name carries in front, and the name: `Tampa Mayor Jane Castor` is Jane Castor, a mayor.

    Of two words the title stays where the rest is a given name or no person's ("Pope Francis", "General Motors").
    """
    parts = name.split()
    place = next((k for k, part in enumerate(parts) if k > 1 and part in ("of", "for")), len(parts))
    if place < len(parts) and not any(fold(part) in _BODIES for part in parts):
        parts = parts[:place]  # "Marco Rubio of Florida"
    while len(parts) > 2 and parts[-1].rstrip(".,") in _GENERATIONS:
        parts = parts[:-1]
    name = " ".join(parts).rstrip(",")
    last = next((k for k in range(len(parts) - 2, -1, -1) if capacity_of([fold(parts[k]).rstrip(".")]) is not None), None)
    if last is None or (last == len(parts) - 2 and fold(parts[last]) in _KEPT):
        return (), name
    return tuple(part.lower().rstrip(".") for part in parts[: last + 1]), " ".join(parts[last + 1 :])


def _sits_in_parliament(sentence: list[Token], end: int) -> bool:
    """`Lamar Alexander (R-Tenn.)`: party and seat in brackets behind the name."""
    if end + 1 >= len(sentence) or sentence[end].text != "(":
        return False
    party = sentence[end + 1].text
    return len(party) > 2 and party[0] in "RDI" and party[1] in "-–" and party[2].isupper()


def _bodies_in(sentence: list[Token], following: list[Token]) -> Iterator[str]:
    """Names that are a body's by what stands around them, or by their capitals in a sentence that has other letters."""
    shouted = not any(t.text[0].islower() for t in sentence if t.is_word)
    for at, token in enumerate(sentence):
        if not token.is_capital or token.low in _NOT_NAMES:
            continue
        if token.text.isupper() and len(token.text) > 2 and token.text.isalpha() and not shouted:
            yield _bare(token.text)
        if (at + 1 < len(sentence) and sentence[at + 1].is_capital) or not _is_treated_as_body(sentence, at, following):
            continue
        first = at
        while first > 0 and sentence[first - 1].is_capital and sentence[first - 1].low not in _NOT_NAMES:
            first -= 1
        yield " ".join(_bare(t.text) for t in sentence[first : at + 1])


def _is_treated_as_body(sentence: list[Token], at: int, following: list[Token]) -> bool:
    token, behind = sentence[at], sentence[at + 1 : at + 7]
    lows = [t.low for t in behind]
    spoken_for = at > 1 and sentence[at - 1].low == "for" and sentence[at - 2].low in _SPOKES
    if lows[:2] == [",", "which"] or spoken_for:
        return True
    if token.low.endswith("'s"):
        return len(lows) > 1 and lows[0] in _RUN_BY and f"{lows[0]} {lows[1]}" in _RUN_BY
    if lows[:1] and lows[0] in _BUSINESS_NOUNS:
        return True  # "Apple shares"
    verb = next((k for k, low in enumerate(lows[:3]) if low in _SAID), None)
    if verb is None:
        return False
    if lows[verb + 1 : verb + 2] == ["its"] or (verb + 2 < len(lows) and lows[verb + 1] == "that" and lows[verb + 2] == "its"):
        return True  # "Apple said its sales …"
    if lows[verb] in _ANNOUNCED and any(low in _BUSINESS_NOUNS for low in lows[verb + 1 :]):
        return True  # "Apple reported quarterly revenue"
    opens = at == 0 or all(t.is_capital for t in sentence[:at])
    return opens and [t.low for t in following[:1]] == ["the"] and len(following) > 1 and following[1].low in _CALLED


def _is_body(name: str) -> bool:
    """Whether the name is an institution's: one of its words says so, or it is all initials."""
    low = fold(name)
    return name.isupper() or low in words("sources", "body", "names") or any(word in _BODIES for word in low.split())


def _title_before(sentence: list[Token], at: int) -> list[str]:
    """The office or trade that stands right in front of a name; what a body's spokesman speaks for is no name of his."""
    first = at
    while first > 0 and at - first < 6:
        token = sentence[first - 1]
        low = token.low.removesuffix("'s")
        if token.text == "." and first > 1 and sentence[first - 2].low in _ABBREVIATED and sentence[first - 2].end == token.start:
            first -= 1  # "Gov. Ron DeSantis"
            continue
        if not token.is_word or not (
            capacity_of([low]) is not None or token.is_capital or low in states_by_demonym() or low in _TITLE_WORDS
        ):
            break
        first -= 1
    lows = [t.low for t in sentence[first:at] if t.is_word]
    if not lows or lows[-1] in ("of", "for"):
        return []
    return lows if capacity_of(lows[-2:]) is not None else []


def _apposition_behind(sentence: list[Token], end: int) -> list[str]:
    if end >= len(sentence) or sentence[end].text != ",":
        return []
    inner = _until_mark(sentence, end + 1)
    if not inner:
        return []
    if (
        inner[0].low in ("a", "an", "the", "his", "her", "its", "their", "who", "one")
        or capacity_of([t.low for t in inner[:3]]) is not None
        or inner[0].low.endswith("'s")
    ):
        lows = [t.low for t in inner]
        past = next((k for k, low in enumerate(lows) if k and low in ("who", "whose")), len(lows))
        return lows[:past]  # what somebody did before is no capacity of theirs
    return []


def _apposition_before(sentence: list[Token], at: int) -> list[str]:
    if at < 2 or sentence[at - 1].text != ",":
        return []
    first = at - 1
    while first > 0 and sentence[first - 1].text not in ',.;:—"”“' and at - first < 16:
        first -= 1
    inner = [t.low for t in sentence[first : at - 1]]
    if (
        inner
        and (inner[0] in ("the", "a", "an", "its", "his", "her", "their") or inner[0].endswith("'s") or inner[0] in states_by_demonym())
        and capacity_of(inner) is not None
    ):
        return inner
    return []


def _until_mark(sentence: list[Token], at: int) -> list[Token]:
    end = at
    while end < len(sentence) and end - at < 24 and sentence[end].text not in ',.;:—"”“':
        end += 1
    return sentence[at:end]
