"""Builds claims in context for the tests of tracing."""

from collections.abc import Sequence
from datetime import date

from provenance.extraction.hedges import find_hedges
from provenance.language.names import find_names
from provenance.language.quantities import find_quantities
from provenance.model.article import ArticleHead, Credit, PublicationBounds, TextStatus
from provenance.model.claim import Attribution, Claim, ClaimInContext, DateMention
from provenance.model.source import SourcingType
from provenance.model.text import Span


def told(
    text: str,
    outlet: str,
    *,
    article: str | None = None,
    by: Sequence[tuple[str, SourcingType] | tuple[str, SourcingType, tuple[str, ...]]] = (),
    on: str | None = None,
    day: date | tuple[date, date] | None = None,
    printed: date | None = None,
    republished_from: str | None = None,
    party: str | None = None,
    names: str | None = None,
    credits: Sequence[str] = (),
    restated: bool = False,
) -> ClaimInContext:
    """A claim of an outlet; `by` gives origins with their types and relays, `on` the words in it that date it to `day`.

    `names` are the words in it that name the first of them; `credits` are keys of agencies that its article credits.
    """
    of = article or f"article-of-{outlet}"
    span = Span(0, len(text))
    attributions = []
    for place, (origin, kind, *relays) in enumerate(by):
        chain = (outlet, *(relays[0] if relays else ()), origin)
        start = text.index(names) if names and not place else None
        source = (Span(start, start + len(names or "")),) if start is not None else ()
        name = names if source and names else origin
        attributions.append(
            Attribution(sourcing_type=kind, source=source, origin=origin, origin_name=name, chain=chain, party=party, rule="test")
        )
    dates = []
    if on and day:
        first, last = day if isinstance(day, tuple) else (day, day)
        start = text.index(on)
        dates.append(DateMention(span=Span(start, start + len(on)), earliest=first, latest=last))
    claim = Claim(
        id=f"{of}/{text[:24]}",
        article=of,
        position=0,
        span=span,
        text=text,
        attributions=tuple(attributions),
        hedges=tuple(find_hedges(text, span)),
        sourcing_type=attributions[0].sourcing_type if attributions else SourcingType.UNATTRIBUTED,
        dates=tuple(dates),
        quantities=tuple(find_quantities(text, span)),
        names=tuple(find_names(text, span)),
    )
    bounds = PublicationBounds(earliest=printed, latest=printed, basis=("given",)) if printed else None
    head = ArticleHead(
        id=of,
        outlet=outlet,
        outlet_name=outlet,
        republished_from=republished_from,
        published=bounds,
        credits=tuple(Credit(key=key, name=key.upper(), words=f"With files from {key.upper()}") for key in credits),
        text_status=TextStatus.RESTATED if restated else TextStatus.AS_PUBLISHED,
    )
    return ClaimInContext(claim=claim, article=head)
