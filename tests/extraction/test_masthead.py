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
        (f"Damascus, March 5 (SANA) - {BODY}", "sana", "SANA"),
        (f"Border reopened\n\nANKARA (AA) - Mar 04, 2025\n\n{BODY}", "anadolu", "AA"),
        (f"Border reopened\n\nLe Monde with Reuters\n\n{BODY}", "le-monde", "Le Monde with Reuters"),
        (f"MOSCOW, June 3. /TASS/. {BODY}", "tass", "TASS"),
        (f"Border reopened\n\nTASS, 3 June 2023\n\n{BODY}", "tass", "TASS"),
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
        "Border reopened - BBC\n\nThe border was reopened on Friday, the BBC reported, citing two officials.",
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


FLOODS = "At least 12 people died when floods swept through the province on Friday, the disaster agency said."


@pytest.mark.parametrize(
    "above",
    [
        "World  Business  Markets  Sustainability  More\nMy News",
        "Home News Sport Weather iPlayer",
        "News | Opinion | Sport | Culture | Lifestyle",
        "This article is more than 2 years old",
        "Storm chasers in Kansas",
        "HERALD HOUSE  PRESS ROOM",
        "Thursday 15 June 2023 14:21, UK",
        "Publié le 12 mars 2024 à 10h05",
    ],
)
def test_the_headline_shares_its_words_with_the_text_and_is_no_menu(above):
    title = "Black Sea floods leave at least 12 people dead"
    assert masthead(f"{above}\n\n{title}\n\nBy CNN staff\n\n{FLOODS}").title == title


def test_a_credit_for_the_staff_is_no_headline():
    found = masthead(f"CNN Politics\n\nBy CNN staff\n\n{FLOODS}")
    assert (found.title, found.byline, found.outlet) == (None, "CNN staff", "cnn")


def test_a_headline_of_section_words_that_the_text_repeats_is_a_headline():
    text = "Sports Business Markets Fall\n\nMarkets for sports business fall again, the exchange said on Friday."
    assert masthead(text).title == "Sports Business Markets Fall"


def test_the_house_publishes_and_the_agency_in_the_byline_is_the_origin():
    found = masthead(f"Support the Guardian\n\nFloods leave 12 people dead\n\nReuters\nSat 14 Aug 2021 11.02 BST\n{FLOODS}")
    assert (found.outlet, found.republished_from) == ("guardian", "reuters")
    found = masthead(f"Sky News\n\nFloods leave 12 people dead\n\nBy Reuters\n{FLOODS}")
    assert (found.outlet, found.republished_from) == ("sky-news", "reuters")


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("CNN Politics", "cnn"),
        ("El País in English", "el-pais"),
        ("By Sky News", "sky-news"),
        ("The Guardian", "guardian"),
        ("www.elpais.com", "el-pais"),
        ("floodwatch.example.org", "floodwatch-example-org"),
    ],
)
def test_an_outlet_that_a_first_line_names_and_nothing_else_is_the_publisher(line, outlet):
    assert masthead(f"{line}\n\nFloods leave 12 people dead\n\n{FLOODS}").outlet == outlet


def test_an_unknown_name_on_top_is_the_publisher_where_the_copyright_notice_repeats_it():
    page = f"Valley Gazette\n\nFloods leave 12 people dead\n\n{FLOODS}"
    assert masthead(page).outlet is None
    assert masthead(f"{page}\n\n© 2023 Valley Gazette. All rights reserved.").outlet_name == "Valley Gazette"


def test_a_headline_that_begins_with_an_outlet_names_no_publisher():
    assert masthead(f"CNN sues ministry over floods\n\n{FLOODS}").outlet is None


def test_a_headline_that_shares_no_word_with_the_text_is_the_line_right_above_it():
    assert masthead(f"THE DAILY WONDER\nWorld | Politics | Opinion\nWhat we know so far\n\n{FLOODS}").title == "What we know so far"


@pytest.mark.parametrize(("above", "title"), [("What we know of the talks so far\n\n", "What we know of the talks so far"), ("", None)])
def test_the_headline_of_a_live_page_is_none_of_its_entries(above, title):
    entries = (
        "14:32 Turkey says talks will go on\n\nThe ministry said the talks would go on.\n\n14:10 Delegation arrives\n\nIt arrived at noon."
    )
    assert masthead(f"{above}{entries}").title == title
