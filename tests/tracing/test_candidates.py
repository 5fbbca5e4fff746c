"""Candidates: what a claim is stored under, and that reading one article after the other gives what reading all at once gives."""

import random
import sys
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.claim import ClaimInContext
from provenance.model.filing import Sought, filed
from provenance.model.source import SourcingType
from provenance.tracing import index_terms, surroundings, trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told


class InMemory:
    """Neighbours of claims that are all at hand."""

    def __init__(self, items: Sequence[ClaimInContext]) -> None:
        self._items = {item.claim.id: item for item in items}
        self._under: dict[str, list[str]] = defaultdict(list)
        for item in items:
            for term in index_terms(item):
                self._under[term].append(item.claim.id)

    def _filed(self, term: str, weeks: Collection[int]) -> set[str]:
        """The claims under a term, of these weeks or of none; of whatever week where none is given."""
        places = [term, *(filed(term, week) for week in weeks)] if weeks else [p for p in self._under if p.partition("@")[0] == term]
        return {claim for place in places for claim in self._under.get(place, ())}

    def claims_sharing(
        self, wanted: Collection[Sought], least: float, known: Collection[str], unnamed: float | None = None
    ) -> Sequence[ClaimInContext]:
        """Claims, other than the known ones, stored under terms of one of these whose weights together reach enough."""
        found: set[str] = set()
        for terms, weeks, lasting in wanted:
            reached: dict[str, float] = defaultdict(float)
            named: set[str] = set()
            for term, weight in terms.items():
                for claim in self._filed(term, weeks):
                    reached[claim] += weight
                    named.update([claim] if term[0] in "~#" else [])
            found.update(claim for claim, weight in reached.items() if weight >= (least if claim in named else unnamed or least))
            found.update(claim for term in lasting for claim in self._under.get(term, ()))
        return [self._items[claim] for claim in sorted(found - set(known))]

    def claims_grouped(self, ids: Collection[str]) -> Sequence[ClaimInContext]:
        """Nothing has been grouped yet."""
        return []


def test_a_claim_is_stored_under_its_rare_words_and_the_sound_of_its_names() -> None:
    terms = index_terms(told("The harbour of Aden was closed by Abu Muhammad al-Falastini", "a"))
    other = index_terms(told("Abu Muhammad al-Felastini left the harbor", "b"))
    assert {term for term in terms & other if term.startswith("~")} >= {"~flstn"}
    assert "the" not in terms


def test_claims_about_something_else_are_not_traced_again() -> None:
    old = told("Nurses in Kerala signed the pay deal", "a")
    new = told("The harbour of Aden was closed to ships", "b")
    assert surroundings([new], InMemory([old])) == ([new], [])


def test_what_contradicts_a_new_claim_stands_beside_it_and_is_not_grouped_again() -> None:
    old = told("The mayor of Lisbon rejected the new harbour budget", "a")
    new = told("The mayor of Lisbon accepted the new harbour budget", "b")
    assert surroundings([new], InMemory([old])) == ([new], [old])


class Archive(InMemory):
    """Remembers what was traced, as the real archive does."""

    def __init__(self, items: Sequence[ClaimInContext], linked: dict[str, set[str]]) -> None:
        super().__init__(items)
        self.linked = linked

    def claims_grouped(self, ids: Collection[str]) -> Sequence[ClaimInContext]:
        return [self._items[claim] for claim in sorted({c for i in ids for c in self.linked.get(i, ())} & set(self._items))]


SUBJECTS = ["The mayor of Lisbon", "Miners in Chile", "The court in Ghent"]
DEEDS = [
    "rejected the new budget",
    "accepted the new budget",
    "did not sign the pay deal",
    "signed the pay deal",
    "counted 12 ballots",
    "counted 90 ballots",
]
TAILS = ["on Friday", "after a long night", "without a quorum"]
DAYS = [-1, 0, 5, 16, 500]  # of publication; -1 where it is unknown


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(DEEDS), st.sampled_from(TAILS), st.sampled_from(DAYS)),
        min_size=1,
        max_size=12,
        unique=True,
    ),
    st.randoms(use_true_random=False),
)
def test_reading_one_after_the_other_gives_the_groups_of_reading_all_at_once(
    rows: list[tuple[str, str, str, int]], chance: random.Random
) -> None:
    items = [
        told(
            f"{subject} {deed} {tail}",
            f"outlet-{n}",
            by=[("tass", SourcingType.STATE_AGENCY)] if n % 3 else [],
            printed=date(2024, 3, 6) + timedelta(days=day) if day >= 0 else None,
        )
        for n, (subject, deed, tail, day) in enumerate(sorted(rows))
    ]
    wanted = trace(items)
    chance.shuffle(items)
    groups, linked = {}, {}
    for n, item in enumerate(items):
        traced = trace(surroundings([item], Archive(items[:n], linked)).core)
        again = {claim for group in traced.groups for claim in group.claims}
        groups = {claim: group for claim, group in groups.items() if claim not in again}
        groups.update({claim: group for group in traced.groups for claim in group.claims})
        for group in traced.groups:
            for claim in group.claims:
                linked[claim] = set(group.claims)
    assert {group.claims for group in groups.values()} == {group.claims for group in wanted.groups}


def test_a_report_that_two_hundred_outlets_carry_stays_one_group() -> None:
    """However many copies there are, no term that they all share is given up without another road to the pair."""
    words = "The dam at Mosul burst on Monday after heavy rain"
    items = [told(f"{words}.", f"outlet-{number}", by=[("water-ministry", SourcingType.OFFICIAL_BODY)]) for number in range(200)]
    assert len(trace(items).groups) == 1
