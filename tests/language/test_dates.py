"""Time expressions mean the days that a reader would take them to mean, and unknown days stay unknown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.language.dates import dates_of_sentences, find_dates
from provenance.language.sentences import split
from provenance.model.article import PublicationBounds
from provenance.model.text import Span

WEDNESDAY = PublicationBounds(earliest=date(2020, 1, 15), latest=date(2020, 1, 15), basis=("dateline",))


def days(text: str, anchor: PublicationBounds | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    return [(d.span.within(text), str(d.earliest), str(d.latest)) for d in find_dates(text, Span(0, len(text)), anchor)]


def story(text: str, anchor: PublicationBounds | None = None) -> list[tuple[str, str, str]]:
    spans = split(text, Span(0, len(text)))
    return [(d.span.within(text), str(d.earliest), str(d.latest)) for found in dates_of_sentences(text, spans, anchor) for d in found]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("They met on Monday.", "Monday", "2020-01-13", "2020-01-13"),
        ("He said on Friday that both would meet.", "Friday", "2020-01-10", "2020-01-10"),
        ("They will meet on Friday.", "Friday", "2020-01-17", "2020-01-17"),
        ("Last week they met.", "Last week", "2020-01-06", "2020-01-12"),
        ("It rose last month.", "last month", "2019-12-01", "2019-12-31"),
        ("A deal was signed last year.", "last year", "2019-01-01", "2019-12-31"),
        ("It began earlier this month.", "earlier this month", "2020-01-01", "2020-01-15"),
        ("It opened on May 18.", "May 18", "2019-05-18", "2019-05-18"),
        ("In December alone, many fled.", "December", "2019-12-01", "2019-12-31"),
        ("Late in December 2022, they met.", "Late in December 2022", "2022-12-21", "2022-12-31"),
        ("The talks are due in early February.", "early February", "2020-02-01", "2020-02-10"),
        ("The group fights since the early 1980s.", "early 1980s", "1980-01-01", "1983-12-31"),
        ("It happened two days ago.", "two days ago", "2020-01-13", "2020-01-13"),
        ("He came on the 5th of May 2018.", "the 5th of May 2018", "2018-05-05", "2018-05-05"),
        ("Saturday 20 May 2023 - 11:50", "Saturday 20 May 2023", "2023-05-20", "2023-05-20"),
        ("Version of 2023-05-18.", "2023-05-18", "2023-05-18", "2023-05-18"),
        ("It ended in the summer of 2016.", "summer of 2016", "2016-06-01", "2016-08-31"),
        ("It was built in the first half of 2019.", "first half of 2019", "2019-01-01", "2019-06-30"),
        ("It closed on Christmas Day.", "Christmas Day", "2019-12-25", "2019-12-25"),
        ("It must end by the end of the year.", "the end of the year", "2020-10-01", "2020-12-31"),
    ],
)
def test_words_mean_days_seen_from_the_day_of_publication(text, words, first, last):
    assert days(text) == [(words, first, last)]


@pytest.mark.parametrize(
    "text",
    [
        "About 300.000 people fled.",
        "Some 1,600 people and 2018 soldiers came.",
        "He may march on the town.",
        "April Jones met August Smith.",
        "The Sunday Times reported it.",
        "Shops opened for Black Friday.",
        "The 11-year-long war went on.",
        "Resolution 2254 was cited in recent weeks.",
        "The October Revolution was remembered.",
    ],
)
def test_names_and_numbers_are_no_dates(text):
    assert days(text) == []


def test_ranges_give_both_ends_and_share_their_year():
    assert days("It lasted from 2015 to 2018.")[1:] == [("2018", "2018-01-01", "2018-12-31")]
    assert days("It lasted from 3 to 5 June 2017.") == [("3", "2017-06-03", "2017-06-03"), ("5 June 2017", "2017-06-05", "2017-06-05")]
    assert days("In April and June 1955 he ruled.") == [("April", "1955-04-01", "1955-04-30"), ("June 1955", "1955-06-01", "1955-06-30")]
    assert days("The siege (31 May – 1 June 1916) failed.")[0] == ("31 May", "1916-05-31", "1916-05-31")


def test_without_a_publication_date_a_weekday_stays_unknown_and_a_full_date_does_not():
    assert days("They met on Monday and on 18 May 2023.", None) == [("Monday", "None", "None"), ("18 May 2023", "2023-05-18", "2023-05-18")]


def test_bounds_of_publication_give_bounds_of_days():
    bounds = PublicationBounds(earliest=date(2023, 1, 15), latest=date(2023, 1, 31), basis=("references",))
    assert days("On January 12 he spoke.", bounds) == [("January 12", "2023-01-12", "2023-01-12")]
    assert days("They met on Sunday.", bounds) == [("Sunday", "2023-01-15", "2023-01-29")]
    after = PublicationBounds(earliest=date(2023, 1, 15), basis=("references",))
    assert days("They met on Sunday.", after) == [("Sunday", "2023-01-15", "None")]


def test_history_counts_from_the_date_that_it_named_last():
    told = story(
        "The war began on 1 September 1939. Two days later, Britain joined. In October, the front froze. "
        "It was so until the following year. In April 1940, it moved. In May, France fell. That same month, the king fled."
    )
    assert told[1:] == [
        ("Two days later", "1939-09-03", "1939-09-03"),
        ("October", "1939-10-01", "1939-10-31"),
        ("the following year", "1940-01-01", "1940-12-31"),
        ("April 1940", "1940-04-01", "1940-04-30"),
        ("May", "1940-05-01", "1940-05-31"),
        ("That same month", "1940-05-01", "1940-05-31"),
    ]


def test_the_same_year_is_that_of_the_date_before_it():
    assert story("They agreed in September 2018. It was due in October of the same year.", WEDNESDAY)[1] == (
        "October of the same year",
        "2018-10-01",
        "2018-10-31",
    )


def test_both_orders_of_an_ambiguous_date_in_figures_are_kept():
    assert days("It was 03/04/2020.") == [("03/04/2020", "2020-03-04", "2020-04-03")]


def test_a_day_that_the_calendar_does_not_have_stays_unknown():
    assert days("It was on 30 February 2020.") == [("30 February 2020", "None", "None")]


@given(
    st.lists(
        st.sampled_from(
            [
                "in",
                "on",
                "May",
                "5",
                "2019",
                "31",
                "March",
                "last",
                "week",
                "of",
                "the",
                "year",
                "12",
                "two",
                "days",
                "later",
                "Friday",
                ",",
                "since",
                "1999",
                "-",
                "ago",
                "Monday",
                "1/2/2020",
                "9999",
                "0",
            ]
        ),
        max_size=14,
    ),
    st.sampled_from([None, WEDNESDAY, PublicationBounds(earliest=date.min, latest=date.max, basis=("x",))]),
)
def test_no_wording_breaks_the_reading_and_the_first_day_is_never_after_the_last(words, anchor):
    text = " ".join(words)
    for d in find_dates(text, Span(0, len(text)), anchor):
        assert d.basis
        assert d.earliest is None or d.latest is None or d.earliest <= d.latest


def test_a_year_that_is_told_ten_thousand_times_is_read_each_time():
    text = "in 2011 and " * 10_000
    found = find_dates(text, Span(0, len(text)), WEDNESDAY)
    assert len(found) == 10_000
    assert {d.earliest for d in found} == {date(2011, 1, 1)}


def test_words_that_only_open_dates_are_none():
    text = "the " * 5_000 + "early " * 5_000 + "in " * 5_000
    assert find_dates(text, Span(0, len(text)), WEDNESDAY) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Argentina beat France on penalties to win the final on Sunday.", "2020-01-12"),
        ("The bank cut its rate on Thursday.", "2020-01-09"),
        ("A storm hit the coast on Friday.", "2020-01-10"),
        ("The plant shut its gates on Saturday.", "2020-01-11"),
        ("The fire spread to three towns on Sunday.", "2020-01-12"),
        ("Four people were hurt, and the mayor quit on Tuesday.", "2020-01-14"),
        ("The union told its members to strike on Friday.", "2020-01-17"),
        ("Both sides agreed to meet on Friday.", "2020-01-17"),
        ("They reached a deal to reopen the road on Friday.", "2020-01-17"),
        ("The bank is expected to cut its rate on Thursday.", "2020-01-16"),
        ("The clubs will bid on Monday.", "2020-01-20"),
    ],
)
def test_a_weekday_lies_behind_a_past_verb_that_looks_present_and_ahead_of_what_is_still_to_be_done(text, day):
    assert days(text)[0][1:] == (day, day)
