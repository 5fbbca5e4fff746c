"""Claims: sentences that state something checkable, who they are attributed to, and what in them can be compared."""

from datetime import date
from enum import StrEnum

from provenance.model.article import ArticleHead, Role
from provenance.model.source import SourcingType
from provenance.model.text import Span, Value


class Mode(StrEnum):
    """How the content is rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class HedgeKind(StrEnum):
    """Words that weaken a claim, by what they do."""

    HEARSAY = "hearsay"
    APPEARANCE = "appearance"
    MODAL = "modal"
    BELIEF = "belief"
    APPROXIMATOR = "approximator"
    DISTANCING = "distancing"


class Hedge(Value):
    """A weakening word or phrase, where it stands and what it does."""

    span: Span
    kind: HedgeKind


class DateMention(Value):
    """A time expression and the first and last day that it can mean; None leaves that side open.

    `basis` says in a few words what it was resolved against.
    """

    span: Span
    earliest: date | None = None
    latest: date | None = None
    basis: str = ""


class Precision(StrEnum):
    """How a quantity is bounded by the words around it."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Quantity(Value):
    """A number with what it counts: `about 300.000 people` is 300000, `about`, `people`."""

    span: Span
    value: float
    precision: Precision = Precision.EXACT
    unit: str | None = None
    """The counted noun or measure, folded to lower case and singular; None where the text gives none."""


class NameMention(Value):
    """A proper name where it stands, and the name it is short for where the text itself introduces the alias."""

    span: Span
    name: str
    full: str | None = None


class Attribution(Value):
    """Who a statement is attributed to: spans in the sense of PARC and PolNeAR, and the trail to the origin.

    `source` holds the words here, `antecedent` the mention elsewhere that they, or their absence, go back to.
    `chain` runs from the outlet over each relay to the origin, as keys; where no origin is shown it ends with the last relay.
    `confidence` lies in 0..1.
    """

    source: tuple[Span, ...] = ()
    antecedent: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    mode: Mode = Mode.INDIRECT
    sourcing_type: SourcingType
    origin: str | None = None
    origin_name: str | None = None
    """The origin in words for people, e.g. `an unnamed Turkish official`."""
    chain: tuple[str, ...] = ()
    party: str | None = None
    """The side that the origin belongs to, where the words show one: a state, body or group, as an English short name."""
    carried_over: bool = False
    nested: bool = False
    """Whether it stands inside what another one says: `X called on …` in `…, according to SANA`. Then it is no origin of the claim."""
    confidence: float = 1.0
    rule: str


class Sentence(Value):
    """One sentence of an article and what was read in it. Claims are sentences whose role is `claim`."""

    span: Span
    role: Role
    attributions: tuple[Attribution, ...] = ()
    stances: tuple[Attribution, ...] = ()
    """Attitudes and acts told in the outlet's own voice (`the two sides discussed …`): of type `unattributed`, without origin."""
    hedges: tuple[Hedge, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[NameMention, ...] = ()
    sourcing_type: SourcingType = SourcingType.UNATTRIBUTED


class Claim(Value):
    """A sentence of an article that states something checkable. `id` is a hash of the article's id and the span."""

    id: str
    article: str
    position: int
    """Its place among the article's sentences, from 0."""
    span: Span
    text: str
    """Equal to the article's text at `span`."""
    attributions: tuple[Attribution, ...] = ()
    stances: tuple[Attribution, ...] = ()
    """Attitudes and acts told in the outlet's own voice; no origins of the claim."""
    sourcing_type: SourcingType = SourcingType.UNATTRIBUTED
    """That of the first attribution; `unattributed` or `outlet_analysis` without one."""
    hedges: tuple[Hedge, ...] = ()
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    names: tuple[NameMention, ...] = ()
    themes: tuple[str, ...] = ()
    """Folded words of this claim that run through its whole article, and so tell it from no other claim of that article."""
    corrected: bool = False
    """Whether a person has corrected what the machine read; then no machine changes it again."""

    def words(self, span: Span) -> str:
        """The words at a place that lies inside this claim; an empty string for a place outside it."""
        if not self.span.contains(span):
            return ""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    @property
    def own_attributions(self) -> tuple[Attribution, ...]:
        """Who the claim is attributed to: those who say what the first one says.

        Not among them: who speaks inside another's words, and who says the other half of the sentence ("X said yes; Y said no").
        """
        outer = [a for a in self.attributions if not a.nested]
        return tuple(a for a in outer if a.cue == outer[0].cue or a.content == outer[0].content)

    @property
    def origins(self) -> tuple[str, ...]:
        """The keys of all origins that the claim shows, in order, without repetition."""
        return tuple(dict.fromkeys(a.origin for a in self.own_attributions if a.origin))


class ClaimInContext(Value):
    """A claim with the head of its article: what tracing and scoring work on."""

    claim: Claim
    article: ArticleHead
