"""Intake: take articles in, see how it went file by file, and what is in the archive already."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from provenance.model.queue import ArticleSummary, IntakeOutcome, IntakeReport
from tui.days import publication
from tui.look import Signs, text_word
from tui.outside import one_line, outside
from tui.session import DeskApp
from tui.widgets.columns import fit
from tui.widgets.key_line import Key, KeyLine
from tui.widgets.pane import Pane, hanging
from tui.widgets.screen_keys import SCREEN_KEYS
from tui.widgets.top_line import TopLine

OUTCOMES = {IntakeOutcome.TAKEN_IN: "taken in", IntakeOutcome.ALREADY_THERE: "already there", IntakeOutcome.REFUSED: "refused"}
ARTICLES_SHOWN = 500
Take = Callable[[Callable[[int, int, str], None], Callable[[], bool]], IntakeReport]


class IntakeScreen(Screen[bool]):
    """A place to type a path, what came of it, and the articles that are there."""

    app = getters.app(DeskApp)
    AUTO_FOCUS = "Input"
    TAKE = Binding.Group("Intake")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back to the claims", key_display="esc", group=TAKE),
        Binding("ctrl+x", "stop", "Stop after this file", tooltip="what was taken in is kept", group=TAKE),
    ]

    class Step(Message):
        """One more input is done."""

        def __init__(self, done: int, total: int, name: str) -> None:
            super().__init__()
            self.done, self.total, self.name = done, total, name

    class Finished(Message):
        """All inputs are done, or the work was stopped."""

        def __init__(self, report: IntakeReport) -> None:
            super().__init__()
            self.report = report

    class Listed(Message):
        """A worker has read the articles."""

        def __init__(self, articles: list[ArticleSummary]) -> None:
            super().__init__()
            self.articles = articles

    class Failed(Message):
        """A worker met an error."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, *, seeds: bool = False) -> None:
        super().__init__()
        self.seeds = seeds
        self.changed = False
        self.working = False

    def compose(self) -> ComposeResult:
        """The field, the outcomes, the articles."""
        yield TopLine(SCREEN_KEYS, "app.intake")
        yield Static(Content("Take in a file or a folder: text, Markdown, JSON Lines"), id="path-label", markup=False)
        yield Input(placeholder="path, then enter", id="path")
        yield Pane("What came of it", id="outcomes")
        yield Pane("Articles", id="articles")
        yield KeyLine(
            (Key("enter", "Take in", ""), Key("esc", "Back", "leave"), Key("tab", "Panes", "app.focus_next"), Key("^x", "Stop", "stop")),
            (Key("^p", "Commands", "app.command_palette"),),
            id="foot",
        )

    def on_mount(self) -> None:
        """List what is there; with `seeds`, begin at once."""
        self.query_one(TopLine).update(database=outside(self.app.desk.db_label, self.app.signs), reviewed=0, total=0)
        self.query_one("#outcomes", Pane).show(lambda width: Content.assemble(("Nothing taken in yet.", "$muted")))
        if self.seeds:
            self._take(lambda progress, stop: self.app.desk.load_seeds(progress, stop))
        else:
            self._list_soon()

    # --- taking in ---------------------------------------------------------------------------------------------------

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take in what the field names."""
        path = event.value.strip()
        if path and not self.working:
            place = Path(path).expanduser()
            self._take(lambda progress, stop: self.app.desk.intake([place], progress=progress, stop=stop))

    def _take(self, take: Take) -> None:
        self.working = True
        self.query_one("#outcomes", Pane).show(lambda width: Content("Reading …" if not self.app.signs.ascii else "Reading"))
        self.run_worker(partial(self._work, take), thread=True, exclusive=True, group="intake")

    def _work(self, take: Take) -> None:
        worker = get_current_worker()
        try:
            report = take(self._step, lambda: worker.is_cancelled)
            self.post_message(self.Finished(report))
        except Exception as error:
            self.post_message(self.Failed(error))

    def _step(self, done: int, total: int, name: str) -> None:
        self.post_message(self.Step(done, total, name))

    def on_intake_screen_step(self, message: Step) -> None:
        """Progress."""
        signs = self.app.signs
        line = Content.assemble(
            signs.bar(message.done / max(1, message.total), 24),
            f"  {message.done} of {message.total}  ",
            outside(one_line(message.name), signs),
        )
        self.query_one("#outcomes", Pane).show(lambda width: line)

    def on_intake_screen_finished(self, message: Finished) -> None:
        """What came of each input."""
        self.working = False
        report, signs = message.report, self.app.signs
        self.changed = self.changed or report.count(IntakeOutcome.TAKEN_IN) > 0
        counts = f" {signs.dot} ".join(f"{report.count(outcome)} {word}" for outcome, word in OUTCOMES.items() if report.count(outcome))
        if report.stopped:
            counts += f" {signs.dot} stopped; what was taken in is kept"
        self.query_one("#outcomes", Pane).show(lambda width: outcomes(report, width, signs), subtitle=counts)
        self._list_soon()
        if self.seeds and self.changed:
            self.dismiss(True)

    def on_intake_screen_failed(self, message: Failed) -> None:
        """Say so; whole articles that went in are kept."""
        self.working = False
        self.app.complain(message.error)

    def action_stop(self) -> None:
        """Stop after the file at hand."""
        self.workers.cancel_group(self, "intake")

    # --- articles ----------------------------------------------------------------------------------------------------

    def _list_soon(self) -> None:
        self.run_worker(self._list, thread=True, exclusive=True, group="articles")

    def _list(self) -> None:
        try:
            self.post_message(self.Listed(self.app.desk.articles()))
        except Exception as error:
            self.post_message(self.Failed(error))

    def on_intake_screen_listed(self, message: Listed) -> None:
        """One line an article."""
        signs = self.app.signs
        self.query_one("#articles", Pane).show(
            lambda width: article_lines(message.articles, width, signs), subtitle=f"{len(message.articles):,} articles"
        )

    def on_key_line_pressed(self, message: KeyLine.Pressed) -> None:
        """A key was clicked."""
        self.call_later(self.run_action, message.action)

    def action_leave(self) -> None:
        """Back; work goes on to the end of the file at hand."""
        self.action_stop()
        self.dismiss(self.changed)


def outcomes(report: IntakeReport, width: int, signs: Signs) -> Content:
    """Each input with what became of it, refused ones with their reason."""
    lines: list[Content] = []
    for item in report.items:
        name = fit(outside(one_line(_short(item.ref)), signs), max(20, width - 34), signs)
        claims = f"{item.claims} claims" if item.outcome is IntakeOutcome.TAKEN_IN else ""
        lines.append(Content.assemble(name, f"{OUTCOMES[item.outcome]:<14}", (claims, "$muted")))
        for words in filter(None, (item.message, *item.notes)):
            lines += hanging(Content.assemble((outside(words, signs), "$muted")), 2, width)
    return Content("\n").join(lines) if lines else Content("There was nothing to take in.")


def _short(ref: str) -> str:
    """The last part of a path says enough beside its neighbours."""
    return Path(ref).name or ref


def article_lines(articles: list[ArticleSummary], width: int, signs: Signs) -> Content:
    """Outlet, date, claims, title of each article."""
    lines: list[Content] = []
    for article in articles[:ARTICLES_SHOWN]:
        state = "withdrawn" if article.withdrawn else text_word(article.text_status)
        head = fit(outside(one_line(article.outlet_name), signs), 18, signs) + fit(
            outside(publication(article.published), signs), 24, signs
        )
        counts = f"{article.reviewed}/{article.claims}".rjust(8) + "  "
        title = fit(outside(one_line(article.title or "no title"), signs), max(10, width - 52 - (len(state) + 2 if state else 0)), signs)
        lines.append(Content.assemble(head, (counts, "$muted"), title, (f"  {state}" if state else "", "$muted")))
    if len(articles) > ARTICLES_SHOWN:
        lines.append(Content.assemble((f"{len(articles) - ARTICLES_SHOWN:,} more: provenance articles", "$muted")))
    return Content("\n").join(lines) if lines else Content.assemble(("None yet.", "$muted"))
