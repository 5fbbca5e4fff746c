"""The case of one claim: everything that a factor may look at, without names and words, so that claims of one kind share it."""

from enum import StrEnum
from typing import NamedTuple

from provenance.model.article import TextStatus
from provenance.model.chain import ConflictKind, ConflictStatus, Severity
from provenance.model.claim import HedgeKind, Mode
from provenance.model.reliability import SourceRecord
from provenance.model.source import SourcingType, Voice
from provenance.model.weighing import Place


class Reason(NamedTuple):
    """What one factor has to say of a case: a weight in log-odds, why, and which words it rests on.

    Names in `why` stand open, as in `heard through {hands}`; `particulars.py` says which there are.
    """

    weight: float
    why: str
    place: Place | None = None


class Hand(StrEnum):
    """What kind of house passed a claim on."""

    WIRE_AGENCY = "wire_agency"
    STATE_AGENCY = "state_agency"
    MEDIA_OUTLET = "media_outlet"
    UNKNOWN = "unknown"


class Against(NamedTuple):
    """One kind of contradiction that a claim's group stands in."""

    severity: Severity
    kind: ConflictKind
    reconcilable: bool = False
    origins: int = 1
    """How many independent origins stand behind it; 1 where none is shown, for somebody says it."""


NOBODY = SourceRecord(key="")
"""The record of a source that nobody has judged."""


class Case(NamedTuple):
    """What is known of a claim as far as it can bear on its score: two claims with equal cases have equal scores.

    A factor sees nothing else. What only tells claims apart, such as names and words, is in their particulars.
    """

    kind: SourcingType
    """In what capacity the origin speaks: the one behind the last relay, where another article shows it."""
    behind: bool = False
    """Whether another article showed the origin, and this one only a relay."""
    attributed: bool = False
    """Whether the claim names anybody; else it is told in the outlet's own voice."""
    origin_shown: bool = False
    known: bool = False
    """Whether there is a name to call the source by: the origin's, or the outlet's in its own voice."""
    party: bool = False
    carried_over: bool = False
    confidence: float = 1.0
    """That the source was read rightly, 0..1, to two decimals: as shown, so used."""
    mode: Mode = Mode.INDIRECT
    hands: tuple[Hand, ...] = ()
    """Who passed it on between the origin and the outlet, the outlet's side first."""
    record: SourceRecord = NOBODY
    """Of the source, without its key and what the letter rests on."""
    voice: Voice = Voice.PEOPLE
    """Whose past the record is: what is expected before the first verdict goes by this. It stays whoever else is found to say it."""
    dated: bool = False
    """Whether the day is known on which people gave the letter."""
    letter_age: int | None = None
    """Days since people gave the letter; None without a letter, or where its day or today's is not known."""
    hedges: tuple[HedgeKind, ...] = ()
    """Kinds of weakening words, in order."""
    weakening: tuple[HedgeKind, ...] = ()
    """Those of them that did not already make the sourcing type."""
    text: TextStatus = TextStatus.AS_PUBLISHED
    origins: tuple[SourcingType, ...] = ()
    """The capacities of the group's independent origins, in order of their words."""
    own: SourcingType | None = None
    """The capacity of that one of them which is the claim's own origin."""
    parties_only: bool = False
    adversaries_agree: bool = False
    sides_shown: bool = False
    """Whether the sides of the group's origins are known by name."""
    echoed: bool = False
    suspected_echo: bool = False
    conflict: ConflictStatus = ConflictStatus.NONE
    against: tuple[Against, ...] = ()
    """Every kind of contradiction once, in order."""


def apart_from_the_past(case: Case) -> Case:
    """The case without what is known of its source's past: claims of very many sources share the rest."""
    return case._replace(record=NOBODY, voice=Voice.PEOPLE, dated=False, letter_age=None)
