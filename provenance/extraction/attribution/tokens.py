"""Sentences as words with their places."""

import re
from collections.abc import Collection
from itertools import islice
from typing import NamedTuple

from provenance.language.remembered import Remembered
from provenance.model.text import Span

_TOKEN = re.compile(r"[^\W_]++(?:[’'‘`.\-–‑&][^\W_]++)*+|\S")
_STRAIGHT = str.maketrans("’‘", "''")


class Token(NamedTuple):
    """A word or a mark, with its place and what its shape tells."""

    text: str
    low: str
    """Lower case, with straight apostrophes; its length may differ from the text's."""
    start: int
    end: int
    is_word: bool
    is_capital: bool


def tokens_of(text: str, span: Span, quoting: Collection[int] = (), *, most: int | None = None) -> list[Token]:
    """The words and marks of a stretch of text, in order; with `most`, no more than so many of them.

    `quoting` holds the places of single marks that open or close a quotation: they are read as the double mark that they
    stand for, so that no rule takes them for an apostrophe.
    """
    found, make = [], Token._make
    for match in islice(_TOKEN.finditer(text, span.start, span.end), most):
        word, start, end = match[0], match.start(), match.end()
        if start in quoting:
            word = "“" if word == "‘" or (end < span.end and text[end].isalnum()) else "”"
        low, is_word, is_capital = _LOOKS[word]
        found.append(make((word, low, start, end, is_word, is_capital)))
    return found


def cut(token: Token, end: int) -> Token:
    """The token as far as a place that lies inside it."""
    text = token.text[: end - token.start]
    return token._replace(text=text, low=text.lower().translate(_STRAIGHT), end=end)


def _look(word: str) -> tuple[str, bool, bool]:
    """A word in lower case, whether it is one, and whether it has a capital."""
    return word.lower().translate(_STRAIGHT), word[0].isalnum(), word[0].isupper()


_LOOKS = Remembered(_look, 60_000)


def is_quotation_mark(token: Token) -> bool:
    """Whether the token is a double quotation mark, opening or closing."""
    return token.text in _MARKS


_MARKS = frozenset('“”«»„"')
