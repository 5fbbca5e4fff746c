"""The Groups screen: one row a group, its wordings and its claims below; merges and splits, each taken back with one key."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from provenance.errors import NotFound
from provenance.model.chain import Standing
from provenance.model.queue import QueueEntry
from provenance.model.review import JournalEntry
from tui.look import STANDING_WORDS
from tui.screens.decision_words import undone_words
from tui.screens.dialogs import AskLine
from tui.screens.group_finding import GroupFinding, Left
from tui.screens.group_keys import DECISION_KEYS, FOOT_KEYS, GROUP_KEYS
from tui.screens.regrouping import MARK_TWO, ask_to_merge, ask_to_split, merged_words, split_words
from tui.widgets.group_list import GroupList, MemberList
from tui.widgets.key_line import Key, KeyLine
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList
from tui.widgets.screen_keys import SCREEN_KEYS
from tui.widgets.top_line import TopLine

STANDINGS = (None, Standing.CONTESTED, *(standing for standing in STANDING_WORDS if standing is not Standing.CONTESTED))
"""What `f` goes through."""
CHOOSE = "v marks what does not belong with the others, M splits it off"


class GroupsScreen(GroupFinding):
    """Groups above; wordings and claims of one below."""

    BINDINGS: ClassVar[list[BindingType]] = GROUP_KEYS
    AUTO_FOCUS = "GroupList"

    def __init__(self, start: QueueEntry | None = None) -> None:
        super().__init__()
        self.start = start
        self.changed = False
        self.part = "wordings"
        """What the lower half shows where there is room for one part only."""

    def compose(self) -> ComposeResult:
        """The lines, the list, the parts."""
        yield TopLine(SCREEN_KEYS, "app.groups")
        yield GroupList(id="groups")
        yield KeyLine(DECISION_KEYS, id="decisions")
        with Vertical(id="about-group"):
            yield Pane("What is known of this group", id="wordings")
            yield MemberList(id="members")
        yield KeyLine(FOOT_KEYS, (Key("^p", "Commands", "app.command_palette"),), id="foot")

    def on_mount(self) -> None:
        """Begin with the group of the claim at hand."""
        self._show_part("wordings")
        self.look_for(None, group=self.start.group if self.start is not None else None)

    def on_resize(self, event: events.Resize) -> None:
        """A small terminal shows one part at a time."""
        self.set_class(event.size.width < 100 or event.size.height < 30, "-narrow")
        self._show_part(self.part)

    # --- moving ------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> "RowList":  # type: ignore[type-arg]
        """The list that keys mean: the one with the focus."""
        return self.members if self.members.has_focus else self.groups

    def action_mark(self) -> None:
        """Mark or unmark the row, and on to the next."""
        rows = self.rows
        if rows.entry is not None:
            rows.marked ^= {rows.entry.claim}
            rows.move_to(rows.cursor + 1)
            rows.refresh()
            self.name_frames()

    def action_turn(self, by: int) -> None:
        """From the list to the wordings, to the claims, and around."""
        ring = [self.groups, self.query_one("#wordings", Pane), self.members]
        place = ring.index(self.focused) if self.focused in ring else 0
        ring[(place + by) % len(ring)].focus()

    def on_descendant_focus(self) -> None:
        """What has the focus is shown."""
        if self.focused is not None and self.focused.id in ("wordings", "members"):
            self._show_part(self.focused.id)
        self.show_card()

    def _show_part(self, part: str) -> None:
        self.part = part
        for name in ("wordings", "members"):
            self.query_one(f"#{name}").set_class(name == part, "-shown")
        one_at_a_time = self.has_class("-narrow") or self.has_class("-zoomed")
        self.query_one("#wordings", Pane).place = "1 of 2, tab turns" if one_at_a_time else ""
        self.members_title = "Claims of this group (2 of 2, tab turns)" if one_at_a_time else "Claims of this group"
        self.name_frames()
        self.call_after_refresh(self.query_one("#wordings", Pane).redraw)

    def action_zoom(self) -> None:
        """Wordings or claims over everything, and back."""
        self.toggle_class("-zoomed")
        self._show_part(self.part)
        self.query_one(f"#{self.part}" if self.has_class("-zoomed") else "#groups").focus()

    def action_read_on(self) -> None:
        """Scroll the wordings by their height; at the end, back to the top."""
        pane = self.query_one("#wordings", Pane)
        self._show_part("wordings")
        on = pane.scroll_offset.y + max(1, pane.size.height - 3)
        pane.scroll_to(y=0 if pane.scroll_offset.y >= pane.max_scroll_y else on, animate=False)

    def action_next_standing(self) -> None:
        """Groups of the next standing only; at last, of all again."""
        here = self.groups.entry
        self.look_for(STANDINGS[(STANDINGS.index(self.standing) + 1) % len(STANDINGS)], group=here.id if here is not None else None)

    def action_back(self) -> None:
        """Out of one thing at a time; at last, to the claims."""
        if self.has_class("-zoomed"):
            self.action_zoom()
        elif self.members.marked or self.groups.marked:
            (self.members if self.members.marked else self.groups).marked.clear()
            self.members.refresh()
            self.groups.refresh()
            self.name_frames()
        elif not self.groups.has_focus:
            self.groups.focus()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """To the claims; they are listed anew where groups have changed."""
        self.dismiss(Left(changed=self.changed))

    def action_list_claims(self) -> None:
        """To the claims of this group, where they are judged."""
        entry = self.groups.entry
        if entry is not None:
            here = self.members.entry if self.members.has_focus else None
            self.dismiss(Left(self.changed, entry.id, here.claim if here is not None else None))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """A row was opened with the mouse."""
        self.action_list_claims()

    # --- deciding ----------------------------------------------------------------------------------------------------

    def action_merge(self) -> None:
        """Merge the marked groups; with one marked, that and the one under the cursor."""
        here, desk = self.groups.entry, self.app.desk
        claims = sorted(self.groups.marked | ({here.claim} if here is not None and len(self.groups.marked) == 1 else set()))
        if len(claims) < 2:
            self.say(MARK_TWO)
        else:
            told = [found.first.text for claim in claims if (found := self.groups.pages.of(claim)) is not None]
            self._ask(ask_to_merge(told, len(claims), "group"), partial(desk.merge, claims), partial(merged_words, desk))

    def action_split(self) -> None:
        """Split the marked claims, or the one under the cursor, from their group; of two claims it is the same which."""
        entry, here = self.groups.entry, self.members.entry
        if entry is None or self.card is None or self.card.entry.id != entry.id or here is None:
            return
        marked = sorted(self.members.marked)
        if entry.first.group_claims == 1:
            self.say("a group of one claim: there is nothing to split it from")
        elif not marked and not self.members.has_focus and entry.first.group_claims > 2:
            self.members.focus()
            self.say(CHOOSE)
        else:
            claims = marked or [here.claim]
            told = [found.text for claim in claims if (found := self.members.pages.of(claim)) is not None]
            self._ask(ask_to_split(told, len(claims)), partial(self.app.desk.split, claims), split_words)

    def _ask(self, question: AskLine, decide: Callable[[str | None], JournalEntry], words: Callable[[JournalEntry], str]) -> None:
        def keep(why: str | None) -> None:
            if why is not None:
                self.run_worker(self._decide(partial(decide, why or None), words), group="decide")

        self.app.push_screen(question, keep)

    async def action_undo(self) -> None:
        """Take back the last decision that stands."""
        await self._decide(self.app.desk.undo, partial(undone_words, "undone"), "nothing to undo")

    async def action_redo(self) -> None:
        """Bring back what was undone last."""
        await self._decide(self.app.desk.redo, partial(undone_words, "redone"), "nothing to redo")

    async def _decide(self, decide: Callable[[], JournalEntry | None], words: Callable[[JournalEntry], str], nothing: str = "") -> None:
        """Have a decision written after all that were made before it, and show what has become of the group."""

        def work() -> tuple[str, str | None] | None:
            entry = decide()
            if entry is None:
                return None
            return words(entry), self._group_now(entry)

        try:
            done = await asyncio.wrap_future(self.app.pen.write(work))
        except Exception as error:
            self.app.complain(error)
            return
        if done is None:
            self.say(nothing)
            return
        self.changed = True
        self.groups.marked.clear()
        self.members.marked.clear()
        self.look_for(self.standing, group=done[1])
        self.say(done[0] if nothing else f"{done[0]} {self.app.signs.dot} u undoes")

    def _group_now(self, entry: JournalEntry) -> str | None:
        """The group in which the first claim of a decision is now; None where it is no claim any more."""
        try:
            return self.app.desk.group_of(entry.claims[0].claim).id if entry.claims else None
        except NotFound:
            return None
