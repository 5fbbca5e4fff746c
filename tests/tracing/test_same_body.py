"""One body under several names, and descriptions that may mean a body named elsewhere, are no two origins."""

import sys
from pathlib import Path

from provenance.model.chain import IndependenceRule, Support
from provenance.model.claim import Attribution, ClaimInContext
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.tracing import trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told


def said(content: str, source: str, outlet: str, name: str | None = None) -> ClaimInContext:
    """A claim `<content>, <source> said` of an outlet, with its source as an extraction would give it; `name` where that is shorter."""
    item = told(f"{content}, {source} said", outlet)
    origin = name or source
    key = origin.lower().replace(" ", "-") + ("" if any(c.isupper() for c in origin) else f"@{outlet}:1")
    start = len(content) + 2
    attribution = Attribution(
        source=(Span(start, start + len(source)),),
        content=(Span(0, len(content)),),
        cue=(Span(start + len(source) + 1, start + len(source) + 5),),
        sourcing_type=SourcingType.OFFICIAL_BODY,
        origin=key,
        origin_name=origin,
        chain=(outlet, key),
        rule="test",
    )
    return item.model_copy(update={"claim": item.claim.model_copy(update={"attributions": (attribution,)})})


def origins(*claims: ClaimInContext) -> tuple[Support, int, set[str]]:
    groups = trace(claims).groups
    assert len(groups) == 1
    return groups[0].support, len(groups[0].origins), {collapse.rule.value for collapse in groups[0].collapsed}


STORM = "The storm cut off 330 villages on the coast of Norway on Friday"
AGAIN = "On Friday the storm cut off 330 villages on the coast of Norway"


def test_a_body_without_its_country_is_no_second_origin_beside_that_of_a_country() -> None:
    support, count, rules = origins(said(STORM, "Norway's Red Cross", "a"), said(AGAIN, "the Red Cross", "b"))
    assert (support, count, rules) == (Support.ECHO, 1, {"perhaps_same"})
    support, count, _ = origins(said(STORM, "Norway's Red Cross", "a"), said(AGAIN, "the Swedish Red Cross", "b"))
    assert (support, count) == (Support.CORROBORATED, 2)


def test_an_introduced_short_form_is_the_body_that_it_is_short_for() -> None:
    one = said(STORM, "the Northern Emergency Management Authority (NEMA)", "a", "Northern Emergency Management Authority")
    assert origins(one, said(AGAIN, "NEMA", "b")) == (Support.ECHO, 1, {IndependenceRule.SAME_BODY.value})


def test_a_name_with_the_kind_of_body_before_or_behind_it_is_one_body() -> None:
    one, two = said(STORM, "the transport union Liman-Is", "a"), said(AGAIN, "the Liman-Is union", "b")
    assert origins(one, two) == (Support.ECHO, 1, {IndependenceRule.SAME_BODY.value})
    support, count, _ = origins(one, said(AGAIN, "the Tekgida-Is union", "b"))
    assert (support, count) == (Support.CORROBORATED, 2)


def test_the_military_of_a_country_is_one_body_by_its_name_or_its_adjective() -> None:
    one, two = said(STORM, "Norway's military", "a"), said(AGAIN, "the Norwegian military", "b")
    assert origins(one, two) == (Support.ECHO, 1, {IndependenceRule.SAME_BODY.value})


def test_a_ministry_without_a_name_may_be_any_ministry_and_corroborates_none() -> None:
    one, two = said(STORM, "the ministry", "a"), said(AGAIN, "the transport ministry", "b")
    assert origins(one, two) == (Support.ECHO, 1, {IndependenceRule.PERHAPS_SAME.value})


def test_police_of_two_articles_are_not_known_to_be_one_nor_two() -> None:
    group = trace([said(STORM, "police", "a"), said(AGAIN, "the police", "b")]).groups[0]
    assert group.support is Support.ECHO
    assert "may be the same" in group.collapsed[0].reason


def test_bodies_of_two_names_stay_two() -> None:
    assert origins(said(STORM, "the Coast Guard of Norway", "a"), said(AGAIN, "the Meteorological Institute", "b"))[:2] == (
        Support.CORROBORATED,
        2,
    )


def test_descriptions_of_two_countries_stay_two() -> None:
    assert origins(said(STORM, "the Norwegian army", "a"), said(AGAIN, "the Swedish army", "b"))[:2] == (Support.CORROBORATED, 2)
