"""Which claims share enough rare terms with others: counted on the index alone, before any claim is read."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select
from sqlalchemy.sql import Select

from provenance.model.filing import WEEK_MARK, Sought, filed
from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.search import findable

_TELLING = "~#"  # how names and numbers among the terms begin
_SHORT, _A_QUESTION = 500, 4
_MANY = 5000
"""Counting the claims under a term stops here: beyond, it is merely one of the commonest."""

_BEHIND = chr(ord(WEEK_MARK) + 1)
_term, _claim = t.claim_term.c.term, t.claim_term.c.claim
_IN_WEEKS = _term.in_(bindparam("filed", expanding=True))
_WHENEVER = or_(_term == bindparam("term"), (_term >= bindparam("first")) & (_term < bindparam("behind")))


def sharing(connection: Connection, wanted: Iterable[Sought], least: float, unnamed: float) -> set[int]:
    """The numbers of claims filed under terms sought, of a week that is, whose weights together reach `least`, or under a lasting term.

    Where no name or number is among the terms it takes `unnamed`. The commonest terms of each, as long as they cannot reach it by
    themselves, only confirm what the others propose (prefix filtering, Chaudhuri, Ganti and Kaushik, ICDE 2006): so the cost follows the
    rare terms, and no claim is lost. What is sought of weeks that overlap is looked up together, so that no term is looked up twice: some
    are found that are of a week of another.
    """
    told = list(wanted)
    found = _under(connection, {term for sought in told for term in sought.lasting})
    for several in [*_eras([sought for sought in told if sought.weeks]), [sought for sought in told if not sought.weeks]]:
        found |= _sharing(connection, several, least, unnamed)
    return found


def _eras(dated: Iterable[Sought]) -> list[list[Sought]]:
    """What is sought, by weeks that hang together."""
    eras: list[tuple[set[int], list[Sought]]] = []
    for sought in dated:
        touching = [era for era in eras if not era[0].isdisjoint(sought.weeks)]
        eras = [era for era in eras if era[0].isdisjoint(sought.weeks)]
        weeks = set(sought.weeks).union(*(era[0] for era in touching))
        eras.append((weeks, [*(each for era in touching for each in era[1]), sought]))
    return [several for _, several in eras]


def _under(connection: Connection, lasting: Collection[str]) -> set[int]:
    found: set[int] = set()
    for batch in batches(sorted(map(findable, lasting))):
        found.update(connection.execute(select(_claim).where(_IN_WEEKS), {"filed": batch}).scalars())
    return found


def _sharing(connection: Connection, wanted: Collection[Sought], least: float, unnamed: float) -> set[int]:
    told = [{findable(term): weight for term, weight in sought.terms.items()} for sought in wanted]
    index = _Index(connection, {term for terms in told for term in terms}, {week for sought in wanted for week in sought.weeks})
    found: set[int] = set()
    for terms in told:
        telling = {term for term in terms if term[0] in _TELLING}
        if all(index.held[term] < _SHORT for term in terms):
            found |= _adding_up(index, terms, least, unnamed)
            continue
        if telling:
            found |= _reaching(index, terms, least, telling)
        if unnamed > least or not telling:
            found |= _reaching(index, terms, unnamed, None)
    return found


def _adding_up(index: "_Index", terms: Mapping[str, float], least: float, unnamed: float) -> set[int]:
    """The claims whose terms reach enough, where few are filed under each."""
    reached: dict[int, float] = defaultdict(float)
    named: set[int] = set()
    for term, weight in terms.items():
        for number in index.under(term):
            reached[number] += weight
        if term[0] in _TELLING:
            named |= index.under(term)
    return {number for number, weight in reached.items() if weight >= (least if number in named else unnamed)}


def _reaching(index: "_Index", terms: Mapping[str, float], least: float, among: Collection[str] | None) -> set[int]:
    """The claims whose terms reach so much, at least one of them `among` these, where that is given."""
    rare, common = _parted(terms, index.held, least)
    if among is not None and sum(index.held[term] for term in among) < sum(index.held[term] for term in rare):
        rare, common = list(among), [term for term in terms if term not in among]
    reached: dict[int, float] = defaultdict(float)
    told: set[int] = set()
    for term in rare:
        for number in index.under(term):
            reached[number] += terms[term]
        if among is not None and term in among:
            told |= index.under(term)
    rest = sum(terms[term] for term in common)
    for term in sorted(common, key=lambda each: index.held[each]):
        open_ = {number for number, weight in reached.items() if weight + rest >= least}
        inside = index.among(term, open_)
        for number in inside:
            reached[number] += terms[term]
        if among is not None and term in among:
            told |= inside
        rest -= terms[term]
    return {number for number, weight in reached.items() if weight >= least and (among is None or number in told)}


class _Index:
    """What is filed under some terms, in some weeks or in none, each looked up once."""

    def __init__(self, connection: Connection, terms: Iterable[str], weeks: Collection[int]) -> None:
        self._connection = connection
        self._places = {term: [term, *(findable(filed(term, week)) for week in sorted(weeks))] for term in sorted(terms)} if weeks else {}
        self._under: dict[str, frozenset[int]] = {}
        self.held = self._counts() if weeks else {term: self._count(term) for term in sorted(terms)}
        if weeks:
            self._read([term for term, count in self.held.items() if count < _SHORT])

    def _counts(self) -> dict[str, int]:
        """How many claims stand under each term, those that tell of several of the weeks once for each."""
        counted = dict.fromkeys(self._places, 0)
        for batch in batches(place for places in self._places.values() for place in places):
            found = self._connection.execute(select(_term, func.count()).where(_IN_WEEKS).group_by(_term), {"filed": batch})
            for place, count in found:
                counted[place.partition(WEEK_MARK)[0]] += count
        return counted

    def _read(self, terms: Iterable[str]) -> None:
        """Read all claims under these terms at once."""
        lists: dict[str, list[int]] = {term: [] for term in terms}
        for batch in batches(place for term in lists for place in self._places[term]):
            for place, number in self._connection.execute(select(_term, _claim).where(_IN_WEEKS), {"filed": batch}):
                lists[place.partition(WEEK_MARK)[0]].append(number)
        self._under.update((term, frozenset(numbers)) for term, numbers in lists.items())

    def _ask(self, asked: Select[Any], term: str, **more: object) -> list[int]:
        places: dict[str, object] = (
            {"filed": self._places[term]} if self._places else {"term": term, "first": term + WEEK_MARK, "behind": term + _BEHIND}
        )
        return list(self._connection.execute(asked, {**places, **more}).scalars())

    def _standing(self) -> Select[Any]:
        return select(_claim).where(_IN_WEEKS if self._places else _WHENEVER)

    def _count(self, term: str) -> int:
        """How many claims stand under a term in any week, as far as it matters; a short list is kept at once."""
        first = self._ask(self._standing().limit(_SHORT), term)
        if len(first) < _SHORT:
            self._under[term] = frozenset(first)
            return len(first)
        return self._ask(select(func.count()).select_from(self._standing().limit(_MANY).subquery()), term)[0]

    def under(self, term: str) -> frozenset[int]:
        """All claims under a term."""
        if term not in self._under:
            self._under[term] = frozenset(self._ask(self._standing(), term))
        return self._under[term]

    def among(self, term: str, numbers: Collection[int]) -> frozenset[int]:
        """Those of some claims that stand under a term; a short list is read whole, which is cheaper than many questions."""
        if not numbers:
            return frozenset()
        if term in self._under or self.held[term] < _A_QUESTION * len(numbers):
            return self.under(term).intersection(numbers)
        there = self._standing().where(_claim.in_(bindparam("numbers", expanding=True)))
        return frozenset(number for batch in batches(sorted(numbers)) for number in self._ask(there, term, numbers=batch))


def _parted(terms: Mapping[str, float], held: Mapping[str, int], least: float) -> tuple[list[str], list[str]]:
    """The terms by which to search, and the commonest ones, which together weigh less than `least`."""
    order = sorted(terms, key=lambda term: (-held[term], term))
    weight, place = 0.0, 0
    while place < len(order) and weight + terms[order[place]] < least:
        weight += terms[order[place]]
        place += 1
    return order[place:], order[:place]
