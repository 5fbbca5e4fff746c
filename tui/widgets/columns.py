"""The columns of the claim list: what stands in them, and how wide they are on a narrow and on a wide terminal."""

import re
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from provenance.model.chain import Standing
from provenance.model.queue import QueueEntry
from tui.look import SHORT_TYPE_WORDS, VERDICT_WORDS, Signs, standing_words, type_word
from tui.outside import one_line, plain_ascii

WIDE = 100
"""From this many cells on the standing is written out."""
LONGEST_SHOWN = 400
"""Characters of a claim that can ever matter in one row."""
MOST_IN_A_CELL = 9
_OF_FIGURES = "0123456789.,"
_FIGURES_GO_ON = re.compile(r"(?<=\d)[.,]\d")


@dataclass(frozen=True)
class Columns:
    """Widths in cells, the gap after each column included; what is left belongs to the claim."""

    mark: int
    grade: int
    standing: int
    outlet: int
    sourcing: int
    claim: int

    @classmethod
    def of(cls, width: int) -> "Columns":
        """The columns for a list of this width."""
        fixed = (7, 7, 17, 16, 23) if width >= WIDE else (7, 3, 3, 13, 11)
        return cls(*fixed, claim=max(1, width - sum(fixed) - 1))

    @property
    def wide(self) -> bool:
        """Whether the standing is written out."""
        return self.standing > 4


def count_sign(count: int, signs: Signs) -> str:
    """A count in one cell; more than nine is merely more."""
    return str(count) if count <= MOST_IN_A_CELL else signs.more


def fit(text: str, width: int, signs: Signs) -> str:
    """Text in exactly `width` cells, the last one free; what does not fit is cut and marked. Wide signs count as two.

    A number is shown whole or not at all: 3,000 cut to 3,00 would be another one.
    """
    room = max(0, width - 1)
    if cell_len(text) > room:
        kept = set_cell_size(text, max(0, room - 1)).rstrip()
        if text[len(kept) : len(kept) + 1].isdigit() or _FIGURES_GO_ON.match(text, len(kept)):
            kept = kept.rstrip(_OF_FIGURES).rstrip()
        text = kept + signs.more
    return text + " " * max(0, width - cell_len(text))


def heading(columns: Columns) -> list[tuple[str, str]]:
    """The line above the rows."""
    grade = "Grade" if columns.wide else "Gr"
    standing = "Standing" if columns.wide else "St"
    parts = (
        " " * columns.mark,
        grade.ljust(columns.grade),
        standing.ljust(columns.standing),
        "Outlet".ljust(columns.outlet),
        "Sourcing".ljust(columns.sourcing),
        "Claim",
    )
    return [("".join(parts), "heading")]


def row_parts(entry: QueueEntry, columns: Columns, signs: Signs, *, here: bool, marked: bool) -> list[tuple[str, str]]:
    """One row as pieces of text, each with the name of its ink. A judged row steps back."""
    judged = entry.verdict is not None
    ink = "muted" if judged else "text"
    show = plain_ascii if signs.ascii else str
    standing = signs.standing(entry.standing)
    if columns.wide:
        standing = f"{standing} {standing_words(entry, signs)}"
    elif entry.standing is Standing.ECHO:
        standing = f"{standing}{count_sign(entry.group_articles, signs)}"
    word, gap = (type_word(entry.sourcing_type), " ") if columns.wide else (SHORT_TYPE_WORDS[entry.sourcing_type], "")
    sourcing = word + (f"{gap}+{count_sign(entry.more_origins, signs)}" if entry.more_origins else "")
    return [
        (f" {signs.cursor if here else ' '}", "focus"),
        (_marks(entry, columns, signs, marked=marked), ink),
        (entry.grade.ljust(columns.grade), ink),
        (fit(standing, columns.standing, signs), "muted" if judged else entry.standing.value.replace("_", "-")),
        (fit(show(one_line(entry.outlet_name)), columns.outlet, signs), ink),
        (fit(sourcing, columns.sourcing, signs), "muted"),
        (fit(show(one_line(entry.text[:LONGEST_SHOWN])), columns.claim + 1, signs), ink),
    ]


def _marks(entry: QueueEntry, columns: Columns, signs: Signs, *, marked: bool) -> str:
    """Whether the row is marked, my verdict, and the verdict of another who differs."""
    mine = VERDICT_WORDS[entry.verdict][0] if entry.verdict is not None else signs.unreviewed
    others = {VERDICT_WORDS[verdict][0] for _, verdict in entry.other_verdicts} - {mine}
    theirs = f"/{min(others).lower()}" if others else ""
    return f"{signs.marked if marked else ' '}{mine}{theirs}".ljust(columns.mark - 2)
