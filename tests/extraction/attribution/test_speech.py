"""Somebody says something, in whatever order."""

import pytest


def test_a_subject_a_verb_and_what_is_said(read):
    found = read("The harbour master said that two ferries had collided.")
    assert (found.source(), found.cue(), found.content()) == ("The harbour master", "said", "two ferries had collided.")


def test_what_is_said_may_stand_in_front(read):
    found = read("Two ferries collided off Marmaris, the harbour master said on Tuesday.")
    assert found.source() == "the harbour master"
    assert found.content() == "Two ferries collided off Marmaris"


def test_the_verb_may_stand_before_its_subject(read):
    found = read("“The pier is closed,” said the harbour master.")
    assert (found.source(), found.content()) == ("the harbour master", "“The pier is closed,”")


def test_a_quotation_may_be_split_by_its_speaker(read):
    found = read("“The pier is closed,” she said, “and it will stay closed.”")
    assert found.content() == "“The pier is closed,” … “and it will stay closed.”"


def test_a_headline_may_end_with_who_says_it(read):
    found = read("Ferry line to close, says Reuters\n\nThe ferry line between the two islands will close in May.")
    assert found.source(0) == "Reuters"


def test_an_apposition_belongs_to_the_name(read):
    found = read("Ursula von der Leyen, who leads the European Commission, said the fund was empty.")
    assert found.source() == "Ursula von der Leyen, who leads the European Commission"


def test_a_pronoun_behind_the_verb_may_open_what_is_said(read):
    found = read("A smaller rival, the Tekgida-Is union, said it had not been asked.")
    assert (found.source(), found.content()) == ("A smaller rival, the Tekgida-Is union", "it had not been asked.")


def test_an_aside_between_subject_and_verb_is_no_part_of_the_name(read):
    assert read("Rescuers, meanwhile, said they had found nobody.").source() == "Rescuers"


def test_an_aside_between_verb_and_that_is_passed_over(read):
    found = read("Two officials said, on condition of anonymity, that the bridge was mined.")
    assert found.content() == "the bridge was mined."


def test_telling_an_outlet_makes_it_a_relay(read):
    found = read("A port official told Reuters that the crane had failed.")
    assert found.first().chain[1] == "reuters"
    assert found.first().chain[-1].startswith("unnamed-port-official@reuters")


@pytest.mark.parametrize("opening", ["Speaking to the BBC", "In an interview with the BBC"])
def test_an_opening_that_names_an_outlet_makes_it_a_relay(read, opening):
    found = read(f"{opening}, Finance Minister Christian Lindner said that the tax would stay.")
    assert found.first().chain == ("unknown", "bbc", "christian-lindner")


@pytest.mark.parametrize("public", ["reporters", "a news conference", "the jury", "the Security Council"])
def test_telling_a_public_is_a_statement(read, public):
    found = read(f"The engineer told {public} that the dam was safe.")
    assert found.content() == "the dam was safe."
    assert found.first().confidence > 0.9


def test_telling_a_mother_is_weaker_than_a_statement(read):
    assert read("He told his mother he would be late.").first().confidence < 0.7


def test_what_was_told_begins_behind_the_one_who_was_told(read):
    assert read("The engineer told the inquest the bolts were rusty.").content() == "the bolts were rusty."


def test_calling_something_by_a_quoted_word_is_a_statement(read):
    assert read("Hakan Fidan called the plan “a mistake”.").source() == "Hakan Fidan"


def test_an_operation_called_by_a_name_is_nobodys_statement(drafts):
    assert drafts("The army began an operation called “Spring Wind” in the hills.") == []


def test_the_one_behind_by_speaks_in_the_passive(read):
    found = read("The figures were disputed by the statistics office.")
    assert (found.source(), found.first().rule) == ("the statistics office", "passive with agent")


def test_a_question_that_is_asked_aloud_has_a_speaker(read):
    assert read("“Are we prepared?” asked Christine Lagarde.").source() == "Christine Lagarde"


