"""The Admiralty grade: letter and digit, judged apart."""

from datetime import date, timedelta

import pytest

from provenance.model.chain import ConflictStatus, Severity
from provenance.model.claim import HedgeKind
from provenance.model.reliability import Letter, SourceRecord
from provenance.model.source import SourcingType, Voice
from provenance.scoring import judged_source, load_method
from provenance.scoring.admiralty import letter_from_verdicts

T = SourcingType


def record(**of):
    return SourceRecord(key="origin", **of)


def test_a_source_that_nobody_has_judged_is_f():
    assert letter_from_verdicts(record(), Voice.PEOPLE, load_method()) is Letter.F


def test_f_says_whom_nobody_has_judged(make):
    assert make(T.NAMED_OFFICIAL).score().letter_reason == "nobody has given the origin a letter yet"
    assert make(T.UNATTRIBUTED).score().letter_reason == "nobody has given The Outlet a letter yet"
    assert make(T.HEARSAY).score().letter_reason == "no source is shown that could be judged"
    assert make(T.ANONYMOUS_INSIDER).score().letter_reason == "an unnamed source has no record that could be looked up"


def test_few_verdicts_give_no_letter_and_say_how_many_it_takes(make):
    scored = make(record=record(supported=3, refuted=1)).score()
    assert scored.letter is Letter.F
    assert scored.letter_reason == "only 4 decided claims from the origin; a letter takes 5"
    assert make(record=record(refuted=1)).score().letter_reason.startswith("only 1 decided claim from")


@pytest.mark.parametrize(
    ("supported", "refuted", "letter"), [(60, 1, "A"), (20, 0, "B"), (5, 0, "C"), (3, 2, "D"), (0, 5, "E"), (30, 30, "D")]
)
def test_verdicts_give_a_letter_and_the_counts_are_its_reason(make, supported, refuted, letter):
    scored = make(record=record(supported=supported, refuted=refuted)).score()
    assert scored.letter == letter
    assert f"{supported} supported, {refuted} refuted" in scored.letter_reason


def test_a_letter_given_by_people_stands_before_the_one_from_verdicts_with_its_basis_and_date(make):
    given = record(supported=60, letter=Letter.D, letter_basis="newsroom: retracted twice", letter_on=date(2024, 5, 2))
    scored = make(record=given).score()
    assert scored.letter is Letter.D
    assert scored.letter_reason == "newsroom: retracted twice, 2024-05-02"


@pytest.mark.parametrize(("days", "stale"), [(0, False), (365, False), (366, True), (5000, True)])
def test_a_letter_older_than_a_year_is_marked_stale_and_stays_what_it_is(make, days, stale):
    day = date(2020, 2, 29)
    given = record(letter=Letter.B, letter_basis="newsroom: long known", letter_on=day)
    scored = make(record=given, on=day + timedelta(days=days)).score()
    assert scored.letter is Letter.B
    assert scored.letter_reason == "newsroom: long known, 2020-02-29" + (", stale: older than 365 days" if stale else "")
    assert load_method().stale(days) == stale


def test_how_old_a_letter_is_that_has_no_day_is_not_known(make):
    scored = make(record=record(letter=Letter.B, letter_basis="newsroom"), on=date(2026, 3, 1)).score()
    assert scored.letter_reason == "newsroom, undated"
    assert not load_method().stale(None)


def test_the_letter_does_not_move_the_digit_nor_the_digit_the_letter(make):
    good, bad = record(supported=60), record(refuted=60)
    assert make(record=good).score().digit is make(record=bad).score().digit
    assert make(record=good, contested=True).score().letter is make(record=good).score().letter


@pytest.mark.parametrize(
    ("kind", "digit"),
    [
        (T.DOCUMENT, "2"),
        (T.NAMED_OFFICIAL, "3"),
        (T.WIRE_AGENCY, "3"),
        (T.STATE_AGENCY, "4"),
        (T.ANONYMOUS_INSIDER, "4"),
        (T.HEARSAY, "6"),
        (T.UNATTRIBUTED, "6"),
        (T.OUTLET_ANALYSIS, "6"),
    ],
)
def test_a_claim_of_one_origin_is_graded_by_what_kind_that_is(make, kind, digit):
    assert make(kind).score().digit == digit


def test_weakening_words_and_distance_make_a_single_origin_doubtful_and_never_improbable(make):
    assert make(hedges=[HedgeKind.MODAL]).score().digit == "4"
    assert make(hedges=[HedgeKind.APPROXIMATOR]).score().digit == "3"
    assert make(relays=["wire"]).score().digit == "3"
    assert make(relays=["wire", "paper"]).score().digit == "4"
    assert make(T.ANONYMOUS_OFFICIAL, hedges=list(HedgeKind), relays=["wire", "paper"]).score().digit == "4"


def test_an_echo_of_one_origin_is_graded_like_that_origin_alone(make):
    assert make(T.ANONYMOUS_OFFICIAL, echoes=40).score().grade == make(T.ANONYMOUS_OFFICIAL).score().grade == "F4"


def test_independent_origins_confirm(make):
    assert make(T.ANONYMOUS_OFFICIAL, further=[make.origin(T.STATE_AGENCY, "x")]).score().grade == "F1"


def test_origins_of_one_side_or_without_names_confirm_weakly(make):
    one_side = make(party="Turkey", further=[make.origin(key="x", party="Turkey")], parties_only=True)
    unnamed = make(T.ANONYMOUS_OFFICIAL, further=[make.origin(T.ANONYMOUS_INSIDER, "x")])
    assert one_side.score().digit == "2"
    assert one_side.score().digit_reason == "2 independent origins, but only parties to the event"
    assert unnamed.score().digit_reason == "2 independent origins, but none of them named"


def test_opponents_who_agree_confirm(make):
    assert make(further=[make.origin(key="x")], parties_only=True, adversaries_agree=True).score().digit == "1"


def test_agreement_with_a_difference_to_be_reconciled_confirms_weakly(make):
    situation = make(further=[make.origin(T.WIRE_AGENCY, "x")])
    differing = situation._replace(group=situation.group.model_copy(update={"conflict": ConflictStatus.RECONCILABLE}))
    assert differing.score().digit == "2"


def test_a_contested_claim_is_improbable_and_doubtful_where_others_confirm_it(make):
    assert make(contested=True).score().digit == "5"
    assert make(T.UNATTRIBUTED, contested=True).score().grade == "F5"
    assert make(contested=True, further=[make.origin(T.WIRE_AGENCY, "x")]).score().digit == "4"
    assert make(conflicts=[make.conflict(Severity.HIGH)]).score().digit == "5"


def test_a_reconcilable_or_slight_difference_does_not_contest(make):
    assert make(conflicts=[make.conflict(Severity.HIGH, reconcile="another year")]).score().digit == "3"
    assert make(conflicts=[make.conflict(Severity.INFO)]).score().digit == "3"


def test_a_claim_in_the_outlets_own_voice_is_graded_by_an_origin_that_others_show(make):
    assert make(T.UNATTRIBUTED, further=[make.origin(T.NAMED_OFFICIAL, "x")]).score().digit == "3"


def test_the_record_looked_up_is_that_of_the_origin_and_of_the_outlet_where_there_is_none(make):
    assert judged_source(make(T.NAMED_OFFICIAL).item.claim, "outlet") == "origin"
    assert judged_source(make(T.UNATTRIBUTED).item.claim, "outlet") == "outlet"
