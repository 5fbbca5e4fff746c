"""Sources: in what capacity somebody speaks, and the outlets and agencies that we know by name."""

from datetime import date
from enum import StrEnum

from provenance.model.reliability import Letter
from provenance.model.text import Value


class Family(StrEnum):
    """The four families of sourcing types."""

    NAMED = "named"
    INSTITUTION = "institution"
    ANONYMOUS = "anonymous"
    NONE = "none"


class Voice(StrEnum):
    """Whose past a track record is: what is expected of a source before its first verdict goes by this."""

    PEOPLE = "people"
    """Named or not: the same person has one past, whether or not an outlet gives the name."""
    OFFICIAL_BODY = "official_body"
    STATE_AGENCY = "state_agency"
    WIRE_AGENCY = "wire_agency"
    MEDIA_OUTLET = "media_outlet"
    DOCUMENT = "document"


class SourcingType(StrEnum):
    """In what capacity the origin of a claim speaks; each member carries its family and a definition."""

    family: Family
    definition: str

    def __new__(cls, value: str, family: Family, definition: str) -> "SourcingType":
        """A member that is a plain string to the outside and knows its family."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.family = family
        member.definition = definition
        return member

    NAMED_OFFICIAL = "named_official", Family.NAMED, "An office-holder or spokesperson who is given by name."
    NAMED_EXPERT = "named_expert", Family.NAMED, "An analyst, academic or specialist who is given by name."
    NAMED_PERSON = "named_person", Family.NAMED, "Any other person who is given by name."
    OFFICIAL_BODY = "official_body", Family.INSTITUTION, "A government, ministry, court, army or other institution that speaks as a body."
    STATE_AGENCY = "state_agency", Family.INSTITUTION, "A news agency or broadcaster run by a state, such as SANA, Anadolu or TASS."
    WIRE_AGENCY = "wire_agency", Family.INSTITUTION, "An independent wire service, such as Reuters, AP or AFP."
    MEDIA_OUTLET = "media_outlet", Family.INSTITUTION, "Another outlet, as the last source that is shown."
    DOCUMENT = "document", Family.INSTITUTION, "A text, record, law, poll or data set."
    ANONYMOUS_OFFICIAL = "anonymous_official", Family.ANONYMOUS, "An office-holder who is not named."
    ANONYMOUS_INSIDER = "anonymous_insider", Family.ANONYMOUS, "An unnamed person described by what they have access to."
    ANONYMOUS_GROUP = "anonymous_group", Family.ANONYMOUS, "Several unnamed sources, in the plural."
    VAGUE_ESTIMATE = "vague_estimate", Family.NONE, "An estimate or report that nobody is given for."
    HEARSAY = "hearsay", Family.NONE, "Something that is said, without saying by whom."
    OUTLET_ANALYSIS = "outlet_analysis", Family.NONE, "The outlet's own inference or opinion, marked as such by its words."
    UNATTRIBUTED = "unattributed", Family.NONE, "The outlet's own voice, with no source shown."

    @property
    def shows_origin(self) -> bool:
        """Whether a claim of this type has an origin outside the outlet's own voice."""
        return self.family is not Family.NONE

    @property
    def voice(self) -> Voice:
        """Whose past it is that speaks for such a source; where nobody outside is shown, the outlet's."""
        if self.family in (Family.NAMED, Family.ANONYMOUS):
            return Voice.PEOPLE
        return Voice(self.value) if self.shows_origin else Voice.MEDIA_OUTLET


class OutletKind(StrEnum):
    """What kind of house publishes under a name."""

    WIRE_AGENCY = "wire_agency"
    STATE_AGENCY = "state_agency"
    STATE_BROADCASTER = "state_broadcaster"
    PUBLIC_BROADCASTER = "public_broadcaster"
    BROADCASTER = "broadcaster"
    NEWSPAPER = "newspaper"
    NEWS_SITE = "news_site"
    MAGAZINE = "magazine"
    MONITOR = "monitor"
    """An organisation that documents events, such as a war monitor or a rights group."""
    PLACEHOLDER = "placeholder"
    """Stands for a publisher that is not known, so that its article can be told apart."""


class Assessment(Value):
    """A dated outside judgement of an outlet's reliability, as an Admiralty letter with its citation."""

    letter: Letter
    on: date
    by: str
    citation: str


class Outlet(Value):
    """A publisher or agency, as the registry knows it. Facts only."""

    key: str
    name: str
    kind: OutletKind
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    state: str | None = None
    """The state that runs it, as an English short name; None where no state does."""
    country: str | None = None
    assessment: Assessment | None = None

    @property
    def sourcing_type(self) -> SourcingType:
        """The sourcing type of a claim whose last shown source is this outlet."""
        if self.kind is OutletKind.WIRE_AGENCY:
            return SourcingType.WIRE_AGENCY
        if self.kind in (OutletKind.STATE_AGENCY, OutletKind.STATE_BROADCASTER):
            return SourcingType.STATE_AGENCY
        if self.kind is OutletKind.MONITOR:
            return SourcingType.OFFICIAL_BODY
        return SourcingType.MEDIA_OUTLET
