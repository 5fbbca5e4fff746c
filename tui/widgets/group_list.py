"""The list of groups, and the claims of the group under its cursor."""

from provenance.model.queue import GroupEntry, QueueEntry
from tui.look import signs_of
from tui.widgets.group_columns import GroupColumns, MemberColumns, group_heading, group_parts, member_heading, member_parts
from tui.widgets.row_list import Parts, RowList


class GroupList(RowList[GroupEntry]):
    """One row a group."""

    def heading(self, width: int) -> Parts:
        """The names of the columns."""
        return group_heading(GroupColumns.of(width))

    def row_parts(self, entry: GroupEntry, width: int, *, here: bool, marked: bool) -> Parts:
        """A group with support, conflict, origins, outlets and days."""
        return group_parts(entry, GroupColumns.of(width), signs_of(self), here=here, marked=marked)


class MemberList(RowList[QueueEntry]):
    """One row a claim of the group."""

    def heading(self, width: int) -> Parts:
        """The names of the columns."""
        return member_heading(MemberColumns.of(width))

    def row_parts(self, entry: QueueEntry, width: int, *, here: bool, marked: bool) -> Parts:
        """A claim with verdict, grade, day, outlet and sourcing."""
        return member_parts(entry, MemberColumns.of(width), signs_of(self), here=here, marked=marked)
