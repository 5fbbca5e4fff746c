"""`analyze` keeps its contract: every sentence in order, each claim behind its sentence and in one group, offsets into the text."""

import json
import math
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

TEXT = (
    "Bridge over the river reopens\r\n\r\n"
    "DAMASCUS, Syria (Reuters) – The bridge over the river reopened on Friday, the state news agency SANA reported.\r\n\r\n"
    "It is said that the bridge will close again. Will it?\r\n"
)


@pytest.fixture
def records(run, tmp_path: Path) -> list[dict]:
    path = tmp_path / "a.jsonl"
    lines = [
        {"id": "first", "text": TEXT},
        {"id": "again", "text": TEXT},
        {"id": "copy", "text": TEXT.replace("(Reuters)", "(North Press)")},
    ]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    done = run("analyze", path, "--format", "jsonl")
    assert (done.code, done.err) == (0, "")
    return [json.loads(line) for line in done.out.splitlines()]


def of(records: list[dict], kind: str) -> list[dict]:
    return [record for record in records if record["record"] == kind]


def test_the_same_text_of_one_outlet_is_one_article_with_two_refs(records) -> None:
    assert [article["refs"] for article in of(records, "article")] == [["first", "again"], ["copy"]]
    assert [article["outlet"] for article in of(records, "article")] == ["reuters", "north-press"]


def test_every_sentence_is_there_in_order_and_covers_all_words(records) -> None:
    article = of(records, "article")[0]["id"]
    sentences = [record for record in of(records, "sentence") if record["article"] == article]
    places = [(sentence["start"], sentence["end"]) for sentence in sentences]
    assert places == sorted(places)
    assert "".join("".join(TEXT[start:end] for start, end in places).split()) == "".join(TEXT.split())
    assert [sentence["role"] for sentence in sentences] == ["headline", "claim", "claim", "question"]


def test_a_claim_stands_right_behind_its_sentence_and_is_its_words(records) -> None:
    for before, record in pairwise(records):
        if record["record"] == "claim":
            assert (before["record"], before["role"]) == ("sentence", "claim")
            assert (before["article"], before["start"], before["end"]) == (record["article"], record["start"], record["end"])
            assert (before["attributions"], before["dates"]) == ([], [])
    claims = of(records, "claim")
    assert len(claims) == len([s for s in of(records, "sentence") if s["role"] == "claim"]) == 4
    assert claims[0]["text"] == TEXT[claims[0]["start"] : claims[0]["end"]]


def test_every_claim_is_in_exactly_one_group_and_shares_its_standing(records) -> None:
    groups = {group["id"]: group for group in of(records, "group")}
    listed = [claim for group in groups.values() for claim in group["claims"]]
    assert sorted(listed) == sorted(claim["id"] for claim in of(records, "claim"))
    for claim in of(records, "claim"):
        assert claim["id"] in groups[claim["group"]]["claims"]
        assert (claim["support"], claim["conflict"]) == (groups[claim["group"]]["support"], groups[claim["group"]]["conflict"])


def test_weights_add_up_to_the_score(records) -> None:
    for claim in of(records, "claim"):
        total = sum(factor["weight"] for factor in claim["score"]["factors"])
        assert math.isclose(1 / (1 + math.exp(-total)), claim["score"]["value"], abs_tol=1e-3)


def test_nothing_is_kept_and_no_database_is_made(records, db: Path, tmp_path: Path) -> None:
    assert records
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.jsonl"]


def test_what_cannot_be_read_is_named_and_the_rest_is_analyzed(run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    done = run("analyze", tmp_path / "gone.txt", tmp_path / "a.txt")
    assert done.code == 1
    assert "gone.txt" in done.err
    assert len(of([json.loads(line) for line in done.out.splitlines()], "article")) == 1


def test_several_processes_read_the_same(run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        "".join(json.dumps({"id": str(n), "text": TEXT.replace("Friday", f"May {n + 1}")}) + "\n" for n in range(20)), encoding="utf-8"
    )
    assert run("analyze", path, "--jobs", "2").out == run("analyze", path).out


def test_a_reader_that_stops_early_meets_no_traceback(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        "".join(json.dumps({"id": str(n), "text": TEXT.replace("Friday", f"May {n % 30 + 1}")}) + "\n" for n in range(200)),
        encoding="utf-8",
    )
    code = "from provenance.cli import main; main()"
    process = subprocess.Popen([sys.executable, "-c", code, "analyze", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline().startswith(b'{"record":"article"')
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait(timeout=60)


def test_another_format_is_not_pretended(run, tmp_path: Path) -> None:
    assert run("analyze", tmp_path, "--format", "xml").code == 2