@pytest.mark.parametrize(
    "sentence",
    [
        "The reported deal includes a clause on fish.",
        "The agreed price was forty million euros.",
        "The noted author will open the fair.",
        "A note on the method stands in the appendix.",
        "The company's stated aim is growth.",
        "The claim form must be signed.",
        "The United States is a federation.",
        "They posted a profit of three million euros.",
        "The report card was pinned to the door.",
        "Several reports on the harbour were published in May.",
        "The Observer has a new editor.",
        "The string of storms known as the Nine passed in March.",
    ],
)
def test_words_that_only_look_like_speech_attribute_nothing(drafts, sentence):
    assert drafts(sentence) == []


def test_a_denied_report_has_one_verb(read):
    found = read("The airline denied reports that a flight was lost.")
    assert [found.cue()] == ["denied"]
    assert len(found.sentences[0]) == 1


def test_a_surname_may_look_like_a_verb(read):
    assert read("Mr Read said the bridge was closed.").source() == "Mr Read"


def test_two_sources_of_one_sentence_are_two_origins(read):
    found = read("A senior border official and the news agency SANA said the crossing was shut.")
    assert [found.source(at=0), found.source(at=1)] == ["A senior border official", "the news agency SANA"]
    assert len({a.origin for a in found.sentences[0]}) == 2


def test_two_outlets_are_two_origins(read):
    found = read("Reuters and SANA reported that the crossing was shut.")
    assert [a.origin for a in found.sentences[0]] == ["reuters", "sana"]


def test_a_joint_statement_stays_one(read):
    found = read("Saudi Arabia and Iran said they would reopen their embassies.")
    assert len([a for a in found.sentences[0] if not a.nested]) == 1
    assert found.first().origin == "iran-and-saudi-arabia"


def test_an_outlet_that_says_what_somebody_said_is_a_relay(read):
    found = read("Reuters reported that a port official said the crane had failed.")
    assert found.first().chain[1] == "reuters"
    assert found.source() == "a port official"


def test_a_newsroom_that_understands_is_the_source(read):
    found = read("The Guardian understands that the line will close.")
    assert found.first().sourcing_type == "media_outlet"


def test_two_statements_joined_by_a_semicolon_stand_side_by_side(read):
    found = read("The harbour master said the pier was safe; fishermen told reporters that it had cracked.")
    assert (found.source(), found.content()) == ("The harbour master", "the pier was safe")
    assert found.source(at=1) == "fishermen"
    assert len(found.sentences[-1][1].chain) == 2


def test_two_statements_joined_by_and_stand_side_by_side(read):
    found = read("Hamas said it had accepted the deal and Israel said it had turned it down.")
    assert (found.source(), found.content()) == ("Hamas", "it had accepted the deal")
    assert found.sentences[-1][1].chain == ("unknown", "israel")


def test_nobody_but_a_medium_passes_on_what_others_say(read):
    found = read("The port authority quoted the harbour master as saying that the pier was safe.")
    assert len(found.first().chain) == 2
    found = read("State television quoted the harbour master as saying that the pier was safe.")
    assert found.first().chain[1] == "state-television"


def test_the_clause_behind_who_belongs_to_the_speaker(read):
    found = read("An engineer who asked not to be named said the dam had cracked.")
    assert (found.source(), found.content()) == ("An engineer who asked not to be named", "the dam had cracked.")


@pytest.mark.parametrize("who", ["A federal jury in Lisbon", "The fire brigade in Oslo"])
def test_the_head_decides_and_not_a_place_behind_a_preposition(read, who):
    first = read(f"{who} found the harbour master guilty.").first()
    assert first.sourcing_type == "official_body"
    assert first.origin not in ("lisbon", "oslo", "portugal", "norway")


@pytest.mark.parametrize("what", ["court documents show", "the filings show", "records showed"])
def test_documents_that_show_it_at_the_end_are_the_source(read, what):
    assert read(f"The money was never paid, {what}.").first().sourcing_type == "document"


