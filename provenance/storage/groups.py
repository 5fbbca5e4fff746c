"""Groups and conflicts in the archive: what tracing found, replaced as a whole where it is found anew."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, or_, select, update

from provenance.errors import NotFound
from provenance.model.chain import ClaimGroup, Conflict, ConflictStatus, Stand, Standing
from provenance.storage import articles, claims
from provenance.storage import tables as t
from provenance.storage.claims import batches

_CALM = {ConflictStatus.CONTESTED: 0, ConflictStatus.RECONCILABLE: 1, ConflictStatus.NONE: 2}


def save(connection: Connection, groups: Sequence[ClaimGroup], conflicts: Sequence[Conflict], replacing: Collection[str]) -> None:
    """Store groups and conflicts in place of all that the claims in `replacing` were part of."""
    members = (claim for group in groups for claim in group.claims)
    numbers = claims.numbers_of(connection, (*replacing, *members, *(side for c in conflicts for side in (c.a, c.b))))
    _forget(connection, [numbers[claim] for claim in replacing if claim in numbers], [group.id for group in groups])
    _insert_groups(connection, groups, numbers)
    _insert_conflicts(connection, conflicts, numbers)


def _forget(connection: Connection, numbers: Sequence[int], new_groups: Sequence[str]) -> None:
    old: set[str] = set(new_groups)
    for batch in batches(numbers):
        old.update(g for g in connection.execute(select(t.queue.c.group_id).where(t.queue.c.number.in_(batch))).scalars() if g)
        connection.execute(delete(t.claim_conflict).where(or_(t.claim_conflict.c.a.in_(batch), t.claim_conflict.c.b.in_(batch))))
    for several in batches(sorted(old)):
        connection.execute(update(t.queue).where(t.queue.c.group_id.in_(several)).values(group_id=None))
        connection.execute(delete(t.claim_group).where(t.claim_group.c.id.in_(several)))


def _insert_groups(connection: Connection, groups: Sequence[ClaimGroup], numbers: Mapping[str, int]) -> None:
    if not groups:
        return
    homes = _articles_of(connection, (numbers[claim] for group in groups for claim in group.claims if claim in numbers))
    rows: list[dict[str, object]] = []
    members: list[dict[str, object]] = []
    for group in groups:
        present = [numbers[claim] for claim in group.claims if claim in numbers]
        rows.append(
            {
                "id": group.id,
                "standing": group.standing.value,
                "articles": len({homes[number] for number in present}),
                "claims": len(present),
                "origins": len(group.origins),
                "body": group.model_dump_json(),
            }
        )
        shown_as = {
            "group_id": group.id,
            "support": group.support.value,
            "conflict": group.conflict.value,
            "standing": group.standing.value,
            "calm": _CALM[group.conflict],
        }
        members.extend({"key": number, **{f"new_{name}": value for name, value in shown_as.items()}} for number in present)
    connection.execute(t.claim_group.insert(), rows)
    if members:
        names = ("group_id", "support", "conflict", "standing", "calm")
        change = update(t.queue).where(t.queue.c.number == bindparam("key")).values({name: bindparam(f"new_{name}") for name in names})
        connection.execute(change, members)


def _articles_of(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    for batch in batches(numbers):
        rows = connection.execute(select(t.claim.c.number, t.claim.c.article).where(t.claim.c.number.in_(batch)))
        found.update((number, article) for number, article in rows)
    return found


def _insert_conflicts(connection: Connection, conflicts: Sequence[Conflict], numbers: Mapping[str, int]) -> None:
    first = articles.next_number(connection, t.claim_conflict)
    rows = [
        {"number": first + i, "a": numbers[conflict.a], "b": numbers[conflict.b], "body": conflict.model_dump_json()}
        for i, conflict in enumerate(conflicts)
        if conflict.a in numbers and conflict.b in numbers
    ]
    if rows:
        connection.execute(t.claim_conflict.insert(), rows)


def one(connection: Connection, group_id: str) -> ClaimGroup:
    """A group by its id.

    Raises:
        NotFound: there is none.

    """
    body = connection.execute(select(t.claim_group.c.body).where(t.claim_group.c.id == group_id)).scalar()
    if body is None:
        raise NotFound(f"No group {group_id} is in the archive.", do="List the groups with: provenance groups")
    return ClaimGroup.model_validate_json(body)


def of_claim(connection: Connection, claim_id: str) -> ClaimGroup:
    """The group that a claim belongs to; one of its own where it was never traced.

    Raises:
        NotFound: the claim is unknown.

    """
    number = claims.numbers_of(connection, [claim_id]).get(claim_id)
    if number is None:
        raise NotFound(f"No claim {claim_id} is in the archive.", do="List the claims with: provenance claims")
    group_id = connection.execute(select(t.queue.c.group_id).where(t.queue.c.number == number)).scalar_one()
    return one(connection, group_id) if group_id else ClaimGroup(id="", claims=(claim_id,))


def largest(connection: Connection, limit: int, offset: int, standings: Collection[Standing]) -> tuple[ClaimGroup, ...]:
    """Groups that span most articles first, then most claims."""
    group = t.claim_group.c
    wanted = select(group.body).order_by(group.articles.desc(), group.claims.desc(), group.id.desc()).limit(limit).offset(offset)
    if standings:
        wanted = wanted.where(group.standing.in_([standing.value for standing in standings]))
    return tuple(ClaimGroup.model_validate_json(body) for body in connection.execute(wanted).scalars())


def member_numbers(connection: Connection, group_ids: Collection[str]) -> list[int]:
    """The numbers of all claims in these groups, in order of intake."""
    found: list[int] = []
    for batch in batches(group_ids):
        found.extend(connection.execute(select(t.queue.c.number).where(t.queue.c.group_id.in_(batch))).scalars())
    return sorted(found)


def stands(connection: Connection, ids: Collection[str]) -> dict[str, Stand]:
    """By claim id the group that it is in, with how many independent origins that has; claims without a group are missing."""
    found: dict[str, Stand] = {}
    joined = t.claim.join(t.queue, t.queue.c.number == t.claim.c.number).join(t.claim_group, t.claim_group.c.id == t.queue.c.group_id)
    columns = select(t.claim.c.id, t.claim_group.c.id, t.claim_group.c.origins).select_from(joined)
    for batch in batches(ids):
        found.update((claim, Stand(group, origins)) for claim, group, origins in connection.execute(columns.where(t.claim.c.id.in_(batch))))
    return found


def grouped_numbers(connection: Connection, ids: Collection[str]) -> set[int]:
    """The numbers of the claims themselves and of all that share a group with them."""
    own = list(claims.numbers_of(connection, ids).values())
    shared: set[str] = set()
    for batch in batches(own):
        shared.update(g for g in connection.execute(select(t.queue.c.group_id).where(t.queue.c.number.in_(batch))).scalars() if g)
    return set(own).union(member_numbers(connection, shared))


def connected_numbers(connection: Connection, ids: Collection[str]) -> set[int]:
    """The numbers of the claims themselves, of all that share a group with them, and of all in conflict with them."""
    own = list(claims.numbers_of(connection, ids).values())
    found: set[int] = set(own)
    shared: set[str] = set()
    a, b = t.claim_conflict.c.a, t.claim_conflict.c.b
    for batch in batches(own):
        shared.update(g for g in connection.execute(select(t.queue.c.group_id).where(t.queue.c.number.in_(batch))).scalars() if g)
        found.update(connection.execute(select(b).where(a.in_(batch))).scalars())
        found.update(connection.execute(select(a).where(b.in_(batch))).scalars())
    return found.union(member_numbers(connection, shared))


def conflicts_of(connection: Connection, ids: Collection[str]) -> tuple[Conflict, ...]:
    """The conflicts in which any of these claims stands, each once, in the order in which they were stored."""
    bodies: dict[int, str] = {}
    row = t.claim_conflict.c
    for batch in batches(claims.numbers_of(connection, ids).values()):
        found = connection.execute(select(row.number, row.body).where(or_(row.a.in_(batch), row.b.in_(batch))))
        bodies.update((number, body) for number, body in found)
    return tuple(Conflict.model_validate_json(bodies[number]) for number in sorted(bodies))
