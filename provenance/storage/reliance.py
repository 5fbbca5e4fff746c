"""Who answers for what: the part of each source in each claim, the record that verdicts give it, and the letters of people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, delete, select

from provenance.model.reliability import GivenLetter, Part
from provenance.model.review import JournalEntry, Verdict
from provenance.model.weighing import Weighing
from provenance.storage import claims, scores
from provenance.storage import tables as t
from provenance.storage.claims import batches
from provenance.storage.search import findable

if TYPE_CHECKING:
    from provenance.storage.archive import Archive

_p = t.claim_source.c
_DECIDED = {frozenset({Verdict.SUPPORTED.value}): True, frozenset({Verdict.REFUTED.value}): False}


class Dependent(NamedTuple):
    """A claim for which a source's record speaks: its number, its group, and the weighing that its score is."""

    claim: int
    key: str
    group: str | None
    weighing: int


class Reliance:
    """What an archive knows of sources."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def save(self, parts: Mapping[str, Sequence[Part]]) -> None:
        """Store, by claim id, what part each source has in it, in place of what was known."""
        with self._archive.writing() as connection:
            numbers = claims.numbers_of(connection, parts)
            for batch in batches(numbers.values()):
                connection.execute(delete(t.claim_source).where(_p.claim.in_(batch)))
            rows = [
                {**part._asdict(), "key": key, "claim": numbers[claim]}
                for claim, several in parts.items()
                if claim in numbers
                for key, part in {findable(part.key): part for part in several}.items()
            ]
            if rows:
                connection.execute(t.claim_source.insert(), rows)

    def answering(self, claim_ids: Collection[str], *, judged: bool) -> frozenset[str]:
        """The sources into whose records a verdict on a group of these claims goes; on wish only of groups with a verdict."""
        with self._archive.reading() as connection:
            return _answering(connection, list(claims.numbers_of(connection, claim_ids).values()), judged)

    def judged(self) -> frozenset[str]:
        """The sources that answer for a group with a verdict."""
        member, judged = t.queue.alias("member").c, t.queue.alias("judged").c
        wanted = (
            select(_p.key)
            .select_from(t.verdict_in_force)
            .join(judged.number.table, judged.number == t.verdict_in_force.c.claim)
            .join(member.number.table, member.group_id == judged.group_id)
            .join(t.claim_source, _p.claim == member.number)
            .where(_p.answers)
            .distinct()
        )
        with self._archive.reading() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def decided(self, keys: Collection[str]) -> dict[str, dict[str, bool]]:
        """For each source, the decided groups that it answers for, and whether they were supported; else they were refuted.

        A verdict on one wording holds for the whole group, which counts once, by all reviewers together: while anybody found otherwise,
        be it only that the evidence does not suffice, it is not decided. `not_a_claim` says nothing of what a group says.
        """
        with self._archive.reading() as connection:
            return decided(connection, keys)

    def letters(self, keys: Collection[str] | None = None) -> dict[str, GivenLetter]:
        """The letters in force of these sources, or all."""
        in_force = t.letter_in_force.c
        wanted = select(in_force.key, t.journal.c.body).join(t.journal, t.journal.c.id == in_force.entry)
        with self._archive.reading() as connection:
            if keys is None:
                rows = list(connection.execute(wanted))
            else:
                short = batches({findable(key) for key in keys})
                rows = [row for batch in short for row in connection.execute(wanted.where(in_force.key.in_(batch)))]
        entries = {row.key: JournalEntry.model_validate_json(row.body) for row in rows}
        return {key: GivenLetter(e.letter, e.at.date(), e.reviewer, e.note or "") for key, e in entries.items() if e.letter is not None}

    def history(self, key: str) -> tuple[JournalEntry, ...]:
        """Every letter given to a source, taken back and brought back, oldest first."""
        row = t.journal.c
        with self._archive.reading() as connection:
            found = connection.execute(select(row.body).where(row.source == findable(key)).order_by(row.id)).scalars().all()
        return tuple(JournalEntry.model_validate_json(body) for body in found)

    def present(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of the keys that have a part in some claim."""
        found: set[str] = set()
        with self._archive.reading() as connection:
            for batch in batches(keys):
                found.update(connection.execute(select(_p.key).where(_p.key.in_(batch)).distinct()).scalars())
        return frozenset(found)

    def dependents(self, keys: Collection[str]) -> list[Dependent]:
        """The claims shown for which the records of these sources speak."""
        score, queue = t.score.c, t.queue.c
        wanted = (
            select(_p.claim, _p.key, queue.group_id, score.weighing)
            .join(t.score, score.claim == _p.claim)
            .join(t.queue, queue.number == _p.claim)
            .where(_p.speaks, queue.shown)
        )
        with self._archive.reading() as connection:
            return [Dependent(*row) for batch in batches(keys) for row in connection.execute(wanted.where(_p.key.in_(batch)))]

    def cases(self, weighings: Collection[int]) -> dict[int, str]:
        """The kinds of case, as text, that these weighings are of."""
        with self._archive.reading() as connection:
            return scores.facts(connection, weighings)

    def move(self, found: Mapping[int, Weighing]) -> None:
        """Give claims, by number, another score each; names and quoted words stay."""
        with self._archive.writing() as connection:
            scores.move(connection, found)

    def rename(self, names: Mapping[int, Mapping[str, str]], known_as: Collection[str]) -> None:
        """For claims, by number, give other names where the reasons of scores leave room for those that are `known_as`."""
        with self._archive.writing() as connection:
            scores.rename(connection, names, known_as)


