"""What a score is made of: weights that sum to it, each with its reason, and nothing that depends on names or on an order."""

import math
import random
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.scoring import Method, load_method
from provenance.scoring.factors import sum_of
from provenance.scoring.interval import logistic
from provenance.scoring.weighing import read, written

sys.path.insert(0, str(Path(__file__).parent))
from any_claim import kinds, surroundings


@given(kinds, surroundings)
def test_the_weights_shown_sum_to_the_log_odds_whose_logistic_is_the_score(make, kind, around):
    scored = make(kind, **around).score()
    total = math.fsum(factor.weight for factor in scored.factors)
    assert scored.value == pytest.approx(1 / (1 + math.exp(-total)), abs=5.1e-5), "four decimals are kept"
    assert scored.value == logistic(sum_of(factor.weight for factor in scored.factors))
    assert all(factor.weight == round(factor.weight, 2) for factor in scored.factors)


@given(kinds, surroundings)
def test_the_score_lies_within_its_interval_and_the_interval_within_0_and_1(make, kind, around):
    scored = make(kind, **around).score()
    assert 0 <= scored.low <= scored.value <= scored.high <= 1
    if around["method"] == load_method():
        assert scored.low > 0
        assert scored.high < 1, "the published method leaves room for doubt"


@given(kinds, surroundings)
def test_no_score_and_no_grade_is_without_a_reason(make, kind, around):
    scored = make(kind, **around).score()
    assert scored.factors
    for reason in (*(factor.reason for factor in scored.factors), scored.letter_reason, scored.digit_reason):
        assert reason.strip()
        assert "{" not in reason, "every open name was filled in"
        assert "not known" not in reason
    assert (scored.method, scored.method_digest) == (around["method"].version, around["method"].digest)


@given(kinds, surroundings)
def test_claims_of_equal_cases_have_equal_scores_whatever_they_are_called(make, kind, around):
    situation = make(kind, **around)
    renamed = situation._replace(
        item=situation.item.model_copy(
            update={"article": situation.item.article.model_copy(update={"id": "another", "outlet_name": "Another {Outlet}"})}
        )
    )
    assert situation.case() == renamed.case()
    assert situation.weighed().weighing == renamed.weighed().weighing


@given(kinds, surroundings)
def test_a_case_that_was_written_down_is_read_again_as_it_was(make, kind, around):
    case = make(kind, **around).case()
    assert read(written(case)) == case
    assert read("old " + written(case).partition(" ")[2]) is None


@given(kinds, surroundings, st.randoms())
def test_the_order_in_which_a_method_file_states_its_figures_changes_nothing(make, kind, around, chance: random.Random):
    def shuffled(table):
        if not isinstance(table, dict):
            return table
        keys = list(table)
        chance.shuffle(keys)
        return {key: shuffled(table[key]) for key in keys}

    method = around["method"]
    other = Method.model_validate(shuffled(method.model_dump(mode="json")))
    assert other.digest == method.digest
    assert make(kind, **{**around, "method": other}).score() == make(kind, **around).score()


@given(kinds, surroundings, st.randoms())
def test_the_order_in_which_conflicts_come_changes_nothing(make, kind, around, chance: random.Random):
    shuffled = list(around["conflicts"])
    chance.shuffle(shuffled)
    assert make(kind, **{**around, "conflicts": shuffled}).score() == make(kind, **around).score()


@given(kinds, surroundings)
def test_quoted_words_are_exactly_those_of_the_article(make, kind, around):
    situation = make(kind, **around)
    for factor in situation.score().factors:
        if factor.words is not None:
            assert factor.words == situation.item.claim.words(factor.quote)
