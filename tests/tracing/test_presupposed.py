"""What a sentence takes for granted is not what it tells."""

import sys
from pathlib import Path

import pytest

from provenance.tracing import trace
from provenance.tracing.presupposed import presupposed

sys.path.insert(0, str(Path(__file__).parent))
from told import told


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("The captain of the ferry that ran aground off Bodrum has been detained.", "the ferry that ran aground off Bodrum "),
        ("The man who shot and wounded two officers was sentenced to life.", "The man who shot and wounded two officers "),
        ("Officials said that the bridge that collapsed in May will reopen.", "the bridge that collapsed in May "),
        ("A bus that fell into a ravine carried 30 people.", "that fell into a ravine "),
    ],
)
def test_a_clause_that_says_which_one_is_meant_is_taken_for_granted(text, granted):
    assert [text[span.start : span.end] for span in presupposed(text)] == [granted]


@pytest.mark.parametrize(
    "text",
    [
        "A ferry ran aground off Bodrum.",
        "It was the army that fired.",
        "Those who fled have returned.",
        "The company, which was founded in 1990, has closed.",
        "The minister said that prices had doubled.",
    ],
)
def test_what_is_told_is_not(text):
    assert presupposed(text) == ()


def test_two_claims_of_one_ferry_that_tell_different_things_are_two_groups():
    aground = told("A ferry with 180 passengers ran aground off the resort of Bodrum early on Monday", "bbc")
    detained = told("The captain of the ferry that ran aground off Bodrum on Monday has been detained", "hurriyet")
    assert len(trace([aground, detained]).groups) == 2
