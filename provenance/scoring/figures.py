"""Figures of a method file: each with why it is so, and within the bounds that its meaning sets."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Part(BaseModel):
    """A table of the method file: frozen; unknown keys, infinities and numbers written as words are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Weight(Part):
    """One figure with why it is so: a weight of evidence in log-odds, unless its table says otherwise."""

    weight: float = Field(strict=True, ge=-10, le=10)
    why: Words
    reference: Words | None = None


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

    weight: float = Field(strict=True, ge=0.001, le=1000)


class Days(Weight):
    """A number of days."""

    weight: int = Field(strict=True, ge=1, le=36_500)


class Step(Weight):
    """Steps along the digits of the Admiralty code."""

    weight: int = Field(strict=True, ge=0, le=4)


class Count(Weight):
    """A number of things of which there is at least one."""

    weight: int = Field(strict=True, ge=1, le=1000)


class Bins(Weight):
    """A number of bins in which scores are drawn."""

    weight: int = Field(strict=True, ge=2, le=50)


class Judged(Weight):
    """A digit of the Admiralty code that judges, 1 to 5. From steps along it no 6 comes out."""

    weight: int = Field(strict=True, ge=1, le=5)


class Unknown(Weight):
    """The digit that judges nothing. This is a rule: unknown is 6, and no place along the digits."""

    weight: int = Field(strict=True, ge=6, le=6)


class DigitOf(Weight):
    """A digit of the Admiralty code, 6 for unknown included."""

    weight: int = Field(strict=True, ge=1, le=6)
