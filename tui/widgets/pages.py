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
    """A window on the list. `total` is its length once that is known.

    A verdict can take a claim out of what a query matches (`is:open`), yet the list must not jump: such a row stays where it
    was, and the places of the rows still to be read are reckoned without it.
    """

    def __init__(self) -> None:
        self.total = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._left: dict[int, Row] = {}

    def row(self, row: int) -> Row | None:
        """The entry of a row, or None while its page is not read."""
        if row in self._left:
            return self._left[row]
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
        start = number * PAGE
        inside = sum(start <= row < start + PAGE for row in self._left)
        return self.offset(start), PAGE - inside

    def put(self, number: int, entries: Sequence[Row]) -> None:
        """Hold a page that was read."""
        fresh = iter(entries)
        page: list[Row] = []
        for row in range(number * PAGE, (number + 1) * PAGE):
            entry = self._left.get(row) or next(fresh, None)
            if entry is None:
                break
            page.append(entry)
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
        for row in rows:
            if row in self._left:
                self._left[row] = by_claim[self._left[row].claim]
        return rows

    def leaves(self, row: int, entry: Row) -> None:
        """A row that the query no longer matches; it stays in sight."""
        self._left[row] = entry

    def returns(self, row: int) -> None:
        """A row that the query matches again."""
        self._left.pop(row, None)

    def has_left(self, row: int) -> bool:
        """Whether a row is in sight although the query no longer matches it."""
        return row in self._left

    def offset(self, row: int) -> int:
        """The place of a row among those that the query matches now."""
        return row - sum(left < row for left in self._left)

    def row_of(self, offset: int) -> int:
        """The row at which the claim with this place among the matching ones stands."""
        row = offset
        for left in sorted(self._left):
            if left <= row:
                row += 1
        return row

    @property
    def held(self) -> int:
        """How many rows are in memory."""
        return sum(len(page) for page in self._pages.values())
