"""The filter panel says what each choice would leave."""

import pytest

from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery, Facets
from provenance.model.review import Verdict
from provenance.model.source import SourcingType

WIRE, NOBODY = SourcingType.WIRE_AGENCY, SourcingType.UNATTRIBUTED
SINGLE, NONE = Standing.SINGLE_SOURCE, Standing.UNATTRIBUTED


@pytest.fixture
def claims(archive, make):
    north = make.take_in(archive, make.reading("north-press", "A rose.", "B rose.", "C fell.", origins={0: "reuters"}))
    sana = make.take_in(archive, make.reading("sana", "D rose.", origins={0: "afp"}))
    archive.journal.append(make.verdict(north.claims[0], north.claims[1]))
    return (*north.claims, *sana.claims)


def test_without_a_filter_every_claim_is_counted_once_on_each_side(archive, claims):
    assert archive.facets(ClaimQuery(), "ada") == Facets(
        outlets=(("north-press", "North Press", 3), ("sana", "Sana", 1)),
        standings=((SINGLE, 2), (NONE, 2)),
        types=((WIRE, 2), (NOBODY, 2)),
        verdicts=((None, 2), (Verdict.SUPPORTED, 2)),
    )
    assert archive.facets(ClaimQuery(), "bo").verdicts == ((None, 4),)


def test_a_value_is_counted_under_all_filters_but_its_own(archive, claims):
    assert archive.facets(ClaimQuery(outlets=("sana",)), "ada") == Facets(
        outlets=(("north-press", "North Press", 3), ("sana", "Sana", 1)),
        standings=((SINGLE, 1),),
        types=((WIRE, 1),),
        verdicts=((None, 1),),
    )
    both = archive.facets(ClaimQuery(outlets=("north-press",), types=(WIRE,)), "ada")
    assert both.outlets == (("north-press", "North Press", 1), ("sana", "Sana", 1))
    assert both.types == ((WIRE, 1), (NOBODY, 2))
    assert both.standings == ((SINGLE, 1),)


def test_the_reviewed_filter_acts_on_all_sides_but_verdicts(archive, claims):
    open_ = archive.facets(ClaimQuery(reviewed=False), "ada")
    assert open_.outlets == (("north-press", "North Press", 1), ("sana", "Sana", 1))
    assert open_.verdicts == ((None, 2), (Verdict.SUPPORTED, 2))
    assert archive.facets(ClaimQuery(verdicts=(Verdict.SUPPORTED,)), "ada").types == ((WIRE, 1), (NOBODY, 1))


def test_search_words_act_on_every_side(archive, claims):
    found = archive.facets(ClaimQuery(text="rose"), "ada")
    assert found.outlets == (("north-press", "North Press", 2), ("sana", "Sana", 1))
    assert found.verdicts == ((None, 1), (Verdict.SUPPORTED, 2))


def test_each_count_is_what_the_list_shows_when_it_is_chosen(archive, claims):
    for base in (ClaimQuery(), ClaimQuery(outlets=("north-press",)), ClaimQuery(standings=(SINGLE,), reviewed=True)):
        facets = archive.facets(base, "ada")
        for key, _, n in facets.outlets:
            assert archive.progress(base.model_copy(update={"outlets": (key,)}), "ada").matching == n
        for standing, n in facets.standings:
            assert archive.progress(base.model_copy(update={"standings": (standing,)}), "ada").matching == n
        for kind, n in facets.types:
            assert archive.progress(base.model_copy(update={"types": (kind,)}), "ada").matching == n
