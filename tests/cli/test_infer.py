"""`provenance sources infer` suggests whom to believe from the claims alone, and suggests nothing on too little."""

import csv
import io
import json
from pathlib import Path

import pytest

EVENTS = (
    ("a roadside bomb", "Daraa"),
    ("a warehouse fire", "Latakia"),
    ("an air strike", "Idlib"),
    ("a bus crash", "Homs"),
    ("a building collapse", "Aleppo"),
    ("a boat accident", "Tartus"),
    ("an artillery attack", "Raqqa"),
    ("a mine explosion", "Palmyra"),
    ("a flash flood", "Hasakah"),
    ("a prison riot", "Qamishli"),
    ("a market bombing", "Afrin"),
    ("a landslide", "Salamiyah"),
)
OUTLETS = ("reuters", "anadolu", "north-press", "sana", "baladi-news")


def count(event: int, outlet: str) -> int:
    """How many an outlet counts: the last two agree on what nobody else says, the others are wrong one at a time."""
    if outlet in OUTLETS[3:]:
        return 70 + event
    return 12 + event + (9 if event % 5 == OUTLETS.index(outlet) else 0)


@pytest.fixture
def told(run, tmp_path: Path):
    """Twelve events, each told by five outlets with different numbers."""
    lines = [
        {"id": f"{n}-{outlet}", "outlet": outlet, "published": "2023-05-21", "text": f"News\n\n{count(n, outlet)} people were killed by "
         f"{what} in {where} on Sunday.\n"}
        for n, (what, where) in enumerate(EVENTS)
        for outlet in OUTLETS
    ]  # fmt: skip
    file = tmp_path / "news.jsonl"
    file.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    assert run("intake", file).code == 0
    return run


def records(run, part: str) -> list[dict[str, object]]:
    found = [json.loads(line) for line in run("sources", "infer", "--format", "jsonl").out.splitlines()]
    return [record for record in found if record["part"] == part]


def test_each_matter_is_shown_with_a_suggested_value_its_probability_and_who_says_what(told) -> None:
    out = told("sources", "infer").out
    assert "A suggestion from the claims alone, not a verdict; no score moves by it. It rests on 12 matters" in out
    assert "quantity (person/kill)" in out
    assert "perhaps" in out
    assert "SANA" in out


def test_two_who_share_what_nobody_else_says_are_suspected_with_the_values_that_they_share(told) -> None:
    (pair,) = records(told, "copying")
    assert pair["sources"] == ["baladi-news", "sana"]
    assert pair["same"] == 12
    assert all(f": {count(n, 'sana')}" in str(pair["value"]) for n in range(12))
    assert "Who seems to copy" in told("sources", "infer").out


def test_the_suspected_copy_counts_for_little_so_that_the_others_are_believed(told) -> None:
    believed = [int(str(record["value"])) for record in records(told, "value") if record["suggested"]]
    assert len(believed) == 12
    assert max(believed) < 70
    accuracy = {record["sources"][0]: record["accuracy"] for record in records(told, "source")}  # type: ignore[index]
    assert min(accuracy[key] for key in OUTLETS[:3]) > max(accuracy[key] for key in OUTLETS[3:])  # type: ignore[type-var]


def test_no_score_and_no_verdict_moves_by_a_suggestion(told) -> None:
    before = told("claims", "--format", "csv").out
    told("sources", "infer")
    assert told("claims", "--format", "csv").out == before


def test_on_too_few_matters_nothing_is_suggested(taken_in) -> None:
    done = taken_in("sources", "infer")
    assert (done.code, done.out) == (0, "")
    assert "Nothing is suggested: sources tell 0 matters differently here, and it takes 10" in done.err
    assert taken_in("sources", "infer", "--format", "jsonl").out == ""


def test_other_programs_get_every_row_however_few_are_shown(told) -> None:
    done = told("sources", "infer", "--limit", "1")
    assert "1 of 12; --limit 12 lists all." in done.err
    rows = list(csv.DictReader(io.StringIO(told("sources", "infer", "--limit", "1", "--format", "csv").out)))
    assert sum(row["suggested"] == "True" for row in rows) == 12
