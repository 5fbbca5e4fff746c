"""What all small windows over a screen share: a frame, and an answer that is kept or dropped."""

from typing import ClassVar, TypeVar

from textual import getters
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from tui.look import signs_of
from tui.outside import outside
from tui.session import DeskApp

T = TypeVar("T")


class Dialog(VerticalScroll, can_focus=False):
    """The frame of a small window."""

    def __init__(self, title: str, keys: str) -> None:
        super().__init__()
        self.heading, self.keys = title, keys

    def on_mount(self) -> None:
        """Words into the frame."""
        signs = signs_of(self)
        self.border_title = Content(outside(self.heading, signs))
        self.border_subtitle = Content(outside(self.keys, signs))


class Asking(ModalScreen[T | None]):
    """A window that gives an answer, or None where it was dropped."""

    app = getters.app(DeskApp)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", priority=True),
        Binding("escape", "drop", "Drop", key_display="esc"),
    ]

    def action_drop(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def action_keep(self) -> None:
        """Close with the answer."""
        raise NotImplementedError
