"""Where claims come from: groups of claims that say the same, their origins, and what contradicts them."""

from enum import StrEnum
from typing import NamedTuple

from provenance.model.article import PublicationBounds
from provenance.model.source import SourcingType
from provenance.model.text import Value


class Support(StrEnum):
    """How many independent origins stand behind a group of claims."""

    CORROBORATED = "corroborated"
    ECHO = "echo"
    SINGLE_SOURCE = "single_source"
    UNATTRIBUTED = "unattributed"


class ConflictStatus(StrEnum):
    """Whether something in the archive speaks against a claim."""

    NONE = "none"
    RECONCILABLE = "reconcilable"
    CONTESTED = "contested"


class Standing(StrEnum):
    """Support and conflict as shown to people; contested wins."""

    CORROBORATED = "corroborated"
    ECHO = "echo"
    SINGLE_SOURCE = "single_source"
    CONTESTED = "contested"
    UNATTRIBUTED = "unattributed"


class ConflictKind(StrEnum):
    """In what two claims differ."""

    SUPERLATIVE = "superlative"
    DATE = "date"
    QUANTITY = "quantity"
    NEGATION = "negation"
    PARTY = "party"
    PLACE = "place"
    MOTIVE = "motive"
    NAME_COLLISION = "name_collision"


class Severity(StrEnum):
    """How much a conflict weighs; `info` is a difference that is no contradiction."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


class Conflict(Value):
    """Two claims that differ, with the reason in words. `a` and `b` are claim ids, `a < b`."""

    a: str
    b: str
    kind: ConflictKind
    severity: Severity
    reason: str
    reconcile: str | None = None
    """What might reconcile the two: scope, time, precision."""


class IndependenceRule(StrEnum):
    """Why two reports of a claim count as one origin."""

    SHARED_ORIGIN = "shared_origin"
    SHARED_RELAY = "shared_relay"
    REPUBLICATION = "republication"
    COMMON_OWNER = "common_owner"
    TEXT_DERIVATION = "text_derivation"
    UNNAMED_OF_ONE_ARTICLE = "unnamed_of_one_article"
    SAME_BODY = "same_body"
    """One body or person under several names."""
    PERHAPS_SAME = "perhaps_same"
    """A mere description, such as `the ministry`, that may mean the other: not known to be one, and not known to be two."""
    ANOTHER_PART = "another_part"
    """Whoever tells another part of the event, or too little of the same to confirm the other's word."""
    SHARED_SLIP = "shared_slip"
    """The same misspelling, or the same odd way to write a name or number, that nobody else has."""
    SHARED_CREDIT = "shared_credit"
    """Somebody without a name, or nobody, in an article that credits the agency through which the other speaks."""
    ARTICLE_DERIVATION = "article_derivation"
    """Somebody without a name, in an article that shares long runs of words with the other's in several sentences."""
    UNSURE_READING = "unsure_reading"
    """A second source of one sentence that may only have been misread: it is shown, and counts no second time."""

    @property
    def inferred(self) -> bool:
        """Whether no words of the reports state that the two are one, and only signs speak for it."""
        return self not in (
            IndependenceRule.SHARED_ORIGIN,
            IndependenceRule.SHARED_RELAY,
            IndependenceRule.REPUBLICATION,
            IndependenceRule.COMMON_OWNER,
            IndependenceRule.UNNAMED_OF_ONE_ARTICLE,
        )


class Collapse(Value):
    """A claim folded into an origin that stands already, and why. A person can reject it."""

    claim: str
    into: str
    rule: IndependenceRule
    reason: str


class Origin(Value):
    """Where a shown trail ends: one independent voice behind a group."""

    key: str
    name: str
    sourcing_type: SourcingType
    party: str | None = None
    """The side it belongs to, where the words show one."""


class Told(Value):
    """When a group's claims were told, as far as that is known."""

    first_claim: str
    """The claim whose article has the earliest day on which it can have appeared; where no day is known, the one with the smallest id."""
    first: PublicationBounds | None = None
    """Within which days the first of the dated articles was published; None where no article is dated."""
    last: PublicationBounds | None = None
    """Within which days the last of the dated articles was published."""
    undated: int = 0
    """How many articles are of an unknown day; any of them may be earlier or later than these."""


class PresumedOrigin(Value):
    """Who may stand behind a claim that shows nobody: an agency that its article credits. Inferred; it is no origin that counts."""

    claim: str
    key: str
    name: str
    reason: str


class SuspectedEcho(Value):
    """A claim in its outlet's own voice that is a close variant of one that another outlet attributes. Inferred from the words."""

    claim: str
    of: str
    """The id of the attributed claim."""
    reason: str
    earlier: bool
    """Whether the attributed claim is known to be published before this one; where not, nobody can tell which came first."""


class ClaimGroup(Value):
    """Claims of different articles that say the same. Every claim is in exactly one group, if need be alone."""

    id: str
    claims: tuple[str, ...]
    origins: tuple[Origin, ...] = ()
    """The independent ones only."""
    outlets: tuple[str, ...] = ()
    support: Support = Support.UNATTRIBUTED
    conflict: ConflictStatus = ConflictStatus.NONE
    collapsed: tuple[Collapse, ...] = ()
    presumed: tuple[PresumedOrigin, ...] = ()
    suspected_echoes: tuple[SuspectedEcho, ...] = ()
    parties_only: bool = False
    """Whether every origin belongs to a party to the event."""
    adversaries_agree: bool = False
    """Whether origins of opposing parties say the same."""
    told: Told | None = None
    """None for a group that an older version traced."""

    @property
    def standing(self) -> Standing:
        """The one word shown in lists."""
        if self.conflict is ConflictStatus.CONTESTED:
            return Standing.CONTESTED
        return Standing(self.support.value)


class Stand(NamedTuple):
    """The group that a claim is in, and how many independent origins say so: what a contradiction by that claim rests on."""

    group: str
    origins: int


class StepKind(StrEnum):
    """What would settle how a group of claims stands."""

    FIND_ORIGIN = "find_origin"
    SECOND_ORIGIN = "second_origin"
    NON_PARTY = "non_party"
    DECIDING_RECORD = "deciding_record"


class Step(Value):
    """A missing step: what to look for, and why that. It says nothing about how likely the claim is."""

    kind: StepKind
    look_for: str
    reason: str
    against: tuple[str, ...] = ()
    """The ids of the claims on the other side, where a conflict is to be decided."""


class TraceNode(Value):
    """One knot of the tree drawn for a group: origins are roots, outlets are branches."""

    key: str
    label: str
    sourcing_type: SourcingType | None = None
    relation: str = ""
    """How it passes on what it has from the knot above it: `quotes`, `cites`, `republishes`, `publishes`, `repeats` without saying so."""
    claim: str | None = None
    is_this: bool = False
    echo: bool = False
    denial: bool = False
    inferred: str | None = None
    """Why the link is inferred and not stated; None where the words state it."""
    children: tuple["TraceNode", ...] = ()
