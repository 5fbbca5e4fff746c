"""Real databases of both kinds, and articles whose every sentence is a claim."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest

from provenance.model.article import Article, ArticleHead, Masthead, PublicationBounds, Role
from provenance.model.chain import ClaimGroup, Conflict, ConflictStatus, Support
from provenance.model.claim import Attribution, Claim, ClaimInContext, Sentence
from provenance.model.reliability import Digit, Letter
from provenance.model.review import Action, ClaimRef, JournalEntry, Verdict
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.model.weighing import Weighed, Weighing
from provenance.scoring import parts_of
from provenance.storage import Archive

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.fixture
def archive(database: str) -> Iterator[Archive]:
    """An empty archive."""
    with Archive(database) as opened:
        yield opened


class Reading(NamedTuple):
    """An article with what was read in it."""

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    terms: dict[str, list[str]]


def reading(
    outlet: str = "north-press",
    *sentences: str,
    name: str | None = None,
    origins: dict[int, str] | None = None,
    published: date | None = None,
    kind: SourcingType = SourcingType.WIRE_AGENCY,
    article_id: str | None = None,
) -> Reading:
    """An article whose every sentence is a claim; `origins` says which of them show one, `terms` are the words."""
    told = sentences or ("The crossing reopened.", "The river rose.")
    text = " ".join(told)
    id_ = article_id or f"{outlet}-{abs(hash(text)):x}"
    bounds = PublicationBounds(earliest=published, latest=published, basis=("given",)) if published else None
    masthead = Masthead(outlet=outlet, outlet_name=name or outlet.replace("-", " ").title(), published=bounds, title=told[0])
    article = Article(id=id_, refs=(f"{id_}.txt",), text=text, masthead=masthead)
    spans, start = [], 0
    for sentence in told:
        spans.append(Span(start, start + len(sentence)))
        start += len(sentence) + 1
    claims = cut(article, spans, origins or {}, kind)
    read = tuple(Sentence(span=span, role=Role.CLAIM) for span in spans)
    return Reading(article, read, claims, {claim.id: claim.text.lower().strip(".").split() for claim in claims})


def cut(
    article: Article, spans: Sequence[Span], origins: dict[int, str], kind: SourcingType = SourcingType.WIRE_AGENCY
) -> tuple[Claim, ...]:
    """Claims at these places of an article."""
    return tuple(
        Claim(
            id=f"{article.id}.{span.start}.{span.end}",
            article=article.id,
            position=position,
            span=span,
            text=span.within(article.text),
            sourcing_type=kind if position in origins else SourcingType.UNATTRIBUTED,
            attributions=(Attribution(sourcing_type=kind, origin=key, origin_name=key.title(), rule="test"),)
            if (key := origins.get(position))
            else (),
        )
        for position, span in enumerate(spans)
    )


def take_in(archive: Archive, read: Reading, *lows: float) -> Reading:
    """Store an article with a group for each claim, and scores with these low ends (.1, .2, … where none are given)."""
    with archive.transaction():
        archive.save_article(*read)
        archive.save_tracing([lone(claim) for claim in read.claims], (), [claim.id for claim in read.claims])
        archive.reliance.save(
            {claim.id: parts_of(ClaimInContext(claim=claim, article=ArticleHead.of(read.article)), lone(claim)) for claim in read.claims}
        )
        ends = lows or tuple((i + 1) / 10 for i in range(len(read.claims)))
        archive.save_scores({claim.id: scored(low) for claim, low in zip(read.claims, ends, strict=True)})
    return read


def lone(claim: Claim) -> ClaimGroup:
    """A group of one claim."""
    return grouped(claim, support=Support.SINGLE_SOURCE if claim.origins else Support.UNATTRIBUTED)


def grouped(*claims: Claim, support: Support = Support.ECHO, conflict: ConflictStatus = ConflictStatus.NONE) -> ClaimGroup:
    """A group of these claims."""
    return ClaimGroup(id=f"g-{claims[0].id}", claims=tuple(c.id for c in claims), support=support, conflict=conflict)


def against(a: Claim, b: Claim) -> Conflict:
    """A conflict between two claims."""
    first, second = sorted((a.id, b.id))
    return Conflict.model_validate({"a": first, "b": second, "kind": "date", "severity": "high", "reason": "two days"})


def scored(low: float) -> Weighed:
    """A score with this low end."""
    weighing = Weighing(
        case="",
        digest="",
        value=low + 0.1,
        low=low,
        high=low + 0.2,
        letter=Letter.F,
        digit=Digit.DOUBTFUL,
        letter_reason="no record",
        digit_reason="one origin",
        steps=(),
        method="test",
    )
    return Weighed(weighing=weighing)


def ref(claim: Claim) -> ClaimRef:
    """A claim as the journal remembers it."""
    return ClaimRef(claim=claim.id, article=claim.article, span=claim.span, text=claim.text)


def verdict(*claims: Claim, by: str = "ada", found: Verdict | None = Verdict.SUPPORTED, minute: int = 0) -> JournalEntry:
    """A verdict on claims, not yet in the journal."""
    at = NOON + timedelta(minutes=minute)
    return JournalEntry(at=at, reviewer=by, action=Action.VERDICT, claims=tuple(ref(claim) for claim in claims), verdict=found)


def note(claim: Claim, words: str, by: str = "ada") -> JournalEntry:
    """A note on a claim, not yet in the journal."""
    return JournalEntry(at=NOON, reviewer=by, action=Action.NOTE, claims=(ref(claim),), note=words)


def shown(archive: Archive, *claims: Claim, to: str = "ada") -> list[Verdict | None]:
    """The verdicts that a reviewer sees on claims."""
    return [entry.verdict for entry in archive.entries([claim.id for claim in claims], to)]


@pytest.fixture(scope="session")
def make() -> Any:
    """The makers above, for tests, which cannot import from here."""
    return SimpleNamespace(
        reading=reading, cut=cut, take_in=take_in, lone=lone, grouped=grouped, against=against, scored=scored, ref=ref, verdict=verdict,
        note=note, shown=shown, noon=NOON,
    )  # fmt: skip
