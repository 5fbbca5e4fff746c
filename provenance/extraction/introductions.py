"""Who is introduced in an article: full names with the titles in front of them and the appositions beside them."""

from functools import lru_cache

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import singular_of
from provenance.extraction.capacities import Capacity, capacity_of, capacity_of_word, side_of
from provenance.extraction.named_bodies import bodies_in, is_body
from provenance.extraction.people import People, bare_name
from provenance.language.lexicon import read_lexicon, states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.claim import NameMention

_RUNS = words("sources", "person", "runs")
_RUNNING = words("sources", "person", "running")
_ELECTION = words("sources", "person", "election")
_LONG_TITLES: dict[str, str] = read_lexicon("en")["sources"]["person"]["abbreviated"]
_KEPT = words("sources", "person", "kept_titles")
_TITLE_WORDS = words("sources", "person", "title_words")
_ABBREVIATED = words("sources", "person", "official") | words("sources", "person", "expert")
_BODY_WORDS = words("sources", "body", "heads") | words("sources", "media", "heads")
_GENERATIONS = frozenset({"Jr", "Sr", "II", "III", "IV"})


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
        people.bodies.update(bodies_in(sentence, tokens[number + 1] if number + 1 < len(tokens) else []))
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
            person = people.by_name.get(bare_name(token.text))
            if person is not None and person.capacity is None:
                person.capacity = Capacity.OFFICIAL


def _several_in_office(sentence: list[Token], at: int) -> bool:
    """Whether the name that ends here follows a plural title: "senators Ted Cruz"."""
    while at > 0 and sentence[at].is_capital:
        at -= 1
    low = sentence[at].low
    return singular_of(low) != low and capacity_of_word(low) is Capacity.OFFICIAL


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
    if key in states or key in states_by_demonym() or capacity_of([fold(name.split()[-1])]) is not None or is_body(name):
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
    person.roles.update(role for role in roles if capacity_of_word(role) is not None)
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
    if place < len(parts) and not any(fold(part) in _BODY_WORDS for part in parts):
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
