"""The journal keeps every decision for good; undo and redo are entries of it."""

from datetime import datetime

import pytest
from sqlalchemy import text

from provenance.errors import ArchiveError, NotFound, ProvenanceError
from provenance.model.queue import ClaimQuery
from provenance.model.review import Action, ArticleCorrection, JournalEntry, Verdict
from provenance.storage import Archive

S, R = Verdict.SUPPORTED, Verdict.REFUTED


@pytest.fixture
def claims(archive, make):
    return make.take_in(archive, make.reading("north-press", "One fell.", "Two fell.", "Three fell.")).claims


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET reviewer = 'eve'",
        "DELETE FROM journal",
        "UPDATE journal_claim SET claim = 'other'",
        "DELETE FROM journal_claim",
        "DELETE FROM journal WHERE id = 1",
    ],
)
def test_a_journal_entry_can_be_neither_changed_nor_deleted(archive, make, claims, statement):
    entry = archive.journal.append(make.verdict(claims[0]))
    with pytest.raises(ArchiveError, match="append-only"), archive.writing() as connection:
        connection.execute(text(statement))
    assert archive.journal.entries() == (entry,)


def test_no_side_door_leads_around_the_triggers(archive, make, claims):
    entry = archive.journal.append(make.verdict(claims[0]))
    with archive.reading() as connection:
        kind = connection.dialect.name
    statement = {
        "sqlite": "INSERT OR REPLACE INTO journal(id, at, reviewer, action, body) VALUES (1, '2026-01-01', 'eve', 'verdict', '{}')",
        "postgresql": "TRUNCATE journal CASCADE",
    }[kind]
    with pytest.raises(ArchiveError, match="journal is append-only"), archive.writing() as connection:  # noqa: PT012
        if kind == "sqlite":
            connection.execute(text("PRAGMA recursive_triggers = OFF"))
        connection.execute(text(statement))
    assert archive.journal.entries() == (entry,)


def test_an_entry_comes_back_as_it_was_written_with_an_id_that_grows(archive, make, claims):
    to_sana = ArticleCorrection(outlet="sana")
    written = [
        make.verdict(claims[0], claims[1]).model_copy(update={"evidence": ("https://example.org/a",), "note": "seen"}),
        make.note(claims[0], "ask the ministry"),
        JournalEntry(at=make.noon, reviewer="ada", action=Action.CORRECT_ARTICLE, article="a", correction=to_sana),
    ]  # fmt: skip
    kept = [archive.journal.append(entry) for entry in written]
    assert [entry.id for entry in kept] == [1, 2, 3]
    assert list(archive.journal.entries()) == kept == [entry.model_copy(update={"id": i + 1}) for i, entry in enumerate(written)]
    assert archive.journal.entry(2) == kept[1]
    with pytest.raises(NotFound):
        archive.journal.entry(4)


def test_entries_are_found_by_claim_article_and_reviewer_the_last_ones_first_to_stay(archive, make, claims):
    first = archive.journal.append(make.verdict(claims[0]))
    second = archive.journal.append(make.verdict(claims[1], by="bo"))
    third = archive.journal.append(make.note(claims[0], "late"))
    assert archive.journal.entries(claim=claims[0].id) == (first, third)
    assert archive.journal.entries(reviewer="bo") == (second,)
    assert archive.journal.entries(article=claims[0].article) == (first, second, third)
    assert archive.journal.entries(limit=2) == (second, third)
    assert archive.journal.entries(claim="unknown") == archive.journal.entries(article="unknown") == ()


def test_the_last_verdict_of_each_reviewer_is_in_force(archive, make, claims):
    for entry in (make.verdict(claims[0]), make.verdict(claims[0], by="bo"), make.verdict(claims[0], found=R)):
        archive.journal.append(entry)
    assert make.shown(archive, claims[0]) == [R]
    assert archive.entries([claims[0].id], "ada")[0].other_verdicts == (("bo", S),)
    assert make.shown(archive, claims[0], to="bo") == [S]
    assert make.shown(archive, claims[0], to="someone") == [None]


def test_a_verdict_can_be_taken_away_by_a_verdict_that_says_nothing(archive, make, claims):
    archive.journal.append(make.verdict(claims[0]))
    archive.journal.append(make.verdict(claims[0], found=None))
    assert make.shown(archive, claims[0]) == [None]


def test_one_undo_takes_back_a_verdict_on_a_claim_and_its_echoes_and_brings_back_what_was_there(archive, make, claims):
    archive.journal.append(make.verdict(claims[1], found=R))
    archive.journal.append(make.verdict(*claims))
    assert make.shown(archive, *claims) == [S, S, S]
    assert archive.journal.undo("ada", make.noon).id == 2
    assert make.shown(archive, *claims) == [None, R, None]
    assert archive.journal.redo("ada", make.noon).id == 2
    assert make.shown(archive, *claims) == [S, S, S]


def test_undo_goes_back_to_the_first_decision_and_redo_to_the_last(archive, make, claims):
    journal = archive.journal
    for claim in claims:
        journal.append(make.verdict(claim))
    assert [journal.undo("ada", make.noon).id for _ in claims] == [3, 2, 1]
    assert journal.undo("ada", make.noon) is None
    assert make.shown(archive, *claims) == [None] * 3
    assert [journal.redo("ada", make.noon).id for _ in claims] == [1, 2, 3]
    assert journal.redo("ada", make.noon) is None
    assert make.shown(archive, *claims) == [S] * 3
    assert len(journal.entries()) == 9


