"""What people decided about groups is found from the claims of today, however an article was cut since."""

from itertools import pairwise

import pytest

from provenance.model.review import Action, JournalEntry
from provenance.model.text import Span


@pytest.fixture
def reads(archive, make):
    return [make.take_in(archive, make.reading(outlet, "The river rose on Monday.", "It fell.")) for outlet in ("sana", "afp", "dw", "bbc")]


def keep(archive, make, action, *claims, companions=(), by="ada"):
    refs = {"claims": tuple(make.ref(c) for c in claims), "companions": tuple(make.ref(c) for c in companions)}
    return archive.journal.append(JournalEntry(at=make.noon, reviewer=by, action=action, **refs))


def test_decisions_are_found_from_any_claim_they_are_about(archive, make, reads):
    a, b, c, d = (read.claims[0] for read in reads)
    merge = keep(archive, make, Action.MERGE, a, b, companions=[c])
    split = keep(archive, make, Action.SPLIT, d, companions=[c])
    for claim in (a, b, c):
        assert archive.journal.about_groups([claim.id]) == (merge, split)  # the split is about a claim that the merge ties to it
    assert archive.journal.about_groups([d.id]) == (split,)
    assert archive.journal.about_groups([reads[0].claims[1].id]) == ()
    assert [entry.action for entry in archive.journal.entries(claim=c.id)] == [Action.MERGE, Action.SPLIT]


def test_what_was_undone_is_not_found_until_it_is_redone(archive, make, reads):
    a, b = (read.claims[0] for read in reads[:2])
    merge = keep(archive, make, Action.MERGE, a, b)
    archive.journal.undo("ada", make.noon)
    assert archive.journal.about_groups([a.id]) == ()
    assert archive.claims_grouped([a.id]) == archive.in_context([a.id])
    archive.journal.redo("ada", make.noon)
    assert archive.journal.about_groups([a.id]) == (merge,)


def test_a_merge_ties_claims_over_any_number_of_links(archive, make, reads):
    claims = [read.claims[0] for read in reads]
    for one, other in pairwise(claims):
        keep(archive, make, Action.MERGE, one, other)
    assert {item.claim.id for item in archive.claims_grouped([claims[0].id])} == {claim.id for claim in claims}


def test_a_chain_holds_over_a_withdrawn_article(archive, make, reads):
    a, b, c = (read.claims[0] for read in reads[:3])
    keep(archive, make, Action.MERGE, a, b)
    keep(archive, make, Action.MERGE, b, c)
    archive.update_article(reads[1].article.model_copy(update={"withdrawn": True}))
    assert {item.claim.id for item in archive.claims_grouped([a.id])} == {a.id, c.id}


def test_a_decision_follows_its_words_into_a_new_reading_and_waits_where_there_are_none(archive, make, reads):
    a, b = (read.claims[0] for read in reads[:2])
    merge = keep(archive, make, Action.MERGE, a, companions=[b])
    read = reads[0]
    new = make.cut(read.article, [Span(0, 9), Span(10, 34)], {})
    archive.replace_reading(read.article.id, read.sentences, new, {})
    (found,) = archive.journal.about_groups([b.id])
    assert ([ref.claim for ref in found.claims], [ref.claim for ref in found.companions]) == ([new[1].id], [b.id])
    assert archive.journal.today(merge.claims) == (new[1].id,)
    assert archive.journal.about_groups([new[0].id]) == ()
    elsewhere = make.cut(read.article, [Span(26, 34)], {})
    archive.replace_reading(read.article.id, read.sentences, elsewhere, {})
    assert archive.journal.today(merge.claims) == ()
    archive.replace_reading(read.article.id, read.sentences, read.claims, {})
    assert archive.journal.about_groups([b.id]) == (merge,)


def test_a_chain_holds_over_words_that_are_no_claim_any_more(archive, make, reads):
    a, b, c = (read.claims[0] for read in reads[:3])
    keep(archive, make, Action.MERGE, a, b)
    keep(archive, make, Action.MERGE, b, c)
    read = reads[1]
    archive.replace_reading(read.article.id, read.sentences, read.claims[1:], {})
    assert {item.claim.id for item in archive.claims_grouped([a.id])} == {a.id, c.id}
