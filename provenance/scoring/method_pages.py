"""Methods as people read them: a method whole as TOML, and what one changes against another, figure by figure."""

import json
import textwrap
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from provenance.scoring.figures import Weight
from provenance.scoring.method import Entry, Method


class Change(NamedTuple):
    """A figure in which two methods differ, or for which they give different reasons."""

    key: str
    was: Weight
    now: Weight

    @property
    def weighs_differently(self) -> bool:
        """Whether the figure itself differs, and not its reason alone."""
        return self.was.weight != self.now.weight


def changes(was: Method, now: Method) -> Iterator[Change]:
    """Every entry in which two methods differ, in the order of the published file."""
    after = {entry.key: entry.figure for entry in now.entries()}
    for key, before in was.entries():
        if before != after[key]:
            yield Change(key, before, after[key])


def figure(weight: float) -> str:
    """A figure as people read it: in the form of a weight where it can be one, whole numbers as they are."""
    return str(weight) if isinstance(weight, int) else f"{weight:.2f}" if round(weight, 2) == weight else f"{weight:g}"


def as_text(method: Method, width: int) -> Iterator[str]:
    """The lines of the whole method, table by table as in its file: key, figure, and why, on lines of so many columns."""
    at = 2 + max(len(_last(entry)) for entry in method.entries()) + 2
    for table, entries in groupby(method.entries(), key=_table):
        if table:
            yield from ("", f"[{table}]")
        for entry in entries:
            reference = f" ({entry.figure.reference})" if entry.figure.reference else ""
            why = textwrap.wrap(entry.figure.why + reference, max(20, width - at - 10)) or [""]
            yield f"{'  ' if table else ''}{_last(entry)}".ljust(at) + f"{figure(entry.figure.weight):>7}  {why[0]}"
            yield from (" " * (at + 9) + more for more in why[1:])


def as_toml(method: Method) -> str:
    """The whole method as a file that `load_method` reads back as it is."""
    pages = [f"version = {_quoted(method.version)}", ""]
    for table, entries in groupby(method.entries(), key=_table):
        found = list(entries)
        if table == "":  # `start` is a table of its own
            for entry in found:
                pages += [f"[{entry.key}]", *(f"{name} = {value}" for name, value in _fields(entry.figure)), ""]
            continue
        pages.append(f"[{table}]")
        pages += [f"{_last(entry)} = {{ {', '.join(f'{name} = {value}' for name, value in _fields(entry.figure))} }}" for entry in found]
        pages.append("")
    return "\n".join(pages)


def _table(entry: Entry) -> str:
    return entry.key.rpartition(".")[0]


def _last(entry: Entry) -> str:
    return entry.key.rpartition(".")[2]


def _fields(figure: Weight) -> Iterator[tuple[str, str]]:
    yield "weight", repr(figure.weight)
    yield "why", _quoted(figure.why)
    if figure.reference is not None:
        yield "reference", _quoted(figure.reference)


def _quoted(words: str) -> str:
    """Words as a TOML string: escaped like JSON, of which TOML takes every escape but that of characters beyond the first plane."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
