"""A score taken apart in plain lines of text: value, grade, every weight with its reason and words, and what would change it."""

from collections.abc import Iterator

from provenance.model.reliability import Factor, Score, Side
from provenance.scoring.factors import sum_of
from provenance.scoring.interval import logistic

HEADINGS = {Side.SOURCE: "The source", Side.INFORMATION: "The information"}


def lines(score: Score) -> list[str]:
    """The lines that `provenance explain` prints, without styling.

    Quoted words stand exactly as published, control characters included: whoever shows the lines makes them safe for the terminal.
    """
    told = [
        f"{score.value:.2f} ({score.low:.2f}–{score.high:.2f})  {score.grade}",
        f"  {score.letter.value}  the source: {score.letter.words}; {score.letter_reason}",
        f"  {score.digit.value}  the information: {score.digit.words}; {score.digit_reason}",
        "",
        *(f"  {signed(f.weight)}  {f.reason} ({logistic(f.weight):.2f})" for f in score.factors if f.factor == "start"),
    ]
    for side, heading in HEADINGS.items():
        steps = [factor for factor in score.factors if factor.side is side and factor.factor != "start"]
        if steps:
            told += [heading, *_steps(steps)]
    if score.what_if:
        told.append("What would change it")
        told += [f"  {change.value:.2f} {change.grade}  {change.change}" for change in score.what_if]
    total = sum_of(factor.weight for factor in score.factors)
    whose = f"Method {score.method} ({score.method_digest})" if score.method_digest else f"Method {score.method}"
    told += ["", f"{whose}. The weights are log-odds and sum to {signed(total).strip()}; the score is the logistic of that sum."]
    return told


def signed(weight: float) -> str:
    """A weight as people read it, five characters wide: a true minus sign, and no sign for nothing."""
    return " 0.00" if not round(weight, 2) else f"{weight:+.2f}".replace("-", "−")


def _steps(factors: list[Factor]) -> Iterator[str]:
    """One line for each weight; the words it rests on under the first that rests on them."""
    quoted: set[str] = set()
    for factor in factors:
        yield f"  {signed(factor.weight)}  {factor.reason}"
        if factor.words and factor.words not in quoted:
            quoted.add(factor.words)
            yield f"           “{factor.words}”"
