"""A real desk over a database of its own, and the app in front of it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from provenance.desk import Desk
from tui.app import ProvenanceApp

RIVER = """The dam on the river holds 40 million cubic metres of water, the energy ministry said on Monday.
An unnamed official told Reuters that repairs will take two years.
It is said that the contract went to a foreign company.
Reuters said citing an unnamed official that the turbines were sold in March.
According to estimates, about 3.000 people live below the dam.
It seems that the government wants to finish before winter.
"""
ECHO = """The dam on the river holds 40 million cubic metres of water, according to the energy ministry.
Repairs of the dam will take two years, Reuters said citing an unnamed official.
The town below the dam has no evacuation plan, the mayor's office said.
"""


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "valley.db"


@pytest.fixture
def open_desk(database: Path) -> Iterator[Callable[..., Desk]]:
    opened: list[Desk] = []

    def open_one(where: str | Path | None = None, reviewer: str = "reader") -> Desk:
        opened.append(Desk.open(where or database, reviewer=reviewer))
        return opened[-1]

    yield open_one
    for desk in opened:
        desk.close()


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, outlet, text in (("river", "afp", RIVER), ("echo", "dw", ECHO)):
        (folder / f"{name}.md").write_text(
            f"---\noutlet: {outlet}\ntitle: On the {name}\npublished: 2024-05-06\n---\n\n{text}", encoding="utf-8"
        )
    return folder


@pytest.fixture
def valley(open_desk: Callable[..., Desk], articles: Path) -> Desk:
    """A desk with two articles taken in."""
    desk = open_desk()
    desk.intake([articles])
    return desk


@pytest.fixture
def run_app(open_desk: Callable[..., Desk], database: Path) -> Callable[..., ProvenanceApp]:
    def app(*, ascii_only: bool = False, where: Path | None = None) -> ProvenanceApp:
        return ProvenanceApp(open_desk, where or database, ascii_only=ascii_only)

    return app