@pytest.mark.parametrize(
    "sentence",
    [
        "It should be noted that the plan failed.",
        "They posted a profit of 3 million dollars.",
        "The noted author wrote a book about the war.",
        "The company declined to comment.",
        "Reuters could not independently verify the figures.",
        "The governor's office did not respond to a request for comment.",
    ],
)
def test_sentences_in_which_nobody_states_anything_are_the_outlet_s_own(read, sentence):
    assert read(f"The harbour was closed on Monday.\n\n{sentence}").sentences[-1] == ()


def test_according_to_ends_at_its_comma(read):
    found = read("According to the coastguard, three people died; the hospital put the number at five.")
    assert (found.source(), found.content()) == ("the coastguard", "three people died")
    found = read("According to police, the man died in hospital, and two others were hurt.")
    assert found.source() == "police"


def test_a_that_behind_a_noun_opens_no_content(read):
    found = read("The ministry said the drone that entered the country had come down near the village.")
    assert found.content() == "the drone that entered the country had come down near the village."
    assert read("The ministry said the next day that the drone had come down.").content() == "the drone had come down."


def test_what_somebody_has_found_in_numbers_is_a_find_and_no_statement(read):
    assert read("The Guardia Civil has found 300 packets of hashish, Reuters reported.").source() == "Reuters"
    assert read("The inquiry has found that the brakes failed.").source() == "The inquiry"


def test_figures_from_a_body_that_show_it_at_the_end_are_the_source(read):
    assert read("More than 480,000 people have crossed, figures from the UNHCR show.").source() == "figures from the UNHCR"


def test_one_place_in_capitals_in_front_of_a_text_speaks_not(read):
    assert read("BARISHAL: A ferry sank on Tuesday, a coastguard official said.").source() == "a coastguard official"


@pytest.mark.parametrize("sentence", ["No group has claimed the attack.", "Neither side said so.", "Hakan Fidan himself has said nothing."])
def test_whoever_says_nothing_is_no_source(drafts, sentence):
    assert drafts(sentence) == []


def test_a_medium_that_no_registry_knows_passes_on_what_somebody_says(read):
    found = read("Their lawyers say the signatures were forged, according to the newspaper Premium Times.")
    assert found.source() == "Their lawyers"
    assert found.first().chain[1] == "premium-times"


def test_a_clause_is_nobody_who_speaks(read):
    found = read("Hakan Fidan spoke. He says it shows that the plan works.")
    assert {a.origin for a in found.sentences[-1] if a.origin} == {"hakan-fidan"}


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("Said one diplomat: “It is over.”", "one diplomat", "“It is over.”"),
        ("Four in ten of those surveyed said they would not vote.", "Four in ten of those surveyed", "they would not vote."),
        ("Anadolu, quoting sources it did not name, reported heavy fighting.", "sources", "heavy fighting."),
        ("State media quoted Putin as telling generals: “We are ready.”", "Putin", "“We are ready.”"),
        ("“It was late,” Commander Hakan Fidan, a spokesman for the U.S. Fifth Fleet, said by email.", None, "“It was late,”"),
        ("The security firm Ambrey, in a note to clients, said the ship had been boarded.", None, "the ship had been boarded."),
        ("Fidan, for his part, told reporters the road was open.", "Fidan, for his part", "the road was open."),
        ("Minutes of the meeting, released last week, showed officials were divided.", None, "officials were divided."),
        ("US officials, speaking anonymously, said they shared that view.", None, "they shared that view."),
        ("UNHCR said in a tweet it was “deeply concerned”.", "UNHCR", "it was “deeply concerned”."),
        ("“It shook,” said Hakan Fidan, 45, a fisherman in the town.", None, "“It shook,”"),
        ("The question, said the mayor, is who will pay.", "the mayor", "The question … is who will pay."),
        ("Adds another: “It is dead.”", "another", "“It is dead.”"),
        ("My colleague was told by a guard that photographs were forbidden.", "a guard", "photographs were forbidden."),
        (
            "“The talks were useful,” Lavrov said after the meeting, “but much remains to be done.”",
            "Lavrov",
            "“The talks were useful,” … “but much remains to be done.”",
        ),
        ("He was reported by state media to be in Minsk.", "state media", "He … to be in Minsk."),
        ("The researchers, from University College London, stressed that the cause was unknown.", None, "the cause was unknown."),
        ("The memo, dated 3 May 2019 and marked “secret”, warns that the dam may break.", None, "the dam may break."),
        ("A fire broke out, a source close to the singer told People magazine.", "a source close to the singer", "A fire broke out"),
    ],
)
def test_who_speaks_and_what_is_said_in_unusual_orders(read, sentence, source, content):
    found = read(sentence)
    assert source is None or found.source() == source
    assert found.content() == content


