"""Methods made up from a number: any figures that a newsroom may set, with every promise kept, or with whatever comes."""

import random
from functools import cache
from typing import Any

import annotated_types
from hypothesis import strategies as st

from provenance.model.chain import Severity
from provenance.model.source import Family, SourcingType
from provenance.scoring import Method, load_method
from provenance.scoring.figures import Weight

NAMED = [kind.value for kind in SourcingType if kind.family is Family.NAMED]
HIDDEN = [kind.value for kind in SourcingType if kind.family is Family.ANONYMOUS]


def bounds(figure: Weight) -> tuple[float, float]:
    """The least and the greatest that a figure may be."""
    low, high = -10.0, 10.0
    for rule in type(figure).model_fields["weight"].metadata:
        if isinstance(rule, annotated_types.Ge | annotated_types.Gt):
            low = rule.ge if isinstance(rule, annotated_types.Ge) else rule.gt + 0.001
        if isinstance(rule, annotated_types.Le | annotated_types.Lt):
            high = rule.le if isinstance(rule, annotated_types.Le) else rule.lt - 0.001
    return low, high


def drawn(chance: random.Random) -> dict[str, Any]:
    """The tables of a method whose figures lie anywhere within their bounds, often at them."""
    tables = load_method().model_dump(mode="json")
    tables["version"] = "made up"
    for key, figure in load_method().entries():
        *path, last = key.split(".")
        low, high = bounds(figure)
        table = tables
        for part in path:
            table = table[part]
        if isinstance(figure.weight, int):
            value: float = chance.randint(int(low), int(high))
        else:
            value = chance.choice([low, high, 0.0 if low <= 0 <= high else low, *(chance.uniform(low, high) for _ in range(5))])
        table[last]["weight"] = value
    return tables


def in_order(values: list[tuple[dict[str, Any], float]]) -> None:
    """Give these figures their values, which are sorted already."""
    for figure, value in values:
        figure["weight"] = value


def mended(tables: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """The same with every promise kept."""
    weights, grade = tables["weights"], tables["grade"]
    for figures, falling in (
        ([weights["assessment"][name] for name in "ABCDE"], True),
        ([weights["conflict"][severity.value] for severity in Severity], False),
        ([weights["agreement"]["doubling"], weights["agreement"]["doubling_of_parties"]], True),
        ([weights["origin_worth"]["named"], weights["origin_worth"]["anonymous"]], True),
        ([grade["digit"][name] for name in ("confirmed", "confirmed_weakly", "contested_yet_confirmed", "contested")], False),
    ):
        in_order(list(zip(figures, sorted((each["weight"] for each in figures), reverse=falling), strict=True)))
    in_order(
        [(grade["letter"][name], value) for name, value in zip("ABCD", sorted(chance.sample(range(1, 99), 4), reverse=True), strict=True)]
    )
    for name in "ABCD":
        grade["letter"][name]["weight"] /= 100
    digit = grade["digit"]
    digit["worst_alone"]["weight"] = min(digit["worst_alone"]["weight"], digit["contested"]["weight"])
    for kind, alone in grade["digit_alone"].items():
        least, most = digit["confirmed_weakly"]["weight"], digit["contested"]["weight"]
        if alone["weight"] != 6:
            alone["weight"] = min(alone["weight"], most)
        alone["weight"] = least if kind in NAMED and alone["weight"] != 6 else max(least, alone["weight"])
    with_name = min(round(weights["capacity"][kind]["weight"], 2) for kind in NAMED) + round(weights["naming"]["named"]["weight"], 2)
    most = round(with_name - round(weights["naming"]["anonymous"]["weight"], 2), 2)
    for kind in HIDDEN:
        weights["capacity"][kind]["weight"] = min(weights["capacity"][kind]["weight"], most)
    return tables


def mended_by(chance: random.Random) -> dict[str, Any]:
    """The tables of a method that keeps every promise."""
    return mended(drawn(chance), chance)


@cache
def made(number: int, *, promises_kept: bool) -> Method:
    """The method that belongs to a number."""
    chance = random.Random(number)  # noqa: S311
    return Method.model_validate(mended_by(chance) if promises_kept else drawn(chance))


valid_methods = st.one_of(st.just(load_method()), st.integers(0, 499).map(lambda number: made(number, promises_kept=True)))
"""The published method, and methods that a newsroom may bring."""

whatever_methods = st.integers(0, 999).map(lambda number: made(number, promises_kept=False))
"""Methods whose every figure is within its bounds, and which may break any promise."""
