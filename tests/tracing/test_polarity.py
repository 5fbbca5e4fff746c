"""Polarity: who denies what another states is set against it, whatever words the denial takes, and never beside it."""

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from provenance.model.chain import ConflictKind, ConflictStatus
from provenance.tracing import Tracing, trace
from provenance.tracing.polarity import polarity_of

sys.path.insert(0, str(Path(__file__).parent))
from told import told

STATED = "The old harbour bridge in Bergen collapsed on Friday"


def traced(*texts: str) -> Tracing:
    return trace([told(text, f"outlet-{n}") for n, text in enumerate(texts)])


def kinds(found: Tracing) -> Sequence[str]:
    return [conflict.kind.value for conflict in found.conflicts]


@pytest.mark.parametrize(
    "denial",
    [
        "The mayor denied that the old harbour bridge in Bergen collapsed on Friday",
        "The fire service dismissed reports that the old harbour bridge in Bergen collapsed on Friday",
        "Engineers ruled out that the old harbour bridge in Bergen collapsed on Friday",
        "The owner refuted claims that the old harbour bridge in Bergen collapsed on Friday",
        "The old harbour bridge in Bergen did not collapse on Friday",
        "Reports that the old harbour bridge in Bergen collapsed on Friday are false",
    ],
)
def test_a_denial_is_set_against_the_statement(denial: str) -> None:
    found = traced(STATED, denial)
    assert len(found.groups) == 2
    assert kinds(found) == [ConflictKind.NEGATION.value]
    assert all(group.conflict is ConflictStatus.CONTESTED for group in found.groups)


def test_two_denials_of_the_same_thing_agree() -> None:
    found = traced(
        "The mayor denied that the old harbour bridge in Bergen collapsed on Friday",
        "The fire service dismissed reports that the old harbour bridge in Bergen collapsed on Friday",
    )
    assert len(found.groups) == 1
    assert not found.conflicts


def test_a_denied_negation_states() -> None:
    found = traced("The city of Porto has paid the harbour pilots", "The city of Porto denied that it had not paid the harbour pilots")
    assert not found.conflicts
    against = traced(
        "The city of Porto has not paid the harbour pilots", "The city of Porto denied that it had not paid the harbour pilots"
    )
    assert kinds(against) == ["negation"]


def test_a_planned_visit_and_its_denial_are_a_conflict_though_the_denial_says_more() -> None:
    found = traced(
        "The king of Norway will visit the flooded valley on Saturday",
        "The palace denied on Friday that the king of Norway would visit the flooded valley on Saturday with his family",
    )
    assert kinds(found) == ["negation"]


def test_to_reject_a_proposal_is_an_act_and_the_opposite_of_accepting_it() -> None:
    accepted = "The pilots' union in Porto said it had accepted the harbour proposal"
    assert kinds(traced(accepted, "The pilots' union in Porto rejected the harbour proposal")) == ["negation"]
    assert not traced(accepted, "The pilots' union in Porto did not reject the harbour proposal").conflicts


def test_opposites_of_two_subjects_are_no_conflict() -> None:
    assert not traced("Norway accepted the harbour treaty with Iceland", "Sweden rejected the harbour treaty with Iceland").conflicts


def test_not_only_and_no_fewer_deny_nothing() -> None:
    assert not traced(
        "The storm in Bergen destroyed not only the harbour bridge but the pier", "The storm in Bergen destroyed the harbour bridge"
    ).conflicts


def test_to_have_no_plans_denies_the_plan() -> None:
    planned = "The railway company plans to end its night trains to the harbour of Narvik"
    none = "The railway company has no plans to end its night trains to the harbour of Narvik"
    assert kinds(traced(planned, none)) == ["negation"]
    denied = traced(none, "The railway company denied that it plans to end its night trains to the harbour of Narvik")
    assert len(denied.groups) == 1
    assert not denied.conflicts


def test_the_united_nations_deny_nothing_by_their_name() -> None:
    assert not polarity_of(told("The UN opened the road to Idlib", "a").claim).negative
    assert polarity_of(told("The road to Idlib was never opened", "a").claim).negative


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army arrested no one in Hama on Monday", "The army arrested six people in Hama on Monday"),
        ("Nobody was hurt in the fire at the mill in Hama", "Six people were hurt in the fire at the mill in Hama"),
        ("The banker was found guilty of fraud in Bergen on Monday", "The banker was acquitted of fraud in Bergen on Monday"),
    ],
)
def test_nobody_and_another_verdict_are_set_against_the_statement(one: str, other: str) -> None:
    found = traced(one, other)
    assert kinds(found) == [ConflictKind.NEGATION]
    assert {group.conflict for group in found.groups} == {ConflictStatus.CONTESTED}


def test_the_dead_and_the_hurt_of_one_fire_are_two_claims() -> None:
    found = traced("A fire at a mill in Hama killed 3 people on Thursday", "A fire at a mill in Hama wounded 40 people on Thursday")
    assert len(found.groups) == 2
    assert not found.conflicts


def test_one_crossing_opened_and_another_one_closed_are_no_contradiction() -> None:
    opened = "Syria and Turkey reopened the Bab al-Hawa crossing on Sunday"
    found = traced(opened, "Syria and Turkey closed the Bab al-Salama crossing on Sunday")
    assert len(found.groups) == 2
    assert not found.conflicts
    assert kinds(traced(opened, opened.replace("reopened", "closed"))) == [ConflictKind.NEGATION]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iran supplied the missiles", "Iran did not supply the missiles"),
        ("Iran supplied the missiles to the rebels", "Tehran denied supplying missiles to the rebels"),
        ("Volkswagen closed the plant in Emden", "Volkswagen has not closed the plant in Emden"),
        ("Galatasaray signed the striker of Ajax", "Galatasaray did not sign the striker of Ajax"),
        ("The court in Ankara released the mayor", "The court in Ankara did not release the mayor"),
    ],
)
def test_a_short_denial_is_set_against_the_statement_however_common_its_words_are(one: str, other: str) -> None:
    traced = trace([told(one, "a"), told(other, "b")])
    assert len(traced.groups) == 2
    assert [conflict.kind.value for conflict in traced.conflicts] == ["negation"]


@pytest.mark.parametrize("other", ["Iran did not supply the drones", "Russia did not supply the missiles"])
def test_a_short_denial_of_another_thing_or_by_another_is_no_conflict(other: str) -> None:
    assert not trace([told("Iran supplied the missiles", "a"), told(other, "b")]).conflicts


@pytest.mark.parametrize(
    ("stated", "denied"),
    [
        ("All 40 miners were found alive in Zonguldak", "None of the 40 miners was found alive in Zonguldak"),
        ("Every passenger on the Pegasus flight to Izmir survived", "Nobody on the Pegasus flight to Izmir survived"),
        ("Five sailors were killed in the Gulf of Oman", "No sailors were killed in the Gulf of Oman"),
        ("Two hostages were freed in Rafah on Monday", "No hostages were freed in Rafah on Monday"),
        ("Iran has resumed enriching uranium at Fordow", "Iran has stopped enriching uranium at Fordow"),
        ("The draft constitution bans political parties", "The draft constitution permits political parties"),
    ],
)
def test_nobody_and_none_and_opposites_contradict_what_is_stated(stated, denied):
    tracing = trace([told(stated, "reuters"), told(denied, "bbc")])
    assert [conflict.kind.value for conflict in tracing.conflicts] == ["negation"]
