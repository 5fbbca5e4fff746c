"""`method`: what is in force, whether a file can be used, and what it would change."""

import csv
import io
import json
import tomllib
from pathlib import Path

import pytest

from provenance.scoring import load_method

OWN = """version = "desk-1"
extends = "packaged"

[weights.naming]
anonymous = { weight = -2.5, why = "We were burnt by [bold]unnamed[/bold] voices." }
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


@pytest.mark.parametrize("command", [("method",), ("method", "show")])
def test_the_method_in_force_is_shown_whole_with_a_reason_for_every_figure(run, command) -> None:
    out = " ".join(run(*command).out.split())
    assert f"Method 1.2 ({load_method().digest}), {len(list(load_method().entries()))} figures." in out
    for key, figure in load_method().entries():
        assert key.rpartition(".")[2] in out
        assert " ".join(figure.why.split()) in out


def test_the_method_in_force_is_the_one_that_was_chosen(run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "[bold]unnamed[/bold]" in run("method", before=("--method", str(own))).out
    monkeypatch.setenv("PROVENANCE_METHOD", str(own))
    assert "Method desk-1" in run("method", "show").out


def test_the_method_as_toml_is_a_file_that_can_be_used(run, own: Path, tmp_path: Path) -> None:
    printed = run("method", "show", "--format", "toml", before=("--method", str(own))).out
    assert tomllib.loads(printed)["version"] == "desk-1"
    whole = tmp_path / "whole.toml"
    whole.write_text(printed, encoding="utf-8")
    assert load_method(whole) == load_method(own)


def test_every_figure_is_a_record_for_other_programs(run) -> None:
    lines = [json.loads(line) for line in run("method", "show", "--format", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(run("method", "show", "--format", "csv").out)))
    assert [line["key"] for line in lines] == [row["key"] for row in rows] == [entry.key for entry in load_method().entries()]
    assert all(line["why"] for line in lines)


def test_a_file_that_can_be_used_is_said_to_be_with_how_far_it_goes(run, own: Path) -> None:
    done = run("method", "check", own)
    assert done.code == 0
    assert f"{own} can be used: Method desk-1" in done.out
    assert "1 figure differs from the method in force." in done.out


def test_every_problem_of_a_file_is_a_sentence_with_file_line_and_key(run, own: Path) -> None:
    own.write_text(OWN.replace("-2.5", '"much"') + 'anonymus = { weight = 1.0, why = "\\u001b[31m" }\n', encoding="utf-8")
    done = run("method", "check", own)
    assert done.code == 1
    assert f"{own}, line 5, weights.naming.anonymous.weight: it should be a number and is 'much'.\n" in done.out
    assert f"{own}, line 6, weights.naming.anonymus: no such key is known; perhaps anonymous is meant.\n" in done.out


def test_a_file_changes_what_it_changes_figure_by_figure_and_in_how_many_claims_of_the_database(taken_in, own: Path) -> None:
    before = taken_in("claims", "--format", "jsonl").out
    out = taken_in("method", "diff", own).out
    assert "weights.naming.anonymous  -0.50 → -2.50\n" in out
    assert "    was: Nobody stands for it; the reader can neither ask nor judge." in out
    assert "    now: We were burnt by [bold]unnamed[/bold] voices.\n" in out
    assert "1 figure differs.\n" in out
    number = len(before.splitlines())
    assert f"In test.db, of {number} claims 2 would get another score, and 0 another grade. Nothing was changed." in out
    assert taken_in("claims", "--format", "jsonl").out == before


def test_a_difference_is_a_record_for_other_programs(run, own: Path) -> None:
    (record,) = [json.loads(line) for line in run("method", "diff", own, "--format", "jsonl").out.splitlines()]
    assert (record["key"], record["was"], record["now"]) == ("weights.naming.anonymous", -0.5, -2.5)
    assert record["why_now"].startswith("We were burnt")


def test_without_a_database_the_difference_is_shown_all_the_same(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from provenance.cli import main

    with pytest.raises(SystemExit) as ended:
        main(["method", "diff", str(own)])
    assert not ended.value.code
    out = capsys.readouterr().out
    assert "1 figure differs." in out
    assert "claims" not in out


def test_a_file_that_cannot_be_used_is_not_compared_and_the_old_method_stays_in_force(taken_in, own: Path) -> None:
    own.write_text("", encoding="utf-8")
    done = taken_in("method", "diff", own)
    assert done.code == 1
    assert "it is empty" in done.err
    assert "the method used so far stays in force" in done.err
    assert taken_in("claims").code == 0


@pytest.mark.parametrize("command", [("show",), ("diff", "own.toml")])
def test_a_format_that_is_not_known_is_refused(run, command) -> None:
    assert run("method", *command, "--format", "xml").code == 2
