"""The list of claims: one row a claim."""

from provenance.model.queue import QueueEntry
from tui.look import signs_of
from tui.widgets.columns import Columns, heading, row_parts
from tui.widgets.row_list import Parts, RowList


class ClaimList(RowList[QueueEntry]):
    """Rows of the queue."""

    def heading(self, width: int) -> Parts:
        """The names of the columns."""
        return heading(Columns.of(width))

    def row_parts(self, entry: QueueEntry, width: int, *, here: bool, marked: bool) -> Parts:
        """A claim with verdict, grade, standing, outlet and sourcing."""
        return row_parts(entry, Columns.of(width), signs_of(self), here=here, marked=marked)
