"""A score in two parts: what a method makes of all claims of one kind of case, and the names and words of the claim at hand.

The first part is the same for very many claims and changes with the method; the second belongs to one claim and never does.
"""

from enum import StrEnum
from typing import NamedTuple

from provenance.model.reliability import Digit, Factor, Letter, Score, Side, WhatIf
from provenance.model.text import Span, Value


class Place(StrEnum):
    """Which words of the article a factor rests on."""

    SOURCE = "source"
    ANTECEDENT = "antecedent"
    CONTENT = "content"
    INFERENCE = "inference"
    HEARSAY = "hearsay"
    APPEARANCE = "appearance"
    MODAL = "modal"
    BELIEF = "belief"
    APPROXIMATOR = "approximator"
    DISTANCING = "distancing"


class Quoted(NamedTuple):
    """Words that a factor rests on: where they stand in the article, and the words where they stand in the claim itself."""

    place: Place
    span: Span
    words: str | None = None


class Particulars(Value):
    """What one claim adds to the weighing of its kind of case: names by what they are called in the reasons, and quoted words."""

    names: tuple[tuple[str, str], ...] = ()
    quoted: tuple[Quoted, ...] = ()


class Step(Value):
    """One factor with its weight in log-odds. In `reason`, names stand open, as in `heard through {hands}`."""

    factor: str
    side: Side
    weight: float
    reason: str
    place: Place | None = None


class Weighing(Value):
    """What a method makes of every claim of one kind of case; all reasons leave names open.

    `case` is the kind of case as text, from which another method can weigh it anew; empty where that is not possible.
    """

    case: str
    method: str
    digest: str
    value: float
    low: float
    high: float
    letter: Letter
    digit: Digit
    letter_reason: str
    digit_reason: str
    steps: tuple[Step, ...]
    what_if: tuple[WhatIf, ...] = ()


class _Names(dict[str, str]):
    """Names by what they are called in reasons."""

    def __missing__(self, name: str) -> str:
        """A name that was not kept, because an older version of the program did not ask for it."""
        return "not known"


class Weighed(NamedTuple):
    """A claim weighed: what a method makes of its kind of case, with its own names and words."""

    weighing: Weighing
    particulars: Particulars = Particulars()

    @property
    def score(self) -> Score:
        """The score as people read it, every name and every quoted word in its place."""
        kind, names = self.weighing, _Names(self.particulars.names)
        quoted = {found.place: found for found in self.particulars.quoted}

        def filled(reason: str) -> str:
            # Only our own words are read for open places, and never what is put there: a name may hold braces.
            return reason.format_map(names) if "{" in reason else reason

        def factor(step: Step) -> Factor:
            found = quoted.get(step.place) if step.place else None
            return Factor(
                factor=step.factor,
                side=step.side,
                weight=step.weight,
                reason=filled(step.reason),
                quote=found.span if found else None,
                words=found.words if found else None,
            )

        return Score(
            value=kind.value,
            low=kind.low,
            high=kind.high,
            letter=kind.letter,
            digit=kind.digit,
            letter_reason=filled(kind.letter_reason),
            digit_reason=filled(kind.digit_reason),
            factors=tuple(factor(step) for step in kind.steps),
            what_if=kind.what_if,
            method=kind.method,
            method_digest=kind.digest,
        )
