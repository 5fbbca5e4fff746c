"""`show` tells what is suspected, what changed from report to report, and what would settle a claim."""

import json
from pathlib import Path

import pytest

REPORTS = [
    (
        "bbc",
        "2020-01-14",
        "The intelligence chiefs of Norway and Chile met in Oslo on 13 January, possibly for four hours, an official told Reuters.",
    ),
    ("cnn", "2020-01-15", "The intelligence chiefs of Norway and Chile met in Oslo on 13 January for four hours."),
    ("dw", "2020-01-16", "The intelligence chiefs of Norway and Chile met in Oslo on 12 January, the Norwegian foreign ministry said."),
]


@pytest.fixture
def shown(run, tmp_path: Path) -> str:
    file = tmp_path / "reports.jsonl"
    lines = [json.dumps({"id": outlet, "outlet": outlet, "published": day, "text": text}) for outlet, day, text in REPORTS]
    file.write_text("\n".join(lines), encoding="utf-8")
    run("intake", file)
    claims = [json.loads(line) for line in run("claims", "--format", "jsonl").out.splitlines()]
    return run("show", next(claim["id"] for claim in claims if claim["text"] == REPORTS[1][2])).out


def test_a_suspected_echo_stands_with_both_texts_and_as_inferred(shown: str) -> None:
    part = shown.partition("Suspected echoes (inferred from the words)")[2].partition("\n\n")[0]
    assert REPORTS[0][2] in part
    assert REPORTS[1][2] in part
    assert "published before, attributes to an official" in part


def test_what_changed_on_the_way_is_told_with_the_words_of_both(shown: str) -> None:
    part = shown.partition("What changed on the way")[2].partition("\n\n")[0]
    assert "hedge: “possibly” was lost" in part
    assert "source: “an official” was lost: no source is named" in part


def test_what_would_settle_it_is_told_with_its_reason_and_no_figure(shown: str) -> None:
    part = shown.partition("What would settle it")[2].partition("What people decided")[0]
    assert "a dated document" in part.splitlines()[1]
    assert "because contested: 12 January 2020 against 13 January 2020" in part
    assert "because all goes back to an official, however many outlets (2) repeat it" in part
    assert "inferred, because shows no source" in shown
