"""The terminal interface as one app: it opens the desk, shows the screens, and keeps what is kept between runs."""

import argparse
import contextlib
import locale
import logging
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen

from tui.kept import kept_from_last_time, log_file
from tui.look import ASCII, UNICODE
from tui.screens.claims import ClaimsScreen
from tui.screens.dialogs import AskLine, ErrorDialog
from tui.screens.groups import GroupsScreen
from tui.screens.help import HelpScreen, bindings_of, shown_keys
from tui.screens.intake import IntakeScreen
from tui.screens.sources import SourcesScreen
from tui.session import DeskApp, Pen
from tui.themes import THEMES
from tui.widgets.scroll_bar import draw_scroll_bars_in_whole_cells

if TYPE_CHECKING:
    from provenance.desk import Desk

log = logging.getLogger(__name__)
OpenDesk = Callable[[str | Path | None], "Desk"]


class ProvenanceApp(DeskApp):
    """Claims, their evidence, and one key a verdict."""

    TITLE = "Provenance"
    CSS_PATH = "app.tcss"
    ALL = Binding.Group("Everywhere")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("1", "claims", "Claims", group=ALL),
        Binding("2", "groups", "Groups", tooltip="of claims that say the same", group=ALL),
        Binding("3", "sources", "Sources", tooltip="outlets and origins, and how far they can be trusted", group=ALL),
        Binding("question_mark", "help", "Keys and signs", key_display="?", group=ALL),
        Binding("ctrl+p", "command_palette", "All commands", group=ALL),
        Binding("q", "quit", "Quit", tooltip="everything is kept already", group=ALL),
    ]

    class Opened(Message):
        """A worker has opened a database."""

        def __init__(self, desk: "Desk") -> None:
            super().__init__()
            self.desk = desk

    class NotOpened(Message):
        """A database could not be opened."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, open_desk: OpenDesk, database: str | Path | None = None, *, ascii_only: bool = False) -> None:
        super().__init__()
        self.open_desk, self.database = open_desk, database
        self.signs = ASCII if ascii_only else UNICODE
        self.kept = kept_from_last_time()
        self.pen = Pen()
        draw_scroll_bars_in_whole_cells()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = self.kept.theme if self.kept.theme in THEMES else "dark"
        self.animation_level = "none"

    def on_mount(self) -> None:
        """Open the database; the screen comes with it."""
        self.set_class(self.signs.ascii, "-ascii")
        self._open(self.database)

    # --- the database ------------------------------------------------------------------------------------------------

    def _open(self, database: str | Path | None) -> None:
        self.run_worker(partial(self._open_in_worker, database), thread=True, exclusive=True, group="open")

    def _open_in_worker(self, database: str | Path | None) -> None:
        try:
            self.post_message(self.Opened(self.open_desk(database)))
        except Exception as error:
            self.post_message(self.NotOpened(error))

    async def on_provenance_app_opened(self, message: Opened) -> None:
        """Show the claims of the database that was opened."""
        await self.pen.written()
        if self.desk_or_none is not None:
            self._keep()
            self.desk_or_none.close()
        self.desk_or_none = message.desk
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        await self.push_screen(ClaimsScreen())

    def on_provenance_app_not_opened(self, message: NotOpened) -> None:
        """Say why; without any database there is nothing to show but that."""
        if self.desk_or_none is None:
            self.exit(return_code=1, message=Text(str(message.error)))
        else:
            self.complain(message.error)

    def action_open_database(self) -> None:
        """Ask which database to open."""

        def chosen(path: str | None) -> None:
            if path:
                self._open(path if "://" in path else Path(path).expanduser())

        self.push_screen(
            AskLine(
                "Open another database", "A file, or a SQLAlchemy URL. A file that is not there yet is made.", "path or URL", enter="opens"
            ),
            chosen,
        )

    # --- screens -----------------------------------------------------------------------------------------------------

    async def action_claims(self) -> None:
        """Back to the claims."""
        while len(self.screen_stack) > 1 and not isinstance(self.screen, ClaimsScreen):
            top = self.screen
            if isinstance(top, IntakeScreen | GroupsScreen | SourcesScreen):
                top.action_leave()
                return
            await self.pop_screen()

    async def action_groups(self) -> None:
        """The groups, with the cursor on that of the claim at hand."""
        await self._over_claims(lambda claims: self.push_screen(GroupsScreen(claims.claims.entry), claims.after_groups))

    async def action_sources(self) -> None:
        """The sources, with the cursor on the outlet of the claim at hand."""
        await self._over_claims(lambda claims: self.push_screen(SourcesScreen(claims.claims.entry), claims.after_sources))

    async def action_intake(self) -> None:
        """Take articles in."""
        await self._over_claims(lambda claims: self.push_screen(IntakeScreen(), claims.after_intake))

    async def _over_claims(self, push: Callable[[ClaimsScreen], object]) -> None:
        """Leave the screen at hand for the claims, and put another one over them."""
        await self.action_claims()

        def then() -> None:
            if isinstance(self.screen, ClaimsScreen):
                push(self.screen)

        self.call_after_refresh(then)

    def action_help(self) -> None:
        """Keys and signs of the screen at hand."""
        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def complain(self, error: Exception) -> None:
        """One sentence, a hint, technical text to copy; one at a time."""
        log.error("%s", error, exc_info=error)
        if not isinstance(self.screen, ErrorDialog):
            self.push_screen(ErrorDialog(error))

    def _fatal_error(self) -> None:
        """Send the trace of what nobody foresaw to the log, and people a sentence; Textual has no public place for this."""
        log.critical("the interface ended", exc_info=True)
        self._exit_renderables.append(
            Text(f"Something unforeseen went wrong. What was judged is kept. The technical text is in {log_file()}")
        )
        self._close_messages_no_wait()

    # --- commands ----------------------------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command with its key."""
        for node in (screen, self):
            for binding in bindings_of(node):
                if binding.action != "command_palette" and node.check_action(binding.action.partition("(")[0], ()):
                    run = partial(self._run_on, node, binding.action)
                    words = f"{shown_keys(binding, self.signs)}   {binding.tooltip}".strip()
                    yield SystemCommand(binding.description, words, run)
        other = "light" if self.theme == "dark" else "dark"
        yield SystemCommand(f"Turn to the {other} theme", "kept for the next run", partial(self.turn_theme, other))
        if not screen.check_action("open_other", ()) or not isinstance(screen, ClaimsScreen):
            yield SystemCommand("Open another database", "a file or a SQLAlchemy URL", self.action_open_database)

    def _run_on(self, node: object, action: str) -> None:
        self.call_later(self.run_action, action, node)

    def turn_theme(self, name: str) -> None:
        """Light or dark."""
        self.theme = self.kept.theme = name
        self.kept.keep()

    # --- the end -----------------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        screen = next((screen for screen in self.screen_stack if isinstance(screen, ClaimsScreen)), None)
        if screen is not None and self.desk_or_none is not None:
            screen.note_where(self.kept, self.desk_or_none.db_label)
        self.kept.keep()

    async def action_quit(self) -> None:
        """Finish what is being written, and go; there is nothing to save."""
        self._keep()
        await self.pen.written()
        self.exit()

    def on_unmount(self) -> None:
        """Whichever way it ends, what was judged is written."""
        self.pen.put_down()
        if self.desk_or_none is not None:
            self.desk_or_none.close()


