"""Verdicts, undo and redo, notes and corrections: each goes to the claim that was under the cursor when the key was pressed."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from textual.message import Message

from provenance.errors import ProvenanceError
from provenance.model.queue import QueueEntry
from provenance.model.review import Action, AttributionCorrection, JournalEntry, Verdict
from tui.look import VERDICT_WORDS
from tui.screens.decision_words import claims_in_words, undoes, undone_words
from tui.screens.dialogs import AskLine, NoteDialog
from tui.screens.fix import FixDialog, Fixed
from tui.screens.searching import Searching
from tui.widgets.chain_pane import ChainPane

RELOAD_FROM = 200
"""A decision on more claims than this is shown by reading the list anew."""


class Judging(Searching):
    """What a person decides."""

    class Written(Message):
        """The desk has taken a decision."""

        def __init__(self, entry: JournalEntry | None, changed: list[QueueEntry]) -> None:
            super().__init__()
            self.entry, self.changed = entry, changed

    class NotWritten(Message):
        """The desk has refused one; the claims are shown as they really stand."""

        def __init__(self, error: Exception, before: list[QueueEntry]) -> None:
            super().__init__()
            self.error, self.before = error, before

    def write(self, decide: Callable[[], JournalEntry | None], before: list[QueueEntry] | None = None) -> "Future[Judging.Written | None]":
        """Have a decision written after all that were made before it; the outcome comes back as a message."""

        def work() -> Judging.Written | None:
            try:
                entry = decide()
                touched = [ref.claim for ref in entry.claims] if entry is not None else []
                written = self.Written(entry, [self.app.desk.entry(claim) for claim in touched[:RELOAD_FROM]])
            except Exception as error:
                self.post_message(self.NotWritten(error, before or []))
                return None
            self.post_message(written)
            return written

        return self.app.pen.write(work)

    # --- verdicts ----------------------------------------------------------------------------------------------------

    async def action_judge(self, value: str, echoes: bool = False) -> None:
        """A verdict on the claim under the cursor, or on all that are marked; then on to the next unreviewed."""
        verdict = Verdict(value)
        if self.claims.marked:
            await self._judge_marked(verdict, echoes)
            return
        entry = await self.claims.entry_now()
        if entry is None:
            return
        row = self.claims.cursor
        written = self.write(partial(self.app.desk.judge, entry.claim, verdict, echoes=echoes), [entry])
        self._show_changed([entry.model_copy(update={"verdict": verdict})])
        words = VERDICT_WORDS[verdict][1]
        dot = self.app.signs.dot
        if echoes:
            done = await asyncio.wrap_future(written)
            if done is not None:
                self._show_changed(done.changed)
                count = len(done.entry.claims) if done.entry is not None else 1
                words += f", {claims_in_words(count)} {dot} {undoes(count)}" if count > 1 else f", no echoes {dot} u undoes"
        self.say(f"claim {row + 1}: {words}" if echoes else f"claim {row + 1}: {words} {dot} u undoes")
        if not await self.advance():
            self.say(f"claim {row + 1}: {words} {dot} all reviewed")
        elif self.claims.cursor <= row:
            self.say(f"claim {row + 1}: {words} {dot} from the top again")

    async def _judge_marked(self, verdict: Verdict, echoes: bool) -> None:
        marked = sorted(self.claims.marked)
        self.claims.marked.clear()
        written = await asyncio.wrap_future(self.write(partial(self.app.desk.judge, marked, verdict, echoes=echoes)))
        count = len(written.entry.claims) if written is not None and written.entry is not None else len(marked)
        added = f", {count - len(marked)} of them echoes" if count > len(marked) else ""
        self.say(f"{claims_in_words(count)}{added}: {VERDICT_WORDS[verdict][1]} {self.app.signs.dot} {undoes(count)}")
        self.name_frames()
        here = await self.claims.entry_now()
        if here is not None and (here.verdict is not None or here.claim in marked):
            await self.advance()

    async def advance(self, *, backwards: bool = False) -> bool:
        """Put the cursor on the next unreviewed claim, from the top again after the end; False where none is left."""
        row = self.claims.find(lambda entry: entry.verdict is None, backwards=backwards)
        if row is None:
            row = await self._ask_for_unreviewed(backwards)
        if row is None:
            return False
        self.claims.move_to(row)
        await self.claims.entry_now()
        return True

    async def _ask_for_unreviewed(self, backwards: bool) -> int | None:
        cursor, end = self.claims.cursor, self.claims.pages.total if backwards else -1
        try:
            await self.app.pen.written()
            held = await asyncio.wrap_future(self.holding)
            for after in (cursor, end):
                row = await asyncio.to_thread(held.next_unreviewed, after, backwards)
                if row is not None:
                    return row
        except ProvenanceError as error:
            self.app.complain(error)
        return None

    def _show_changed(self, changed: list[QueueEntry]) -> list[int]:
        """Show claims as they stand now, where they stand, also those that the query no longer matches."""
        return self.claims.change(changed)

    def on_judging_written(self, message: Written) -> None:
        """Show what came of a decision."""
        entry = message.entry
        if entry is not None and len(entry.claims) > RELOAD_FROM:
            self.reload()
        pending = {claim.claim: claim for claim in message.changed}
        self._show_changed(list(pending.values()))
        self.count_soon()
        here = self.claims.entry
        if here is not None and here.claim in pending:
            self.read_card()

    def on_judging_not_written(self, message: NotWritten) -> None:
        """Take the claims back to what they were, and say why."""
        self._show_changed(message.before)
        self.app.complain(message.error)

    # --- undo --------------------------------------------------------------------------------------------------------

    async def action_undo(self) -> None:
        """Take back the last decision that stands."""
        await self._turn_back(self.app.desk.undo, "undone", "nothing to undo")

    async def action_redo(self) -> None:
        """Bring back what was undone last."""
        await self._turn_back(self.app.desk.redo, "redone", "nothing to redo")

    async def _turn_back(self, turn: Callable[[], JournalEntry | None], word: str, nothing: str) -> None:
        written = await asyncio.wrap_future(self.write(turn))
        if written is None:
            return
        if written.entry is None:
            self.say(nothing)
            return
        entry = written.entry
        rows = self._show_changed(written.changed)
        if entry.action not in (Action.VERDICT, Action.NOTE, Action.GRADE_SOURCE):
            self.reload()
        elif entry.claims:
            await self._go_to(entry.claims[0].claim, rows)
        self.say(undone_words(word, entry))

    async def _go_to(self, claim: str, rows: list[int] | None = None) -> None:
        """Put the cursor on a claim, if the query matches it."""
        for row in rows or ():
            entry = self.claims.pages.row(row)
            if entry is not None and entry.claim == claim:
                self.claims.move_to(row)
                return
        try:
            held = await asyncio.wrap_future(self.holding)
            place = await asyncio.to_thread(held.position, claim)
        except ProvenanceError as error:
            self.app.complain(error)
            return
        if place is None:
            self.say("that claim is outside the filter; esc clears it")
        else:
            self.claims.move_to(place)
            await self.claims.entry_now()

    def after_reading(self, claim: str | None) -> None:
        """Show the claim that was chosen in the reader; the list may have grown."""
        if claim is not None:
            self.look_for(self.query_shown, claim=claim)

    # --- notes and corrections ---------------------------------------------------------------------------------------

    def action_note(self) -> None:
        """Write a note on the claim under the cursor."""
        entry = self.claims.entry
        if entry is None:
            return

        def keep(text: str | None) -> None:
            if text:
                self.write(partial(self.app.desk.note, entry.claim, text))
                self.say("note kept")

        self.app.push_screen(NoteDialog(entry), keep)

    def action_fix(self) -> None:
        """Set right who says the claim."""
        card = self.card
        if card is None or self.claims.entry is None or card.entry.claim != self.claims.entry.claim:
            return

        def keep(fixed: Fixed | None) -> None:
            if fixed is None:
                return
            if fixed.correction == AttributionCorrection():
                self.say("nothing changed, nothing written")
            else:
                self._correct(
                    partial(self.app.desk.correct_attribution, card.entry.claim, fixed.correction, fixed.why), "attribution set right"
                )

        self.app.push_screen(FixDialog(card), keep)

    def action_hold_apart(self) -> None:
        """Say that the claim, or the one at the cursor in the tree, is independent after all."""
        if self.card is not None and self.claims.entry is not None and self.card.entry.claim == self.claims.entry.claim:
            self.query_one("#chain", ChainPane).hold_apart()

    def on_chain_pane_hold_apart(self, message: ChainPane.HoldApart) -> None:
        """Ask why, then reject the collapse."""
        collapse = message.collapse

        def keep(why: str | None) -> None:
            if why is not None:
                self._correct(
                    partial(self.app.desk.reject_collapse, collapse.claim, collapse.into, why or None), "held apart as an origin of its own"
                )

        self.app.push_screen(
            AskLine(
                "Independent after all",
                f"It was counted as one origin because: {collapse.reason}",
                "why it is independent (may stay empty)",
            ),
            keep,
        )

    def _correct(self, decide: Callable[[], JournalEntry], words: str) -> None:
        async def work() -> None:
            if await asyncio.wrap_future(self.write(decide)) is not None:
                self.reload()
                self.say(f"{words} {self.app.signs.dot} u undoes")

        self.run_worker(work(), group="correct")

    def on_chain_pane_nothing(self, message: ChainPane.Nothing) -> None:
        """A key in the tree meant nothing."""
        self.say(message.words)

    async def on_chain_pane_chosen(self, message: ChainPane.Chosen) -> None:
        """Show the claim at a knot."""
        await self._go_to(message.claim)
