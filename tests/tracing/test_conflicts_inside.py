"""Contradictions between two sources of one article."""

from provenance.extraction import read_article
from provenance.model.article import ArticleHead, Document
from provenance.model.chain import ConflictKind, ConflictStatus, Support
from provenance.model.claim import ClaimInContext
from provenance.registry import Registry
from provenance.tracing import Tracing, trace

REGISTRY = Registry.load()
STATED = "Turkish President Recep Tayyip Erdogan said that Russia had agreed to extend the grain deal by 60 days."
DENIED = "Kremlin spokesman Dmitry Peskov denied that Russia had agreed to extend the grain deal."


def traced(*sentences: str) -> Tracing:
    reading = read_article(Document(ref="x", text="Talks on grain\n\n" + " ".join(sentences)), REGISTRY)
    head = ArticleHead(id=reading.article.id)
    return trace([ClaimInContext(claim=claim, article=head) for claim in reading.claims])


def test_one_source_that_denies_what_the_other_states_contests_both() -> None:
    tracing = traced(STATED, DENIED)
    assert [conflict.kind for conflict in tracing.conflicts] == [ConflictKind.NEGATION]
    assert [(group.support, group.conflict) for group in tracing.groups] == [(Support.SINGLE_SOURCE, ConflictStatus.CONTESTED)] * 2


def test_one_source_does_not_contradict_itself() -> None:
    assert not traced(STATED, DENIED.replace("Kremlin spokesman Dmitry Peskov", "Erdogan")).conflicts


def test_the_outlets_own_words_contradict_none_of_its_sources() -> None:
    assert not traced(STATED, "Russia had not agreed to extend the grain deal by 60 days.").conflicts


def test_two_sources_of_one_article_who_say_the_same_are_two_claims() -> None:
    tracing = traced(STATED, STATED.replace("Turkish President Recep Tayyip Erdogan", "Ali Mamlouk"))
    assert len(tracing.groups) == 2
    assert not tracing.conflicts
