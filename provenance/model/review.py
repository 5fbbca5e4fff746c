"""What people decide: verdicts, notes, corrections, merges and splits, as entries of an append-only journal."""

from datetime import datetime
from enum import StrEnum

from provenance.model.article import PublicationBounds
from provenance.model.reliability import Letter
from provenance.model.source import SourcingType
from provenance.model.text import Span, Value


class Verdict(StrEnum):
    """What a person found (AVeriTeC's four, Schlichtkrull et al. 2023, and `not_a_claim`)."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    CONFLICTING_EVIDENCE = "conflicting_evidence"
    NOT_A_CLAIM = "not_a_claim"


class Action(StrEnum):
    """Kinds of journal entry."""

    VERDICT = "verdict"
    NOTE = "note"
    CORRECT_ATTRIBUTION = "correct_attribution"
    MARK_CLAIM = "mark_claim"
    CORRECT_ARTICLE = "correct_article"
    WITHDRAW_ARTICLE = "withdraw_article"
    REJECT_COLLAPSE = "reject_collapse"
    MERGE = "merge"
    SPLIT = "split"
    GRADE_SOURCE = "grade_source"
    UNDO = "undo"
    REDO = "redo"


class ClaimRef(Value):
    """A claim as the journal remembers it: still to be found when the machine has cut the text anew."""

    claim: str
    article: str
    span: Span
    text: str


class AttributionCorrection(Value):
    """What a person set right about who says a claim. A field that is None stays as the machine read it."""

    sourcing_type: SourcingType | None = None
    source: tuple[Span, ...] | None = None
    """Spans in the article; empty for `nobody is named here`."""
    origin_name: str | None = None
    """The origin in words; its key is made from it, or found in the registry."""


class ArticleCorrection(Value):
    """What a person set right about an article. A field that is None stays as it was."""

    outlet: str | None = None
    """Registry key or name."""
    published: PublicationBounds | None = None


class ScoreThen(Value):
    """What the score of a claim was when a verdict was given on it: by this the method's foresight is measured."""

    claim: str
    value: float
    low: float
    high: float
    grade: str
    method: str
    """Version of the method that gave it."""
    digest: str = ""
    """Which figures that method had."""


class JournalEntry(Value):
    """One decision of one person. Entries are only ever appended; `id` grows with time."""

    id: int = 0
    at: datetime
    reviewer: str
    action: Action
    claims: tuple[ClaimRef, ...] = ()
    """What it is about: for a merge, the claims that belong together; for a split, those that do not belong with the others."""
    companions: tuple[ClaimRef, ...] = ()
    """The other claims of their groups as these were: a merge brings them along, a split parts its claims from them."""
    article: str | None = None
    verdict: Verdict | None = None
    scores: tuple[ScoreThen, ...] = ()
    """For a verdict: the scores of its claims as they were before it. Entries of older versions of the program hold none."""
    note: str | None = None
    evidence: tuple[str, ...] = ()
    """Addresses of what the verdict rests on."""
    attribution: AttributionCorrection | None = None
    correction: ArticleCorrection | None = None
    span: Span | None = None
    collapsed_into: str | None = None
    source: str | None = None
    """The key of the outlet or origin that a letter is given to."""
    letter: Letter | None = None
    """The letter given; F withdraws what was given before."""
    undoes: int | None = None
    """The entry that an undo takes back, or that a redo brings back."""


class JudgedClaim(Value):
    """A verdict of one reviewer on one claim that nobody took back, with the group that the claim is in today."""

    entry: int
    reviewer: str
    claim: str
    """As the journal remembers it."""
    verdict: Verdict
    in_force: bool
    """Whether it is the reviewer's last one on this claim."""
    score: ScoreThen | None = None
    """As it was before the verdict; None where that was not kept."""
    group: str | None = None
    """Today's group, or the claim where it has none; None where no claim stands there any more, or its article was withdrawn."""
    sourcing_type: SourcingType | None = None
    """Of the claim as it is read today."""
