"""Sentences as words with their places, and the stretches of a text that stand in quotation marks."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from provenance.model.text import Span

_TOKEN = re.compile(r"[^\W_]+(?:[’'‘`.\-–‑&][^\W_]+)*|\S")
_OPENING, _CLOSING = "“«„", "”»"


class Token(NamedTuple):
    """A word or a mark, with its place and what its shape tells."""

    text: str
    low: str
    """Lower case, with straight apostrophes; its length may differ from the text's."""
    start: int
    end: int
    is_word: bool
    is_capital: bool


def tokens_of(text: str, span: Span) -> list[Token]:
    """The words and marks of a stretch of text, in order."""
    found = []
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        first = word[0]
        found.append(Token(word, word.lower().replace("’", "'").replace("‘", "'"), match.start(), match.end(), first.isalnum(), first.isupper()))
    return found


@dataclass(frozen=True, slots=True)
class Quotation:
    """What stands between a pair of quotation marks, the marks included; it may hold several sentences."""

    span: Span
    closed: bool


def quotations(text: str, paragraphs: list[Span]) -> list[Quotation]:
    """The quotations of a text, in order.

    A quotation that is left open at the end of a paragraph goes on into the next one only if that one opens with a
    quotation mark, as typesetters do; otherwise a closing mark is missing, and nobody can say where it belongs:
    the quotation is kept as not closed and ends with its sentence-ending paragraph.
    """
    found: list[Quotation] = []
    for block in paragraphs:
        opened: int | None = None
        for at in range(block.start, block.end):
            mark = text[at]
            if mark in _OPENING or (mark == '"' and opened is None):
                if opened is None or at == block.start:
                    opened = at
            elif (mark in _CLOSING or mark == '"') and opened is not None:
                found.append(Quotation(Span(opened, at + 1), True))
                opened = None
        if opened is not None:
            found.append(Quotation(Span(opened, block.end), False))
    goes_on = {p.start: _opens_with_mark(text, p) for p in paragraphs}
    starts = sorted(goes_on)
    kept = []
    for quotation in found:
        if not quotation.closed:
            following = next((s for s in starts if s >= quotation.span.end), None)
            if following is not None and goes_on[following]:
                quotation = Quotation(quotation.span, True)
        kept.append(quotation)
    return kept


def _opens_with_mark(text: str, span: Span) -> bool:
    return text[span.start : span.start + 1] in (*_OPENING, '"')


def is_quotation_mark(token: Token) -> bool:
    """Whether the token is a double quotation mark, opening or closing."""
    return token.text in '“”«»„"'
