"""What people see: rows of the claim list, the card of one claim, the reader's page, lists of sources and articles."""

from enum import StrEnum

from pydantic import Field

from provenance.model.article import Article, PublicationBounds, TextStatus
from provenance.model.chain import ClaimGroup, Conflict, ConflictStatus, Standing, Step, Support, Told, TraceNode
from provenance.model.changes import Change
from provenance.model.claim import Claim
from provenance.model.reliability import Score, SourceRecord
from provenance.model.review import JournalEntry, Verdict
from provenance.model.source import SourcingType
from provenance.model.text import Span, Value


class Order(StrEnum):
    """In what order the queue is worked through."""

    WEAKEST_FIRST = "weakest_first"
    STRONGEST_FIRST = "strongest_first"
    NEWEST_FIRST = "newest_first"
    OUTLET = "outlet"
    ARTICLE = "article"
    CONTESTED_FIRST = "contested_first"


class ClaimQuery(Value):
    """Which claims, in which order. Empty tuples and None leave a field open; the filled ones all have to hold."""

    text: str = ""
    """Words that must all stand in the claim or its source, folded for case, diacritics and apostrophes."""
    outlets: tuple[str, ...] = ()
    """Registry keys, or parts of outlet names."""
    standings: tuple[Standing, ...] = ()
    supports: tuple[Support, ...] = ()
    conflicts: tuple[ConflictStatus, ...] = ()
    types: tuple[SourcingType, ...] = ()
    families: tuple[str, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    reviewed: bool | None = None
    disputed: bool = False
    """Only claims on which two reviewers differ."""
    article: str | None = None
    group: str | None = None
    origin: str | None = None
    source: str | None = None
    """Key of a source: claims that it published or is the origin of."""
    has_note: bool | None = None
    order: Order = Order.WEAKEST_FIRST


class QueueEntry(Value):
    """One row of the claim list: enough to draw it without another look at the database."""

    claim: str
    article: str
    group: str
    text: str
    outlet: str
    outlet_name: str
    text_status: TextStatus
    published: PublicationBounds | None
    support: Support
    conflict: ConflictStatus
    sourcing_type: SourcingType
    more_origins: int = 0
    """How many origins the claim shows besides the first."""
    group_articles: int = 1
    group_claims: int = 1
    group_origins: int = 0
    score: float
    low: float
    high: float
    grade: str
    verdict: Verdict | None = None
    """The verdict in force by the reviewer who asks."""
    other_verdicts: tuple[tuple[str, Verdict], ...] = ()
    """Verdicts in force by other reviewers, each with who gave it."""
    notes: int = 0
    carried_over: bool = False
    corrected: bool = False

    @property
    def standing(self) -> Standing:
        """The one word shown in lists."""
        if self.conflict is ConflictStatus.CONTESTED:
            return Standing.CONTESTED
        return Standing(self.support.value)


class GroupEntry(Value):
    """One row of the list of groups: enough to draw it without another look at the database."""

    id: str
    first: QueueEntry
    """The claim that stands for the group: of the article with the earliest day on which it can have appeared."""
    outlets: int
    told: Told | None = None

    @property
    def claim(self) -> str:
        """The id of the claim that stands for the group."""
        return self.first.claim


class Progress(Value):
    """How far a review has come: counts of claims that match a query."""

    matching: int
    reviewed: int
    total: int
    """All claims of the database, whatever the query."""
    total_reviewed: int

    @property
    def unreviewed(self) -> int:
        """How many matching claims wait for a verdict."""
        return self.matching - self.reviewed


class Facets(Value):
    """How many claims each filter value would leave, for the filter panel; keys as in `ClaimQuery`."""

    outlets: tuple[tuple[str, str, int], ...] = ()
    """Key, name, count."""
    standings: tuple[tuple[Standing, int], ...] = ()
    types: tuple[tuple[SourcingType, int], ...] = ()
    verdicts: tuple[tuple[Verdict | None, int], ...] = ()


class ClaimCard(Value):
    """Everything about one claim: what `show` and `explain` print and the lower half of the screen draws."""

    entry: QueueEntry
    claim: Claim
    article: Article
    score: Score
    group: ClaimGroup
    members: tuple[QueueEntry, ...]
    """All claims of the group, this one included, in order of publication where known."""
    conflicts: tuple[tuple[Conflict, QueueEntry], ...] = ()
    """Each with the claim on the other side."""
    tree: tuple[TraceNode, ...] = ()
    changes: tuple[Change, ...] = ()
    """What the reports of one origin's statement have otherwise from each to the next."""
    steps: tuple[Step, ...] = ()
    """What would settle how the group stands, the most pressing first."""
    journal: tuple[JournalEntry, ...] = ()
    """Every entry about the claim, oldest first, undone ones included."""


class Against(Value):
    """A claim of a group and one of another group that contradict each other."""

    conflict: Conflict
    ours: QueueEntry
    theirs: QueueEntry


class GroupCard(Value):
    """Everything about one group but its claims, which are listed by a query for the group."""

    entry: GroupEntry
    group: ClaimGroup
    against: tuple[Against, ...] = ()
    """The heaviest conflict with each other group, the heaviest first."""
    decisions: tuple[JournalEntry, ...] = ()
    """Merges, splits and rejected collapses in force about its claims, oldest first."""


class Marked(Value):
    """A sentence of an article with what the reader shows beside it."""

    span: Span
    role: str
    claim: Claim | None = None
    entry: QueueEntry | None = None


class ReadingView(Value):
    """A whole article, sentence by sentence, for the reader."""

    article: Article
    sentences: tuple[Marked, ...]


class SourceSummary(Value):
    """One outlet or origin in the list of sources."""

    key: str
    name: str
    kind: str
    owner: str | None = None
    letter: str = "F"
    letter_basis: str = "no letter given yet"
    stale: bool = False
    """Whether people gave the letter so long ago that it counts in part only."""
    articles: int = 0
    claims: int = 0
    """Claims that it published, or is the origin of."""
    supported: int = 0
    """Groups that it answers for and that were found supported; what it merely repeated is not among them."""
    refuted: int = 0
    open: int = 0
    published: int = 0
    """Claims that it published."""
    echoes: int = 0
    """Those of them that it has from elsewhere, where another article has the same from there too."""

    @property
    def claim(self) -> str:
        """What its row is known by in a list."""
        return self.key


class Partner(Value):
    """An outlet or origin that another one relies on, or is repeated by, and in how many claims."""

    key: str
    name: str
    claims: int


class SourceCard(Value):
    """Everything about one source."""

    summary: SourceSummary
    kind: SourcingType
    """In what capacity it speaks, as the registry or its last claim has it."""
    record: SourceRecord
    share: float
    """The share of its claims that hold, as far as verdicts and what is expected of its kind tell, 0..1."""
    low: float
    high: float
    level: float
    """The probability with which the share lies between `low` and `high`."""
    relies_on: tuple[Partner, ...] = ()
    repeated_by: tuple[Partner, ...] = ()
    letters: tuple[JournalEntry, ...] = ()
    """Every letter that was given, taken back or brought back, oldest first."""


class ArticleSummary(Value):
    """One article in the list of articles."""

    id: str
    title: str | None
    outlet: str
    outlet_name: str
    outlet_basis: str
    republished_from: str | None
    published: PublicationBounds | None
    language: str
    text_status: TextStatus
    claims: int
    reviewed: int
    unattributed: int = 0
    """Claims told in the outlet's own voice, with no source shown."""
    withdrawn: bool
    refs: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


class IntakeOutcome(StrEnum):
    """What became of one input."""

    TAKEN_IN = "taken_in"
    ALREADY_THERE = "already_there"
    REFUSED = "refused"


class IntakeItem(Value):
    """One input and what became of it; `message` says what happened, what it means and what to do."""

    ref: str
    outcome: IntakeOutcome
    article: str | None = None
    claims: int = 0
    message: str = ""
    notes: tuple[str, ...] = ()


class IntakeReport(Value):
    """What one intake did, input by input."""

    items: tuple[IntakeItem, ...] = ()
    stopped: bool = Field(default=False)
    """Whether it was stopped before the last input; what was taken in is kept."""
    notes: tuple[str, ...] = ()
    """What is to be said of the inputs as a whole, such as files of a folder that were left out."""

    def count(self, outcome: IntakeOutcome) -> int:
        """How many inputs had this outcome."""
        return sum(item.outcome is outcome for item in self.items)
