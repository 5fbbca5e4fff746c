"""One event with two dates, places or doers is a conflict where something anchors both to it; what may have happened twice is none."""

import sys
from datetime import date
from pathlib import Path

from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing import trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told

LATER = date(2021, 6, 9)


def kinds(*claims: ClaimInContext) -> list[tuple[str, str]]:
    return [(conflict.kind.value, conflict.severity.value) for conflict in trace(claims).conflicts]


def dated(text: str, outlet: str, on: str, day: date, printed: date | None = LATER) -> ClaimInContext:
    return told(text, outlet, on=on, day=day, printed=printed)


def test_one_bombing_with_one_toll_on_two_days_is_a_conflict_of_dates() -> None:
    one = dated("A lorry bomb killed 150 people in the Karrada quarter of Baghdad on 30 May", "a", "on 30 May", date(2021, 5, 30))
    other = dated("The lorry bomb that killed 150 people in Karrada exploded on 31 May", "b", "on 31 May", date(2021, 5, 31))
    assert kinds(one, other) == [("date", "medium")]
    (conflict,) = trace([one, other]).conflicts
    assert conflict.reason.startswith("30 May 2021 against 31 May 2021, of what looks like one event")
    assert conflict.reconcile == "precision: a night belongs to two days; time: there may have been two events"


def test_one_town_shelled_on_two_days_is_two_events() -> None:
    one = dated("Russian forces shelled Kharkiv on 1 March", "a", "on 1 March", date(2021, 3, 1))
    other = dated("Russian forces shelled Kharkiv on 3 March", "b", "on 3 March", date(2021, 3, 3))
    assert kinds(one, other) == []


def test_what_happened_again_is_two_events() -> None:
    one = dated("Envoys of Iran and Oman met in Muscat on 4 May", "a", "on 4 May", date(2021, 5, 4))
    again = dated("Envoys of Iran and Oman met again in Muscat on 6 May", "b", "on 6 May", date(2021, 5, 6))
    other = dated("Envoys of Iran and Oman met in Muscat on 6 May", "c", "on 6 May", date(2021, 5, 6))
    assert kinds(one, again) == []
    assert kinds(one, other) == [("date", "medium")]


def test_whoever_was_printed_before_the_other_day_tells_of_another_meeting() -> None:
    one = dated("Envoys of Iran and Oman met in Muscat on 4 May", "a", "on 4 May", date(2021, 5, 4), printed=date(2021, 5, 5))
    other = dated("Envoys of Iran and Oman met in Muscat on 6 May", "b", "on 6 May", date(2021, 5, 6))
    assert kinds(one, other) == []


def test_one_meeting_in_two_towns_is_a_conflict_of_places() -> None:
    one = dated("Envoys of Iran and Oman met in Muscat on 4 May", "a", "on 4 May", date(2021, 5, 4))
    other = dated("Envoys of Iran and Oman met in Salalah on 4 May", "b", "on 4 May", date(2021, 5, 4))
    assert kinds(one, other) == [("place", "medium")]


def test_strikes_on_two_towns_on_one_day_are_two_events() -> None:
    one = dated("Russian jets struck a depot in Homs on 4 May", "a", "on 4 May", date(2021, 5, 4))
    other = dated("Russian jets struck a depot in Hama on 4 May", "b", "on 4 May", date(2021, 5, 4))
    assert kinds(one, other) == []


def test_a_town_and_its_country_are_no_conflict_and_a_province_is_one_of_precision() -> None:
    one = dated("Envoys of Iran and Oman met in Salalah on 4 May", "a", "on 4 May", date(2021, 5, 4))
    country = dated("Envoys of Iran and Oman met in Oman on 4 May", "b", "on 4 May", date(2021, 5, 4))
    province = dated("Envoys of Iran and Oman met in the province of Dhofar on 4 May", "c", "on 4 May", date(2021, 5, 4))
    assert kinds(one, country) == []
    assert set(kinds(one, province)) <= {("place", "low")}


def test_two_who_are_both_said_to_have_bought_one_firm_are_a_conflict_of_parties() -> None:
    one = told("Siemens bought Alstom on Friday for 9 billion euros", "a")
    other = told("Hitachi bought Alstom on Friday for 9 billion euros", "b")
    traced = trace([one, other])
    assert [(c.kind.value, c.severity.value) for c in traced.conflicts] == [("party", "medium")]
    assert len(traced.groups) == 2


def test_one_name_for_operations_of_two_years_is_a_collision_and_of_two_days_a_conflict_of_dates() -> None:
    one = dated("Turkey launched Operation Olive Branch in Afrin on 20 January", "a", "on 20 January", date(2018, 1, 20))
    two = dated("Operation Olive Branch was launched in Afrin on 22 January", "b", "on 22 January", date(2018, 1, 22))
    years = dated("Operation Olive Branch was launched in Afrin on 9 October", "c", "on 9 October", date(2019, 10, 9))
    assert kinds(one, two) == [("date", "medium")]
    assert kinds(one, years) == [("name_collision", "medium")]


