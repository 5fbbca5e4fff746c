"""Who answers for a claim, who only repeats it, and whose record speaks for it."""

from provenance.model.article import ArticleHead
from provenance.model.chain import ClaimGroup, Collapse, IndependenceRule, Origin
from provenance.model.claim import Attribution, Claim, ClaimInContext
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.scoring import parts_of

T = SourcingType


def item(*origins, outlet="paper", kind=T.WIRE_AGENCY, republished=None, attributed=True):
    span = Span(0, 9)
    told = tuple(Attribution(sourcing_type=kind, origin=key, chain=(outlet, key), rule="test") for key in origins)
    if attributed and not told:
        told = (Attribution(sourcing_type=T.HEARSAY, rule="test"),)
    claim = Claim(id="c", article="a", position=0, span=span, text="They did.", attributions=told, sourcing_type=kind)
    return ClaimInContext(claim=claim, article=ArticleHead(id="a", outlet=outlet, outlet_name=outlet, republished_from=republished))


def group(*collapses, origins=()):
    folded = tuple(Collapse(claim=c, into=into, rule=rule, reason="why") for c, into, rule in collapses)
    return ClaimGroup(id="g", claims=("c", "d"), collapsed=folded, origins=origins)


def roles(found):
    """For each source the parts that it has."""
    return {part.key: {name for name in ("speaks", "answers", "publishes", "repeats") if getattr(part, name)} for part in found}


def test_the_first_origin_speaks_and_every_origin_answers():
    assert roles(parts_of(item("reuters", "sana"), group())) == {
        "reuters": {"speaks", "answers"},
        "sana": {"answers"},
        "paper": {"publishes"},
    }


def test_an_outlet_answers_for_its_own_voice_and_not_for_what_is_said():
    assert roles(parts_of(item(attributed=False, kind=T.UNATTRIBUTED), group())) == {"paper": {"speaks", "answers", "publishes"}}
    assert roles(parts_of(item(kind=T.HEARSAY), group())) == {"paper": {"speaks", "publishes"}}


def test_in_a_republished_text_it_is_the_first_publisher_s_voice():
    found = roles(parts_of(item(attributed=False, kind=T.UNATTRIBUTED, republished="sana"), group()))
    assert found == {"paper": {"speaks", "publishes", "repeats"}, "sana": {"answers"}}


def test_a_claim_from_elsewhere_that_another_article_had_from_there_is_repeated():
    found = roles(parts_of(item("reuters"), group(("c", "reuters", IndependenceRule.SHARED_ORIGIN))))
    assert found == {"reuters": {"speaks", "answers"}, "paper": {"publishes", "repeats"}}


def test_whom_others_are_folded_into_repeats_nobody():
    found = roles(parts_of(item("reuters"), group(("d", "reuters", IndependenceRule.SHARED_ORIGIN))))
    assert found == {"reuters": {"speaks", "answers"}, "paper": {"publishes"}}


def test_nobody_repeats_where_it_is_not_known_that_two_are_one_nor_an_agency_its_own_word():
    for rule in (
        IndependenceRule.PERHAPS_SAME,
        IndependenceRule.ANOTHER_PART,
        IndependenceRule.UNNAMED_OF_ONE_ARTICLE,
        IndependenceRule.UNSURE_READING,
    ):
        assert "repeats" not in roles(parts_of(item("reuters"), group(("c", "reuters", rule))))["paper"]
    own = roles(parts_of(item("reuters", outlet="reuters"), group(("d", "reuters", IndependenceRule.SHARED_ORIGIN))))
    assert own == {"reuters": {"speaks", "answers", "publishes"}}


def test_the_origin_that_another_article_shows_behind_a_relay_takes_its_place():
    behind = Origin(key="official@b", name="an official", sourcing_type=T.ANONYMOUS_OFFICIAL)
    found = roles(parts_of(item("reuters"), group(("c", "official@b", IndependenceRule.SHARED_RELAY), origins=(behind,))))
    assert found["official@b"] == {"speaks", "answers"}
    assert "reuters" not in found


def test_publishers_that_are_not_known_have_no_record():
    assert roles(parts_of(item(outlet="unknown", attributed=False, kind=T.UNATTRIBUTED), group())) == {"unknown": {"publishes"}}
