"""How a cell is kept from being run as a formula by a spreadsheet, and given back as it was."""

import re

_RUNS = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
"""How a cell begins that a spreadsheet may run (OWASP, "CSV Injection"), whatever number of apostrophes is in front of it."""


def guarded(cell: str) -> str:
    """The cell with an apostrophe in front where a spreadsheet might run it; `unguarded` gives the cell back exactly."""
    return f"'{cell}" if _RUNS.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
