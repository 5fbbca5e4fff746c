"""The method: published weights, thresholds and grade rules, read from TOML and checked before anything is scored with them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError, model_validator

from provenance.errors import MethodError
from provenance.model.chain import Severity
from provenance.model.claim import HedgeKind
from provenance.model.reliability import Letter
from provenance.model.source import Family, SourcingType
from provenance.scoring.places import line_of

PACKAGED = Path(__file__).with_name("method.toml")

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


def load_method(path: Path | None = None) -> Method:
    """The packaged method, or a newsroom's own from a file: complete, or with `extends` on top of another.

    Raises MethodError, which names file, line and key, for anything that cannot be used.
    """
    return _packaged() if path is None else _checked(Path(path))


@cache
def _packaged() -> Method:
    return _checked(PACKAGED)


def _checked(path: Path) -> Method:
    texts: dict[Path, str] = {}
    tables = _read(path, texts)
    try:
        return Method.model_validate(tables)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        key = tuple(str(part) for part in problem["loc"] if part != "[key]")
        raise _refused(_place(path, texts, key), _in_words(dict(problem))) from error


def _read(path: Path, texts: dict[Path, str]) -> dict[str, Any]:
    """The tables of a method file, laid over those of the file that it extends."""
    place = path.resolve()
    if place in texts:
        raise _refused(str(path), "it extends itself, by way of " + ", ".join(str(p.name) for p in texts))
    try:
        texts[place] = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(texts[place])
    except OSError as error:
        raise _refused(str(path), f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise _refused(str(path), f"it is not UTF-8 text (byte {error.start})") from error
    except tomllib.TOMLDecodeError as error:
        raise _refused(str(path), f"it is not TOML: {error}") from error
    if not tables:
        raise _refused(str(path), "it is empty")
    if "extends" not in tables:
        return tables
    base = tables.pop("extends")
    if not isinstance(base, str) or not base.strip():
        raise _refused(f"{path}, extends", 'it should say "packaged" or name another method file')
    if "version" not in tables:
        raise _refused(str(path), "it has no version of its own, so its scores could not be told from those of the method it extends")
    return _laid_over(_read(PACKAGED if base == "packaged" else path.parent / base, texts), tables)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Tables merged key by key; an entry that holds a figure is replaced whole, its reason included."""
    merged = dict(below)
    for key, value in above.items():
        lower = below.get(key)
        merge = isinstance(value, dict) and isinstance(lower, dict) and "weight" not in value
        merged[key] = _laid_over(lower, value) if merge and isinstance(lower, dict) else value
    return merged


def _place(path: Path, texts: dict[Path, str], key: tuple[str, ...]) -> str:
    """File, line and key as people look them up; the uppermost file that mentions the key is the one to mend."""
    dotted = ".".join(key)
    for file, text in texts.items():
        line = line_of(text, key)
        if line is not None:
            return f"{path if file == path.resolve() else file.name}, line {line}, {dotted}"
    return f"{path}, {dotted}" if dotted else str(path)


def _in_words(problem: dict[str, Any]) -> str:
    found = problem["input"]
    match problem["type"]:
        case "extra_forbidden":
            return "no such key is known"
        case "missing":
            return "it is missing"
        case "float_type":
            return f"it should be a number and is {found!r}"
        case "int_type" | "int_from_float":
            return f"it should be a whole number and is {found!r}"
        case "finite_number":
            return f"it should be a finite number and is {found}"
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            return f"{found} is out of range: {str(problem['msg']).lower().removeprefix('input ')}"
        case "enum" | "value_error":
            return str(problem["msg"]).removeprefix("Value error, ").removeprefix("Input ")
        case "string_too_short":
            return "it is empty; every figure says why"
        case _:
            return f"{problem['msg']} (found {str(found)[:60]!r})"


def _refused(place: str, what: str) -> MethodError:
    return MethodError(
        f"The method cannot be used: {place}: {what}.",
        means="Nothing was scored with it, and the method used so far stays in force.",
        do="Mend that place and try again.",
    )
