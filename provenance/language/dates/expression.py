"""Time expressions: what their words say, before anybody asks which days that are."""

from dataclasses import dataclass

from provenance.model.text import Span


@dataclass(frozen=True, slots=True)
class Expression:
    """What the words of one time expression say. Fields that they do not fill are None.

    `kind` is `calendar` (fields of a date), `deictic` (a unit or weekday seen from the day of publication, `shift` units away),
    `offset` (`shift` units from the day of publication) or `narrative` (`shift` units from the date the text named last).
    `part` is early, mid, late, start or end of what the other fields name; `so far` and `still` are "earlier this month" and
    "later this month", `some` is a number of units that is not given.
    """

    span: Span
    kind: str = "calendar"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    part: str | None = None
    unit: str | None = None
    shift: int = 0
    of_year: str | None = None
    """Which year the words name without its number: `same`, `last`, `this`, `next`."""
    swapped: bool = False
    """Whether day and month could be the other way round (03/04/2020)."""
    relation: str = ""
    """The preposition that makes a limit of it: since, until, before, after, by, from, to."""
