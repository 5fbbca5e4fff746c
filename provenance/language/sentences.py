"""Sentences: where each one begins and ends in a text, to the character.

sentencex proposes the boundaries of a block; what it cannot know about news text (quotations of several sentences,
typed ayn and hamza, abbreviations before a number) is settled here. A closing quotation mark belongs to the sentence it closes,
and each sentence inside a long quotation is one of its own, so that each can be judged.
"""

import re
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import sentencex  # type: ignore[import-untyped,unused-ignore]

from provenance.language.lexicon import read_lexicon
from provenance.model.text import Span

_CLOSERS = "\"'”’»)]"
# One character for one character, so that offsets survive: quotation marks pair badly in copied text, and a typed ayn (‘) opens none.
_APOSTROPHE = re.compile(r"['’‘`´ʿʾʻʼ](?<=\w['’‘`´ʿʾʻʼ])(?=\w)")  # the marks first: nothing is looked behind where none stands
_MARKS = re.compile("[\"“”„«»‟‘’'`´‹›‚ʿʾʻʼ()\\[\\]{}\ud800-\udfff\x00]")
_BLANKS = re.compile(r"[^\S ]")
_LAST_WORD = re.compile(r"(?<![\w’'])([^\W_](?:[\w&-]|\.(?=\w))*)\.$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«(\[]*([^\W_][\w’'-]*)")
_NEXT_NUMBER = re.compile(r"\s*[#(\[]?(?:\d|[IVXLC]+\b)")
_ARTICLE_OF_A_NAME = re.compile(r"(?:al|el|as|ash|an|ad|at|ar|az)[-’'][^\W\d_]")
_CUT_SHORT = re.compile("[" + re.escape(_CLOSERS) + r"]*[,;:]|[^\W\d_]\.")
_NUMERAL = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_DASH = re.compile(r"\s*[-–—]")
_BULLET = re.compile(r"\s*(?:[-–—•*▪‣◦·●○■►»]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c]+")


class _Words(NamedTuple):
    """The word lists of `lexicon/sentences.toml`."""

    abbreviations: frozenset[str]
    either: frozenset[str]
    before_number: frozenset[str]
    openers: frozenset[str]
    says: "re.Pattern[str]"
    plain: "re.Pattern[str]"


@cache
def _words() -> _Words:
    lists = read_lexicon("sentences")
    says = "|".join(sorted(lists["says"]))
    return _Words(
        abbreviations=frozenset(lists["abbreviations"]),
        either=frozenset(lists["either"]),
        before_number=frozenset(lists["before_number"]),
        openers=frozenset(lists["openers"]),
        plain=re.compile(rf"\b(?:{'|'.join(sorted(lists['plain']))})(?=[.!?])"),
        says=re.compile(rf"\s+(?:[\w’'.-]+,?\s+){{0,5}}?(?:{says})\b"),
    )


def blocks(text: str) -> list[Span]:
    """The paragraphs of a text: each non-blank line, or several lines where they are one paragraph wrapped at a fixed width."""
    found: list[Span] = []
    run: list[Span] = []
    for line in _lines(text):
        if run and not _adjacent(text, run[-1], line):
            found += _paragraphs(text, run)
            run = []
        run.append(line)
    return found + _paragraphs(text, run)


def split(text: str, block: Span) -> list[Span]:
    """The sentences of one block, in order and without overlap, each trimmed of white space; every visible character lies in one."""
    masked = _mask(text[block.start : block.end], _words())
    if not masked or masked.isspace():
        return []
    words = _words()
    ends = [block.start + b["end_index"] for b in sentencex.get_sentence_boundaries("en", masked)] or [block.end]
    ends[-1] = block.end
    if len(ends) == 1:
        return [trim(text, block)]
    sentences: list[Span] = []
    start = block.start
    for end in ends:
        end = _with_closers(text, end, block.end)
        if end <= start or (end < block.end and _goes_on(text, start, end, block.end, words)):
            continue
        _append(sentences, text, start, end)
        start = end
    if start < block.end:
        _append(sentences, text, start, block.end)
    return sentences


