"""Who is introduced in an article: full names with the titles in front of them and the appositions beside them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import finite_verbs, singular_of
from provenance.extraction.beside_names import (
    affiliation_behind,
    apposition_before,
    apposition_behind,
    said_to_be,
    sits_in_parliament,
    title_before,
)
from provenance.extraction.candidacies import hold_or_seek_office
from provenance.extraction.capacities import (
    Capacity,
    capacity_of,
    capacity_of_word,
    capacity_told,
    names_an_office,
    ranked,
    role_heads,
    side_of,
)
from provenance.extraction.genders import tell_genders
from provenance.extraction.named_bodies import bodies_in, is_body
from provenance.extraction.people import GENERATIONS, People, Person, bare_name
from provenance.language.lexicon import cue_forms, nouns, read_lexicon, roles, states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.claim import NameMention
from provenance.model.text import Span

_LONG_TITLES: dict[str, str] = read_lexicon("en")["sources"]["person"]["abbreviated"]
_KEPT = frozenset(roles("kept_titles"))
_TITLE_WORDS = words("sources", "person", "title_words")
_BODY_WORDS = words("sources", "body", "heads") | words("sources", "media", "heads")
_PREPOSITIONS = words("grammar", "prepositions")
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_LOCATIVES = words("grammar", "locatives")
_NEAR = 6
_start = attrgetter("start")
_NO_NAMES = finite_verbs() | frozenset(low for kind in ("naming", "tell", "assert") for form in cue_forms(kind) for low in form[:1])
"""Words that a name in a headline does not hold, capitals or not: "Erdogan Says Russians"."""

_INVERTED = finite_verbs() - words("grammar", "finite")
"""Verbs that may stand in front of their subject at the head of a sentence."""


def people_of(tokens: Sequence[list[Token]], names: Sequence[list[NameMention]], headlines: Collection[int] = ()) -> People:
    """Everybody whom the sentences introduce by name, with titles before the name and appositions behind or before it.

    `headlines` are the numbers of the sentences that are headlines. These are read last: where all words have capitals, names
    run into verbs.
    """
    people = People(common=frozenset([t.low for sentence in tokens for t in sentence if t.is_word and not t.is_capital]))
    whole = frozenset(mention.name for found in names for mention in found if " " in mention.name)
    located = Counter(
        place
        for number in sorted(range(len(tokens)), key=lambda number: number in headlines)
        for place in _introduce_all(people, tokens[number], names[number], whole, headline=number in headlines)
    )
    people.forget(lambda person: person.capacity is None and 2 * located[id(person)] > len(person.mentions))
    shouted = [Span(tokens[number][0].start, tokens[number][-1].end) for number in headlines if tokens[number]]
    if len(shouted) < sum(map(bool, tokens)):  # of whom the text itself says nothing, nobody can tell that it is a person
        people.forget(lambda person: all(any(span.contains(mention) for span in shouted) for mention in person.mentions))
    for person in people.by_name.values():
        person.mentions.sort(key=lambda mention: mention.start)
    _several_titled(people, tokens)
    people.add_first_words()
    places = [people.places_in(sentence) for sentence in tokens]
    hold_or_seek_office(people, tokens, places, headlines)
    tell_genders(people, tokens, places)
    people.unnamed.update(role for sentence in tokens for role in _roles_without_name(sentence))
    for number, sentence in enumerate(tokens):
        people.bodies.update(bodies_in(sentence, tokens[number + 1] if number + 1 < len(tokens) else []))
    people.bodies = {name for name in people.bodies if not _is_somebody(people.by_name.get(name))}
    return people


def _is_somebody(person: Person | None) -> bool:
    """Whether the article tells of a name that it is a person's: a spokesman speaks for people as well as for bodies."""
    return person is not None and (person.capacity is not None or person.gender is not None)


def _roles_without_name(sentence: list[Token]) -> Iterator[str]:
    """The roles in which a sentence brings in somebody without a name: "a federal judge said", but not "X, a judge"."""
    for at in [at for at, token in enumerate(sentence) if token.low in _INDEFINITE]:
        if at and sentence[at - 1].text in (",", "–", "—", "-"):
            continue
        end = at + 1
        while end < len(sentence) and end - at < _NEAR and sentence[end].is_word and sentence[end].low not in _PREPOSITIONS:
            end += 1
        last = next((k for k in range(end - 1, at, -1) if capacity_of_word(sentence[k].low) is not None), None)
        named = last is not None and last + 1 < len(sentence) and sentence[last + 1].is_capital
        if last is not None and not named and not (at and sentence[at - 1].low in ("is", "was", "as", "become", "became")):
            yield sentence[last].low


def _introduce_all(
    people: People, sentence: list[Token], mentions: list[NameMention], whole: Collection[str], *, headline: bool
) -> Iterator[int]:
    """Take the mentions of a sentence, and say of whom one stands like a place ("in New Hampshire"), as object ids."""
    for mention in mentions:
        at = bisect_left(sentence, mention.span.start, key=_start)
        if at == len(sentence) or sentence[at].start != mention.span.start:
            continue
        end = at
        while end < len(sentence) and sentence[end].start < mention.span.end:
            end += 1
        if not headline or not any(t.low in _NO_NAMES for t in sentence[at:end]):
            person = _introduce(people, sentence, at, end, mention, whole, headline=headline)
            if person is not None and at and sentence[at - 1].low in _LOCATIVES:
                yield id(person)


