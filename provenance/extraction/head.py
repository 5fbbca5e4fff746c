"""The head of a page: which line above the running text is the headline, and which are menus of the site around the article.

A headline shares its words with the text below it; a menu is a run of short names of sections that says nothing.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from provenance.extraction.furniture import furniture
from provenance.extraction.layout import Block, Shape
from provenance.language.datelines import opens_with_clock
from provenance.language.remembered import Remembered

_WORD = re.compile(r"[^\W_][\w’'-]*")
_COLUMNS = re.compile(r"\s{2,}|\t|\s?[|•·›»/]\s?")
_PLACE = re.compile(r"\A[A-Z][A-Z ,.’'-]{2,60}(?:\([^()\n]{2,40}\)\s)?\s?[-–—]{1,2}\s")
_STEM = 5
"""So many letters of a word tell it apart from others and not from its own other forms: "flood", "floods", "flooded"."""
_BODY_BLOCKS = 8
_WEAK = 0.4
"""A line that shares less than this part of what the best line shares is none of the article."""


def head_of(page: Sequence[Block]) -> Sequence[Block]:
    """The blocks above the running text."""
    return page[: next((i for i, b in enumerate(page) if b.shape is Shape.BODY), 0)]


def headline(page: Sequence[Block], is_name: Callable[[str], bool]) -> int | None:
    """Which block is the headline: the first of the lines above the body that share words with it; else the lowest that is no menu.

    `is_name` tells that a line is an outlet's name and so no headline.
    """
    head = head_of(page)[: _first_entry(page)]
    known = _stems_of_body(page)
    lines = [
        (i, shared(block.text, known))
        for i, block in enumerate(head)
        if block.shape in (Shape.SHORT, Shape.QUESTION) and block.words >= 3 and not menu(block, known) and not is_name(block.text)
    ]
    best = max((share for _, share in lines), default=0.0)
    if not best:
        return lines[-1][0] if lines else None
    return next(i for i, share in lines if share >= _WEAK * best)


def _first_entry(page: Sequence[Block]) -> int | None:
    """Where the entries of a live page begin, each with its time of day; their headlines are not the page's. None on other pages."""
    entries = [i for i, block in enumerate(page) if opens_with_clock(block.text)]
    return entries[0] if len(entries) > 1 else None


def menus(page: Sequence[Block]) -> frozenset[int]:
    """The blocks of the head that are menus."""
    known = _stems_of_body(page)
    return frozenset(i for i, block in enumerate(head_of(page)) if block.shape is Shape.SHORT and menu(block, known))


def menu(block: Block, body: frozenset[str]) -> bool:
    """Whether a line is a run of sections and services of a site: "World Business Markets More"."""
    if block.finished or shared(block.text, body) > 0.5:
        return False
    words = _WORD.findall(block.text)
    names = [w for w in words if w.lower() not in furniture().small_words]
    sections = sum(w.lower() in furniture().menu_words for w in names)
    if len(names) < 2 or not all(any(c.isupper() for c in w) for w in names):
        return False
    columns = [c for c in _COLUMNS.split(block.text.strip()) if c]
    if len(columns) >= 3 and sections and all(len(c.split()) <= 3 for c in columns):
        return True
    return sections == len(names) if len(names) == 2 else sections >= 0.6 * len(names)


def shared(line: str, body: frozenset[str]) -> float:
    """The share of a line's telling words that the running text uses, 0 to 1."""
    stems = telling_stems(line)
    return len(stems & body) / len(stems) if stems else 0.0


def _stems_of_body(page: Sequence[Block]) -> frozenset[str]:
    text = [b.text for b in page if b.shape is Shape.BODY][:_BODY_BLOCKS]
    return telling_stems(" ".join(_PLACE.sub("", words, count=1) for words in text))


@lru_cache(maxsize=64)
def telling_stems(words: str) -> frozenset[str]:
    """The beginnings of the words that tell something, small words left out."""
    return frozenset(map(_STEMS.__getitem__, _WORD.findall(words))) - {""}


def _stem_of(word: str) -> str:
    """The beginning of a word that tells something, else nothing."""
    low = word.lower()
    tells = (len(word) > 2 or word.isupper() or word[0].isdigit()) and low not in furniture().small_words
    return low[:_STEM] if tells else ""


_STEMS = Remembered(_stem_of, 60_000)
