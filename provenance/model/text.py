"""Places in a text, and the frozen value that everything in the model is made of."""

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """A frozen, validated value: two with the same fields are the same value; unknown fields are an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(NamedTuple):
    """A place in an article's text: Python string indices, end exclusive, `0 <= start <= end`."""

    start: int
    end: int

    def within(self, text: str) -> str:
        """The words that stand at this place, exactly as published."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two places share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other place lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end


def hull(spans: Iterable[Span]) -> Span | None:
    """The smallest place that holds all the given ones; None of none."""
    places = list(spans)
    if not places:
        return None
    return Span(min(s.start for s in places), max(s.end for s in places))