def _several_titled(people: People, tokens: Sequence[list[Token]]) -> None:
    """`Senators A and B`: the plural title is everybody's."""
    for sentence in tokens:
        for at, token in enumerate(sentence):
            if at > 2 and token.is_capital and sentence[at - 1].low == "and" and _several_in_office(sentence, at - 2):
                person = people.by_name.get(bare_name(token.text))
                if person is not None and person.capacity is None:
                    person.capacity = Capacity.OFFICIAL


def _several_in_office(sentence: list[Token], at: int) -> bool:
    """Whether the name that ends here follows a plural title: "ministers Hakan Fidan"."""
    while at > 0 and sentence[at].is_capital:
        at -= 1
    low = sentence[at].low
    return singular_of(low) != low and capacity_of_word(low) is Capacity.OFFICIAL


def _introduce(
    people: People, sentence: list[Token], at: int, end: int, mention: NameMention, whole: Collection[str], *, headline: bool
) -> Person | None:
    """Take one mention of a name: a last name alone, and any name of a headline that ends like a known one, is the known one's."""
    known = people.by_name.get(bare_name(mention.name.split()[-1]))
    meant = known.name if known is not None and " " in known.name and (headline or " " not in mention.name) else None
    office, name = _without_office(meant or mention.full or mention.name)
    parts = name.split()
    if at == 0 and len(parts) > 2 and parts[0].lower() in _INVERTED:
        parts = parts[1:]  # "Said Hakan Fidan"
        name = " ".join(parts)
    shorter = next((k for k in range(len(parts) - 2, 0, -1) if " ".join(parts[k:]) in whole), None)
    if shorter is not None:  # "Telling Hakan Fidan", where Hakan Fidan is named elsewhere
        office, parts = (*office, *(part.lower() for part in parts[:shorter])), parts[shorter:]
        name = " ".join(parts)
    if (
        len(parts) > 2
        and at > 1
        and sentence[at - 1].low in ("for", "of")
        and parts[0].lower() in _TITLE_WORDS
        and capacity_of([sentence[at - 2].low])
    ):
        office, name = (*office, sentence[at - 2].low), " ".join(parts[1:])  # "Minister for Housing Darragh O'Brien"
    if at and " " not in name and sentence[at - 1].is_capital and is_body(f"{sentence[at - 1].text} {name}"):
        return None  # "the General Staff"
    if " " not in name and at == 0 and name.endswith("ing") and end < len(sentence) and sentence[end].text == ",":
        return None  # "Prosecuting, the lawyer said …"
    if at and sentence[at - 1].low.endswith("-based"):
        return None  # "its owner, Athens-based Minerva Marine"
    key = fold(name)
    states = states_by_name()
    if key in states or key in states_by_demonym() or _is_no_person(name):
        return None
    told = [
        group
        for group in (
            ["lawmaker"] if sits_in_parliament(sentence, end) else [],
            list(office),
            title_before(sentence, at),
            apposition_behind(sentence, end),
            affiliation_behind(sentence, next((k for k in range(at + 2, end) if sentence[k].low == "of"), end)),
            apposition_before(sentence, at),
            said_to_be(sentence, end),
        )
        if group
    ]
    capacity = ranked(capacity_told(tuple(group)) for group in told)
    person = people.by_name.get(key)
    if person is None:
        if capacity is None and (" " not in name or (at and sentence[at - 1].low == "the")):
            return None  # nobody is called "the Red Crescent"
        person = people.add(name, key)
    person.mentions.append(mention.span)
    _describe(person, told, capacity)
    return person


@lru_cache(maxsize=16384)
def _is_no_person(name: str) -> bool:
    """Whether the capitals are an office's, a body's or a people's: "Foreign Minister", "General Motors", "Most Millennials"."""
    parts = [fold(part) for part in name.split()]
    place = len(parts) > 1 and (parts[-1] in nouns("no_names") or parts[0] in nouns("opens_place"))
    nobody = parts[-1] in nouns("communities") or place
    return names_an_office(parts) or nobody or is_body(name)


def _describe(person: Person, told: list[list[str]], capacity: Capacity | None) -> None:
    """Keep what the titles and appositions of one mention tell of the person."""
    for group in told:
        person.described.update(low.removesuffix("'s") for low in group)
        person.roles.update(
            _LONG_TITLES.get(low, low) for low in (singular_of(head.rstrip(".")) for head in role_heads(group) if singular_of(head) == head)
        )
        person.side = person.side or side_of(group)
    if capacity is not None and person.capacity is not Capacity.OFFICIAL:
        person.capacity = capacity if person.capacity is None or capacity is Capacity.OFFICIAL else person.capacity


@lru_cache(maxsize=65536)
def _without_office(name: str) -> tuple[tuple[str, ...], str]:
    """The office that a name carries in front, and the name: `Tampa Mayor Jane Castor` is Jane Castor, a mayor.

    Of two words the title stays where the rest is a given name or no person's ("Pope Francis", "General Motors").
    """
    parts = name.split()
    place = next((k for k, part in enumerate(parts) if k > 1 and part in ("of", "for")), len(parts))
    if place < len(parts) and not any(fold(part) in _BODY_WORDS for part in parts[:place]):
        parts = parts[:place]  # "Hakan Fidan of Turkey", "Hakan Fidan of the University of Ankara"
    while len(parts) > 2 and parts[-1].rstrip(".,").lower() in GENERATIONS:
        parts = parts[:-1]
    name = " ".join(parts).rstrip(",")
    last = next((k for k in range(len(parts) - 2, -1, -1) if capacity_of([fold(parts[k]).rstrip(".")]) is not None), None)
    if last is None or (last == len(parts) - 2 and fold(parts[last]) in _KEPT):
        return (), name
    return tuple(part.lower().rstrip(".") for part in parts[: last + 1]), " ".join(parts[last + 1 :])
