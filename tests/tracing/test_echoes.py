"""Undeclared echoes: own-voice sentences that repeat what an earlier report attributes, said as a suspicion, with both claims."""

import sys
from datetime import date
from pathlib import Path

from provenance.model.chain import Support
from provenance.model.claim import ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing import trace
from provenance.tracing.echoes import suspected_echoes

sys.path.insert(0, str(Path(__file__).parent))
from told import told

MINISTRY = ("transport-ministry", SourcingType.OFFICIAL_BODY)
SAID = "The rebuilt bridge over the Tana river will open to lorries on Monday, the transport ministry said"
SILENT = "To lorries the rebuilt bridge over the Tana river will open on Monday"
EARLY, LATE = date(2020, 1, 13), date(2020, 1, 15)


def said(**more: object) -> ClaimInContext:
    return told(SAID, "a", by=[MINISTRY], names="the transport ministry", **more)  # type: ignore[arg-type]


def test_a_variant_without_a_source_is_suspected_to_repeat_the_earlier_report() -> None:
    first, copy = said(printed=EARLY), told(SILENT, "b", printed=LATE)
    (echo,) = suspected_echoes([first, copy])
    assert (echo.claim, echo.of, echo.earlier) == (copy.claim.id, first.claim.id, True)
    assert "it may repeat, without naming a source, what a, published before, attributes to the transport ministry" in echo.reason


def test_where_a_day_is_not_known_nobody_says_which_came_first() -> None:
    (echo,) = suspected_echoes([said(), told(SILENT, "b", printed=LATE)])
    assert not echo.earlier
    assert "which may have been published before" in echo.reason


def test_what_was_published_before_repeats_nothing() -> None:
    assert suspected_echoes([said(printed=LATE), told(SILENT, "b", printed=EARLY)]) == ()


def test_a_sentence_that_names_its_source_is_no_echo_in_secret() -> None:
    assert suspected_echoes([said(), told(SILENT, "b", by=[("tass", SourcingType.STATE_AGENCY)])]) == ()


def test_what_is_declared_is_no_suspicion() -> None:
    wire = told(SAID, "a", by=[(*MINISTRY, ("afp",))])
    assert suspected_echoes([wire, told(SILENT, "b", republished_from="a")]) == ()
    assert suspected_echoes([wire, told(SILENT, "b", credits=["afp"])]) == ()
    assert suspected_echoes([said(), told(SILENT, "a", article="another-of-a")]) == ()


def test_another_event_in_like_words_is_no_echo() -> None:
    assert suspected_echoes([said(), told("A rebuilt mill on the Tana river will open to visitors on Monday", "b")]) == ()


def test_a_shared_quotation_is_no_echo() -> None:
    one = told("“We will open the rebuilt bridge over the river to every lorry on Monday”, it said", "a", by=[MINISTRY])
    other = told("“We will open the rebuilt bridge over the river to every lorry on Monday”", "b")
    assert suspected_echoes([one, other]) == ()


def test_restated_texts_prove_little_and_the_reason_says_so() -> None:
    (echo,) = suspected_echoes([said(), told(SILENT, "b", restated=True)])
    assert echo.reason.endswith("(a text at hand is restated, so its words prove little)")


def test_a_suspicion_makes_no_origin_and_a_credit_none_that_counts() -> None:
    group = trace([told(SILENT, "a", credits=["afp"]), told(SILENT, "b")]).groups[0]
    assert (group.support, group.origins, group.collapsed) == (Support.UNATTRIBUTED, (), ())
    assert [(p.key, p.claim.startswith("article-of-a")) for p in group.presumed] == [("afp", True)]


def test_a_credit_of_the_agency_through_which_an_origin_speaks_folds_the_claim_as_inferred() -> None:
    group = trace([told(SAID, "a", by=[(*MINISTRY, ("afp",))]), told(SILENT, "b", credits=["afp"])]).groups[0]
    assert [(c.into, c.rule.value, c.rule.inferred) for c in group.collapsed] == [("transport-ministry", "shared_credit", True)]
