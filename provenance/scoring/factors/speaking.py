"""Who speaks in a claim: the source by name, the side it belongs to, and those through whose hands it came."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from provenance.model.article import ArticleHead
from provenance.model.chain import ClaimGroup, Conflict, IndependenceRule, Origin, Stand
from provenance.model.claim import Attribution, Claim
from provenance.model.reliability import SourceRecord
from provenance.model.source import Outlet, SourcingType
from provenance.scoring.factors.case import Hand

NOT_KNOWN: Mapping[str, Stand] = {}


class Surroundings(NamedTuple):
    """A claim with everything around it that scoring is given."""

    claim: Claim
    article: ArticleHead
    group: ClaimGroup
    conflicts: Sequence[Conflict]
    record: SourceRecord
    outlets: Mapping[str, Outlet]
    on: date | None
    """The day from which the age of a letter is counted."""
    stands: Mapping[str, Stand] = NOT_KNOWN
    """For claims on the other side of conflicts: how many independent origins say so."""

    def name_of(self, key: str | None) -> str | None:
        """The name behind a key, as the registry or the group knows it; else the key itself, in words."""
        if key is None:
            return None
        if key in self.outlets:
            return self.outlets[key].name
        return next((origin.name for origin in self.group.origins if origin.key == key), key.replace("-", " "))

    def kind_of_hand(self, key: str) -> Hand:
        """What kind of house a relay is."""
        outlet = self.outlets.get(key)
        if outlet is None:
            return Hand.UNKNOWN
        kind = outlet.sourcing_type
        return Hand(kind.value) if kind in (SourcingType.WIRE_AGENCY, SourcingType.STATE_AGENCY) else Hand.MEDIA_OUTLET


class Speaking(NamedTuple):
    """Who says a claim."""

    attribution: Attribution | None
    """The first one, which decides the sourcing type; None in the outlet's own voice."""
    behind: Origin | None
    """The origin that another article of the group shows behind the relay with which this claim's own trail ends."""
    source: str | None
    """The origin in words for people; the outlet where it speaks in its own voice; None where neither is known."""
    side: str | None
    """The side that the source belongs to, where the words show one."""
    hands: tuple[str, ...]
    """The keys of those who passed it on between the origin and the outlet, the outlet's side first."""


def speaking(around: Surroundings) -> Speaking:
    """Who says a claim, by itself and by what its group shows."""
    attribution = around.claim.attributions[0] if around.claim.attributions else None
    behind = origin_behind(around.claim, around.group)
    if attribution is None:
        article = around.article
        source = None if article.outlet == "unknown" else article.outlet_name
        republished = article.republished_from
        return Speaking(None, None, source, None, (republished,) if republished and republished != article.outlet else ())
    passed_on = attribution.chain[1:]
    if behind is not None:
        return Speaking(attribution, behind, behind.name, behind.party, passed_on)
    hands = passed_on[:-1] if passed_on[-1:] == (attribution.origin,) else passed_on
    return Speaking(attribution, None, attribution.origin_name or around.name_of(attribution.origin), attribution.party, hands)


def origin_behind(claim: Claim, group: ClaimGroup) -> Origin | None:
    """The origin of the group whose relay is this claim's last shown source: what `Reuters said` here goes back to elsewhere."""
    for collapse in group.collapsed:
        if (
            collapse.claim == claim.id
            and collapse.rule is IndependenceRule.SHARED_RELAY
            and claim.origins[:1] not in ((), (collapse.into,))
        ):
            return next((o for o in group.origins if o.key == collapse.into and o.sourcing_type is not claim.sourcing_type), None)
    return None
