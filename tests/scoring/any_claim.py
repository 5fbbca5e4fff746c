"""Any claim in any surroundings, by any method that keeps every promise, for what holds of every score."""

import sys
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st

from provenance.model.article import TextStatus
from provenance.model.chain import Conflict, ConflictKind, Origin, Severity, Stand
from provenance.model.claim import HedgeKind, Mode
from provenance.model.reliability import Digit, Letter, SourceRecord
from provenance.model.source import SourcingType

sys.path.insert(0, str(Path(__file__).parent))
from methods_made import valid_methods

TODAY = date(2026, 3, 1)

kinds = st.sampled_from(list(SourcingType))
shown = st.sampled_from([kind for kind in SourcingType if kind.shows_origin])
hedges = st.lists(st.sampled_from(list(HedgeKind)), max_size=4)
hands = ["wire", "state", "paper", "nobody-knows"]
relays = st.lists(st.sampled_from(hands), max_size=4)
records = st.builds(
    SourceRecord,
    key=st.just("origin"),
    supported=st.integers(0, 300),
    refuted=st.integers(0, 300),
    letter=st.sampled_from(list(Letter)),
    letter_on=st.none() | st.dates(TODAY - timedelta(days=5000), TODAY),
)
further = st.lists(shown, max_size=10).map(
    lambda types: tuple(Origin(key=f"further {n}", name=f"further {n}", sourcing_type=kind) for n, kind in enumerate(types))
)
against = st.builds(
    lambda severity, kind, reconcile, n: Conflict(
        a="claim", b=f"other {n}", kind=kind, severity=severity, reason=f"reason {n % 3}", reconcile=reconcile
    ),
    st.sampled_from(list(Severity)),
    st.sampled_from(list(ConflictKind)),
    st.sampled_from([None, "another year"]),
    st.integers(0, 9),
)
stands = st.builds(Stand, st.sampled_from(["one group", "another"]), st.integers(0, 9))
surroundings = st.fixed_dictionaries(
    {
        "hedges": hedges,
        "relays": relays,
        "mode": st.sampled_from(list(Mode)),
        "party": st.sampled_from([None, "Turkey", "Syria"]),
        "carried_over": st.booleans(),
        "confidence": st.floats(0, 1),
        "further": further,
        "echoes": st.integers(0, 40),
        "conflicts": st.lists(against, max_size=4),
        "contested": st.booleans(),
        "stands": st.dictionaries(st.integers(0, 9).map("other {}".format), stands, max_size=4),
        "parties_only": st.booleans(),
        "adversaries_agree": st.booleans(),
        "status": st.sampled_from(list(TextStatus)),
        "suspected": st.booleans(),
        "record": records,
        "on": st.sampled_from([None, TODAY]),
        "method": valid_methods,
    }
)
BY_ITSELF = {"further": (), "conflicts": (), "contested": False}
surroundings = st.one_of(surroundings, surroundings.map(lambda around: {**around, **BY_ITSELF}))


def not_above(one, other):
    """Value and both ends are at most those of the other."""
    return one.value <= other.value and one.low <= other.low and one.high <= other.high


def not_better(one, other):
    """The digit is not nearer to confirmed, as far as both can be judged."""
    unknown = Digit.CANNOT_BE_JUDGED
    return unknown in (one.digit, other.digit) or one.digit >= other.digit


def same_judgement(one, other):
    """Nothing that people sort or grade by differs."""
    return (one.value, one.low, one.high, one.grade) == (other.value, other.low, other.high, other.grade)
