"""What would settle how a group stands: the missing step, by rule, apart from any score."""

from collections.abc import Mapping, Sequence

from provenance.model.chain import ClaimGroup, Conflict, ConflictKind, Severity, Step, StepKind, Support
from provenance.tracing.limits import origin_words

_ORDER = (Severity.HIGH, Severity.MEDIUM, Severity.LOW)


def missing_steps(group: ClaimGroup, conflicts: Sequence[Conflict]) -> tuple[Step, ...]:
    """What to look for, the most pressing first; nothing where independent origins of no side say so and nothing contradicts them.

    What is contested is settled by a record before any further voice: another origin would only take a side.
    """
    own = frozenset(group.claims)
    steps = [*_deciding(own, conflicts), *_origins(group)]
    if group.parties_only and group.origins:
        sides = sorted({origin.party for origin in group.origins if origin.party})
        reason = f"all that say so are parties to the event{f' ({chr(44).join(sides)})' if sides else ''}".replace(",", ", ")
        agree = "; that opposing ones agree weighs more than one alone" if group.adversaries_agree else ""
        steps.append(Step(kind=StepKind.NON_PARTY, look_for=_words("non_party"), reason=reason + agree))
    return tuple(steps)


def _origins(group: ClaimGroup) -> list[Step]:
    if group.support is Support.CORROBORATED:
        return []
    if not group.origins:
        shown = ", ".join(dict.fromkeys(presumed.name for presumed in group.presumed))
        reason = "no report shows who says so" + (f"; credited is {shown}, which may have it" if shown else "")
        if group.suspected_echoes:
            reason += ", and some may repeat others"
        return [Step(kind=StepKind.FIND_ORIGIN, look_for=_words("find_origin"), reason=reason)]
    origin = group.origins[0]
    several = f", however many outlets ({len(group.outlets)}) repeat it" if len(group.outlets) > 1 else ""
    return [Step(kind=StepKind.SECOND_ORIGIN, look_for=_words("second_origin"), reason=f"all goes back to {origin.name}{several}")]


def _deciding(own: frozenset[str], conflicts: Sequence[Conflict]) -> list[Step]:
    """For each kind of conflict that is more than a difference the record that decides it, heaviest first."""
    touching = [c for c in conflicts if (c.a in own or c.b in own) and c.severity in _ORDER]
    by_kind: dict[ConflictKind, list[Conflict]] = {}
    for conflict in sorted(touching, key=lambda c: (_ORDER.index(c.severity), c.kind.value, c.a, c.b)):
        by_kind.setdefault(conflict.kind, []).append(conflict)
    return [
        Step(
            kind=StepKind.DECIDING_RECORD,
            look_for=_words(f"record_{kind.value}"),
            reason=f"{'contested' if found[0].severity is not Severity.LOW else 'perhaps reconcilable'}: {found[0].reason}",
            against=tuple(sorted({side for c in found for side in (c.a, c.b)} - own)),
        )
        for kind, found in by_kind.items()
    ]


def _words(name: str) -> str:
    steps: Mapping[str, str] = origin_words()["steps"]
    return steps[name]
