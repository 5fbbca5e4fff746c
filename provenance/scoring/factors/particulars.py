"""From a claim in its group to its case and its particulars: what bears on the score, and what its reasons quote and name.

Names that reasons may leave open: `source`, `relay` (of the claim's own trail, where another article shows who is behind it), `hands`,
`side`, `sides`, `basis` and `given` (of a letter), `origin` (the group's only one), `claims` and `outlets` (how many), `suspicion`, and
`against_0` and so on for each kind of contradiction.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from provenance.model.article import ArticleHead
from provenance.model.chain import ClaimGroup, Conflict, IndependenceRule, Origin
from provenance.model.claim import Attribution, Claim, Hedge, HedgeKind, Mode
from provenance.model.reliability import Letter, SourceRecord
from provenance.model.source import Outlet, SourcingType
from provenance.model.text import Span
from provenance.model.weighing import Particulars, Place, Quoted
from provenance.scoring.factors.case import NOBODY, Against, Case, Hand

COUNTED_AS_SOURCING = {
    (HedgeKind.HEARSAY, SourcingType.HEARSAY),
    (HedgeKind.HEARSAY, SourcingType.VAGUE_ESTIMATE),
    (HedgeKind.APPEARANCE, SourcingType.OUTLET_ANALYSIS),
}
"""Kinds of hedge whose words are those of the sourcing type itself."""


class Surroundings(NamedTuple):
    """A claim with everything around it that scoring is given."""

    claim: Claim
    article: ArticleHead
    group: ClaimGroup
    conflicts: Sequence[Conflict]
    record: SourceRecord
    outlets: Mapping[str, Outlet]
    on: date | None
    """The day from which the age of a letter is counted."""

    @property
    def attribution(self) -> Attribution | None:
        """The first attribution, which decides the sourcing type; None in the outlet's own voice."""
        return self.claim.attributions[0] if self.claim.attributions else None

    def name_of(self, key: str | None) -> str | None:
        """The name behind a key, as the registry or the group knows it; else the key itself, in words."""
        if key is None:
            return None
        if key in self.outlets:
            return self.outlets[key].name
        return next((origin.name for origin in self.group.origins if origin.key == key), key.replace("-", " "))


class Hedges(NamedTuple):
    """A claim's weakening words, by whether they already made its sourcing type."""

    counted: tuple[Hedge, ...]
    weakening: tuple[Hedge, ...]


def case_of(around: Surroundings) -> tuple[Case, Particulars]:
    """The case of a claim and its particulars.

    Conflicts that touch no claim of its group are left aside, and so is a record that is not of its source.
    """
    behind = origin_behind(around.claim, around.group) if around.group.collapsed else None
    hands = _hands(around, behind)
    hedges = _hedges(around.claim, behind.sourcing_type if behind else around.claim.sourcing_type)
    around = around._replace(record=_record(around.record, behind))
    against = _against(around)
    case = _case(around, behind, hands, hedges, tuple(against))
    names = _names(around, behind, hands)
    names.update((f"against_{at}", reason) for at, reason in enumerate(against.values()))
    quoted = tuple(_quoted(around.claim, place, span) for place, span in _places(around.claim, hedges))
    return case, Particulars(names=tuple(names.items()), quoted=quoted)


def _case(around: Surroundings, behind: Origin | None, hands: tuple[str, ...], hedges: Hedges, against: tuple[Against, ...]) -> Case:
    claim, group, attribution, record = around.claim, around.group, around.attribution, around.record
    own = behind.key if behind else attribution.origin if attribution else None
    return Case(
        kind=behind.sourcing_type if behind else claim.sourcing_type,
        behind=behind is not None,
        attributed=attribution is not None,
        origin_shown=attribution is not None and attribution.origin is not None,
        known=_source_name(around, behind) is not None,
        party=_side(around, behind) is not None,
        carried_over=attribution is not None and attribution.carried_over,
        confidence=round(min(max(attribution.confidence, 0.0), 1.0), 2) if attribution else 1.0,
        mode=attribution.mode if attribution else Mode.INDIRECT,
        hands=tuple(_kind_of_hand(around.outlets.get(key)) for key in hands),
        record=_anonymous(record),
        dated=record.letter is not Letter.F and record.letter_on is not None,
        letter_age=_letter_age(record, around.on),
        hedges=_kinds(claim.hedges),
        weakening=_kinds(hedges.weakening),
        text=around.article.text_status,
        origins=tuple(sorted([origin.sourcing_type for origin in group.origins])),
        own=next((origin.sourcing_type for origin in group.origins if origin.key == own), None) if own else None,
        parties_only=group.parties_only,
        adversaries_agree=group.adversaries_agree,
        sides_shown=group.adversaries_agree and any(origin.party for origin in group.origins),
        echoed=bool(group.collapsed),
        suspected_echo=_suspicion(around) is not None,
        conflict=group.conflict,
        against=against,
    )


