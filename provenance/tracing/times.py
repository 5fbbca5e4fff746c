"""When a claim says that something happened, and whether two such times can be the same."""

import re
from dataclasses import dataclass
from datetime import date

from provenance.model.claim import ClaimInContext, DateMention
from provenance.tracing.words import cue

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\b", re.IGNORECASE)
# "since the start of the war in 2011" dates the start of the war, not what is claimed.
_SINCE = re.compile(r"\b(?:since|until|till)\b[^,;.]*$|\b(?:from|before|after)\s+(?:the\s+)?$", re.IGNORECASE)


@dataclass(frozen=True)
class Window:
    """First and last day that something can have happened, None where open; `months` and `weekday` as the words name them."""

    earliest: date | None
    latest: date | None
    months: frozenset[int] = frozenset()
    weekday: int | None = None

    @property
    def days(self) -> int | None:
        """How many days it is wide, beyond the first; None where an end is open."""
        return (self.latest - self.earliest).days if self.earliest and self.latest else None

    @property
    def possible_months(self) -> frozenset[int]:
        """The months that it leaves open; empty where it leaves all."""
        if self.months or self.earliest is None or self.latest is None or (self.latest - self.earliest).days > 31:
            return self.months
        return frozenset({self.earliest.month, self.latest.month})

    @property
    def possible_weekdays(self) -> frozenset[int]:
        """The weekdays that it leaves open; empty where it leaves all."""
        if self.weekday is not None:
            return frozenset({self.weekday})
        if self.earliest is None or self.days is None or self.days >= 6:
            return frozenset()
        return frozenset((self.earliest.weekday() + day) % 7 for day in range(self.days + 1))


def compatible(a: Window, b: Window) -> bool:
    """Whether two windows can hold the same day; an unknown end excludes nothing."""
    if (a.latest and b.earliest and a.latest < b.earliest) or (b.latest and a.earliest and b.latest < a.earliest):
        return False
    if a.possible_months and b.possible_months and not a.possible_months & b.possible_months:
        return False
    if a.days is None and b.days is None:
        return True  # Tuesday night here is Wednesday there: weekdays alone part nothing, a weekday and a known day do
    return not (a.possible_weekdays and b.possible_weekdays and not a.possible_weekdays & b.possible_weekdays)


def windows_of(item: ClaimInContext) -> tuple[Window, ...]:
    """The times of what is claimed: all dates of the claim but those that say when a source spoke, or since when something lasts."""
    claim = item.claim
    found = []
    for mention in claim.dates:
        words = claim.words(mention.span).lower()
        before = claim.text[: max(0, mention.span.start - claim.span.start)][-45:]
        if _SINCE.search(before) or words.partition(" ")[0] in cue("since") or _says_when_told(item, mention):
            continue
        known = mention.earliest is not None and mention.latest is not None
        months = frozenset(_MONTHS.index(name.lower()) + 1 for name in _MONTH.findall(words)) if not known else frozenset()
        window = Window(mention.earliest, mention.latest, months, next((k for k, day in enumerate(_WEEKDAYS) if day in words), None))
        if known or months or window.weekday is not None:
            found.append(window)
    return tuple(found)


def _says_when_told(item: ClaimInContext, mention: DateMention) -> bool:
    """Whether a date says when the source spoke: it follows a cue closely, outside the content."""
    return any(
        not any(content.overlaps(mention.span) for content in attribution.content)
        and any(0 <= mention.span.start - span.end <= 40 for span in attribution.cue)
        for attribution in item.claim.attributions
    )
