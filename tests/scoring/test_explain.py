"""The lines of an explanation."""

import pytest

from provenance.model.claim import HedgeKind
from provenance.model.source import SourcingType
from provenance.scoring.explain import lines, signed


def test_an_explanation_tells_value_grade_every_weight_its_words_and_what_would_change_it(make):
    scored = make(SourcingType.ANONYMOUS_OFFICIAL, relays=["wire"], hedges=[HedgeKind.HEARSAY], echoes=2).score()
    assert lines(scored) == [
        "0.30 (0.16–0.50)  F4",
        "  F  the source: cannot be judged; an unnamed source has no record that could be looked up",
        "  4  the information: doubtful; one origin, origin; weakening words",
        "",
        "   0.00  starting point (0.50)",
        "The source",
        "  +0.10  an office-holder, as far as the outlet says so",
        "           “an unnamed official”",
        "  −0.50  not named, so nobody can ask",
        "  −0.05  heard through The Wire",
        "The information",
        "  −0.40  passed on as hearsay",
        "           “reportedly”",
        "   0.00  one origin",
        "   0.00  3 claims, 3 outlets, 1 origin: repetition adds nothing",
        "What would change it",
        "  0.52 F1  a second, independent origin",
        "  0.51 F4  the source named",
        "  0.31 F4  heard from the origin itself",
        "",
        f"Method 1.2 ({scored.method_digest}). The weights are log-odds and sum to −0.85; the score is the logistic of that sum.",
    ]


def test_every_factor_of_a_score_has_its_line(make):
    scored = make(party="Syria", hedges=list(HedgeKind), contested=True, carried_over=True).score()
    told = "\n".join(lines(scored))
    assert all(f"{signed(factor.weight)}  {factor.reason}" in told for factor in scored.factors)


def test_a_weight_is_shown_with_a_true_minus_and_nothing_without_a_sign():
    assert [signed(weight) for weight in (0.4, -0.4, 0.0, -0.001)] == ["+0.40", "−0.40", " 0.00", " 0.00"]


def test_quoted_words_stand_exactly_as_published(make):
    situation = make(SourcingType.ANONYMOUS_OFFICIAL)
    hostile = situation.item.claim.text.replace("an unnamed official", "an [/b]\x1b[31m\u202e‘off’.")
    claim = situation.item.claim.model_copy(update={"text": hostile.ljust(len(situation.item.claim.text))})
    changed = situation._replace(item=situation.item.model_copy(update={"claim": claim}))
    assert any("an [/b]\x1b[31m\u202e‘off’." in line for line in lines(changed.score()))


@pytest.mark.parametrize("kind", SourcingType)
def test_every_kind_of_claim_can_be_explained(make, kind):
    assert lines(make(kind).score())[0].endswith(make(kind).score().grade)
