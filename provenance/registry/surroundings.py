"""What stands around a name in a text: whether it is a word by itself, and whether the words there speak of an outlet."""

import re
from typing import NamedTuple

from provenance.model.text import Span
from provenance.registry.spelling import fold, spoken

_REACH = 60
"""Characters on either side that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_DASH_AFTER_BRACKET = re.compile(r"\)[ \u00a0]*[-–—]")
_SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", "'")
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
    or, with its own capital article ("The Times"), in the middle of a sentence; never inside a longer proper name.
    """
    before, after = _line_around(text, here)
    next_word = _WORD_AFTER.match(after)
    words = _WORD.findall(before)
    if words[-1:] in (["the"], ["The"]):
        words.pop()
    told = any(fold(" ".join(words[-n:])) in wording.before for n in (1, 2) if words)
    name = here.within(text)
    if before[-1:] in (" ", "\u00a0") and words and words[-1][0].isupper() and before.rstrip().endswith(words[-1]):
        return told or (name.isupper() and _follows(next_word, wording))  # the end of a longer proper name: "Michael Bloomberg"
    if next_word and next_word.group(1)[0].isupper() and not _follows(next_word, wording):
        return False
    if not before.strip() and not after.strip(" \u00a0.:|-–—"):
        return True
    if before.endswith("("):
        opening = before[:-1].rstrip()
        return bool(_DASH_AFTER_BRACKET.match(after)) or (after.startswith(")") and (not opening or opening.endswith(_SENTENCE_ENDS)))
    with_article = name.startswith("The ") and before.rstrip(" \u00a0")[-1:].isalnum()
    return told or with_article or _follows(next_word, wording)


def stands_for_another(text: str, acronym: str, names: frozenset[str]) -> bool:
    """Whether the text itself introduces the acronym as short for something that is not one of these names (as they are spoken).

    "The Congressional Black Caucus (CBC)" takes the CBC away from the broadcaster for the whole text.
    """
    place = text.find(f"({acronym})")
    while place >= 0:
        words = list(_WORD.finditer(text, max(0, place - 2 * _REACH), place))
        capitals = [word for word in words if word.group()[0].isupper()][-len(acronym) :]
        if "".join(word.group()[0] for word in capitals) == acronym:
            return spoken(text[capitals[0].start() : place]) not in names
        place = text.find(f"({acronym})", place + 1)
    return False


def _follows(next_word: re.Match[str] | None, wording: Wording) -> bool:
    return next_word is not None and fold(next_word.group(1)) in wording.after


def _line_around(text: str, here: Span) -> tuple[str, str]:
    line_start = text.rfind("\n", max(0, here.start - _REACH), here.start) + 1
    line_end = text.find("\n", here.end, here.end + _REACH)
    before = text[max(line_start, here.start - _REACH) : here.start]
    return before, text[here.end : here.end + _REACH if line_end < 0 else line_end]
