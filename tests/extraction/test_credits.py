"""Credits: the agencies and outlets that a page names as makers of its text, where they stand and of how much they speak."""

import pytest

from provenance.extraction import Reading, read_article
from provenance.model.article import Document, Role
from provenance.registry import Registry

HEAD = "Blaze kills 14 at plant\n\n"
BODY = "A fire at a plant outside Lahore killed 14 workers on Monday, police said. The blaze broke out before dawn."
REGISTRY = Registry.load()


def read(text: str, **stated: str) -> Reading:
    return read_article(Document(ref="x", text=text, outlet="outlet-x", **stated), REGISTRY)


def credits(text: str, **stated: str) -> list[tuple[str, bool]]:
    found = read(text, **stated).article.masthead.credits
    assert all(credit.span is None or credit.span.within(text) in credit.words for credit in found)
    return [(credit.key, credit.whole) for credit in found]


@pytest.mark.parametrize(
    ("below", "found"),
    [
        ("\n\n(Reuters)", [("reuters", True)]),
        (" (Reuters)", [("reuters", True)]),
        (" – AFP", [("afp", True)]),
        ("\n\nWith files from The Associated Press", [("associated-press", False)]),
        ("\n\n(With inputs from AFP)", [("afp", False)]),
        ("\n\nAdditional reporting by Reuters and AFP", [("reuters", False), ("afp", False)]),
        ("\n\nReuters contributed to this report.", [("reuters", False)]),
        ("\n\nReuters/AFP", [("reuters", False), ("afp", False)]),
        (" REUTERS", [("reuters", True)]),
        (" LAHORE", []),
        ("\n\nWith inputs from agencies", []),
        ("\n\nReporting by our staff in Lahore", []),
    ],
)
def test_what_stands_below_the_text_is_read(below: str, found: list[tuple[str, bool]]) -> None:
    assert credits(HEAD + BODY + below) == found


def test_a_byline_that_names_an_agency_and_a_place_credits_the_agency() -> None:
    assert credits(HEAD + "Reuters in Lahore\n\n" + BODY) == [("reuters", True)]
    assert credits(HEAD + "Spring in Lahore\n\n" + BODY) == []


def test_who_republishes_or_publishes_is_no_credit() -> None:
    for below in ("\n\nSource: Reuters", "\n\nThis article was originally published by Reuters."):
        reading = read(HEAD + BODY + below)
        assert (reading.article.masthead.republished_from, reading.article.masthead.credits) == ("reuters", ())
    assert read_article(Document(ref="x", text=HEAD + BODY + "\n\n(Reuters)", outlet="reuters"), REGISTRY).article.masthead.credits == ()


def test_an_agency_beside_the_writer_is_credited_and_a_cited_one_is_not() -> None:
    assert credits(HEAD + BODY, byline="Staff and AFP") == [("afp", False)]
    assert credits(HEAD + BODY.replace("police said", "police told Reuters")) == []


def test_an_agency_in_a_pictures_caption_is_no_credit_of_the_text() -> None:
    caption = "Smoke rises over Lahore on Monday. (AFP)\n\n"
    assert credits(HEAD + caption + BODY + "\n\n" + BODY.replace("14", "15")) == []


def test_a_paragraph_that_ends_with_a_credit_still_states_what_it_states() -> None:
    reading = read(HEAD + BODY + " (Reuters)")
    assert [sentence.role for sentence in reading.sentences] == [Role.HEADLINE, Role.CLAIM, Role.CLAIM, Role.OTHER]


def test_hostile_ends_of_paragraphs_are_read_to_the_end() -> None:
    for end in ("(" * 20_000, ". (a" * 10_000, "- A" * 10_000, " " * 50_000 + "(", "AFP, " * 10_000):
        assert isinstance(credits(HEAD + BODY + " " + end), list)
