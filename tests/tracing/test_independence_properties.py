"""Independence as laws: the order of claims does not matter, an echo never raises support, an independent origin never lowers it."""

import random
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.model.chain import Support
from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing.independence import independent
from provenance.tracing.standing import group_of

sys.path.insert(0, str(Path(__file__).parent))
from told import told

WORDINGS = [
    "The harbour of Aden was closed to all ships on Tuesday after a tanker ran aground on its reef",
    "On Tuesday no ship could enter the harbour of Aden, closed because a tanker had run aground on a reef",
    "After a tanker ran aground on the reef, Aden closed its harbour on Tuesday to ships of all kinds",
    "Closed to ships is the harbour of Aden since Tuesday, when on its reef a tanker ran aground",
]
VOICES = [
    None,
    ("maria-silva", SourcingType.NAMED_PERSON),
    ("joao-costa", SourcingType.NAMED_PERSON),
    ("harbour-board", SourcingType.OFFICIAL_BODY),
    ("police@a:1", SourcingType.OFFICIAL_BODY),
    ("unnamed-port-official@afp:1", SourcingType.ANONYMOUS_OFFICIAL, ("afp",)),
    ("unnamed-official@afp:2", SourcingType.ANONYMOUS_OFFICIAL, ("afp",)),
    ("unnamed-naval-source@reuters:3", SourcingType.ANONYMOUS_INSIDER, ("reuters",)),
    ("afp", SourcingType.WIRE_AGENCY),
    ("tass", SourcingType.STATE_AGENCY),
]
RANK = [Support.UNATTRIBUTED, Support.SINGLE_SOURCE, Support.ECHO, Support.CORROBORATED]


@st.composite
def stories(draw: st.DrawFn) -> list[ClaimInContext]:
    """Reports of one event, with voices of every kind, credits and republications."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from(WORDINGS),
                st.integers(0, 5),
                st.lists(st.sampled_from(VOICES), max_size=2, unique=True),
                st.sampled_from([(), ("afp",), ("reuters",)]),
                st.sampled_from([None, None, "paper-0"]),
            ),
            min_size=1,
            max_size=7,
        )
    )
    return [
        told(
            wording,
            f"paper-{outlet}",
            article=f"{place}-of-paper-{outlet}",
            by=[voice for voice in voices if voice],
            credits=credits,
            republished_from=copied if copied != f"paper-{outlet}" else None,
        )
        for place, (wording, outlet, voices, credits, copied) in enumerate(rows)
    ]


def renamed(item: ClaimInContext, outlet: str, **more: object) -> ClaimInContext:
    claim = item.claim.model_copy(update={"id": f"claim-of-{outlet}", "article": f"article-of-{outlet}", **more})
    head = item.article.model_copy(update={"id": f"article-of-{outlet}", "outlet": outlet, "outlet_name": outlet})
    return item.model_copy(update={"claim": claim, "article": head})


@settings(max_examples=80, deadline=None)
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_claims_does_not_matter(claims: list[ClaimInContext], chance: random.Random) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert group_of(claims, []) == group_of(shuffled, [])


@settings(max_examples=120, deadline=None)
@given(stories(), st.data())
def test_a_copy_never_raises_support_nor_adds_an_origin(claims: list[ClaimInContext], data: st.DataObject) -> None:
    copied = data.draw(st.sampled_from(claims))
    before, after = group_of(claims, []), group_of([*claims, renamed(copied, "copier")], [])
    assert len(after.origins) <= len(before.origins)
    if before.support is not Support.SINGLE_SOURCE:
        assert RANK.index(after.support) <= RANK.index(before.support)
    else:
        assert after.support is not Support.CORROBORATED


@settings(max_examples=120, deadline=None)
@given(stories(), st.data())
def test_a_silent_copy_and_a_credit_never_add_an_origin(claims: list[ClaimInContext], data: st.DataObject) -> None:
    copied = renamed(data.draw(st.sampled_from(claims)), "copier", attributions=(), sourcing_type=SourcingType.UNATTRIBUTED)
    assert len(independent([*claims, copied]).origins) == len(independent(claims).origins)


@settings(max_examples=120, deadline=None)
@given(stories())
def test_an_independent_origin_never_lowers_support(claims: list[ClaimInContext]) -> None:
    fresh = told(
        "Aden's harbour: closed on Tuesday, a tanker on the reef, no ships", "observer", by=[("red-cross", SourcingType.OFFICIAL_BODY)]
    )
    before, after = group_of(claims, []), group_of([*claims, fresh], [])
    assert len(after.origins) >= len(before.origins)
    assert RANK.index(after.support) >= RANK.index(before.support)


@settings(max_examples=80, deadline=None)
@given(stories())
def test_every_claim_that_shows_an_origin_stands_behind_one_or_is_folded_with_a_reason(claims: list[ClaimInContext]) -> None:
    group = group_of(claims, [])
    keys = {origin.key for origin in group.origins}
    folded = {collapse.claim for collapse in group.collapsed}
    assert all(collapse.into in keys and collapse.reason for collapse in group.collapsed)
    for item in claims:
        shown = set(item.claim.origins) - {item.article.outlet, item.article.republished_from}
        assert not shown or shown & keys or item.claim.id in folded


@settings(max_examples=80, deadline=None)
@given(stories(), st.data())
def test_what_a_person_holds_apart_stays_apart_whatever_comes_later(claims: list[ClaimInContext], data: st.DataObject) -> None:
    group = group_of(claims, [])
    if not group.collapsed:
        return
    collapse = data.draw(st.sampled_from(group.collapsed))
    later = renamed(data.draw(st.sampled_from(claims)), "later")
    again = group_of([*claims, later], [], rejected=[(collapse.claim, collapse.into)])
    assert all((c.claim, c.into) != (collapse.claim, collapse.into) for c in again.collapsed)
