"""Each factor: when it helps, when it hurts, when it has nothing to say."""

import pytest

from provenance.model.article import TextStatus
from provenance.model.chain import Collapse, IndependenceRule, Severity
from provenance.model.claim import HedgeKind, Mode
from provenance.model.reliability import Letter, Side, SourceRecord
from provenance.model.source import SourcingType
from provenance.scoring import judged_source, load_method
from provenance.scoring.factors import FACTORS, sentence

T = SourcingType


def test_capacity_helps_a_wire_agency_and_hurts_hearsay(make):
    assert make(T.WIRE_AGENCY).factor("capacity").weight > 0
    assert make(T.HEARSAY).factor("capacity").weight < make(T.UNATTRIBUTED).factor("capacity").weight < 0


def test_capacity_rests_on_the_words_that_name_the_source(make):
    factor = make(T.ANONYMOUS_OFFICIAL).factor("capacity")
    assert factor.words == "an unnamed official"
    assert factor.quote == make.at("an unnamed official")
    assert make(T.UNATTRIBUTED).factor("capacity").words is None


def test_a_name_helps_namelessness_hurts_and_an_institution_is_neither(make):
    assert make(T.NAMED_EXPERT).factor("naming").weight > 0
    assert make(T.ANONYMOUS_INSIDER).factor("naming").weight < 0
    assert make(T.OFFICIAL_BODY).factor("naming") is None


def test_every_relay_hurts_a_state_agency_more_than_a_wire(make):
    wire, state, both = (make(relays=hands).factor("relays") for hands in (["wire"], ["state"], ["wire", "state"]))
    assert state.weight < wire.weight < 0
    assert both.weight == pytest.approx(wire.weight + state.weight)
    assert both.reason == "heard through The Wire, then The State Agency"


def test_an_outlet_that_hears_its_source_itself_has_no_relay(make):
    assert make(relays=[]).factor("relays") is None


def test_an_unknown_relay_weighs_as_much_as_an_outlet(make):
    assert make(relays=["unheard-of"]).factor("relays").weight == make(relays=["paper"]).factor("relays").weight


def test_a_republished_text_in_its_own_voice_came_through_its_first_publisher(make):
    assert make(T.UNATTRIBUTED, republished_from="paper").factor("relays").reason == "heard through The Paper"


def test_speaking_for_a_side_hurts(make):
    factor = make(party="Turkey").factor("party")
    assert factor.weight < 0
    assert "Turkey" in factor.reason
    assert make(party=None).factor("party") is None


def test_a_source_inferred_from_another_sentence_hurts_a_little(make):
    factor = make(carried_over=True).factor("carried_over")
    assert factor.weight < 0
    assert factor.quote == (10, 20)
    assert factor.words is None, "the words stand outside this claim"
    assert make().factor("carried_over") is None


def test_a_reading_that_the_machine_doubts_hurts_and_widens_the_interval(make):
    sure, doubtful = make(confidence=1.0), make(confidence=0.5)
    assert doubtful.factor("doubtful_attribution").weight < 0
    assert sure.factor("doubtful_attribution") is None
    assert doubtful.score().high - doubtful.score().low > sure.score().high - sure.score().low


def test_a_letter_given_by_people_helps_or_hurts_and_f_says_nothing(make):
    def judged(letter):
        return make(record=SourceRecord(key="origin", letter=letter, letter_basis="newsroom")).factor("assessment")

    assert judged(Letter.A).weight > judged(Letter.B).weight > judged(Letter.C).weight > 0
    assert 0 > judged(Letter.D).weight > judged(Letter.E).weight
    assert judged(Letter.F) is None
    assert judged(Letter.B).reason == "judged B: newsroom"


def test_a_record_of_supported_claims_helps_of_refuted_ones_hurts_and_none_says_nothing(make):
    good = make(record=SourceRecord(key="origin", supported=6)).factor("track_record")
    bad = make(record=SourceRecord(key="origin", refuted=6)).factor("track_record")
    assert good.weight > 0 > bad.weight
    assert good.reason == "earlier claims: 6 supported, 0 refuted"
    assert make().factor("track_record") is None


