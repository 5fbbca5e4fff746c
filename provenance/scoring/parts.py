"""Who answers for a claim, who only repeats it, and whose record speaks for it."""

from provenance.model.chain import ClaimGroup, IndependenceRule
from provenance.model.claim import Claim, ClaimInContext
from provenance.model.reliability import Part
from provenance.scoring.factors.speaking import origin_behind

_NO_ECHO = (
    IndependenceRule.UNNAMED_OF_ONE_ARTICLE,
    IndependenceRule.PERHAPS_SAME,
    IndependenceRule.ANOTHER_PART,
    IndependenceRule.UNSURE_READING,
)
"""Collapses after which nobody is known to have repeated anybody."""

NOBODY = "unknown"
"""Publishers that are not known share no record."""


def judged_source(claim: Claim, outlet: str, group: ClaimGroup | None = None) -> str:
    """The key whose record speaks for a claim: its first origin, or its outlet (given as a key) where it shows none.

    With the claim's `group`, a relay's place is taken by the origin that another article shows behind it.
    """
    behind = origin_behind(claim, group) if group is not None else None
    if behind is not None:
        return behind.key
    origins = claim.origins
    return origins[0] if origins else outlet


def parts_of(item: ClaimInContext, group: ClaimGroup) -> tuple[Part, ...]:
    """What part each source has in a claim, given its group.

    Its origins answer for it. An outlet answers for what it says in its own voice, and for nothing that it has from others, named or
    not (`it is said that …`): whoever repeats does not vouch. In a republished text it is the first publisher's voice.
    """
    claim, article = item.claim, item.article
    judged = judged_source(claim, article.outlet, group)
    origins = claim.origins if origin_behind(claim, group) is None else (judged, *claim.origins[1:])
    answering = set(origins) if claim.attributions else {article.republished_from or article.outlet}
    repeats = article.outlet not in origins and (
        article.republished_from not in (None, article.outlet)
        or any(c.rule not in _NO_ECHO and c.claim == claim.id for c in group.collapsed)
    )
    return tuple(
        Part(
            key,
            speaks=key == judged and key != NOBODY,
            answers=key in answering and key != NOBODY,
            publishes=key == article.outlet,
            repeats=repeats and key == article.outlet,
        )
        for key in dict.fromkeys((judged, *sorted(answering), article.outlet))
    )
