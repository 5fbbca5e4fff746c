"""The case of one claim: everything that a factor may look at, and what a factor answers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from provenance.model.article import ArticleHead
from provenance.model.chain import ClaimGroup, Conflict
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

    @property
    def attribution(self) -> Attribution | None:
        """The first attribution, which decides the sourcing type; None in the outlet's own voice."""
        return self.claim.attributions[0] if self.claim.attributions else None

    @property
    def sourcing_type(self) -> SourcingType:
        """In what capacity the origin speaks."""
        return self.claim.sourcing_type

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
        behind = attribution.chain[1:]
        return behind[:-1] if behind and behind[-1] == attribution.origin else behind


def case_of(
    claim: Claim,
    article: ArticleHead,
    group: ClaimGroup,
    conflicts: Sequence[Conflict],
    method: Method,
    record: SourceRecord,
    outlets: Mapping[str, Outlet],
) -> Case:
    """The case of a claim; conflicts that touch no claim of its group are left aside."""
    members = {claim.id, *group.claims}
    return Case(claim, article, group, tuple(c for c in conflicts if c.a in members or c.b in members), method, record, outlets)