def test_quoted_words_help_wholly_more_than_in_part(make):
    assert make(mode=Mode.DIRECT).factor("quotation").weight > make(mode=Mode.MIXED).factor("quotation").weight > 0
    assert make(mode=Mode.INDIRECT).factor("quotation") is None


@pytest.mark.parametrize(
    ("kind", "factor"),
    [
        (HedgeKind.HEARSAY, "hearsay"),
        (HedgeKind.APPEARANCE, "appearance"),
        (HedgeKind.MODAL, "modality"),
        (HedgeKind.BELIEF, "belief"),
        (HedgeKind.APPROXIMATOR, "approximation"),
        (HedgeKind.DISTANCING, "distancing"),
    ],
)
def test_each_kind_of_hedge_hurts_once_and_quotes_its_words(make, kind, factor):
    once, twice = make(hedges=[kind]), make(hedges=[kind, kind])
    assert once.factor(factor).weight < 0
    assert once.factor(factor).words == "reportedly"
    assert twice.score().value == once.score().value
    assert make().factor(factor) is None


def test_words_that_made_the_sourcing_type_are_not_held_against_the_claim_twice(make):
    assert make(T.HEARSAY, hedges=[HedgeKind.HEARSAY]).factor("hearsay") is None
    assert make(T.OUTLET_ANALYSIS, hedges=[HedgeKind.APPEARANCE]).factor("appearance") is None
    assert make(T.HEARSAY, hedges=[HedgeKind.MODAL]).factor("modality").weight < 0


def test_a_restated_text_hurts_a_little(make):
    assert make(status=TextStatus.RESTATED).factor("restated").weight < 0
    assert make().factor("restated") is None


def test_a_second_origin_helps_one_weighs_nothing_and_without_any_there_is_no_word_of_it(make):
    two = make(further=[make.origin(T.WIRE_AGENCY, "wire")]).factor("independent_origins")
    assert two.weight == pytest.approx(1.0)
    assert two.reason == "2 independent origins say the same"
    assert make().factor("independent_origins").weight == 0
    assert make(T.UNATTRIBUTED).factor("independent_origins") is None


def test_the_second_origin_says_more_than_the_fourth_and_beyond_eight_none_adds(make):
    def with_origins(number):
        return make(further=[make.origin(T.WIRE_AGENCY, f"wire {n}") for n in range(number - 1)]).factor("independent_origins").weight

    assert with_origins(2) - with_origins(1) > with_origins(4) - with_origins(3) > 0
    assert with_origins(8) == with_origins(30) == 3.0


def test_an_unnamed_second_origin_helps_less_than_a_named_one(make):
    unnamed = make(further=[make.origin(T.ANONYMOUS_OFFICIAL, "x")]).factor("independent_origins")
    assert 0 < unnamed.weight < 1.0


def test_parties_alone_confirm_less_and_opponents_who_agree_more(make):
    further = [make.origin(T.NAMED_OFFICIAL, "x", party="Syria")]
    one_side = make(party="Turkey", further=further, parties_only=True)
    both_sides = make(party="Turkey", further=further, parties_only=True, adversaries_agree=True)
    assert 0 < one_side.factor("independent_origins").weight < 1.0
    assert one_side.factor("adversaries_agree") is None
    assert both_sides.factor("adversaries_agree").weight > 0
    assert both_sides.factor("adversaries_agree").reason == "opposing sides agree: Turkey, Syria"


def test_an_echo_weighs_nothing_and_says_why(make):
    factor = make(echoes=2).factor("echo")
    assert factor.weight == 0
    assert factor.reason == "3 claims, 3 outlets, 1 origin: repetition adds nothing"
    assert make().factor("echo") is None


