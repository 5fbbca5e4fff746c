"""What stands around a name in a text: whether it is a word by itself, and whether the words there speak of an outlet."""

import re
from typing import NamedTuple

from provenance.model.text import Span
from provenance.registry.spelling import fold

_REACH = 60
"""Characters on either side that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_WORD_AFTER = re.compile(r"(?:['’]s)?[ \u00a0]([^\W\d_]+)")


class Wording(NamedTuple):
    """How an ambiguous name is recognised in running text; `[in_text]` in `seeds/outlets.toml` explains the three."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_outlets: tuple[str, ...] = ()


def stands_alone(text: str, here: Span) -> bool:
    """Whether the name is no part of a longer word, a handle or a hashtag."""
    before = text[here.start - 1] if here.start else " "
    after = text[here.end] if here.end < len(text) else " "
    return not (before.isalnum() or before in "@#_" or after.isalnum() or after == "_")


def speaks_of_an_outlet(text: str, here: Span, wording: Wording) -> bool:
    """Whether the words around an ambiguous name, or its place, show that it is an outlet's.

    They do where the name is alone on its line, in brackets as an agency's credit, beside a word such as "told" or "reported",
    or, with its own capital article ("The Times"), in the middle of a sentence; never where it opens a longer proper name.
    """
    before, after = _line_around(text, here)
    next_word = _WORD_AFTER.match(after)
    if next_word and fold(next_word.group(1)) in wording.after:
        return True
    if next_word and next_word.group(1)[0].isupper():
        return False
    if not before.strip() and not after.strip(" \u00a0.:|-–—"):
        return True
    if before.endswith(("(", "/")) and after.startswith((")", "/", ",")):
        return True
    if here.within(text).startswith("The ") and before.rstrip(" \u00a0")[-1:].isalnum():
        return True
    words = [fold(word) for word in _WORD.findall(before)]
    words = words[:-1] if words[-1:] == ["the"] else words
    return any(" ".join(words[-n:]) in wording.before for n in (1, 2) if words[-n:])


def _line_around(text: str, here: Span) -> tuple[str, str]:
    line_start = text.rfind("\n", max(0, here.start - _REACH), here.start) + 1
    line_end = text.find("\n", here.end, here.end + _REACH)
    before = text[max(line_start, here.start - _REACH) : here.start]
    return before, text[here.end : here.end + _REACH if line_end < 0 else line_end]
