"""The columns of the list of groups and of the claims of one group, on a narrow and on a wide terminal."""

from dataclasses import dataclass

from provenance.model.chain import ConflictStatus, Standing
from provenance.model.queue import GroupEntry, QueueEntry
from tui.days import short_publication
from tui.look import CONFLICT_WORDS, SHORT_TYPE_WORDS, STANDING_WORDS, VERDICT_WORDS, Signs, type_word
from tui.outside import one_line, plain_ascii
from tui.widgets.columns import LONGEST_SHOWN, WIDE, fit
from tui.widgets.row_list import Parts

DAY = 13
"""Cells of a day, its mark and the gap."""
MOST = 9999
"""Counts beyond this are shown as this many and a sign for more."""


@dataclass(frozen=True)
class GroupColumns:
    """Widths in cells, the gap after each column included; what is left belongs to the wording."""

    mark: int
    support: int
    conflict: int
    origins: int
    outlets: int
    wording: int

    @classmethod
    def of(cls, width: int) -> "GroupColumns":
        """The columns for a list of this width."""
        fixed = (4, 16, 15, 8, 8) if width >= WIDE else (4, 2, 2, 5, 5)
        return cls(*fixed, wording=max(1, width - sum(fixed) - 2 * DAY - 2))

    @property
    def wide(self) -> bool:
        """Whether support and conflict are written out."""
        return self.support > 2


def group_heading(columns: GroupColumns) -> Parts:
    """The line above the groups."""
    names = ("Support", "Conflict", "Origins", "Outlets") if columns.wide else ("S", "C", "Orig", "Outl")
    words = (
        " " * columns.mark,
        names[0].ljust(columns.support),
        names[1].ljust(columns.conflict),
        names[2].rjust(columns.origins - 1) + " ",
        names[3].rjust(columns.outlets - 1) + "  ",
    )
    return [("".join(words) + "First".ljust(DAY) + "Last".ljust(DAY) + "Claim", "heading")]


def group_parts(entry: GroupEntry, columns: GroupColumns, signs: Signs, *, here: bool, marked: bool) -> Parts:
    """One group as pieces of text, each with the name of its ink."""
    support, conflict = Standing(entry.first.support.value), entry.first.conflict
    words = [signs.standing(support), signs.conflict(conflict)]
    if columns.wide:
        words = [f"{words[0]} {STANDING_WORDS[support][0]}", f"{words[1]} {CONFLICT_WORDS[conflict]}"]
    show = plain_ascii if signs.ascii else str
    first, last = (entry.told.first, entry.told.last) if entry.told else (None, None)
    open_ = "?" if entry.told and entry.told.undated and first else ""
    return [
        (f" {signs.cursor if here else ' '}", "focus"),
        (f"{signs.marked if marked else ' '} ", "text"),
        (fit(words[0], columns.support, signs), support.value.replace("_", "-")),
        (fit(words[1], columns.conflict, signs), "contested" if conflict is ConflictStatus.CONTESTED else "muted"),
        (_count(entry.first.group_origins, columns.origins, signs), "text"),
        (_count(entry.outlets, columns.outlets, signs) + " ", "text"),
        (fit(short_publication(first, signs) + open_, DAY, signs), "muted"),
        (fit(short_publication(last, signs) + open_, DAY, signs), "muted"),
        (fit(show(one_line(entry.first.text[:LONGEST_SHOWN])), columns.wording + 1, signs), "text"),
    ]


def _count(count: int, width: int, signs: Signs) -> str:
    shown = str(count) if count <= MOST else f"{MOST}{signs.more}"
    return shown.rjust(width - 1)[: width - 1] + " "


@dataclass(frozen=True)
class MemberColumns:
    """Widths in cells of what is shown of a claim inside its group; what is left belongs to its text."""

    mark: int
    grade: int
    outlet: int
    sourcing: int
    claim: int

    @classmethod
    def of(cls, width: int) -> "MemberColumns":
        """The columns for a list of this width."""
        fixed = (5, 7, 16, 23) if width >= WIDE else (5, 3, 13, 11)
        return cls(*fixed, claim=max(1, width - sum(fixed) - DAY - 1))

    @property
    def wide(self) -> bool:
        """Whether the sourcing type is written out."""
        return self.grade > 3


def member_heading(columns: MemberColumns) -> Parts:
    """The line above the claims of a group."""
    grade = ("Grade" if columns.wide else "Gr").ljust(columns.grade)
    rest = "Published".ljust(DAY) + "Outlet".ljust(columns.outlet) + "Sourcing".ljust(columns.sourcing) + "Claim"
    return [(" " * columns.mark + grade + rest, "heading")]


def member_parts(entry: QueueEntry, columns: MemberColumns, signs: Signs, *, here: bool, marked: bool) -> Parts:
    """One claim of a group as pieces of text, each with the name of its ink."""
    show = plain_ascii if signs.ascii else str
    verdict = VERDICT_WORDS[entry.verdict][0] if entry.verdict is not None else signs.unreviewed
    sourcing = type_word(entry.sourcing_type) if columns.wide else SHORT_TYPE_WORDS[entry.sourcing_type]
    return [
        (f" {signs.cursor if here else ' '}", "focus"),
        (f"{signs.marked if marked else ' '}{verdict} ", "text"),
        (entry.grade.ljust(columns.grade), "text"),
        (fit(short_publication(entry.published, signs), DAY, signs), "muted"),
        (fit(show(one_line(entry.outlet_name)), columns.outlet, signs), "text"),
        (fit(sourcing, columns.sourcing, signs), "muted"),
        (fit(show(one_line(entry.text[:LONGEST_SHOWN])), columns.claim + 1, signs), "text"),
    ]
