"""How far to trust a claim, and why: a sum of weights of evidence, each with its reason, and an Admiralty grade beside it."""

from collections.abc import Mapping, Sequence
from datetime import date

from provenance.model.chain import ClaimGroup, Conflict, Stand
from provenance.model.claim import Claim, ClaimInContext
from provenance.model.reliability import Score, SourceRecord
from provenance.model.source import Outlet
from provenance.model.weighing import Weighed, Weighing
from provenance.scoring.factors.particulars import case_of
from provenance.scoring.factors.speaking import NOT_KNOWN, Surroundings, origin_behind
from provenance.scoring.method import Method
from provenance.scoring.method_file import load_method
from provenance.scoring.weighing import read, weigh

__all__ = ["Method", "judged_source", "load_method", "score", "weigh_anew", "weigh_claim"]

NO_OUTLETS: Mapping[str, Outlet] = {}


def score(
    item: ClaimInContext,
    group: ClaimGroup,
    conflicts: Sequence[Conflict],
    method: Method,
    record: SourceRecord,
    outlets: Mapping[str, Outlet] = NO_OUTLETS,
    *,
    on: date | None = None,
) -> Score:
    """The score of a claim, as people read it; of what is given, see `weigh_claim`."""
    return weigh_claim(item, group, conflicts, method, record, outlets, on=on).score


def weigh_claim(
    item: ClaimInContext,
    group: ClaimGroup,
    conflicts: Sequence[Conflict],
    method: Method,
    record: SourceRecord,
    outlets: Mapping[str, Outlet] = NO_OUTLETS,
    *,
    on: date | None = None,
    stands: Mapping[str, Stand] = NOT_KNOWN,
) -> Weighed:
    """A claim weighed by a method: the logistic of the sum of its factors' weights, with a grade beside it.

    `group` is the claim's own; of `conflicts` those that touch the group count. `record` belongs to `judged_source(...)`.
    `outlets` tells what kind of house each key of a chain is; relays that it does not know count as of unknown kind.
    `on` is the day from which the age of a letter is counted; without it no letter is called stale.
    `stands` tells, for claims on the other side of conflicts, how many independent origins say so; one where it is not told.
    """
    case, particulars = case_of(Surroundings(item.claim, item.article, group, conflicts, record, outlets, on, stands))
    return Weighed(weighing=weigh(case, method), particulars=particulars)


def weigh_anew(case: str, method: Method) -> Weighing | None:
    """What this method makes of a case that another one weighed; None where it was written down by another version of the program."""
    found = read(case)
    return weigh(found, method) if found is not None else None


def judged_source(claim: Claim, outlet: str, group: ClaimGroup | None = None) -> str:
    """The key whose record speaks for a claim: its first origin, or its outlet (given as a key) where it shows none.

    With the claim's `group`, a relay's place is taken by the origin that another article shows behind it.
    """
    behind = origin_behind(claim, group) if group is not None else None
    if behind is not None:
        return behind.key
    origins = claim.origins
    return origins[0] if origins else outlet
