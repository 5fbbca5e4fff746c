"""What sources tell differently: every matter in dispute, with the value that each source gives it.

Only conflicts count as worded in which both cannot be true; a difference that scope, time or rounding may explain is no dispute.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.model.chain import ClaimGroup, Conflict, ConflictKind, IndependenceRule, Severity
from provenance.model.claim import ClaimInContext
from provenance.tracing.aspects import aspects_of
from provenance.tracing.counts import Count, comparable
from provenance.tracing.naming import name_keys
from provenance.tracing.quantity_slots import differing_quantity
from provenance.tracing.times import Window

_BOTH_MAY_BE = (ConflictKind.NAME_COLLISION, ConflictKind.MOTIVE)
"""Perhaps two things of one name, and aims of which somebody may have several: no value of one object."""
_HEAVY = (Severity.HIGH, Severity.MEDIUM)


@dataclass(frozen=True)
class Speaker:
    """Who answers for a claim: the origin where one is shown, else the outlet in its own voice."""

    key: str
    name: str


@dataclass(frozen=True)
class Told:
    """One source gives one value, in one claim."""

    speaker: Speaker
    value: str
    claim: str


@dataclass(frozen=True)
class Dispute:
    """One matter that sources tell differently: in what, in which groups, and who says what."""

    key: str
    kind: ConflictKind
    about: str
    """What is counted, as `person/kill`; empty where the kind says it all."""
    groups: tuple[str, ...]
    told: tuple[Told, ...]


def disputes(items: Iterable[ClaimInContext], groups: Iterable[ClaimGroup], conflicts: Iterable[Conflict]) -> tuple[Dispute, ...]:
    """The matters on which these groups contradict each other, each with at least two values, in a fixed order.

    A value is what the words give in the slot that differs: a number, a day, a place. Where the difference is in no such slot, as in
    a denial, it is the wording of the group. Groups that hang together by conflicts of one kind make one matter.
    """
    claims = {item.claim.id: item for item in items}
    home = {claim: group for group in groups for claim in group.claims if claim in claims}
    by_kind: dict[ConflictKind, list[Conflict]] = {}
    for conflict in conflicts:
        if conflict.severity in _HEAVY and conflict.kind not in _BOTH_MAY_BE and conflict.a in home and conflict.b in home:
            by_kind.setdefault(conflict.kind, []).append(conflict)
    found: list[Dispute] = []
    for kind, of_kind in sorted(by_kind.items()):
        for together in _hanging_together(of_kind, home):
            found += _matters(kind, together, home, claims)
    return tuple(sorted(found, key=lambda dispute: dispute.key))


def _hanging_together(conflicts: Sequence[Conflict], home: Mapping[str, ClaimGroup]) -> list[list[Conflict]]:
    """Conflicts that share a group, directly or through others."""
    first: dict[str, str] = {}

    def root(group: str) -> str:
        while first.setdefault(group, group) != group:
            group = first[group]
        return group

    for conflict in conflicts:
        one, other = sorted((root(home[conflict.a].id), root(home[conflict.b].id)))
        first[other] = one
    together: dict[str, list[Conflict]] = {}
    for conflict in conflicts:
        together.setdefault(root(home[conflict.a].id), []).append(conflict)
    return [together[group] for group in sorted(together)]


def _matters(
    kind: ConflictKind, conflicts: Sequence[Conflict], home: Mapping[str, ClaimGroup], claims: Mapping[str, ClaimInContext]
) -> Iterator[Dispute]:
    groups = {home[side].id: home[side] for conflict in conflicts for side in (conflict.a, conflict.b)}
    members = [(claims[claim], group) for _, group in sorted(groups.items()) for claim in group.claims if claim in claims]
    counted: dict[str, Count] = {}
    if kind is ConflictKind.QUANTITY:
        for conflict in conflicts:
            values = differing_quantity(aspects_of(claims[conflict.a]), aspects_of(claims[conflict.b]))
            if values:
                counted.setdefault(min(each.kind for each in values), values[0])
    slots: list[tuple[str, Count | None]] = [*sorted(counted.items())] or [("", None)]
    for about, count in slots:
        told = _told((item, group, _values(kind, item, count)) for item, group in members)
        if not _several(told):
            told = _told((item, group, (_wording(group, claims),)) for item, group in members)
        if _several(told):
            yield Dispute(f"{min(groups)} {kind.value} {about}".strip(), kind, about, tuple(sorted(groups)), told)


def _told(said: Iterable[tuple[ClaimInContext, ClaimGroup, tuple[str, ...]]]) -> tuple[Told, ...]:
    """Who says which value; whoever says it in several claims is told once."""
    found: dict[tuple[Speaker, str], Told] = {}
    for item, group, values in said:
        for speaker in speakers(item, group):
            for value in values:
                found.setdefault((speaker, value), Told(speaker, value, item.claim.id))
    return tuple(sorted(found.values(), key=lambda told: (told.value, told.speaker.key, told.claim)))


def _several(told: Sequence[Told]) -> bool:
    return len({each.value for each in told}) > 1


def speakers(item: ClaimInContext, group: ClaimGroup) -> tuple[Speaker, ...]:
    """Who answers for a claim of a group: the origins that it shows, or that it was folded into; else its outlet.

    Outlets that nobody knows are told apart by their articles: they share no past.
    """
    names = {origin.key: origin.name for origin in group.origins}
    folded = [c.into for c in group.collapsed if c.claim == item.claim.id and c.rule is not IndependenceRule.ANOTHER_PART]
    if folded:
        return tuple(Speaker(key, names.get(key, key)) for key in dict.fromkeys(folded))
    shown = {a.origin: a.origin_name or names.get(a.origin, a.origin) for a in item.claim.own_attributions if a.origin}
    if shown:
        return tuple(Speaker(key, name) for key, name in shown.items())
    outlet = item.article.outlet
    return (Speaker(f"unknown:{item.claim.article}" if outlet == "unknown" else outlet, item.article.outlet_name),)


def _values(kind: ConflictKind, item: ClaimInContext, count: Count | None) -> tuple[str, ...]:
    """What a claim gives in the slot in which its group differs from others; nothing where it gives none."""
    aspects = aspects_of(item)
    match kind:
        case ConflictKind.QUANTITY if count:
            found = [f"{each.quantity.value:,.10g}" for each in aspects.counts if comparable(each, count)]
        case ConflictKind.QUANTITY:
            found = [f"{high}-{low}" for high, low in sorted(aspects.results)]
        case ConflictKind.DATE:
            found = [_days(window) for window in aspects.windows if window.days is not None]
        case ConflictKind.PLACE:
            mentions = [m for m in item.claim.names if aspects.places & frozenset(name_keys(item, m).values())]
            found = [mention.full or mention.name for mention in mentions]
        case _:
            found = []
    return tuple(dict.fromkeys(found))


def _days(window: Window) -> str:
    return f"{window.earliest}" if window.earliest == window.latest else f"{window.earliest}..{window.latest}"


def _wording(group: ClaimGroup, claims: Mapping[str, ClaimInContext]) -> str:
    """The words that stand for a group: those of the claim that was told first."""
    first = group.told.first_claim if group.told else ""
    return claims[first if first in claims else min(claim for claim in group.claims if claim in claims)].claim.text
