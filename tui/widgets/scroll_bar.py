"""Scroll bars of whole cells: no signs of their own, so that a terminal without Unicode shows them too."""

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class WholeCells(ScrollBarRender):
    """Draws by background alone."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def draw_scroll_bars_in_whole_cells() -> None:
    """Textual keeps the renderer of scroll bars on their class."""
    ScrollBar.renderer = WholeCells
