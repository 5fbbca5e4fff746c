"""The Sources screen: one row an outlet or origin, what is known of it and its claims below; letters, each taken back with one key."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from provenance.model.queue import QueueEntry
from provenance.model.review import JournalEntry
from tui.screens.decision_words import undone_words
from tui.screens.dialogs import AskLine
from tui.screens.grading import Graded, GradeDialog
from tui.screens.source_finding import LeftSources, SourceFinding
from tui.screens.source_keys import FOOT_KEYS, GRADE_KEYS, SOURCE_KEYS
from tui.widgets.group_list import MemberList
from tui.widgets.key_line import Key, KeyLine
from tui.widgets.pane import Pane
from tui.widgets.row_list import RowList
from tui.widgets.screen_keys import SCREEN_KEYS
from tui.widgets.source_list import SourceList
from tui.widgets.top_line import TopLine


class SourcesScreen(SourceFinding):
    """Sources above; what is known of one and its claims below."""

    BINDINGS: ClassVar[list[BindingType]] = SOURCE_KEYS
    AUTO_FOCUS = "SourceList"

    def __init__(self, start: QueueEntry | None = None) -> None:
        super().__init__()
        self.start = start
        self.changed = False
        self.part = "known"
        """What the lower half shows where there is room for one part only."""

    def compose(self) -> ComposeResult:
        """The lines, the list, the parts."""
        yield TopLine(SCREEN_KEYS, "app.sources")
        yield SourceList(id="sources")
        yield KeyLine(GRADE_KEYS, id="decisions")
        with Vertical(id="about-source"):
            yield Pane("What is known of it", id="known")
            yield MemberList(id="members")
        yield KeyLine(FOOT_KEYS, (Key("^p", "Commands", "app.command_palette"),), id="foot")

    def on_mount(self) -> None:
        """Begin with the outlet of the claim at hand."""
        self._show_part("known")
        self.list_sources(self.start.outlet if self.start is not None else None)

    def on_resize(self, event: events.Resize) -> None:
        """A small terminal shows one part at a time."""
        self.set_class(event.size.width < 100 or event.size.height < 30, "-narrow")
        self._show_part(self.part)

    # --- moving ------------------------------------------------------------------------------------------------------

    @property
    def rows(self) -> "RowList":  # type: ignore[type-arg]
        """The list that keys mean: the one with the focus."""
        return self.members if self.members.has_focus else self.sources

    def action_turn(self, by: int) -> None:
        """From the list to what is known, to the claims, and around."""
        ring = [self.sources, self.query_one("#known", Pane), self.members]
        place = ring.index(self.focused) if self.focused in ring else 0
        ring[(place + by) % len(ring)].focus()

    def on_descendant_focus(self) -> None:
        """What has the focus is shown."""
        if self.focused is not None and self.focused.id in ("known", "members"):
            self._show_part(self.focused.id)

    def _show_part(self, part: str) -> None:
        self.part = part
        for name in ("known", "members"):
            self.query_one(f"#{name}").set_class(name == part, "-shown")
        one_at_a_time = self.has_class("-narrow") or self.has_class("-zoomed")
        self.query_one("#known", Pane).place = "1 of 2, tab turns" if one_at_a_time else ""
        self.members_title = "Its claims (2 of 2, tab turns)" if one_at_a_time else "Its claims"
        self.name_frames()
        self.call_after_refresh(self.query_one("#known", Pane).redraw)

    def action_zoom(self) -> None:
        """What is known, or the claims, over everything, and back."""
        self.toggle_class("-zoomed")
        self._show_part(self.part)
        self.query_one(f"#{self.part}" if self.has_class("-zoomed") else "#sources").focus()

    def action_read_on(self) -> None:
        """Scroll what is known by its height; at the end, back to the top."""
        pane = self.query_one("#known", Pane)
        self._show_part("known")
        on = pane.scroll_offset.y + max(1, pane.size.height - 3)
        pane.scroll_to(y=0 if pane.scroll_offset.y >= pane.max_scroll_y else on, animate=False)

    def action_back(self) -> None:
        """Out of one thing at a time; at last, to the claims."""
        if self.has_class("-zoomed"):
            self.action_zoom()
        elif not self.sources.has_focus:
            self.sources.focus()
        elif self.words:
            self._look_for("")
        else:
            self.action_leave()

    def action_search(self) -> None:
        """Ask for words that the names of the sources listed shall hold."""

        def chosen(words: str | None) -> None:
            if words is not None:
                self._look_for(words)

        self.app.push_screen(AskLine("Search", "Sources whose name holds …", "a name or a part of it", enter="searches"), chosen)

    def _look_for(self, words: str) -> None:
        here = self.sources.entry
        self.words = words
        self.list_sources(here.key if here is not None else None)

    def action_leave(self) -> None:
        """To the claims."""
        self.dismiss(LeftSources(changed=self.changed))

    def action_list_claims(self) -> None:
        """To the claims of this source, where they are judged."""
        entry = self.sources.entry
        if entry is not None:
            here = self.members.entry if self.members.has_focus else None
            self.dismiss(LeftSources(self.changed, entry.key, here.claim if here is not None else None))

    def on_row_list_opened(self, message: RowList.Opened) -> None:
        """A row was opened with the mouse."""
        self.action_list_claims()

    # --- letters -----------------------------------------------------------------------------------------------------

    def action_grade(self) -> None:
        """Ask for a letter with its reason."""
        entry, desk = self.sources.entry, self.app.desk
        if entry is None:
            return

        def keep(graded: Graded | None) -> None:
            if graded is not None:
                decide = partial(desk.grade_source, entry.key, graded.letter.value, graded.why)
                self.run_worker(
                    self._decide(decide, lambda _: f"graded {graded.letter.value} {self.app.signs.dot} u undoes"), group="decide"
                )

        self.app.push_screen(GradeDialog(entry), keep)

    async def action_undo(self) -> None:
        """Take back the last decision that stands."""
        await self._decide(self.app.desk.undo, partial(undone_words, "undone"), "nothing to undo")

    async def action_redo(self) -> None:
        """Bring back what was undone last."""
        await self._decide(self.app.desk.redo, partial(undone_words, "redone"), "nothing to redo")

    async def _decide(self, decide: Callable[[], JournalEntry | None], words: Callable[[JournalEntry], str], nothing: str = "") -> None:
        """Have a decision written after all that were made before it, and show what has become of its source."""
        try:
            entry = await asyncio.wrap_future(self.app.pen.write(decide))
        except Exception as error:
            self.app.complain(error)
            return
        if entry is None:
            self.say(nothing)
            return
        self.changed = True
        self._go_to(entry.source)
        self.read_card()
        self.say(words(entry))

    def _go_to(self, key: str | None) -> None:
        """Put the cursor on a source, and leave every row where it is."""
        order = self.order or ()
        if key in order:
            self.sources.move_to(order.index(key))
