"""Who is introduced in an article."""

import pytest

from provenance.extraction.attribution.tokens import tokens_of
from provenance.extraction.capacities import Capacity
from provenance.extraction.introductions import people_of
from provenance.extraction.people import People
from provenance.language.names import find_names
from provenance.model.text import Span


def people(text: str) -> People:
    whole = Span(0, len(text))
    return people_of([tokens_of(text, whole)], [find_names(text, whole)])


@pytest.mark.parametrize(
    ("text", "name", "capacity"),
    [
        ("Turkish Foreign Minister Hakan Fidan left.", "Hakan Fidan", Capacity.OFFICIAL),
        ("Hakan Fidan, the foreign minister, left.", "Hakan Fidan", Capacity.OFFICIAL),
        ("Hakan Fidan — Turkey’s foreign minister — left.", "Hakan Fidan", Capacity.OFFICIAL),
        ("The foreign minister, Hakan Fidan, left.", "Hakan Fidan", Capacity.OFFICIAL),
        ("Minister for Housing Darragh O’Brien left.", "Darragh O’Brien", Capacity.OFFICIAL),
        ("Ali Mamlouk, a glaciologist in Boulder, left.", "Ali Mamlouk", Capacity.EXPERT),
        ("Hakan Fidan of the University of Ankara left.", "Hakan Fidan", Capacity.EXPERT),
        ("Hakan Fidan of Ankara left.", "Hakan Fidan", None),
        ("Hakan Fidan left.", "Hakan Fidan", None),
    ],
)
def test_a_name_comes_with_its_capacity(text, name, capacity):
    person = people(text).find(name)
    assert person is not None
    assert person.capacity is capacity


def test_a_person_is_found_by_the_last_word_of_the_name():
    found = people("Recep Tayyip Erdoğan left.")
    assert found.find("Erdogan") is found.find("Recep Tayyip Erdoğan")


def test_an_article_of_the_family_name_may_be_left_out():
    found = people("President Bashar al-Assad left. Assad came back.")
    assert found.find("Assad") is found.find("Bashar al-Assad")


def test_a_family_name_may_stand_first():
    assert people("Li Qiang, the premier, left.").find("Li") is not None


@pytest.mark.parametrize(
    "told",
    [
        "Golda Meir, who’s running third in the polls, left.",
        "Golda Meir left Assad with her campaign’s line, and her rivals stayed.",
    ],
)
def test_who_seeks_an_office_is_told_by_the_words_around_the_name(told):
    person = people(f"An election is near, and voters wait. {told}").find("Golda Meir")
    assert person is not None
    assert person.capacity is Capacity.OFFICIAL


@pytest.mark.parametrize(
    "text", ["The man left Elm Street.", "Prosecuting, the lawyer left.", "The Affordable Care Act passed.", "The man left New Hampshire."]
)
def test_a_street_a_law_and_a_gerund_are_nobody(text):
    assert not people(text).by_name


def test_a_verb_in_front_of_its_subject_is_no_part_of_a_name():
    assert {p.name for p in people("Said Hakan Fidan: “No.”").by_name.values()} == {"Hakan Fidan"}


@pytest.mark.parametrize("text", ["The Federal Reserve Bank left.", "General Motors left.", "NATO left."])
def test_a_body_is_no_person_with_an_office(text):
    assert not any(p.capacity is Capacity.OFFICIAL and p.name.isupper() for p in people(text).by_name.values())


def test_the_one_who_holds_an_office_is_found_by_it():
    found = people("Russian President Vladimir Putin met Turkish President Recep Tayyip Erdoğan.")
    assert found.in_role("president", None) is None
    assert found.in_role("president", "Russia") is found.find("Putin")


@pytest.mark.parametrize("text", ["ANKARA, Nov 20 (Reuters) - The doctor left.", "The Turkish Red Crescent said so."])
def test_a_day_of_a_month_and_what_stands_behind_the_are_no_people(text):
    assert not people(text).by_name


def test_a_name_is_told_from_the_office_in_front_of_it():
    found = people("Minister of Foreign Affairs Hakan Fidan left. But bureau chief Ali Mamlouk stayed.")
    assert found.by_name["hakan fidan"].capacity is Capacity.OFFICIAL
    assert found.by_name["ali mamlouk"].capacity is Capacity.OFFICIAL


def test_a_spokesperson_of_a_body_with_initials_like_a_pronoun_is_an_official():
    assert people("WHO spokesperson Hakan Fidan left.").by_name["hakan fidan"].capacity is Capacity.OFFICIAL


def test_capitals_of_a_headline_alone_are_nobody():
    sentences = ["Address Clean Energy, Minister Hakan Fidan Says.", "Minister Hakan Fidan left."]
    places = [(0, len(sentences[0])), (len(sentences[0]) + 1, len(" ".join(sentences)))]
    text = " ".join(sentences)
    tokens, names = ([read(text, Span(*place)) for place in places] for read in (tokens_of, find_names))
    assert {person.name for person in people_of(tokens, names, {0}).by_name.values()} == {"Hakan Fidan"}
