"""Sourcing debt: what an article, or an outlet, leaves its readers to find out about where its claims come from.

The counts overlap: a claim can be carried over from an unnamed source. They judge how a text shows its sources, not whether it is true.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.model.claim import Claim
from provenance.model.source import Family, SourcingType


@dataclass(frozen=True)
class Debt:
    """Counts of claims that leave open where they come from."""

    claims: int
    unattributed: int
    """Told in the outlet's own voice, with no source shown."""
    vague: int
    """Marked as hearsay, as an estimate or as the outlet's own inference: with words that show nobody."""
    anonymous: int
    carried_over: int
    """Their source is inferred from another sentence."""
    keys: int
    """Articles that have a key claim."""
    keys_sourced: int
    """Those of them whose key claim shows a source."""

    def share(self, count: int) -> float | None:
        """A count as a share of the claims, 0 to 1; None where there are none."""
        return count / self.claims if self.claims else None


def debt_of(claims: Sequence[Claim], key: Claim | None) -> Debt:
    """The debt of one article with this key claim; None where it has no claims."""
    types = [claim.sourcing_type for claim in claims]
    return Debt(
        claims=len(claims),
        unattributed=types.count(SourcingType.UNATTRIBUTED),
        vague=sum(kind.family is Family.NONE for kind in types) - types.count(SourcingType.UNATTRIBUTED),
        anonymous=sum(kind.family is Family.ANONYMOUS for kind in types),
        carried_over=sum(any(a.carried_over for a in claim.own_attributions[:1]) for claim in claims),
        keys=int(key is not None),
        keys_sourced=int(key is not None and key.sourcing_type.shows_origin),
    )


def total(debts: Iterable[Debt]) -> Debt:
    """The debt of several articles together: every claim counts as much as any other."""
    found = list(debts)
    names = ("claims", "unattributed", "vague", "anonymous", "carried_over", "keys", "keys_sourced")
    return Debt(**{name: sum(getattr(debt, name) for debt in found) for name in names})
