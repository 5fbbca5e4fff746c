"""How things look: every sign, word and colour of the interface.

Every meaning has a word and a shape; colour comes third and may be missing.
"""

from dataclasses import dataclass, field

from textual.widget import Widget

from provenance.model.article import TextStatus
from provenance.model.chain import ConflictStatus, Standing
from provenance.model.queue import Order, QueueEntry
from provenance.model.review import Action, Verdict
from provenance.model.source import SourcingType

# --- signs -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Signs:
    """Every sign that the interface draws; one set for terminals that know Unicode and one for those that do not."""

    corroborated: str = "◆"
    echo: str = "≈"
    single_source: str = "○"
    contested: str = "×"
    unattributed: str = "·"
    cursor: str = "▶"
    marked: str = "■"
    unreviewed: str = "•"
    more: str = "…"
    times: str = "×"
    minus: str = "−"
    dash: str = "–"
    dot: str = "·"
    bar_full: str = "━"
    bar_empty: str = "╌"
    this_claim: str = "◀"
    open_knot: str = "▼"
    branch: str = "├─"
    last_branch: str = "└─"
    trunk: str = "│ "
    because: str = "↳"
    enter: str = "↵"
    checked: str = "✓"
    control: str = "␛"
    borders: str = "round"
    ascii: bool = False

    def standing(self, standing: Standing) -> str:
        """The sign of a standing."""
        return str(getattr(self, standing.value))

    def bar(self, part: float, width: int) -> str:
        """A bar of `width` cells of which `part` (0..1) is filled."""
        full = min(width, max(0, round(part * width)))
        return self.bar_full * full + self.bar_empty * (width - full)

    def conflict(self, conflict: ConflictStatus) -> str:
        """The sign of a conflict; a blank where there is none."""
        return {ConflictStatus.NONE: " ", ConflictStatus.RECONCILABLE: "?", ConflictStatus.CONTESTED: self.contested}[conflict]


UNICODE = Signs()
ASCII = Signs(
    corroborated="+",
    echo="~",
    single_source="o",
    contested="x",
    unattributed=".",
    cursor=">",
    marked="#",
    unreviewed="*",
    more="~",
    times="x",
    minus="-",
    dash="-",
    dot="-",
    bar_full="=",
    bar_empty="-",
    this_claim="<",
    open_knot="v",
    branch="|-",
    last_branch="`-",
    trunk="| ",
    because=">",
    enter="enter",
    checked="x",
    control="^",
    borders="ascii",
    ascii=True,
)


def signs_of(widget: Widget) -> Signs:
    """The signs that the running app draws with."""
    signs = getattr(widget.app, "signs", UNICODE)
    return signs if isinstance(signs, Signs) else UNICODE


# --- words -----------------------------------------------------------------------------------------------------------

