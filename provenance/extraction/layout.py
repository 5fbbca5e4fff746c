"""The shape of an article as a browser copied it: what each block of lines looks like before anybody reads it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from provenance.extraction.furniture import caption, credited, fold, furniture
from provenance.language.datelines import is_dateline
from provenance.language.dates.tense import tells_past
from provenance.language.sentences import blocks, split
from provenance.model.text import Span

_FINAL = re.compile(r"[.!?…。][\"'”’»)\]*]*$")
_WORD = re.compile(r"[^\W_][\w’'.-]*")
_SEPARATOR = re.compile(r"\s*(?:[-–—|•·:»/]|::)\s*\S")
_SEPARATED = re.compile(r"[-–—|•·:»/]\s*$")
_BULLET = re.compile(r"\s*(?:[-–—•*▪‣◦·●○■]\s+|\(?\d{1,2}[.)]\s+)")
_CREDITED_AT_END = re.compile(r"[.!?…][\"'”’]?\s+[(\[]\w[^()\[\]]{0,30}[)\]]\.?$")
_FEWEST_WORDS = 4
_ARTICLES = re.compile(r"\b(?:the|a|an|it|he|she|they)\b", re.IGNORECASE)


class Shape(Enum):
    """What a block looks like."""

    BODY = auto()
    """Running text: it ends like a sentence and is long enough to be one."""
    SHORT = auto()
    """A line that does not end like a sentence: a headline, a subhead, a link."""
    BULLET = auto()
    QUESTION = auto()
    SITE_TITLE = auto()
    """The headline once more, with the site's name appended."""
    DATELINE = auto()
    CREDIT = auto()
    CAPTION = auto()
    FURNITURE = auto()
    POINTER = auto()
    LINK_HEADING = auto()
    COMMENT_HEADING = auto()
    END_MARK = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One block with its shape, its sentences and a few measures."""

    span: Span
    text: str
    shape: Shape
    sentences: tuple[Span, ...]
    words: int
    finished: bool
    """Whether it ends with a full stop, question or exclamation mark."""

    @property
    def title_case(self) -> float:
        """The share of its longer words that begin with a capital, 0 to 1."""
        longer = [w for w in _WORD.findall(self.text) if w.lower() not in furniture().small_words]
        return sum(not w[0].islower() for w in longer) / len(longer) if longer else 0.0

    @property
    def sentence_like(self) -> bool:
        """Whether an unfinished line is long and wordy enough to be a sentence that lost its full stop."""
        articles = len(_ARTICLES.findall(self.text))
        return self.words >= 20 or (self.words >= 13 and articles >= 2) or (self.words >= 6 and articles >= 2 and tells_past(self.text))


@lru_cache(maxsize=4)
def layout(text: str) -> tuple[Block, ...]:
    """The blocks of a text, in order. The last few texts are remembered: masthead and roles both look at the same page."""
    page = [_block(text, span) for span in blocks(text)]
    head = page[:4]
    return (*(replace(b, shape=Shape.SITE_TITLE) if _repeats_with_site(b.text, head) else b for b in head), *page[4:])


def _repeats_with_site(line: str, head: Sequence[Block]) -> bool:
    """Whether a line is another line of the head with something appended, or prefixed, behind a separator."""
    for other in head:
        title = other.text
        if len(title) < 12 or not len(line) / 2 <= len(title) < len(line):
            continue
        if line.startswith(title) and _SEPARATOR.match(line, len(title)):
            return True
        if line.endswith(title) and _SEPARATED.search(line[: -len(title)]):
            return True
    return False


def _block(text: str, span: Span) -> Block:
    words = span.within(text)
    count = words.count(" ") + 1
    finished = _FINAL.search(words[-6:]) is not None
    sentences = tuple(split(text, span)) or (span,)
    opens = sentences[0].within(text)
    tells = len(sentences) > 1 and opens.count(" ") >= _FEWEST_WORDS and _FINAL.search(opens[-6:]) is not None
    return Block(span, words, _shape(words, count, finished, tells), sentences, count, finished)


def _shape(words: str, count: int, finished: bool, tells: bool) -> Shape:
    """The shape of a block of so many words. The dear tests come last: most blocks are running text.

    `tells`: the block opens with a whole sentence, though it may not end like one.
    """
    if count > 45 and finished:
        return Shape.BODY
    lists, folded = furniture(), fold(words)
    if folded in lists.end_marks:
        return Shape.END_MARK
    if (not finished or count <= 4) and lists.comment_headings.fit(folded):
        return Shape.COMMENT_HEADING
    if not finished and count <= 8 and lists.link_headings.fit(folded):
        return Shape.LINK_HEADING
    if count <= 40 and (folded in lists.credit_lines or credited(words)):
        return Shape.CREDIT
    if count <= 20 and is_dateline(words):
        return Shape.DATELINE
    if folded.startswith(lists.pointers) and count <= 40:
        return Shape.POINTER
    if (count <= 4 or not finished) and lists.lines.fit(folded):
        return Shape.FURNITURE
    if lists.lines.contained(folded) and count <= 40:
        return Shape.FURNITURE
    if caption(words) and not (tells and _CREDITED_AT_END.search(words)):
        return Shape.CAPTION
    if finished and words.rstrip("\"'”’»)]").endswith("?"):
        return Shape.QUESTION
    if (finished and count >= 4) or tells:
        return Shape.BODY
    if _BULLET.match(words) and count >= 4:
        return Shape.BULLET
    return Shape.SHORT
