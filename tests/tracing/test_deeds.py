"""Deeds: who does what to whom and where; another place, another deed or the other winner is another claim."""

import sys
from pathlib import Path

from provenance.model.source import SourcingType
from provenance.tracing import trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told


def groups(*texts: str, by: str | None = None) -> int:
    origin = [(by, SourcingType.NAMED_PERSON)] if by else []
    return len(trace([told(text, f"outlet-{n}", by=origin) for n, text in enumerate(texts)]).groups)


def test_the_same_number_in_another_town_is_another_claim() -> None:
    assert groups("Some 12 people were injured in Athens on Sunday", "Some 12 people were injured in Lima on Sunday") == 2


def test_the_same_number_in_one_town_of_another_deed_is_another_claim() -> None:
    assert groups("On Monday 201 people were evacuated in Bergen", "On Monday 201 people lost their homes in Bergen") == 2


def test_one_speaker_is_no_reason_to_group() -> None:
    assert groups("This is the worst storm of my life", "Some 340 roofs were damaged", by="maria-silva") == 2


def test_the_other_winner_is_a_conflict_of_parties() -> None:
    found = trace(
        [told("Bergen beat Porto 2-1 in the cup final on Saturday", "a"), told("Porto beat Bergen 3-1 in the cup final on Saturday", "b")]
    )
    assert [conflict.kind.value for conflict in found.conflicts] == ["party"]
    assert len(found.groups) == 2


def test_beaten_by_turns_winner_and_loser_round() -> None:
    found = trace([told("Bergen beat Porto 2-1 in the cup final", "a"), told("Porto were beaten by Bergen 2-1 in the cup final", "b")])
    assert not found.conflicts


def test_another_result_of_one_game_is_a_conflict_of_numbers() -> None:
    found = trace(
        [told("Bergen beat Porto 4-2 in the cup final on Sunday", "a"), told("Bergen beat Porto 4-3 in the cup final on Sunday", "b")]
    )
    assert [conflict.kind.value for conflict in found.conflicts] == ["quantity"]


def test_who_meets_whom_can_be_told_from_either_side() -> None:
    assert groups("Haakon Lie met Maria Silva in Porto on Monday", "Maria Silva met Haakon Lie in Porto on Monday") == 1
