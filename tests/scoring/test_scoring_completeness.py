"""Nothing that the model can say is left without a weight, and no factor without a sentence."""

from pathlib import Path

import pytest

from provenance.model.chain import ConflictKind, Severity
from provenance.model.claim import HedgeKind
from provenance.model.reliability import Digit, Letter
from provenance.model.source import SourcingType, Voice
from provenance.model.weighing import Place
from provenance.scoring import load_method
from provenance.scoring.factors import FACTORS, sentence, start
from provenance.scoring.factors.case import Hand
from provenance.scoring.factors.source import CAPACITY, HANDS


@pytest.mark.parametrize("kind", SourcingType)
def test_every_sourcing_type_has_a_weight_a_digit_and_words(kind):
    method = load_method()
    assert kind in method.weights.capacity
    assert kind in method.grade.digit_alone
    assert CAPACITY[kind]


@pytest.mark.parametrize("kind", HedgeKind)
def test_every_kind_of_hedge_has_a_weight_and_a_factor(make, kind):
    assert kind in load_method().weights.hedge
    assert kind in load_method().grade.digit_hedged
    assert len(make(hedges=[kind]).score().factors) == len(make().score().factors) + 1


@pytest.mark.parametrize("severity", Severity)
def test_every_severity_has_a_weight(severity):
    assert severity in load_method().weights.conflict


@pytest.mark.parametrize("kind", ConflictKind)
def test_every_kind_of_conflict_has_a_share(kind):
    assert kind in load_method().weights.conflict_kind


@pytest.mark.parametrize("hand", Hand)
def test_every_kind_of_relay_has_a_weight_and_words(hand):
    assert getattr(load_method().weights.relay, hand.value).weight <= 0
    assert HANDS[hand]


def test_the_words_of_every_kind_of_hedge_can_be_quoted():
    assert {kind.value for kind in HedgeKind} < {place.value for place in Place}


@pytest.mark.parametrize("judge", [judge for _, judge in FACTORS if judge is not start], ids=lambda judge: judge.__name__)
def test_every_factor_is_tried(judge):
    tried = (Path(__file__).parent / "test_factors.py").read_text(encoding="utf-8")
    assert f'"{judge.__name__}"' in tried or f"TextStatus.{judge.__name__.upper()}" in tried


@pytest.mark.parametrize("letter", Letter)
def test_every_letter_has_words_and_all_but_f_a_weight(letter):
    assert letter.words
    assert (load_method().assessed(letter) is None) == (letter is Letter.F)


@pytest.mark.parametrize("voice", Voice)
def test_every_kind_of_source_has_a_prior(voice):
    expected = load_method().prior(voice)
    assert expected.supported.weight > 0
    assert expected.refuted.weight > 0


@pytest.mark.parametrize("digit", Digit)
def test_every_digit_has_words(digit):
    assert digit.words


@pytest.mark.parametrize("judge", [judge for _, judge in FACTORS], ids=lambda judge: judge.__name__)
def test_every_factor_has_a_sentence_that_users_can_read(judge):
    said = sentence(judge.__name__)
    assert said.endswith(".")
    assert 20 < len(said) < 130
