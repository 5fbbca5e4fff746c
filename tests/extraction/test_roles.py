"""Each sentence has one role, told from the shape of the page and not from its subject."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.roles import read_sentences
from provenance.model.article import Masthead, Role

CLAIM, HEADLINE, DATELINE, BYLINE = Role.CLAIM, Role.HEADLINE, Role.DATELINE, Role.BYLINE
BOILERPLATE, QUESTION, OTHER = Role.BOILERPLATE, Role.QUESTION, Role.OTHER

BODY = "The ministry opened a crossing on Monday. It serves both sides of the border.\n\nThe army closed the road, SANA reported."


def roles(text: str, masthead: Masthead | None = None) -> list[tuple[str, Role]]:
    return [(span.within(text), role) for span, role in read_sentences(text, masthead or Masthead())]


def role_of(line: str, text: str, masthead: Masthead | None = None) -> Role:
    return dict(roles(text, masthead))[line]


def test_a_text_of_one_block_is_body():
    assert roles("Intelligence chiefs meet in Moscow, SANA reports") == [("Intelligence chiefs meet in Moscow, SANA reports", CLAIM)]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Ministry opens new crossing", HEADLINE),
        ("Monday 5 June 2023 - 09:15", DATELINE),
        ("Ankara, 3 June 2021", DATELINE),
        ("Published on March 4, 2025, at 2:15 pm (Paris)", DATELINE),
        ("Published: 2023-05-18 09:30 GMT", DATELINE),
        ("Last updated 2 hours ago", DATELINE),
        ("15 July 2016 Coup Attempt Remembered", HEADLINE),
        ("By Staff Reporter in Ankara", BYLINE),
        ("News desk", BYLINE),
        ("FOR IMMEDIATE RELEASE", BOILERPLATE),
        ("We use cookies to improve your experience on our site.", BOILERPLATE),
        ("Sign in", BOILERPLATE),
        ("Photo: Getty Images", BOILERPLATE),
        ("5 min read", BOILERPLATE),
    ],
)
def test_lines_above_the_body_are_told_by_their_shape(line, role):
    assert role_of(line, f"Border reopened\n\n{line}\n\n{BODY}") is role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Reporting by Ankara Newsroom", BYLINE),
        ("(Reporting by Ankara Newsroom; Editing by Istanbul Desk)", BYLINE),
        ("Source: The New Arab.", BYLINE),
        ("Read more: Army closes second road in the north", BOILERPLATE),
        ("You might also like", BOILERPLATE),
        ("related articles", BOILERPLATE),
        ("Share it:", BOILERPLATE),
        ("Leave a Reply", BOILERPLATE),
        ("###", BOILERPLATE),
        ("Second road closed after clashes near the border", BOILERPLATE),
        ("© 2020 The New Arab", BOILERPLATE),
        ("Subscribe to our newsletter to get the latest in your inbox.", BOILERPLATE),
    ],
)
def test_lines_below_the_body_are_no_claims(line, role):
    assert role_of(line, f"Border reopened\n\n{BODY}\n\n{line}") is role


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the road had been opened again.",
        "Share prices fell in Istanbul after the closure.",
        "Reporting by Reuters suggested that the road was closed.",
        "Source close to the army confirmed the closure.",
        "Comments by the minister angered the opposition.",
        "More than 300.000 people fled the city.",
        "Next week the crossing will close.",
        "The name of the officer was not given.",
        "Search teams found no survivors.",
    ],
)
def test_sentences_that_begin_like_furniture_are_claims(sentence):
    assert role_of(sentence, f"Border reopened\n\n{BODY}\n\n{sentence}\n\nIt ended there, the ministry said.") is CLAIM


def test_an_inline_dateline_belongs_to_the_sentence_that_it_opens():
    assert roles(f"Border reopened\n\nIDLIB, Syria (North Press) – {BODY}")[1] == (
        "IDLIB, Syria (North Press) – The ministry opened a crossing on Monday.",
        CLAIM,
    )


def test_a_page_title_repeats_the_headline_with_the_site_behind_it():
    text = f"Ministry opens new crossing - The Daily Wonder!\n\nMinistry opens new crossing\n\n{BODY}"
    assert [role for _, role in roles(text)[:2]] == [BOILERPLATE, HEADLINE]


def test_the_outlets_own_name_is_a_line_of_its_own():
    assert (
        role_of("BALADI NEWS", f"Border reopened\n\nBALADI NEWS\n\n{BODY}", Masthead(outlet="baladi-news", outlet_name="Baladi News"))
        is BYLINE
    )


def test_questions_are_questions_and_quoted_ones_in_a_statement_are_not():
    found = dict(
        roles(f"Border reopened\n\n{BODY}\n\nWho closed the road? The minister asked: “Who closed the road?”\n\nNobody answered him.")
    )
    assert found["Who closed the road?"] is QUESTION
    assert found["The minister asked: “Who closed the road?”"] is CLAIM


def test_subheads_lists_and_bullets_inside_the_body():
    found = dict(roles(f"{BODY}\n\nNew fronts\n\n{BODY}\n\n• Turkey keeps its twelve posts\n• Russia sends patrols to the road\n\n{BODY}"))
    assert found["New fronts"] is HEADLINE
    assert found["• Turkey keeps its twelve posts"] is CLAIM


def test_everything_under_the_comment_form_is_somebody_elses():
    text = f"Border reopened\n\n{BODY}\n\nLeave a comment\nName\nThis is a shame. The army is right."
    assert {role for line, role in roles(text) if line in ("Name", "This is a shame.", "The army is right.")} == {BOILERPLATE}


def test_a_release_keeps_its_statements_and_loses_its_contacts():
    text = f"FOR IMMEDIATE RELEASE\n\nMinistry opens new crossing\n\n{BODY}\n\n###\n\nMedia Contact:\nPress Office\npress@example.org"
    found = roles(text)
    assert [line for line, role in found if role is CLAIM] == [
        "The ministry opened a crossing on Monday.",
        "It serves both sides of the border.",
        "The army closed the road, SANA reported.",
    ]


def test_a_live_page_keeps_times_and_statements_apart():
    found = dict(
        roles(
            "Live: talks in Moscow\n\n11:50 GMT\nHaftar leaves Moscow\n\nKhalifa Haftar left Moscow without signing.\n\n"
            "09:05\nThe talks began in the morning."
        )
    )
    assert found["11:50 GMT"] is DATELINE
    assert found["09:05"] is DATELINE
    assert found["Khalifa Haftar left Moscow without signing."] is CLAIM


def test_a_text_whose_lines_never_end_is_read_all_the_same():
    found = roles(
        "Blast heard in Afrin\n\nLocal sources reported a car bomb near the market\n\nAmbulances came to the scene ten minutes later"
    )
    assert [role for _, role in found] == [HEADLINE, CLAIM, CLAIM]


@given(
    st.lists(
        st.sampled_from(
            ["Read more:", "A b c.", "Share", "by", "12:30", "?", "—", "The army closed the road.", "Comments", "•", "x" * 300, "© 2020"]
        ),
        max_size=9,
    )
)
def test_every_sentence_has_exactly_one_role_in_order(lines):
    text = "\n".join(lines)
    spans = [span for span, _ in read_sentences(text, Masthead())]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for s in spans for i in range(*s)}
    assert all(i in covered for i, c in enumerate(text) if not c.isspace())


def test_a_menu_above_the_headline_is_furniture():
    text = f"World  Business  Markets  More\n\nMinistry opens new crossing\n\n{BODY}"
    assert [role for _, role in roles(text)[:2]] == [BOILERPLATE, HEADLINE]


def test_the_standards_of_an_agency_are_furniture():
    line = "Our Standards: The Thomson Reuters Trust Principles."
    assert role_of(line, f"Border reopened\n\n{BODY}\n\n{line}") is BOILERPLATE


def test_a_statement_before_hostile_marks_is_read():
    line = "\u200fThe fire brigade said 4 people were hurt.\u200f [@click=app.quit]click[/] \x1b[2J\x1b[H"
    assert role_of("The fire brigade said 4 people were hurt.", f"Border reopened\n\n{BODY}\n\n{line}") is CLAIM
    assert role_of("[@click=app.quit]click[/] \x1b[2J\x1b[H", f"Border reopened\n\n{BODY}\n\n{line}") is not CLAIM


@pytest.mark.parametrize("opening", ["SIMFEROPOL.", "MOSCOW, June 3.", "MOSCOW, June 3. /TASS/."])
def test_a_place_and_an_agency_that_end_with_a_full_stop_are_no_claims(opening):
    found = roles(f"Depot on fire, official says\n\n{opening} A fire broke out at the depot at night. Nobody was hurt.")
    assert [words for words, role in found if role is CLAIM] == ["A fire broke out at the depot at night.", "Nobody was hurt."]


def test_a_short_sentence_of_the_text_is_a_claim():
    assert role_of("They won!", "Club wins the cup\n\nGALATASARAY! They won! The crowd was loud on Sunday.") is CLAIM


def test_what_an_article_says_of_its_own_correction_is_no_claim():
    note = "This article was amended on 6 March 2025. An earlier version said that 51 people were hurt."
    assert role_of("An earlier version said that 51 people were hurt.", f"Border reopened\n\n{BODY}\n\n{note}") is BOILERPLATE
