"""The lower half of the Claims screen: everything about the claim under the cursor, and what can be done from there."""

import webbrowser
from functools import partial

from textual import getters
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer

from provenance.model.queue import ClaimCard
from tui.outside import one_line, outside
from tui.screens.citation import citation
from tui.screens.reader import ReaderScreen
from tui.session import DeskApp
from tui.widgets.article_view import CLAIM, article_title, article_view, legend
from tui.widgets.chain_pane import ChainPane
from tui.widgets.claim_list import ClaimList
from tui.widgets.key_line import KeyLine
from tui.widgets.notes_view import notes_view
from tui.widgets.pane import Pane, hanging, stacked
from tui.widgets.row_list import RowList
from tui.widgets.score_view import score_view

PANES = ("article", "chain", "score", "notes")
CLAIM_LINES = 3
"""Lines that a long claim may take above the trail, the score and the notes; the article shows it whole."""
SETTLE = 0.04
"""Seconds that the cursor must rest before the claim's card is read: a held key reads none of those it passes."""


class Evidence(Screen[None]):
    """Panes about one claim."""

    app = getters.app(DeskApp)
    claims = getters.query_one("#list", ClaimList)
    card: ClaimCard | None = None
    pane = 0
    _settling: Timer | None = None

    class CardRead(Message):
        """A worker has read a claim's card."""

        def __init__(self, card: ClaimCard) -> None:
            super().__init__()
            self.card = card

    class Failed(Message):
        """A worker met an error that people should know of."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    # --- reading the card --------------------------------------------------------------------------------------------

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Read the card of the claim under the cursor once the cursor rests."""
        self.read_card()

    def read_card(self) -> None:
        """Read the card soon."""
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE, self._read_card)

    def _read_card(self) -> None:
        entry = self.claims.entry
        if entry is not None:
            self.run_worker(partial(self._fetch_card, entry.claim), thread=True, exclusive=True, group="card")

    def _fetch_card(self, claim: str) -> None:
        try:
            self.post_message(self.CardRead(self.app.desk.card(claim)))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_evidence_card_read(self, message: CardRead) -> None:
        """Draw the card, unless the cursor has moved on."""
        entry = self.claims.entry
        if entry is None or entry.claim != message.card.entry.claim:
            return
        same = self.card is not None and self.card.entry.claim == message.card.entry.claim
        self.card = message.card
        self._draw(message.card, same=same)

    def on_evidence_failed(self, message: Failed) -> None:
        """Say it in one sentence, with the technical text at hand."""
        self.app.complain(message.error)

    def on_row_list_read_failed(self, message: RowList.ReadFailed) -> None:
        """Rows could not be read."""
        self.app.complain(message.error)

    def _draw(self, card: ClaimCard, *, same: bool) -> None:
        signs = self.app.signs
        pane = self.query_one("#article", Pane)
        _, line = article_view(card, max(20, pane.scrollable_content_region.width), signs)
        pane.show(
            lambda width: article_view(card, width, signs)[0],
            title=article_title(card.article, signs, pane.outer_size.width - 6 - (len(pane.place) + 3 if pane.place else 0)),
            top=None if same else max(0, line - 2),
        )
        pane.border_subtitle = legend()
        above = partial(self._claim_above, card)
        self.query_one("#chain", ChainPane).show_card(card, signs, above, same=same)
        method = f"method {card.score.method}"
        self.query_one("#score", Pane).show(
            lambda width: stacked(*above(width), score_view(card, width, signs)), subtitle=method, top=None if same else 0
        )
        self.query_one("#notes", Pane).show(lambda width: stacked(*above(width), notes_view(card, width, signs)), top=None)
        self.show_panes()

    def _claim_above(self, card: ClaimCard, width: int) -> list[Content]:
        """The claim over what is said of it, where a single pane is on show and the article is not in sight."""
        if not self.one_at_a_time:
            return []
        signs = self.app.signs
        lines = hanging(outside(one_line(card.claim.text), signs), 0, width)
        if len(lines) > CLAIM_LINES:
            lines = [*lines[: CLAIM_LINES - 1], Content.assemble(lines[CLAIM_LINES - 1].truncate(width - 2), f" {signs.more}")]
        return [*(line.stylize_before(CLAIM) for line in lines), Content("")]

    # --- panes -------------------------------------------------------------------------------------------------------

    @property
    def one_at_a_time(self) -> bool:
        """Whether a single pane is on show."""
        return self.has_class("-narrow") or self.has_class("-zoomed")

    @property
    def shown_pane(self) -> Pane:
        """The pane that `space` and `z` mean."""
        return self.query_one(f"#{PANES[self.pane]}", Pane)

    def show_panes(self) -> None:
        """Mark the pane whose turn it is; in a small terminal it is the only one."""
        for place, name in enumerate(PANES):
            pane = self.query_one(f"#{name}", Pane)
            pane.set_class(place == self.pane, "-shown")
            pane.place = f"{place + 1} of {len(PANES)}, tab turns" if self.one_at_a_time else ""
        left = PANES[self.pane] in ("article", "chain")
        self.query_one("#left").set_class(not left, "-nothing-shown")
        self.query_one("#right").set_class(left, "-nothing-shown")

    def action_turn(self, by: int) -> None:
        """To the next pane: shown where there is room for one, focused where all are in sight."""
        if self.one_at_a_time:
            self.pane = (self.pane + by) % len(PANES)
            self.show_panes()
            self.call_after_refresh(self.shown_pane.redraw)
            if self.has_class("-zoomed"):
                self.shown_pane.focus()
            return
        ring = [self.claims, *(self.query_one(f"#{name}", Pane) for name in PANES)]
        place = ring.index(self.focused) if self.focused in ring else 0
        ring[(place + by) % len(ring)].focus()

    def on_descendant_focus(self) -> None:
        """The pane that has the focus is the one that keys mean."""
        if isinstance(self.focused, Pane) and self.focused.id in PANES:
            self.pane = PANES.index(self.focused.id)
            self.show_panes()

    def action_zoom(self) -> None:
        """One pane over everything, and back."""
        self.toggle_class("-zoomed")
        if self.has_class("-zoomed"):
            self.shown_pane.focus()
        else:
            self.claims.focus()
        self.show_panes()
        self.call_after_refresh(self.shown_pane.redraw)

    def action_read_on(self) -> None:
        """Scroll the pane by its height; at the end, back to its top."""
        pane = self.shown_pane
        if pane.scroll_offset.y >= pane.max_scroll_y:
            pane.scroll_to(y=0, animate=False)
        else:
            pane.scroll_to(y=pane.scroll_offset.y + max(1, pane.size.height - 3), animate=False)

    # --- the article -------------------------------------------------------------------------------------------------

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """A row was opened with the mouse."""
        self.action_read()

    def action_read(self) -> None:
        """Open the whole article at this claim."""
        entry = self.claims.entry
        if entry is not None:
            self.app.push_screen(ReaderScreen(entry.article, entry.claim), self.after_reading)

    def after_reading(self, claim: str | None) -> None:
        """Show the claim that was chosen in the reader; the list may have grown."""

    def action_open_page(self) -> None:
        """Open the article's page in the browser."""
        url = self.card.article.url if self.card is not None else None
        if url and url.startswith(("http://", "https://")):
            webbrowser.open(url)
            self.say(f"opened {url}")
        else:
            self.say("no page address is known for this article")

    def action_copy(self) -> None:
        """Copy a citation of the claim."""
        if self.card is not None:
            self.app.copy_to_clipboard(citation(self.card))
            self.say("citation copied")

    def say(self, words: str | Content) -> None:
        """Feedback, at the right of the verdict keys, until the next key or for some seconds."""
        self.query_one("#verdicts", KeyLine).say(Content(words) if isinstance(words, str) else words)
