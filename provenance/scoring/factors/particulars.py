"""From a claim in its group to its case and its particulars: what bears on the score, and what its reasons quote and name.

Names that reasons may leave open: `source`, `relay` (of the claim's own trail, where another article shows who is behind it), `hands`,
`side`, `sides`, `basis` and `given` (of a letter), `origin` (the group's only one), `claims` and `outlets` (how many), `suspicion`, and
`against_0` and so on for each kind of contradiction.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from provenance.model.chain import ClaimGroup, IndependenceRule
from provenance.model.claim import Claim, Hedge, HedgeKind, Mode
from provenance.model.reliability import Letter, SourceRecord
from provenance.model.source import SourcingType, Voice
from provenance.model.text import Span
from provenance.model.weighing import Particulars, Place, Quoted
from provenance.scoring.factors.case import NOBODY, Against, Case
from provenance.scoring.factors.speaking import Speaking, Surroundings, speaking

COUNTED_AS_SOURCING = {
    (HedgeKind.HEARSAY, SourcingType.HEARSAY),
    (HedgeKind.HEARSAY, SourcingType.VAGUE_ESTIMATE),
    (HedgeKind.APPEARANCE, SourcingType.OUTLET_ANALYSIS),
}
"""Kinds of hedge whose words are those of the sourcing type itself."""


NAMES_OF_RECORD = ("basis", "given")
"""Names that stand for what a letter rests on, and change with it."""


class Hedges(NamedTuple):
    """A claim's weakening words, by whether they already made its sourcing type."""

    counted: tuple[Hedge, ...] = ()
    weakening: tuple[Hedge, ...] = ()


class CaseOfClaim(NamedTuple):
    """The case that a claim is of, and what is its own."""

    case: Case
    particulars: Particulars


def case_of(around: Surroundings) -> CaseOfClaim:
    """The case of a claim and its particulars.

    Conflicts that touch no claim of its group are left aside, and so is a record that is not of its source.
    """
    who = speaking(around)
    hedges = _hedges(around.claim, _kind(around.claim, who))
    record = _record(around.record, who)
    against = _against(around)
    suspicion = next((echo.reason for echo in around.group.suspected_echoes if echo.claim == around.claim.id), None)
    case = _case(around._replace(record=record), who, hedges)._replace(suspected_echo=suspicion is not None, against=tuple(against))
    names = {**_names(around, who), **names_of_record(record)}
    if suspicion is not None:
        names["suspicion"] = suspicion
    for at, reason in enumerate(against.values()):
        names[f"against_{at}"] = reason
    quoted = tuple([Quoted(place, span, around.claim.words(span) or None) for place, span in _places(around.claim, who, hedges)])
    return CaseOfClaim(case, Particulars(names=tuple(names.items()), quoted=quoted))


def _kind(claim: Claim, who: Speaking) -> SourcingType:
    return who.behind.sourcing_type if who.behind else claim.sourcing_type


def _case(around: Surroundings, who: Speaking, hedges: Hedges) -> Case:
    """The case as far as attribution, group and record make it."""
    group, record, attribution = around.group, around.record, who.attribution
    own = who.behind.key if who.behind else attribution.origin if attribution else None
    return Case(
        kind=_kind(around.claim, who),
        behind=who.behind is not None,
        attributed=attribution is not None,
        origin_shown=attribution is not None and attribution.origin is not None,
        known=who.source is not None,
        party=who.side is not None,
        carried_over=attribution is not None and attribution.carried_over,
        confidence=round(min(max(attribution.confidence, 0.0), 1.0), 2) if attribution else 1.0,
        mode=attribution.mode if attribution else Mode.INDIRECT,
        hands=tuple([around.kind_of_hand(key) for key in who.hands]),
        voice=_voice(around, who),
        **_past(record, around.on)._asdict(),
        hedges=_kinds(around.claim.hedges),
        weakening=_kinds(hedges.weakening),
        text=around.article.text_status,
        origins=tuple(sorted([origin.sourcing_type for origin in group.origins])),
        own=next((origin.sourcing_type for origin in group.origins if origin.key == own), None) if own else None,
        parties_only=group.parties_only,
        adversaries_agree=group.adversaries_agree,
        sides_shown=group.adversaries_agree and any(origin.party for origin in group.origins),
        echoed=_echoed(group),
        conflict=group.conflict,
    )


def _echoed(group: ClaimGroup) -> bool:
    """Whether another report was folded into an origin, and not only a doubtful source of the same sentence."""
    return any(collapse.rule is not IndependenceRule.UNSURE_READING for collapse in group.collapsed)


def _names(around: Surroundings, who: Speaking) -> dict[str, str]:
    """The names that reasons may leave open, as far as there is something to put there."""
    group = around.group
    names: dict[str, str | None] = {"source": who.source, "side": who.side}
    if who.hands:
        names["hands"] = ", then ".join([around.name_of(key) or key for key in who.hands])
    if len(group.origins) == 1:
        names["origin"] = group.origins[0].name
    if who.behind and who.attribution:
        names["relay"] = who.attribution.origin_name or around.name_of(who.attribution.origin)
    if _echoed(group):
        names |= {"claims": str(len(group.claims)), "outlets": str(len(group.outlets))}
    if group.adversaries_agree:
        names["sides"] = ", ".join(dict.fromkeys(origin.party for origin in group.origins if origin.party))
    return {name: said for name, said in names.items() if said is not None}