def test_meetings_in_one_town_at_which_something_was_agreed_share_no_name() -> None:
    one = dated("Iran and Oman met in Muscat on 4 May and agreed to trade", "a", "on 4 May", date(2020, 5, 4))
    other = dated("Iran and Oman met in Muscat on 9 October and agreed to fish", "b", "on 9 October", date(2022, 10, 9))
    assert kinds(one, other) == []
    named = dated("Iran and Oman signed the Muscat Agreement on 9 October", "c", "on 9 October", date(2022, 10, 9))
    assert kinds(one, named) == [("name_collision", "medium")]


def test_counts_over_one_month_and_over_nine_are_only_a_difference() -> None:
    one = told("The offensive in Idlib has displaced 300,000 people in one month", "a")
    other = told("The offensive in Idlib has displaced 900,000 people over nine months", "b")
    assert kinds(one, other) == [("quantity", "info")]
    silent = told("The offensive in Idlib has displaced 900,000 people", "c")
    assert kinds(one, silent) == [("quantity", "low")]


def test_a_correction_can_be_reconciled_with_what_it_corrects_and_names_the_origin_of_both() -> None:
    agency = ("disaster-agency", SourcingType.OFFICIAL_BODY)
    one = told("A landslide in Kodagu killed 23 people on Sunday", "a", by=[agency])
    other = told("The landslide in Kodagu killed 19 people on Sunday, it corrected its count", "b", by=[agency])
    (conflict,) = trace([one, other]).conflicts
    assert (conflict.kind.value, conflict.severity.value) == ("quantity", "low")
    assert conflict.reconcile is not None
    assert conflict.reconcile.startswith("correction: one of them sets an earlier count right; one origin: both go back to disaster-agency")


def test_a_negated_word_in_common_is_no_denial_of_another_matter() -> None:
    one = told("The mayor of Lisbon will not speak at the congress of the fishermen", "a")
    other = told(
        "At the congress of dentists in Ghent the mayor of Lisbon was paid to speak of whales, sails and the price of salted cod", "b"
    )
    assert kinds(one, other) == []


def test_what_is_only_supposed_denies_nothing() -> None:
    one = told("The parliament in Lisbon rejected the new budget", "a")
    other = told("If the parliament in Lisbon accepted the new budget, taxes would rise", "b")
    assert kinds(one, other) == []


def arrived(how: str, day: int, outlet: str) -> ClaimInContext:
    text = f"The first mirror segments of the Large Telescope {how} Cerro Armazones on March {day}"
    return dated(text, outlet, f"on March {day}", date(2021, 3, day))


def test_one_first_of_its_kind_that_is_dated_twice_is_a_conflict_of_dates() -> None:
    assert kinds(arrived("arrived at", 11, "a"), arrived("reached", 13, "b")) == [("date", "medium")]


def first_meeting(year: int, outlet: str) -> ClaimInContext:
    text = f"The first official meeting of the intelligence chiefs of Turkey and Syria took place in {year}"
    return dated(text, outlet, f"in {year}", date(year, 5, 1))


def test_two_firsts_in_two_years_are_a_conflict_of_superlatives() -> None:
    assert ("superlative", "high") in kinds(first_meeting(2016, "a"), first_meeting(2020, "b"))


CRASH = "The drone that flew into Romania in the night of the attack on the ports crashed near the village of {}"


def crashed(text: str, place: str, outlet: str) -> ClaimInContext:
    return told(text.format(place), outlet, printed=LATER)


def test_one_crash_near_two_villages_is_a_conflict_of_places_and_no_group() -> None:
    both = crashed(CRASH, "Nufaru", "a"), crashed(CRASH, "Grindu", "b")
    assert kinds(*both) == [("place", "medium")]
    assert len(trace(both).groups) == 2


def test_drones_of_which_each_may_be_another_are_no_conflict_of_places() -> None:
    some = CRASH.replace("The", "A").replace("the ", "")
    assert kinds(crashed(some, "Nufaru", "a"), crashed(some, "Grindu", "b")) == []


def test_where_only_one_says_near_the_places_may_be_reconciled() -> None:
    there = crashed(CRASH.replace("near the village of", "in"), "Grindu", "b")
    assert kinds(crashed(CRASH, "Nufaru", "a"), there) == [("place", "low")]


def test_one_toll_in_two_towns_of_a_country_is_two_events() -> None:
    """That both name the country, or the state that did it, makes them no one event: the same happens in two towns of it."""
    day = date(2021, 5, 4)
    one = dated("Israel killed 12 people in Homs in Syria on 4 May", "a", "on 4 May", day)
    other = dated("Israel killed 12 people in Hama in Syria on 4 May", "b", "on 4 May", day)
    traced = trace([one, other])
    assert (len(traced.groups), traced.conflicts) == (2, ())


def test_one_toll_of_one_storm_in_two_towns_is_a_conflict_of_places() -> None:
    day = date(2021, 5, 4)
    one = dated("Storm Daniel killed 300 people in Derna on 4 May", "a", "on 4 May", day)
    other = dated("Storm Daniel killed 300 people in Sousse on 4 May", "b", "on 4 May", day)
    assert kinds(one, other) == [("place", "medium")]
