"""Claims, groups and conflicts to score, built from what a test says of them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pytest

from provenance.model.article import ArticleHead, TextStatus
from provenance.model.chain import (
    ClaimGroup,
    Collapse,
    Conflict,
    ConflictKind,
    ConflictStatus,
    IndependenceRule,
    Origin,
    Severity,
    Stand,
    Support,
    SuspectedEcho,
)
from provenance.model.claim import Attribution, Claim, ClaimInContext, Hedge, HedgeKind, Mode
from provenance.model.reliability import Factor, Score, SourceRecord
from provenance.model.source import Outlet, OutletKind, SourcingType
from provenance.model.text import Span
from provenance.model.weighing import Weighed
from provenance.scoring import Method, load_method, weigh_claim
from provenance.scoring.factors.case import Case
from provenance.scoring.factors.particulars import case_of
from provenance.scoring.factors.speaking import NOT_KNOWN, Surroundings

START = 100
TEXT = "The harbour reportedly reopened on Monday, the agency quoted an unnamed official as saying."


def at(words: str) -> Span:
    """Where words stand in the article."""
    place = START + TEXT.index(words)
    return Span(place, place + len(words))


class Situation(NamedTuple):
    """One claim with all that is known around it, ready to be scored."""

    item: ClaimInContext
    group: ClaimGroup
    conflicts: tuple[Conflict, ...]
    method: Method
    record: SourceRecord
    outlets: dict[str, Outlet]
    on: date | None = None
    stands: Mapping[str, Stand] = NOT_KNOWN

    def score(self) -> Score:
        return self.weighed().score

    def weighed(self) -> Weighed:
        *given, on, stands = self
        return weigh_claim(*given, on=on, stands=stands)

    def case(self) -> Case:
        return case_of(
            Surroundings(self.item.claim, self.item.article, self.group, self.conflicts, self.record, self.outlets, self.on, self.stands)
        ).case

    def factor(self, name: str) -> Factor | None:
        return next((factor for factor in self.score().factors if factor.factor == name), None)


class Make:
    """Builds situations; every argument that is left out is the plainest one."""

    text = TEXT
    at = staticmethod(at)

    def origin(self, kind: SourcingType = SourcingType.NAMED_OFFICIAL, key: str = "origin", party: str | None = None) -> Origin:
        return Origin(key=key, name=key, sourcing_type=kind, party=party)

    def conflict(
        self,
        severity: Severity = Severity.HIGH,
        reconcile: str | None = None,
        other: str = "other",
        kind: ConflictKind = ConflictKind.NEGATION,
    ) -> Conflict:
        return Conflict(a="claim", b=other, kind=kind, severity=severity, reason="one says it did not", reconcile=reconcile)

    def __call__(
        self,
        kind: SourcingType = SourcingType.NAMED_OFFICIAL,
        *,
        hedges: Sequence[HedgeKind] = (),
        relays: Sequence[str] = (),
        mode: Mode = Mode.INDIRECT,
        party: str | None = None,
        carried_over: bool = False,
        confidence: float = 1.0,
        further: Sequence[Origin] = (),
        echoes: int = 0,
        conflicts: Sequence[Conflict] = (),
        contested: bool = False,
        parties_only: bool = False,
        adversaries_agree: bool = False,
        status: TextStatus = TextStatus.AS_PUBLISHED,
        record: SourceRecord | None = None,
        republished_from: str | None = None,
        method: Method | None = None,
        suspected: bool = False,
        on: date | None = None,
        stands: Mapping[str, Stand] = NOT_KNOWN,
    ) -> Situation:
        attributions = ()
        if kind not in (SourcingType.UNATTRIBUTED, SourcingType.OUTLET_ANALYSIS):
            origin = "origin" if kind.shows_origin else None
            attributions = (
                Attribution(
                    source=() if carried_over else (at("an unnamed official"),),
                    antecedent=(Span(10, 20),) if carried_over else (),
                    content=(at("The harbour"),),
                    mode=mode,
                    sourcing_type=kind,
                    origin=origin,
                    origin_name="the origin" if origin else None,
                    chain=("outlet", *relays, *([origin] if origin else [])),
                    party=party,
                    carried_over=carried_over,
                    confidence=confidence,
                    rule="test",
                ),
            )
        claim = Claim(
            id="claim",
            article="article",
            position=0,
            span=Span(START, START + len(TEXT)),
            text=TEXT,
            attributions=attributions,
            sourcing_type=kind,
            hedges=tuple(Hedge(span=at("reportedly"), kind=hedge) for hedge in hedges),
        )
        own = (self.origin(kind, party=party),) if kind.shows_origin else ()
        origins = (*own, *further)
        support = Support.CORROBORATED if len(origins) > 1 else Support.UNATTRIBUTED
        if len(origins) == 1:
            support = Support.ECHO if echoes else Support.SINGLE_SOURCE
        repeated = tuple(f"echo {n}" for n in range(echoes))
        group = ClaimGroup(
            id="group",
            claims=("claim", *repeated),
            origins=origins,
            outlets=("outlet", *repeated),
            support=support,
            conflict=ConflictStatus.CONTESTED if contested else ConflictStatus.NONE,
            collapsed=tuple(Collapse(claim=c, into="origin", rule=IndependenceRule.SHARED_ORIGIN, reason="same") for c in repeated),
            parties_only=parties_only,
            adversaries_agree=adversaries_agree,
            suspected_echoes=(SuspectedEcho(claim="claim", of="echo 0", reason="close to an earlier one", earlier=True),)
            if suspected
            else (),
        )
        head = ArticleHead(id="article", outlet="outlet", outlet_name="The Outlet", text_status=status, republished_from=republished_from)
        outlets = {
            "wire": Outlet(key="wire", name="The Wire", kind=OutletKind.WIRE_AGENCY),
            "state": Outlet(key="state", name="The State Agency", kind=OutletKind.STATE_AGENCY),
            "paper": Outlet(key="paper", name="The Paper", kind=OutletKind.NEWSPAPER),
        }
        return Situation(
            ClaimInContext(claim=claim, article=head),
            group,
            tuple(conflicts),
            method or load_method(),
            record or SourceRecord(key="origin"),
            outlets,
            on,
            stands,
        )


@pytest.fixture(scope="session")
def make() -> Make:
    """Builds what is to be scored."""
    return Make()
