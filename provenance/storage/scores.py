"""Scores in the archive: what a method makes of each kind of case is kept once, and every claim points to its own.

A new method therefore weighs some thousand kinds of case and no claim; names and quoted words stay with the claims.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, func, select, update

from provenance.errors import NotFound
from provenance.model.reliability import Score
from provenance.model.weighing import Particulars, Weighed, Weighing
from provenance.storage import articles, claims
from provenance.storage import tables as t
from provenance.storage.claims import batches

_w = t.weighing.c
_SHOWN = {
    t.queue.c.value: _w.value,
    t.queue.c.low: _w.low,
    t.queue.c.high: _w.high,
    t.queue.c.strong: -_w.low,
    t.queue.c.grade: _w.grade,
}
"""What the queue shows of a score, and where it stands."""


class KeptCase(NamedTuple):
    """A kind of case that scores were given for: its number, itself as text, its grade and score now, and how many claims are such."""

    number: int
    case: str
    grade: str
    value: float
    claims: int


def save(connection: Connection, weighed: Mapping[str, Weighed]) -> None:
    """Store scores by claim id, in place of older ones."""
    numbers = claims.numbers_of(connection, weighed)
    found = [(numbers[claim], each) for claim, each in weighed.items() if claim in numbers]
    kinds = _numbers_of(connection, [each.weighing for _, each in found])
    rows = [
        {"claim": number, "weighing": kinds[_key(each.weighing)], "particulars": each.particulars.model_dump_json(exclude_defaults=True)}
        for number, each in found
    ]
    if not rows:
        return
    for batch in batches(number for number, _ in found):
        connection.execute(delete(t.score).where(t.score.c.claim.in_(batch)))
    connection.execute(t.score.insert(), rows)
    names = ("value", "low", "high", "strong", "grade")
    change = update(t.queue).where(t.queue.c.number == bindparam("key")).values({name: bindparam(f"new_{name}") for name in names})
    connection.execute(change, [{"key": number, **_new(each.weighing)} for number, each in found])


def _new(weighing: Weighing) -> dict[str, object]:
    return {f"new_{name}": value for name, value in {**_columns(weighing), "strong": -weighing.low}.items()}


def _columns(weighing: Weighing) -> dict[str, object]:
    return {"value": weighing.value, "low": weighing.low, "high": weighing.high, "grade": f"{weighing.letter.value}{weighing.digit.value}"}


def _key(weighing: Weighing) -> str:
    """What a weighing is found by: of one method and one kind of case there is one, as far as is known what kind that is."""
    told = "\n".join((weighing.method, weighing.digest, weighing.case)) if weighing.case else weighing.model_dump_json()
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _row(weighing: Weighing) -> dict[str, object]:
    return {
        "key": _key(weighing),
        "digest": f"{weighing.digest} {weighing.method}",
        "facts": weighing.case,
        "body": weighing.model_dump_json(),
        **_columns(weighing),
    }


def _numbers_of(connection: Connection, weighings: Iterable[Weighing]) -> dict[str, int]:
    """The numbers under which these weighings are kept; those that are new are stored."""
    wanted = {_key(weighing): weighing for weighing in weighings}
    numbers: dict[str, int] = {}
    for batch in batches(wanted):
        numbers.update((key, number) for key, number in connection.execute(select(_w.key, _w.number).where(_w.key.in_(batch))))
    first = articles.next_number(connection, t.weighing)
    rows = [_row(weighing) for key, weighing in wanted.items() if key not in numbers]
    for at, row in enumerate(rows):
        numbers[str(row["key"])] = first + at
    if rows:
        connection.execute(t.weighing.insert(), [{"number": first + at, **row} for at, row in enumerate(rows)])
    return numbers


def of_claim(connection: Connection, claim_id: str) -> Score:
    """A claim's score with its reasons.

    Raises:
        NotFound: the claim is unknown or was never scored.

    """
    joined = t.score.join(t.claim, t.claim.c.number == t.score.c.claim).join(t.weighing, _w.number == t.score.c.weighing)
    wanted = select(_w.body, t.score.c.particulars).select_from(joined).where(t.claim.c.id == claim_id)
    row = connection.execute(wanted).one_or_none()
    if row is None:
        raise NotFound(f"No score of a claim {claim_id} is in the archive.", do="List the claims with: provenance claims")
    weighing, particulars = Weighing.model_validate_json(row.body), Particulars.model_validate_json(row.particulars)
    return Weighed(weighing=weighing, particulars=particulars).score


def methods(connection: Connection) -> frozenset[tuple[str, str]]:
    """Digest and version of every method that gave a score kept here; both empty where an older version of the program did."""
    found = connection.execute(select(_w.digest).distinct()).scalars()
    return frozenset((digest, version) for digest, _, version in (said.partition(" ") for said in found))


def cases(connection: Connection) -> Sequence[KeptCase]:
    """Every kind of case that some claim is of."""
    many = select(t.score.c.weighing, func.count().label("claims")).group_by(t.score.c.weighing).subquery()
    wanted = select(_w.number, _w.facts, _w.grade, _w.value, many.c.claims).join(many, many.c.weighing == _w.number).order_by(_w.number)
    return [KeptCase(*row) for row in connection.execute(wanted)]


def weigh_anew(connection: Connection, found: Mapping[int, Weighing]) -> None:
    """Put these weighings in place of those with the given numbers, and what the queue shows of them with all their claims."""
    forget_unused(connection)
    kept: dict[str, int] = {}
    for number, weighing in sorted(found.items()):
        into = kept.setdefault(_key(weighing), number)
        if into != number:  # two methods had weighed this kind of case: now there is one
            connection.execute(update(t.score).where(t.score.c.weighing == number).values(weighing=into))
    if not found:
        return
    # A key may pass from one row to another: all are made free first.
    for batch in batches(found):
        connection.execute(delete(t.weighing).where(_w.number.in_(batch)))
    connection.execute(t.weighing.insert(), [{"number": number, **_row(found[number])} for number in kept.values()])
    _show(connection)


def _show(connection: Connection) -> None:
    """Carry all scores over to the queue; SQLite writes the orders of the queue anew, which is several times as quick as mending them."""
    orders = [index for index in t.queue.indexes if {"low", "strong"} & set(index.columns.keys())]
    anew = orders if connection.dialect.name == "sqlite" else []
    for index in anew:
        index.drop(connection)
    of_claim = (t.score.c.claim == t.queue.c.number) & (_w.number == t.score.c.weighing)
    connection.execute(update(t.queue).where(of_claim).values(_SHOWN))
    for index in anew:
        index.create(connection)


def forget_unused(connection: Connection) -> None:
    """Take away weighings that no score points to any more."""
    connection.execute(delete(t.weighing).where(_w.number.not_in(select(t.score.c.weighing))))