STANDING_WORDS = {
    Standing.CORROBORATED: ("corroborated", "at least two independent origins say the same"),
    Standing.ECHO: ("echo", "several articles, one origin"),
    Standing.SINGLE_SOURCE: ("single source", "one article, an origin shown"),
    Standing.CONTESTED: ("contested", "as worded, this and another claim cannot both be true"),
    Standing.UNATTRIBUTED: ("unattributed", "no article shows an origin"),
}
CONFLICT_WORDS = {
    ConflictStatus.NONE: "",
    ConflictStatus.RECONCILABLE: "reconcilable",
    ConflictStatus.CONTESTED: "contested",
}
VERDICT_WORDS = {
    Verdict.SUPPORTED: ("S", "supported"),
    Verdict.REFUTED: ("R", "refuted"),
    Verdict.NOT_ENOUGH_EVIDENCE: ("E", "not enough evidence"),
    Verdict.CONFLICTING_EVIDENCE: ("C", "conflicting evidence"),
    Verdict.NOT_A_CLAIM: ("X", "not a claim"),
}
ORDER_WORDS = {
    Order.WEAKEST_FIRST: "weakest first",
    Order.STRONGEST_FIRST: "strongest first",
    Order.NEWEST_FIRST: "newest first",
    Order.OUTLET: "by outlet",
    Order.ARTICLE: "by article",
    Order.CONTESTED_FIRST: "contested first",
}
ACTION_WORDS = {
    Action.VERDICT: "verdict",
    Action.NOTE: "note",
    Action.CORRECT_ATTRIBUTION: "attribution set right",
    Action.MARK_CLAIM: "marked as a claim",
    Action.CORRECT_ARTICLE: "article set right",
    Action.WITHDRAW_ARTICLE: "article withdrawn",
    Action.REJECT_COLLAPSE: "origins held apart",
    Action.MERGE: "groups merged",
    Action.SPLIT: "split from the group",
    Action.GRADE_SOURCE: "source graded",
    Action.UNDO: "undone",
    Action.REDO: "redone",
}
TEXT_WORDS = {TextStatus.RESTATED: "restated text", TextStatus.TRANSLATED: "translated text"}
"""What is said of a text that is not the outlet's own wording."""
TYPES = {kind.value: kind for kind in SourcingType}
SHORT_TYPE_WORDS = {
    SourcingType.NAMED_OFFICIAL: "official",
    SourcingType.NAMED_EXPERT: "expert",
    SourcingType.NAMED_PERSON: "person",
    SourcingType.OFFICIAL_BODY: "body",
    SourcingType.STATE_AGENCY: "state",
    SourcingType.WIRE_AGENCY: "wire",
    SourcingType.MEDIA_OUTLET: "outlet",
    SourcingType.DOCUMENT: "document",
    SourcingType.ANONYMOUS_OFFICIAL: "unnamed",
    SourcingType.ANONYMOUS_INSIDER: "insider",
    SourcingType.ANONYMOUS_GROUP: "sources",
    SourcingType.VAGUE_ESTIMATE: "estimate",
    SourcingType.HEARSAY: "hearsay",
    SourcingType.OUTLET_ANALYSIS: "analysis",
    SourcingType.UNATTRIBUTED: "none",
}
"""Sourcing types where there is room for eight letters; the help explains each."""


def type_word(sourcing_type: SourcingType) -> str:
    """A sourcing type in words."""
    return sourcing_type.value.replace("_", " ")


def standing_words(entry: QueueEntry, signs: Signs) -> str:
    """The standing of a row in words, with the count that matters: articles of an echo."""
    word = STANDING_WORDS[entry.standing][0]
    if entry.standing is Standing.ECHO:
        return f"{word} {signs.times}{entry.group_articles}"
    if entry.conflict is ConflictStatus.RECONCILABLE:
        return f"{word} ?"
    return word


def text_word(status: TextStatus) -> str:
    """What is said of a text that is not the outlet's own wording; empty for one as it was published."""
    return TEXT_WORDS.get(status, "")


# --- colours ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Colours:
    """One theme's colours. Everything that is read stands at 4.5:1 or more against every ground it can stand on."""

    ground: str
    raised: str
    row: str
    claim: str
    text: str
    muted: str
    frame: str
    hedge: str
    focus: str
    standings: dict[Standing, str] = field(default_factory=dict)


DARK = Colours(
    ground="#101418",
    raised="#1A2027",
    row="#25303B",
    claim="#222C36",
    text="#E4E7EA",
    muted="#A0A0A0",
    frame="#47525E",
    hedge="#4A4F57",
    focus="#C9A7FF",
    standings={
        Standing.CORROBORATED: "#56B4E9",
        Standing.ECHO: "#A0A0A0",
        Standing.SINGLE_SOURCE: "#E69F00",
        Standing.CONTESTED: "#F0764A",
        Standing.UNATTRIBUTED: "#A0A0A0",
    },
)
LIGHT = Colours(
    ground="#FBFAF7",
    raised="#F1EFEA",
    row="#E4E6EC",
    claim="#EFEBDD",
    text="#1C1F23",
    muted="#555555",
    frame="#B3B0A8",
    hedge="#D3CEC0",
    focus="#6327A8",
    standings={
        Standing.CORROBORATED: "#00527A",
        Standing.ECHO: "#555555",
        Standing.SINGLE_SOURCE: "#7A4B00",
        Standing.CONTESTED: "#9C2F00",
        Standing.UNATTRIBUTED: "#555555",
    },
)


def standing_style(standing: Standing) -> str:
    """The name under which styled text finds a standing's colour."""
    return f"$standing-{standing.value.replace('_', '-')}"
