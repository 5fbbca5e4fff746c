"""Claims as JSON Lines: one claim a line with its article, attributions, group, score, conflicts and everything people decided."""

import json
from collections.abc import Iterable
from typing import TextIO

from provenance.exporters.decisions import verdicts
from provenance.exporters.records import Record, article_record, attribution_record, claim_record, score_record, suspicion_records
from provenance.model.chain import Collapse, Step
from provenance.model.changes import Change
from provenance.model.claim import Attribution, Claim
from provenance.model.queue import ClaimCard
from provenance.model.reliability import Factor
from provenance.model.review import Action, JournalEntry


def json_line(record: Record) -> str:
    """A record as one line of ASCII: what is not ASCII is escaped, so that every program and terminal gets the same characters."""
    return json.dumps(record, separators=(",", ":")) + "\n"


def write_json_lines(cards: Iterable[ClaimCard], out: TextIO) -> int:
    """Write one line a claim; returns how many."""
    count = 0
    for card in cards:
        out.write(json_line(card_record(card)))
        count += 1
    return count


def card_record(card: ClaimCard) -> Record:
    """Everything about one claim: the claim record of `analyze`, and around it what only the archive knows."""
    claim, article, group, score = card.claim, card.article, card.group, card.score
    return {
        **claim_record(claim, group, score),
        "corrected": claim.corrected,
        "attributions": [_attribution(claim, a) for a in claim.attributions],
        "standing": group.standing.value,
        "text_status": article.text_status.value,
        "published_in": {
            **article_record(article),
            "outlet_name": article.masthead.outlet_name,
            "outlet_basis": article.masthead.outlet_basis,
            "url": article.url,
            "withdrawn": article.withdrawn,
            "notes": list(article.notes),
        },
        "group_claims": list(group.claims),
        "group_outlets": list(group.outlets),
        "origins": [{"key": o.key, "name": o.name, "sourcing_type": o.sourcing_type.value, "party": o.party} for o in group.origins],
        "parties_only": group.parties_only,
        "adversaries_agree": group.adversaries_agree,
        "collapsed": [_collapse(collapse) for collapse in group.collapsed],
        **suspicion_records(group),
        "changes": [_change(change) for change in card.changes],
        "would_settle": [_step(step) for step in card.steps],
        "score": {
            **score_record(score),
            "letter_reason": score.letter_reason,
            "digit_reason": score.digit_reason,
            "factors": [_factor(f) for f in score.factors],
            "what_if": [{"change": w.change, "value": w.value, "grade": w.grade} for w in score.what_if],
            "method": score.method,
        },
        "conflicts": [
            {
                "with": other.claim,
                "text": other.text,
                "kind": conflict.kind.value,
                "severity": conflict.severity.value,
                "reason": conflict.reason,
                "reconcile": conflict.reconcile,
            }
            for conflict, other in card.conflicts
        ],
        "verdicts": [_entry(entry) for entry in verdicts(card.journal)],
        "journal": [_entry(entry) for entry in card.journal],
    }


def _attribution(claim: Claim, attribution: Attribution) -> Record:
    words = [claim.words(span) for span in attribution.source]
    return {
        **attribution_record(attribution),
        "source_words": [word for word in words if word],
        "origin_name": attribution.origin_name,
        "party": attribution.party,
    }


def _factor(factor: Factor) -> Record:
    return {
        "factor": factor.factor,
        "side": factor.side.value,
        "weight": factor.weight,
        "reason": factor.reason,
        "quote": list(factor.quote) if factor.quote else None,
        "words": factor.words,
    }


def _step(step: Step) -> Record:
    return {"kind": step.kind.value, "look_for": step.look_for, "reason": step.reason, "against": list(step.against)}


def _collapse(collapse: Collapse) -> Record:
    rule = collapse.rule
    return {"claim": collapse.claim, "into": collapse.into, "rule": rule.value, "inferred": rule.inferred, "reason": collapse.reason}


def _change(change: Change) -> Record:
    sides = [[{"start": p.span.start, "end": p.span.end, "words": p.words} for p in side] for side in (change.before, change.after)]
    return {
        "kind": change.kind.value,
        "earlier": change.earlier,
        "later": change.later,
        "ordered": change.ordered,
        "restated": change.restated,
        "before": sides[0],
        "after": sides[1],
        "note": change.note,
    }


def _entry(entry: JournalEntry) -> Record:
    """A journal entry with only the fields that it fills; of merges and splits also the ids of the claims that they are about."""
    record: Record = entry.model_dump(mode="json", exclude_defaults=True, exclude={"claims", "companions", "article"})
    if entry.action in (Action.MERGE, Action.SPLIT):
        record |= {"claims": [ref.claim for ref in entry.claims], "companions": [ref.claim for ref in entry.companions]}
    return record
