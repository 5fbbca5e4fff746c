"""Text in, claims out."""

from provenance.extraction.reading import claim_id, read_article
from provenance.model.article import Document
from provenance.model.text import Span
from provenance.registry import Registry

REGISTRY = Registry.load()
TEXT = "The crane failed on Monday, a port official told Reuters.\n\nIt apparently rusted.\n\nWho will pay?"


def test_the_deciding_attribution_gives_the_sourcing_type():
    reading = read_article(Document(ref="a", text=TEXT), REGISTRY)
    assert [s.sourcing_type.value for s in reading.sentences][:2] == ["anonymous_official", "outlet_analysis"]


def test_a_claim_is_its_slice_of_the_text():
    reading = read_article(Document(ref="a", text=TEXT), REGISTRY)
    assert [c.text for c in reading.claims] == [c.span.within(TEXT) for c in reading.claims]


def test_a_question_is_no_claim():
    reading = read_article(Document(ref="a", text=TEXT), REGISTRY)
    assert "Who will pay?" not in [c.text for c in reading.claims]


def test_the_same_text_has_the_same_claims():
    first, again = (read_article(Document(ref=ref, text=TEXT), REGISTRY) for ref in ("a", "b"))
    assert [c.id for c in first.claims] == [c.id for c in again.claims]
    assert claim_id("x", Span(0, 1)) != claim_id("y", Span(0, 1))


def test_another_language_is_kept_and_not_pretended_to_be_read():
    reading = read_article(
        Document(ref="a", text="Der Minister sagte am Montag, dass die Straße wegen des Regens gesperrt ist und bleibt."), REGISTRY
    )
    assert reading.claims == ()
    assert reading.sentences


def test_who_wrote_the_text_is_nobody_whom_it_quotes():
    text = "BBC News\n4 March 2025\nBy Ali Mamlouk\n\nThe governor of Homs told Reuters that the dam was closed."
    (claim,) = read_article(Document(ref="a", text=text), REGISTRY).claims
    assert claim.attributions[0].chain[:2] == ("bbc", "reuters")
    assert "mamlouk" not in (claim.attributions[0].origin or "")
