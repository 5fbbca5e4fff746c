"""Every verdict that stands, claim by claim: what the score was before it, and which group the claim is in today."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import Connection, String, and_, cast, func, select

from provenance.model.review import Action, JournalEntry, JudgedClaim, ScoreThen, Verdict
from provenance.storage import decisions
from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.queue import SHOWN

_v = t.verdict_in_force.c
_w = t.weighing.c


def then(connection: Connection, claim_ids: Iterable[str]) -> tuple[ScoreThen, ...]:
    """What the scores of these claims are now, for the journal to remember; claims that were never scored are missing."""
    joined = t.score.join(t.claim, t.claim.c.number == t.score.c.claim).join(t.weighing, _w.number == t.score.c.weighing)
    found: dict[str, ScoreThen] = {}
    wanted = list(dict.fromkeys(claim_ids))
    for batch in batches(wanted):
        columns = (t.claim.c.id, _w.value, _w.low, _w.high, _w.grade, _w.digest)
        for id_, value, low, high, grade, by in connection.execute(select(*columns).select_from(joined).where(t.claim.c.id.in_(batch))):
            digest, _, version = by.partition(" ")
            found[id_] = ScoreThen(claim=id_, value=value, low=low, high=high, grade=grade, method=version, digest=digest)
    return tuple(found[id_] for id_ in wanted if id_ in found)


def judged_claims(connection: Connection) -> tuple[JudgedClaim, ...]:
    """Every verdict that nobody took back, superseded ones included, in the order in which they were given."""
    row, entry, q = t.journal_claim.c, t.journal.c, t.queue.c
    of_reviewer = and_(_v.ref == row.claim, _v.reviewer == entry.reviewer)
    joined = (
        t.journal_claim.join(t.journal, entry.id == row.entry)
        .join(t.verdict_in_force, of_reviewer)
        .outerjoin(t.queue, and_(q.number == _v.claim, SHOWN))
    )
    group = func.coalesce(q.group_id, cast(q.number, String))
    wanted = (
        select(row.entry, entry.reviewer, row.claim, _v.entry.label("last"), group.label("home"), q.sourcing_type)
        .select_from(joined)
        .where(entry.action == Action.VERDICT.value, decisions.stands())
        .order_by(row.entry, row.claim)
    )
    rows = connection.execute(wanted).all()
    said = _said(connection, {row.entry for row in rows})
    return tuple(
        JudgedClaim.model_validate(
            {
                "entry": row.entry,
                "reviewer": row.reviewer,
                "claim": row.claim,
                "verdict": said[row.entry].verdict,
                "in_force": row.last == row.entry,
                "score": said[row.entry].scores.get(row.claim),
                "group": row.home,
                "sourcing_type": row.sourcing_type,
            }
        )
        for row in rows
        if row.entry in said
    )


class _Said(NamedTuple):
    """What an entry of the journal says, and by claim what the scores were."""

    verdict: Verdict
    scores: dict[str, ScoreThen]


def _said(connection: Connection, entries: Collection[int]) -> dict[int, _Said]:
    found: dict[int, _Said] = {}
    for batch in batches(sorted(entries)):
        for number, body in connection.execute(select(t.journal.c.id, t.journal.c.body).where(t.journal.c.id.in_(batch))):
            entry = JournalEntry.model_validate_json(body)
            if entry.verdict is not None:
                found[number] = _Said(entry.verdict, {score.claim: score for score in entry.scores})
    return found
