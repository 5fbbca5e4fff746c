"""Sources that a phrase names instead of a subject."""

import pytest


@pytest.mark.parametrize(
    "sentence",
    [
        "According to the coast guard, two ferries collided.",
        "Two ferries collided, according to the coast guard.",
        "Two ferries, according to the coast guard, collided.",
    ],
)
def test_according_to_may_stand_anywhere(read, sentence):
    assert read(sentence).source() == "the coast guard"


def test_what_follows_according_to_is_no_apposition_of_it(read):
    found = read("According to the indictment, the money came from a company in Belize.")
    assert found.source() == "the indictment"
    assert found.content() == "the money came from a company in Belize."


@pytest.mark.parametrize("phrase", ["plan", "the rules", "custom"])
def test_according_to_plan_names_nobody(read, phrase):
    assert not any(a.source for a in read(f"The ferry was loaded according to {phrase}.").sentences[0])


def test_an_outlet_that_cites_becomes_a_relay(read):
    found = read("Anadolu reported, citing port officials, that the crane had failed.")
    assert found.first().chain[1] == "anadolu"
    assert (found.source(), found.content()) == ("port officials", "the crane had failed.")


def test_a_single_person_can_be_cited(read):
    assert read("Anadolu said, quoting a field commander, that the hill was taken.").source() == "a field commander"


def test_a_concern_cannot_be_cited(read):
    found = read("Reuters said the match was moved, citing heavy rain.")
    assert found.source() == "Reuters"


def test_according_to_an_agency_that_cites_leads_to_the_cited(read):
    found = read("According to Interfax, citing the defence ministry, thirty drones were shot down.")
    assert found.first().chain[:2] == ("unknown", "interfax")
    assert found.source() == "the defence ministry"


def test_somebody_is_quoted_as_saying(read):
    found = read("TASS quoted a local official as saying that six people were hurt.")
    assert (found.source(), found.content()) == ("a local official", "six people were hurt.")
    assert found.first().chain[1] == "tass"


def test_somebody_was_quoted_by_an_agency_as_saying(read):
    found = read("A local official was quoted by TASS as saying that six people were hurt.")
    assert found.source() == "A local official"
    assert found.first().chain[1] == "tass"


def test_in_somebodys_words(read):
    assert read("In the words of one diplomat, the talks were “a disaster”.").source() == "one diplomat"


def test_several_hops_make_one_chain(read):
    found = read(
        "A ferry line will close in May, according to an official quoted by Reuters.\n\nIt carries cars.\n\nSource: The New Arab.",
    )
    assert found.first(0).chain[-2] == "reuters"
    assert found.first(0).chain[-1].startswith("unnamed-official@reuters")
