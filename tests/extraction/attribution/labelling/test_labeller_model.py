"""Facts about the model file: small, made of classes and frequent words, and without anybody's name."""

import json
import re
from importlib.resources import files

import pytest

from provenance.extraction.attribution.labelling import labeller
from provenance.extraction.attribution.labelling.weights import Weights
from provenance.extraction.attribution.labelling.words import KINDS

PACKAGE = files("provenance.extraction.attribution.labelling")
MOST_BYTES = 4_000_000


@pytest.fixture(scope="module")
def attributes() -> list[str]:
    return sorted(Weights.read(PACKAGE.joinpath(labeller.WEIGHTS)).features)


def test_the_model_has_learned_thousands_of_features(attributes: list[str]) -> None:
    assert len(attributes) > 10_000


def test_the_model_with_its_vocabulary_is_at_most_four_megabytes() -> None:
    sizes = [len(PACKAGE.joinpath(name).read_bytes()) for name in (labeller.WEIGHTS, labeller.LABELS, "vocabulary.json")]
    assert sum(sizes) <= MOST_BYTES


def test_the_model_has_a_card() -> None:
    card = PACKAGE.joinpath("CARD.md").read_text(encoding="utf-8")
    for part in ("PolNeAR", "licence", "seed", "provenance.extraction.attribution.train"):
        assert part in card


def test_every_word_in_a_feature_is_in_the_vocabulary(attributes: list[str]) -> None:
    vocabulary = set(json.loads(PACKAGE.joinpath("vocabulary.json").read_text(encoding="utf-8")))
    strangers = set()
    for attribute in attributes:
        if attribute.startswith(("2>w=", "2<w=")):
            pieces = attribute[2:].split("w=")[1:]
        elif attribute.lstrip("-0123456789").startswith("w="):
            pieces = [attribute.partition("w=")[2]]
        else:
            continue
        if attribute.startswith("2") and len(pieces) != 2:  # a word that holds "w=" itself
            continue
        strangers |= {piece for piece in pieces if not piece.startswith("?") and piece not in vocabulary}
    assert not strangers


def test_no_feature_and_no_word_is_written_like_a_name(attributes: list[str]) -> None:
    vocabulary = json.loads(PACKAGE.joinpath("vocabulary.json").read_text(encoding="utf-8"))
    assert all(word == word.lower() for word in vocabulary)
    # Surnames that fill the training articles must have left no trace of their own.
    names = {"trump", "clinton", "obama", "sanders", "rubio", "cruz", "pence", "putin", "hillary", "donald", "bernie", "michelle"}
    assert not names & {part for word in vocabulary for part in re.split(r"[^a-z]", word)}
    assert not [attribute for attribute in attributes for name in names if re.search(rf"[=-]{name}\b", attribute)]


@pytest.mark.parametrize("name", ["Cavusoglu", "Erdogan", "Mamlouk", "SANA", "Idlib", "O’Brien"])
def test_a_name_enters_as_its_shape(name: str) -> None:
    assert name.lower() not in KINDS[name].own
    assert all(name.lower() not in feature for feature in KINDS[name].features)


def test_words_of_a_kind_share_features_though_one_of_them_is_rare() -> None:
    assert "l=c:speech" in KINDS["said"].features
    assert "l=c:speech" in KINDS["quipped"].features
    assert "l=g:people" in KINDS["Turkish"].features
