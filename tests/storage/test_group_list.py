"""Groups as a long list: paged, counted and placed by how many articles tell them."""

import pytest

from provenance.errors import NotFound
from provenance.model.chain import ClaimGroup, ConflictStatus, Standing, Support, Told


@pytest.fixture
def groups(archive, make):
    """One group of three articles, one of two that is contested, and three of one."""
    reads = [make.take_in(archive, make.reading(outlet, "The river rose.", "It fell.")) for outlet in ("sana", "afp", "dw")]
    first, second = [read.claims[0] for read in reads], [read.claims[1] for read in reads]
    found = [
        make.grouped(*first, support=Support.CORROBORATED).model_copy(
            update={"outlets": ("afp", "dw", "sana"), "told": Told(first_claim=first[1].id, undated=1)}
        ),
        make.grouped(*second[:2], conflict=ConflictStatus.CONTESTED),
        make.lone(second[2]),
    ]
    archive.save_tracing(found, [make.against(second[0], second[2])], [c.id for c in (*first, *second)])
    return found


def test_groups_are_listed_page_by_page_those_of_most_articles_first(archive, groups):
    rows = archive.group_list.page("ada", 0, 10)
    assert [row.id for row in rows] == [group.id for group in groups]
    assert [row.id for row in archive.group_list.page("ada", 1, 1)] == [groups[1].id]
    assert [(row.first.group_articles, row.first.group_claims, row.outlets) for row in rows] == [(3, 3, 3), (2, 2, 0), (1, 1, 0)]
    assert archive.group_list.page("ada", 3, 10) == []


def test_the_claim_that_was_told_first_stands_for_its_group(archive, groups):
    first, second, _ = archive.group_list.page("ada", 0, 10)
    assert first.claim == groups[0].told.first_claim
    assert first.first.support is Support.CORROBORATED
    assert second.claim == groups[1].claims[0]  # traced before it was kept who told it first


def test_standings_leave_some_and_every_place_and_count_follows(archive, groups):
    contested = [Standing.CONTESTED]
    assert [row.id for row in archive.group_list.page("ada", 0, 10, contested)] == [groups[1].id]
    assert archive.group_list.count() == 3
    assert archive.group_list.count([Standing.CONTESTED, Standing.CORROBORATED]) == 2
    assert [archive.group_list.position(group.id) for group in groups] == [0, 1, 2]
    assert archive.group_list.position(groups[1].id, contested) == 0
    assert archive.group_list.position(groups[0].id, contested) is None
    assert archive.group_list.position("none") is None


def test_one_group_is_found_with_what_stands_against_it(archive, groups):
    assert archive.group_list.entry(groups[1].id, "ada").id == groups[1].id
    for group in groups[1:]:
        assert len(archive.group_list.conflicts(group.id)) == 1
    assert archive.group_list.conflicts(groups[0].id) == ()
    with pytest.raises(NotFound, match="No group none"):
        archive.group_list.entry("none", "ada")


def test_a_group_of_claims_that_are_gone_has_no_row(archive, groups):
    archive.save_tracing([ClaimGroup(id="empty", claims=("unknown",))], (), ())
    assert [row.id for row in archive.group_list.page("ada", 0, 10)] == [group.id for group in groups]
