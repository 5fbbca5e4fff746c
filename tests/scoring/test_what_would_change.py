"""What would change a score: findings that really do, each by what the whole method says of the changed case."""

import sys
from pathlib import Path

from hypothesis import given, settings

from provenance.scoring.admiralty import digit
from provenance.scoring.factors import steps_of, sum_of
from provenance.scoring.interval import logistic
from provenance.scoring.prospects import prospects

sys.path.insert(0, str(Path(__file__).parent))
from any_claim import kinds, surroundings


@given(kinds, surroundings)
@settings(max_examples=50)
def test_what_would_change_it_is_at_most_three_findings_that_do_change_it(make, kind, around):
    scored = make(kind, **around).score()
    assert len(scored.what_if) <= 3
    assert all((change.value, change.grade) != (scored.value, scored.grade) or abs(scored.value - 0.5) > 0.49 for change in scored.what_if)


@given(kinds, surroundings)
def test_what_would_change_it_is_what_the_whole_method_says_of_the_changed_case(make, kind, around):
    situation = make(kind, **around)
    case, method = situation.case(), around["method"]
    for prospect in prospects(case, digit(case, method)):
        told = [change.value for change in situation.score().what_if if change.change == prospect.change]
        assert told in ([], [logistic(sum_of(step.weight for step in steps_of(prospect.case, method)))])
