"""Groups as the desk shows them: rows, the card of one, and search words for its claims."""

from pathlib import Path

import pytest
from sqlalchemy import text

from provenance.desk import Desk
from provenance.errors import NotFound
from provenance.model.chain import Severity
from provenance.model.queue import ClaimQuery

TOLDS = [
    ("AFP", "Parliament in Lisbon accepted the new budget, the speaker said."),
    ("Reuters", "Parliament in Lisbon accepted the new budget, according to the speaker."),
    ("Al Jazeera", "Parliament in Lisbon rejected the new budget, the speaker said."),
    ("DW", "Parliament in Lisbon rejected the new budget, according to the speaker."),
]


@pytest.fixture
def budget(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with a budget that is accepted in two articles and rejected in two."""
    files = []
    for place, (outlet, told) in enumerate(TOLDS):
        files.append(tmp_path / f"{place}.md")
        files[-1].write_text(f"---\noutlet: {outlet}\npublished: 2022-03-0{place + 1}\n---\n\n{told}\n", encoding="utf-8")
    desk.intake(files)
    return desk


def test_a_card_sets_one_wording_of_each_group_against_it_beside_one_of_its_own(budget: Desk) -> None:
    rows = budget.group_entries()
    assert [(row.first.group_claims, row.outlets) for row in rows] == [(2, 2), (2, 2)]
    card = budget.group_card(rows[0].id)
    (against,) = card.against
    assert against.conflict.severity in (Severity.HIGH, Severity.MEDIUM)
    assert (against.ours.group, against.theirs.group) == (rows[0].id, rows[1].id)
    assert {"accepted" in side.text for side in (against.ours, against.theirs)} == {True, False}
    assert card.decisions == ()
    with pytest.raises(NotFound):
        budget.group_card("none")


def test_a_card_tells_what_people_decided_about_its_claims(budget: Desk) -> None:
    one, other = (row.claim for row in budget.group_entries())
    budget.merge([one, other], "one vote")
    (row,) = budget.group_entries()
    card = budget.group_card(row.id)
    assert [(entry.note, entry.reviewer) for entry in card.decisions] == [("one vote", "first reviewer")]
    assert card.entry.told is not None
    assert card.entry.told.first is not None
    assert card.entry.told.last is not None
    assert [str(bounds.earliest) for bounds in (card.entry.told.first, card.entry.told.last)] == ["2022-03-01", "2022-03-04"]


def test_the_claims_of_a_group_are_found_by_a_search_word(budget: Desk) -> None:
    group = budget.group_entries()[0].id
    query = budget.parse_query(f"group:{group}")
    assert query == ClaimQuery(group=group)
    assert {entry.group for entry in budget.claims(query)} == {group}


def test_groups_of_a_database_that_an_older_version_traced_have_their_days_too(budget: Desk) -> None:
    wanted = budget.group_entries()
    with budget.archive.writing() as connection:
        for group in budget.archive.groups():
            older = group.model_copy(update={"told": None}).model_dump_json(exclude_none=True)
            connection.execute(text("UPDATE claim_group SET body = :body WHERE id = :id"), {"body": older, "id": group.id})
    assert [row.told for row in budget.group_entries()] == [row.told for row in wanted]
    assert [group.told for group, _ in budget.groups()] == [row.told for row in wanted]
    assert budget.group_card(wanted[0].id).group.told == wanted[0].told