def needs_ascii() -> bool:
    """Whether the locale cannot carry our signs."""
    encoding = (getattr(sys.__stdout__, "encoding", None) or locale.getpreferredencoding(False)).lower().replace("-", "")
    return encoding not in ("utf8", "utf16", "utf32", "gb18030")


def main(arguments: list[str] | None = None) -> None:
    """Parse the few options and run."""
    parser = argparse.ArgumentParser(prog="provenance-tui", description="Review claims in the terminal.")
    parser.add_argument("--db", help="database file or SQLAlchemy URL; PROVENANCE_DB is used without it")
    parser.add_argument("--reviewer", help="whose verdicts these are; the logged-in user without it")
    parser.add_argument("--method", type=Path, help="another method file for scores")
    parser.add_argument("--ascii", action="store_true", help="draw with ASCII signs only")
    options = parser.parse_args(arguments)

    def open_desk(database: str | Path | None) -> "Desk":
        from provenance.desk import Desk  # late, so that --help stays quick

        return Desk.open(database, reviewer=options.reviewer, method=options.method)

    with contextlib.suppress(OSError):  # Textual draws on standard error, so what is logged goes to a file
        log_file().parent.mkdir(parents=True, exist_ok=True)
        logging.basicConfig(filename=log_file(), level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    app = ProvenanceApp(open_desk, options.db, ascii_only=options.ascii or needs_ascii())
    app.run()
    sys.exit(app.return_code or 0)
