"""Facts about the labeller's weights: they add up label by label, come back from their file, and say what the trained model says."""

from pathlib import Path

import pycrfsuite
import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.extraction.attribution.labelling.taking_apart import take_apart
from provenance.extraction.attribution.labelling.weights import UNIT, Weights, votes_of

LABELS = ("B-S", "I-S", "B-C")
WEIGHT = st.floats(-6, 6)
OF_A_FEATURE = st.tuples(WEIGHT, WEIGHT, WEIGHT)


@given(st.lists(OF_A_FEATURE, max_size=45))
def test_votes_add_up_label_by_label(learned: list[tuple[float, ...]]) -> None:
    weights = Weights(LABELS, {f"f{at}": votes_of(own) for at, own in enumerate(learned)})
    (together,) = weights.by_label([weights.votes(f"f{at}" for at in range(len(learned)))])
    for at, label in enumerate(LABELS):
        expected = sum(round(own[at] / UNIT) for own in learned)
        assert together[label.encode()] - expected in (0, -1)  # a unit is carried to the next label where votes are against one


def test_a_feature_that_was_not_learned_says_nothing() -> None:
    weights = Weights(LABELS, {"known": votes_of((1.5, -2.0, 0.0))})
    assert weights.votes(["known", "unknown"]) == weights.votes(["known"])
    assert weights.by_label([weights.votes(["unknown"])]) == [{label.encode(): 0 for label in LABELS}]


def test_weights_come_back_from_their_file(tmp_path: Path) -> None:
    weights = Weights(LABELS, {"w=said": votes_of((-1.25, 0.5, 3.0)), "w=“": votes_of((0.0, -0.5, -4.0))})
    weights.write(tmp_path / "weights")
    again = Weights.read(tmp_path / "weights")
    assert (again.labels, again.features) == (weights.labels, weights.features)
    assert [again.votes([feature]) for feature in again.features] == [weights.votes([feature]) for feature in weights.features]


@pytest.fixture
def trained(tmp_path: Path) -> Path:
    """A model that crfsuite has learned from a few made-up sentences."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for who, cue in (("mayor", "said"), ("minister", "said"), ("report", "found"), ("minister", "denied")):
        sentence = ["the", who, cue, "that", "prices", "rose"]
        trainer.append([[f"w={word}", f"x={word[-1]}"] for word in sentence], ["B-S", "I-S", "B-C", "O", "O", "O"])
    path = tmp_path / "whole.crfsuite"
    trainer.train(str(path))
    return path


def test_the_parts_of_a_model_label_as_the_whole_did(trained: Path, tmp_path: Path) -> None:
    weights, labels_alone = take_apart(trained.read_bytes(), "O")
    (tmp_path / "labels").write_bytes(labels_alone)
    whole, parts = pycrfsuite.Tagger(), pycrfsuite.Tagger()
    whole.open(str(trained))
    parts.open(str(tmp_path / "labels"))
    sentence = [[f"w={word}", f"x={word[-1]}"] for word in ("the", "report", "denied", "that", "wages", "fell", "said")]
    whole.set(sentence)
    parts.set(weights.by_label(map(weights.votes, sentence)))
    assert parts.tag() == whole.tag()
    for label in whole.labels():
        for at in range(len(sentence)):
            assert parts.marginal(label, at) == pytest.approx(whole.marginal(label, at), abs=1e-4)
