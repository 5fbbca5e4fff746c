"""What each sentence is in its article: a claim, a headline, a dateline, a byline, page furniture or a question.

The signs are general ones: where a line stands, whether it ends like a sentence, how long it is, what surrounds it,
and lists of phrases that web pages put around articles (`lexicon/furniture.toml`).
"""

import re
from collections.abc import Sequence

from provenance.extraction.furniture import caption, credited, fold, furniture
from provenance.extraction.head import menus
from provenance.extraction.layout import Block, Shape, layout
from provenance.language.datelines import opens_like_dateline
from provenance.model.article import Masthead, Role
from provenance.model.text import Span

_ASKS = re.compile(r"\?[\"'”’»)\]*]*$")
_SAID_BEFORE = re.compile(r"\w[^“\"«]*[:,]?\s[“\"«]")
_SHAPED = {
    Shape.SITE_TITLE: Role.BOILERPLATE,
    Shape.DATELINE: Role.DATELINE,
    Shape.CREDIT: Role.BYLINE,
    Shape.CAPTION: Role.BOILERPLATE,
    Shape.FURNITURE: Role.BOILERPLATE,
    Shape.POINTER: Role.BOILERPLATE,
    Shape.LINK_HEADING: Role.BOILERPLATE,
    Shape.COMMENT_HEADING: Role.BOILERPLATE,
    Shape.END_MARK: Role.BOILERPLATE,
}


def read_sentences(text: str, masthead: Masthead) -> list[tuple[Span, Role]]:
    """Every sentence of a text with its role, in order. A text of one block is body: a headline needs a body under it."""
    return roles_of(layout(text), masthead)


def roles_of(page: Sequence[Block], masthead: Masthead) -> list[tuple[Span, Role]]:
    """The sentences of a page that is laid out already, with their roles."""
    body = [i for i, block in enumerate(page) if _is_body(block)]
    if not any(page[i].finished for i in body):
        body = [i for i, block in enumerate(page) if i > 0 and block.shape is Shape.SHORT and block.words >= 6] or body
    first, last = (body[0], body[-1]) if body else (0, len(page) - 1)
    site = menus(page)
    found: list[tuple[Span, Role]] = []
    comments = links = released = False
    for i, block in enumerate(page):
        comments = comments or (block.shape is Shape.COMMENT_HEADING and i > first)
        links = block.shape is Shape.LINK_HEADING or _points_on(block) or (links and not _is_body(block))
        released = released or (block.shape is Shape.END_MARK and i > first)
        role = Role.BOILERPLATE if comments or (released and _is_contact(block)) or (body and i in site) else None
        role = role or _SHAPED.get(block.shape) or _unshaped(page, i, first, last, links, bool(body), masthead)
        found += [(span, role if role is not Role.CLAIM else _in_body(block, span, n)) for n, span in enumerate(block.sentences)]
    return found


def _is_body(block: Block) -> bool:
    return block.shape is Shape.BODY or (block.shape is Shape.SHORT and block.sentence_like)


def _unshaped(page: Sequence[Block], i: int, first: int, last: int, links: bool, has_body: bool, masthead: Masthead) -> Role:
    """The role of a block of running text, a question, a bullet or a short line, from its place."""
    block = page[i]
    if len(page) == 1 or (not has_body and block.words >= 5):
        return Role.CLAIM
    if not any(c.isalnum() for c in block.text):
        return Role.OTHER
    if i <= first + 1 and _is_outlet_line(block, masthead):
        return Role.BYLINE
    if block.shape is Shape.BODY:
        return Role.HEADLINE if i == first and _is_finished_headline(page, i, masthead) else Role.CLAIM
    if block.shape is Shape.QUESTION:
        if links and i > last:
            return Role.BOILERPLATE
        return Role.HEADLINE if i < first and i == 0 else Role.CLAIM
    if i < first:
        return Role.BYLINE if i > 0 and _is_name(block) else Role.HEADLINE
    if not block.finished and not page[last].finished:
        return Role.CLAIM if block.words >= 6 else Role.HEADLINE
    if block.sentence_like or (block.shape is Shape.BULLET and not links):
        return Role.CLAIM
    if i > last or links:
        return Role.BOILERPLATE
    return _between(page, i)


