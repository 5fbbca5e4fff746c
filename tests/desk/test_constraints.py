"""Constraints: what merges and splits come to, where they contradict each other and where they do not."""

import re
from datetime import UTC, datetime
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from provenance.desk.constraints import Constraints, constraints
from provenance.model.review import Action, ClaimRef, JournalEntry
from provenance.model.text import Span

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def refs(claims: str) -> tuple[ClaimRef, ...]:
    return tuple(ClaimRef(claim=claim, article=f"in {claim}", span=Span(0, 1), text=claim) for claim in claims)


def entries(*said: str) -> list[JournalEntry]:
    """A journal in short: `ab` merges a and b, `ab+c` brings c along, `a|bc` splits a from b and c."""
    journal = []
    for number, words in enumerate(said, 1):
        action = Action.SPLIT if "|" in words else Action.MERGE
        named, _, others = words.partition("|" if action is Action.SPLIT else "+")
        journal.append(JournalEntry(id=number, at=NOON, reviewer="ada", action=action, claims=refs(named), companions=refs(others)))
    return journal


def houses(found: Constraints) -> list[str]:
    """The claims that merged pairs hold together, each house as a word."""
    together: list[set[str]] = []
    for pair in sorted(found.merged):
        touched = [house for house in together if house & set(pair)]
        together = [house for house in together if house not in touched] + [set(pair).union(*touched)]
    return sorted("".join(sorted(house)) for house in together)


def outcome(*said: str) -> tuple[list[str], list[str]]:
    found = constraints(entries(*said))
    return houses(found), sorted("".join(pair) for pair in found.split)


def test_a_merge_holds_its_claims_and_their_groups_together() -> None:
    assert outcome("ab+cd") == (["abcd"], [])


def test_a_split_sets_its_claims_apart_from_the_others_and_not_from_each_other() -> None:
    assert outcome("ab|cd") == ([], ["ac", "ad", "bc", "bd"])


def test_the_later_of_two_decisions_on_a_pair_counts() -> None:
    assert outcome("ab", "a|b") == ([], ["ab"])
    assert outcome("a|b", "ab") == (["ab"], [])
    assert outcome("a|b", "ab", "b|a") == ([], ["ab"])


def test_over_a_chain_the_oldest_link_gives_way() -> None:
    assert outcome("ab", "bc", "a|c") == (["bc"], ["ac"])
    assert outcome("bc", "ab", "a|c") == (["ab"], ["ac"])
    assert outcome("a|c", "ab", "bc") == (["abc"], [])


def test_of_one_merge_those_named_first_stay_together() -> None:
    assert outcome("abc", "a|c") == (["ab"], ["ac"])


def test_a_split_takes_a_claim_out_of_a_merge_and_leaves_the_others_in_it() -> None:
    assert outcome("ab+cd", "b|acd") == (["acd"], ["ab", "bc", "bd"])


def test_what_came_along_with_a_claim_that_leaves_goes_with_it_where_the_split_says_so() -> None:
    assert outcome("ab+cd", "bd|ac") == (["ac", "bd"], ["ab", "ad", "bc", "cd"])


def test_a_claim_that_merely_came_along_is_not_brought_back_to_what_it_was_set_apart_from_by_name() -> None:
    assert outcome("x|ab", "ac+bxd") == (["abcd"], ["ax", "bx"])
    assert outcome("x|b", "ac+xbd") == (["acdx"], ["bx"])


def test_a_claim_that_is_named_comes_back_with_all_of_the_group() -> None:
    assert outcome("x|ab", "xa+b") == (["abx"], [])


def test_a_claim_that_is_no_longer_there_still_links_those_that_are() -> None:
    found = constraints(entries("ab", "bc", "d|b"), ["a", "c", "d"])
    assert found.merged == {("a", "c")}
    assert found.split == set()


def test_a_rejected_collapse_keeps_its_claim_apart_from_that_origin() -> None:
    entry = JournalEntry(id=1, at=NOON, reviewer="ada", action=Action.REJECT_COLLAPSE, claims=refs("a"), collapsed_into="sana")
    assert constraints([entry]).rejected == {("a", "sana")}


_CLAIMS = "abcdefg"


@st.composite
def decisions(draw: st.DrawFn) -> str:
    told = draw(st.lists(st.sampled_from(_CLAIMS), min_size=2, max_size=5, unique=True))
    at = draw(st.integers(1, len(told) - 1))
    if draw(st.booleans()):
        return "".join(told[:at]) + "|" + "".join(told[at:])
    at = max(2, at)
    return "".join(told[:at]) + "+" + "".join(told[at:])


journals = st.lists(decisions(), max_size=8)


@given(journals)
def test_no_chain_of_merges_joins_what_is_split(said: list[str]) -> None:
    found = constraints(entries(*said))
    for house in houses(found):
        assert not {tuple(sorted(pair)) for pair in combinations(house, 2)} & found.split


@given(journals, decisions())
def test_the_last_decision_holds_for_every_claim_that_it_names(said: list[str], last: str) -> None:
    found = constraints(entries(*said, last))
    named, others = re.split(r"[|+]", last)
    if "|" in last:
        assert {tuple(sorted((a, b))) for a in named for b in others} <= found.split
    else:
        assert any(set(named) <= set(house) for house in houses(found))


@given(journals, st.randoms())
def test_only_the_order_of_the_entries_ids_counts(said: list[str], random: object) -> None:
    journal = entries(*said)
    shuffled = list(journal)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert constraints(shuffled) == constraints(journal)
    for claim in _CLAIMS:  # what people said of others is the same whichever claims are asked about
        inside = [other for other in _CLAIMS if other != claim]
        assert constraints(journal, inside).split == {pair for pair in constraints(journal).split if claim not in pair}
