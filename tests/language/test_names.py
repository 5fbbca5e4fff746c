"""Names: when two spellings are one name, where names stand in a text, and which aliases a text introduces."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.language.names import find_names, introduced_aliases, same_name
from provenance.model.text import Span

_DATA = Path(__file__).parents[2] / "../shared/data/names"

ONE_NAME = [
    ("Abu Muhammad al-Falastini", "Abu Muhammad al-Felastini"),
    ("Hay’at Tahrir al-Sham", "Hayat Tahrir al-Sham"),
    ("Tahrir al-Sham", "Hayat Tahrir al-Sham"),
    ("HTS", "Hay’at Tahrir al-Sham"),
    ("UN", "United Nations"),
    ("National Intelligence Organisation", "National Intelligence Organization"),
    ("General Ali Mamlouk", "Ali Mamlouk"),
    ("Recep Tayyip Erdogan", "Recep Tayyip Erdoğan"),
    ("Putin, Vladimir", "Vladimir Putin"),
    ("Sergei Lavrov", "Сергей Лавров"),
    ("Bashar al-Assad", "بشار الأسد"),
    ("Fayez al-Sarraj", "Faiez Serraj"),
    ("J.-C. Juncker", "Jean-Claude Juncker"),
    ("Siemens Aktiengesellschaft", "Siemens AG"),
]
TWO_NAMES = [
    ("Abu Ayyoub al-Shami", "Abu Ayoub al-Iraqi"),
    ("Abu Ayyoub al-Shami", "Abu O’baida al-Shami"),
    ("Ahrar al-Sham", "Hayat Tahrir al-Sham"),
    ("Hafez al-Assad", "Bashar al-Assad"),
    ("Hasan Rouhani", "Husayn Rouhani"),
    ("SANA", "SNA"),
    ("Iran", "Iraq"),
    ("Mali", "Malawi"),
    ("National Security Bureau", "General Intelligence Directorate"),
    ("Deutsche Bank AG", "Deutsche Bank GmbH"),
    ("Mamlouk", "Ali Mamlouk"),
]


@pytest.mark.parametrize(("a", "b"), ONE_NAME)
def test_spellings_of_one_name_are_one(a: str, b: str) -> None:
    assert same_name(a, b) >= 0.5


@pytest.mark.parametrize(("a", "b"), TWO_NAMES)
def test_names_of_two_are_two(a: str, b: str) -> None:
    assert same_name(a, b) < 0.5


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_of_names_lies_between_0_and_1_and_does_not_depend_on_order(a: str, b: str) -> None:
    assert 0.0 <= same_name(a, b) <= 1.0
    assert same_name(a, b) == pytest.approx(same_name(b, a), abs=0.05)


@given(st.text(min_size=1, max_size=30).filter(str.strip))
def test_a_name_is_itself(name: str) -> None:
    assert same_name(name, name) == 1.0


def names_in(text: str) -> list[str]:
    return [mention.name for mention in find_names(text, Span(0, len(text)))]


def test_particles_belong_to_the_name_and_titles_do_not() -> None:
    assert names_in("Turkish Foreign Minister Mevlut Cavusoglu met Osama bin Laden's envoy in Bab al-Hawa.") == [
        "Mevlut Cavusoglu",
        "Osama bin Laden",
        "Bab al-Hawa",
    ]


def test_function_words_and_weekdays_are_no_names_for_standing_at_the_head_of_a_sentence() -> None:
    assert names_in("However, on Monday they left. Officials in Ankara said so. The talks in Geneva ended.") == ["Ankara", "Geneva"]


def test_the_general_in_a_directorate_is_no_rank() -> None:
    assert names_in("He runs the General Intelligence Directorate.") == ["General Intelligence Directorate"]


def test_an_office_alone_is_no_name() -> None:
    assert names_in("the Turkish President left with the Prime Minister") == ["Turkish"]


def test_an_adjective_made_of_a_name_gives_the_name_alone() -> None:
    assert names_in("the Turkish-backed factions") == ["Turkish"]


@given(st.text(max_size=200))
def test_mentions_stand_where_they_say(text: str) -> None:
    for mention in find_names(text, Span(0, len(text))):
        assert mention.span.within(text) == mention.name


def test_a_bracket_introduces_an_acronym_and_a_former_name() -> None:
    text = "Fighters of Hayat Tahrir al-Sham (HTS, formerly al-Nusra Front) left. The United Nations (UN) watched."
    assert introduced_aliases(text) == {"HTS": "Hayat Tahrir al-Sham", "al-Nusra Front": "Hayat Tahrir al-Sham", "UN": "United Nations"}


def test_another_name_of_a_town_is_introduced_behind_what_it_is() -> None:
    assert introduced_aliases("They took the cities of Sere Kaniye (Ras al-Ain) and Tel Abyad.") == {"Ras al-Ain": "Sere Kaniye"}


def test_the_outlet_in_a_dateline_is_no_alias_of_the_country() -> None:
    assert introduced_aliases("IDLIB, Syria (North Press) – A convoy left.") == {}


def test_a_later_surname_is_led_back_to_the_full_name() -> None:
    text = "Ali Mamlouk was in Moscow. Mamlouk said nothing."
    assert [(m.name, m.full) for m in find_names(text, Span(27, len(text)))] == [("Mamlouk", "Ali Mamlouk")]


def test_a_surname_of_two_people_is_led_back_to_neither() -> None:
    text = "Hafez al-Assad ruled before Bashar al-Assad. Later al-Assad fled."
    assert [m.full for m in find_names(text, Span(45, len(text)))] == [None]


@pytest.mark.parametrize(("file", "least"), [("pairs_dev.jsonl", 0.82), ("arabic_english_dev.jsonl", 0.85)])
def test_same_name_keeps_its_measured_quality(file: str, least: float) -> None:
    if not (_DATA / file).exists():
        pytest.skip(f"no {file} beside the repository")
    rows = [json.loads(line) for line in (_DATA / file).read_text(encoding="utf-8").splitlines()]
    if "ar" in rows[0]:
        pairs = [(r["en"], r["ar"], True) for r in rows] + [(r["en"], rows[n - 1]["ar"], False) for n, r in enumerate(rows)]
    else:
        pairs = [(r["a"], r["b"], r["same"]) for r in rows]
    said = [(same_name(a, b) >= 0.5, same) for a, b, same in pairs]
    right = sum(x and y for x, y in said)
    assert 2 * right / (sum(x for x, _ in said) + sum(y for _, y in said)) >= least


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Minister of Foreign Affairs Hakan Fidan left.", "Hakan Fidan"),
        ("Minister for Housing Hakan Fidan left.", "Hakan Fidan"),
        ("President of Turkey Recep Tayyip Erdogan left.", "Recep Tayyip Erdogan"),
        ("Director of the Central Intelligence Agency", "Central Intelligence Agency"),
        ("Mayor of New York City", "New York City"),
    ],
)
def test_what_an_office_is_held_of_is_no_part_of_the_name(text: str, name: str) -> None:
    assert [mention.name for mention in find_names(text, Span(0, len(text)))] == [name]
