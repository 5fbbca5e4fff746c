"""A desk over a database of its own, and two reports that go back to one agency."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from provenance.desk import Desk

AGENCY = """Water returns to Aleppo after pumping station is repaired

ALEPPO, Syria (SANA) – The pumping station at al-Khafsa resumed work on Sunday, the water ministry said.

"Every district will have water by Tuesday," the minister told SANA.

The station had stood still since early March.
"""
COPY = """Aleppo pumping station works again

QAMISHLI, Syria (North Press) – The pumping station at al-Khafsa resumed work on Sunday, the water ministry said, according to SANA.

Residents are waiting for the first deliveries.
"""
OTHER = """Pumping station in Aleppo restarts

Reuters - The pumping station at al-Khafsa resumed work on Sunday, two engineers at the site said.
"""


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "texts"
    folder.mkdir()
    found = {}
    for name, text in (("agency", AGENCY), ("copy", COPY), ("other", OTHER)):
        found[name] = folder / f"{name}.txt"
        found[name].write_text(text, encoding="utf-8")
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with Desk.open(tmp_path / "desk.db", reviewer="first reviewer") as opened:
        yield opened
