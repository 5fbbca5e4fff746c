"""Articles: what an importer passes on, what the masthead shows, and the text as it is kept."""

from datetime import date
from enum import StrEnum

from provenance.model.text import Span, Value


class TextStatus(StrEnum):
    """How the text at hand relates to what the outlet printed."""

    AS_PUBLISHED = "as_published"
    RESTATED = "restated"
    """Same statements in other words; nothing in it may be quoted as the outlet's wording."""
    TRANSLATED = "translated"
    """Rendered from another language; its words are the translator's, and may not be quoted as the outlet's either."""


class Role(StrEnum):
    """What a sentence is in its article. Only a `claim` states something to be checked."""

    CLAIM = "claim"
    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    BOILERPLATE = "boilerplate"
    QUESTION = "question"
    OTHER = "other"


class PublicationBounds(Value):
    """The first and the last day on which the article can have been published; None leaves that side open.

    `basis` holds the reasons, one sentence each, quoting the words they rest on; it is never empty.
    """

    earliest: date | None = None
    latest: date | None = None
    basis: tuple[str, ...]

    @property
    def exact(self) -> bool:
        """Whether a single day is left."""
        return self.earliest is not None and self.earliest == self.latest


class Document(Value):
    """One text as an importer passes it on: the container's own statements, nothing read off the text yet."""

    ref: str
    """The input's own id, else its path; shown to people and echoed by `analyze`."""
    text: str
    outlet: str | None = None
    """Registry key, name or domain of the publisher, where the container or the user states it."""
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    text_status: TextStatus = TextStatus.AS_PUBLISHED
    notes: tuple[str, ...] = ()
    """What the importer had to do to read it, e.g. an encoding that was detected; one sentence each."""


class Credit(Value):
    """An agency or outlet that a text names as one of its makers; which of its sentences come from there, it does not say."""

    key: str
    """Registry key."""
    name: str
    words: str
    """The credit as it stands there, or the stated byline that holds the name."""
    span: Span | None = None
    """Where the name stands in the text; None where only the container states it."""
    whole: bool = False
    """Whether the words speak of the whole text ("Source: AFP"), and not of a part ("with files from AFP")."""


class Masthead(Value):
    """Who published the article and when, with the words in the text that say so."""

    outlet: str | None = None
    """Registry key; None where the text does not say and nobody told us."""
    outlet_name: str | None = None
    """The name as known to the registry, or as written where the registry does not know it."""
    outlet_basis: str = "not stated"
    outlet_span: Span | None = None
    republished_from: str | None = None
    republished_name: str | None = None
    republished_span: Span | None = None
    title: str | None = None
    byline: str | None = None
    published: PublicationBounds | None = None
    credits: tuple[Credit, ...] = ()
    """Whom the text names as its makers besides these."""


class Stated(Value):
    """What the container or the user stated of an article at intake; the masthead can be read anew from it and the text."""

    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    published: date | None = None


class Article(Value):
    """One text published by one outlet. `id` is a hash of outlet and text."""

    id: str
    refs: tuple[str, ...]
    text: str
    masthead: Masthead
    stated: Stated = Stated()
    url: str | None = None
    language: str = "en"
    """BCP 47 tag; `und` where it could not be told. Only `en` is read for claims."""
    text_status: TextStatus = TextStatus.AS_PUBLISHED
    notes: tuple[str, ...] = ()
    withdrawn: bool = False

    @property
    def outlet_key(self) -> str:
        """The key that opens every chain: the outlet's, or `unknown`."""
        return self.masthead.outlet or "unknown"

    @property
    def outlet_name(self) -> str:
        """The publisher's name for people to read."""
        return self.masthead.outlet_name or "publisher unknown"


class ArticleHead(Value):
    """What tracing and scoring need to know of a claim's article: everything but its text."""

    id: str
    outlet: str = "unknown"
    outlet_name: str = "publisher unknown"
    republished_from: str | None = None
    published: PublicationBounds | None = None
    title: str | None = None
    text_status: TextStatus = TextStatus.AS_PUBLISHED
    credits: tuple[Credit, ...] = ()

    @classmethod
    def of(cls, article: Article) -> "ArticleHead":
        """The head of an article."""
        return cls(
            id=article.id,
            outlet=article.outlet_key,
            outlet_name=article.outlet_name,
            republished_from=article.masthead.republished_from,
            published=article.masthead.published,
            title=article.masthead.title,
            text_status=article.text_status,
            credits=article.masthead.credits,
        )
