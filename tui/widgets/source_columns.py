"""The columns of the list of sources, on a narrow and on a wide terminal."""

from dataclasses import dataclass

from provenance.model.queue import SourceSummary
from tui.look import Signs
from tui.outside import one_line, plain_ascii
from tui.widgets.columns import LONGEST_SHOWN, WIDE, fit
from tui.widgets.row_list import Parts

MOST = 9999
"""Counts beyond this are shown as this many and a sign for more."""


@dataclass(frozen=True)
class SourceColumns:
    """Widths in cells, the gap after each column included; what is left belongs to what the letter rests on."""

    mark: int
    name: int
    kind: int
    owner: int
    letter: int
    count: int
    echoes: int
    basis: int

    @classmethod
    def of(cls, width: int) -> "SourceColumns":
        """The columns for a list of this width."""
        fixed = (3, 22, 17, 20, 3, 6, 6) if width >= WIDE else (3, 17, 11, 0, 3, 6, 6)
        mark, name, kind, owner, letter, count, echoes = fixed
        return cls(*fixed, basis=max(1, width - mark - name - kind - owner - letter - 4 * count - echoes - 1))


def source_heading(columns: SourceColumns) -> Parts:
    """The line above the sources."""
    words = (
        " " * columns.mark,
        "Source".ljust(columns.name),
        "Kind".ljust(columns.kind),
        "Owner".ljust(columns.owner)[: columns.owner],
        "Claim".rjust(columns.count - 1) + " ",
        "Supp".rjust(columns.count - 1) + " ",
        "Ref".rjust(columns.count - 1) + " ",
        "Open".rjust(columns.count - 1) + " ",
        "Echo".rjust(columns.echoes - 1) + " ",
        "L".ljust(columns.letter),
        "because",
    )
    return [("".join(words), "heading")]


def source_parts(source: SourceSummary, columns: SourceColumns, signs: Signs, *, here: bool) -> Parts:
    """One source as pieces of text, each with the name of its ink. A stale letter carries a mark."""
    show = plain_ascii if signs.ascii else str
    echoes = f"{source.echoes / source.published:.0%}" if source.published else ""
    counts = (source.claims, source.supported, source.refuted, source.open)
    return [
        (f" {signs.cursor if here else ' '} ", "focus"),
        (fit(show(one_line(source.name[:LONGEST_SHOWN])), columns.name, signs), "text"),
        (fit(source.kind.replace("_", " "), columns.kind, signs), "muted"),
        (fit(show(one_line((source.owner or "")[:LONGEST_SHOWN])), columns.owner, signs) if columns.owner else "", "muted"),
        ("".join(_count(count, columns.count, signs) for count in counts), "text"),
        (echoes.rjust(columns.echoes - 1) + " ", "muted"),
        ((source.letter + ("?" if source.stale else "")).ljust(columns.letter), "text"),
        (fit(show(one_line(source.letter_basis[:LONGEST_SHOWN])), columns.basis + 1, signs), "muted"),
    ]


def _count(count: int, width: int, signs: Signs) -> str:
    shown = str(count) if count <= MOST else f"{MOST}{signs.more}"
    return shown.rjust(width - 1)[: width - 1] + " "
