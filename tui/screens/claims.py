"""The Claims screen: the list above, the evidence below, one key a verdict, nothing to confirm, everything to undo."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static

from provenance.model.queue import ClaimQuery
from tui.kept import Kept
from tui.look import ORDER_WORDS
from tui.screens.claim_keys import CLAIM_KEYS
from tui.screens.group_finding import Left
from tui.screens.intake import IntakeScreen
from tui.screens.query_words import in_words
from tui.screens.regrouping import Regrouping
from tui.screens.source_finding import LeftSources
from tui.widgets.chain_pane import ChainPane
from tui.widgets.claim_list import ClaimList
from tui.widgets.key_line import Key, KeyLine
from tui.widgets.pane import Pane
from tui.widgets.screen_keys import SCREEN_KEYS
from tui.widgets.top_line import TopLine

VERDICT_KEYS = (
    Key("s", "supported", "judge('supported')"),
    Key("r", "refuted", "judge('refuted')"),
    Key("e", "not enough", "judge('not_enough_evidence')"),
    Key("c", "conflicting", "judge('conflicting_evidence')"),
    Key("x", "no claim", "judge('not_a_claim')"),
    Key("CAPS", "echoes", ""),
)
FOOT_KEYS = (
    Key("?", "Help", "app.help"),
    Key("/", "Search", "search"),
    Key("f", "Filter", "filter"),
    Key("o", "Order", "order"),
    Key("enter", "Article", "read"),
    Key("w", "Note", "note"),
    Key("a", "Fix source", "fix"),
    Key("u", "Undo", "undo"),
    Key("n", "Next unreviewed", "next_unreviewed"),
    Key("q", "Quit", "app.quit"),
)
NOTHING_KEYS = (
    Key("?", "Help", "app.help"),
    Key("i", "Import", "app.intake"),
    Key("d", "Load the seeds", "load_seeds"),
    Key("o", "Open another", "app.open_database"),
    Key("q", "Quit", "app.quit"),
)
NO_MATCH_KEYS = (
    Key("?", "Help", "app.help"),
    Key("esc", "Clear", "back"),
    Key("/", "Search", "search"),
    Key("f", "Filter", "filter"),
    Key("q", "Quit", "app.quit"),
)


class ClaimsScreen(Regrouping):
    """Index above, evidence below."""

    BINDINGS: ClassVar[list[BindingType]] = CLAIM_KEYS
    AUTO_FOCUS = "ClaimList"

    def compose(self) -> ComposeResult:
        """The lines, the list, the panes."""
        yield TopLine(SCREEN_KEYS, "app.claims")
        yield ClaimList(id="list")
        yield Pane("Provenance", id="nothing")
        yield KeyLine(VERDICT_KEYS, bare=True, id="verdicts")
        yield Input(placeholder="words, outlet:… standing:… type:… verdict:… is:open", id="search")
        yield Static("", id="search-error", markup=False)
        with Horizontal(id="lower"):
            with Vertical(id="left"):
                yield Pane("In the article", id="article")
                yield ChainPane("Where it comes from", id="chain")
            with Vertical(id="right"):
                yield Pane("Why this score", id="score")
                yield Pane("Notes", id="notes")
        yield KeyLine(FOOT_KEYS, (Key("^p", "Commands", "app.command_palette"),), id="foot")

    def on_mount(self) -> None:
        """Begin where the last run ended."""
        self.begin_finding()

    def on_resize(self, event: events.Resize) -> None:
        """A small terminal shows one pane at a time."""
        self.set_class(event.size.width < 100 or event.size.height < 30, "-narrow")
        self.show_panes()

    def on_key_line_pressed(self, message: KeyLine.Pressed) -> None:
        """A key was clicked."""
        self.call_later(self.run_action, message.action)

    # --- moving ------------------------------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        """Down or up."""
        self.claims.move_to(self.claims.cursor + by)

    def action_page(self, by: int) -> None:
        """A screenful down or up."""
        self.claims.move_to(self.claims.cursor + by * self.claims.rows_in_sight)

    def action_move_to_end(self, last: bool) -> None:
        """To the last or the first claim."""
        self.claims.move_to(self.claims.pages.total - 1 if last else 0)

    async def action_next_unreviewed(self, backwards: bool = False) -> None:
        """On to the next claim that waits for a verdict, or back to the one before."""
        if not await self.advance(backwards=backwards):
            self.say("nothing is left unreviewed here")

    def action_order(self) -> None:
        """The next order, with the cursor staying on its claim."""
        orders = list(ORDER_WORDS)
        order = orders[(orders.index(self.query_shown.order) + 1) % len(orders)]
        self.look_for(self.query_shown.model_copy(update={"order": order}), stay=True)

    def action_mark(self) -> None:
        """Mark or unmark the claim, and on to the next row."""
        entry = self.claims.entry
        if entry is not None:
            self.claims.marked ^= {entry.claim}
            self.claims.move_to(self.claims.cursor + 1)
            self.claims.refresh()
            self.name_frames()

    def action_back(self) -> None:
        """Out of one thing at a time; at last, search and filter."""
        if self.has_class("-zoomed"):
            self.action_zoom()
        elif isinstance(self.focused, Pane) and not self.has_class("-nothing"):
            self.claims.focus()
        elif self.claims.marked:
            self.claims.marked.clear()
            self.claims.refresh()
            self.name_frames()
        else:
            self.clear_filters()

    def name_frames(self) -> None:
        """And the keys that mean something now."""
        super().name_frames()
        foot: tuple[Key, ...] = FOOT_KEYS
        if self.has_class("-nothing"):
            foot = NOTHING_KEYS if self.is_empty else NO_MATCH_KEYS
        self.query_one("#foot", KeyLine).show_keys(foot)

    # --- nothing to review -------------------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The seeds are offered to an empty database only: they would mix with a newsroom's own articles."""
        if action in ("load_seeds", "open_other"):
            return self.is_empty
        return not self.is_empty if action == "order" else True

    def action_open_other(self) -> None:
        """Ask for another database."""
        self.app.action_open_database()

    def action_load_seeds(self) -> None:
        """Take in the reports that come with the program."""
        self.app.push_screen(IntakeScreen(seeds=True), self.after_intake)

    def after_intake(self, changed: bool | None) -> None:
        """Show what has come in."""
        if changed:
            self.reload()

    def after_groups(self, left: Left | None) -> None:
        """Show the claims of the group that was chosen, or what has become of the list."""
        if left is not None and left.group is not None:
            self.look_for(ClaimQuery(group=left.group, order=self.query_shown.order), claim=left.claim)
        elif left is not None and left.changed:
            self.reload()

    def after_sources(self, left: LeftSources | None) -> None:
        """Show the claims of the source that was chosen, or what has become of the list."""
        if left is not None and left.source is not None:
            self.look_for(ClaimQuery(source=left.source, order=self.query_shown.order), claim=left.claim)
        elif left is not None and left.changed:
            self.reload()

    def note_where(self, kept: Kept, database: str) -> None:
        """Search, order and cursor, for the next run; a group is another one as soon as a claim joins it, so it is not among them."""
        kept.words, kept.order = in_words(self.query_shown.model_copy(update={"group": None})), self.query_shown.order
        if self.claims.entry is not None:
            kept.remember_cursor(database, self.claims.entry.claim)