def _mask(words: str, lists: _Words) -> str:
    """The words with one harmless character for each that misleads sentencex, so that offsets survive.

    Quotation marks pair badly in copied text; a typed ayn or hamza opens no quotation; "me." is no Maine.
    """
    masked = _BLANKS.sub(" ", _MARKS.sub("\u02d9", _APOSTROPHE.sub("x", words)))
    return lists.plain.sub(lambda m: "x" * len(m.group()), masked)


def _lines(text: str) -> list[Span]:
    return [s for m in _LINE.finditer(text) if (s := trim(text, Span(*m.span()))).start < s.end]


def trim(text: str, span: Span) -> Span:
    """The span without white space and invisible direction marks at its ends."""
    start, end = span
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b\u200e\u200f\x00"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b\u200e\u200f\x00"):
        end -= 1
    return Span(start, end)


def _adjacent(text: str, above: Span, below: Span) -> bool:
    """Whether no blank line lies between two lines."""
    gap = text[above.end : below.start]
    return gap.count("\n") + gap.count("\u2028") <= 1 and (gap.count("\r") <= 1) and "\u2029" not in gap


def _paragraphs(text: str, run: list[Span]) -> list[Span]:
    """A run of lines as one paragraph where each line broke because the next word did not fit; else line by line."""
    if len(run) < 2:
        return run
    width = max(line.end - line.start for line in run)
    broke_at_width = 40 <= width <= 120 and all(
        above.end - above.start + 1 + len(text[below.start : below.end].split(None, 1)[0]) > 0.85 * width for above, below in pairwise(run)
    )
    reads_on = any(text[line.start].islower() for line in run[1:])
    if broke_at_width and reads_on and not any(_BULLET.match(text, line.start, line.end) for line in run):
        return [Span(run[0].start, run[-1].end)]
    return run


def _with_closers(text: str, end: int, limit: int) -> int:
    """The boundary moved behind closing quotation marks and brackets that follow the full stop."""
    at = end
    while at > 0 and text[at - 1].isspace():
        at -= 1
    last = at
    while at < limit and text[at] in _CLOSERS:
        at += 1
    if at == last or (at < limit and not text[at].isspace()):
        return end
    return max(end, at)


def _goes_on(text: str, start: int, end: int, limit: int, words: _Words) -> bool:
    """Whether the sentence that a proposed boundary cuts goes on behind it."""
    said = text[start:end].rstrip()
    bare = said.rstrip(_CLOSERS)
    follows = _NEXT_WORD.match(text, end, limit)
    if _NUMERAL.fullmatch(said.strip()):
        return True
    if follows and follows.group(1)[0].islower() and not _ARTICLE_OF_A_NAME.match(follows.group(1)):
        return True
    if not text[end - 1].isspace() and _CUT_SHORT.match(text, end, limit):
        return True
    if bare.endswith(("?", "!")) and _DASH.match(text, end, limit):
        return True
    if bare != said and bare.endswith(("?", "!", "…")):
        return words.says.match(" " + text[end : min(limit, end + 90)]) is not None
    last = _LAST_WORD.search(bare[-24:])
    if last is None or bare != said:
        return False
    word = last.group(1).lower()
    if word in words.before_number:
        return _NEXT_NUMBER.match(text, end, limit) is not None
    if word in words.abbreviations or (len(word) == 1 and word.isalpha() and word != "i"):
        return True
    return word in words.either and (follows is None or follows.group(1).lower() not in words.openers)


def _append(sentences: list[Span], text: str, start: int, end: int) -> None:
    """Add a sentence; a rest of punctuation alone belongs to the one before it."""
    span = trim(text, Span(start, end))
    if span.start == span.end:
        return
    if sentences and not any(c.isalnum() for c in text[span.start : span.end]):
        sentences[-1] = Span(sentences[-1].start, span.end)
    else:
        sentences.append(span)
