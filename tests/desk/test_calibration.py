"""What the score was is kept with every verdict, as it was before it."""

from provenance.desk import Desk
from provenance.model.queue import ClaimQuery
from provenance.model.review import Verdict


def test_a_verdict_keeps_the_score_that_the_claim_had_before_it(desk: Desk, texts) -> None:
    desk.intake([texts["agency"], texts["copy"]])
    entry = desk.claims(ClaimQuery(text="pumping"))[0]
    kept = desk.judge(entry.claim, Verdict.SUPPORTED)
    (then,) = kept.scores
    assert (then.claim, then.value, then.low, then.high, then.grade) == (entry.claim, entry.score, entry.low, entry.high, entry.grade)
    assert (then.method, then.digest) == (desk.method.version, desk.method.digest)


def test_a_verdict_for_the_echoes_too_keeps_the_score_of_each(desk: Desk, texts) -> None:
    desk.intake([texts["agency"], texts["copy"]])
    entry = next(each for each in desk.claims(ClaimQuery(text="pumping")) if each.group_claims > 1)
    kept = desk.judge(entry.claim, Verdict.SUPPORTED, echoes=True)
    assert [score.claim for score in kept.scores] == [ref.claim for ref in kept.claims]
    assert len(kept.scores) > 1
    assert desk.calibration().count == 1, "a group counts once"


def test_a_note_keeps_no_score(desk: Desk, texts) -> None:
    desk.intake([texts["agency"]])
    assert desk.note(desk.claims(ClaimQuery())[0].claim, "ask the ministry").scores == ()
