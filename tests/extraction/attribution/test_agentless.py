"""Statements that nobody is given for."""

import pytest

from provenance.model.source import SourcingType


@pytest.mark.parametrize(
    "sentence",
    [
        "It is said that the wreck lies near the cape.",
        "It is now widely believed that the wreck lies near the cape.",
        "The wreck reportedly lies near the cape.",
        "The wreck is believed to lie near the cape.",
        "The wreck lies near the cape, it has emerged.",
        "A wreck lies near the cape, a court heard on Tuesday.",
        "The jury was told that the wreck lies near the cape.",
    ],
)
def test_hearsay_shows_no_origin(read, sentence):
    found = read(sentence).first()
    assert (found.sourcing_type, found.origin, found.source) == ("hearsay", None, ())


def test_what_a_court_heard_stands_in_front_of_it(read):
    assert read("A wreck lies near the cape, a court heard on Tuesday.").content() == "A wreck lies near the cape"


def test_a_named_source_goes_before_hearsay(read):
    assert read("The firm allegedly paid bribes, a lawsuit filed in Delaware claims.").source() == "a lawsuit filed in Delaware"


@pytest.mark.parametrize("opening", ["It is worth mentioning that", "It should be noted that", "It is worth noting that"])
def test_a_neutral_frame_attributes_nothing(drafts, opening):
    assert drafts(f"{opening} the wreck lies near the cape.") == []


def test_an_inference_of_the_outlet_is_told_from_what_it_mentions_in_passing(registry):
    from provenance.extraction.reading import read_article
    from provenance.model.article import Document

    text = "It seems that the coast guard, which knows the cape well, will search there."
    assert read_article(Document(ref="a", text=text), registry).sentences[0].sourcing_type == "outlet_analysis"


def test_what_a_court_was_told_needs_no_that(read):
    found = read("In mitigation, the court was told he had lost his job.")
    assert (found.first().sourcing_type, found.content()) == (SourcingType.HEARSAY, "he had lost his job.")
