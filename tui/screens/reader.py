"""The reader: a whole article as published, with its claims in the margin."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen

from provenance.errors import ProvenanceError
from provenance.model.queue import ReadingView
from provenance.model.review import ArticleCorrection, JournalEntry
from provenance.model.text import Span
from tui.days import publication
from tui.look import text_word
from tui.outside import outside
from tui.screens.decision_words import undone_words
from tui.screens.dialogs import AskLine
from tui.screens.fix_article import ArticleDialog
from tui.session import DeskApp
from tui.widgets.article_view import legend
from tui.widgets.key_line import Key, KeyLine
from tui.widgets.reading import BY_HAND, Reading, marked_by_hand


class ReaderScreen(Screen[str]):
    """One article. Leaving gives the claim to show in the list."""

    app = getters.app(DeskApp)
    AUTO_FOCUS = "Reading"
    READ = Binding.Group("Read")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Next sentence", group=READ),
        Binding("k,up", "move(-1)", "Previous sentence", group=READ),
        Binding("n", "claim(1)", "Next claim", group=READ),
        Binding("p", "claim(-1)", "Previous claim", group=READ),
        Binding("pagedown,space", "page(1)", "A page on", group=READ),
        Binding("pageup", "page(-1)", "A page back", group=READ),
        Binding("plus", "mark", "This sentence is a claim", key_display="+", group=READ),
        Binding("O", "correct", "Set outlet and date right", group=READ),
        Binding("W", "withdraw", "Withdraw this article", tooltip="it counts no longer; the archive keeps it", group=READ),
        Binding("u", "undo", "Undo", tooltip="the last decision, wherever it was made", group=READ),
        Binding("ctrl+r", "redo", "Redo", group=READ),
        Binding("enter", "choose", "To this claim in the list", group=READ),
        Binding("escape", "leave", "Back to the list", key_display="esc", group=READ),
    ]

    class ArticleRead(Message):
        """A worker has read the article."""

        def __init__(self, view: ReadingView, at: int) -> None:
            super().__init__()
            self.view, self.at = view, at

    class Failed(Message):
        """A worker met an error."""

        def __init__(self, error: Exception) -> None:
            super().__init__()
            self.error = error

    def __init__(self, article: str, claim: str) -> None:
        super().__init__()
        self.article, self.claim = article, claim
        self.changed = False

    def compose(self) -> ComposeResult:
        """The article and its keys."""
        yield Reading()
        yield KeyLine(
            (
                Key("?", "Help", "app.help"),
                Key("esc", "Back", "leave"),
                Key("j", "Sentence", "move(1)"),
                Key("n", "Claim", "claim(1)"),
                Key("+", "Is a claim", "mark"),
                Key("O", "Outlet, date", "correct"),
                Key("W", "Withdraw", "withdraw"),
                Key("u", "Undo", "undo"),
                Key("enter", "To the list", "choose"),
            ),
            (Key("^p", "Commands", "app.command_palette"),),
            id="foot",
        )

    def on_mount(self) -> None:
        """Read it."""
        self._fetch_soon()

    def _fetch_soon(self, span: Span | None = None) -> None:
        self.run_worker(partial(self._fetch, span), thread=True, exclusive=True)

    def _fetch(self, span: Span | None) -> None:
        try:
            view = self.app.desk.reading(self.article)
        except Exception as error:
            self.post_message(self.Failed(error))
            return
        found = (
            place
            for place, sentence in enumerate(view.sentences)
            if (span is not None and sentence.span.overlaps(span))
            or (span is None and sentence.entry is not None and sentence.entry.claim == self.claim)
        )
        self.post_message(self.ArticleRead(view, next(found, 0)))

    def on_reader_screen_article_read(self, message: ArticleRead) -> None:
        """Show it at the claim."""
        article, signs = message.view.article, self.app.signs
        reading = self.query_one(Reading)
        state = [text_word(article.text_status), "withdrawn" if article.withdrawn else ""]
        title = [*state, article.outlet_name, publication(article.masthead.published), article.masthead.title or ""]
        reading.border_title = Content(outside(f" {signs.dot} ".join(filter(None, title)), signs))
        reading.border_subtitle = legend()
        if any(marked_by_hand(sentence) for sentence in message.view.sentences):
            reading.border_subtitle = Content.assemble(legend(), f"  {BY_HAND} marked by hand")
        reading.show(message.view, message.at)

    def on_reader_screen_failed(self, message: Failed) -> None:
        """Say so."""
        self.app.complain(message.error)

    def on_key_line_pressed(self, message: KeyLine.Pressed) -> None:
        """A key was clicked."""
        self.call_later(self.run_action, message.action)

    def action_move(self, by: int) -> None:
        """To another sentence."""
        self.query_one(Reading).move(by)

    def action_claim(self, by: int) -> None:
        """To another claim."""
        self.query_one(Reading).move(by, claims_only=True)

    def action_page(self, by: int) -> None:
        """A screenful on or back."""
        self.query_one(Reading).turn_page(by)

    async def action_mark(self) -> None:
        """The machine took this sentence for no claim; it is one."""
        sentence = self.query_one(Reading).sentence
        if sentence is None:
            return
        if sentence.entry is not None:
            self.query_one(KeyLine).say("this sentence is a claim already")
            return
        words = f"marked as a claim {self.app.signs.dot} u undoes"
        await self._write(partial(self.app.desk.mark_claim, self.article, sentence.span), words)

    def action_correct(self) -> None:
        """Set outlet and date right."""
        view = self.query_one(Reading).view
        if view is None:
            return

        def keep(correction: ArticleCorrection | None) -> None:
            if correction == ArticleCorrection():
                self.query_one(KeyLine).say("nothing changed, nothing written")
            elif correction is not None:
                self._write_soon(partial(self.app.desk.correct_article, self.article, correction), "article set right")

        self.app.push_screen(ArticleDialog(view.article, self.app.desk.reviewer), keep)

    def action_withdraw(self) -> None:
        """Ask why, then withdraw."""
        view = self.query_one(Reading).view
        if view is None:
            return
        if view.article.withdrawn:
            self.query_one(KeyLine).say("withdrawn already")
            return

        def keep(why: str | None) -> None:
            if why:
                self._write_soon(partial(self.app.desk.withdraw_article, self.article, why), "withdrawn")
            elif why is not None:
                self.query_one(KeyLine).say("not withdrawn: no reason was given")

        words = "Its claims leave the list and count for no other claim. The archive keeps it, and u brings it back."
        self.app.push_screen(AskLine("Withdraw this article", words, "the reason, for the journal", enter="withdraws"), keep)

    def _write_soon(self, decide: Callable[[], JournalEntry | None], words: str) -> None:
        self.run_worker(self._write(decide, f"{words} {self.app.signs.dot} u undoes"), group="write")

    async def action_undo(self) -> None:
        """Take back the last decision that stands."""
        await self._write(self.app.desk.undo, "undone")

    async def action_redo(self) -> None:
        """Bring back what was undone last."""
        await self._write(self.app.desk.redo, "redone")

    async def _write(self, decide: Callable[[], JournalEntry | None], words: str) -> None:
        """Have a decision written, then show the article as it stands, with the cursor where it is."""
        sentence = self.query_one(Reading).sentence
        try:
            entry = await asyncio.wrap_future(self.app.pen.write(decide))
        except ProvenanceError as error:
            self.app.complain(error)
            return
        if entry is None:
            self.query_one(KeyLine).say(f"nothing to be {words}")
            return
        self.changed = True
        self.query_one(KeyLine).say(undone_words(words, entry) + self._elsewhere(entry) if words in ("undone", "redone") else words)
        self._fetch_soon(sentence.span if sentence is not None else None)

    def _elsewhere(self, entry: JournalEntry) -> str:
        """A decision that was undone or redone here may have been about another article."""
        here = self.article in (entry.article, *(ref.article for ref in entry.claims))
        return "" if here else " (another article)"

    def action_choose(self) -> None:
        """Back, with the cursor on this claim."""
        sentence = self.query_one(Reading).sentence
        self.dismiss(sentence.entry.claim if sentence is not None and sentence.entry is not None else self.claim)

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(self.claim if self.changed else None)
