"""Set right who says a claim: in what capacity, in which words of the sentence, and who that is."""

from typing import NamedTuple

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from provenance.model.queue import ClaimCard
from provenance.model.review import AttributionCorrection
from provenance.model.source import SourcingType
from tui.look import TYPES, type_word
from tui.outside import one_line
from tui.screens.asking import Asking, Dialog
from tui.widgets.word_picker import WordPicker


class Fixed(NamedTuple):
    """A correction, and why."""

    correction: AttributionCorrection
    why: str | None


class FixDialog(Asking[Fixed]):
    """Sourcing type, source words, origin, reason. Only what was changed is corrected."""

    DEFAULT_CSS = """
    FixDialog Dialog { width: 90; padding: 0 1; }
    FixDialog OptionList { height: 7; padding: 0; }
    FixDialog #definition { height: 1; color: $muted; padding: 0 1; }
    FixDialog .label { color: $muted; padding: 0 1; margin-top: 1; }
    """

    def __init__(self, card: ClaimCard) -> None:
        super().__init__()
        self.card = card
        first = card.claim.attributions[0] if card.claim.attributions else None
        inside = tuple(span for span in (first.source if first else ()) if card.claim.span.contains(span))
        self.origin_before = one_line(first.origin_name or "") if first else ""
        self.picker = WordPicker(card.article.text, card.claim.span, inside, id="words")
        self.spans_before = self.picker.spans

    def compose(self) -> ComposeResult:
        """One field after the other."""
        with Dialog("Who says this?", "tab next field · ctrl+s keeps · esc drops"):
            yield OptionList(*(Option(Content(type_word(kind)), id=kind.value) for kind in SourcingType), id="types")
            yield Static("", id="definition", markup=False)
            yield Static(Content("the words that name the source (space or a click ticks)"), classes="label", markup=False)
            yield self.picker
            yield Static(Content("who that is"), classes="label", markup=False)
            yield Input(self.origin_before, placeholder="the origin in words; empty leaves it as read", id="origin")
            yield Static(Content("why"), classes="label", markup=False)
            yield Input(placeholder="a reason for the journal (may stay empty)", id="why")

    def on_mount(self) -> None:
        """Begin at what the machine read."""
        types = self.query_one("#types", OptionList)
        types.border_title = Content("in what capacity")
        types.highlighted = list(SourcingType).index(self.card.claim.sourcing_type)
        types.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what the type means."""
        if event.option_id is not None:
            self.query_one("#definition", Static).update(Content(TYPES[event.option_id].definition))

    def on_option_list_option_selected(self) -> None:
        """Enter goes on to the words."""
        self.picker.focus()

    def on_input_submitted(self) -> None:
        """Enter in a field goes on."""
        self.focus_next()

    def action_keep(self) -> None:
        """Give what was changed; an empty correction where nothing was."""
        place = self.query_one("#types", OptionList).highlighted or 0
        kind = list(SourcingType)[place]
        origin = self.query_one("#origin", Input).value.strip()
        correction = AttributionCorrection(
            sourcing_type=kind if kind is not self.card.claim.sourcing_type else None,
            source=self.picker.spans if self.picker.spans != self.spans_before else None,
            origin_name=origin if origin and origin != self.origin_before.strip() else None,
        )
        self.dismiss(Fixed(correction, self.query_one("#why", Input).value.strip() or None))
