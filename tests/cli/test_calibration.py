"""`provenance calibration` says how well scores foresaw verdicts, and says nothing on too few."""

import csv
import io
import json
from pathlib import Path

import pytest

from provenance.cli.reliability_diagram import ASCII, diagram
from provenance.scoring.calibration import Bin

OWN = """version = "desk-1"
extends = "packaged"
[calibration]
verdicts = { weight = 3, why = "A small desk." }
verdicts_of_kind = { weight = 1, why = "A small desk." }
"""


@pytest.fixture
def judged(taken_in, tmp_path: Path):
    """Every claim judged, at a desk whose own method is content with three verdicts."""
    own = tmp_path / "own.toml"
    own.write_text(OWN, encoding="utf-8")
    ids = [json.loads(line)["id"] for line in taken_in("claims", "--format", "jsonl").out.splitlines()]
    before = ("--method", str(own))
    for id_ in ids:
        taken_in("review", id_, "--verdict", "supported", before=before)
    return lambda *arguments: taken_in(*arguments, before=before)


def test_on_too_few_verdicts_nothing_is_said_of_the_scores(taken_in) -> None:
    one = json.loads(taken_in("claims", "--format", "jsonl", "--search", "trucks").out)
    taken_in("review", one["id"], "--verdict", "refuted")
    out = taken_in("calibration").out
    assert "Scores held against 1 verdict," in out
    assert "Too few to draw a conclusion: that takes 50" in out
    assert "Brier score" not in out
    assert "Supported" not in out


def test_a_verdict_that_was_undone_does_not_count_and_others_are_listed_as_left_out(taken_in) -> None:
    one = json.loads(taken_in("claims", "--format", "jsonl", "--search", "trucks").out)
    taken_in("review", one["id"], "--verdict", "refuted")
    taken_in("undo")
    assert "held against 0 verdicts" in taken_in("calibration").out
    taken_in("review", one["id"], "--verdict", "not_enough_evidence")
    out = taken_in("calibration").out
    assert "held against 0 verdicts" in out
    assert "1 with the verdict not enough evidence" in out


def test_enough_verdicts_are_drawn_with_their_figures(judged) -> None:
    out = judged("calibration").out
    assert "Brier score" in out
    assert "Expected calibration error" in out
    assert "● share of supported ones" in out
    assert "scored by method desk-1" in out
    assert "state agency" in out


def test_other_programs_get_the_same_figures(judged) -> None:
    lines = [json.loads(line) for line in judged("calibration", "--format", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(judged("calibration", "--format", "csv").out)))
    assert len(rows) == len(lines)
    assert lines[0]["part"] == "all"
    assert lines[0]["brier"] == float(rows[0]["brier"])
    assert sum(line["count"] for line in lines if line["part"] == "bin") == lines[0]["count"] >= 3


def test_the_diagram_is_drawn_in_ascii_where_the_terminal_knows_nothing_else() -> None:
    lines = list(diagram((Bin(0.0, 0.5, 3, 0.25, 0.75), Bin(0.5, 1.0, 0, None, None)), ASCII))
    assert all(line.isascii() for line in lines)
    drawn = lines[2][-41:]
    assert (drawn.index("|"), drawn.index("o")) == (10, 30)


def test_a_format_that_is_not_known_is_refused(taken_in) -> None:
    assert taken_in("calibration", "--format", "xml").code == 2
