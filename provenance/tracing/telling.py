"""When a group's claims were told: the days of its first and its last article, as exactly as they are known."""

from collections.abc import Sequence
from datetime import date

from provenance.model.article import PublicationBounds
from provenance.model.chain import Told
from provenance.model.claim import ClaimInContext

_FIRST = "the first of the articles whose day is known"
_LAST = "the last of the articles whose day is known"


def told_by(members: Sequence[ClaimInContext]) -> Told:
    """When these claims were told; at least one claim.

    An article that can have appeared on several days leaves it open by as much: of one from May and one of 20 May the first appeared
    between the 1st and the 20th.
    """
    first_claim = min(members, key=lambda item: (_earliest(item), item.claim.id)).claim.id
    by_article = {item.article.id: item.article.published for item in members}
    dated = [bounds for bounds in by_article.values() if bounds and (bounds.earliest or bounds.latest)]
    starts, ends = [bounds.earliest for bounds in dated], [bounds.latest for bounds in dated]
    return Told(
        first_claim=first_claim,
        first=_bounds(None if None in starts else min(_known(starts)), min(_known(ends), default=None), _FIRST) if dated else None,
        last=_bounds(max(_known(starts), default=None), None if None in ends else max(_known(ends)), _LAST) if dated else None,
        undated=len(by_article) - len(dated),
    )


def _earliest(item: ClaimInContext) -> date:
    """By what a claim is known to be the first: the earliest day of its article, or else the last possible one."""
    bounds = item.article.published
    return (bounds and (bounds.earliest or bounds.latest)) or date.max


def _known(days: Sequence[date | None]) -> list[date]:
    return [day for day in days if day]


def _bounds(earliest: date | None, latest: date | None, basis: str) -> PublicationBounds:
    return PublicationBounds(earliest=earliest, latest=latest, basis=(basis,))
