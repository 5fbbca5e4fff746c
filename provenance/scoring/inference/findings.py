"""What the estimate has to say, for people: suggestions with what they rest on, never verdicts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from provenance.scoring.beta import Beta, Interval

DECIMALS = 4
"""Places to which probabilities are told; values whose probabilities do not differ in them are told as undecided."""


@dataclass(frozen=True)
class ValueFinding:
    """One value of an object, with the probability that it is the true one, 0..1, and who gives it."""

    value: str
    probability: float
    sources: tuple[str, ...]


@dataclass(frozen=True)
class ObjectFinding:
    """What is given for an object, the most credible value first. The probabilities sum to less than 1: the truth may be none of them."""

    object: str
    values: tuple[ValueFinding, ...]

    @property
    def believed(self) -> str:
        """The most credible value; of several that are equally credible the one that states most, and of those the first by its letters."""
        return self.values[0].value

    @property
    def undecided(self) -> bool:
        """Whether another value is as credible as the first."""
        return len(self.values) > 1 and self.values[0].probability == self.values[1].probability


@dataclass(frozen=True)
class SourceFinding:
    """How accurate a source seems, from what is believed of its claims and nothing else: Beta(1 + true, 1 + false)."""

    source: str
    claims: int
    """Of how many objects it speaks."""
    believed: float
    """Of how many of them its word is expected to hold."""

    @cached_property
    def posterior(self) -> Beta:
        """What is believed of its accuracy."""
        return Beta(1 + self.believed, 1 + max(self.claims - self.believed, 0.0))

    @property
    def accuracy(self) -> float:
        """The expected share of its claims that hold, 0..1."""
        return self.posterior.mean

    def interval(self, level: float = 0.8) -> Interval:
        """Between which ends its accuracy lies with a probability of `level`."""
        return self.posterior.interval(level)


@dataclass(frozen=True)
class CopyingFinding:
    """Two sources of which one seems to copy from the other, or both from a third that nobody has named."""

    sources: tuple[str, str]
    probability: float
    shared: int
    """Objects that both speak of, as far as they were compared."""
    same: int
    """On how many of them they agree."""
    same_false: float
    """How many of the values they agree on are expected to be false; that is what gives them away."""
    copier: str | None
    """Which of the two copies; None where it cannot be told."""
    direction: float
    """The probability that the first of the two is the one that copies, if one does."""


@dataclass(frozen=True)
class Inference:
    """Everything that was estimated; a suggestion, never a verdict."""

    objects: Mapping[str, ObjectFinding]
    sources: Mapping[str, SourceFinding]
    copying: tuple[CopyingFinding, ...]
    """The pairs that probably copy, the surest first."""
    compared: int
    """How many pairs of sources speak of enough objects in common to be compared."""
    rounds: int
    settled: bool
    """Whether the estimate came to rest; if not, its figures are those of the last round."""
