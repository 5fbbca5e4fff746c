"""Track records: Beta posteriors, their quantiles, and what they weigh."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.reliability import SourceRecord
from provenance.scoring import load_method
from provenance.scoring.track_record import beta_cdf, beta_quantile, posterior, record_weight

shares = st.floats(0.01, 0.99)


def weight(supported, refuted):
    return record_weight(SourceRecord(key="s", supported=supported, refuted=refuted), load_method())


@given(shares, st.floats(0.5, 400))
def test_the_beta_distribution_with_one_side_1_is_a_power(x, shape):
    assert beta_cdf(x, shape, 1) == pytest.approx(x**shape, abs=1e-10)
    assert beta_cdf(x, 1, shape) == pytest.approx(1 - (1 - x) ** shape, abs=1e-10)


@given(shares, st.integers(1, 60), st.integers(1, 60))
def test_the_beta_distribution_of_whole_numbers_is_a_sum_of_binomials(x, a, b):
    n = a + b - 1
    wanted = math.fsum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_cdf(x, a, b) == pytest.approx(wanted, abs=1e-10)


@given(st.floats(0.01, 0.99), st.floats(0.5, 2000), st.floats(0.5, 2000))
def test_below_a_quantile_lies_its_probability(probability, a, b):
    assert beta_cdf(beta_quantile(probability, a, b), a, b) == pytest.approx(probability, abs=1e-6)


def test_the_distribution_begins_at_0_and_ends_at_1():
    assert beta_cdf(0.0, 2, 3) == 0.0
    assert beta_cdf(1.0, 2, 3) == 1.0


def test_a_source_without_verdicts_weighs_nothing_and_could_be_anything():
    nothing = weight(0, 0)
    assert nothing.expected == 0.0
    assert nothing.low < -0.7
    assert nothing.high > 0.7


def test_the_posterior_adds_verdicts_to_the_prior_of_the_method():
    assert posterior(SourceRecord(key="s", supported=6, refuted=2), load_method()).mean == pytest.approx(10 / 16)


def test_the_interval_narrows_as_verdicts_come_in():
    widths = [weight(n, n).high - weight(n, n).low for n in (0, 1, 5, 20, 100)]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == len(widths)


def test_no_record_weighs_more_than_the_limit():
    assert weight(100_000, 0).expected <= 1.5
    assert weight(0, 100_000).expected >= -1.5


@given(st.integers(0, 500), st.integers(0, 500))
def test_one_more_refuted_claim_raises_neither_weight_nor_ends(supported, refuted):
    before, after = weight(supported, refuted), weight(supported, refuted + 1)
    assert after.expected <= before.expected
    assert after.low <= before.low
    assert after.high <= before.high