def _answering(connection: Connection, numbers: Sequence[int], judged: bool) -> frozenset[str]:
    groups: set[str] = set()
    for batch in batches(numbers):
        groups.update(g for g in connection.execute(select(t.queue.c.group_id).where(t.queue.c.number.in_(batch))).scalars() if g)
    if judged:
        telling = select(t.queue.c.group_id).join(t.verdict_in_force, t.verdict_in_force.c.claim == t.queue.c.number).distinct()
        groups = {g for batch in batches(groups) for g in connection.execute(telling.where(t.queue.c.group_id.in_(batch))).scalars()}
    keys = select(_p.key).join(t.queue, t.queue.c.number == _p.claim).where(_p.answers).distinct()
    return frozenset(k for batch in batches(groups) for k in connection.execute(keys.where(t.queue.c.group_id.in_(batch))).scalars())


def _found(connection: Connection, keys: Collection[str]) -> dict[str, dict[str, set[str]]]:
    """For each source, what people found of each group that it answers for."""
    v, judged, member = t.verdict_in_force.c, t.queue.alias("judged").c, t.queue.alias("member").c
    wanted = (
        select(_p.key, judged.group_id, v.verdict)
        .select_from(t.verdict_in_force)
        .join(judged.number.table, judged.number == v.claim)
        .join(member.number.table, member.group_id == judged.group_id)
        .join(t.claim_source, _p.claim == member.number)
        .where(judged.shown, member.shown, _p.answers, v.verdict != Verdict.NOT_A_CLAIM.value)
        .distinct()
    )
    found: dict[str, dict[str, set[str]]] = {findable(key): defaultdict(set) for key in keys}
    for batch in batches(found):
        for key, group, verdict in connection.execute(wanted.where(_p.key.in_(batch))):
            found[key][group].add(verdict)
    return {key: found[findable(key)] for key in keys}


def decided(connection: Connection, keys: Collection[str]) -> dict[str, dict[str, bool]]:
    """See `Reliance.decided`."""
    return {key: _decided(groups) for key, groups in _found(connection, keys).items()}


def _decided(groups: Mapping[str, set[str]]) -> dict[str, bool]:
    said = {group: _DECIDED.get(frozenset(verdicts)) for group, verdicts in groups.items()}
    return {group: supported for group, supported in said.items() if supported is not None}
