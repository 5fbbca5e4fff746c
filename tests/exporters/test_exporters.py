"""What leaves the house is complete, can be read back exactly, and runs in no spreadsheet."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.exporters import EXPORTERS
from provenance.exporters.csv_table import COLUMNS, card_row, write_csv
from provenance.exporters.decisions import in_force, verdicts
from provenance.exporters.json_lines import json_line, write_json_lines
from provenance.exporters.spreadsheets import guarded, unguarded
from provenance.model.review import Action, Verdict


def rows(*cards) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_csv(cards, out) == len(cards)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def test_a_csv_row_holds_every_column_of_the_heading(make_card) -> None:
    assert tuple(card_row(make_card())) == COLUMNS


def test_a_csv_row_says_what_was_read_and_what_people_decided(make_card, judged) -> None:
    (row,) = rows(make_card(journal=judged))
    assert (row["text_status"], row["standing"], row["grade"]) == ("restated", "contested", "F3")
    assert (row["source_words"], row["source_spans"], row["chain"]) == ("SANA", "59:63", "baladi-news ← sana")
    assert row["hedges"] == "reportedly (hearsay)"
    assert "only reported" in row["factors"]
    assert "another day" in row["conflicts"]
    assert row["suspected_echoes"] == "[c2] of [c1]: it may repeat"
    assert row["changes"] == "[c1] to [c2] scope: “in years” became “since 2011”"
    assert row["would_settle"] == "a dated document (contested: another day)"
    assert row["verdicts"] == "desk: supported | other: refuted"
    assert row["evidence"] == "https://example.org/seen"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "'=", "''@"])
def test_no_cell_begins_as_a_formula(make_card, start: str) -> None:
    text = start + "HYPERLINK(1)"
    (row,) = rows(make_card(text=text, title=text, byline=text))
    for column in ("text", "title", "byline"):
        assert row[column] == "'" + text
        assert unguarded(row[column]) == text


def test_numbers_stay_numbers(make_card) -> None:
    (row,) = rows(make_card())
    assert (row["score"], row["start"]) == ("0.4", "13")


@given(st.text())
def test_guarding_can_be_taken_back_for_every_text(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_words_come_back_exactly_from_a_cell_and_from_a_line(text: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out).writerow([guarded(text)])
    assert unguarded(next(csv.reader(io.StringIO(out.getvalue(), newline="")))[0]) == text
    assert json.loads(json_line({"text": text})) == {"text": text}


HARD = "[/b] [sic] \x1b[31m \u202e right to left \r\n “quotes”, \"commas\", 'apostrophes'\u2028 \U0001f600"


def test_a_hard_text_comes_back_exactly(make_card) -> None:
    card = make_card(text=HARD)
    assert unguarded(rows(card)[0]["text"]) == HARD
    out = io.StringIO()
    write_json_lines([card], out)
    assert json.loads(out.getvalue())["text"] == HARD


def test_a_json_line_is_one_line_of_ascii(make_card) -> None:
    out = io.StringIO()
    assert write_json_lines([make_card(text=HARD), make_card()], out) == 2
    assert out.getvalue().isascii()
    assert len(out.getvalue().splitlines()) == 2


def test_a_json_line_holds_everything_about_the_claim(make_card, judged) -> None:
    out = io.StringIO()
    write_json_lines([make_card(journal=judged)], out)
    record = json.loads(out.getvalue())
    assert record["text_status"] == "restated"
    assert record["published_in"]["refs"] == ["one.txt", "two.txt"]
    assert record["attributions"][0]["source_words"] == ["SANA"]
    assert record["origins"] == [{"key": "sana", "name": "SANA", "sourcing_type": "state_agency", "party": "Syria"}]
    assert record["score"]["what_if"][0]["grade"] == "F2"
    assert record["conflicts"][0]["with"] == "c3"
    assert record["collapsed"][0]["inferred"] is False
    assert record["suspected_echoes"][0]["of"] == "c1"
    assert (record["changes"][0]["kind"], record["changes"][0]["before"]) == ("scope", [{"start": 13, "end": 21, "words": "in years"}])
    step = {"kind": "deciding_record", "look_for": "a dated document", "reason": "contested: another day", "against": ["c3"]}
    assert record["would_settle"] == [step]
    assert [entry["verdict"] for entry in record["verdicts"]] == ["supported", "refuted"]
    assert [entry["id"] for entry in record["journal"]] == [1, 2, 3, 4, 5]


def test_what_was_undone_does_not_stand_and_what_was_redone_does(journal_entry) -> None:
    given_ = journal_entry(1, Action.VERDICT, verdict=Verdict.SUPPORTED)
    undone = journal_entry(2, Action.UNDO, undoes=1)
    redone = journal_entry(3, Action.REDO, undoes=1)
    assert in_force([given_, undone]) == []
    assert in_force([given_, undone, redone]) == [given_]
    assert verdicts([redone, undone, given_]) == [given_]


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_exporter_counts_what_it_writes_and_takes_none(make_card, name: str) -> None:
    assert EXPORTERS[name]([], io.StringIO()) == 0
    assert EXPORTERS[name]([make_card(), make_card()], io.StringIO()) == 2
