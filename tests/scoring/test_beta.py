"""The Beta distribution and its quantiles."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.scoring.beta import Beta, beta_quantile


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
