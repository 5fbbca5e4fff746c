"""The key claim of an article: the one for whose sake it was written, as far as headline and lead show."""

from collections.abc import Sequence
from typing import NamedTuple

from provenance.extraction.head import shared, telling_stems
from provenance.model.claim import Claim


class KeyClaim(NamedTuple):
    """An article's key claim, and why this one."""

    claim: Claim
    why: str


def key_claim(title: str | None, claims: Sequence[Claim], least: float) -> KeyClaim | None:
    """The claim that says what the headline says; where none takes up a share of at least `least` of its telling words, the lead's first.

    A headline is no claim itself, and who stands behind it is told below it. None for an article without claims.
    """
    in_order = sorted(claims, key=lambda claim: claim.position)
    if not in_order:
        return None
    if title:
        shares = [shared(title, telling_stems(claim.text)) for claim in in_order]
        best = max(range(len(in_order)), key=lambda place: (shares[place], -place))
        if shares[best] >= least and shares[best] > 0:
            return KeyClaim(in_order[best], f"it says most of what the headline says ({shares[best]:.0%} of its telling words)")
    return KeyClaim(in_order[0], "the lead opens with it, and no claim repeats the headline" if title else "the lead opens with it")
