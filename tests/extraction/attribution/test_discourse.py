"""From sentence to sentence: who is meant, and who goes on speaking."""

import pytest


def test_a_quotation_of_several_sentences_has_the_speaker_named_before_it(read):
    found = read("Hakan Fidan said: “We are late. We must hurry.” The train left.")
    assert found.antecedent(1) == "Hakan Fidan"
    assert found.first(1).carried_over
    assert found.sentences[2] == ()


def test_a_quotation_of_several_sentences_has_the_speaker_named_after_it(read):
    found = read("“We are late. We must hurry,” said Hakan Fidan.")
    assert found.antecedent(0) == "Hakan Fidan"


def test_a_quotation_over_paragraphs_keeps_its_speaker(read):
    found = read("“We are late,” said Hakan Fidan. “We must hurry.\n\n“The train will not wait.”")
    assert [found.antecedent(k) for k in (1, 2)] == ["Hakan Fidan", "Hakan Fidan"]


def test_a_speaker_inside_a_quotation_is_part_of_it(read):
    found = read("Hakan Fidan said: “We are late. My driver said the road was closed.”")
    assert found.antecedent(1) == "Hakan Fidan"
    assert all(other.nested for other in found.sentences[1][1:])


def test_he_added_goes_back_to_who_spoke(read):
    found = read("Foreign Minister Hakan Fidan said the road was open. He added that the bridge was not.")
    assert (found.source(), found.antecedent()) == ("He", "Foreign Minister Hakan Fidan")
    assert found.first().origin == "hakan-fidan"


def test_he_goes_back_to_who_opened_the_sentence_before(read):
    found = read("Hakan Fidan said the road was open. Ali Mamlouk disagreed. “It is closed,” he said.")
    assert found.antecedent() == "Ali Mamlouk"


def test_the_source_said_goes_back_to_the_source_and_its_relay(read):
    found = read("A source close to the ministry told Reuters that the road was open. The source said the bridge was not.")
    assert found.antecedent() == "A source close to the ministry"
    assert found.first().chain == found.first(0).chain


def test_one_of_the_sources_is_no_source_beside_them(read):
    found = read("Two sources told Reuters that the deal was close. One of the sources said it might be signed in May.")
    assert found.first().origin == found.first(0).origin


@pytest.mark.parametrize(("name", "description"), [("NASA", "The agency"), ("The World Health Organization", "The organization")])
def test_a_body_is_described(read, name, description):
    found = read(f"{name} said the launch was safe. {description} added that rain was near.")
    assert found.antecedent() == name


def test_the_paper_is_the_outlet_that_was_named(read):
    assert read("Reuters reported a leak. The newswire said a valve had failed.").first().origin == "reuters"


def test_the_group_is_never_a_ministry(read):
    assert read("The health ministry said the ward was full. The group said it was empty.").antecedent() == ""


def test_several_are_never_led_back_to_one(read):
    found = read("Foreign Minister Hakan Fidan said the road was open. The ministers said that talks would go on.")
    assert found.antecedent() == ""


def test_a_sentence_that_goes_on_is_carried_over(read):
    found = read("Two ministers met in Doha, an official told Reuters. Both sides agreed to meet again.")
    assert found.first().carried_over
    assert (found.source(), found.cue()) == ("", "")


def test_background_is_the_outlets_own_voice(read):
    found = read("Two ministers met in Doha, an official told Reuters. The town has been a port since 1950.")
    assert found.sentences[1] == ()


def test_the_outlets_comment_ends_the_report(read):
    found = read("Two ministers met in Doha, an official told Reuters. This is the first meeting in ten years.")
    assert found.sentences[1] == ()


def test_silence_is_not_carried_over(read):
    assert read("A port official said the crane had failed. He did not elaborate.").sentences[1] == ()


def test_the_spaniard_is_the_person_named_before(read):
    assert (
        read("Manager Mikel Arteta said the ban was wrong. The Spaniard told Sky Sports it would be fought.").first().origin
        == "mikel-arteta"
    )


def test_a_relay_that_one_of_two_sentences_names_holds_for_both(read):
    found = read("Debra Coupar said the choice was hard. She told the BBC it was made.")
    assert "bbc" in found.first(0).chain
