"""Each factor: when it helps, when it hurts, when it has nothing to say."""

from datetime import date

import pytest

from provenance.model.article import TextStatus
from provenance.model.chain import Collapse, ConflictKind, IndependenceRule, Severity, Stand, SuspectedEcho
from provenance.model.claim import HedgeKind, Mode
from provenance.model.reliability import Letter, Side, SourceRecord
from provenance.model.source import SourcingType
from provenance.scoring import judged_source, load_method
from provenance.scoring.factors import FACTORS, sentence

T = SourcingType


def test_capacity_helps_a_wire_agency_and_hurts_hearsay(make):
    assert make(T.WIRE_AGENCY).factor("capacity").weight > 0
    assert make(T.HEARSAY).factor("capacity").weight < 0
    assert make(T.UNATTRIBUTED).factor("capacity").weight == 0
    assert make(T.OUTLET_ANALYSIS).factor("capacity") is None


def test_capacity_rests_on_the_words_that_name_the_source(make):
    factor = make(T.ANONYMOUS_OFFICIAL).factor("capacity")
    assert factor.words == "an unnamed official"
    assert factor.quote == make.at("an unnamed official")
    assert make(T.UNATTRIBUTED).factor("capacity").words is None


def test_a_house_that_answers_helps_nobody_outside_the_outlet_hurts_and_people_are_weighed_by_their_names(make):
    assert make(T.DOCUMENT).factor("family").weight > 0
    assert make(T.UNATTRIBUTED).factor("family").weight < 0
    assert make(T.HEARSAY).factor("family").reason == "nobody outside the outlet is shown"
    assert make(T.NAMED_EXPERT).factor("family") is make(T.ANONYMOUS_GROUP).factor("family") is None


def test_what_the_outlet_concludes_itself_hurts_never_helps_and_is_quoted(make):
    factor = make(T.OUTLET_ANALYSIS, hedges=[HedgeKind.APPEARANCE]).factor("outlet_analysis")
    assert factor.weight < 0
    assert factor.words == "reportedly"
    assert make(T.OUTLET_ANALYSIS).score().value < make(T.UNATTRIBUTED).score().value
    assert make(T.UNATTRIBUTED, hedges=[HedgeKind.APPEARANCE]).factor("outlet_analysis") is None


def test_a_name_helps_namelessness_hurts_and_an_institution_is_neither(make):
    assert make(T.NAMED_EXPERT).factor("naming").weight > 0
    assert make(T.ANONYMOUS_INSIDER).factor("naming").weight < 0
    assert make(T.OFFICIAL_BODY).factor("naming") is None


def test_every_hand_hurts_alike_and_none_has_nothing_to_say(make):
    one, two = (make(relays=hands).factor("distance") for hands in (["wire"], ["wire", "state"]))
    assert two.weight == pytest.approx(2 * one.weight)
    assert one.weight < 0
    assert two.reason == "heard through The Wire, then The State Agency"
    assert make(relays=[]).factor("distance") is None


def test_a_state_agency_between_hurts_more_than_an_outlet_and_a_wire_has_nothing_to_add(make):
    state, paper = (make(relays=hands).factor("kind_of_relay") for hands in (["state"], ["paper"]))
    assert state.weight < paper.weight < 0
    assert state.reason == "passed on by an agency run by a state"
    assert make(relays=["wire"]).factor("kind_of_relay") is make(relays=[]).factor("kind_of_relay") is None
    both = make(relays=["state", "wire", "paper", "state"]).factor("kind_of_relay")
    assert both.weight == pytest.approx(2 * state.weight + paper.weight)
    assert both.reason == "passed on by an agency run by a state and another outlet"


def test_an_unknown_relay_weighs_as_much_as_an_outlet(make):
    unknown = make(relays=["unheard-of"]).factor("kind_of_relay")
    assert unknown.weight == make(relays=["paper"]).factor("kind_of_relay").weight
    assert unknown.reason == "passed on by somebody of whom nothing is known"


def test_a_republished_text_in_its_own_voice_came_through_its_first_publisher(make):
    assert make(T.UNATTRIBUTED, republished_from="paper").factor("distance").reason == "heard through The Paper"


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


def test_an_old_letter_counts_in_part_a_good_one_helps_less_a_bad_one_hurts_less_and_a_fresh_one_is_left_alone(make):
    def given(letter, day, on=date(2026, 3, 1)):
        return make(record=SourceRecord(key="origin", letter=letter, letter_basis="newsroom", letter_on=day), on=on)

    old, fresh = date(2024, 1, 1), date(2025, 12, 1)
    assert given(Letter.A, old).factor("stale_assessment").weight < 0 < given(Letter.E, old).factor("stale_assessment").weight
    assert given(Letter.A, old).score().value < given(Letter.A, fresh).score().value
    assert "790 days ago" in given(Letter.A, old).factor("stale_assessment").reason
    for letter, day, on in (
        (Letter.A, fresh, date(2026, 3, 1)),
        (Letter.A, old, None),
        (Letter.A, None, date(2026, 3, 1)),
        (Letter.F, old, old),
    ):
        assert given(letter, day, on).factor("stale_assessment") is None


