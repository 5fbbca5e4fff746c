"""In what capacity words say that somebody speaks."""

from provenance.extraction.capacities import Capacity, capacity_of, side_of


def test_an_office_goes_before_a_trade():
    assert capacity_of(["economist", "and", "minister"]) is Capacity.OFFICIAL
    assert capacity_of(["commander-in-chief"]) is Capacity.OFFICIAL
    assert capacity_of(["table"]) is None


def test_a_side_stands_before_the_preposition():
    assert side_of(["the", "syrian", "ambassador"]) == "Syria"
    assert side_of(["sources", "close", "to", "turkish", "intelligence"]) is None
