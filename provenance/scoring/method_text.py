"""The text of a method file and of those that it extends: read with care, laid over each other, and found again by key."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from provenance.scoring.places import found_in

PACKAGED = Path(__file__).with_name("method.toml")

LARGEST = 1_000_000
"""Bytes of the largest method file that is read. The published one has under 20,000."""


_LINE = re.compile(r"\(at line (\d+), column \d+\)$")
"""Where a TOML error says that it lies."""

_FIELDS = ("weight", "why", "reference")
"""What stands in a figure."""


class Problem(NamedTuple):
    """Why a method file cannot be used, and where."""

    file: str
    what: str
    line: int | None = None
    key: str = ""

    @property
    def place(self) -> str:
        """File, line and key, as people look them up."""
        return ", ".join((self.file, *([f"line {self.line}"] if self.line else []), *([self.key] if self.key else [])))

    def __str__(self) -> str:
        """One sentence: the place, and what is wrong there."""
        return f"{self.place}: {self.what}."


class Unreadable(Exception):
    """A method file that gives no tables at all."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class MethodText(NamedTuple):
    """The tables of a method file with those that it extends, and the texts, the uppermost file first."""

    tables: dict[str, Any]
    texts: dict[str, str]

    def problem(self, keys: Sequence[tuple[str, ...]], what: str) -> Problem:
        """The problem with the first of these keys that the uppermost file mentions: there it is to be mended."""
        _, _, _, name, key = min(
            (self._missing(text, key), order, rank, name, key)
            for order, (name, text) in enumerate(self.texts.items())
            for rank, key in enumerate(keys)
        )
        found = found_in(self.texts[name], key)
        return Problem(name, what, found.line if found else None, ".".join(key))

    def _missing(self, text: str, key: tuple[str, ...]) -> int:
        """How many parts of a figure's key a text does not mention. A figure is replaced whole, so what stands in it does not count."""
        figure = key[:-1] if len(key) > 1 and key[-1] in _FIELDS else key
        found = found_in(text, figure)
        return len(figure) - (found.depth if found else 0)


def read_method(path: Path) -> MethodText:
    """The tables of a method file, laid over those of the file that it extends. Raises Unreadable."""
    texts: dict[str, str] = {}
    return MethodText(_read(path, texts, ()), texts)


def _read(path: Path, texts: dict[str, str], below: tuple[Path, ...]) -> dict[str, Any]:
    name = str(path)
    place = _found(path)
    if place in below:
        raise Unreadable(Problem(name, "it extends itself, by way of " + ", ".join(each.name for each in below)))
    texts[name] = _text(path)
    tables = _tables(name, texts[name])
    if "extends" not in tables:
        return tables
    base = tables.pop("extends")
    if not isinstance(base, str) or not base.strip():
        raise _refused(name, texts, "extends", 'it should say "packaged" or name another method file')
    if "version" not in tables:
        raise Unreadable(Problem(name, "it has no version of its own, so its scores could not be told from those of the method it extends"))
    extended = PACKAGED if base == "packaged" else path.parent / base
    return _laid_over(_read(extended, texts, (*below, place)), tables)


def _found(path: Path) -> Path:
    """The file behind a path. Raises Unreadable for what is none, so that nothing is waited for that never ends."""
    name = str(path)
    try:
        place = path.resolve(strict=True)
        size = place.stat().st_size
    except OSError as error:
        raise Unreadable(Problem(name, f"it cannot be read ({error.strerror})")) from error
    except (ValueError, RuntimeError) as error:  # a NUL in the name; links that go round in a circle
        raise Unreadable(Problem(name, f"it cannot be read ({error})")) from error
    if place.is_dir():
        raise Unreadable(Problem(name, "it is a folder, not a file"))
    if not place.is_file():
        raise Unreadable(Problem(name, "it is no ordinary file"))
    if size > LARGEST:
        raise Unreadable(Problem(name, f"it has {size:,} bytes, and no method file has more than {LARGEST:,}"))
    return place


def _text(path: Path) -> str:
    try:
        return path.read_bytes()[: LARGEST + 1].decode("utf-8-sig")
    except OSError as error:
        raise Unreadable(Problem(str(path), f"it cannot be read ({error.strerror})")) from error
    except UnicodeDecodeError as error:
        raise Unreadable(Problem(str(path), f"it is not UTF-8 text (byte {error.start})")) from error


def _tables(name: str, text: str) -> dict[str, Any]:
    try:
        tables = tomllib.loads(text)
    except RecursionError as error:
        raise Unreadable(Problem(name, "it is not TOML that can be read: its brackets stand too deep in each other")) from error
    except ValueError as error:  # also a number with more digits than Python takes
        line = _LINE.search(str(error))
        raise Unreadable(Problem(name, f"it is not TOML: {error}", int(line[1]) if line else None)) from error
    if not tables:
        raise Unreadable(Problem(name, "it is empty"))
    return tables


def _refused(name: str, texts: dict[str, str], key: str, what: str) -> Unreadable:
    found = found_in(texts[name], (key,))
    return Unreadable(Problem(name, what, found.line if found else None, key))


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Tables merged key by key; an entry that holds a figure is replaced whole, its reason included."""
    merged = dict(below)
    for key, value in above.items():
        lower = below.get(key)
        merge = isinstance(value, dict) and isinstance(lower, dict) and "weight" not in value
        merged[key] = _laid_over(lower, value) if merge and isinstance(lower, dict) else value
    return merged
