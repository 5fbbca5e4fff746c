"""The whole article for reading: every sentence where it was published, claims with number, sign and grade in the margin."""

from dataclasses import dataclass, field

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from provenance.model.article import Role
from provenance.model.queue import Marked, QueueEntry, ReadingView
from provenance.model.text import Span
from tui.look import VERDICT_WORDS, Signs, signs_of, standing_style
from tui.widgets.article_view import CLAIM, marks, passage

MARGIN = 14
"""Cells: cursor, number, sign, grade, verdict, whether a person marked it, and a gap before the article."""
BY_HAND = "+"
"""Stands beside a sentence that a person marked as a claim."""


@dataclass(frozen=True)
class Line:
    """One line on screen: its text, where in the article it stands, and what its margin says."""

    content: Content
    span: Span
    margin: Content = field(default_factory=Content)


def lay_out(view: ReadingView, width: int, signs: Signs) -> list[Line]:
    """The article in lines of at most `width` cells."""
    text = view.article.text
    styles = [mark for sentence in view.sentences if sentence.claim is not None for mark in marks(sentence.claim)]
    styles += [(sentence.span, "$muted") for sentence in view.sentences if sentence.claim is None]
    styles.sort(key=lambda mark: mark[0])
    starts = [
        (sentence.span.start, _margin(number, sentence, sentence.entry, signs))
        for number, sentence in enumerate((s for s in view.sentences if s.entry is not None), 1)
        if sentence.entry is not None
    ]
    lines: list[Line] = []
    at, waiting = 0, list(reversed(starts))
    pending: list[Content] = []
    for block in text.split("\n"):
        here = Span(at, at + len(block))
        near = [mark for mark in styles if mark[0].overlaps(here)]
        for line in _wrapped(passage(text, here, near, signs), here, width):
            while waiting and waiting[-1][0] < max(line.span.end, line.span.start + 1):
                pending.append(waiting.pop()[1])
            lines.append(Line(line.content, line.span, pending.pop(0)) if pending else line)
        at = here.end + 1
    return lines


def _wrapped(content: Content, place: Span, width: int) -> list[Line]:
    """Wrapped lines with their offsets; spaces at which a line was broken belong to the line before."""
    found: list[Line] = []
    at, plain = 0, content.plain
    for line in content.wrap(width):
        words = line.plain.rstrip()
        start = plain.find(words, at) if words else at
        start = at if start < 0 else start
        at = start + len(words)
        found.append(Line(line, Span(place.start + start, place.start + at)))
    return found or [Line(Content(""), place)]


def marked_by_hand(sentence: Marked) -> bool:
    """Whether a sentence is a claim only because a person said so."""
    return sentence.entry is not None and sentence.claim is not None and sentence.claim.corrected and sentence.role != Role.CLAIM.value


def _margin(number: int, sentence: Marked, entry: QueueEntry, signs: Signs) -> Content:
    verdict = VERDICT_WORDS[entry.verdict][0] if entry.verdict is not None else " "
    return Content.assemble(
        (f"{number:>3} ", "$muted"),
        (signs.standing(entry.standing), standing_style(entry.standing)),
        f" {entry.grade} {verdict}",
        (BY_HAND if marked_by_hand(sentence) else " ", "bold"),
    )


class Reading(ScrollView, can_focus=True, inherit_bindings=False):
    """The article, one sentence of it under the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self.view: ReadingView | None = None
        self.at = 0
        self._lines: list[Line] = []
        self._width = 0

    def show(self, view: ReadingView, at: int) -> None:
        """Show an article with the cursor on a sentence."""
        self.view, self.at = view, at
        self._lay_out()
        self.bring_into_sight()

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        if self.view is not None and self._width > MARGIN + 10:
            self._lines = lay_out(self.view, min(100, self._width - MARGIN - 1), signs_of(self))
            self.virtual_size = Size(self._width, len(self._lines))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Another width wraps anew."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out()
            self.bring_into_sight()

    @property
    def sentence(self) -> Marked | None:
        """The sentence under the cursor."""
        return self.view.sentences[self.at] if self.view is not None and self.at < len(self.view.sentences) else None

    @property
    def shown(self) -> str:
        """All words on show, margins included."""
        return "\n".join(f"{line.margin.plain} {line.content.plain}" for line in self._lines)

    def move(self, by: int, *, claims_only: bool = False) -> None:
        """To another sentence."""
        if self.view is None:
            return
        place = self.at + by
        while claims_only and 0 <= place < len(self.view.sentences) and self.view.sentences[place].entry is None:
            place += by
        if 0 <= place < len(self.view.sentences):
            self.at = place
            self.bring_into_sight()
            self.refresh()

    def turn_page(self, by: int) -> None:
        """Scroll by a screenful; the cursor goes to the first sentence in sight."""
        if self.view is None or not self._lines:
            return
        self.scroll_to(y=self.scroll_offset.y + by * max(1, self.scrollable_content_region.height - 2), animate=False, force=True)
        place = self._lines[min(len(self._lines) - 1, self.scroll_offset.y)].span.start
        sentences = self.view.sentences
        self.at = next((number for number, sentence in enumerate(sentences) if sentence.span.start >= place), max(0, len(sentences) - 1))
        self.refresh()

    def bring_into_sight(self) -> None:
        """Scroll until the sentence can be read."""
        if self.sentence is None:
            return
        rows = [row for row, line in enumerate(self._lines) if line.span.overlaps(self.sentence.span)]
        if not rows:
            return
        height, top = max(1, self.scrollable_content_region.height), self.scroll_offset.y
        if rows[0] < top or rows[-1] >= top + height:
            self.scroll_to(y=max(0, rows[0] - height // 3), animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on the sentence there."""
        row = self.scroll_offset.y + event.get_content_offset_capture(self).y
        if self.view is None or not 0 <= row < len(self._lines):
            return
        column = max(0, event.get_content_offset_capture(self).x - MARGIN)
        place = self._lines[row].span.start + column
        for number, sentence in enumerate(self.view.sentences):
            if sentence.span.start <= place < sentence.span.end:
                self.at = number
                self.refresh()

    def render_line(self, y: int) -> Strip:
        """A margin and a line of the article."""
        row = self.scroll_offset.y + y
        if row >= len(self._lines):
            return Strip.blank(self._width, self.rich_style)
        line = self._lines[row]
        content = line.content
        here = self.sentence
        if here is not None and here.span.overlaps(line.span):
            start = max(0, here.span.start - line.span.start)
            content = content.stylize_before(CLAIM, start, max(start + 1, here.span.end - line.span.start))
        cursor = (
            signs_of(self).cursor
            if here is not None and line.span.start <= here.span.start < max(line.span.end, line.span.start + 1)
            else " "
        )
        whole = Content.assemble((cursor, "$focus"), line.margin.pad_right(MARGIN - 1 - line.margin.cell_length), content)
        pieces = whole.render(self.visual_style, "", parse_style=self.app.stylesheet.parse_style)
        return Strip([Segment(words, style.rich_style) for words, style in pieces]).adjust_cell_length(self._width, self.rich_style)
