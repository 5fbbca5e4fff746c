"""Verdicts that stand, claim by claim, with what the score was before each."""

import json

from sqlalchemy import text

from provenance.model.review import Action, JournalEntry, ScoreThen, Verdict
from provenance.storage import Archive


def keep(archive: Archive, entry: JournalEntry) -> JournalEntry:
    """Keep a verdict with the scores of its claims."""
    return archive.journal.append(entry.model_copy(update={"scores": archive.scores_then([ref.claim for ref in entry.claims])}))


def test_a_verdict_remembers_what_the_score_was_whatever_it_becomes(archive: Archive, make) -> None:
    read = make.take_in(archive, make.reading(), 0.3, 0.5)
    kept = keep(archive, make.verdict(read.claims[0]))
    archive.save_scores({read.claims[0].id: make.scored(0.7)})
    then = ScoreThen(claim=read.claims[0].id, value=0.4, low=0.3, high=0.5, grade="F4", method="test")
    assert archive.journal.entry(kept.id).scores == (then,)
    (found,) = archive.judged_claims()
    assert (found.score, found.group, found.in_force) == (then, f"g-{read.claims[0].id}", True)


def test_an_entry_of_an_older_version_stays_readable_and_has_no_score(archive: Archive, make) -> None:
    read = make.take_in(archive, make.reading())
    entry = make.verdict(read.claims[0])
    old = json.loads(entry.model_dump_json())
    del old["scores"]
    assert JournalEntry.model_validate(old) == entry
    archive.journal.append(entry)
    assert [found.score for found in archive.judged_claims()] == [None]


def test_what_was_undone_is_missing_and_what_was_superseded_is_not_in_force(archive: Archive, make) -> None:
    read = make.take_in(archive, make.reading())
    keep(archive, make.verdict(read.claims[0]))
    keep(archive, make.verdict(read.claims[0], found=Verdict.REFUTED, minute=1))
    assert [(each.verdict, each.in_force) for each in archive.judged_claims()] == [(Verdict.SUPPORTED, False), (Verdict.REFUTED, True)]
    archive.journal.undo("ada", make.noon)
    assert [(each.verdict, each.in_force) for each in archive.judged_claims()] == [(Verdict.SUPPORTED, True)]


def test_a_verdict_on_a_claim_that_is_no_longer_shown_has_no_group(archive: Archive, make) -> None:
    read = make.take_in(archive, make.reading())
    keep(archive, make.verdict(read.claims[0]))
    archive.update_article(read.article.model_copy(update={"withdrawn": True}))
    assert [each.group for each in archive.judged_claims()] == [None]


def test_notes_are_no_verdicts(archive: Archive, make) -> None:
    read = make.take_in(archive, make.reading())
    archive.journal.append(make.note(read.claims[0], "ask"))
    assert archive.judged_claims() == ()
    with archive.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM journal")).scalar() == 1
    assert archive.journal.entries()[0].action is Action.NOTE
