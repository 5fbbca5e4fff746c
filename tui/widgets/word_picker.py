"""Pick words of a sentence: the words of a source, exactly where they stand."""

import re
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.content import Span as StyledSpan
from textual.style import Style
from textual.widget import Widget

from provenance.model.text import Span
from tui.look import signs_of
from tui.outside import one_line, outside

WORD = re.compile(r"[^\s“”\"„«»()\[\],;:.!?]+(?:[.,:][^\s“”\"„«»()\[\],;:.!?]+)*")
"""A word without the punctuation around it; figures such as 300.000 stay whole."""


class WordPicker(Widget, can_focus=True):
    """A sentence whose words can be ticked; neighbours that are ticked make one span."""

    DEFAULT_CSS = "WordPicker { height: auto; max-height: 7; overflow-y: auto; padding: 0 1; background: $background; }"
    PICK = Binding.Group("Pick words")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Word before", group=PICK),
        Binding("right", "step(1)", "Word after", group=PICK),
        Binding("space", "tick", "Tick the word", group=PICK),
        Binding("backspace", "clear", "Tick none", group=PICK),
    ]

    def __init__(self, text: str, span: Span, ticked: tuple[Span, ...], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.text, self.span = text, span
        self.words = [Span(m.start() + span.start, m.end() + span.start) for m in WORD.finditer(span.within(text))]
        self.ticked = {place for place, word in enumerate(self.words) if any(word.overlaps(tick) for tick in ticked)}
        self.at = min(self.ticked, default=0)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The ticked words, runs joined, in the article's offsets."""
        found: list[Span] = []
        for place in sorted(self.ticked):
            word = self.words[place]
            if found and place - 1 in self.ticked:
                found[-1] = Span(found[-1].start, word.end)
            else:
                found.append(word)
        return tuple(found)

    def render(self) -> Content:
        """The sentence; ticked words underlined, the cursor on one."""
        start = self.span.start
        styles = [StyledSpan(s.start - start, s.end - start, "bold underline") for s in self.spans]
        styles += [StyledSpan(w.start - start, w.end - start, Style.from_meta({"word": place})) for place, w in enumerate(self.words)]
        if self.has_focus and self.words:
            here = self.words[self.at]
            styles.append(StyledSpan(here.start - start, here.end - start, "$focus reverse"))
        return Content(outside(one_line(self.span.within(self.text)), signs_of(self)), styles)

    def on_click(self, event: events.Click) -> None:
        """Clicking a word ticks it."""
        place = event.style.meta.get("word")
        if isinstance(place, int):
            self.at = place
            self.action_tick()

    def on_focus(self) -> None:
        """The cursor comes into sight."""
        self.refresh()

    def action_step(self, by: int) -> None:
        """Another word."""
        self.at = max(0, min(len(self.words) - 1, self.at + by))
        self.refresh()

    def action_tick(self) -> None:
        """Tick or untick, and on to the next word."""
        if self.words:
            self.ticked ^= {self.at}
            self.action_step(1)

    def action_clear(self) -> None:
        """Nobody is named here."""
        self.ticked.clear()
        self.refresh()
