"""Track records: Beta posteriors from a prior for each kind of source, and what they weigh."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.model.reliability import SourceRecord
from provenance.model.source import Family, SourcingType, Voice
from provenance.scoring import load_method
from provenance.scoring.interval import interval
from provenance.scoring.track_record import posterior, prior, record_weight

voices = st.sampled_from(list(Voice))


def weight(supported, refuted, voice=Voice.PEOPLE):
    return record_weight(SourceRecord(key="s", supported=supported, refuted=refuted), voice, load_method())


@pytest.mark.parametrize("voice", Voice)
def test_a_source_without_verdicts_weighs_nothing_and_could_be_anything(voice):
    nothing = weight(0, 0, voice)
    assert nothing.expected == 0.0
    assert nothing.low < -0.6
    assert nothing.high > 0.6


@pytest.mark.parametrize("voice", Voice)
def test_the_posterior_adds_verdicts_to_the_prior_of_the_source_s_kind(voice):
    before = prior(voice, load_method())
    after = posterior(SourceRecord(key="s", supported=6, refuted=2), voice, load_method())
    assert (after.a, after.b) == (before.a + 6, before.b + 2)


def test_the_same_record_weighs_more_where_less_was_expected():
    assert weight(6, 0, Voice.STATE_AGENCY).expected > weight(6, 0, Voice.WIRE_AGENCY).expected


def test_named_and_unnamed_people_have_one_past_and_an_outlet_s_own_voice_is_the_outlet_s():
    people = [kind for kind in SourcingType if kind.family in (Family.NAMED, Family.ANONYMOUS)]
    assert {kind.voice for kind in people} == {Voice.PEOPLE}
    assert {kind.voice for kind in SourcingType if kind.family is Family.NONE} == {Voice.MEDIA_OUTLET}
    assert {kind.voice for kind in SourcingType} == set(Voice)


def test_the_interval_narrows_as_verdicts_come_in():
    widths = [weight(n, n).high - weight(n, n).low for n in (0, 1, 5, 20, 100)]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == len(widths)


def test_no_record_weighs_more_than_the_limit():
    assert weight(100_000, 0).expected <= 1.5
    assert weight(0, 100_000).expected >= -1.5


@given(st.integers(0, 500), st.integers(0, 500), voices)
def test_one_more_refuted_claim_raises_neither_weight_nor_ends(supported, refuted, voice):
    before, after = weight(supported, refuted, voice), weight(supported, refuted + 1, voice)
    assert after.expected <= before.expected
    assert after.low <= before.low
    assert after.high <= before.high


def test_a_doubtful_attribution_widens_the_interval_around_one_total_and_so_does_a_claim_with_nobody_shown(make) -> None:
    def width(**situation) -> float:
        ends = interval(make(**situation).case(), load_method(), 0.4)
        return ends.high - ends.low

    assert width(confidence=0.5) > width(confidence=0.8) > width(confidence=1.0)
    assert width(kind=SourcingType.UNATTRIBUTED) > width(kind=SourcingType.HEARSAY, confidence=1.0) - 1e-9 > width(confidence=1.0)
