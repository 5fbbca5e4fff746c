"""Give a source a letter of the Admiralty code, with its reason."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from provenance.model.queue import SourceSummary
from provenance.model.reliability import Letter
from tui.outside import one_line, outside
from tui.screens.asking import Asking, Dialog

NO_REASON = "A letter needs its reason, for those who read it a year from now."


class Graded(NamedTuple):
    """A letter, and why."""

    letter: Letter
    why: str


class GradeDialog(Asking[Graded]):
    """A letter and a reason; neither alone."""

    DEFAULT_CSS = """
    GradeDialog OptionList { height: 8; padding: 0; }
    GradeDialog #missing { height: auto; color: $error; }
    """

    def __init__(self, source: SourceSummary) -> None:
        super().__init__()
        self.source = source

    def compose(self) -> ComposeResult:
        """The source as it stands, the letters, the reason."""
        signs, source = self.app.signs, self.source
        with Dialog("How far can it be trusted?", "enter goes on · ctrl+s keeps · esc drops"):
            now = outside(f"{one_line(source.name)}: {source.letter}, {one_line(source.letter_basis)}", signs)
            yield Static(Content.assemble((now, "$muted"), "\n"), markup=False)
            yield OptionList(*(Option(Content(_words(letter)), id=letter.value) for letter in Letter), id="letters", markup=False)
            yield Input(placeholder="what the letter rests on", id="why")
            yield Static("", id="missing", markup=False)

    def on_mount(self) -> None:
        """Begin at the letter that it has."""
        letters = self.query_one("#letters", OptionList)
        letters.highlighted = list(Letter).index(Letter(self.source.letter))
        letters.focus()

    def on_key(self, event: object) -> None:
        """A letter typed in the list chooses it."""
        letters = self.query_one("#letters", OptionList)
        typed = str(getattr(event, "character", "") or "").upper()
        if self.focused is letters and typed in list(Letter):
            letters.highlighted = list(Letter).index(Letter(typed))

    def on_option_list_option_selected(self) -> None:
        """Enter goes on to the reason."""
        self.query_one("#why", Input).focus()

    def on_input_submitted(self) -> None:
        """Enter in the reason keeps."""
        self.action_keep()

    def action_keep(self) -> None:
        """Give letter and reason, or say what is missing."""
        field = self.query_one("#why", Input)
        if not field.value.strip():
            self.query_one("#missing", Static).update(Content(NO_REASON))
            field.focus()
            return
        place = self.query_one("#letters", OptionList).highlighted or 0
        self.dismiss(Graded(list(Letter)[place], field.value.strip()))


def _words(letter: Letter) -> str:
    withdraws = "; withdraws a letter that was given" if letter is Letter.F else ""
    return f"{letter.value}  {letter.words}{withdraws}"
