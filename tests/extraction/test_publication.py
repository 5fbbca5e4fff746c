"""The publication date is stated, bounded with reasons, or unknown; never guessed."""

import json
from datetime import date
from pathlib import Path

import pytest

from provenance.extraction.layout import layout
from provenance.extraction.publication import publication_bounds
from provenance.model.article import Document, PublicationBounds

SHARED = Path(__file__).parents[2] / "../shared/data/attribution/train.jsonl"


def bounds(text: str, **stated: object) -> PublicationBounds | None:
    return publication_bounds(Document.model_validate({"ref": "x", "text": text, **stated}), layout(text))


def limits(text: str) -> tuple[str | None, str | None]:
    found = bounds(text)
    if found is None:
        return (None, None)
    return (found.earliest and found.earliest.isoformat(), found.latest and found.latest.isoformat())


BODY = "The ministry opened a crossing. It serves both sides of the border."


def test_a_stated_date_is_taken_as_it_is():
    found = bounds(BODY, published=date(2020, 1, 13))
    assert found is not None
    assert found.exact


def test_a_dateline_counts_where_its_weekday_agrees():
    assert limits(f"Border reopened\n\nSaturday 20 May 2023 - 11:50\n\n{BODY}") == ("2023-05-20", "2023-05-20")
    assert limits(f"Border reopened\n\nMonday 20 May 2023 - 11:50\n\n{BODY}") == (None, None)


@pytest.mark.parametrize("line", ["Published: 18 May 2023", "2023-05-18", "Posted on May 18, 2023 at 09:00", "Damascus, 18 May 2023"])
def test_lines_that_hold_a_date_and_nothing_else_are_datelines(line):
    assert limits(f"Border reopened\n\n{line}\n\n{BODY}") == ("2023-05-18", "2023-05-18")


@pytest.mark.parametrize(
    "line",
    [
        "Thursday 15 June 2023 14:21, UK",
        "Published 15 June 2023",
        "Last updated 15 June 2023 at 14:21 BST",
        "15 Jun 2023 | 14:21 BST",
        "Thu 15 Jun 2023 10:00 Moscow time",
        "June 15, 2023 2:21pm, New York",
        "15 June 2023, London",
    ],
)
def test_a_zone_or_place_behind_the_clock_belongs_to_the_dateline(line):
    assert limits(f"Border reopened\n\n{line}\n\n{BODY}") == ("2023-06-15", "2023-06-15")


def test_a_date_beside_the_writer_behind_a_bar_is_the_day():
    text = (
        "Road opened\n\nBy Staff in Ankara | Published 3 June 2023 | Updated 14:02\n\nThe road was opened after a year, the ministry said."
    )
    assert limits(text) == ("2023-06-03", "2023-06-03")


@pytest.mark.parametrize("line", ["Friday 15 June 2023 14:21, UK", "15 June 2023 Crossing Remembered"])
def test_a_wrong_weekday_and_a_headline_with_a_date_state_no_day(line):
    assert limits(f"{line}\n\n{BODY}") == (None, None)


def test_a_day_and_month_in_either_order_leave_two_days():
    assert limits(f"Border reopened\n\n03/04/2020\n\n{BODY}") == ("2020-03-04", "2020-04-03")


def test_the_address_may_state_the_date():
    found = bounds(BODY, url="https://example.org/2020/01/15/border/")
    assert found is not None
    assert found.earliest == date(2020, 1, 15)


def test_the_release_dateline_states_the_date():
    assert limits(f"Office opens\n\nANKARA, Turkey, March 3, 2021 – {BODY}") == ("2021-03-03", "2021-03-03")


def test_what_is_told_as_past_lies_before_publication():
    found = bounds("The road closed in October 2019. It was opened again in May 2020. Nobody knows why.")
    assert found is not None
    assert (found.earliest, found.latest) == (date(2020, 5, 1), None)
    assert "in May 2020" in found.basis[0]


def test_a_past_day_without_its_year_comes_after_the_newest_dated_one():
    assert limits("Late in December 2022, the ministers met in Moscow. On January 12, they met again.") == ("2023-01-12", None)


def test_a_month_named_with_another_year_is_not_the_bare_one():
    assert limits("They met on September 19 in the city. In September 2018, they agreed on a zone.")[0] == "2019-09-19"


def test_the_lead_s_weekday_comes_after_the_days_given_by_date():
    text = "The two sides met on Sunday in Idlib. Late in December 2022, the ministers met. On January 12, they met again."
    assert limits(text)[0] == "2023-01-15"


def test_an_announced_month_across_the_turn_of_the_year_is_still_to_come():
    text = "Late in December 2022, the ministers met in Moscow. On January 12, the minister said that he would meet them in early February."
    found = bounds(text)
    assert found is not None
    assert found.latest == date(2023, 1, 31)
    assert any("early February" in reason for reason in found.basis)


def test_what_is_announced_with_its_full_date_is_still_to_come():
    assert limits("The ministers met in May 2023. They will meet again on 30 September 2023.") == ("2023-05-01", "2023-09-30")


def test_a_count_in_december_alone_and_last_month_make_it_january():
    text = "Since April 2019, the army has attacked the town. Last month, a delegation came. About 300 people fled in December alone."
    assert limits(text)[0] == "2020-01-01"


@pytest.mark.parametrize(
    "text",
    [
        "They met on Monday. Last week, they talked.",
        "The race for 2030 is open. The plan for 2025 was kept.",
        "The tax will start in 2028, he said.",
        "“We won in 2031,” the author wrote of his novel.",
        "There were 2040 soldiers in the camp.",
    ],
)
def test_without_a_dated_past_nothing_is_known(text):
    assert limits(text) == (None, None)


@pytest.mark.skipif(not SHARED.exists(), reason="the attribution data lies beside the repository, not in it")
def test_bounds_inferred_from_real_articles_hold_the_true_date():
    right = given = 0
    for line in SHARED.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        found = bounds(article["text"])
        if found is not None:
            true = date.fromisoformat(article["published"])
            given += 1
            right += (found.earliest or date.min) <= true <= (found.latest or date.max)
    assert given >= 240
    assert right / given >= 0.99


@pytest.mark.parametrize(
    "dateline",
    ["Bagsværd, Denmark, 7 May 2025 - ", "London, 7 May 2025 — ", "MOSCOW, May 7, 2025. /TASS/. ", "ANKARA, May 7, 2025 (Reuters) - "],
)
def test_the_whole_date_of_an_opening_dateline_is_the_day(dateline):
    text = f"Firm raises outlook\n\n{dateline}The firm, which was founded in 1923, opened a plant."
    assert limits(text) == ("2025-05-07", "2025-05-07")
