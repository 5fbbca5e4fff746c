"""A new reading of an article loses no decision: it shows where the words stand today."""

import pytest

from provenance.model.queue import ClaimQuery
from provenance.model.review import Verdict
from provenance.model.text import Span

S, R = Verdict.SUPPORTED, Verdict.REFUTED


@pytest.fixture
def read(archive, make):
    return make.take_in(archive, make.reading("sana", "The river rose on Monday.", "It fell.", "The dam held."))


def cut_anew(archive, make, read, *spans):
    claims = make.cut(read.article, [Span(*span) for span in spans], {})
    archive.replace_reading(read.article.id, read.sentences, claims, {})
    return claims


def test_a_claim_that_was_cut_the_same_way_keeps_its_verdict_and_note(archive, make, read):
    archive.journal.append(make.verdict(read.claims[2]))
    archive.journal.append(make.note(read.claims[2], "seen"))
    cut_anew(archive, make, read, *(claim.span for claim in read.claims[1:]))
    assert make.shown(archive, *read.claims[1:]) == [None, S]
    assert archive.entries([read.claims[2].id], "ada")[0].notes == 1


def test_a_verdict_goes_to_the_claim_that_shares_most_of_its_words(archive, make, read):
    archive.journal.append(make.verdict(read.claims[0]))
    new = cut_anew(archive, make, read, (0, 9), (10, 34), (35, 48))
    assert make.shown(archive, *new) == [None, S, None]
    assert [entry.claims[0].claim for entry in archive.journal.entries(claim=new[1].id)] == [read.claims[0].id]


def test_of_two_verdicts_that_meet_in_one_claim_the_last_is_shown_and_undo_brings_back_the_other(archive, make, read):
    archive.journal.append(make.verdict(read.claims[0]))
    archive.journal.append(make.verdict(read.claims[1], found=R))
    new = cut_anew(archive, make, read, (0, 34), (35, 48))
    assert make.shown(archive, *new) == [R, None]
    archive.journal.append(make.verdict(new[0], found=Verdict.NOT_ENOUGH_EVIDENCE))
    assert make.shown(archive, *new) == [Verdict.NOT_ENOUGH_EVIDENCE, None]
    assert archive.progress(ClaimQuery(), "ada").reviewed == 1
    archive.journal.undo("ada", make.noon)
    archive.journal.undo("ada", make.noon)
    assert make.shown(archive, *new) == [S, None]


def test_a_decision_on_words_that_are_no_claim_any_more_waits_for_them(archive, make, read):
    entry = archive.journal.append(make.verdict(read.claims[2]))
    cut_anew(archive, make, read, read.claims[0].span)
    assert archive.progress(ClaimQuery(), "ada").reviewed == 0
    assert archive.journal.entries() == (entry,)
    cut_anew(archive, make, read, *(claim.span for claim in read.claims))
    assert make.shown(archive, *read.claims) == [None, None, S]


def test_the_journal_is_not_touched_by_a_new_reading(archive, make, read):
    archive.journal.append(make.verdict(*read.claims))
    before = archive.journal.entries()
    cut_anew(archive, make, read, (0, 48))
    assert archive.journal.entries() == before
    assert archive.journal.undo("ada", make.noon) == before[0]


def test_a_withdrawn_article_keeps_its_decisions(archive, make, read):
    archive.journal.append(make.verdict(read.claims[0]))
    archive.update_article(read.article.model_copy(update={"withdrawn": True}))
    assert archive.progress(ClaimQuery(), "ada").total_reviewed == 0
    assert len(archive.journal.entries(article=read.article.id)) == 1
    archive.update_article(read.article)
    assert archive.progress(ClaimQuery(), "ada").total_reviewed == 1
