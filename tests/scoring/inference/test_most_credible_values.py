"""Whom to believe where sources conflict: good sources outweigh many bad ones, and copies of one mistake count once."""

import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.scoring.inference import infer, most_credible_values

sys.path.insert(0, str(Path(__file__).parent))
from copied import heavy_copying, shares_right

TRIPLES = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from(["x", "y", "z"]), st.sampled_from("1234")), max_size=30)


def copied_mistakes() -> tuple[list[tuple[str, str, str]], dict[str, str]]:
    """Forty objects; two careful sources, one careless, and three that copy the careless one, mistakes included."""
    chance = random.Random(7)  # noqa: S311
    truth = {f"object {n}": f"true {n}" for n in range(40)}
    triples = []
    for name, right in truth.items():
        careless = right if chance.random() < 0.5 else f"false {chance.randrange(10)}"
        told = [right if chance.random() < 0.95 else f"false {chance.randrange(10)}" for _ in range(2)]
        triples += [("careful", name, told[0]), ("careful too", name, told[1])]
        triples += [(source, name, careless) for source in ("careless", "copier 1", "copier 2", "copier 3")]
    return triples, truth


def test_three_copies_of_a_mistake_do_not_outvote_two_who_looked_for_themselves() -> None:
    triples, truth = copied_mistakes()
    believed = most_credible_values(triples)
    assert sum(believed[name] == value for name, value in truth.items()) >= 36


def test_the_copiers_are_named_and_the_careful_are_not() -> None:
    found = infer(copied_mistakes()[0]).copying
    assert {frozenset(f.sources) for f in found} >= {frozenset({"copier 1", "copier 2"}), frozenset({"careless", "copier 3"})}
    assert not any("careful" in f.sources for f in found)


def test_the_careful_are_held_for_more_accurate() -> None:
    sources = infer(copied_mistakes()[0]).sources
    assert min(sources["careful"].accuracy, sources["careful too"].accuracy) > sources["careless"].accuracy


def test_what_nobody_contradicts_is_believed() -> None:
    assert most_credible_values([("a", "x", "1"), ("b", "x", "1"), ("c", "y", "2")]) == {"x": "1", "y": "2"}


def test_nothing_told_is_nothing_believed() -> None:
    assert most_credible_values([]) == {}


@settings(max_examples=40, deadline=None)
@given(TRIPLES, st.randoms(use_true_random=False))
def test_the_order_of_the_triples_does_not_matter(triples: list[tuple[str, str, str]], chance: random.Random) -> None:
    once = list({(source, name): (source, name, value) for source, name, value in triples}.values())
    before = infer(once)
    chance.shuffle(once)
    assert infer(once) == before


@settings(max_examples=40, deadline=None)
@given(TRIPLES)
def test_every_object_gets_a_value_that_somebody_told(triples: list[tuple[str, str, str]]) -> None:
    believed = most_credible_values(triples)
    assert set(believed) == {name for _, name, _ in triples}
    assert all(any(value == told for _, other, told in triples if other == name) for name, value in believed.items())


@pytest.mark.parametrize("seed", range(1, 6))
def test_where_many_copy_it_is_right_a_tenth_more_often_than_the_majority(seed: int) -> None:
    estimate, majority = shares_right(*heavy_copying(seed, copied=0.9))
    assert estimate >= majority + 0.10


@pytest.mark.parametrize("seed", range(1, 6))
def test_where_nobody_copies_it_does_no_harm(seed: int) -> None:
    estimate, majority = shares_right(*heavy_copying(seed, copied=0.0))
    assert estimate >= majority - 0.01
