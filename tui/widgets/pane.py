"""One framed pane of the lower half: it scrolls, says in its frame what it shows, and draws itself anew for another width."""

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

Draw = Callable[[int], Content]
"""Gives the pane's content for a width in cells."""


class Pane(VerticalScroll, can_focus=True):
    """A frame with a title, a subtitle, and text that wraps to its width."""

    def __init__(self, title: str, *, id: str) -> None:
        super().__init__(id=id)
        self.heading = title
        self._title = title
        self._place = ""
        self.border_title = Content(title)
        self._draw: Draw = lambda width: Content("")
        self._width = 0

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(Content(""), markup=False)

    def show(self, draw: Draw, *, title: str | None = None, subtitle: str | None = None, top: int | None = 0) -> None:
        """Show something else; `top` is the line to begin with, None leaves the scroll where it is."""
        self._draw = draw
        self.name_frame(title or self.heading, subtitle or "")
        self.redraw()
        if top is not None:
            self.scroll_to(y=top, animate=False, force=True)

    def name_frame(self, title: str, subtitle: str) -> None:
        """Put words into the frame; never read as markup."""
        self._title = title
        self.border_title = Content(self._whole_title())
        self.border_subtitle = Content(subtitle)

    def _whole_title(self) -> str:
        return f"{self._title} ({self._place})" if self._place else self._title

    @property
    def place(self) -> str:
        """Which of several panes this is, where only one is in sight."""
        return self._place

    @place.setter
    def place(self, words: str) -> None:
        self._place = words
        self.border_title = Content(self._whole_title())

    def redraw(self) -> None:
        """Draw for the width at hand."""
        self._width = self.scrollable_content_region.width
        if self._width > 0:
            self.query_one(Static).update(self._draw(self._width))

    def on_resize(self, event: events.Resize) -> None:
        """Another width wraps the text anew."""
        if self.scrollable_content_region.width != self._width:
            self.redraw()

    @property
    def shown(self) -> str:
        """The words on show, for tests and for copying."""
        visual = self.query_one(Static).content
        return visual.plain if isinstance(visual, Content) else str(visual)


def hanging(text: str | Content, indent: int, width: int) -> list[Content]:
    """Lines of text that wrap within `width`, each set in by `indent` cells."""
    content = text if isinstance(text, Content) else Content(text)
    return [line.rstrip().pad_left(indent) for line in content.wrap(max(10, width - indent))]


def stacked(*parts: Content) -> Content:
    """Pieces one below the other."""
    return Content("\n").join(parts)


def columns(label: Content, value: Content, at: int) -> Content:
    """Two pieces on one line, the second beginning at a cell; a long first piece pushes it on."""
    return Content.assemble(label, " " * max(2, at - label.cell_length), value)
