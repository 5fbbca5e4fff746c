"""Where a key stands in a TOML file, so that a message can name the line to mend."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_QUOTES = ('"""', "'''")


class Found(NamedTuple):
    """The line, from 1, of a beginning of a dotted key, and how many of its parts that line mentions."""

    line: int
    depth: int


def found_in(text: str, key: Sequence[str]) -> Found | None:
    """Where a text mentions the longest beginning of a dotted key.

    Reads table headers and `key = …` at the start of lines, which is how method files are written; keys inside an inline table
    are found by the line that holds it. What stands inside a string of several lines is passed over.
    """
    best: Found | None = None
    for number, here in _mentioned(text):
        if here == tuple(key[: len(here)]) and (best is None or len(here) > best.depth):
            best = Found(number, len(here))
    return best


def _mentioned(text: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Every table and key that a line begins with, as dotted parts."""
    table: tuple[str, ...] = ()
    inside = ""
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if not inside and stripped.startswith("["):
            table = _parts(stripped.strip("[").partition("]")[0])
            yield number, table
        elif not inside and "=" in stripped and not stripped.startswith("#"):
            yield number, table + _parts(stripped.partition("=")[0])
        inside = _open_string(line, inside)


def _open_string(line: str, inside: str) -> str:
    """The quotation marks of a string of several lines that is open at the end of this line; empty where none is."""
    at = 0
    while at < len(line):
        if inside:
            end = line.find(inside, at)
            if end < 0:
                return inside
            at, inside = end + len(inside), ""
        elif line[at] == "#":
            return ""
        elif line[at : at + 3] in _QUOTES:
            at, inside = at + 3, line[at : at + 3]
        elif line[at] in "\"'":
            at = _end_of_string(line, at)
        else:
            at += 1
    return inside


def _end_of_string(line: str, start: int) -> int:
    """Where a string of one line is over; the end of the line where it is never closed."""
    at = start + 1
    while at < len(line) and line[at] != line[start]:
        at += 2 if line[at] == "\\" and line[start] == '"' else 1
    return at + 1


def _parts(dotted: str) -> tuple[str, ...]:
    """The parts of a dotted key; a quoted part may hold points itself."""
    parts, quote, part = [], "", ""
    for sign in dotted.strip():
        if quote:
            quote, part = ("", part) if sign == quote else (quote, part + sign)
        elif sign in "\"'":
            quote = sign
        elif sign == ".":
            parts.append(part.strip())
            part = ""
        else:
            part += sign
    return (*parts, part.strip())
