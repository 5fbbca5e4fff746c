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


def test_whom_an_outlet_learned_from_is_the_source(read):
    found = read("Reuters has learned from a harbour official that the pilots will strike.")
    assert (found.source(), found.content()) == ("a harbour official", "the pilots will strike.")
    assert "reuters" in found.first().chain


def test_whoever_released_the_figures_is_the_source(read):
    found = read("According to figures that the Interior Ministry released in Ankara, 412 people were held.")
    assert (found.source(), found.content()) == ("the Interior Ministry", "412 people were held.")


def test_an_outlet_that_quotes_in_a_relative_clause_is_a_relay(read):
    found = read("The mosaic was found, according to Reuters, which quoted an employee of the museum.")
    assert found.source() == "an employee of the museum"
    assert found.first().chain[1] == "reuters"


@pytest.mark.parametrize("medium", ["the newspaper Helsingin Sanomat", "the Finnish daily Helsingin Sanomat"])
def test_a_medium_that_no_registry_knows_is_one_by_what_it_is_called(read, medium):
    found = read(f"The trains will end, {medium} reported, citing two people at the company.")
    assert found.source() == "two people at the company"
    assert found.first().chain[1] == "helsingin-sanomat"
    assert read(f"The trains will end, {medium} reported.").first().sourcing_type == "media_outlet"


def test_who_tells_of_a_ruling_is_the_source_of_the_whole(read):
    assert read("The canal must be closed, a court in Cairo has ruled, according to two lawyers.").source() == "two lawyers"


@pytest.mark.parametrize("shown", ["court documents seen by Reuters showed", "according to court documents seen by Reuters"])
def test_the_outlet_that_saw_a_document_passes_on_what_it_says(read, shown):
    found = read(f"The bank paid the fine twice, {shown}.")
    assert found.source() == "court documents"
    assert found.first().chain[1] == "reuters"


def test_whom_an_outlet_does_not_cite_is_no_source(read):
    assert read("The two met in Moscow, Anadolu wrote, without citing sources.").first().origin == "anadolu"


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Interfax, which cited an official, the road is open.",
        "The road is open, according to Interfax, which quoted an official.",
        "Interfax, which quoted an official, said the road is open.",
    ],
)
def test_whom_an_agency_cites_in_passing_is_the_source(read, sentence):
    found = read(sentence)
    assert found.source() == "an official"
    assert found.first().chain[1] == "interfax"


def test_who_is_quoted_by_an_agency_behind_the_quotation_has_said_the_quotation(read):
    found = read("“The road is open,” Hakan Fidan was quoted as saying by the news agency Anadolu.")
    assert (found.source(), found.content()) == ("Hakan Fidan", "“The road is open,”")
    assert found.first().chain[1] == "anadolu"


@pytest.mark.parametrize(
    ("phrase", "source"),
    [
        ("According to the lawsuit, filed on Monday, ", "the lawsuit"),
        ("According to the study, which was released last week, ", "the study"),
        ("According to a report published on Tuesday by the ministry, ", "a report"),
        ("According to the minister, speaking on Monday, ", "the minister"),
        ("According to the suit, brought by two employees, ", "the suit"),
    ],
)
def test_what_is_told_of_the_source_is_no_part_of_what_it_says(read, phrase, source):
    found = read(f"{phrase}the firm hid the losses.")
    assert (found.source(), found.content()) == (source, "the firm hid the losses.")


def test_when_a_paper_was_filed_is_not_what_it_says(read):
    assert read("The firm hid the losses, according to the lawsuit, filed on Monday in Ankara.").content() == "The firm hid the losses"


def test_an_outlet_that_saw_the_paper_passes_it_on(read):
    found = read("According to the report, seen by Reuters, the firm lost 3 million euros.")
    assert (found.source(), found.first().chain[1]) == ("the report", "reuters")


def test_whom_an_agency_cites_ends_before_what_is_said(read):
    found = read("According to Reuters, citing two officials, the firm hid the losses.")
    assert (found.source(), found.content(), found.first().chain[1]) == ("two officials", "the firm hid the losses.", "reuters")
