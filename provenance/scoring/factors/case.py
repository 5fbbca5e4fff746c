"""The case of one claim: everything that a factor may look at, and what a factor answers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from provenance.model.article import ArticleHead
from provenance.model.chain import ClaimGroup, Conflict, IndependenceRule, Origin
from provenance.model.claim import Attribution, Claim
from provenance.model.reliability import SourceRecord
from provenance.model.source import Outlet, SourcingType
from provenance.model.text import Span
from provenance.scoring.method import Method


class Reason(NamedTuple):
    """What one factor has to say of a case: a weight in log-odds, why, and where the words stand that it rests on."""

    weight: float
    why: str
    quote: Span | None = None


class Case(NamedTuple):
    """A claim with its article's head, its group, what speaks against it, the record of its source, and the method."""

    claim: Claim
    article: ArticleHead
    group: ClaimGroup
    conflicts: tuple[Conflict, ...]
    method: Method
    record: SourceRecord
    outlets: Mapping[str, Outlet]
    behind: Origin | None = None
    """The origin that another article of the group shows behind the relay with which this claim's own trail ends."""

    @property
    def attribution(self) -> Attribution | None:
        """The first attribution, which decides the sourcing type; None in the outlet's own voice."""
        return self.claim.attributions[0] if self.claim.attributions else None

    @property
    def sourcing_type(self) -> SourcingType:
        """In what capacity the origin speaks."""
        return self.behind.sourcing_type if self.behind else self.claim.sourcing_type

    @property
    def source_words(self) -> Span | None:
        """Where the source is named: in the claim, else where the words or their absence go back to."""
        attribution = self.attribution
        if attribution is None:
            return None
        places = attribution.source or attribution.antecedent or attribution.cue
        return places[0] if places else None

    @property
    def source_name(self) -> str | None:
        """The origin in words for people; the outlet where it speaks in its own voice; None where neither is known."""
        attribution = self.attribution
        if self.behind is not None:
            return self.behind.name
        if attribution is None:
            return None if self.article.outlet == "unknown" else self.article.outlet_name
        return attribution.origin_name or self.name_of(attribution.origin)

    def name_of(self, key: str | None) -> str | None:
        """The name behind a key, as the registry or the group knows it; else the key itself, in words."""
        if key is None:
            return None
        if key in self.outlets:
            return self.outlets[key].name
        for origin in self.group.origins:
            if origin.key == key:
                return origin.name
        return key.replace("-", " ")

    @property
    def relays(self) -> tuple[str, ...]:
        """The keys of those who passed it on between the origin and the outlet, the outlet's side first."""
        attribution = self.attribution
        if attribution is None:
            republished = self.article.republished_from
            return (republished,) if republished and republished != self.article.outlet else ()
        passed_on = attribution.chain[1:]
        ends_here = self.behind is None and passed_on[-1:] == (attribution.origin,)
        return passed_on[:-1] if ends_here else passed_on


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


def case_of(
    claim: Claim,
    article: ArticleHead,
    group: ClaimGroup,
    conflicts: Sequence[Conflict],
    method: Method,
    record: SourceRecord,
    outlets: Mapping[str, Outlet],
) -> Case:
    """The case of a claim; conflicts that touch no claim of its group are left aside, and so is a record that is not of its source."""
    members = {claim.id, *group.claims}
    behind = origin_behind(claim, group) if group.collapsed else None
    if record.key == "unknown" or (behind is not None and record.key != behind.key):
        record = SourceRecord(key=behind.key if behind else record.key)
    touching = tuple(c for c in conflicts if c.a in members or c.b in members)
    return Case(claim, article, group, touching, method, record, outlets, behind)
