"""Stretches of a text that stand in quotation marks, double or, as the British set them, single."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.language.lexicon import words
from provenance.model.text import Span

_OPENING, _CLOSING = "“«„", "”»"
_DOUBLE_MARK = re.compile(f'[{_OPENING}{_CLOSING}"]')
_SINGLE_MARK = re.compile("[‘’']")
_WORD_BEHIND = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between a pair of quotation marks, the marks included; it may hold several sentences."""

    span: Span
    closed: bool
    single: bool = False


def quotations(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """The quotations of a text, in order; one that stands inside another is part of that one.

    A quotation that is left open at the end of a paragraph goes on into the next one only if that one opens with a
    quotation mark, as typesetters do; otherwise a closing mark is missing, and nobody can say where it belongs:
    the quotation is kept as not closed and ends with its paragraph, or where one opens that is closed. A single mark
    that nothing closes is an apostrophe or a transliterated letter, not a quotation.
    """
    found: list[Quotation] = []
    for at, block in enumerate(paragraphs):
        double = _double(text, block)
        single = _single(text, block, double)
        following = text[paragraphs[at + 1].start] if at + 1 < len(paragraphs) else ""
        goes_on = following != "" and following in f'{_OPENING}"‘'
        holders = [s.span for s in single]
        starts = [s.start for s in holders]
        outer = [q for q in double if not _inside(holders, starts, q.span.start)]
        kept = [q for q in (*(_cut(q, starts) for q in outer), *single) if q.closed or not q.single or following == "‘"]
        found.extend(q if q.closed or not goes_on else Quotation(q.span, True, q.single) for q in sorted(kept, key=lambda q: q.span.start))
    return found


def _double(text: str, block: Span) -> list[Quotation]:
    found, opened = [], None
    for match in _DOUBLE_MARK.finditer(text, block.start, block.end):
        mark, at = match[0], match.start()
        if mark in _OPENING or (mark == '"' and opened is None):
            if opened is None or at == block.start:
                opened = at
        elif (mark in _CLOSING or mark == '"') and opened is not None:
            found.append(Quotation(Span(opened, at + 1), True))
            opened = None
    if opened is not None:
        found.append(Quotation(Span(opened, block.end), False))
    return found


def _cut(open_one: Quotation, starts: Sequence[int]) -> Quotation:
    """A double quotation; one that is not closed ends where a single one opens."""
    following = bisect_left(starts, open_one.span.start)
    if open_one.closed or following == len(starts):
        return open_one
    return Quotation(Span(open_one.span.start, starts[following]), False)


def _single(text: str, block: Span, double: Sequence[Quotation]) -> list[Quotation]:
    """Quotations between single marks that stand inside no double ones.

    Behind a full stop or comma a mark surely closes. Behind a plural's `s` it is as likely an apostrophe ("the doctors’ strike"),
    and closes only where no surer mark follows and no sentence ends in between.
    """
    closed = [q.span for q in double if q.closed]
    starts = [s.start for s in closed]
    marks = [m.start() for m in _SINGLE_MARK.finditer(text, block.start, block.end) if not _inside(closed, starts, m.start())]
    found: list[Quotation] = []
    opened: int | None = None
    plural: int | None = None
    for at in marks:
        if opened is None:
            opened = at if _opens(text, at, block) else None
        elif _opens(text, at, block) and text[at] == "‘":
            if plural is not None:
                found.append(Quotation(Span(opened, plural + 1), True, True))
            opened, plural = at, None
        elif (closing := _closes(text, at, block)) == "surely":
            found.append(Quotation(Span(opened, at + 1), True, True))
            opened = plural = None
        elif closing == "perhaps" and plural is None and not re.search(r"[.!?]\s", text[opened:at]):
            plural = at
    if opened is not None and plural is not None:
        found.append(Quotation(Span(opened, plural + 1), True, True))
    elif opened is not None and text[opened] == "‘" and opened == block.start:
        found.append(Quotation(Span(opened, block.end), False, True))
    return found


def _inside(spans: Sequence[Span], starts: Sequence[int], at: int) -> bool:
    nearest = bisect_left(starts, at) - 1
    return nearest >= 0 and at < spans[nearest].end


def _opens(text: str, at: int, block: Span) -> bool:
    """Whether a single mark can open a quotation: at the front of a word that is no shortened one ("’90s", "‘em")."""
    if text[at] == "’" or at + 1 >= block.end:
        return False
    if at > block.start and not (text[at - 1].isspace() or text[at - 1] in "([—–-:"):
        return False
    word = _WORD_BEHIND.match(text, at + 1)
    if word is None:
        return text[at + 1] in '“"…(['
    return not (word.group().lower() in words("grammar", "shortened") or re.fullmatch(r"\d0s", word.group()))


def _closes(text: str, at: int, block: Span) -> str | None:
    if text[at] == "‘" or text[at - 1].isspace() or (at + 1 < block.end and text[at + 1].isalnum()):
        return None
    if text[at - 1] in "sS" and at + 1 < block.end and text[at + 1].isspace():
        return "perhaps"
    return "surely"
