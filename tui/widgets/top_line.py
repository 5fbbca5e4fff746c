"""The line above everything: which database this is, which screens there are, and how far the review has come."""

from collections.abc import Sequence

from textual.content import Content

from tui.look import signs_of
from tui.widgets.key_line import Key, KeyLine

LEAST = 6
"""Cells of the database's name that always stay."""


class TopLine(KeyLine):
    """Name, database, screens, progress."""

    def __init__(self, screens: Sequence[Key], here: str) -> None:
        super().__init__(screens)
        self.here = here
        self.database = ""
        self.reviewed, self.total = 0, 0

    def update(self, *, database: str, reviewed: int, total: int) -> None:
        """Say how far the review has come."""
        self.database, self.reviewed, self.total = database, reviewed, total
        self.refresh()

    def render(self) -> Content:
        """One line; the database gives way first, then the program's name, then the bar."""
        width, signs = self.size.width, signs_of(self)
        count = f"{self.reviewed:,} of {self.total:,} reviewed" if self.total else ""
        styles = ["bold on $row" if key.action == self.here else "$muted" for key in self.keys]
        tabs = [(Content.assemble((f" {key.key} {key.words} ", style)), key.action) for key, style in zip(self.keys, styles, strict=True)]
        left = width - LEAST - 2 - sum(tab.cell_length for tab, _ in tabs) - len(count) - 2
        bar_width = 8 if width < 100 else 12
        title = " Provenance  " if left >= len(" Provenance  ") + bar_width else " "
        bar = signs.bar(self.reviewed / self.total, bar_width) if self.total and left >= len(title) + bar_width + 1 else ""
        right = Content.assemble(count, " ", bar, " ") if bar else Content.assemble(count, " ")
        room = max(LEAST, left + LEAST - len(title) - (bar_width + 1 if bar else 0))
        name = Content(self.database).truncate(room, ellipsis=not signs.ascii)
        line = Content.assemble((title, "bold"), (name.plain, "$muted"), "  ")
        self._places = []
        for tab, action in tabs:
            self._places.append((0, line.cell_length, line.cell_length + tab.cell_length, action))
            line = Content.assemble(line, tab)
        return Content.assemble(line, " " * max(1, width - line.cell_length - right.cell_length), right)
