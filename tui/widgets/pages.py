"""The rows of a long list, a few pages at a time, so that a million claims open as fast as a hundred."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Generic, Protocol, TypeVar

PAGE = 100
"""Rows a page."""
PAGES_KEPT = 12
"""Pages held at once; the ones looked at longest ago are let go first."""


class OfClaim(Protocol):
    """What a row is: an entry of the desk about a claim."""

    @property
    def claim(self) -> str:
        """The id of the claim."""


Row = TypeVar("Row", bound=OfClaim)


class Pages(Generic[Row]):
    """A window on the list. `total` is its length once that is known."""

    def __init__(self) -> None:
        self.total = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()

    def row(self, row: int) -> Row | None:
        """The entry of a row, or None while its page is not read."""
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None or place >= len(page):
            return None
        self._pages.move_to_end(number)
        return page[place]

    def of(self, claim: str) -> Row | None:
        """The entry of a claim, or None while no page with it is held."""
        return next((entry for page in self._pages.values() for entry in page if entry.claim == claim), None)

    def has(self, number: int) -> bool:
        """Whether a page is held."""
        return number in self._pages

    def request(self, number: int) -> tuple[int, int]:
        """Offset and limit with which the desk is asked for a page."""
        return number * PAGE, PAGE

    def put(self, number: int, entries: Sequence[Row]) -> None:
        """Hold a page that was read."""
        page = list(entries)
        self._pages[number] = page
        self._pages.move_to_end(number)
        self.total = max(self.total, number * PAGE + len(page))
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)

    def change(self, changed: Iterable[Row]) -> list[int]:
        """Put new values of claims where they stand; returns the rows that changed."""
        by_claim = {entry.claim: entry for entry in changed}
        rows = []
        for number, page in self._pages.items():
            for place, old in enumerate(page):
                if (new := by_claim.get(old.claim)) is not None:
                    page[place] = new
                    rows.append(number * PAGE + place)
        return rows

    def forget_but(self, first: int, last: int) -> None:
        """Let go of all pages but those that hold these rows or what lies between: what they show may be past."""
        for number in [number for number in self._pages if not first // PAGE <= number <= last // PAGE]:
            del self._pages[number]

    @property
    def held(self) -> int:
        """How many rows are in memory."""
        return sum(len(page) for page in self._pages.values())
