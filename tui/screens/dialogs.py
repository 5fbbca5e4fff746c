"""Small windows over a screen: a note, a line, an error. `ctrl+s` or enter keeps, `esc` drops."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from provenance.errors import ProvenanceError
from provenance.model.queue import QueueEntry
from tui.outside import one_line, outside
from tui.screens.asking import Asking, Dialog


class NoteDialog(Asking[str]):
    """Write a note on a claim."""

    def __init__(self, entry: QueueEntry) -> None:
        super().__init__()
        self.entry = entry

    def compose(self) -> ComposeResult:
        """The claim, and room to write."""
        with Dialog("A note on this claim", "ctrl+s keeps · esc drops"):
            words = outside(one_line(self.entry.text), self.app.signs)
            yield Static(Content.assemble((words[:300], "$muted"), "\n"), markup=False)
            yield TextArea(id="note")

    def action_keep(self) -> None:
        """Give the text."""
        self.dismiss(self.query_one(TextArea).text.strip() or None)


class AskLine(Asking[str]):
    """Ask for one line of words; an empty one is an answer too."""

    def __init__(self, title: str, words: str, placeholder: str, *, enter: str = "keeps") -> None:
        super().__init__()
        self.heading, self.words, self.placeholder, self.enter = title, words, placeholder, enter

    def compose(self) -> ComposeResult:
        """The question, and a field."""
        with Dialog(self.heading, f"enter {self.enter} · esc drops"):
            yield Static(Content.assemble((outside(self.words, self.app.signs), "$muted"), "\n"), markup=False)
            yield Input(placeholder=self.placeholder)

    def on_input_submitted(self) -> None:
        """Enter keeps."""
        self.action_keep()

    def action_keep(self) -> None:
        """Give the line."""
        self.dismiss(self.query_one(Input).value.strip())


class ErrorDialog(Asking[bool]):
    """What went wrong, what to do, and technical text to copy."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("y", "copy", "Copy the technical text"), Binding("enter", "drop", "Close")]

    def __init__(self, error: Exception) -> None:
        super().__init__()
        known = isinstance(error, ProvenanceError)
        self.words = str(error) if known else "Something unforeseen went wrong. What was judged so far is kept."
        self.detail = error.detail if isinstance(error, ProvenanceError) else f"{type(error).__name__}: {error}"

    def compose(self) -> ComposeResult:
        """The sentence, and under it the technical text."""
        signs = self.app.signs
        with Dialog("This did not work", "y copies the technical text · esc closes" if self.detail else "esc closes"):
            yield Static(Content(outside(self.words, signs)), markup=False)
            if self.detail:
                yield Static(Content.assemble("\n", (outside(self.detail[:1000], signs), "$muted")), markup=False)

    def action_copy(self) -> None:
        """Copy it."""
        self.app.copy_to_clipboard(f"{self.words}\n{self.detail}")
        self.dismiss(True)

    def action_keep(self) -> None:
        """Close."""
        self.dismiss(True)
