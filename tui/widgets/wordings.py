"""Two wordings side by side, with the words marked in which they differ."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import islice, zip_longest

from textual.content import Content
from textual.content import Span as Styled

from provenance.model.chain import Standing
from provenance.model.text import Span
from tui.look import Signs, standing_style
from tui.outside import one_line, outside
from tui.widgets.pane import hanging

DIFFERS = f"bold underline {standing_style(Standing.CONTESTED)}"
"""A word that the other wording lacks; underlined, for where there is no colour."""
MOSTLY = "bold underline"
"""The same where most words differ: a colour all over stands out nowhere."""
GAP = 3
"""Cells between the two wordings."""
NARROWEST = 24
"""Cells that a wording needs beside another; with less room they stand one below the other."""
WORDS_COMPARED = 400
"""Words of a wording that are compared; nobody looks for a difference further on, and comparing takes the square of it."""
_WORD = re.compile(r"\w+(?:[.,:'’]\w+)*")


def differing(one: str, other: str) -> tuple[list[Span], list[Span]]:
    """Where each of two wordings has words that the other lacks; case does not count.

    Where both have the same words, those that stand in another order: who did it to whom.
    """
    ours, theirs = _words(one), _words(other)
    lacking = [_without(ours, theirs), _without(theirs, ours)]
    if any(lacking):
        return lacking[0], lacking[1]
    here, there = [word for word, _ in ours], [word for word, _ in theirs]
    steps = [step for step in SequenceMatcher(None, here, there, autojunk=False).get_opcodes() if step[0] != "equal"]
    return (
        [place for _, start, end, _, _ in steps for _, place in ours[start:end]],
        [place for _, _, _, start, end in steps for _, place in theirs[start:end]],
    )


def _words(text: str) -> list[tuple[str, Span]]:
    return [(word.group().casefold(), Span(*word.span())) for word in islice(_WORD.finditer(text), WORDS_COMPARED)]


def _without(these: Sequence[tuple[str, Span]], others: Sequence[tuple[str, Span]]) -> list[Span]:
    known = {word for word, _ in others}
    return [place for word, place in these if word not in known]


def side_by_side(one: Content, other: Content, width: int, signs: Signs) -> list[Content]:
    """Two pieces of text in two columns, or one below the other where there is no room for both."""
    room = (width - GAP) // 2
    if room < NARROWEST:
        return [*hanging(one, 0, width), Content(""), *hanging(other, 0, width)]
    columns = (hanging(one, 0, room), hanging(other, 0, room))
    rule = " | " if signs.ascii else " │ "
    return [_line(left, right, room, rule) for left, right in zip_longest(*columns, fillvalue=Content(""))]


def _line(left: Content, right: Content, room: int, rule: str) -> Content:
    return Content.assemble(left.pad_right(max(0, room - left.cell_length)), (rule, "$frame"), right)


def wordings(ours: str, theirs: str, width: int, signs: Signs) -> list[Content]:
    """Two claims as published, side by side, with what differs marked."""
    first, second = differing(ours, theirs)
    words = len(_words(ours)) + len(_words(theirs))
    style = DIFFERS if 2 * (len(first) + len(second)) <= words else MOSTLY
    return side_by_side(_marked(ours, first, style, signs), _marked(theirs, second, style, signs), width, signs)


def _marked(text: str, places: Sequence[Span], style: str, signs: Signs) -> Content:
    return Content(outside(one_line(text), signs), [Styled(place.start, place.end, style) for place in places])