def test_a_contradiction_hurts_by_its_severity_and_the_strongest_counts(make):
    def against(*conflicts):
        return make(conflicts=conflicts).factor("contradiction").weight

    high, medium, low, info = (make.conflict(severity) for severity in Severity)
    assert against(high) < against(medium) < against(low) < against(info) == 0
    assert against(low, high, medium) == against(high)
    assert make().factor("contradiction") is None


def test_a_contradiction_that_can_be_reconciled_hurts_less(make):
    open_one = make(conflicts=[make.conflict()]).factor("contradiction")
    other_year = make(conflicts=[make.conflict(reconcile="they may mean different years")]).factor("contradiction")
    assert open_one.weight < other_year.weight < 0
    assert open_one.reason == "one says it did not"


def test_a_conflict_between_other_groups_is_left_aside(make):
    elsewhere = make.conflict().model_copy(update={"a": "somebody else's", "b": "yet another's"})
    assert make(conflicts=[elsewhere]).factor("contradiction") is None


def test_every_score_begins_with_the_starting_point_of_its_method(make):
    hopeful = load_method().model_copy(update={"start": load_method().start.model_copy(update={"weight": 0.3})})
    assert make().score().factors[0].factor == "start"
    assert make(method=hopeful).score().factors[0].weight == 0.3
    assert make(method=hopeful).score().value > make().score().value


def test_factors_of_the_source_come_before_those_of_the_information(make):
    sides = [factor.side for factor in make(party="Syria", hedges=list(HedgeKind), echoes=1).score().factors if factor.factor != "start"]
    assert sides == sorted(sides, key=[Side.SOURCE, Side.INFORMATION].index)


def test_a_factor_is_told_in_one_sentence():
    assert sentence("naming") == "Whether somebody stands for it by name, and so can be asked."
    assert len({judge.__name__ for _, judge in FACTORS}) == len(FACTORS)
    with pytest.raises(KeyError):
        sentence("no such factor")


@pytest.fixture
def traced_back(make):
    """A claim that names only the wire, in a group where another article shows whom the wire quotes."""
    situation = make(T.WIRE_AGENCY, echoes=1)
    official = make.origin(T.ANONYMOUS_OFFICIAL, "unnamed official", party="Turkey")
    relayed = Collapse(claim="claim", into=official.key, rule=IndependenceRule.SHARED_RELAY, reason="the wire quotes it elsewhere")
    return situation._replace(group=situation.group.model_copy(update={"origins": (official,), "collapsed": (relayed,)}))


def test_a_relay_is_judged_by_the_origin_that_another_article_shows_behind_it(traced_back):
    assert traced_back.factor("naming").weight < 0
    assert traced_back.factor("capacity").reason.endswith("(behind the origin, as another article shows)")
    assert traced_back.factor("party").reason == "speaks for a side: Turkey"
    assert traced_back.factor("relays").reason == "heard through origin"


def test_the_record_of_a_relay_does_not_speak_for_the_origin_behind_it(traced_back):
    good = SourceRecord(key="origin", supported=80)
    assert traced_back._replace(record=good).score().letter is Letter.F
    assert traced_back._replace(record=good.model_copy(update={"key": "unnamed official"})).score().letter is Letter.A
    assert judged_source(traced_back.item.claim, "outlet", traced_back.group) == "unnamed official"
    assert judged_source(traced_back.item.claim, "outlet") == "origin"


def test_naming_the_origin_behind_a_relay_would_change_the_score(traced_back):
    changes = {change.change: change.value for change in traced_back.score().what_if}
    assert changes["the source named"] > changes["heard from the origin itself"] > traced_back.score().value


def test_publishers_that_nobody_knows_share_no_record(make):
    pooled = SourceRecord(key="unknown", refuted=50)
    assert make(T.UNATTRIBUTED, record=pooled).score().value == make(T.UNATTRIBUTED).score().value
    assert make(T.UNATTRIBUTED, record=pooled).score().letter is Letter.F
