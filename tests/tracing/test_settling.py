"""What would settle it: for each group the missing step, by rule, with its reason."""

import pytest

from provenance.model.chain import ClaimGroup, Conflict, ConflictKind, Origin, Severity, StepKind, Support
from provenance.model.source import SourcingType
from provenance.tracing.settling import missing_steps


def origin(key: str, party: str | None = None) -> Origin:
    return Origin(key=key, name=key.title(), sourcing_type=SourcingType.OFFICIAL_BODY, party=party)


def conflict(kind: ConflictKind, severity: Severity = Severity.HIGH, b: str = "d") -> Conflict:
    return Conflict(a="c", b=b, kind=kind, severity=severity, reason="they differ")


def test_without_an_origin_one_is_to_be_found() -> None:
    (step,) = missing_steps(ClaimGroup(id="g", claims=("c",)), ())
    assert (step.kind, step.reason) == (StepKind.FIND_ORIGIN, "no report shows who says so")


def test_of_one_origin_a_second_is_missing_however_many_repeat_it() -> None:
    group = ClaimGroup(id="g", claims=("c", "e"), origins=(origin("tass"),), outlets=("a", "b"), support=Support.ECHO)
    (step,) = missing_steps(group, ())
    assert (step.kind, step.reason) == (StepKind.SECOND_ORIGIN, "all goes back to Tass, however many outlets (2) repeat it")


def test_of_parties_alone_a_non_party_is_missing() -> None:
    sides = (origin("one", "Norway"), origin("two", "Finland"))
    group = ClaimGroup(id="g", claims=("c", "e"), origins=sides, support=Support.CORROBORATED, parties_only=True, adversaries_agree=True)
    (step,) = missing_steps(group, ())
    assert step.kind is StepKind.NON_PARTY
    assert step.reason.startswith("all that say so are parties to the event (Finland, Norway)")


def test_two_origins_of_no_side_leave_nothing_to_settle() -> None:
    group = ClaimGroup(id="g", claims=("c", "e"), origins=(origin("one"), origin("two")), support=Support.CORROBORATED)
    assert missing_steps(group, ()) == ()


@pytest.mark.parametrize("kind", ConflictKind)
def test_every_kind_of_conflict_has_a_record_that_decides_it(kind: ConflictKind) -> None:
    group = ClaimGroup(id="g", claims=("c",), origins=(origin("one"),), support=Support.SINGLE_SOURCE)
    step, *rest = missing_steps(group, [conflict(kind)])
    assert (step.kind, step.against) == (StepKind.DECIDING_RECORD, ("d",))
    assert step.look_for
    assert [other.kind for other in rest] == [StepKind.SECOND_ORIGIN]


def test_what_is_contested_comes_before_what_may_be_reconciled_and_mere_differences_settle_nothing() -> None:
    group = ClaimGroup(id="g", claims=("c",), origins=(origin("one"), origin("two")), support=Support.CORROBORATED)
    found = [conflict(ConflictKind.DATE, Severity.LOW), conflict(ConflictKind.PLACE, b="e"), conflict(ConflictKind.MOTIVE, Severity.INFO)]
    assert [step.reason for step in missing_steps(group, found)] == ["contested: they differ", "perhaps reconcilable: they differ"]
