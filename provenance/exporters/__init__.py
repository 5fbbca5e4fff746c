"""Claims leave the house: each exporter writes claim cards in one format.

To add one: a file here with a `write_…` function, and a line in `EXPORTERS`.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from provenance.exporters.csv_table import write_csv
from provenance.exporters.json_lines import write_json_lines
from provenance.model.queue import ClaimCard

Exporter = Callable[[Iterable[ClaimCard], TextIO], int]
"""Writes the cards and says how many they were."""

EXPORTERS: dict[str, Exporter] = {
    "csv": write_csv,
    "jsonl": write_json_lines,
}
