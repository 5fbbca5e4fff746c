"""What screens of two lists share, one above and one below: moving in the one that has the focus, keys that are clicked, feedback."""

from typing import Generic

from textual.screen import Screen, ScreenResultType

from tui.widgets.key_line import KeyLine
from tui.widgets.row_list import RowList


class TwoLists(Screen[ScreenResultType], Generic[ScreenResultType]):
    """A screen of two lists."""

    @property
    def rows(self) -> "RowList":  # type: ignore[type-arg]
        """The list that keys mean: the one with the focus."""
        raise NotImplementedError

    def action_move(self, by: int) -> None:
        """Down or up."""
        self.rows.move_to(self.rows.cursor + by)

    def action_page(self, by: int) -> None:
        """A screenful down or up."""
        self.rows.move_to(self.rows.cursor + by * self.rows.rows_in_sight)

    def action_move_to_end(self, last: bool) -> None:
        """To the last or the first row."""
        self.rows.move_to(self.rows.pages.total - 1 if last else 0)

    def on_key_line_pressed(self, message: KeyLine.Pressed) -> None:
        """A key was clicked."""
        self.call_later(self.run_action, message.action)

    def say(self, words: str) -> None:
        """Feedback, at the right of the keys, until the next key or for some seconds."""
        self.query_one("#decisions", KeyLine).say(words)
