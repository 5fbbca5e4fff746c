"""`demo`, `tui` and `version`: the reports that come with the program, and the way into the interface."""

from pathlib import Path

import pytest

from provenance import __version__
from provenance.cli import main


def test_the_demonstration_prints_its_claims_where_there_is_no_terminal(run) -> None:
    done = run("demo")
    assert done.code == 0
    assert done.out.startswith("5 articles taken in")
    assert "(restated)" in done.out
    assert run("demo").out.startswith("0 articles taken in with 0 claims, 5 already there")


def test_the_demonstration_leaves_the_users_database_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROVENANCE_DB", str(tmp_path / "own.db"))
    with pytest.raises(SystemExit):
        main(["demo", "--table"])
    assert not (tmp_path / "own.db").exists()
    assert (tmp_path / "data" / "demo.db").exists()


def test_the_interface_says_that_it_needs_a_terminal(run) -> None:
    done = run("tui")
    assert done.code == 1
    assert "needs a terminal" in done.err


@pytest.mark.parametrize("arguments", [["version"], ["--version"]])
def test_the_version_is_that_of_the_package(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert not ended.value.code
    assert capsys.readouterr().out == f"{__version__}\n"
