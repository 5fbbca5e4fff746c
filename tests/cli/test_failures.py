"""When something goes wrong a person reads one message; the technical text is kept for those who want it."""

from pathlib import Path

import pytest


def test_a_file_that_is_no_database_is_left_alone(run, db: Path) -> None:
    db.write_text("Notes of the editor, and no database.", encoding="utf-8")
    done = run("claims")
    assert done.code == 1
    assert "not a database" in done.err
    assert db.read_text(encoding="utf-8") == "Notes of the editor, and no database."


@pytest.mark.parametrize("command", ["claims", "sources", "undo", "tui"])
def test_no_command_shows_a_traceback(run, db: Path, command: str) -> None:
    db.mkdir()
    done = run(command)
    assert done.code == 1
    assert done.err.startswith("provenance: ")
    assert "Traceback" not in done.err


def test_a_method_file_that_cannot_be_used_is_named(taken_in, tmp_path: Path) -> None:
    bad = tmp_path / "method.toml"
    bad.write_text("version =", encoding="utf-8")
    done = taken_in("claims", before=("--method", str(bad)))
    assert done.code == 1
    assert "method.toml" in done.err


def test_what_was_not_foreseen_is_one_sentence_and_a_file(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.settings.seeds_folder", lambda: 1 / 0)
    done = run("demo", "--table")
    assert done.code == 1
    assert "ZeroDivisionError" in done.err
    assert "Traceback" not in done.err
    (saved,) = (tmp_path / "logs").iterdir()
    assert str(saved) in done.err
    assert "Traceback" in saved.read_text(encoding="utf-8")


def test_the_technical_text_can_be_asked_for(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.settings.seeds_folder", lambda: 1 / 0)
    monkeypatch.setenv("PROVENANCE_DEBUG", "1")
    assert "Traceback" in run("demo", "--table").err


def test_where_no_report_can_be_written_the_way_to_see_it_is_said(run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("provenance.settings.seeds_folder", lambda: 1 / 0)
    (tmp_path / "logs").write_text("a file where the folder should be", encoding="utf-8")
    assert "PROVENANCE_DEBUG=1" in run("demo", "--table").err


@pytest.mark.parametrize(
    "command",
    [
        ("claims",),
        ("show", "a"),
        ("explain", "a"),
        ("sources",),
        ("groups",),
        ("articles", "list"),
        ("articles", "withdraw", "a"),
        ("export",),
        ("review", "a", "--note", "seen"),
        ("undo",),
        ("redo",),
    ],
)
def test_a_slip_in_the_name_of_the_database_makes_no_empty_one(run, db: Path, command: tuple[str, ...]) -> None:
    done = run(*command)
    assert done.code == 1
    assert f"No database at {db}" in done.err
    assert "intake" in done.err
    assert not db.exists()
