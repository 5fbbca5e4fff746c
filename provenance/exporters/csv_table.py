"""Claims as a CSV table for spreadsheets: one claim a row, in words, with cells that no spreadsheet runs as a formula."""

import csv
from collections.abc import Iterable
from typing import TextIO

from provenance.exporters.decisions import in_force, verdicts
from provenance.exporters.spreadsheets import guarded
from provenance.model.article import PublicationBounds
from provenance.model.claim import Attribution, Claim
from provenance.model.queue import ClaimCard
from provenance.model.text import Span

_BETWEEN = " | "
"""Between several values in one cell."""


def write_csv(cards: Iterable[ClaimCard], out: TextIO) -> int:
    """Write a heading and one row a claim; returns how many claims. `out` must not translate line ends (`newline=""`)."""
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    count = 0
    for card in cards:
        row = card_row(card)
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row.values()])
        count += 1
    return count


def card_row(card: ClaimCard) -> dict[str, str | float | int]:
    """One claim as the cells of its row, by column."""
    return {**_claim_cells(card), **_source_cells(card), **_trace_cells(card), **_score_cells(card), **_review_cells(card)}


def _claim_cells(card: ClaimCard) -> dict[str, str | float | int]:
    claim, article = card.claim, card.article
    masthead = article.masthead
    return {
        "claim": claim.id,
        "text": claim.text,
        "start": claim.span.start,
        "end": claim.span.end,
        "article": article.id,
        "refs": _BETWEEN.join(article.refs),
        "outlet": article.outlet_key,
        "outlet_name": article.outlet_name,
        "outlet_basis": masthead.outlet_basis,
        "republished_from": masthead.republished_from or "",
        "title": masthead.title or "",
        "byline": masthead.byline or "",
        "url": article.url or "",
        "published_earliest": _day(masthead.published, "earliest"),
        "published_latest": _day(masthead.published, "latest"),
        "published_basis": _BETWEEN.join(masthead.published.basis) if masthead.published else "",
        "language": article.language,
        "text_status": article.text_status.value,
    }


def _source_cells(card: ClaimCard) -> dict[str, str | float | int]:
    claim = card.claim
    said = claim.attributions
    return {
        "sourcing_type": claim.sourcing_type.value,
        "source_words": _BETWEEN.join(_words(claim, a) for a in said),
        "source_spans": _BETWEEN.join(_spans(a.source) for a in said),
        "antecedent_spans": _BETWEEN.join(_spans(a.antecedent) for a in said),
        "cue_spans": _BETWEEN.join(_spans(a.cue) for a in said),
        "content_spans": _BETWEEN.join(_spans(a.content) for a in said),
        "chain": _BETWEEN.join(" ← ".join(a.chain) for a in said),
        "origin": _BETWEEN.join(a.origin_name or a.origin or "not shown" for a in said),
        "carried_over": _BETWEEN.join("yes" if a.carried_over else "no" for a in said),
        "rule": _BETWEEN.join(a.rule for a in said),
        "hedges": _BETWEEN.join(f"{claim.words(h.span)} ({h.kind.value})" for h in claim.hedges),
        "corrected": "yes" if claim.corrected else "no",
    }


def _trace_cells(card: ClaimCard) -> dict[str, str | float | int]:
    group = card.group
    return {
        "group": group.id,
        "standing": group.standing.value,
        "support": group.support.value,
        "conflict": group.conflict.value,
        "group_claims": len(group.claims),
        "group_outlets": _BETWEEN.join(group.outlets),
        "independent_origins": _BETWEEN.join(origin.name for origin in group.origins),
        "collapsed": _BETWEEN.join(c.reason for c in group.collapsed),
        "suspected_echoes": _BETWEEN.join(f"[{e.claim}] of [{e.of}]: {e.reason}" for e in group.suspected_echoes),
        "changes": _BETWEEN.join(f"[{c.earlier}] to [{c.later}] {c.kind.value}: {c.in_words}" for c in card.changes),
        "would_settle": _BETWEEN.join(f"{step.look_for} ({step.reason})" for step in card.steps),
        "conflicts": _BETWEEN.join(f"{c.kind.value} ({c.severity.value}): {c.reason} [{other.claim}]" for c, other in card.conflicts),
    }


def _score_cells(card: ClaimCard) -> dict[str, str | float | int]:
    score = card.score
    return {
        "grade": score.grade,
        "score": score.value,
        "low": score.low,
        "high": score.high,
        "letter_reason": score.letter_reason,
        "digit_reason": score.digit_reason,
        "factors": _BETWEEN.join(f"{f.factor} {f.weight:+.2f}: {f.reason}" for f in score.factors),
        "method": score.method,
    }


def _review_cells(card: ClaimCard) -> dict[str, str | float | int]:
    stands = in_force(card.journal)
    given = verdicts(card.journal)
    return {
        "verdicts": _BETWEEN.join(f"{entry.reviewer}: {entry.verdict.value}" for entry in given if entry.verdict),
        "judged_at": _BETWEEN.join(entry.at.isoformat() for entry in given),
        "notes": _BETWEEN.join(f"{entry.reviewer}: {entry.note}" for entry in stands if entry.note),
        "evidence": _BETWEEN.join(dict.fromkeys(link for entry in stands for link in entry.evidence)),
    }


COLUMNS = (
    *("claim", "text", "start", "end", "article", "refs", "outlet", "outlet_name", "outlet_basis", "republished_from", "title", "byline"),
    *("url", "published_earliest", "published_latest", "published_basis", "language", "text_status"),
    *("sourcing_type", "source_words", "source_spans", "antecedent_spans", "cue_spans", "content_spans", "chain", "origin", "carried_over"),
    *("rule", "hedges", "corrected"),
    *("group", "standing", "support", "conflict", "group_claims", "group_outlets", "independent_origins", "collapsed"),
    *("suspected_echoes", "changes", "would_settle", "conflicts"),
    *("grade", "score", "low", "high", "letter_reason", "digit_reason", "factors", "method"),
    *("verdicts", "judged_at", "notes", "evidence"),
)
"""The heading: the keys of `card_row`, in its order, written also where there is no claim at all."""


def _day(bounds: PublicationBounds | None, side: str) -> str:
    day = getattr(bounds, side) if bounds else None
    return day.isoformat() if day else ""


def _words(claim: Claim, attribution: Attribution) -> str:
    return " … ".join(words for span in attribution.source if (words := claim.words(span)))


def _spans(spans: Iterable[Span]) -> str:
    return ", ".join(f"{span.start}:{span.end}" for span in spans)
