"""How far to trust a claim: the Admiralty grade, the score in log-odds, and the reasons for both."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from provenance.model.text import Span, Value


class Letter(StrEnum):
    """The source's half of the Admiralty code. F means unknown, not bad."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"

    @property
    def words(self) -> str:
        """What the code says of such a source."""
        return _LETTER_WORDS[self]


class Digit(StrEnum):
    """The information's half of the Admiralty code. 6 means unknown, not bad."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"

    @property
    def words(self) -> str:
        """What the code says of such information."""
        return _DIGIT_WORDS[self]


_LETTER_WORDS = {
    Letter.A: "completely reliable",
    Letter.B: "usually reliable",
    Letter.C: "fairly reliable",
    Letter.D: "not usually reliable",
    Letter.E: "unreliable",
    Letter.F: "cannot be judged",
}
_DIGIT_WORDS = {
    Digit.CONFIRMED: "confirmed by other sources",
    Digit.PROBABLY_TRUE: "probably true",
    Digit.POSSIBLY_TRUE: "possibly true",
    Digit.DOUBTFUL: "doubtful",
    Digit.IMPROBABLE: "improbable",
    Digit.CANNOT_BE_JUDGED: "cannot be judged",
}


class Side(StrEnum):
    """Which half of the grade a factor speaks to."""

    SOURCE = "source"
    INFORMATION = "information"


class Factor(Value):
    """One reason for a score: a signed weight in log-odds, in words, with the words of the text it rests on."""

    factor: str
    side: Side
    weight: float
    reason: str
    quote: Span | None = None
    """Where in the article the words stand that it rests on."""
    words: str | None = None
    """Those words, exactly as published."""


class WhatIf(Value):
    """A change that would move the score: what, and the value and grade that it would give."""

    change: str
    value: float
    grade: str


class Score(Value):
    """0 to 1 with an interval; `value` is the logistic of the sum of the factors' weights."""

    value: float
    low: float
    high: float
    letter: Letter
    digit: Digit
    letter_reason: str
    digit_reason: str
    factors: tuple[Factor, ...]
    what_if: tuple[WhatIf, ...] = ()
    method: str
    """Version of the method that gave it."""
    method_digest: str = ""
    """A short digest of that method's figures: two methods of one version that weigh differently differ in it."""

    @property
    def grade(self) -> str:
        """Letter and digit, side by side."""
        return f"{self.letter.value}{self.digit.value}"


class SourceRecord(Value):
    """What verdicts say of a source or outlet so far. A source that nobody has judged is all zeros and an F."""

    key: str
    supported: int = 0
    refuted: int = 0
    letter: Letter = Letter.F
    letter_basis: str = "no letter given yet"
    letter_on: date | None = None


class Part(NamedTuple):
    """What part a source has in a claim."""

    key: str
    speaks: bool = False
    """Whether its record speaks for the claim."""
    answers: bool = False
    """Whether a verdict on the claim's group goes into its record: it is an origin, or says so in its own voice."""
    publishes: bool = False
    repeats: bool = False
    """Whether it publishes the claim as an echo: it has it from elsewhere, and so has another article."""


class GivenLetter(NamedTuple):
    """A letter that somebody of the newsroom gave a source."""

    letter: Letter
    on: date
    by: str
    why: str
