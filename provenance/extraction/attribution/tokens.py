"""Sentences as words with their places."""

import re
from collections.abc import Collection
from functools import partial
from itertools import islice
from typing import NamedTuple

from provenance.language.remembered import Remembered
from provenance.model.text import Span

_TOKEN = re.compile(r"\d{1,3}(?:,\d{3})++(?!\w)|[^\W_]++(?:[’'‘`.\-–‑&][^\W_]++)*+|\S")
_ARTICLE_AND_NAME = re.compile(r"(?:[ae][lnrstdz]|ash|ath|adh|ul)[-‑–][A-ZÀ-Þ]")  # "al-Assad", "ash-Shaykh"
_STRAIGHT = str.maketrans("’‘", "''")


class Token(NamedTuple):
    """A word or a mark, with its place and what its shape tells."""

    text: str
    low: str
    """Lower case, with straight apostrophes; its length may differ from the text's."""
    is_word: bool
    is_capital: bool
    start: int
    end: int


_token = partial(tuple.__new__, Token)
"""What `Token._make` does, without counting the fields: there are two dozen tokens to a sentence."""


def tokens_of(text: str, span: Span, quoting: Collection[int] = (), *, most: int | None = None) -> list[Token]:
    """The words and marks of a stretch of text, in order; with `most`, no more than so many of them.

    `quoting` holds the places of single marks that open or close a quotation: they are read as the double mark that they
    stand for, so that no rule takes them for an apostrophe.
    """
    found = islice(_TOKEN.finditer(text, span.start, span.end), most)
    if not quoting:
        return list(map(_token, [_LOOKS[match[0]] + match.span() for match in found]))
    looks = [_LOOKS[_as_double(text, match, span.end) if match.start() in quoting else match[0]] + match.span() for match in found]
    return list(map(_token, looks))


def _as_double(text: str, mark: "re.Match[str]", end: int) -> str:
    """The double mark that a single one stands for: one in front of a letter opens."""
    opens = mark[0] == "‘" or (mark.end() < end and text[mark.end()].isalnum())
    return "“" if opens else "”"


def cut(token: Token, end: int) -> Token:
    """The token as far as a place that lies inside it."""
    text = token.text[: end - token.start]
    return token._replace(text=text, low=text.lower().translate(_STRAIGHT), end=end)


def _look(word: str) -> tuple[str, str, bool, bool]:
    """A word, the same in lower case, whether it is one, and whether it has a capital."""
    low = word.lower() if word.isascii() else word.lower().translate(_STRAIGHT)
    return word, low, word[0].isalnum(), word[0].isupper() or _ARTICLE_AND_NAME.match(word) is not None


_LOOKS = Remembered(_look, 60_000)


def is_quotation_mark(token: Token) -> bool:
    """Whether the token is a double quotation mark, opening or closing."""
    return token.text in _MARKS


_MARKS = frozenset('“”«»„"')
