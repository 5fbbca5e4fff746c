"""Who is introduced in an article: full names with the office or trade that the text gives them."""

from dataclasses import dataclass, field
from enum import StrEnum

from provenance.extraction.attribution.wording import singular_of
from provenance.extraction.attribution.tokens import Token
from provenance.language.lexicon import states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.claim import NameMention
from provenance.model.text import Span

_OFFICIAL = words("sources", "person", "official")
_EXPERT = words("sources", "person", "expert")
_OTHER = words("sources", "person", "other")
_BODIES = words("sources", "body", "heads") | words("sources", "media", "heads")


_ELSEWHERE = words("grammar", "prepositions") - {"of", "for"} | {"close", "familiar", "briefed", "who", "which"}


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


@dataclass(slots=True)
class People:
    """The persons of an article, found by any of their names."""

    by_name: dict[str, Person] = field(default_factory=dict)

    def find(self, name: str) -> Person | None:
        """The person of this name, full or last, whatever its case or accents."""
        return self.by_name.get(fold(name).removesuffix("'s"))

    def named_in(self, tokens: list[Token]) -> Person | None:
        """The first known person whose name stands among the words, the longest name first."""
        low = [fold(t.text).removesuffix("'s").removesuffix("’s") for t in tokens]
        for length in (5, 4, 3, 2, 1):
            for at in range(len(low) - length + 1):
                if not tokens[at].is_capital and not low[at].startswith(("al-", "el-", "bin", "de", "van", "von")):
                    continue
                person = self.by_name.get(" ".join(low[at : at + length]))
                if person is not None:
                    return person
        return None


def capacity_of(lows: list[str]) -> Capacity | None:
    """The capacity that role words give; an expert's trade goes before the office that it also names."""
    found: Capacity | None = None
    for low in lows:
        for part in (low, *low.split("-")):
            word = singular_of(part.removesuffix("'s"))
            if word in _OFFICIAL:
                return Capacity.OFFICIAL
            if word in _EXPERT:
                found = found or Capacity.EXPERT
            elif word in _OTHER:
                found = found or Capacity.OTHER
    return found


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


def people_of(text: str, tokens: list[list[Token]], names: list[list[NameMention]]) -> People:
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
            _introduce(people, text, sentence, at, end, mention)
    return people


def _introduce(people: People, text: str, sentence: list[Token], at: int, end: int, mention: NameMention) -> None:
    described = _title_before(sentence, at) + _apposition_behind(sentence, end) + _apposition_before(sentence, at)
    name = mention.full or mention.name
    key = fold(name)
    states = states_by_name()
    if key in states or key in states_by_demonym() or capacity_of([fold(name.split()[-1])]) is not None or _is_body(name):
        return
    person = people.by_name.get(key)
    if person is None:
        capacity = capacity_of(described)
        parts = name.split()
        if capacity is None and len(parts) == 1:
            return
        person = Person(name)
        people.by_name[key] = person
        if len(parts) > 1:
            last = fold(parts[-1])
            held = people.by_name.get(last)
            if held is None or len(held.name.split()) == 1:
                people.by_name[last] = person
            if len(parts) > 2 and "-" not in last:
                people.by_name.setdefault(fold(" ".join(parts[-2:])), person)
    person.mentions.append(mention.span)
    capacity = capacity_of(described)
    if capacity is not None and person.capacity is not Capacity.OFFICIAL:
        person.capacity = capacity if person.capacity is None or capacity is Capacity.OFFICIAL else person.capacity
    person.side = person.side or side_of(described)


def _is_body(name: str) -> bool:
    """Whether the name is an institution's: one of its words says so, or it is all initials."""
    low = fold(name)
    return name.isupper() or low in words("sources", "body", "names") or any(word in _BODIES for word in low.split())


def _title_before(sentence: list[Token], at: int) -> list[str]:
    first = at
    while first > 0 and at - first < 6 and sentence[first - 1].is_word and not sentence[first - 1].low.endswith(("said", "told")):
        low = sentence[first - 1].low.removesuffix("'s")
        role = capacity_of([low]) is not None
        if not role and not (sentence[first - 1].is_capital or low in states_by_demonym()) and low not in ("of", "for", "the", "state", "prime", "foreign", "defense", "defence", "former", "top", "senior", "chief", "deputy", "military", "political"):
            break
        first -= 1
    lows = [t.low for t in sentence[first:at]]
    return lows if capacity_of(lows[-2:]) is not None else []


def _apposition_behind(sentence: list[Token], end: int) -> list[str]:
    if end >= len(sentence) or sentence[end].text != ",":
        return []
    inner = _until_mark(sentence, end + 1)
    if not inner:
        return []
    if inner[0].low in ("a", "an", "the", "his", "her", "its", "their", "who", "one") or capacity_of([t.low for t in inner[:3]]) is not None or inner[0].low.endswith("'s"):
        return [t.low for t in inner]
    return []


def _apposition_before(sentence: list[Token], at: int) -> list[str]:
    if at < 2 or sentence[at - 1].text != ",":
        return []
    first = at - 1
    while first > 0 and sentence[first - 1].text not in ",.;:—\"”“" and at - first < 16:
        first -= 1
    inner = [t.low for t in sentence[first : at - 1]]
    if inner and (inner[0] in ("the", "a", "an", "its", "his", "her", "their") or inner[0].endswith("'s") or inner[0] in states_by_demonym()) and capacity_of(inner) is not None:
        return inner
    return []


def _until_mark(sentence: list[Token], at: int) -> list[Token]:
    end = at
    while end < len(sentence) and end - at < 24 and sentence[end].text not in ",.;:—\"”“":
        end += 1
    return sentence[at:end]
