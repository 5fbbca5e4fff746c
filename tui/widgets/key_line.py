"""A line of keys: which does what, and what the last one did."""

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from tui.look import Signs, signs_of


class Key(NamedTuple):
    """A key as shown: what to press, what it does, and the action it runs."""

    key: str
    words: str
    action: str


class KeyLine(Widget):
    """Keys in a line, the most needed first; those that do not fit are left to the help and the palette. Each can be clicked.

    Where the style leaves its height open it takes a second line rather than lose keys.
    """

    DEFAULT_CSS = "KeyLine { height: 1; }"
    STAYS = 8.0
    """Seconds that feedback stays where no key is pressed."""

    class Pressed(Message):
        """A key was clicked."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, keys: Sequence[Key], right: Sequence[Key] = (), *, bare: bool = False, id: str | None = None) -> None:
        super().__init__(id=id)
        self.keys, self.right = tuple(keys), tuple(right)
        self.bare = bare
        """Whether keys whose words do not fit still show their letter."""
        self._said = Content("")
        self._places: list[tuple[int, int, int, str]] = []
        self._hushing: Timer | None = None

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Other keys."""
        self.keys = tuple(keys)
        self.refresh(layout=True)

    def say(self, words: Content | str) -> None:
        """Put words at the right end, in place of what stood there, until the next key or for some seconds."""
        self._said = words if isinstance(words, Content) else Content(words)
        if self._hushing is not None:
            self._hushing.stop()
        self._hushing = self.set_timer(self.STAYS, self.hush)
        self.refresh()

    def hush(self) -> None:
        """Take the words away: what they told of is past."""
        if self._said.plain:
            self._said = Content("")
            self.refresh()

    @property
    def said(self) -> str:
        """The words at the right end."""
        return self._said.plain

    def render(self) -> Content:
        """What fits: the words at the right end always, then keys from the left."""
        width, signs = self.size.width, signs_of(self)
        self._places = []
        said = self._said
        tail_keys = [_key(key, signs) for key in self.right] if not said.plain else []
        tail = Content("  ").join(tail_keys) if tail_keys else said
        if tail.cell_length > width - 2:
            tail = tail.truncate(max(1, width - 2), ellipsis=not signs.ascii)
        room = width - 2 - tail.cell_length - (2 if tail.plain else 0)
        line, at = Content(" "), 1
        rows = max(1, self.size.height)
        above: list[Content] = []
        for place, key in enumerate(self.keys):
            rest = sum(len(other.key) + 2 for other in self.keys[place + 1 :]) if self.bare else 0
            piece = _key(key, signs)
            if at + piece.cell_length + rest > room + 1 and self.bare:
                piece = Content.assemble((key.key, "bold"))
            end = room if len(above) == rows - 1 else width - 2
            if at + piece.cell_length > end + 1:
                if len(above) == rows - 1:
                    break
                above.append(line.pad_right(max(0, width - line.cell_length)))
                line, at = Content(" "), 1
            self._places.append((len(above), at, at + piece.cell_length, key.action))
            line = Content.assemble(line, piece, "  ")
            at += piece.cell_length + 2
        while len(above) < rows - 1:
            above.append(line.pad_right(max(0, width - line.cell_length)))
            line = Content("")
        start = width - 1 - tail.cell_length
        place = start
        for key, piece in zip(self.right, tail_keys, strict=False):
            self._places.append((rows - 1, place, place + piece.cell_length, key.action))
            place += piece.cell_length + 2
        return Content("\n").join([*above, Content.assemble(line, " " * max(0, start - line.cell_length), tail)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One line, or two where the keys do not fit into one."""
        signs = signs_of(self)
        needed = 2 + sum(_key(key, signs).cell_length + 2 for key in (*self.keys, *self.right)) - 2
        return 1 if needed <= width else 2

    def on_click(self, event: events.Click) -> None:
        """Clicking a key is pressing it."""
        for row, start, end, action in self._places:
            if row == event.y and start <= event.x < end and action:
                self.post_message(self.Pressed(action))


def _key(key: Key, signs: Signs) -> Content:
    shown = signs.enter if key.key == "enter" else key.key
    return Content.assemble((shown, "bold"), " ", (key.words, "$muted"))
