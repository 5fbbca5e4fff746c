"""Which claims are listed and in which order: loading, what others do meanwhile, and the words in the frames."""

import asyncio
import contextlib
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.timer import Timer

from provenance.errors import ProvenanceError
from provenance.model.moment import Moment
from provenance.model.queue import ClaimQuery, Progress, QueueEntry
from tui.look import ORDER_WORDS
from tui.outside import outside
from tui.screens.evidence import Evidence
from tui.screens.nothing import all_filtered, empty_database
from tui.screens.query_words import in_words
from tui.widgets.pages import PAGE
from tui.widgets.pane import Pane
from tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from provenance.desk.held import HeldList

COUNT_SOON = 0.15
"""Seconds after a verdict until the counts are asked for anew: a held key asks once."""
LOOK_AGAIN = 2.0
"""Seconds between two looks at whether somebody else has worked at the database."""


class Finding(Evidence):
    """The list and what decides what is in it."""

    query_shown = ClaimQuery()
    progress: Progress | None = None
    claims_then: int | None = None
    """How many claims the database held when the list was opened."""
    moment: Moment | None = None
    """How far the database had come when the rows in sight were read last."""
    holding: "Future[HeldList]"
    """The list in the order in which it was opened; it is on its way while the first rows are shown."""
    _counting: Timer | None = None

    class FirstRead(Message):
        """A worker has read the first rows of a list."""

        def __init__(self, query: ClaimQuery, entries: list[QueueEntry], cursor: int, claim: str | None) -> None:
            super().__init__()
            self.query, self.entries, self.cursor, self.claim = query, entries, cursor, claim

    class Counted(Message):
        """A worker has counted."""

        def __init__(self, query: ClaimQuery, progress: Progress, first: bool) -> None:
            super().__init__()
            self.query, self.progress, self.first = query, progress, first

    class SeenAnew(Message):
        """A worker has read the rows in sight again, after verdicts were written."""

        def __init__(self, query: ClaimQuery, first: int, entries: list[QueueEntry], taken: int) -> None:
            super().__init__()
            self.query, self.first, self.entries, self.taken = query, first, entries, taken

    class LookedAgain(Message):
        """A worker has asked how far the database has come."""

        def __init__(self, moment: Moment | None) -> None:
            super().__init__()
            self.moment = moment

    def begin_finding(self) -> None:
        """Search and order of the last run, if they still make sense."""
        kept = self.app.kept
        try:
            words = self.app.desk.parse_query(kept.words)
        except ProvenanceError:
            words = ClaimQuery()
        self.query_shown = words.model_copy(update={"order": kept.order})
        self.look_for(self.query_shown, claim=kept.cursors.get(self.app.desk.db_label))
        self.set_timer(LOOK_AGAIN, self.look_again)

    # --- loading -----------------------------------------------------------------------------------------------------

    def look_for(self, query: ClaimQuery, *, claim: str | None = None, stay: bool = False) -> None:
        """List what a query matches, with the cursor on a claim where that is among it."""
        if stay and self.claims.entry is not None:
            claim = self.claims.entry.claim
        self.query_shown, self.progress = query, None
        # The pen takes both before the next verdict: verdicts move scores, and the list keeps the order that its first rows have.
        first = self.app.pen.write(partial(self.app.desk.claims, query, 0, PAGE))
        self.holding = self.app.pen.write(partial(self.app.desk.hold, query))
        self.run_worker(partial(self._fetch, query, claim, first, self.holding), thread=True, exclusive=True, group="list")

    def reload(self) -> None:
        """Read the list anew; rows may have changed in many places."""
        self.card = None
        if self.query_shown.group is not None and self.claims.entry is not None:
            self.run_worker(self._follow_group(self.claims.entry.claim), exclusive=True, group="follow")
        else:
            self.look_for(self.query_shown, stay=True)

    async def _follow_group(self, claim: str) -> None:
        """List the group in which a claim is now: another set of claims is another group."""
        try:
            group = await asyncio.to_thread(self.app.desk.group_of, claim)
        except ProvenanceError as error:
            self.app.complain(error)
            return
        self.look_for(self.query_shown.model_copy(update={"group": group.id}), claim=claim)

    def _fetch(self, query: ClaimQuery, claim: str | None, reading: "Future[list[QueueEntry]]", holding: "Future[HeldList]") -> None:
        desk = self.app.desk
        try:
            first, cursor = reading.result(), 0
            if claim is not None:
                place = next((row for row, entry in enumerate(first) if entry.claim == claim), None)
                if place is None and len(first) == PAGE:
                    place = holding.result().position(claim)
                cursor = place or 0
            self.post_message(self.FirstRead(query, first, cursor, claim))
            self.post_message(self.Counted(query, desk.progress(query), first=True))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_finding_first_read(self, message: FirstRead) -> None:
        """Show the first rows at once; the counts come after."""
        if message.query is self.query_shown:
            self.claims.show(self._reading, message.entries, cursor=message.cursor, total=message.cursor + 1 if message.entries else 0)
            self.name_frames()

    def _reading(self, offset: int, limit: int) -> Callable[[], list[QueueEntry]]:
        """How a page is read: in the order in which the list was opened."""
        holding = self.holding
        return lambda: holding.result().page(offset, limit)

    def count_soon(self) -> None:
        """Ask for the counts once the keys rest."""
        if self._counting is not None:
            self._counting.stop()
        query = self.query_shown
        self._counting = self.set_timer(
            COUNT_SOON, lambda: self.run_worker(partial(self._count, query), thread=True, exclusive=True, group="count")
        )

    def _count(self, query: ClaimQuery) -> None:
        try:
            progress = self.app.pen.write(partial(self.app.desk.progress, query)).result()
            self.post_message(self.Counted(query, progress, first=False))
            taken = self.app.pen.taken
            first, last = self.claims.scroll_offset.y, self.claims.scroll_offset.y + self.claims.rows_in_sight
            self.post_message(self.SeenAnew(query, first, self.holding.result().page(first, last - first), taken))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_finding_seen_anew(self, message: SeenAnew) -> None:
        """Show what has changed in the rows in sight, each where it stands; what is out of sight is read again when one comes there.

        What was read before the last verdict was given is passed over: that verdict would go off the screen, and its own reading is due.
        """
        if message.query is not self.query_shown or message.taken != self.app.pen.taken:
            return
        self.claims.pages.forget_but(message.first, message.first + len(message.entries))
        self.claims.change(message.entries)
        here = self.claims.entry
        if self.card is not None and here is not None and self.card.entry.claim == here.claim and self.card.entry != here:
            self.read_card()

    # --- what others do ----------------------------------------------------------------------------------------------

    def look_again(self) -> None:
        """Ask whether anybody has worked at the database; while another screen is on show, it waits."""
        if self.is_current:
            self.run_worker(self._look_again, thread=True, group="others")
        else:
            self.set_timer(LOOK_AGAIN, self.look_again)

    def _look_again(self) -> None:
        moment = None
        with contextlib.suppress(Exception):  # what keeps it from being read is said when somebody asks for something
            moment = self.app.desk.moment()
        self.post_message(self.LookedAgain(moment))

    def on_finding_looked_again(self, message: LookedAgain) -> None:
        """Count and read again where the database has come on; no row moves, and what is new waits until it is asked for."""
        if message.moment is not None:
            if self.moment is not None and self.moment != message.moment:
                self.count_soon()
            self.moment = message.moment
        self.set_timer(LOOK_AGAIN, self.look_again)

    def action_list_anew(self) -> None:
        """List what matches now, in its order of now, with the cursor staying on its claim."""
        self.reload()

    def on_finding_counted(self, message: Counted) -> None:
        """The counts are known: length of the list, progress, and whether there is anything at all."""
        if message.query is not self.query_shown:
            return
        self.progress = message.progress
        if message.first:
            self.claims.set_total(message.progress.matching)
            self.claims_then = message.progress.total
        self._say_nothing_if_so(message.progress)
        self.name_frames()

    @property
    def is_empty(self) -> bool:
        """Whether the whole database holds no claim."""
        return self.has_class("-nothing") and self.progress is not None and self.progress.total == 0

    def _say_nothing_if_so(self, progress: Progress) -> None:
        nothing = self.claims.pages.total == 0
        was, pane = self.has_class("-nothing"), self.query_one("#nothing", Pane)
        self.set_class(nothing, "-nothing")
        if nothing:
            draw = empty_database if progress.total == 0 else partial(all_filtered, words=in_words(self.query_shown))
            pane.show(
                lambda width: draw(width=width, signs=self.app.signs), title="Nothing to review yet" if progress.total == 0 else "No match"
            )
            self.call_after_refresh(pane.redraw)
            pane.focus()
        elif was:
            self.claims.focus()

    # --- frames ------------------------------------------------------------------------------------------------------

    def name_frames(self) -> None:
        """State, filters, order and counts, in the frames and the top line."""
        query, progress, signs = self.query_shown, self.progress, self.app.signs
        dot = f" {signs.dot} "
        words = in_words(query)
        title = ["Claims", ORDER_WORDS[query.order], outside(words, signs) if words else "all outlets"]
        self.claims.border_title = Content(dot.join(title))
        below = [f"{len(self.claims.marked)} marked"] if self.claims.marked else []
        if progress is not None:
            if words:
                below.append(f"{progress.matching:,} of {progress.total:,} claims")
            left = progress.unreviewed
            below.append(f"{left:,} unreviewed" if left > 0 else "all reviewed: provenance export")
            new = progress.total - (self.claims_then if self.claims_then is not None else progress.total)
            if new > 0:
                below.append(f"{new:,} more came in, l lists anew")
            self.query_one(TopLine).update(
                database=outside(self.app.desk.db_label, signs), reviewed=progress.total_reviewed, total=progress.total
            )
        self.claims.border_subtitle = Content(dot.join(below))