def _between(page: Sequence[Block], i: int) -> Role:
    """The role of a short line with running text above and below: a subhead, an item of a list, or a lead-in."""
    block = page[i]
    if block.text.endswith((":", ",", ";")):
        return Role.CLAIM if block.words >= 5 else Role.OTHER
    neighbours = [page[j] for j in (i - 1, i + 1) if 0 <= j < len(page)]
    if sum(n.shape is Shape.SHORT and not n.sentence_like for n in neighbours) == 2:
        return Role.OTHER
    return Role.HEADLINE


def _in_body(block: Block, span: Span, position: int) -> Role:
    """The role of one sentence of running text."""
    words = block.text[span.start - block.span.start : span.end - block.span.start]
    if _ASKS.search(words[-6:]):
        quoted = words[0] not in "“\"«‘'" and _SAID_BEFORE.match(words)
        return Role.CLAIM if quoted else Role.QUESTION
    if len(words) > 400:
        return Role.CLAIM
    if position and not block.finished and span.end == block.span.end and words.count(" ") < 2:
        return Role.OTHER
    if not any(c.isalpha() for c in words):
        return Role.OTHER
    if len(block.sentences) > 2 - (position == 0) and position < 2 and opens_like_dateline(words):
        return Role.DATELINE
    if words[0] in "([" and (credited(words) or caption(words) or furniture().lines.fit(fold(words.strip("()[] ")))):
        return Role.BYLINE if credited(words) else Role.BOILERPLATE
    if words.rstrip(" .").endswith(furniture().credit_closings):
        return Role.BYLINE
    if len(block.sentences) > 1:
        folded = fold(words)
        if furniture().lines.contained(folded) or (folded.startswith(furniture().pointers) and position == len(block.sentences) - 1):
            return Role.BOILERPLATE
        if position == len(block.sentences) - 1 and credited(words):
            return Role.BYLINE
    return Role.CLAIM


def _is_outlet_line(block: Block, masthead: Masthead) -> bool:
    """Whether a line holds the publisher's name, or that of the agency it took the text from, and nothing else but perhaps a section."""
    if block.words > 6:
        return False
    if block.span in (masthead.outlet_span, masthead.republished_span):
        return True
    line, name = fold(block.text), fold(masthead.outlet_name or "")
    if not name or not line.startswith(name):
        return False
    return all(word in furniture().menu_words for word in line[len(name) :].split())


def _is_finished_headline(page: Sequence[Block], i: int, masthead: Masthead) -> bool:
    """Whether the first running text is a headline with a full stop: the stated title, or capitals on nearly all words."""
    block = page[i]
    if len(block.sentences) > 1 or i + 1 >= len(page) or not any(_is_body(b) for b in page[i + 1 :]):
        return False
    if masthead.title and fold(masthead.title) == fold(block.text):
        return True
    return 4 <= block.words <= 25 and block.title_case >= 0.85


def _is_name(block: Block) -> bool:
    """Whether a line of the head is a person's name alone, two to four capitalised words, or names a desk or its staff."""
    words = block.text.split()
    if len(words) <= 6 and any(w.lower() in furniture().credit_words for w in words):
        return True
    return (
        2 <= len(words) <= 4
        and all(w[0].isupper() or w.lower().startswith(("al-", "el-")) for w in words)
        and block.text.replace(" ", "").replace("-", "").replace(".", "").replace("’", "").isalpha()
    )


def _points_on(block: Block) -> bool:
    """Whether a pointer ("Read more:") stands alone, so that the line below it is the link."""
    return block.shape in (Shape.POINTER, Shape.FURNITURE) and block.words <= 3 and block.text.endswith(":")


def _is_contact(block: Block) -> bool:
    """Whether a block below a release's end mark holds addresses or is no running text."""
    return not _is_body(block) or "@" in block.text or "www." in block.text or block.words <= 12
