"""Sourcing debt: what an article leaves open about where its claims come from, in counts."""

from hypothesis import given
from hypothesis import strategies as st

from provenance.model.claim import Attribution, Claim
from provenance.model.source import Family, SourcingType
from provenance.model.text import Span
from provenance.scoring.debt import Debt, debt_of, total


def claim(kind: SourcingType, *, carried_over: bool = False, position: int = 0) -> Claim:
    shown = (Attribution(sourcing_type=kind, origin="o", carried_over=carried_over, rule="test"),) if kind.shows_origin else ()
    return Claim(
        id=f"c{position}", article="a", position=position, span=Span(0, 4), text="Rain", sourcing_type=kind, attributions=shown
    )  # fmt: skip


claims = st.lists(st.builds(claim, st.sampled_from(list(SourcingType)), carried_over=st.booleans()), max_size=30)


def test_unattributed_vague_anonymous_and_carried_over_claims_are_counted_apart() -> None:
    found = debt_of(
        [
            claim(SourcingType.UNATTRIBUTED),
            claim(SourcingType.HEARSAY),
            claim(SourcingType.OUTLET_ANALYSIS),
            claim(SourcingType.ANONYMOUS_GROUP, carried_over=True),
            claim(SourcingType.NAMED_OFFICIAL, carried_over=True),
        ],
        None,
    )
    assert (found.claims, found.unattributed, found.vague, found.anonymous, found.carried_over) == (5, 1, 2, 1, 2)
    assert found.share(found.vague) == 0.4


def test_a_key_claim_has_a_source_where_it_shows_an_origin() -> None:
    named, own = claim(SourcingType.NAMED_OFFICIAL), claim(SourcingType.UNATTRIBUTED)
    assert debt_of([named, own], named).keys_sourced == 1
    assert debt_of([named, own], own).keys_sourced == 0
    assert debt_of([], None).keys == 0


def test_an_article_without_claims_owes_no_share_of_anything() -> None:
    empty = debt_of([], None)
    assert empty.share(empty.unattributed) is None


@given(st.lists(claims, max_size=5))
def test_several_articles_together_owe_the_sum_of_what_each_owes(articles: list[list[Claim]]) -> None:
    together = total(debt_of(those, those[0] if those else None) for those in articles)
    everything = [each for those in articles for each in those]
    assert together.claims == len(everything)
    assert together.unattributed + together.vague == sum(each.sourcing_type.family is Family.NONE for each in everything)
    assert together.keys == sum(bool(those) for those in articles)
    assert isinstance(together, Debt)
