"""The masthead is read off the marks of publishing; an outlet that is only cited is not the publisher."""

import pytest

from provenance.extraction.masthead import read_masthead
from provenance.model.article import Document, Masthead
from provenance.registry import Registry

BODY = "The ministry opened a crossing on Monday, Reuters reported. It serves both sides, according to TRT World."
REGISTRY = Registry.load()


def masthead(text: str, **stated: str) -> Masthead:
    return read_masthead(Document.model_validate({"ref": "x", "text": text, **stated}), REGISTRY)


@pytest.mark.parametrize(
    ("text", "outlet", "words"),
    [
        (f"Border reopened\n\nIDLIB, Syria (North Press) – {BODY}", "north-press", "North Press"),
        (f"Border reopened\n\nISWNews Analysis Group – {BODY}", "iswnews", "ISWNews Analysis Group"),
        (f"MOSCOW, Jan 13 (Reuters) - {BODY}", "reuters", "Reuters"),
        (f"(Reuters) — {BODY}", "reuters", "Reuters"),
        (f"Damascus, SANA – {BODY}", "sana", "SANA"),
        (f"Border reopened\n\nBALADI NEWS\n\n{BODY}", "baladi-news", "BALADI NEWS"),
        (f"Border reopened | The New Arab\n\n{BODY}", "the-new-arab", "The New Arab"),
        (f"Border reopened\n\n{BODY}\n\n© 2023 North Press. All rights reserved.", "north-press", "North Press"),
    ],
)
def test_the_outlet_is_read_off_its_own_marks(text, outlet, words):
    found = masthead(text)
    assert found.outlet == outlet
    assert found.outlet_span is not None
    assert words in found.outlet_span.within(text)
    assert words in found.outlet_basis


@pytest.mark.parametrize(
    "text",
    [
        f"Border reopened\n\n{BODY}",
        f"Border reopened - Reuters\n\n{BODY}",
        f"Border reopened\n\n{BODY}\n\nReuters\nSANA",
        "SANA reported the opening (AFP) – it said.\n\nNothing else happened.",
    ],
)
def test_a_cited_outlet_is_not_the_publisher(text):
    assert masthead(text).outlet is None


def test_a_credit_at_the_end_makes_it_a_republication():
    found = masthead(f"Border reopened\n\nBALADI NEWS\n\n{BODY}\n\nSource: The New Arab.")
    assert (found.outlet, found.republished_from) == ("baladi-news", "the-new-arab")


def test_a_credited_text_without_a_publisher_has_an_unknown_one():
    found = masthead(f"Border reopened\n\n{BODY}\n\nSource: The New Arab.")
    assert (found.outlet, found.republished_from, found.republished_name) == (None, "the-new-arab", "The New Arab")


def test_an_agency_in_the_dateline_is_the_origin_where_another_house_publishes():
    found = masthead(f"Border reopened\n\nMOSCOW, Jan 13 (Reuters) - {BODY}", outlet="north-press")
    assert (found.outlet, found.republished_from) == ("north-press", "reuters")


@pytest.mark.parametrize("name", ["North Press", "north-press", "npasyria.com"])
def test_a_stated_outlet_is_found_by_name_key_or_domain(name):
    assert masthead(BODY, outlet=name).outlet == "north-press"


def test_an_unknown_outlet_in_a_dateline_is_kept_as_written():
    found = masthead(f"Markets reopen\n\nHOMS, Syria (Orontes Post) – {BODY}")
    assert (found.outlet, found.outlet_name) == ("orontes-post", "Orontes Post")


def test_the_address_tells_the_outlet():
    assert masthead(BODY, url="https://npasyria.com/en/1/").outlet == "north-press"


def test_the_title_is_the_headline_without_furniture_outlet_or_site():
    text = f"Accept all\nThe New Arab\n\nMinistry opens new crossing | The New Arab\n\n{BODY}\n\nReporting by Ankara Newsroom"
    assert masthead(text).title == "Ministry opens new crossing"
    assert masthead(text).byline == "Ankara Newsroom"


def test_what_the_container_states_comes_first():
    found = masthead(f"A headline of the page\n\n{BODY}", title="The true title", byline="A. B.")
    assert (found.title, found.byline) == ("The true title", "A. B.")
