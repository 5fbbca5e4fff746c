"""A claim in its article, with the marks that say who says it: source, cue, content, hedges."""

from collections.abc import Iterable

from textual.content import Content
from textual.content import Span as Style

from provenance.model.article import Article
from provenance.model.claim import Claim
from provenance.model.queue import ClaimCard
from provenance.model.text import Span
from tui.days import publication
from tui.look import Signs, text_word
from tui.outside import outside

SOURCE = "underline"
CUE = "italic"
CONTENT = "bold"
HEDGE = "on $hedge"
CLAIM = "on $claim"
CONTEXT = 1200
"""Characters of the article shown before and after the claim."""


def marks(claim: Claim) -> list[tuple[Span, str]]:
    """The places in the article that a claim's reading rests on, each with its style."""
    found: list[tuple[Span, str]] = []
    for attribution in claim.attributions:
        found += [(span, CONTENT) for span in attribution.content]
        found += [(span, SOURCE) for span in (*attribution.source, *attribution.antecedent)]
        found += [(span, CUE) for span in attribution.cue]
    return found + [(hedge.span, HEDGE) for hedge in claim.hedges]


def passage(text: str, window: Span, styles: Iterable[tuple[Span, str]], signs: Signs) -> Content:
    """A piece of outside text with styled places; offsets are the article's own."""
    spans = [
        Style(max(span.start, window.start) - window.start, min(span.end, window.end) - window.start, style)
        for span, style in styles
        if span.overlaps(window)
    ]
    return Content(outside(window.within(text), signs), spans)


def around(text: str, claim: Span) -> Span:
    """The part of the article to show with a claim: from the beginning of a line to the end of one."""
    start = max(0, claim.start - CONTEXT)
    if start:
        start = text.find("\n", start, claim.start) + 1 or start
    end = min(len(text), claim.end + CONTEXT)
    if end < len(text):
        cut = text.rfind("\n", claim.end, end)
        end = cut if cut > 0 else end
    return Span(start, end)


def article_view(card: ClaimCard, width: int, signs: Signs) -> tuple[Content, int]:
    """The claim in its article, and the line at which it begins."""
    text, claim = card.article.text, card.claim
    window = around(text, claim.span)
    whole = passage(text, window, [(claim.span, CLAIM), *marks(claim)], signs)
    cut = Content(signs.more + " ", [Style(0, 1, "$muted")]) if window.start else Content("")
    before = passage(text, Span(window.start, claim.span.start), (), signs)
    line = max(0, len(Content.assemble(cut, before, "x").wrap(width)) - 1)
    return Content.assemble(cut, whole, (f" {signs.more}" if window.end < len(text) else "", "$muted")), line


def article_title(article: Article, signs: Signs, room: int) -> str:
    """What the frame says of the article: outlet, date, and whether the words are the outlet's own; the pane's name gives way."""
    parts = ["In the article", outside(article.outlet_name, signs), publication(article.masthead.published)]
    if text_word(article.text_status):
        parts.insert(1, text_word(article.text_status))  # before anything that a narrow frame may cut off
    dot = f" {signs.dot} "
    title = outside(dot.join(parts), signs)
    if len(title) <= room:
        return title
    shorter = outside(dot.join(parts[1:]), signs)
    return shorter[0].upper() + shorter[1:]


def legend() -> Content:
    """The marks, each drawn as it is used."""
    drawn = (("source", SOURCE), " ", ("cue", CUE), " ", ("content", CONTENT), " ", ("hedge", HEDGE))
    return Content.assemble(*drawn).stylize_before("$foreground")