def test_an_inverted_clause_with_that_has_its_speaker_in_front(read):
    found = read("The researchers, from University College London, stressed that the study proved nothing.")
    assert found.source().startswith("The researchers")


def test_a_magazine_that_no_registry_knows_passes_on_what_it_was_told(read):
    assert read("A fire broke out, a source close to the singer told People magazine.").first().chain[1] == "people-magazine"


@pytest.mark.parametrize("sentence", ["The judge dismissed the case.", "The ministry has not commented on the matter."])
def test_what_a_court_decides_and_whoever_keeps_silent_states_nothing(drafts, sentence):
    assert drafts(sentence) == []


def test_a_source_ends_with_its_sentence(read):
    found = read("“It was late,” said the group’s deputy Middle East director. Amnesty International called for an inquiry.")
    assert found.source(0) == "the group’s deputy Middle East director"


@pytest.mark.parametrize(
    "text",
    ["Police have questioned the captain.", "Police questioned three suspects in Izmir.", "Prosecutors charged two officers with murder."],
)
def test_what_is_done_to_people_is_no_statement(read, text):
    assert read(text).sentences[-1] == ()


def test_what_is_asked_of_a_matter_is_one(read):
    assert read("Erdogan questioned whether the vote was fair.").source() == "Erdogan"


def test_what_somebody_told_prosecutors_is_their_statement(read):
    found = read("The captain told prosecutors that he had warned the owner, Anadolu reported.")
    assert (found.cue(), found.first().chain[1]) == ("told", "anadolu")


def test_an_apposition_that_holds_a_verb_is_none(read):
    found = read("The vessel, the 62-metre Ege Star, had lost power, said a coastguard officer at the scene.")
    assert found.source() == "a coastguard officer"


def test_behind_a_verb_in_the_passive_stands_the_name_alone(read):
    found = read("Sergei Lavrov left. He was echoed by Kremlin spokesman Dmitry Peskov, who told reporters that it was over.")
    assert ("Kremlin spokesman Dmitry Peskov", "it was over.") in {
        (" ".join(s.within(found.text) for s in a.antecedent), " ".join(s.within(found.text) for s in a.content))
        for a in found.sentences[-1]
    }


def test_whom_somebody_briefed_says_nothing(read):
    assert read("Fidan, for his part, briefed the Iranian minister on the talks.").source() == "Fidan, for his part"


def test_an_outlet_whose_report_is_rejected_passes_nothing_on(read):
    assert (
        "wall-street-journal" not in read("The Kremlin rejected a report by The Wall Street Journal that missiles had moved.").first().chain
    )


def test_a_number_with_a_comma_is_one_word(read):
    assert read("Aspirin does not help, a study of 19,000 people suggests.").source() == "a study of 19,000 people"


def test_behind_a_semicolon_somebody_else_speaks(read):
    found = read("More than 200 protested, police said; organisers put the figure at 1,500.")
    assert found.content() == "More than 200 protested"


def test_a_preposition_can_open_what_is_said(read):
    found = read("SANA, citing a foreign ministry source, said Damascus insisted on a full withdrawal.")
    assert "on a full withdrawal." in {" ".join(span.within(found.text) for span in each.content) for each in found.sentences[-1]}
