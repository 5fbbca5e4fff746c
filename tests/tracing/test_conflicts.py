"""Conflicts: what contradicts what, how much it weighs, and what is no contradiction."""

import sys
from datetime import date
from pathlib import Path

from provenance.model.chain import Severity
from provenance.tracing import trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told


def kinds(*claims: object) -> list[tuple[str, str]]:
    return [(conflict.kind.value, conflict.severity.value) for conflict in trace(claims).conflicts]  # type: ignore[arg-type]


def test_two_meetings_years_apart_cannot_both_be_the_first() -> None:
    one = told("The visit was the first high-level meeting between Japan and Cuba since 1998", "a", printed=date(2015, 3, 2))
    two = told(
        "In June 2019 the ministers of Japan and Cuba met, the first high-level meeting since 1998",
        "b",
        on="In June 2019",
        day=(date(2019, 6, 1), date(2019, 6, 30)),
    )
    assert kinds(one, two) == [("superlative", "high")]


def test_the_first_of_another_kind_is_no_conflict() -> None:
    one = told("It was the first snowfall in Cuba", "a", printed=date(2015, 3, 2))
    two = told("In June 2019 Cuba held its first chess congress", "b", on="In June 2019", day=(date(2019, 6, 1), date(2019, 6, 30)))
    assert kinds(one, two) == []


def test_one_name_for_agreements_of_two_years_is_a_collision() -> None:
    one = told("In 2014 Ukraine and Russia signed the Minsk Protocol", "a", on="In 2014", day=(date(2014, 1, 1), date(2014, 12, 31)))
    two = told(
        "In 2015 Ukraine and Russia signed the Minsk Protocol on another line",
        "b",
        on="In 2015",
        day=(date(2015, 1, 1), date(2015, 12, 31)),
    )
    assert kinds(one, two) == [("name_collision", "medium")]


def test_an_agreement_with_other_parties_and_another_subject_is_a_conflict_of_parties() -> None:
    one = told("Ukraine and Russia signed the Minsk Protocol to free prisoners of war", "a")
    two = told("Three schools on the coast reopen under the Minsk Protocol, which France and Russia signed last week", "b")
    assert kinds(one, two) == [("party", "high")]


def test_meetings_in_one_town_on_other_days_are_no_conflict() -> None:
    one = told("Envoys of Iran and Oman met in Muscat on 4 May", "a", on="on 4 May", day=date(2021, 5, 4))
    two = told("Envoys of Iran and Oman met in Muscat on 9 October", "b", on="on 9 October", day=date(2022, 10, 9))
    assert kinds(one, two) == []


def test_counts_of_other_periods_are_only_a_difference() -> None:
    one = told(
        "The floods in Kerala have displaced 90,000 residents in August", "a", on="in August", day=(date(2018, 8, 1), date(2018, 8, 31))
    )
    two = told("The floods in Kerala have displaced 400,000 residents", "b")
    assert {severity for _, severity in kinds(one, two)} <= {Severity.INFO.value}
    assert len(trace([one, two]).groups) == 2


def test_more_than_is_no_contradiction_to_a_higher_count() -> None:
    one = told("The floods in Kerala killed more than 300 people", "a")
    two = told("The floods in Kerala killed 324 people", "b")
    assert kinds(one, two) == []
    assert len(trace([one, two]).groups) == 1
