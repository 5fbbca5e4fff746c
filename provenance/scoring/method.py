"""The method: the weights, thresholds and grade rules of `method.toml`, with the promises that every method has to keep."""

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator

from provenance.model.chain import Severity
from provenance.model.claim import HedgeKind
from provenance.model.reliability import Letter
from provenance.model.source import Family, SourcingType

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Part(BaseModel):
    """A table of the method file: frozen; unknown keys, infinities and numbers written as words are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Weight(Part):
    """One figure with why it is so: a weight of evidence in log-odds, unless its table says otherwise."""

    weight: float = Field(strict=True, ge=-10, le=10)
    why: Words
    reference: str | None = None


class Helps(Weight):
    """A weight that can only raise, so that an added origin never lowers a score."""

    weight: float = Field(strict=True, ge=0, le=10)


class Hurts(Weight):
    """A weight that can only lower, so that an added hedge, relay or contradiction never raises a score."""

    weight: float = Field(strict=True, ge=-10, le=0)


class Nothing(Weight):
    """A weight that is a rule: it is 0 and stays 0."""

    weight: float = Field(strict=True, ge=0, le=0)


class Share(Weight):
    """A share, 0 to 1."""

    weight: float = Field(strict=True, ge=0, le=1)


class Level(Weight):
    """A probability that leaves something on both sides: 0 and 1 excluded."""

    weight: float = Field(strict=True, gt=0, lt=1)


class Positive(Weight):
    """A figure above 0."""

    weight: float = Field(strict=True, gt=0, le=1000)


class Step(Weight):
    """A whole number: a digit of the Admiralty code, or steps along it."""

    weight: int = Field(strict=True, ge=0, le=6)


class DigitOf(Step):
    """A digit of the Admiralty code, 1 to 6."""

    weight: int = Field(strict=True, ge=1, le=6)


class Naming(Part):
    """What it weighs whether the origin is named."""

    named: Helps
    anonymous: Hurts


class Relay(Part):
    """What each hand weighs through which a claim came, by its kind."""

    wire_agency: Hurts
    state_agency: Hurts
    media_outlet: Hurts
    unknown: Hurts


class AttributionWeights(Part):
    """What the manner of the attribution weighs."""

    party: Hurts
    carried_over: Hurts
    doubtful: Hurts
    sure: Share


class Assessment(Part):
    """What a letter given by people weighs. F has no weight: unknown is not a number."""

    A: Weight
    B: Weight
    C: Weight
    D: Weight
    E: Weight


class Quotation(Part):
    """What it weighs to have the words themselves."""

    direct: Helps
    mixed: Helps


class TextWeights(Part):
    """What the state of the text at hand weighs."""

    restated: Hurts


class Agreement(Part):
    """What independent origins weigh."""

    doubling: Helps
    doubling_of_parties: Helps
    adversaries: Helps
    most_doublings: Helps
    echo: Nothing


class OriginWorth(Part):
    """How much of an origin each further one counts, by family."""

    named: Share
    institution: Share
    anonymous: Share


class Reconcilable(Part):
    """How much of a conflict is left where it can be reconciled."""

    share: Share


def _complete(table: dict[Any, Any], kinds: type[Any]) -> None:
    missing = [kind.value for kind in kinds if kind not in table]
    if missing:
        raise ValueError(f"nothing is said for {', '.join(missing)}")


class Weights(Part):
    """All weights of evidence, a table for each factor or theme."""

    capacity: dict[SourcingType, Weight]
    naming: Naming
    relay: Relay
    attribution: AttributionWeights
    assessment: Assessment
    quotation: Quotation
    hedge: dict[HedgeKind, Hurts]
    text: TextWeights
    agreement: Agreement
    origin_worth: OriginWorth
    conflict: dict[Severity, Hurts]
    reconcilable: Reconcilable

    @model_validator(mode="after")
    def _keeps_its_promises(self) -> Self:
        """Nothing is left out, and a named origin never weighs less than the same one unnamed."""
        _complete(self.capacity, SourcingType)
        _complete(self.hedge, HedgeKind)
        _complete(self.conflict, Severity)
        named = min((t for t in SourcingType if t.family is Family.NAMED), key=lambda t: self.capacity[t].weight)
        hidden = max((t for t in SourcingType if t.family is Family.ANONYMOUS), key=lambda t: self.capacity[t].weight)
        with_name = self.capacity[named].weight + self.naming.named.weight
        without = self.capacity[hidden].weight + self.naming.anonymous.weight
        if with_name < without:
            raise ValueError(f"{named.value} would weigh {with_name:+.2f} and {hidden.value} {without:+.2f}: a name must not lower a score")
        if self.origin_worth.named.weight < self.origin_worth.anonymous.weight:
            raise ValueError("an unnamed origin would count for more than a named one: a name must not lower a score")
        if self.agreement.doubling.weight < self.agreement.doubling_of_parties.weight:
            raise ValueError("parties alone would weigh more than origins with no side: an added origin must not lower a score")
        return self


class TrackRecord(Part):
    """How verdicts on a source's earlier claims become a weight."""

    prior_supported: Positive
    prior_refuted: Positive
    limit: Positive


class IntervalRules(Part):
    """How wide the interval is."""

    level: Level
    doubt: Helps
    unread: Helps


class LetterRules(Part):
    """From which posterior mean on a letter is given, and from how many verdicts on any is."""

    verdicts: Positive
    A: Level
    B: Level
    C: Level
    D: Level

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if not self.A.weight > self.B.weight > self.C.weight > self.D.weight:
            raise ValueError("the thresholds must fall from A to D")
        return self


class DigitRules(Part):
    """Which digit a group of claims gets, and how far a single origin can fall."""

    confirmed: DigitOf
    confirmed_weakly: DigitOf
    contested: DigitOf
    contested_yet_confirmed: DigitOf
    worst_alone: DigitOf
    far: Step
    no_origin: DigitOf


class GradeRules(Part):
    """The Admiralty code's two halves, judged apart."""

    letter: LetterRules
    digit: DigitRules
    digit_alone: dict[SourcingType, DigitOf]
    digit_hedged: dict[HedgeKind, Step]

    @model_validator(mode="after")
    def _nothing_left_out(self) -> Self:
        _complete(self.digit_alone, SourcingType)
        _complete(self.digit_hedged, HedgeKind)
        return self


class Method(Part):
    """A whole method. The version is stored with each score that it gave."""

    version: Words
    start: Weight
    weights: Weights
    track_record: TrackRecord
    interval: IntervalRules
    grade: GradeRules

    def assessed(self, letter: Letter) -> Weight | None:
        """What a letter given by people weighs; None for F, which never enters arithmetic."""
        weight: Weight | None = getattr(self.weights.assessment, letter.value, None)
        return weight
