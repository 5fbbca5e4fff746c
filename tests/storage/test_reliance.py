"""The record that verdicts give each source, and the letters that people give."""

from datetime import timedelta

from provenance.model.reliability import Letter, Part
from provenance.model.review import Action, JournalEntry, Verdict
from provenance.model.source import SourcingType

S, R = Verdict.SUPPORTED, Verdict.REFUTED


def counts(archive, *keys):
    """How many groups each source answers for that were found supported and refuted."""
    found = archive.reliance.decided(keys)
    return {key: (sum(found[key].values()), len(found[key]) - sum(found[key].values())) for key in keys}


def story(archive, make, *told):
    """One group of a claim by each of these outlets, with its origin or in its own voice."""
    reads = [
        make.take_in(archive, make.reading(outlet, f"{outlet} said so.", origins={0: origin} if origin else {})) for outlet, origin in told
    ]
    claims = [read.claims[0] for read in reads]
    archive.save_tracing([make.grouped(*claims)], (), [claim.id for claim in claims])
    return claims


def test_a_group_counts_once_for_those_who_answer_for_it_and_not_for_who_repeats_it(archive, make):
    claims = story(archive, make, ("sana", "reuters"), ("anadolu", "reuters"), ("dw", None))
    archive.journal.append(make.verdict(*claims))
    assert counts(archive, "reuters", "sana", "anadolu", "dw", "nobody") == {
        "reuters": (1, 0),
        "sana": (0, 0),
        "anadolu": (0, 0),
        "dw": (1, 0),
        "nobody": (0, 0),
    }


def test_a_verdict_on_one_wording_holds_for_all_who_say_the_same(archive, make):
    claims = story(archive, make, ("sana", "reuters"), ("dw", None))
    archive.journal.append(make.verdict(claims[1], found=R))
    assert counts(archive, "reuters", "dw") == {"reuters": (0, 1), "dw": (0, 1)}


def test_a_record_holds_supported_and_refuted_only_and_follows_undo(archive, make):
    read = make.take_in(archive, make.reading("sana", "A rose.", "B rose.", "C rose.", "D rose."))
    for claim, found in zip(read.claims, (S, R, Verdict.NOT_A_CLAIM, R), strict=True):
        archive.journal.append(make.verdict(claim, found=found))
    assert counts(archive, "sana")["sana"] == (1, 2)
    archive.journal.undo("ada", make.noon)
    assert counts(archive, "sana")["sana"] == (1, 1)


def test_a_group_on_which_reviewers_differ_counts_for_neither_side(archive, make):
    claim = make.take_in(archive, make.reading("sana", "A rose.")).claims[0]
    archive.journal.append(make.verdict(claim))
    for other in (R, Verdict.NOT_ENOUGH_EVIDENCE, Verdict.CONFLICTING_EVIDENCE):
        archive.journal.append(make.verdict(claim, found=other, by="bo"))
        assert counts(archive, "sana")["sana"] == (0, 0)
    assert archive.sources()[0].open == 1
    archive.journal.append(make.verdict(claim, found=Verdict.NOT_A_CLAIM, by="bo"))
    assert counts(archive, "sana")["sana"] == (1, 0)


def test_verdicts_on_a_withdrawn_article_leave_the_record(archive, make):
    read = make.take_in(archive, make.reading("sana", "A rose."))
    archive.journal.append(make.verdict(read.claims[0]))
    archive.update_article(read.article.model_copy(update={"withdrawn": True}))
    assert counts(archive, "sana")["sana"] == (0, 0)


def test_who_answers_is_asked_for_groups_with_a_verdict_or_for_all(archive, make):
    claims = story(archive, make, ("sana", "reuters"), ("dw", None))
    ids = [claims[0].id]
    assert archive.reliance.answering(ids, judged=False) == {"reuters", "dw"}
    assert archive.reliance.answering(ids, judged=True) == frozenset() == archive.reliance.judged()
    archive.journal.append(make.verdict(claims[1]))
    assert archive.reliance.answering(ids, judged=True) == {"reuters", "dw"} == archive.reliance.judged()


def test_a_key_with_a_stray_character_has_a_record_too(archive, make):
    read = make.take_in(archive, make.reading("sana", "A rose.", origins={0: "stray\x00key"}, kind=SourcingType.NAMED_PERSON))
    archive.journal.append(make.verdict(read.claims[0]))
    assert counts(archive, "stray\x00key")["stray\x00key"] == (1, 0)


def test_parts_take_the_place_of_those_that_were_known(archive, make):
    claim = make.take_in(archive, make.reading("sana", "A rose.")).claims[0]
    archive.reliance.save({claim.id: [Part("reuters", speaks=True, answers=True)], "no such claim": [Part("dw")]})
    assert archive.reliance.present(["sana", "reuters", "dw"]) == {"reuters"}
    assert [each.key for each in archive.reliance.dependents(["sana", "reuters"])] == ["reuters"]


def graded(make, letter, by="ada", key="sana", minute=0):
    return JournalEntry(
        at=make.noon + timedelta(minutes=minute), reviewer=by, action=Action.GRADE_SOURCE, source=key, letter=letter, note=f"{by} says so"
    )


def letter(archive, key="sana"):
    given = archive.reliance.letters([key]).get(key)
    return given and (given.letter, given.by, given.why, given.on)


def test_the_last_letter_that_stands_is_in_force_whoever_gave_it(archive, make):
    assert letter(archive) is None
    archive.journal.append(graded(make, Letter.B))
    archive.journal.append(graded(make, Letter.D, by="bo"))
    assert letter(archive) == (Letter.D, "bo", "bo says so", make.noon.date())
    archive.journal.undo("bo", make.noon)
    assert letter(archive)[:2] == (Letter.B, "ada")
    archive.journal.redo("bo", make.noon)
    assert letter(archive)[0] is Letter.D
    assert archive.reliance.letters().keys() == {"sana"}


def test_f_withdraws_a_letter_and_nothing_is_lost(archive, make):
    archive.journal.append(graded(make, Letter.B))
    archive.journal.append(graded(make, Letter.F))
    assert letter(archive) is None
    assert [entry.letter for entry in archive.reliance.history("sana")] == [Letter.B, Letter.F]
    archive.journal.undo("ada", make.noon)
    assert letter(archive)[0] is Letter.B
    assert [entry.action for entry in archive.reliance.history("sana")] == [Action.GRADE_SOURCE, Action.GRADE_SOURCE, Action.UNDO]


def test_letters_in_force_are_found_again_from_the_journal_alone(archive, make):
    archive.journal.append(graded(make, Letter.C))
    archive.journal.append(graded(make, Letter.E, key="dw"))
    archive.journal.undo("ada", make.noon)
    before = archive.reliance.letters()
    archive.journal.recompute()
    assert archive.reliance.letters() == before
    assert before.keys() == {"sana"}
