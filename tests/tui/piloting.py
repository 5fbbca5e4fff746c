"""Waiting for the app, and reading what it shows."""

import asyncio

from textual import events
from textual.pilot import Pilot

from provenance.model.queue import QueueEntry
from tui.app import ProvenanceApp
from tui.screens.claims import ClaimsScreen
from tui.widgets.key_line import KeyLine
from tui.widgets.pane import Pane
from tui.widgets.top_line import TopLine

WIDE, NARROW = (120, 36), (80, 24)


HOSTILE = (
    "The ministry said that it “has [sic] no plan” [/b] for the valley. "
    "The agency said that the \x1b[31mred\x1b[0m line and the \u202egnirts\u202c were \x00 removed on Friday. "
    "外交部发言人在例行记者会上表示 that both sides met on Tuesday, Reuters reported.\n"
)
"""Words that are markup, a falsified quotation where they are read as such, and orders to a terminal."""


async def settle(pilot: Pilot) -> None:
    """Until nothing is read or written any more."""
    app = pilot.app
    assert isinstance(app, ProvenanceApp)
    for _ in range(3):
        await pilot.pause(0.05)
        await app.workers.wait_for_complete()
        await app.pen.written()
    await pilot.pause()


async def press(pilot: Pilot, *keys: str) -> None:
    """Press keys and wait for what they do."""
    await pilot.press(*keys)
    await settle(pilot)


async def hold(pilot: Pilot, keys: str) -> None:
    """Press keys as fast as a terminal can send them."""
    for key in keys:
        pilot.app.post_message(events.Key(key, key))
    for _ in keys:
        await pilot.pause(0.005)
    await settle(pilot)


async def settled(app: ProvenanceApp, pilot: Pilot) -> ClaimsScreen:
    """The Claims screen, once it shows something."""
    for _ in range(100):
        if isinstance(app.screen, ClaimsScreen) and app.screen.progress is not None:
            break
        await asyncio.sleep(0.02)
    await settle(pilot)
    screen = app.screen
    assert isinstance(screen, ClaimsScreen)
    return screen


def lines(app: ProvenanceApp) -> list[str]:
    """The terminal's lines as a person sees them."""
    screen = app.screen
    strips = screen._compositor.render_strips() if hasattr(screen._compositor, "render_strips") else []
    return ["".join(segment.text for segment in strip) for strip in strips]


def rows(screen: ClaimsScreen) -> list[str]:
    """The rows of the list in sight."""
    return [screen.claims.render_line(y).text for y in range(1, screen.claims.size.height)]


def all_rows(screen: ClaimsScreen) -> list[QueueEntry]:
    """Every claim in the list that is read."""
    pages = screen.claims.pages
    return [entry for row in range(pages.total) if (entry := pages.row(row)) is not None]


def pane(screen: ClaimsScreen, name: str) -> str:
    """The words of a pane."""
    return screen.query_one(f"#{name}", Pane).shown


def said(screen: ClaimsScreen) -> str:
    """The feedback beside the verdict keys."""
    return screen.query_one("#verdicts", KeyLine).said


def top(screen: ClaimsScreen) -> str:
    """The top line."""
    return screen.query_one(TopLine).render().plain
