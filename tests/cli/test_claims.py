"""Claims are listed, filtered, shown, explained and exported; what is printed is what is stored."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from provenance.cli import filters
from provenance.cli.filters import query_of
from provenance.model.chain import Standing
from provenance.model.queue import Order
from provenance.model.review import Verdict
from provenance.model.source import Family, SourcingType


def listed(run, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("claims", "--format", "jsonl", *options).out.splitlines()]


@pytest.mark.parametrize(
    ("spelled", "kind"),
    [
        (filters.STANDINGS, Standing),
        (filters.TYPES, SourcingType),
        (filters.FAMILIES, Family),
        (filters.VERDICTS, Verdict),
        (filters.ORDERS, Order),
    ],
)
def test_the_help_spells_every_word_that_the_model_knows(spelled: str, kind) -> None:
    assert spelled.split(", ") == [member.value for member in kind]


def test_the_table_has_a_row_for_each_claim(taken_in) -> None:
    out = taken_in("claims").out
    assert out.startswith("Claim")
    assert out.count("F") >= 5
    assert "The mayor denied" in " ".join(out.split())


def test_a_limit_says_what_it_leaves_out(taken_in) -> None:
    done = taken_in("claims", "--limit", "2")
    assert "2 of 5 claims" in done.err


@pytest.mark.parametrize("words", ["single", "single_source", "single-source", "Single Source"])
def test_a_word_may_be_written_as_people_write_it(words: str) -> None:
    assert query_of(standings=[words]).standings == (Standing.SINGLE_SOURCE,)


def test_filters_narrow_the_list(taken_in) -> None:
    everything = listed(taken_in)
    assert len(everything) == 5
    for option, wanted in (("hearsay", {"hearsay"}), ("anonymous", {"anonymous_official", "anonymous_insider", "anonymous_group"})):
        found = listed(taken_in, "--type", option)
        assert found == [claim for claim in everything if claim["sourcing_type"] in wanted]
        assert found
    assert {claim["published_in"]["outlet"] for claim in listed(taken_in, "--outlet", "baladi-news")} == {"baladi-news"}
    assert all("mayor" in claim["text"] for claim in listed(taken_in, "--search", "MAYOR"))
    assert listed(taken_in, "--verdict", "none") == everything
    assert listed(taken_in, "--verdict", "any") == []
    article = everything[0]["article"]
    assert {claim["article"] for claim in listed(taken_in, "--article", article)} == {article}


@pytest.mark.parametrize("option", ["--standing", "--type", "--verdict", "--order", "--format"])
def test_a_word_that_is_not_known_is_answered_with_those_that_are(run, option: str) -> None:
    done = run("claims", option, "martian")
    assert done.code == 2
    assert "is not one of" in done.err


def test_no_match_says_what_to_do(taken_in) -> None:
    done = taken_in("claims", "--search", "nowhere")
    assert (done.code, done.out) == (0, "")
    assert "provenance claims" in done.err


def test_a_claim_is_shown_with_where_it_comes_from(taken_in) -> None:
    (copied,) = listed(taken_in, "--outlet", "baladi-news", "--search", "reopened")
    shown = taken_in("show", copied["id"][:8]).out
    assert copied["text"] in shown
    assert [word in shown for word in ("Who says it", "state agency", "Where it comes from", "Who else says it", "Reuters")] == [True] * 5
    assert json.loads(taken_in("show", copied["id"], "--format", "jsonl").out) == copied


def test_a_score_is_explained_with_the_words_it_rests_on(taken_in) -> None:
    (hearsay,) = listed(taken_in, "--type", "hearsay")
    explained = taken_in("explain", hearsay["id"]).out
    assert f"{hearsay['score']['value']:.2f}" in explained
    assert all(factor["reason"] in explained for factor in hearsay["score"]["factors"])
    assert "log-odds" in explained


def test_an_id_that_nobody_has_is_answered_in_words(taken_in) -> None:
    done = taken_in("show", "zzzz")
    assert done.code == 1
    assert "zzzz" in done.err
    assert "provenance claims" in done.err


def test_groups_and_sources_name_the_origin_once(taken_in) -> None:
    groups = taken_in("groups", "--standing", "echo").out
    assert "2 claims, 2 outlets; origins: SANA" in groups
    assert "SANA" in taken_in("sources").out


def test_an_empty_database_says_how_to_begin(run) -> None:
    for command in ("claims", "sources", "articles"):
        assert "provenance intake" in run(command).err


@pytest.mark.parametrize("output_format", ["csv", "jsonl"])
def test_an_export_goes_into_a_file_or_to_standard_output_alike(taken_in, tmp_path, output_format: str) -> None:
    path = tmp_path / "out"
    done = taken_in("export", "--format", output_format, "-o", path)
    assert "5 claims written" in done.err
    assert path.read_bytes().decode("utf-8") == taken_in("export", "--format", output_format).out
    assert list(tmp_path.glob(".out*")) == []


def test_a_csv_export_has_a_row_for_each_claim(taken_in) -> None:
    rows = list(csv.DictReader(io.StringIO(taken_in("export").out, newline="")))
    assert {row["claim"] for row in rows} == {claim["id"] for claim in listed(taken_in)}


def test_an_export_that_cannot_be_written_leaves_the_old_file_as_it_was(taken_in, tmp_path) -> None:
    done = taken_in("export", "-o", tmp_path / "no such folder" / "out.csv")
    assert done.code == 1
    assert "cannot be written" in done.err


def test_records_that_go_to_a_terminal_are_harmless(tmp_path: Path) -> None:
    """What a pseudo-terminal receives of a claim with an escape sequence holds none."""
    (tmp_path / "a.txt").write_text("The bridge \x1b[31mopened\x1b[0m on Monday, the ministry said.\n", encoding="utf-8")
    database = str(tmp_path / "a.db")
    command = [sys.executable, "-c", "from provenance.cli import main; main()", "--db", database]
    subprocess.run([*command, "intake", str(tmp_path / "a.txt")], check=True, capture_output=True)
    for words in (["claims", "--format", "csv"], ["export", "--format", "csv"], ["claims"]):
        ours, theirs = pty.openpty()
        done = subprocess.run(
            [*command, *words], stdout=theirs, stderr=subprocess.DEVNULL, check=False, env={**os.environ, "NO_COLOR": "1", "TERM": "dumb"}
        )
        shown = os.read(ours, 65536)
        os.close(theirs)
        os.close(ours)
        assert done.returncode == 0
        assert b"opened" in shown
        assert b"\x1b[31m" not in shown


def test_people_read_names_and_programs_get_keys(taken_in) -> None:
    (copied,) = listed(taken_in, "--outlet", "baladi-news", "--search", "reopened")
    shown = taken_in("show", copied["id"]).out
    assert "chain: Baladi News ← " in shown
    assert "baladi-news" not in shown
    assert copied["attributions"][0]["chain"][0] == "baladi-news"


def test_an_unnamed_source_is_shown_in_words(taken_in) -> None:
    (claim,) = listed(taken_in, "--search", "trucks")
    assert claim["attributions"][0]["chain"][-1].startswith("unnamed")
    shown = taken_in("show", claim["id"]).out
    assert "unnamed@" not in shown
    assert "unnamed-" not in shown


@pytest.mark.parametrize("command", ["sources", "articles"])
def test_sources_and_articles_go_to_other_programs_alike_in_csv_and_json_lines(taken_in, command: str) -> None:
    call = (command, "list") if command == "articles" else (command,)
    lines = [json.loads(line) for line in taken_in(*call, "--format", "jsonl").out.splitlines()]
    rows = list(csv.DictReader(io.StringIO(taken_in(*call, "--format", "csv").out)))
    assert len(lines) == len(rows) >= 2
    assert [row.keys() for row in rows] == [line.keys() for line in lines]
    named = "outlet_name" if command == "articles" else "name"
    assert [row[named] for row in rows] == [line[named] for line in lines]
    assert taken_in(*call, "--format", "xml").code == 2


def test_the_list_of_articles_counts_only_the_verdicts_of_the_one_who_asks(taken_in) -> None:
    (claim,) = listed(taken_in, "--search", "trucks")
    taken_in("review", claim["id"], "--verdict", "supported", before=("--reviewer", "other"))
    mine = [json.loads(line)["reviewed"] for line in taken_in("articles", "list", "--format", "jsonl").out.splitlines()]
    call = ("articles", "list", "--format", "jsonl")
    theirs = [json.loads(line)["reviewed"] for line in taken_in(*call, before=("--reviewer", "other")).out.splitlines()]
    assert (sum(mine), sum(theirs)) == (0, 1)
    assert "by you" in " ".join(taken_in("articles").out.split())
