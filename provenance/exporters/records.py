"""Model values as the plain records that leave the house: the record types of `provenance analyze`, field by field.

Offsets are Python string indices into the article's text, end exclusive; days are ISO 8601; what is not known is null.
"""

from collections.abc import Mapping, Sequence

from provenance.model.article import Article, PublicationBounds, Role
from provenance.model.chain import ClaimGroup, Conflict
from provenance.model.claim import Attribution, Claim, DateMention, Sentence
from provenance.model.reliability import Score
from provenance.model.text import Span

Record = dict[str, object]


def article_record(article: Article) -> Record:
    """What the masthead shows of an article, and the refs under which it came."""
    masthead = article.masthead
    return {
        "record": "article",
        "id": article.id,
        "refs": list(article.refs),
        "outlet": masthead.outlet,
        "republished_from": masthead.republished_from,
        "title": masthead.title,
        "byline": masthead.byline,
        "credits": [{"outlet": c.key, "words": c.words, "place": list(c.span) if c.span else None} for c in masthead.credits],
        "published": bounds_record(masthead.published),
        "language": article.language,
    }


def sentence_record(article: str, sentence: Sentence) -> Record:
    """One sentence and its role; who says it and when stand here only where the sentence is no claim."""
    claim = sentence.role is Role.CLAIM
    return {
        "record": "sentence",
        "article": article,
        "start": sentence.span.start,
        "end": sentence.span.end,
        "role": sentence.role.value,
        "attributions": [] if claim else [attribution_record(a) for a in (*sentence.attributions, *sentence.stances)],
        "dates": [] if claim else [date_record(d) for d in sentence.dates],
    }


def claim_record(claim: Claim, group: ClaimGroup, score: Score) -> Record:
    """One claim: who says it, what kind of source that is, which group it belongs to, and how far to trust it."""
    return {
        "record": "claim",
        "id": claim.id,
        "article": claim.article,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "attributions": [attribution_record(a) for a in (*claim.attributions, *claim.stances)],
        "sourcing_type": claim.sourcing_type.value,
        "hedges": [{"start": h.span.start, "end": h.span.end, "kind": h.kind.value} for h in claim.hedges],
        "dates": [date_record(d) for d in claim.dates],
        "group": group.id,
        "support": group.support.value,
        "conflict": group.conflict.value,
        "score": score_record(score),
    }


def group_record(group: ClaimGroup) -> Record:
    """Claims that say the same, the independent origins behind them, and what was folded into which, and why."""
    return {
        "record": "group",
        "id": group.id,
        "claims": list(group.claims),
        "origins": [origin.key for origin in group.origins],
        "support": group.support.value,
        "conflict": group.conflict.value,
        "collapsed": [{"claim": c.claim, "into": c.into, "reason": c.reason} for c in group.collapsed],
        **suspicion_records(group),
    }


def suspicion_records(group: ClaimGroup) -> Record:
    """What is only inferred of who stands behind a group: undeclared echoes, and agencies that the articles credit."""
    return {
        "suspected_echoes": [{"claim": e.claim, "of": e.of, "earlier": e.earlier, "reason": e.reason} for e in group.suspected_echoes],
        "presumed": [{"claim": p.claim, "origin": p.key, "reason": p.reason} for p in group.presumed],
    }


def conflict_record(conflict: Conflict) -> Record:
    """Two claims that differ, and in what."""
    return {
        "record": "conflict",
        "a": conflict.a,
        "b": conflict.b,
        "kind": conflict.kind.value,
        "severity": conflict.severity.value,
        "reason": conflict.reason,
        "reconcile": conflict.reconcile,
    }


def attribution_record(attribution: Attribution) -> Record:
    """Who a statement is attributed to, as places in the article's text, and the trail to the origin."""
    return {
        "source": _places(attribution.source),
        "antecedent": _places(attribution.antecedent),
        "cue": _places(attribution.cue),
        "content": _places(attribution.content),
        "mode": attribution.mode.value,
        "sourcing_type": attribution.sourcing_type.value,
        "origin": attribution.origin,
        "chain": list(attribution.chain),
        "carried_over": attribution.carried_over,
        "confidence": attribution.confidence,
        "rule": attribution.rule,
    }


def date_record(mention: DateMention) -> Record:
    """A time expression and the first and last day that it can mean."""
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "earliest": mention.earliest.isoformat() if mention.earliest else None,
        "latest": mention.latest.isoformat() if mention.latest else None,
    }


def bounds_record(bounds: PublicationBounds | None) -> Record | None:
    """The days on which an article can have been published, with what they rest on."""
    if bounds is None:
        return None
    return {
        "earliest": bounds.earliest.isoformat() if bounds.earliest else None,
        "latest": bounds.latest.isoformat() if bounds.latest else None,
        "basis": list(bounds.basis),
    }


def score_record(score: Score) -> Record:
    """The score with its reasons; weights are log-odds, and are not rounded, so that they still add up."""
    return {
        "value": score.value,
        "low": score.low,
        "high": score.high,
        "grade": score.grade,
        "factors": [{"factor": f.factor, "weight": f.weight, "reason": f.reason} for f in score.factors],
    }


def groups_by_claim(groups: Sequence[ClaimGroup]) -> Mapping[str, ClaimGroup]:
    """The group of each claim, by the claim's id."""
    return {claim: group for group in groups for claim in group.claims}


def _places(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
