"""A list of claims that keeps its order while its claims are judged: verdicts move scores, and no row jumps."""

from array import array
from collections.abc import Sequence

from provenance.model.queue import ClaimQuery, QueueEntry
from provenance.storage.archive import Archive

_LOOKED_AT = 500
"""Claims that are asked at once whether they wait for a verdict."""


class HeldList:
    """The claims that a query left when it was asked, in the order in which they stood then. May be read from any thread.

    It holds a number for each, so that a million take eight megabytes; what is known of them is read page by page.
    """

    def __init__(self, archive: Archive, query: ClaimQuery, reviewer: str) -> None:
        self._archive, self._reviewer = archive, reviewer
        self._numbers = array("q", archive.queue_numbers(query, reviewer))

    def __len__(self) -> int:
        """How many claims there are in the list."""
        return len(self._numbers)

    def page(self, offset: int, limit: int) -> list[QueueEntry]:
        """Some rows as they are now. A claim that is gone since is missing."""
        return self._archive.entries_of_numbers(self._numbers[offset : offset + limit], self._reviewer)

    def position(self, claim_id: str) -> int | None:
        """The row in which a claim stands; None where it is not in the list."""
        number = self._archive.number_of_claim(claim_id)
        if number is None:
            return None
        try:
            return self._numbers.index(number)
        except ValueError:
            return None

    def next_unreviewed(self, after: int, backwards: bool = False) -> int | None:
        """The row of the next claim without a verdict of the reviewer below row `after`, or above it; None at the end."""
        rows = range(min(after, len(self)) - 1, -1, -1) if backwards else range(after + 1, len(self))
        for start in range(0, len(rows), _LOOKED_AT):
            found = self._first_open(rows[start : start + _LOOKED_AT])
            if found is not None:
                return found
        return None

    def _first_open(self, rows: Sequence[int]) -> int | None:
        judged = self._archive.judged_among([self._numbers[row] for row in rows], self._reviewer)
        return next((row for row in rows if self._numbers[row] not in judged), None)
