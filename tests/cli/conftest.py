"""The command line as its users meet it: arguments in, output, messages and exit code out, over a real database."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from provenance.cli import main

AGENCY = """Bridge over the river reopens

DAMASCUS, Syria (Reuters) – The bridge over the river reopened on Friday, the state news agency SANA reported.

A ministry official told Reuters that 300 trucks had crossed it by noon.

It is said that the bridge will close again.
"""
COPY = """Bridge reopens

BALADI NEWS

The bridge over the river reopened on Friday, the state news agency SANA reported.

The mayor denied that it had ever been closed.
"""


class Done(NamedTuple):
    """How a command ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def own_places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets the database, name or folders of whoever runs it."""
    for variable in ("PROVENANCE_DB", "PROVENANCE_METHOD", "PROVENANCE_DEBUG"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("PROVENANCE_REVIEWER", "tester")
    monkeypatch.setattr("provenance.settings.data_folder", lambda: tmp_path / "data")
    monkeypatch.setattr("provenance.settings.log_folder", lambda: tmp_path / "logs")


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Where the database of this test lies."""
    return tmp_path / "test.db"


@pytest.fixture
def run(db: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command over the test's database."""

    def run_command(*arguments: str | Path, before: tuple[str, ...] = ()) -> Done:
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main(["--db", str(db), *before, *map(str, arguments)])
        out, err = capsys.readouterr()
        code = ended.value.code
        return Done(code if isinstance(code, int) else 0, out, err)

    return run_command


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles, one of which repeats what the other has from an agency."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "agency.txt").write_text(AGENCY, encoding="utf-8", newline="")
    (folder / "copy.txt").write_text(COPY, encoding="utf-8", newline="")
    return folder


@pytest.fixture
def taken_in(run: Run, articles: Path) -> Run:
    """As `run`, with both articles in the database."""
    assert run("intake", articles).code == 0
    return run
