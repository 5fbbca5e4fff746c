"""A claim card with something in every corner, made of values as the archive would hand them out."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from provenance.model.article import Article, Masthead, PublicationBounds, TextStatus
from provenance.model.chain import ClaimGroup as Group
from provenance.model.chain import (
    Collapse,
    Conflict,
    ConflictKind,
    ConflictStatus,
    IndependenceRule,
    Origin,
    PresumedOrigin,
    Severity,
    Step,
    StepKind,
    Support,
    SuspectedEcho,
)
from provenance.model.changes import Change, ChangeKind, Passage
from provenance.model.claim import Attribution, Claim, DateMention, Hedge, HedgeKind
from provenance.model.queue import ClaimCard, QueueEntry
from provenance.model.reliability import Digit, Factor, Letter, Score, Side, WhatIf
from provenance.model.review import Action, ClaimRef, JournalEntry, Verdict
from provenance.model.source import SourcingType
from provenance.model.text import Span

HEADLINE = "Bridge open\n\n"
SENTENCE = "The bridge had reportedly reopened on Friday, SANA said."
MakeCard = Callable[..., ClaimCard]


def entry(id_: int, action: Action, **fields: object) -> JournalEntry:
    """A journal entry of one reviewer about the card's claim."""
    about = (ClaimRef(claim="c1", article="a1", span=Span(0, 1), text="T"),)
    values = {"id": id_, "at": datetime(2024, 1, id_, 12, tzinfo=UTC), "reviewer": "desk", "action": action, "claims": about, **fields}
    return JournalEntry.model_validate(values)


@pytest.fixture
def journal_entry() -> Callable[..., JournalEntry]:
    """Makes a journal entry: number, action, fields."""
    return entry


@pytest.fixture
def make_card() -> MakeCard:
    """Makes a card; `text` is the claim's sentence, `journal` what was decided."""

    def make(text: str = SENTENCE, journal: tuple[JournalEntry, ...] = (), **masthead: object) -> ClaimCard:
        start = len(HEADLINE)
        whole = Span(start, start + len(text))
        bounds = PublicationBounds(earliest=date(2023, 5, 19), latest=None, basis=("“on Friday”",))
        known = {"outlet": "sana", "outlet_name": "SANA", "title": "Bridge open"}
        article = Article(
            id="a1",
            refs=("one.txt", "two.txt"),
            text=HEADLINE + text,
            masthead=Masthead.model_validate({**known, "published": bounds, **masthead}),
            url="https://example.org/1",
            text_status=TextStatus.RESTATED,
        )
        claim = Claim(
            id="c1",
            article="a1",
            position=1,
            span=whole,
            text=text,
            attributions=(
                Attribution(
                    source=(Span(start + 46, start + 50),),
                    cue=(Span(start + 51, start + 55),),
                    content=(Span(start, start + 44),),
                    sourcing_type=SourcingType.STATE_AGENCY,
                    origin="sana",
                    origin_name="SANA",
                    chain=("baladi-news", "sana"),
                    confidence=0.9,
                    rule="content-source-cue",
                ),
            ),
            sourcing_type=SourcingType.STATE_AGENCY,
            hedges=(Hedge(span=Span(start + 15, start + 25), kind=HedgeKind.HEARSAY),),
            dates=(DateMention(span=Span(start + 35, start + 44), earliest=date(2023, 5, 19), latest=date(2023, 5, 19)),),
        )
        score = Score(
            value=0.4,
            low=0.2,
            high=0.6,
            letter=Letter.F,
            digit=Digit.POSSIBLY_TRUE,
            letter_reason="no record yet",
            digit_reason="one origin",
            factors=(Factor(factor="hearsay", side=Side.INFORMATION, weight=-0.4054651, reason="only reported", words="reportedly"),),
            what_if=(WhatIf(change="a second, independent origin", value=0.6, grade="F2"),),
            method="1.0",
        )
        group = Group(
            id="g1",
            claims=("c1", "c2"),
            origins=(Origin(key="sana", name="SANA", sourcing_type=SourcingType.STATE_AGENCY, party="Syria"),),
            outlets=("sana", "baladi-news"),
            support=Support.ECHO,
            conflict=ConflictStatus.CONTESTED,
            collapsed=(Collapse(claim="c2", into="sana", rule=IndependenceRule.SHARED_ORIGIN, reason="both credit SANA"),),
            suspected_echoes=(SuspectedEcho(claim="c2", of="c1", reason="it may repeat", earlier=False),),
            presumed=(PresumedOrigin(claim="c2", key="afp", name="AFP", reason="the article credits AFP"),),
        )
        row = QueueEntry(
            claim="c1",
            article="a1",
            group="g1",
            text=text,
            outlet="sana",
            outlet_name="SANA",
            text_status=TextStatus.RESTATED,
            published=bounds,
            support=group.support,
            conflict=group.conflict,
            sourcing_type=claim.sourcing_type,
            score=score.value,
            low=score.low,
            high=score.high,
            grade=score.grade,
        )
        conflict = Conflict(a="c1", b="c3", kind=ConflictKind.DATE, severity=Severity.HIGH, reason="another day")
        other = row.model_copy(update={"claim": "c3", "text": "It reopened on Monday."})
        return ClaimCard(
            entry=row,
            claim=claim,
            article=article,
            score=score,
            group=group,
            members=(row,),
            conflicts=((conflict, other),),
            changes=(
                Change(
                    kind=ChangeKind.SCOPE,
                    earlier="c1",
                    later="c2",
                    before=(Passage(claim="c1", span=Span(13, 21), words="in years"),),
                    after=(Passage(claim="c2", span=Span(3, 13), words="since 2011"),),
                ),
            ),
            steps=(Step(kind=StepKind.DECIDING_RECORD, look_for="a dated document", reason="contested: another day", against=("c3",)),),
            journal=journal,
        )

    return make


@pytest.fixture
def judged() -> tuple[JournalEntry, ...]:
    """Two reviewers, one of whom changed their mind and took one verdict back."""
    return (
        entry(1, Action.VERDICT, verdict=Verdict.REFUTED, note="too early"),
        entry(2, Action.VERDICT, verdict=Verdict.SUPPORTED, note="seen", evidence=("https://example.org/seen",)),
        entry(3, Action.VERDICT, verdict=Verdict.NOT_A_CLAIM),
        entry(4, Action.UNDO, undoes=3),
        entry(5, Action.VERDICT, verdict=Verdict.REFUTED, reviewer="other"),
    )
