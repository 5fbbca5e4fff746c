"""Who is introduced in an article."""

import pytest

from provenance.extraction.attribution.tokens import tokens_of
from provenance.extraction.people import Capacity, People, capacity_of, people_of, side_of
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
        ("The foreign minister, Hakan Fidan, left.", "Hakan Fidan", Capacity.OFFICIAL),
        ("Minister for Housing Darragh O’Brien left.", "Darragh O’Brien", Capacity.OFFICIAL),
        ("Ted Scambos, a glaciologist in Boulder, left.", "Ted Scambos", Capacity.EXPERT),
        ("Gary Lineker left.", "Gary Lineker", None),
    ],
)
def test_a_name_comes_with_its_capacity(text, name, capacity):
    person = people(text).find(name)
    assert person is not None
    assert person.capacity is capacity


def test_a_person_is_found_by_the_last_word_of_the_name():
    found = people("Recep Tayyip Erdoğan left.")
    assert found.find("Erdogan") is found.find("Recep Tayyip Erdoğan")


def test_a_family_name_may_stand_first():
    assert people("Li Qiang, the premier, left.").find("Li") is not None


@pytest.mark.parametrize("text", ["The Federal Reserve Bank left.", "General Motors left.", "NATO left."])
def test_a_body_is_no_person_with_an_office(text):
    assert not any(p.capacity is Capacity.OFFICIAL and p.name.isupper() for p in people(text).by_name.values())


def test_the_one_who_holds_an_office_is_found_by_it():
    found = people("French President Emmanuel Macron met Turkish President Recep Tayyip Erdoğan.")
    assert found.in_role("president", None) is None
    assert found.in_role("president", "France") is found.find("Macron")


def test_an_office_goes_before_a_trade():
    assert capacity_of(["economist", "and", "minister"]) is Capacity.OFFICIAL
    assert capacity_of(["commander-in-chief"]) is Capacity.OFFICIAL
    assert capacity_of(["table"]) is None


def test_a_side_stands_before_the_preposition():
    assert side_of(["the", "syrian", "ambassador"]) == "Syria"
    assert side_of(["sources", "close", "to", "turkish", "intelligence"]) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Roads were cut, AFAD said. Afad said 12 people had died.", "afad"),
        ("Apple said its sales rose 4 percent.", "apple"),
        ("Nestle reported quarterly revenue of 4 billion francs.", "nestle"),
        ("Ryanair said it would fly again. The airline said tickets stayed valid.", "ryanair"),
        ("Nintendo shares fell.", "nintendo"),
    ],
)
def test_a_name_that_the_text_treats_as_a_body_is_one(text, name):
    assert name in _sentences(text).bodies


@pytest.mark.parametrize("text", ["FERRY LINE TO CLOSE", "Messi said he would stay.", "Merkel said the EU would meet its promise."])
def test_other_names_are_none(text):
    assert not _sentences(text).bodies - {"eu"}


def _sentences(text: str) -> People:
    """The people of a text whose sentences end with a full stop and a space."""
    ends = [k + 1 for k, c in enumerate(text) if c == "." and text[k + 1 : k + 2] in ("", " ")] or [len(text)]
    places = [Span(first, end) for first, end in zip([0, *ends], ends, strict=False)]
    return people_of([tokens_of(text, place) for place in places], [find_names(text, place) for place in places])
