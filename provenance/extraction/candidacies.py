"""Who holds an office or seeks one, where the article names them without a title and tells it by the words around the name."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import finite_verbs, singular_of
from provenance.extraction.capacities import Capacity, capacity_of_word
from provenance.extraction.people import Named, People, Person, gender_of
from provenance.language.lexicon import read_lexicon, roles, words

_NO_TRADE = frozenset(roles("no_trade"))
_OWN = frozenset({"his", "her"})
_REACH = 3
"""Words behind a name, or behind "his", among which what somebody has may stand: "Erdogan's presidential campaign"."""
_PREPOSITIONS = words("grammar", "prepositions")
_BEFORE_SUBJECT = words("grammar", "clause_openers") | words("grammar", "conjunctions") | {",", "“", '"'}


@cache
def _told_by(kind: str) -> frozenset[str]:
    return frozenset(read_lexicon("candidacies")["words"][kind])


@cache
def _weight(kind: str) -> int:
    return int(read_lexicon("candidacies")["weights"][kind])


@cache
def _least(kind: str) -> int:
    return int(read_lexicon("candidacies")["thresholds"][kind])


@dataclass(slots=True)
class _Case:
    """What speaks for it that somebody is an official: summed weights, and with whom they are named side by side."""

    weight: int = 0
    rules: bool = False
    beside: list[Person] = field(default_factory=list)


def hold_or_seek_office(
    people: People, sentences: Sequence[list[Token]], places: Sequence[list[Named]], headlines: Collection[int] = ()
) -> None:
    """Make officials of those of whom the article tells that they rule, or that they run for an office.

    `places` are those where each sentence names somebody, `headlines` the numbers of the sentences that are headlines.
    """
    cases: dict[int, _Case] = defaultdict(_Case)
    last: Person | None = None
    for number, (sentence, named) in enumerate(zip(sentences, places, strict=True)):
        for one in named:
            _around(cases[id(one.person)], sentence, one)
            if number in headlines:
                cases[id(one.person)].weight += _weight("headline") if _is_unexplained(one.person) else 0
        for left, right in pairwise(named):
            if left.person is not right.person and _joined(sentence, left, right):
                cases[id(left.person)].beside.append(right.person)
                cases[id(right.person)].beside.append(left.person)
        for person, weight in _without_name(people, sentence, named, last):
            cases[id(person)].weight += weight
        last = named[0].person if named else last
    election = _told_by("election")
    _decide(people, cases, election=sum(t.low in election for s in sentences for t in s) >= _least("election"))


def _decide(people: People, cases: dict[int, _Case], *, election: bool) -> None:
    open_cases = {id(p): p for p in people.by_name.values() if p.capacity is not Capacity.OFFICIAL and id(p) in cases}
    for key, person in open_cases.items():
        case = cases[key]
        if case.rules or (election and case.weight >= _needed(person)):
            person.capacity = Capacity.OFFICIAL
    for key, person in open_cases.items() if election else ():
        beside = sum(other.capacity is Capacity.OFFICIAL for other in cases[key].beside)
        if _is_unexplained(person) and cases[key].weight + beside * _weight("beside") >= _needed(person):
            person.capacity = Capacity.OFFICIAL


def _needed(person: Person) -> int:
    return _least("introduced" if person.capacity is not None and not person.roles <= _NO_TRADE else "unintroduced")


def _is_unexplained(person: Person) -> bool:
    return person.capacity is None and not any(word.isdigit() for word in person.described)


def _around(case: _Case, sentence: list[Token], named: Named) -> None:
    """What the words right before and behind a name tell."""
    behind = [t.low for t in sentence[named.end : named.end + _REACH + 1]]
    marked = bool(behind) and behind[0] in "'’"
    owns = marked or sentence[named.end - 1].low.endswith("'s")
    behind = behind[1:] if marked else behind
    if behind and behind[0] in _told_by("holds"):
        case.rules = True
    had = next((k for k, low in enumerate(behind[: _REACH if owns else 2]) if low in _told_by("runs")), None)
    if had is not None and all(low[0].isalpha() and low not in finite_verbs() for low in behind[:had]):
        case.weight += _weight("runs")
    for low in behind[:2]:
        case.weight += _weight("campaigns") if low in _told_by("campaigns") else _weight("contends") if low in _told_by("contends") else 0
    told = behind[2:] if behind[:2] == [",", "who"] else ["is", *behind[2:]] if behind[:2] == [",", "who's"] else behind
    if " ".join(told[:2]) in _told_by("running"):
        case.weight += _weight("campaigns")
    ahead = [t.low for t in sentence[max(0, named.first - 2) : named.first]]
    if (ahead[-1:] and ahead[-1] in _told_by("chosen")) or (ahead[-1:] == ["for"] and ahead[0] in _told_by("chosen_for")):
        case.weight += _weight("chosen")
    elif len(ahead) > 1 and ahead[1] in ("of", "for", "to") and ahead[0] in _told_by("favoured"):
        case.weight += _weight("favoured")
    elif ahead[-1:] and ahead[-1] in _told_by("opposed"):
        case.weight += _weight("opposed")


def _joined(sentence: list[Token], left: Named, right: Named) -> bool:
    """Whether two names stand side by side: "Putin and Erdogan", "Putin, Erdogan"."""
    between = [t.low for t in sentence[left.end : right.first]]
    return between in (["and"], ["or"], [","], [",", "and"], ["vs", "."])


def _without_name(people: People, sentence: list[Token], named: list[Named], last: Person | None) -> Iterator[tuple[Person, int]]:
    """What a pronoun or a description tells of somebody: the only one named so far in the sentence, else the first one of the last."""
    if not named and last is None:
        return
    lows, signs = [t.low for t in sentence], _signs()
    for at, low in enumerate(lows):
        if low not in signs:
            continue
        if low in _OWN:
            kind = "own" if any(had.removesuffix("'s") in _told_by("own") for had in lows[at + 1 : at + 1 + _REACH]) else None
        elif low == "the" and (at == 0 or lows[at - 1] in _BEFORE_SUBJECT):
            kind = "described"
        else:
            kind = "in_office" if " ".join(lows[at : at + 2]) in _told_by("in_office") else None
        if kind is None:
            continue
        before = {id(n.person): n.person for n in named if n.end <= at and _can_own(n.person, low)}
        if not before:  # "In his bid for the presidency, Erdogan": the name follows
            who = named[0].person if named and sentence[0].low in _PREPOSITIONS else last
        else:
            who = next(iter(before.values())) if len(before) == 1 else None
        if who is not None and (kind != "described" or _describes(people, who, sentence, at)):
            yield who, _weight(kind)


@cache
def _signs() -> frozenset[str]:
    """The words one of which begins everything by which somebody without a name is told of."""
    return _OWN | {"the"} | {phrase.split()[0] for phrase in _told_by("in_office")}


def _can_own(person: Person, pronoun: str) -> bool:
    """Whether `his` or `her` can be somebody's, as far as the given name tells."""
    gender = gender_of((person.name.split()[0].lower(),)) if pronoun in _OWN else None
    return gender is None or gender == ("he" if pronoun == "his" else "she")


def _describes(people: People, who: Person, sentence: list[Token], at: int) -> bool:
    """Whether `the` opens a description in the subject's place that gives an office, and one that nobody else holds here."""
    end = next((k for k in range(at + 1, min(len(sentence), at + 8)) if sentence[k].low in finite_verbs() or not sentence[k].is_word), None)
    if end is None or end - at < 2:
        return False
    head = sentence[end - 1].low
    if singular_of(head) != head or capacity_of_word(head) is not Capacity.OFFICIAL:
        return False
    return not any(head in p.roles for p in people.by_name.values() if p is not who)
