"""Scores are kept in two parts: what a method makes of a kind of case, once, and each claim's own names and words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.queue import ClaimQuery, Order
from provenance.model.reliability import Digit, Letter, Side
from provenance.model.text import Span
from provenance.model.weighing import Particulars, Place, Quoted, Step, Weighed, Weighing
from provenance.storage import Archive, tables


def weighing(case: str, low: float, *, method: str = "1.0", digest: str = "abc") -> Weighing:
    """What a method makes of a kind of case."""
    return Weighing(
        case=case,
        method=method,
        digest=digest,
        value=low + 0.1,
        low=low,
        high=low + 0.2,
        letter=Letter.F,
        digit=Digit.DOUBTFUL,
        letter_reason="nobody has given {source} a letter yet",
        digit_reason="one origin, {source}",
        steps=(
            Step(factor="naming", side=Side.SOURCE, weight=-0.5, reason="not named", place=Place.SOURCE),
            Step(factor="party", side=Side.SOURCE, weight=-0.15, reason="speaks for a side: {side}"),
        ),
    )


def own(source: str, side: str, words: str) -> Particulars:
    """The names and words of one claim."""
    return Particulars(names=(("source", source), ("side", side)), quoted=(Quoted(place=Place.SOURCE, span=Span(3, 9), words=words),))


def rows(archive: Archive) -> int:
    with archive.reading() as connection:
        return len(connection.execute(tables.weighing.select()).all())


@pytest.fixture
def two(archive, make):
    """An archive in which two claims are of one kind of case and a third of another."""
    claims = make.take_in(archive, make.reading("sana", "It rose.", "It fell.", "It stood."), 0.1, 0.2, 0.3).claims
    shared = weighing("a kind of case", 0.4)
    archive.save_scores(
        {
            claims[0].id: Weighed(weighing=shared, particulars=own("a miller", "the mill", "miller")),
            claims[1].id: Weighed(weighing=shared, particulars=own("{source.__class__} {", "{}", "[/b]\x1b[31m")),
            claims[2].id: Weighed(weighing=weighing("another", 0.2), particulars=own("a baker", "the oven", "baker")),
        }
    )
    archive.forget_unused_weighings()
    return archive, claims


def test_claims_of_one_kind_share_a_weighing_and_keep_their_own_names_and_words(two):
    archive, claims = two
    assert rows(archive) == 2
    scores = [archive.score(claim.id) for claim in claims[:2]]
    assert scores[0].value == scores[1].value == pytest.approx(0.5)
    assert [score.letter_reason for score in scores] == [
        "nobody has given a miller a letter yet",
        "nobody has given {source.__class__} { a letter yet",
    ]
    assert [score.factors[1].reason for score in scores] == ["speaks for a side: the mill", "speaks for a side: {}"]
    assert [score.factors[0].words for score in scores] == ["miller", "[/b]\x1b[31m"]
    assert scores[0].factors[0].quote == Span(3, 9)


def test_a_name_that_was_not_kept_is_not_known(two):
    archive, claims = two
    archive.save_scores({claims[2].id: Weighed(weighing=weighing("another", 0.2))})
    assert archive.score(claims[2].id).digit_reason == "one origin, not known"


def test_a_case_weighed_anew_changes_every_claim_of_it_and_no_other(two):
    archive, claims = two
    (kept,) = (each for each in archive.cases() if each.case == "a kind of case")
    assert (kept.claims, kept.grade, kept.value) == (2, "F4", pytest.approx(0.5))
    archive.weigh_anew({kept.number: weighing("a kind of case", 0.05, digest="def", method="2.0")})
    assert [archive.score(claim.id).low for claim in claims] == [0.05, 0.05, 0.2]
    assert [entry.low for entry in archive.entries([claim.id for claim in claims], "ada")] == [0.05, 0.05, 0.2]
    assert archive.score(claims[0].id).factors[1].reason == "speaks for a side: the mill"
    assert archive.methods_of_scores() == {("def", "2.0"), ("abc", "1.0")}
    weakest = [entry.claim for entry in archive.queue(ClaimQuery(), "ada", 0, 10)]
    strongest = [entry.claim for entry in archive.queue(ClaimQuery(order=Order.STRONGEST_FIRST), "ada", 0, 10)]
    assert weakest == [claim.id for claim in claims]
    assert strongest[0] == claims[2].id


def test_what_two_methods_made_of_one_case_becomes_one_when_it_is_weighed_anew(two):
    archive, claims = two
    archive.save_scores({claims[2].id: Weighed(weighing=weighing("a kind of case", 0.3, digest="def"))})
    kept = [each.number for each in archive.cases()]
    assert len(kept) == 2
    archive.weigh_anew({number: weighing("a kind of case", 0.6, digest="xyz") for number in kept})
    assert rows(archive) == 1
    assert [archive.score(claim.id).low for claim in claims] == [0.6, 0.6, 0.6]


def test_methods_may_change_places_over_the_same_cases(two):
    archive, claims = two
    numbers = {each.case: each.number for each in archive.cases()}
    archive.weigh_anew({numbers["a kind of case"]: weighing("another", 0.7), numbers["another"]: weighing("a kind of case", 0.8)})
    assert [archive.score(claim.id).low for claim in claims] == [0.7, 0.7, 0.8]


def test_a_weighing_that_no_claim_has_any_more_is_forgotten(two):
    archive, claims = two
    archive.save_scores({claim.id: Weighed(weighing=weighing("a third", 0.1)) for claim in claims})
    assert rows(archive) == 3
    archive.forget_unused_weighings()
    assert rows(archive) == 1


def test_the_orders_of_the_queue_have_their_indexes_again(two):
    archive, _ = two
    wanted = {index.name for index in tables.queue.indexes}
    archive.weigh_anew({each.number: weighing(each.case, 0.5) for each in archive.cases()})
    with archive.reading() as connection:
        from sqlalchemy import inspect

        assert wanted <= {index["name"] for index in inspect(connection).get_indexes("queue")}


@given(lows=st.lists(st.floats(0, 0.8), min_size=1, max_size=8))
@settings(max_examples=20, deadline=None)
def test_the_queue_opens_with_the_weakest_by_the_lower_end_of_the_interval(tmp_path_factory, make, lows):
    with Archive(tmp_path_factory.mktemp("weakest") / "archive.db") as archive:
        read = make.take_in(archive, make.reading("sana", *(f"It rose {i}." for i in range(len(lows)))), *lows)
        # The score itself runs the other way: it is the lower end alone that counts.
        archive.save_scores(
            {
                claim.id: Weighed(weighing=weighing(f"case {i}", low).model_copy(update={"value": 1 - low / 2, "high": 1.0}))
                for i, (claim, low) in enumerate(zip(read.claims, lows, strict=True))
            }
        )
        found = [entry.low for entry in archive.queue(ClaimQuery(), "ada", 0, 50)]
        assert found == sorted(lows)
        assert ClaimQuery().order is Order.WEAKEST_FIRST