def _names(around: Surroundings, behind: Origin | None, hands: tuple[str, ...]) -> dict[str, str]:
    """The names that reasons may leave open, as far as there is something to put there."""
    group, record, attribution = around.group, around.record, around.attribution
    names: dict[str, str | None] = {
        "source": _source_name(around, behind),
        "side": _side(around, behind),
        "hands": ", then ".join(around.name_of(key) or key for key in hands) or None,
        "origin": group.origins[0].name if len(group.origins) == 1 else None,
    }
    if behind and attribution:
        names["relay"] = attribution.origin_name or around.name_of(attribution.origin)
    if record.letter is not Letter.F:
        names |= {"basis": record.letter_basis, "given": record.letter_on.isoformat() if record.letter_on else None}
    if group.collapsed:
        names |= {"claims": str(len(group.claims)), "outlets": str(len(group.outlets))}
    if group.adversaries_agree:
        names["sides"] = ", ".join(dict.fromkeys(origin.party for origin in group.origins if origin.party))
    if group.suspected_echo:
        names["suspicion"] = _suspicion(around)
    return {name: said for name, said in names.items() if said is not None}


def origin_behind(claim: Claim, group: ClaimGroup) -> Origin | None:
    """The origin of the group whose relay is this claim's last shown source: what `Reuters said` here goes back to elsewhere."""
    for collapse in group.collapsed:
        if (
            collapse.claim == claim.id
            and collapse.rule is IndependenceRule.SHARED_RELAY
            and claim.origins[:1] not in ((), (collapse.into,))
        ):
            return next((o for o in group.origins if o.key == collapse.into and o.sourcing_type is not claim.sourcing_type), None)
    return None


def _source_name(around: Surroundings, behind: Origin | None) -> str | None:
    """The origin in words for people; the outlet where it speaks in its own voice; None where neither is known."""
    if behind is not None:
        return behind.name
    attribution = around.attribution
    if attribution is None:
        return None if around.article.outlet == "unknown" else around.article.outlet_name
    return attribution.origin_name or around.name_of(attribution.origin)


def _side(around: Surroundings, behind: Origin | None) -> str | None:
    """The side that the source belongs to, where the words show one."""
    return behind.party if behind else around.attribution.party if around.attribution else None


def _suspicion(around: Surroundings) -> str | None:
    """Why the claim is perhaps an undeclared echo."""
    return next((echo.reason for echo in around.group.suspected_echo or () if echo.claim == around.claim.id), None)


def _hands(around: Surroundings, behind: Origin | None) -> tuple[str, ...]:
    """The keys of those who passed it on between the origin and the outlet, the outlet's side first."""
    attribution = around.attribution
    if attribution is None:
        republished = around.article.republished_from
        return (republished,) if republished and republished != around.article.outlet else ()
    passed_on = attribution.chain[1:]
    ends_here = behind is None and passed_on[-1:] == (attribution.origin,)
    return passed_on[:-1] if ends_here else passed_on


def _kind_of_hand(outlet: Outlet | None) -> Hand:
    if outlet is None:
        return Hand.UNKNOWN
    kind = outlet.sourcing_type
    return Hand(kind.value) if kind in (SourcingType.WIRE_AGENCY, SourcingType.STATE_AGENCY) else Hand.MEDIA_OUTLET


def _record(record: SourceRecord, behind: Origin | None) -> SourceRecord:
    """The record, if it is the source's own: publishers that nobody knows share none, nor does a relay with whom it quotes."""
    return NOBODY if record.key == "unknown" or (behind is not None and record.key != behind.key) else record


def _anonymous(record: SourceRecord) -> SourceRecord:
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
        return Hedges((), ())
    cues = claim.attributions[0].cue if claim.attributions and not kind.shows_origin else ()

    def counted(hedge: Hedge) -> bool:
        return (hedge.kind, kind) in COUNTED_AS_SOURCING or any(cue.overlaps(hedge.span) for cue in cues)

    return Hedges(tuple(h for h in claim.hedges if counted(h)), tuple(h for h in claim.hedges if not counted(h)))


def _kinds(hedges: Sequence[Hedge]) -> tuple[HedgeKind, ...]:
    return tuple(sorted({hedge.kind for hedge in hedges})) if hedges else ()


def _against(around: Surroundings) -> dict[Against, str]:
    """Every kind of contradiction that touches the group, in order, each with its first reason by the alphabet."""
    found: dict[Against, str] = {}
    members = {around.claim.id, *around.group.claims} if around.conflicts else set()
    for conflict in around.conflicts:
        if conflict.a in members or conflict.b in members:
            kind = Against(conflict.severity, conflict.kind, conflict.reconcile is not None)
            found[kind] = min(found.get(kind, conflict.reason), conflict.reason)
    return dict(sorted(found.items()))


def _places(claim: Claim, hedges: Hedges) -> Iterator[tuple[Place, Span]]:
    """Where the words stand that factors may rest on, each place once."""
    attribution = claim.attributions[0] if claim.attributions else None
    if attribution is not None:
        for place, spans in (
            (Place.SOURCE, attribution.source or attribution.antecedent or attribution.cue),
            (Place.ANTECEDENT, attribution.antecedent if attribution.carried_over else ()),
            (Place.CONTENT, attribution.content if attribution.mode is not Mode.INDIRECT else ()),
        ):
            if spans:
                yield place, spans[0]
    if hedges.counted and claim.sourcing_type is SourcingType.OUTLET_ANALYSIS:
        yield Place.INFERENCE, hedges.counted[0].span
    for kind in _kinds(hedges.weakening):
        yield Place(kind.value), next(hedge.span for hedge in hedges.weakening if hedge.kind is kind)


def _quoted(claim: Claim, place: Place, span: Span) -> Quoted:
    return Quoted(place=place, span=span, words=claim.words(span) or None)
