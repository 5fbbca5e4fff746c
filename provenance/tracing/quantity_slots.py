"""The numbers of two claims side by side: whether they count the same and agree, count others, or order one thing differently."""

import math

from provenance.model.claim import Precision, Quantity
from provenance.tracing.aspects import Aspects
from provenance.tracing.counts import Count, comparable, same_people
from provenance.tracing.ranks import Rank
from provenance.tracing.words import threshold


def differing_quantity(a: Aspects, b: Aspects) -> tuple[Count, Count] | None:
    """Two numbers that count the same thing and do not agree; None where of all that both count some number agrees."""
    for ours in a.counts:
        theirs = [count for count in b.counts if comparable(ours, count)]
        own = [count for count in a.counts if any(comparable(count, other) for other in theirs)]
        if theirs and not any(agree(x.quantity, y.quantity) for x in own for y in theirs):
            return ours, theirs[0]
    return None


def other_fates(a: Aspects, b: Aspects) -> bool:
    """Whether both count people to whom something befell, or give shares, and none of the one is of the kind of any of the other.

    3 killed against 40 wounded; 12 children against 12 adults, or against 12 people; growth of 1 percent against a key rate of 5.
    """
    if _other_people(a, b) or (a.measured and b.measured and not a.measured & b.measured):
        return True
    if a.figures & b.figures:
        return False
    for kind in ("person/", "percent/"):
        ours, theirs = ([count for count in side.counts if count.kind.startswith(kind)] for side in (a, b))
        if ours and theirs and not any(comparable(x, y) for x in ours for y in theirs):
            return True
    return False


def _other_people(a: Aspects, b: Aspects) -> bool:
    """Whether both say what befell how many, and no two of these counts are of the same people: the whole holds a part, and is not it."""
    if not a.counts or not b.counts:
        return False
    people = [(x, y) for x in a.counts for y in b.counts if x.kind.startswith("person") and y.kind.startswith("person")]
    befallen = any(x.rising and x.kind == y.kind for x, y in people)
    return befallen and not any(same_people(x, y) for x, y in people)


def other_rank(a: Aspects, b: Aspects) -> tuple[Rank, Rank] | None:
    """Two ordinals of one kind that do not agree, where the claims have none of that kind in common: `third time` against `first`."""
    for ours in a.ranks:
        theirs = [rank for rank in b.ranks if rank.kind == ours.kind]
        own = {rank.value for rank in a.ranks if rank.kind == ours.kind}
        if theirs and not own & {rank.value for rank in theirs}:
            return ours, theirs[0]
    return None


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be one count, given how their words bound and round them; a bound reaches a little way only."""
    low, high = sorted((a, b), key=lambda quantity: quantity.value)
    if high.value - low.value <= max(_rounding(a.value), _rounding(b.value)):
        return True
    if float(low.value).is_integer() != float(high.value).is_integer() and high.value - low.value < 1:
        return True  # 17 percent is 17.3 without its fraction
    about = Precision.ABOUT in (a.precision, b.precision)
    if about and high.value - low.value <= threshold("quantity_tolerance") * high.value:
        return True
    return bounded(a, b) and high.value <= threshold("bound_slack") * low.value


def bounded(a: Quantity, b: Quantity) -> bool:
    """Whether both numbers can be true because the lower is a least one, or the higher a most."""
    low, high = sorted((a, b), key=lambda quantity: quantity.value)
    return low.precision is Precision.AT_LEAST or high.precision is Precision.AT_MOST


def _rounding(value: float) -> float:
    """Half a unit of a number's last significant digit: 1.1 million leaves 50,000 open. Counts below a hundred leave nothing."""
    if value <= 0 or (value < 100 and value == int(value)):
        return 0.0
    digits = f"{value:.10f}".replace(".", "").strip("0")
    return 0.5 * 10.0 ** (math.floor(math.log10(value)) - len(digits) + 1)
