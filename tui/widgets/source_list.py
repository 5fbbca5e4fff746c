"""The list of sources."""

from provenance.model.queue import SourceSummary
from tui.look import signs_of
from tui.widgets.row_list import Parts, RowList
from tui.widgets.source_columns import SourceColumns, source_heading, source_parts


class SourceList(RowList[SourceSummary]):
    """One row an outlet or origin."""

    def heading(self, width: int) -> Parts:
        """The names of the columns."""
        return source_heading(SourceColumns.of(width))

    def row_parts(self, entry: SourceSummary, width: int, *, here: bool, marked: bool) -> Parts:
        """A source with kind, owner, counts, share of echoes and letter."""
        return source_parts(entry, SourceColumns.of(width), signs_of(self), here=here)
