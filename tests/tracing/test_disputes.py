"""What sources tell differently: one matter for groups that contradict each other, with the value that each source gives it."""

import sys
from datetime import date
from pathlib import Path

from provenance.model.chain import ClaimGroup, Collapse, Conflict, ConflictKind, IndependenceRule, Origin, Severity
from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing import disputes, trace
from provenance.tracing.disputes import Dispute, speakers

sys.path.insert(0, str(Path(__file__).parent))
from told import told

PRINTED = date(2023, 5, 21)


def found(*claims: ClaimInContext) -> tuple[Dispute, ...]:
    tracing = trace(claims)
    return disputes(claims, tracing.groups, tracing.conflicts)


def said(dispute: Dispute) -> set[tuple[str, str]]:
    return {(told.speaker.key, told.value) for told in dispute.told}


def alone(item: ClaimInContext, **more: object) -> ClaimGroup:
    return ClaimGroup.model_validate({"id": f"group of {item.article.outlet}", "claims": (item.claim.id,), **more})


def against(a: ClaimInContext, b: ClaimInContext, kind: ConflictKind, severity: Severity = Severity.HIGH) -> Conflict:
    first, second = sorted((a.claim.id, b.claim.id))
    return Conflict(a=first, b=second, kind=kind, severity=severity, reason="x")


def test_numbers_of_one_thing_are_its_values_and_their_origins_the_sources() -> None:
    words = "{} people were killed by a roadside bomb in Daraa"
    (dispute,) = found(
        told(words.format(12), "a", printed=PRINTED, by=[("sana", SourcingType.STATE_AGENCY)]),
        told(words.format(30), "b", printed=PRINTED),
        told(words.format(30), "c", printed=PRINTED),
    )
    assert (dispute.kind, dispute.about) == (ConflictKind.QUANTITY, "person/kill")
    assert said(dispute) == {("sana", "12"), ("b", "30"), ("c", "30")}


def test_a_denial_is_a_value_in_its_own_words() -> None:
    one, other = told("Fidan went to Damascus", "a"), told("Fidan did not go to Damascus", "b")
    (dispute,) = disputes((one, other), (alone(one), alone(other)), (against(one, other, ConflictKind.NEGATION),))
    assert said(dispute) == {("a", one.claim.text), ("b", other.claim.text)}


def test_days_are_values() -> None:
    one = told("Fidan went to Damascus on 3 May 2023", "a", on="3 May 2023", day=date(2023, 5, 3))
    other = told("Fidan went to Damascus on 5 May 2023", "b", on="5 May 2023", day=date(2023, 5, 5))
    (dispute,) = disputes((one, other), (alone(one), alone(other)), (against(one, other, ConflictKind.DATE),))
    assert said(dispute) == {("a", "2023-05-03"), ("b", "2023-05-05")}


def test_what_both_may_be_true_of_is_no_dispute() -> None:
    one, other = told("Fidan went to Damascus", "a"), told("Fidan went to Aleppo", "b")
    groups = (alone(one), alone(other))
    assert disputes((one, other), groups, (against(one, other, ConflictKind.PLACE, Severity.LOW),)) == ()
    assert disputes((one, other), groups, (against(one, other, ConflictKind.NAME_COLLISION),)) == ()
    assert len(disputes((one, other), groups, (against(one, other, ConflictKind.PARTY),))) == 1


def test_groups_that_hang_together_by_conflicts_make_one_matter() -> None:
    items = [told(f"Fidan went to Damascus {words}", outlet) for words, outlet in (("alone", "a"), ("with Assad", "b"), ("never", "c"))]
    chain = [against(items[0], items[1], ConflictKind.PARTY), against(items[1], items[2], ConflictKind.PARTY)]
    (dispute,) = disputes(items, [alone(item) for item in items], chain)
    assert len(dispute.groups) == 3
    assert disputes(items[::-1], [alone(item) for item in items[::-1]], chain[::-1]) == (dispute,)


def test_a_claim_that_was_folded_into_an_origin_speaks_for_that_origin_and_no_unknown_publisher_for_another() -> None:
    item = told("Fidan went to Damascus", "a")
    fold = Collapse(claim=item.claim.id, into="sana", rule=IndependenceRule.TEXT_DERIVATION, reason="x")
    origin = Origin(key="sana", name="SANA", sourcing_type=SourcingType.STATE_AGENCY)
    assert [(s.key, s.name) for s in speakers(item, alone(item, collapsed=(fold,), origins=(origin,)))] == [("sana", "SANA")]
    part = fold.model_copy(update={"rule": IndependenceRule.ANOTHER_PART})
    assert [s.key for s in speakers(item, alone(item, collapsed=(part,), origins=(origin,)))] == ["a"]
    one, other = (told("Fidan went to Damascus", "unknown", article=article) for article in ("first", "second"))
    assert speakers(one, alone(one)) != speakers(other, alone(other))
