"""The method: the weights, thresholds and grade rules of `method.toml`. What every method must keep to stands in `promises.py`."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from typing import Annotated, NamedTuple, TypeVar

from pydantic import AfterValidator, BaseModel, StringConstraints

from provenance.model.chain import ConflictKind, Severity
from provenance.model.claim import HedgeKind
from provenance.model.reliability import Letter
from provenance.model.source import SourcingType, Voice
from provenance.scoring import figures as f

Kind = TypeVar("Kind", bound=StrEnum)
Figure = TypeVar("Figure", bound=f.Weight)


def _printable(version: str) -> str:
    if not version.isprintable():
        raise ValueError("it holds signs that cannot be shown")
    return version


Version = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), AfterValidator(_printable)]
"""The name of a method, on one line of up to 40 letters, for it stands beside every score."""


def _complete(table: dict[Kind, Figure]) -> dict[Kind, Figure]:
    if not table:
        raise ValueError("nothing is said here")
    missing = [kind.value for kind in type(next(iter(table))) if kind not in table]
    if missing:
        raise ValueError(f"nothing is said for {', '.join(missing)}")
    return table


Each = Annotated[dict[Kind, Figure], AfterValidator(_complete)]
"""A figure for every kind there is."""


class FamilyWeights(f.Part):
    """What it weighs that a house answers for it, or nobody. Whether people are named is weighed under `naming`."""

    institution: f.Weight
    none: f.Weight


class Naming(f.Part):
    """What it weighs whether the origin is named."""

    named: f.Helps
    anonymous: f.Hurts


class Relay(f.Part):
    """What each hand weighs through which a claim came, and what its kind adds to that."""

    hand: f.Hurts
    wire_agency: f.Hurts
    state_agency: f.Hurts
    media_outlet: f.Hurts
    unknown: f.Hurts


class AttributionWeights(f.Part):
    """What the manner of the attribution weighs."""

    party: f.Hurts
    carried_over: f.Hurts
    doubtful: f.Hurts
    sure: f.Share


class AssessmentWeights(f.Part):
    """What a letter given by people weighs. F has no weight: unknown is not a number."""

    A: f.Weight
    B: f.Weight
    C: f.Weight
    D: f.Weight
    E: f.Weight


class Staleness(f.Part):
    """How much of a letter's weight is left once it is stale."""

    left: f.Share


class Quotation(f.Part):
    """What it weighs to have the words themselves."""

    direct: f.Helps
    mixed: f.Helps


class TextWeights(f.Part):
    """What the state of the text at hand weighs."""

    restated: f.Hurts
    translated: f.Hurts


class Agreement(f.Part):
    """What independent origins weigh, and what repetition."""

    doubling: f.Helps
    doubling_of_parties: f.Helps
    adversaries: f.Helps
    most_doublings: f.Helps
    echo: f.Nothing
    suspected_echo: f.Hurts


class OriginWorth(f.Part):
    """How much of an origin each further one counts, by family."""

    named: f.Share
    institution: f.Share
    anonymous: f.Share


class Reconcilable(f.Part):
    """How much of a conflict is left where it can be reconciled."""

    share: f.Share


class Weights(f.Part):
    """All weights of evidence, a table for each factor or theme."""

    family: FamilyWeights
    capacity: Each[SourcingType, f.Weight]
    naming: Naming
    relay: Relay
    attribution: AttributionWeights
    assessment: AssessmentWeights
    staleness: Staleness
    quotation: Quotation
    hedge: Each[HedgeKind, f.Hurts]
    text: TextWeights
    agreement: Agreement
    origin_worth: OriginWorth
    conflict: Each[Severity, f.Hurts]
    conflict_kind: Each[ConflictKind, f.Share]
    reconcilable: Reconcilable


class Prior(f.Part):
    """What is expected of a source before its first verdict, as so many claims supported and refuted."""

    supported: f.Positive
    refuted: f.Positive


class Priors(f.Part):
    """A prior for each kind of source."""

    people: Prior
    official_body: Prior
    state_agency: Prior
    wire_agency: Prior
    media_outlet: Prior
    document: Prior


class TrackRecord(f.Part):
    """How verdicts on a source's earlier claims become a weight."""

    limit: f.Positive
    prior: Priors


class IntervalRules(f.Part):
    """How wide the interval is."""

    level: f.Level
    doubt: f.Helps
    unread: f.Helps


class LetterRules(f.Part):
    """From which posterior mean on a letter is given, from how many verdicts on any is, and how long one that people gave is fresh."""

    verdicts: f.Positive
    fresh: f.Days
    A: f.Level
    B: f.Level
    C: f.Level
    D: f.Level


class DigitRules(f.Part):
    """Which digit a group of claims gets, and how far a single origin can fall."""

    confirmed: f.Judged
    confirmed_weakly: f.Judged
    contested: f.Judged
    contested_yet_confirmed: f.Judged
    worst_alone: f.Judged
    far: f.Count
    no_origin: f.Unknown


class GradeRules(f.Part):
    """The Admiralty code's two halves, judged apart."""

    letter: LetterRules
    digit: DigitRules
    digit_alone: Each[SourcingType, f.DigitOf]
    digit_hedged: Each[HedgeKind, f.Step]


class CalibrationRules(f.Part):
    """From how many verdicts on it is said how well scores foresee them, and in how many bins they are drawn."""

    verdicts: f.Count
    verdicts_of_kind: f.Count
    bins: f.Bins


class InferenceRules(f.Part):
    """From how many objects that sources tell differently on it is suggested whom to believe."""

    objects: f.Count


class DebtRules(f.Part):
    """Which claim is an article's key claim."""

    headline: f.Share


class Entry(NamedTuple):
    """One figure of a method with the key under which it stands in the file."""

    key: str
    figure: f.Weight


class Method(f.Part):
    """A whole method. Its version and digest are stored with each score that it gave."""

    version: Version
    start: f.Weight
    weights: Weights
    track_record: TrackRecord
    interval: IntervalRules
    grade: GradeRules
    calibration: CalibrationRules
    inference: InferenceRules
    debt: DebtRules

    def __hash__(self) -> int:
        """Methods that weigh alike have one hash; it is asked for with every score."""
        return hash(self.digest)

    @cached_property
    def digest(self) -> str:
        """Twelve signs that tell methods apart whose figures differ, whatever they call themselves; reasons do not count."""
        figures = {entry.key: float(entry.figure.weight) for entry in self.entries()}
        return hashlib.sha256(json.dumps(figures, sort_keys=True).encode()).hexdigest()[:12]

    def entries(self) -> Iterator[Entry]:
        """Every figure with its key, in the order of the published file."""
        return _entries("", self)

    def assessed(self, letter: Letter) -> f.Weight | None:
        """What a letter given by people weighs; None for F, which never enters arithmetic."""
        weight: f.Weight | None = getattr(self.weights.assessment, letter.value, None)
        return weight

    def prior(self, voice: Voice) -> Prior:
        """What is expected of a source of this kind before its first verdict."""
        expected: Prior = getattr(self.track_record.prior, voice.value)
        return expected

    def stale(self, days: int | None) -> bool:
        """Whether a letter of that age, in days, is stale; one of unknown age is not known to be."""
        return days is not None and days > self.grade.letter.fresh.weight


def _entries(before: str, part: object) -> Iterator[Entry]:
    if isinstance(part, f.Weight):
        yield Entry(before, part)
    elif isinstance(part, BaseModel | Mapping):
        for name, inner in part.items() if isinstance(part, Mapping) else part:
            yield from _entries(f"{before}.{name}" if before else str(name), inner)
