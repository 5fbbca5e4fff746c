"""The Beta distribution and its quantiles."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.scoring.beta import Beta, beta_cdf, beta_quantile

shares = st.floats(0.01, 0.99)


@pytest.mark.parametrize("share", [0.025, 0.5, 0.9])
def test_without_any_evidence_every_share_is_as_likely(share: float) -> None:
    assert beta_quantile(share, 1, 1) == pytest.approx(share, abs=1e-9)


def test_quantiles_that_can_be_worked_out_by_hand() -> None:
    assert beta_quantile(0.5, 2, 1) == pytest.approx(0.5**0.5, abs=1e-9), "its distribution function is the square"
    assert beta_quantile(0.5, 3, 3) == pytest.approx(0.5, abs=1e-9), "it is symmetric"


@settings(deadline=None)
@given(st.floats(0.6, 200), st.floats(0.6, 200), st.floats(0.02, 0.97))
def test_quantiles_grow_with_the_probability_and_lie_between_nothing_and_all(a: float, b: float, share: float) -> None:
    assert 0 <= beta_quantile(share, a, b) <= beta_quantile(share + 0.02, a, b) <= 1


def test_more_evidence_narrows_the_interval() -> None:
    few, many = Beta(3, 1).interval(0.9), Beta(30, 10).interval(0.9)
    assert many.high - many.low < few.high - few.low


@given(shares, st.floats(0.5, 400))
def test_the_beta_distribution_with_one_side_1_is_a_power(x: float, shape: float) -> None:
    assert beta_cdf(x, shape, 1) == pytest.approx(x**shape, abs=1e-10)
    assert beta_cdf(x, 1, shape) == pytest.approx(1 - (1 - x) ** shape, abs=1e-10)


@given(shares, st.integers(1, 60), st.integers(1, 60))
def test_the_beta_distribution_of_whole_numbers_is_a_sum_of_binomials(x: float, a: int, b: int) -> None:
    n = a + b - 1
    wanted = math.fsum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_cdf(x, a, b) == pytest.approx(wanted, abs=1e-10)


@given(st.floats(0.01, 0.99), st.floats(0.5, 2000), st.floats(0.5, 2000))
def test_below_a_quantile_lies_its_probability(probability: float, a: float, b: float) -> None:
    assert beta_cdf(beta_quantile(probability, a, b), a, b) == pytest.approx(probability, abs=1e-6)


def test_the_distribution_begins_at_0_and_ends_at_1() -> None:
    assert beta_cdf(0.0, 2, 3) == 0.0
    assert beta_cdf(1.0, 2, 3) == 1.0
