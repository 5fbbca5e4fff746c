"""Parties: an origin's side has a part in the event unless the words show another's affair."""

import sys
from pathlib import Path

from provenance.model.source import SourcingType
from provenance.tracing import trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told

BODY = SourcingType.OFFICIAL_BODY


def parties_only(text: str, names: str, party: str) -> bool:
    return trace([told(text, "a", by=[("body", BODY)], names=names, party=party)]).groups[0].parties_only


def test_whoever_is_named_in_what_is_told_is_a_party() -> None:
    assert parties_only("Norway's navy said Norway and Russia had exchanged two sailors", "Norway's navy", "Norway")


def test_whoever_exchanged_with_another_is_a_party_though_not_named_again() -> None:
    assert parties_only("Norway's navy said two sailors were exchanged with Russia", "Norway's navy", "Norway")


def test_whoever_speaks_of_their_own_is_a_party() -> None:
    assert parties_only("Norway's navy said its ships had left the coast of Russia", "Norway's navy", "Norway")


def test_whoever_tells_of_other_states_is_none() -> None:
    assert not parties_only("Norway's navy said Turkey and Russia had exchanged two sailors", "Norway's navy", "Norway")


def test_adversaries_agree_though_somebody_without_a_side_says_so_too() -> None:
    text = "Turkey and Russia exchanged two sailors on the Black Sea coast"
    one, two = told(text, "a", by=[("one", BODY)], party="Turkey"), told(text + " on Monday", "b", by=[("two", BODY)], party="Russia")
    third = told("On the Black Sea coast Turkey and Russia exchanged two sailors", "c", by=[("red-cross", BODY)])
    rejected = [(item.claim.id, key) for item in (one, two, third) for key in ("one", "two", "red-cross")]
    group = trace([one, two, third], rejected=rejected).groups[0]
    assert (len(group.origins), group.adversaries_agree, group.parties_only) == (3, True, False)
