"""Names that the text treats as a body's."""

import pytest

from provenance.extraction.attribution.tokens import tokens_of
from provenance.extraction.introductions import people_of
from provenance.extraction.people import People
from provenance.language.names import find_names
from provenance.model.text import Span


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Roads were cut, AFAD said. Afad said 12 people had died.", "afad"),
        ("Apple said its sales rose 4 percent.", "apple"),
        ("Nestle reported quarterly revenue of 4 billion francs.", "nestle"),
        ("Ryanair said it would fly again. The airline said tickets stayed valid.", "ryanair"),
        ("Nintendo shares fell.", "nintendo"),
        ("The strike began, the transport union Liman-Is said.", "liman is"),
        ("The strike began, according to the Liman-Is union.", "liman is"),
        ("The rebel group Ahrar al-Sham said it had left.", "ahrar al sham"),
    ],
)
def test_a_name_that_the_text_treats_as_a_body_is_one(text, name):
    assert name in _sentences(text).bodies


@pytest.mark.parametrize(
    "text",
    [
        "FERRY LINE TO CLOSE",
        "The party Erdogan leads won.",
        "The Erdogan campaign said so.",
        "Fidan said he would stay. The company agreed.",
        "Mamlouk said he would stay.",
        "Fidan said the EU would meet its promise.",
    ],
)
def test_other_names_are_none(text):
    assert not _sentences(text).bodies - {"eu"}


def _sentences(text: str) -> People:
    """The people of a text whose sentences end with a full stop and a space."""
    ends = [k + 1 for k, c in enumerate(text) if c == "." and text[k + 1 : k + 2] in ("", " ")] or [len(text)]
    places = [Span(first, end) for first, end in zip([0, *ends], ends, strict=False)]
    return people_of([tokens_of(text, place) for place in places], [find_names(text, place) for place in places])
