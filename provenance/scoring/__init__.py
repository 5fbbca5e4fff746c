"""How far to trust a claim, and why: a sum of weights of evidence, each with its reason, and an Admiralty grade beside it."""

from collections.abc import Mapping, Sequence

from provenance.model.chain import ClaimGroup, Conflict
from provenance.model.claim import Claim, ClaimInContext
from provenance.model.reliability import Score, SourceRecord
from provenance.model.source import Outlet
from provenance.scoring.admiralty import digit, letter
from provenance.scoring.factors import case_of, factors_of, sum_of
from provenance.scoring.factors.case import origin_behind
from provenance.scoring.interval import interval, logistic
from provenance.scoring.method import Method
from provenance.scoring.method_file import load_method
from provenance.scoring.prospects import what_if

__all__ = ["Method", "judged_source", "load_method", "score"]

NO_OUTLETS: Mapping[str, Outlet] = {}


def score(
    item: ClaimInContext,
    group: ClaimGroup,
    conflicts: Sequence[Conflict],
    method: Method,
    record: SourceRecord,
    outlets: Mapping[str, Outlet] = NO_OUTLETS,
) -> Score:
    """The score of a claim: `value` is the logistic of the sum of the factors' weights, whatever machine sums them.

    `group` is the claim's own; of `conflicts` those that touch the group count. `record` belongs to `judged_source(...)`.
    `outlets` tells what kind of house each key of a chain is; relays that it does not know count as of unknown kind.
    """
    case = case_of(item.claim, item.article, group, conflicts, method, record, outlets)
    factors = factors_of(case)
    total = sum_of(factor.weight for factor in factors)
    ends = interval(case, total)
    source, information = letter(case), digit(case)
    return Score(
        value=logistic(total),
        low=ends.low,
        high=ends.high,
        letter=source.letter,
        digit=information.digit,
        letter_reason=source.reason,
        digit_reason=information.reason,
        factors=factors,
        what_if=what_if(case, factors, source.letter, information),
        method=method.version,
    )


def judged_source(claim: Claim, outlet: str, group: ClaimGroup | None = None) -> str:
    """The key whose record speaks for a claim: its first origin, or its outlet (given as a key) where it shows none.

    With the claim's `group`, a relay's place is taken by the origin that another article shows behind it.
    """
    behind = origin_behind(claim, group) if group is not None else None
    if behind is not None:
        return behind.key
    return claim.origins[0] if claim.origins else outlet
