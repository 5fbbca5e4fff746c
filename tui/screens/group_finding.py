"""Which groups are listed, and everything about the one under the cursor: read by workers, a page at a time."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from textual import getters
from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from provenance.errors import NotFound
from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery, GroupCard, GroupEntry, Order, Progress, QueueEntry
from tui.look import STANDING_WORDS
from tui.outside import outside
from tui.screens.two_lists import TwoLists
from tui.session import DeskApp
from tui.widgets.group_list import GroupList, MemberList
from tui.widgets.group_view import group_summary, group_view
from tui.widgets.pages import PAGE
from tui.widgets.pane import Pane, hanging
from tui.widgets.row_list import RowList
from tui.widgets.top_line import TopLine

SETTLE = 0.04
"""Seconds that the cursor must rest before a group's card is read: a held key reads none of those it passes."""
NONE_YET = "No groups yet: every claim is in one, so there are no claims. 1 goes to the claims, where articles can be taken in."


class Left(NamedTuple):
    """How the Groups screen was left: whether groups have changed, and which claims are to be listed."""

    changed: bool = False
    group: str | None = None
    claim: str | None = None


class GroupFinding(TwoLists[Left]):
    """The list of groups and what decides what is in it."""

    app = getters.app(DeskApp)
    groups = getters.query_one("#groups", GroupList)
    members = getters.query_one("#members", MemberList)
    standing: Standing | None = None
    total: int | None = None
    card: GroupCard | None = None
    members_title = "Claims of this group"
    _settling: Timer | None = None

    class FirstRead(Message):
        """A worker has read the first rows of the list, and found the place of a group in it."""

        def __init__(self, standing: Standing | None, entries: list[GroupEntry], cursor: int) -> None:
            super().__init__()
            self.standing, self.entries, self.cursor = standing, entries, cursor

    class Counted(Message):
        """A worker has counted groups and claims."""

        def __init__(self, standing: Standing | None, total: int, progress: Progress) -> None:
            super().__init__()
            self.standing, self.total, self.progress = standing, total, progress

    class CardRead(Message):
        """A worker has read a group's card and its first claims."""

        def __init__(self, card: GroupCard, claims: list[QueueEntry]) -> None:
            super().__init__()
            self.card, self.claims = card, claims

    class Failed(Message):
        """A worker met an error that people should know of."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    # --- the list ----------------------------------------------------------------------------------------------------

    def look_for(self, standing: Standing | None, *, group: str | None = None) -> None:
        """List the groups of a standing, or all, with the cursor on a group where that is among them."""
        self.standing, self.total = standing, None
        self.run_worker(partial(self._fetch, standing, group), thread=True, exclusive=True, group="list")

    def _fetch(self, standing: Standing | None, group: str | None) -> None:
        desk, wanted = self.app.desk, (standing,) if standing else ()
        try:
            place = desk.group_position(group, wanted) if group else None
            self.post_message(self.FirstRead(standing, desk.group_entries(0, PAGE, wanted), place or 0))
            self.post_message(self.Counted(standing, desk.group_count(wanted), desk.progress(ClaimQuery())))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_group_finding_first_read(self, message: FirstRead) -> None:
        """Show the first rows at once; the counts come after."""
        if message.standing is self.standing:
            self.card = None
            total = message.cursor + 1 if message.entries else 0
            self.groups.show(self._reading, message.entries, cursor=message.cursor, total=total)
            if not message.entries:
                self._show_none()
            self.name_frames()

    def _reading(self, offset: int, limit: int) -> Callable[[], list[GroupEntry]]:
        return partial(self.app.desk.group_entries, offset, limit, (self.standing,) if self.standing else ())

    def _show_none(self) -> None:
        words = NONE_YET if self.standing is None else f"No group is {STANDING_WORDS[self.standing][0]}. f goes on to the next standing."
        self.query_one("#wordings", Pane).show(lambda width: Content("\n").join(hanging(words, 0, width)))
        self.members.show(lambda offset, limit: list)

    def on_group_finding_counted(self, message: Counted) -> None:
        """The counts are known: length of the list, and how far the review has come."""
        if message.standing is not self.standing:
            return
        self.total = message.total
        self.groups.set_total(message.total)
        progress, label = message.progress, outside(self.app.desk.db_label, self.app.signs)
        self.query_one(TopLine).update(database=label, reviewed=progress.total_reviewed, total=progress.total)
        self.name_frames()

    def name_frames(self) -> None:
        """Order, standing, marks and counts, in the frames."""
        dot = f" {self.app.signs.dot} "
        which = STANDING_WORDS[self.standing][0] if self.standing else "all standings"
        self.groups.border_title = Content(dot.join(("Groups", "most articles first", which)))
        below = [f"{len(self.groups.marked)} marked"] if self.groups.marked else []
        if self.total is not None:
            below.append("1 group" if self.total == 1 else f"{self.total:,} groups")
        self.groups.border_subtitle = Content(dot.join(below))
        self.members.border_title = Content(f"{self.members_title}{dot}newest first")
        marked = [f"{len(self.members.marked)} marked"] if self.members.marked else []
        count = self.card.entry.first.group_claims if self.card else 0
        self.members.border_subtitle = Content(dot.join([*marked, "1 claim" if count == 1 else f"{count:,} claims"] if count else []))

    # --- the group under the cursor ----------------------------------------------------------------------------------

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        """Read the card of the group under the cursor once the cursor rests."""
        if message.rows is self.groups:
            if self._settling is not None:
                self._settling.stop()
            self._settling = self.set_timer(SETTLE, self._read_card)
        elif self.members.has_focus:
            self.show_card()

    def _read_card(self) -> None:
        entry = self.groups.entry
        if entry is not None:
            self.run_worker(partial(self._fetch_card, entry.id), thread=True, exclusive=True, group="card")

    def _fetch_card(self, group: str) -> None:
        try:
            claims = self.app.desk.claims(_claims_of(group), 0, PAGE)
            self.post_message(self.CardRead(self.app.desk.group_card(group), claims))
        except NotFound:  # regrouped meanwhile; the list is on its way
            return
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_group_finding_card_read(self, message: CardRead) -> None:
        """Draw the card, unless the cursor has moved on."""
        card, entry = message.card, self.groups.entry
        if entry is None or entry.id != card.entry.id:
            return
        same = self.card is not None and self.card.entry.id == card.entry.id
        self.card = card
        if not same:
            self.members.marked.clear()
            self.members.show(self._reading_members(card.entry.id), message.claims, total=card.entry.first.group_claims)
        self.show_card(same=same)
        self.name_frames()

    def show_card(self, *, same: bool = False) -> None:
        """Draw what is known of the group; while one walks through its claims, with the claim at hand beside the one that stands for it."""
        card, signs = self.card, self.app.signs
        if card is None:
            return
        here = self.members.entry if self.members.has_focus else None
        beside = here if here is not None and here.claim != card.entry.claim else None
        title = "Wordings that contradict each other" if card.against and beside is None else "What is known of this group"
        self.query_one("#wordings", Pane).show(
            lambda width: group_view(card, width, signs, beside), title=title, subtitle=group_summary(card, signs), top=None if same else 0
        )

    def _reading_members(self, group: str) -> Callable[[int, int], Callable[[], list[QueueEntry]]]:
        return lambda offset, limit: partial(self.app.desk.claims, _claims_of(group), offset, limit)

    def on_group_finding_failed(self, message: Failed) -> None:
        """Say it in one sentence, with the technical text at hand."""
        self.app.complain(message.error)

    def on_row_list_read_failed(self, message: RowList.ReadFailed) -> None:
        """Rows could not be read."""
        self.app.complain(message.error)


def _claims_of(group: str) -> ClaimQuery:
    return ClaimQuery(group=group, order=Order.NEWEST_FIRST)