def names_of_record(record: SourceRecord) -> dict[str, str]:
    """The names that a letter brings with it; none without a letter."""
    if record.letter is Letter.F:
        return {}
    return {"basis": record.letter_basis} | ({"given": record.letter_on.isoformat()} if record.letter_on else {})


def _record(record: SourceRecord, who: Speaking) -> SourceRecord:
    """The record, if it is the source's own: publishers that nobody knows share none, nor does a relay with whom it quotes."""
    return NOBODY if record.key == "unknown" or (who.behind is not None and record.key != who.behind.key) else record


def _voice(around: Surroundings, who: Speaking) -> Voice:
    """Whose past the record is: that of the house where the registry knows it, whatever it says here and in what capacity."""
    origin = who.behind.key if who.behind else who.attribution.origin if who.attribution else None
    house = around.outlets.get(origin or around.article.outlet)
    return (house.sourcing_type if house else _kind(around.claim, who)).voice


class _Past(NamedTuple):
    """What a case holds of its source's record, by the names that a case has for it."""

    record: SourceRecord
    dated: bool
    letter_age: int | None


def _past(record: SourceRecord, on: date | None) -> _Past:
    return _Past(_anonymous(record), record.letter is not Letter.F and record.letter_on is not None, _letter_age(record, on))


def with_record(case: Case, record: SourceRecord, on: date | None) -> Case:
    """The same case with another record of the same source."""
    return case._replace(**_past(record, on)._asdict())


def _anonymous(record: SourceRecord) -> SourceRecord:
    """The record without what only tells sources apart."""
    if record.model_fields_set <= {"key"}:  # by far the most, and quicker than a copy
        return NOBODY
    return record.model_copy(update={"key": "", "letter_basis": NOBODY.letter_basis, "letter_on": None})


def _letter_age(record: SourceRecord, on: date | None) -> int | None:
    if record.letter is Letter.F or record.letter_on is None or on is None:
        return None
    return max(0, (on - record.letter_on).days)


def _hedges(claim: Claim, kind: SourcingType) -> Hedges:
    """Words that already made the sourcing type are not held against the claim twice."""
    if not claim.hedges:
        return Hedges()
    cues = claim.attributions[0].cue if claim.attributions and not kind.shows_origin else ()

    def counted(hedge: Hedge) -> bool:
        return (hedge.kind, kind) in COUNTED_AS_SOURCING or any(cue.overlaps(hedge.span) for cue in cues)

    return Hedges(tuple(h for h in claim.hedges if counted(h)), tuple(h for h in claim.hedges if not counted(h)))


def _kinds(hedges: Sequence[Hedge]) -> tuple[HedgeKind, ...]:
    return tuple(sorted({hedge.kind for hedge in hedges})) if hedges else ()


def _against(around: Surroundings) -> dict[Against, str]:
    """Every kind of contradiction that touches the group, in order, each with its first reason by the alphabet.

    Groups that say the opposite count with their independent origins; however many claims repeat it, each group counts once.
    """
    if not around.conflicts:
        return {}
    reasons: dict[Against, str] = {}
    others: dict[Against, dict[str, int]] = {}
    members = {around.claim.id, *around.group.claims}
    for conflict in around.conflicts:
        if conflict.a in members or conflict.b in members:
            kind = Against(conflict.severity, conflict.kind, conflict.reconcile is not None)
            reasons[kind] = min(reasons.get(kind, conflict.reason), conflict.reason)
            other = around.stands.get(conflict.b if conflict.a in members else conflict.a)
            if other is not None and other.group != around.group.id:
                others.setdefault(kind, {})[other.group] = max(1, other.origins)
    counted = {kind._replace(origins=sum(others[kind].values()) if kind in others else 1): reason for kind, reason in reasons.items()}
    return dict(sorted(counted.items()))


def _places(claim: Claim, who: Speaking, hedges: Hedges) -> Iterator[tuple[Place, Span]]:
    """Where the words stand that factors may rest on, each place once."""
    attribution = who.attribution
    if attribution is not None:
        source = attribution.source or attribution.antecedent or attribution.cue
        if source:
            yield Place.SOURCE, source[0]
        if attribution.carried_over and attribution.antecedent:
            yield Place.ANTECEDENT, attribution.antecedent[0]
        if attribution.mode is not Mode.INDIRECT and attribution.content:
            yield Place.CONTENT, attribution.content[0]
    if hedges.counted and claim.sourcing_type is SourcingType.OUTLET_ANALYSIS:
        yield Place.INFERENCE, hedges.counted[0].span
    for kind in _kinds(hedges.weakening):
        yield Place(kind.value), next(hedge.span for hedge in hedges.weakening if hedge.kind is kind)
