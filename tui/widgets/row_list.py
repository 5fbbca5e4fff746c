"""A list of any length: one row an entry, read from the desk page by page as one scrolls."""

import asyncio
from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.errors import ProvenanceError
from tui.look import signs_of
from tui.widgets.pages import PAGE, Pages, Row

Read = Callable[[int, int], Callable[[], list[Row]]]
"""Takes offset and limit, and gives what a worker calls to ask the desk for these rows."""
Parts = list[tuple[str, str]]
"""One line as pieces of text, each with the name of its ink."""


class RowList(ScrollView, Generic[Row], can_focus=True, inherit_bindings=False):
    """Rows with a cursor. It holds a few pages, never the list; it never moves a row that is in sight."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--heading",
        "row-list--text",
        "row-list--muted",
        "row-list--cursor",
        "row-list--cursor-blurred",
        "row-list--focus",
        "row-list--corroborated",
        "row-list--echo",
        "row-list--single-source",
        "row-list--contested",
        "row-list--unattributed",
    }

    class Moved(Message):
        """The cursor stands on another row."""

        def __init__(self, rows: "RowList[Any]", row: int) -> None:
            super().__init__()
            self.rows, self.row = rows, row

    class Opened(Message):
        """A row was opened with the mouse."""

        def __init__(self, rows: "RowList[Any]") -> None:
            super().__init__()
            self.rows = rows

    class PageRead(Message):
        """A worker has read a page."""

        def __init__(self, generation: int, number: int, entries: Sequence[Any]) -> None:
            super().__init__()
            self.generation, self.number, self.entries = generation, number, entries

    class ReadFailed(Message):
        """A worker could not read a page."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.pages: Pages[Row] = Pages()
        self.cursor = 0
        self.marked: set[str] = set()
        self._read: Read[Row] | None = None
        self._generation = 0
        self._asked: set[int] = set()

    # --- what it shows -----------------------------------------------------------------------------------------------

    def show(self, read: Read[Row], first: list[Row] | None = None, *, cursor: int = 0, total: int = 0) -> None:
        """Start anew with another list; `first` is its first page where that has been read already."""
        self.pages, self._read, self._asked = Pages(), read, set()
        self._generation += 1
        if first is not None:
            self.pages.put(0, first)
        self.set_total(max(total, self.pages.total))
        self.cursor = max(0, min(cursor, self.pages.total - 1))
        self.scroll_to(y=max(0, self.cursor - 3), animate=False, force=True)
        self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def set_total(self, total: int) -> None:
        """The length of the list is known."""
        self.pages.total = max(total, self.pages.total)
        self.virtual_size = Size(self.size.width, self.pages.total + 1)
        self.refresh()

    @property
    def entry(self) -> Row | None:
        """The claim under the cursor, or None while it is not read."""
        return self.pages.row(self.cursor)

    async def entry_now(self) -> Row | None:
        """The claim under the cursor; waits for its page, so that a key never meets another claim than the one shown next."""
        if self.entry is None and self.pages.total and self._read is not None:
            number = self.cursor // PAGE
            try:
                self.pages.put(number, await asyncio.to_thread(self._read(*self.pages.request(number))))
            except ProvenanceError as error:
                self.post_message(self.ReadFailed(error))
            self.refresh()
        return self.entry

    def change(self, entries: list[Row]) -> list[int]:
        """Show new values of claims where they stand."""
        rows = self.pages.change(entries)
        self.refresh()
        return rows

    # --- moving ------------------------------------------------------------------------------------------------------

    def move_to(self, row: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        if not self.pages.total:
            return
        row = max(0, min(row, self.pages.total - 1))
        moved, self.cursor = row != self.cursor, row
        top, height = self.scroll_offset.y, self.rows_in_sight
        if row < top:
            self.scroll_to(y=row, animate=False, force=True)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False, force=True)
        self.refresh()
        if moved:
            self.post_message(self.Moved(self, row))

    @property
    def rows_in_sight(self) -> int:
        """How many rows fit under the heading."""
        return max(1, self.size.height - 1)

    def find(self, wanted: Callable[[Row], bool], *, backwards: bool = False) -> int | None:
        """The next row in memory, from the cursor on, that is wanted; None where memory ends before one is found."""
        step = -1 if backwards else 1
        row = self.cursor + step
        while 0 <= row < self.pages.total and (entry := self.pages.row(row)) is not None:
            if wanted(entry):
                return row
            row += step
        return None

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor; a double click opens the article."""
        row = self.scroll_offset.y + event.get_content_offset_capture(self).y - 1
        if event.get_content_offset_capture(self).y < 1 or row >= self.pages.total:
            return
        self.move_to(row)
        if event.chain == 2:
            self.post_message(self.Opened(self))

    # --- drawing -----------------------------------------------------------------------------------------------------

    def heading(self, width: int) -> Parts:
        """The line above the rows."""
        raise NotImplementedError

    def row_parts(self, entry: Row, width: int, *, here: bool, marked: bool) -> Parts:
        """One row."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line: the heading, or a row, blank while its page is on the way."""
        width = self.scrollable_content_region.width
        if y == 0:
            return self._strip(self.heading(width), width, None)
        row = self.scroll_offset.y + y - 1
        if row >= self.pages.total:
            return Strip.blank(width, self.rich_style)
        entry = self.pages.row(row)
        ground = None
        if row == self.cursor:
            ground = self.get_component_rich_style("row-list--cursor" if self.has_focus else "row-list--cursor-blurred").bgcolor
        if entry is None:
            self._want(row // PAGE)
            return self._strip([(f"     {signs_of(self).more}", "muted")], width, ground)
        self._want(min(row + PAGE // 2, self.pages.total - 1) // PAGE)
        return self._strip(self.row_parts(entry, width, here=row == self.cursor, marked=entry.claim in self.marked), width, ground)

    def _strip(self, parts: Parts, width: int, ground: object) -> Strip:
        base = self.rich_style if ground is None else Style(bgcolor=ground)  # type: ignore[arg-type]
        segments = []
        for text, ink in parts:
            style = self.get_component_rich_style(f"row-list--{ink}", partial=True)
            segments.append(Segment(text, base + Style(color=style.color, bold=style.bold)))
        return Strip(segments).adjust_cell_length(width, base)

    def _want(self, number: int) -> None:
        """Ask for a page, once."""
        if self.pages.has(number) or number in self._asked or self._read is None:
            return
        self._asked.add(number)
        read, generation = self._read(*self.pages.request(number)), self._generation

        def work() -> None:
            try:
                self.post_message(self.PageRead(generation, number, read()))
            except Exception as error:
                self.post_message(self.ReadFailed(error))

        self.run_worker(work, thread=True, group="pages")

    def on_row_list_page_read(self, message: PageRead) -> None:
        """Show a page that has come, unless the list is another one by now."""
        self._asked.discard(message.number)
        if message.generation != self._generation:
            return
        had = self.entry
        self.pages.put(message.number, message.entries)
        self.set_total(self.pages.total)
        if had is None and self.entry is not None:
            self.post_message(self.Moved(self, self.cursor))
