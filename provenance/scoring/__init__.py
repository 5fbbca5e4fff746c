"""How far to trust a claim, and why: a sum of weights of evidence, each with its reason, and an Admiralty grade beside it."""

from collections.abc import Mapping, Sequence
from datetime import date

from provenance.model.chain import ClaimGroup, Conflict, Stand
from provenance.model.claim import ClaimInContext
from provenance.model.reliability import Score, SourceRecord
from provenance.model.source import Outlet
from provenance.model.weighing import Weighed, Weighing
from provenance.scoring.factors.particulars import NAMES_OF_RECORD, case_of, names_of_record, with_record
from provenance.scoring.factors.speaking import NOT_KNOWN, Surroundings
from provenance.scoring.method import Method
from provenance.scoring.method_file import load_method
from provenance.scoring.parts import NOBODY, judged_source, parts_of
from provenance.scoring.weighing import FORM as CASE_FORM
from provenance.scoring.weighing import read, weigh, weigh_written

__all__ = [
    "CASE_FORM",
    "NAMES_OF_RECORD",
    "NOBODY",
    "Method",
    "judged_source",
    "load_method",
    "names_of_record",
    "parts_of",
    "score",
    "weigh_anew",
    "weigh_claim",
    "weigh_with_record",
]

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
    return weigh_written(found, case, method) if found is not None else None


def weigh_with_record(case: str, record: SourceRecord, method: Method, on: date | None) -> Weighing | None:
    """What the method makes of a case whose source has this record now; None where an older version of the program wrote it down.

    A letter that grew older, but no staler, leaves the case as it is.
    """
    found = read(case)
    if found is None:
        return None
    now = with_record(found, record, on)
    if now._replace(letter_age=found.letter_age) == found and method.stale(now.letter_age) == method.stale(found.letter_age):
        now = found
    return weigh(now, method)