def test_a_record_of_supported_claims_helps_of_refuted_ones_hurts_and_none_says_nothing(make):
    good = make(record=SourceRecord(key="origin", supported=6)).factor("track_record")
    bad = make(record=SourceRecord(key="origin", refuted=6)).factor("track_record")
    assert good.weight > 0 > bad.weight
    assert good.reason == "of 6 decided claims from the origin, 6 supported, 0 refuted"
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


def test_words_in_quotation_marks_of_a_restated_or_translated_text_are_not_the_origins_own(make):
    for status in (TextStatus.RESTATED, TextStatus.TRANSLATED):
        assert make(mode=Mode.DIRECT, status=status).factor("quotation") is None


@pytest.mark.parametrize("status", [TextStatus.RESTATED, TextStatus.TRANSLATED])
def test_a_restated_or_translated_text_hurts_a_little_never_helps_and_one_as_published_is_not_spoken_of(make, status):
    changed = make(status=status)
    assert -0.5 < changed.factor(status.value).weight < 0
    assert make().factor(status.value) is None
    assert changed.score().value < make().score().value


def test_a_suspected_echo_hurts_never_helps_names_why_and_is_not_spoken_of_elsewhere(make):
    factor = make(T.UNATTRIBUTED, suspected=True).factor("suspected_echo")
    assert factor.weight < 0
    assert factor.reason == "perhaps an undeclared echo: close to an earlier one"
    assert make(T.UNATTRIBUTED).factor("suspected_echo") is None
    of_another = make(T.UNATTRIBUTED)
    echo = SuspectedEcho(claim="another claim", of="claim", reason="close", earlier=True)
    of_another = of_another._replace(group=of_another.group.model_copy(update={"suspected_echoes": (echo,)}))
    assert of_another.factor("suspected_echo") is None, "it is another claim of the group that is suspected"


def test_a_second_origin_helps_one_weighs_nothing_and_without_any_there_is_no_word_of_it(make):
    two = make(further=[make.origin(T.WIRE_AGENCY, "wire")]).factor("independent_origins")
    assert two.weight == pytest.approx(1.2)
    assert two.reason == "2 independent origins say the same"
    assert make().factor("independent_origins").weight == 0
    assert make(T.UNATTRIBUTED).factor("independent_origins") is None


def test_the_second_origin_says_more_than_the_fourth_and_beyond_eight_none_adds(make):
    def with_origins(number):
        return make(further=[make.origin(T.WIRE_AGENCY, f"wire {n}") for n in range(number - 1)]).factor("independent_origins").weight

    assert with_origins(2) - with_origins(1) > with_origins(4) - with_origins(3) > 0
    assert with_origins(8) == with_origins(30) == pytest.approx(3.6)


def test_an_unnamed_second_origin_helps_less_than_a_named_one(make):
    unnamed = make(further=[make.origin(T.ANONYMOUS_OFFICIAL, "x")]).factor("independent_origins")
    assert 0 < unnamed.weight < 1.2


def test_parties_alone_confirm_less_and_opponents_who_agree_more(make):
    further = [make.origin(T.NAMED_OFFICIAL, "x", party="Syria")]
    one_side = make(party="Turkey", further=further, parties_only=True)
    both_sides = make(party="Turkey", further=further, parties_only=True, adversaries_agree=True)
    assert 0 < one_side.factor("independent_origins").weight < 1.2
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


def test_a_contradiction_hurts_more_the_more_independent_origins_stand_behind_it_and_repetition_adds_nothing(make):
    def against(**stands):
        conflicts = [make.conflict(other=other) for other in ("one", "another")]
        return make(conflicts=conflicts, stands={claim: Stand(group, origins) for claim, (group, origins) in stands.items()})

    alone = make(conflicts=[make.conflict()]).factor("contradiction")
    assert against(one=("g", 1), another=("g", 1)).factor("contradiction").weight == alone.weight, "one origin, told in two claims"
    assert against(one=("g", 0)).factor("contradiction").weight == alone.weight, "somebody says it, though no origin is shown"
    three = against(one=("g", 1), another=("h", 2)).factor("contradiction")
    assert three.weight == pytest.approx(2 * alone.weight)
    assert three.reason == "one says it did not, as 3 independent origins say"
    assert against(one=("group", 5)).factor("contradiction").weight == alone.weight, "its own group does not stand against it"


def test_a_contradiction_hurts_by_its_kind_what_is_denied_most(make):
    weights = {kind: make(conflicts=[make.conflict(kind=kind)]).factor("contradiction").weight for kind in ConflictKind}
    assert min(weights.values()) == weights[ConflictKind.NEGATION]
    assert weights[ConflictKind.MOTIVE] > weights[ConflictKind.QUANTITY] > weights[ConflictKind.NEGATION]
    assert max(weights.values()) < 0


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
    assert traced_back.factor("distance").reason == "heard through origin"


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
