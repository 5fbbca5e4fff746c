"""What every screen knows of the running app: the desk it asks, the pen that writes, the signs it draws with."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

from textual import events
from textual.app import App

from provenance.errors import ProvenanceError
from tui.kept import Kept
from tui.look import UNICODE, Signs
from tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from provenance.desk import Desk

T = TypeVar("T")


class Pen:
    """Writes to the desk one after the other, in the order in which the keys were pressed, and loses none on the way out."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="pen")
        self.taken = 0
        """How many pieces of work it has taken so far."""

    def write(self, work: Callable[[], T]) -> "Future[T]":
        """Take one piece of work; it is done after everything that was taken before."""
        self.taken += 1
        return self._thread.submit(work)

    async def written(self) -> None:
        """Wait until everything that was taken so far is done."""
        await asyncio.wrap_future(self._thread.submit(lambda: None))

    def put_down(self) -> None:
        """Finish what was taken, then stop."""
        self._thread.shutdown(wait=True)


class DeskApp(App[None]):
    """The app as its screens know it."""

    signs: Signs = UNICODE
    kept: Kept
    pen: Pen
    desk_or_none: "Desk | None" = None

    @property
    def desk(self) -> "Desk":
        """The open desk; screens that need one are only shown when there is one."""
        if self.desk_or_none is None:
            raise ProvenanceError("No database is open.", do="Open one with o.")
        return self.desk_or_none

    async def on_event(self, event: events.Event) -> None:
        """A key ends the feedback on the one before."""
        if isinstance(event, events.Key) and self.screen_stack:
            for line in self.screen.query(KeyLine):
                line.hush()
        await super().on_event(event)

    def complain(self, error: Exception) -> None:
        """Tell people what went wrong: one sentence, a hint, technical text to copy."""
        raise NotImplementedError

    def action_open_database(self) -> None:
        """Ask which database to open."""
        raise NotImplementedError