def test_undo_and_redo_survive_a_restart(database, make):
    with Archive(database) as archive:
        claims = make.take_in(archive, make.reading()).claims
        for claim in claims:
            archive.journal.append(make.verdict(claim))
    with Archive(database) as archive:
        assert archive.journal.undo("ada", make.noon).id == 2
    with Archive(database) as archive:
        assert archive.journal.undo("ada", make.noon).id == 1
        assert make.shown(archive, *claims) == [None, None]
    with Archive(database) as archive:
        assert archive.journal.redo("ada", make.noon).id == 1
        assert make.shown(archive, *claims) == [S, None]


def test_a_new_decision_ends_what_can_be_redone(archive, make, claims):
    archive.journal.append(make.verdict(claims[0]))
    archive.journal.undo("ada", make.noon)
    archive.journal.append(make.verdict(claims[1]))
    assert archive.journal.last_redoable("ada") is None
    archive.journal.undo("ada", make.noon)
    assert archive.journal.redo("ada", make.noon).id == 3
    assert archive.journal.redo("ada", make.noon) is None


def test_each_reviewer_undoes_only_what_is_theirs(archive, make, claims):
    archive.journal.append(make.verdict(claims[0]))
    archive.journal.append(make.verdict(claims[1], by="bo"))
    assert archive.journal.last_undoable("ada").id == 1
    assert archive.journal.undo("ada", make.noon).id == 1
    archive.journal.append(make.verdict(claims[2], by="bo"))
    assert archive.journal.last_redoable("ada").id == 1
    with pytest.raises(ProvenanceError, match="decision of bo"):
        archive.journal.append(JournalEntry(at=make.noon, reviewer="ada", action=Action.UNDO, undoes=2))


def test_nothing_is_undone_twice_and_no_undo_is_undone(archive, make, claims):
    archive.journal.append(make.verdict(claims[0]))
    archive.journal.undo("ada", make.noon)
    for turn, target in ((Action.UNDO, 1), (Action.UNDO, 2), (Action.REDO, 2)):
        with pytest.raises(ProvenanceError, match="cannot be"):
            archive.journal.append(JournalEntry(at=make.noon, reviewer="ada", action=turn, undoes=target))
    assert len(archive.journal.entries()) == 2


def test_an_undo_is_listed_with_the_claims_it_is_about(archive, make, claims):
    archive.journal.append(make.verdict(claims[0]))
    archive.journal.undo("ada", make.noon)
    assert [entry.action for entry in archive.journal.entries(claim=claims[0].id)] == [Action.VERDICT, Action.UNDO]


def test_notes_are_counted_while_they_are_in_force(archive, make, claims):
    archive.journal.append(make.note(claims[0], "first"))
    archive.journal.append(make.note(claims[0], "second", by="bo"))
    assert archive.entries([claims[0].id], "ada")[0].notes == 2
    archive.journal.undo("ada", make.noon)
    assert archive.entries([claims[0].id], "ada")[0].notes == 1
    archive.journal.redo("ada", make.noon)
    assert archive.entries([claims[0].id], "ada")[0].notes == 2


def test_decisions_in_force_can_be_asked_for_by_kind(archive, make, claims):
    first = archive.journal.append(make.note(claims[0], "first"))
    second = archive.journal.append(make.verdict(claims[0]))
    third = archive.journal.append(make.note(claims[1], "second"))
    archive.journal.undo("ada", make.noon)
    assert archive.journal.in_force() == (first, second)
    assert archive.journal.in_force(actions=[Action.NOTE]) == (first,)
    assert archive.journal.in_force(claim=claims[1].id) == ()
    assert archive.journal.undone([1, 2, 3, 4]) == {third.id}


def test_a_decision_is_kept_together_with_what_it_changes_or_not_at_all(archive, make, claims):
    with pytest.raises(ZeroDivisionError), archive.transaction():  # noqa: PT012
        archive.journal.append(make.verdict(claims[0]))
        assert make.shown(archive, claims[0]) == [S]
        raise ZeroDivisionError
    assert archive.journal.entries() == ()
    assert make.shown(archive, claims[0]) == [None]


def test_a_decision_without_a_time_zone_is_refused(archive, make, claims):
    with pytest.raises(ProvenanceError, match="time with its zone"):
        archive.journal.append(make.verdict(claims[0]).model_copy(update={"at": datetime(2026, 1, 1)}))


def test_what_is_in_force_follows_from_the_journal_alone(archive, make, claims):
    for entry in (
        make.verdict(*claims),
        make.verdict(claims[1], by="bo", found=R),
        make.note(claims[2], "seen"),
        make.verdict(claims[2], found=R),
    ):
        archive.journal.append(entry)
    archive.journal.undo("ada", make.noon)
    before = archive.queue(ClaimQuery(), "ada", 0, 10)
    archive.journal.recompute()
    assert archive.queue(ClaimQuery(), "ada", 0, 10) == before
    assert [entry.verdict for entry in before] == [S, S, S]
