"""Which claims share enough rare terms with others: counted on the index alone, before any claim is read."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.search import findable

_MANY = 5000
"""Counting the claims under a term stops here: beyond, it is merely one of the commonest."""


def sharing(connection: Connection, wanted: Iterable[Mapping[str, float]], least: float) -> set[int]:
    """The numbers of claims stored under terms of one of the wanted claims whose weights together reach `least`.

    The commonest terms of each, as long as they cannot reach it by themselves, only confirm what the others propose (prefix filtering,
    Chaudhuri, Ganti and Kaushik, ICDE 2006): so the cost follows the rare terms, and no claim is lost.
    """
    told = [{findable(term): weight for term, weight in terms.items()} for terms in wanted]
    held = {term: _held(connection, term) for term in sorted({term for terms in told for term in terms})}
    roads: dict[str, frozenset[int]] = {}
    found: set[int] = set()
    for terms in told:
        rare, common = _parted(terms, held, least)
        reached: dict[int, float] = defaultdict(float)
        for term in rare:
            if term not in roads:
                roads[term] = _under(connection, term)
            for number in roads[term]:
                reached[number] += terms[term]
        rest = sum(terms[term] for term in common)
        open_ = [number for number, weight in reached.items() if weight < least <= weight + rest]
        for term in common:
            for number in _among(connection, term, open_):
                reached[number] += terms[term]
        found.update(number for number, weight in reached.items() if weight >= least)
    return found


def _parted(terms: Mapping[str, float], held: Mapping[str, int], least: float) -> tuple[list[str], list[str]]:
    """The terms by which to search, and the commonest ones, which together weigh less than `least`."""
    order = sorted(terms, key=lambda term: (-held[term], term))
    weight, place = 0.0, 0
    while place < len(order) and weight + terms[order[place]] < least:
        weight += terms[order[place]]
        place += 1
    return order[place:], order[:place]


def _held(connection: Connection, term: str) -> int:
    under = select(t.claim_term.c.claim).where(t.claim_term.c.term == term).limit(_MANY).subquery()
    return int(connection.execute(select(func.count()).select_from(under)).scalar_one())


def _under(connection: Connection, term: str) -> frozenset[int]:
    return frozenset(connection.execute(select(t.claim_term.c.claim).where(t.claim_term.c.term == term)).scalars())


def _among(connection: Connection, term: str, numbers: Collection[int]) -> Sequence[int]:
    found: list[int] = []
    for batch in batches(numbers):
        wanted = select(t.claim_term.c.claim).where(t.claim_term.c.term == term, t.claim_term.c.claim.in_(batch))
        found.extend(connection.execute(wanted).scalars())
    return found
