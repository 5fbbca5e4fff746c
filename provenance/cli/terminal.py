"""What reaches the terminal: outside text made harmless and visible, messages on standard error, and plain tables."""

import io
import shutil
import sys
from collections.abc import Iterable, Sequence
from typing import TextIO, cast

_NAMED = {
    **{code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"},
    0x7F: "␡",
    **{code: f"⟨U+{code:04X}⟩" for code in (*range(0x80, 0xA0), 0x061C, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x2060, 0xFEFF)},
    **{code: f"⟨U+{code:04X}⟩" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    **{code: f"⟨U+{code:X}⟩" for code in range(0xE0000, 0xE0080)},
    **{code: f"⟨byte {code - 0xDC00:02X}⟩" for code in range(0xDC80, 0xDD00)},
    **{code: f"⟨U+{code:04X}⟩" for code in (*range(0xD800, 0xDC80), *range(0xDD00, 0xE000))},
}
"""Characters that steer a terminal or hide or turn text, by the signs shown for them. Joiners stay: Persian and Indic words need them."""


_CONTINUED = "    ⏎ "
_PAGE = 120
"""Columns of what goes into a pipe, which has no width; a page so wide holds a claim in two or three lines."""


def visible(text: str) -> str:
    """The text with control characters, escapes and marks that turn the direction of writing shown as signs; line ends and tabs stay."""
    return text.translate(_NAMED)


def on_one_line(text: str) -> str:
    """As `visible`, for the cell of a table: line ends and runs of white space become one space."""
    return visible(" ".join(text.split()))


def say(text: str = "") -> None:
    """Print a line of prose, always harmless, as a pipe may end in a pager; a line end inside it cannot pass for a line of its own."""
    print(visible(text).replace("\n", f"\n{_CONTINUED}"))


def tell(text: str) -> None:
    """Print a message for the person, not for the next program: to standard error, always harmless."""
    print(visible(text), file=sys.stderr)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]], *, wide: str, right: Sequence[str] = ()) -> None:
    """Print a table: the column `wide` takes what room is left, the others wrap. Nothing is cut off, and an empty column is left out."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else _PAGE, highlight=False, markup=False, emoji=False)
    cells = [[on_one_line(cell) for cell in row] for row in rows]
    filled = [at for at in range(len(headings)) if any(row[at] for row in cells)]
    table = Table(box=SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for heading in (headings[at] for at in filled):
        if heading == wide:
            table.add_column(heading, overflow="fold", ratio=1)
        else:
            width = max(12, console.width // 7)
            table.add_column(heading, overflow="fold", max_width=width, justify="right" if heading in right else "left")
    for row in cells:
        table.add_row(*(Text(row[at]) for at in filled))
    console.print(table)


def page_width() -> int:
    """How many columns a line of prose may take."""
    return shutil.get_terminal_size((_PAGE, 24)).columns if sys.stdout.isatty() else _PAGE


def counted(number: int, noun: str) -> str:
    """A number with its noun, which takes an s for more than one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


class _Harmless(io.TextIOBase):
    """Standard output for records that somebody looks at in a terminal."""

    def write(self, text: str) -> int:
        """Print the text with what would steer the terminal shown as signs."""
        return sys.stdout.write(visible(text.replace("\r\n", "\n")))


def exact_output() -> TextIO:
    """Standard output for records that a program reads: UTF-8 with line ends as they are written; harmless where it is a terminal."""
    if sys.stdout.isatty():
        return cast(TextIO, _Harmless())
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="", errors="strict")
    return sys.stdout


def forgiving_output() -> None:
    """Characters that the terminal's encoding lacks are escaped and never stop a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
