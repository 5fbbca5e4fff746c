"""The key claim of an article: what its headline says, else what its lead opens with."""

from provenance.extraction import read_article
from provenance.extraction.key_claim import KeyClaim, key_claim
from provenance.model.article import Document
from provenance.registry import Registry

TEXT = """Bridge over the Euphrates reopens in Raqqa

The road had been closed since March, residents said.

The bridge over the Euphrates in Raqqa reopened on Friday, the state news agency SANA reported.
"""


def key_of(text: str, least: float = 0.5) -> KeyClaim | None:
    reading = read_article(Document(ref="x", text=text, outlet="reuters"), Registry.load())
    return key_claim(reading.article.masthead.title, reading.claims, least)


def test_the_claim_that_says_what_the_headline_says_is_the_key_claim_wherever_it_stands() -> None:
    found = key_of(TEXT)
    assert found is not None
    assert found.claim.text.startswith("The bridge over the Euphrates")
    assert found.why.startswith("it says most of what the headline says")


def test_where_no_claim_repeats_the_headline_the_lead_opens_with_the_key_claim() -> None:
    found = key_of(TEXT.replace("Bridge over the Euphrates reopens in Raqqa", "A day to remember for many closed roads"), least=0.9)
    assert found is not None
    assert found.claim.text.startswith("The road had been closed")
    assert "the lead opens with it" in found.why


def test_of_two_claims_that_say_as_much_of_it_the_first_is_the_key_claim() -> None:
    reading = read_article(Document(ref="x", text=TEXT, outlet="reuters"), Registry.load())
    found = key_claim("Nothing of this", reading.claims[::-1], 0.0)
    assert found is not None
    assert found.claim.position == min(claim.position for claim in reading.claims)


def test_an_article_without_claims_has_no_key_claim() -> None:
    assert key_claim("Bridge reopens", (), 0.5) is None
