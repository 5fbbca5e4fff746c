"""The list of sources, and everything about the one under the cursor: read by workers, a page at a time."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from textual import getters
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from provenance.errors import NotFound
from provenance.model.queue import ClaimQuery, Order, Progress, QueueEntry, SourceCard, SourceSummary
from tui.outside import one_line, outside
from tui.screens.two_lists import TwoLists
from tui.session import DeskApp
from tui.widgets.group_list import MemberList
from tui.widgets.pages import PAGE
from tui.widgets.pane import Pane, hanging
from tui.widgets.row_list import RowList
from tui.widgets.source_list import SourceList
from tui.widgets.source_view import source_view
from tui.widgets.top_line import TopLine

SETTLE = 0.04
"""Seconds that the cursor must rest before a source's card is read: a held key reads none of those it passes."""
NO_SUCH = "No source is called so. esc lists all."
NONE_YET = "No sources yet: they come with the claims. 1 goes to the claims, where articles can be taken in."


class LeftSources(NamedTuple):
    """How the Sources screen was left: whether a letter was given or taken back, and whose claims are to be listed."""

    changed: bool = False
    source: str | None = None
    claim: str | None = None


class SourceFinding(TwoLists[LeftSources]):
    """The list of sources and what is known of one."""

    app = getters.app(DeskApp)
    sources = getters.query_one("#sources", SourceList)
    members = getters.query_one("#members", MemberList)
    words = ""
    """What the names of the sources listed hold; all are listed without."""
    order: tuple[str, ...] | None = None
    """The keys of the sources listed, as they were listed first: later reading moves no row."""
    card: SourceCard | None = None
    members_title = "Its claims"
    _settling: Timer | None = None

    class Listed(Message):
        """A worker has read which sources there are, and the first rows."""

        def __init__(self, order: tuple[str, ...], first: list[SourceSummary], cursor: int, progress: Progress) -> None:
            super().__init__()
            self.order, self.first, self.cursor, self.progress = order, first, cursor, progress

    class CardRead(Message):
        """A worker has read a source's card and its first claims."""

        def __init__(self, card: SourceCard, claims: list[QueueEntry], total: int) -> None:
            super().__init__()
            self.card, self.claims, self.total = card, claims, total

    class Failed(Message):
        """A worker met an error that people should know of."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    # --- the list ----------------------------------------------------------------------------------------------------

    def list_sources(self, at: str | None = None) -> None:
        """List the sources, with the cursor on one of them."""
        self.run_worker(partial(self._fetch, self.words, at), thread=True, exclusive=True, group="list")

    def _fetch(self, words: str, at: str | None) -> None:
        desk = self.app.desk
        try:
            order = tuple(desk.source_order(words))
            cursor = order.index(at) if at in order else 0
            self.post_message(self.Listed(order, desk.sources_of(order[:PAGE]), cursor, desk.progress(ClaimQuery())))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_source_finding_listed(self, message: Listed) -> None:
        """Show the rows."""
        self.order, self.card = message.order, None
        self.sources.show(self._reading, message.first, cursor=message.cursor, total=len(message.order))
        if not message.order:
            nothing = NO_SUCH if self.words else NONE_YET
            self.query_one("#known", Pane).show(lambda width: Content("\n").join(hanging(nothing, 0, width)))
            self.members.show(lambda offset, limit: list)
        progress, label = message.progress, outside(self.app.desk.db_label, self.app.signs)
        self.query_one(TopLine).update(database=label, reviewed=progress.total_reviewed, total=progress.total)
        self.name_frames()

    def _reading(self, offset: int, limit: int) -> Callable[[], list[SourceSummary]]:
        return partial(self.app.desk.sources_of, (self.order or ())[offset : offset + limit])

    def name_frames(self) -> None:
        """Order and counts, in the frames."""
        dot = f" {self.app.signs.dot} "
        which = f"{dot}{outside(one_line(self.words), self.app.signs)}" if self.words else ""
        self.sources.border_title = Content(f"Sources{dot}most claims first{which}")
        count = len(self.order) if self.order is not None else 0
        self.sources.border_subtitle = Content("" if self.order is None else "1 source" if count == 1 else f"{count:,} sources")
        self.members.border_title = Content(f"{self.members_title}{dot}newest first")
        claims = self.members.pages.total if self.card else 0
        self.members.border_subtitle = Content("1 claim" if claims == 1 else f"{claims:,} claims" if claims else "")

    # --- the source under the cursor ---------------------------------------------------------------------------------

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Read the card of the source under the cursor once the cursor rests."""
        if message.rows is self.sources:
            if self._settling is not None:
                self._settling.stop()
            self._settling = self.set_timer(SETTLE, self.read_card)

    def read_card(self) -> None:
        """Read what is known of the source under the cursor."""
        entry = self.sources.entry
        if entry is not None:
            self.run_worker(partial(self._fetch_card, entry.key), thread=True, exclusive=True, group="card")

    def _fetch_card(self, key: str) -> None:
        try:
            desk, wanted = self.app.desk, _claims_of(key)
            self.post_message(self.CardRead(desk.source_card(key), desk.claims(wanted, 0, PAGE), desk.progress(wanted).matching))
        except NotFound:  # its last article was withdrawn meanwhile
            return
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_source_finding_card_read(self, message: CardRead) -> None:
        """Draw the card, unless the cursor has moved on."""
        card, entry, signs = message.card, self.sources.entry, self.app.signs
        if entry is None or entry.key != card.summary.key:
            return
        same = self.card is not None and self.card.summary.key == card.summary.key
        self.card = card
        self.sources.change([card.summary])
        self.members.show(self._reading_members(card.summary.key), message.claims, total=message.total)
        self.query_one("#known", Pane).show(lambda width: source_view(card, width, signs), top=None if same else 0)
        self.name_frames()

    def _reading_members(self, key: str) -> Callable[[int, int], Callable[[], list[QueueEntry]]]:
        return lambda offset, limit: partial(self.app.desk.claims, _claims_of(key), offset, limit)

    def on_source_finding_failed(self, message: Failed) -> None:
        """Say it in one sentence, with the technical text at hand."""
        self.app.complain(message.error)

    def on_row_list_read_failed(self, message: RowList.ReadFailed) -> None:
        """Rows could not be read."""
        self.app.complain(message.error)


def _claims_of(key: str) -> ClaimQuery:
    return ClaimQuery(source=key, order=Order.NEWEST_FIRST)
