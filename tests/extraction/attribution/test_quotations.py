"""Stretches of a text that stand in quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.attribution.quotations import quotations
from provenance.language.sentences import blocks


def quoted(text: str) -> list[str]:
    return [q.span.within(text) for q in quotations(text, blocks(text)) if q.closed]


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("She said: “We sail.”", ["“We sail.”"]),
        ('She said: "We sail." He left.', ['"We sail."']),
        ("‘We sail,’ she said. ‘It’s late.’", ["‘We sail,’", "‘It’s late.’"]),
        ("'We sail,' she said. 'It's late.'", ["'We sail,'", "'It's late.'"]),
        ("‘The doctors’ strike will go on,’ she said.", ["‘The doctors’ strike will go on,’"]),
        ("He called it ‘a triumph’ and the critics’ view ‘bunkum’.", ["‘a triumph’", "‘bunkum’"]),
        ("“He said ‘go’ and I went,” she said.", ["“He said ‘go’ and I went,”"]),
        ("‘He said “go” and I went,’ she said.", ["‘He said “go” and I went,’"]),
    ],
)
def test_double_and_single_marks_quote(text, marked):
    assert quoted(text) == marked


@pytest.mark.parametrize(
    "text",
    [
        "The ’90s and the ‘80s were long.",
        "Rock ’n’ roll wasn’t dead.",
        "al-Sha‘bi met ‘Ali.",
        "The workers’ pay fell.",
        "The O’baida tribe's men left.",
    ],
)
def test_apostrophes_and_letters_quote_nothing(text):
    assert quoted(text) == []


def test_a_quotation_goes_on_into_a_paragraph_that_opens_with_a_mark():
    assert quoted("“We sail.\n\n“We sail now,” she said.") == ["“We sail.", "“We sail now,”"]


def test_a_missing_closing_mark_closes_nothing():
    assert quoted("“We sail, she said.\n\nThe sea was calm.") == []


def test_a_mark_that_nothing_closes_ends_where_a_closed_quotation_opens():
    text = "“We sail, she said, 'at noon', and left."
    found = [(q.span.within(text), q.closed) for q in quotations(text, blocks(text))]
    assert found == [("“We sail, she said, ", False), ("'at noon'", True)]


@given(st.text(alphabet="ab s.,‘’'“”\"\n", max_size=80))
def test_quotations_lie_in_order_and_never_overlap(text):
    spans = [q.span for q in quotations(text, blocks(text))]
    assert all(0 <= s.start < s.end <= len(text) for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
