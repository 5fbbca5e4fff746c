"""Undeclared echoes: what an outlet tells in its own voice and another report attributes; and agencies that an article credits."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from provenance.model.article import TextStatus
from provenance.model.chain import Collapse, IndependenceRule, PresumedOrigin, SuspectedEcho
from provenance.model.claim import ClaimInContext
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.confirmation import weight_of
from provenance.tracing.copying import Copies
from provenance.tracing.derivation import derived, unquoted
from provenance.tracing.independence import Independent
from provenance.tracing.limits import limit
from provenance.tracing.voices import shown_by


def suspected_echoes(members: Sequence[ClaimInContext], copies: Copies | None = None) -> tuple[SuspectedEcho, ...]:
    """For each claim that shows no origin the attributed one of another outlet, not known to be later, that it most likely repeats.

    Where an article says whom it republishes or credits, what it has from there is declared, and no suspicion.
    """
    said = sorted((item for item in members if shown_by(item)), key=_age)
    found = []
    for item in sorted((item for item in members if not shown_by(item)), key=lambda member: member.claim.id):
        likely = [echo for other in said if _may_repeat(item, other) and (echo := _echo(item, other, copies))]
        if likely:
            found.append(min(likely, key=lambda echo: not echo.earlier))
    return tuple(found)


def _age(item: ClaimInContext) -> tuple[date, str]:
    bounds = item.article.published
    return ((bounds and bounds.earliest) or date.max, item.claim.id)


def _may_repeat(item: ClaimInContext, other: ClaimInContext) -> bool:
    here, there = item.article, other.article
    one_house = here.outlet == there.outlet != "unknown"
    declared = {here.republished_from, *(credit.key for credit in here.credits)} - {None}
    through = {there.outlet, *(key for a in other.claim.own_attributions for key in (*a.chain, a.origin))}
    return here.id != there.id and not one_house and not declared & through and published_first(other, item) is not False


def published_first(a: ClaimInContext, b: ClaimInContext) -> bool | None:
    """Whether the first was published before the second; None where the days that are known leave it open."""
    one, other = a.article.published, b.article.published
    if one is None or other is None:
        return None
    if one.latest and other.earliest and one.latest < other.earliest:
        return True
    return False if other.latest and one.earliest and other.latest < one.earliest else None


def _echo(item: ClaimInContext, other: ClaimInContext, copies: Copies | None) -> SuspectedEcho | None:
    alike = _variant(item, other, copies)
    if alike is None:
        return None
    names = " and ".join(dict.fromkeys(attribution.origin_name or key for attribution, key in shown_by(other)))
    first = published_first(other, item) is True
    when = "published before" if first else "which may have been published before"
    restated = " (a text at hand is restated, so its words prove little)" if _restated(item) or _restated(other) else ""
    reason = f"it may repeat, without naming a source, what {other.article.outlet_name}, {when}, attributes to {names}: {alike}{restated}"
    return SuspectedEcho(claim=item.claim.id, of=other.claim.id, reason=reason, earlier=first)


def _restated(item: ClaimInContext) -> bool:
    return item.article.text_status is TextStatus.RESTATED


def _variant(item: ClaimInContext, other: ClaimInContext, copies: Copies | None) -> str | None:
    """Why one sentence is a close variant of another: a run of words, nearly the same told, or articles that derive from each other."""
    words = derived(unquoted(item.claim.text), unquoted(other.claim.text))
    if words:
        return words
    share = told_alike(aspects_of(item), aspects_of(other))
    if share >= limit("variant_share"):
        return f"of what the two tell, {round(100 * share)} % is the same"
    articles = copies.reason(item.claim.article, other.claim.article) if copies and share >= limit("variant_in_copies") else None
    return f"of what the two tell, {round(100 * share)} % is the same, and {articles}" if articles else None


def told_alike(a: Aspects, b: Aspects) -> float:
    """`told_share` of two claims; 0 where they have too few words in common for the one to be a variant of the other."""
    one, other = (x.deeds | x.told_names | x.figures for x in (a, b))
    return told_share(a, b) if len(one & other) >= limit("variant_terms") else 0.0


def told_share(a: Aspects, b: Aspects) -> float:
    """What two claims tell alike of all that either tells, each word by its rarity, 0 to 1; who says so does not count."""
    one, other = (x.deeds | x.told_names | x.figures for x in (a, b))
    return weight_of(one & other, a, b) / weight_of(one | other, a, b) if one & other else 0.0


def folded_echoes(
    members: Sequence[ClaimInContext], found: Independent, suspected: Sequence[SuspectedEcho], rejected: Collection[tuple[str, str]]
) -> Iterator[Collapse]:
    """Claims that show no origin and are folded into one that stands: by the words, or by what their article credits."""
    told = {item.claim.id: item for item in members}
    into = {collapse.claim: collapse.into for collapse in reversed(found.collapsed)}
    into.update((head.claim, origin.key) for head, origin in zip(found.heads, found.origins, strict=True))
    of = {echo.claim: echo for echo in suspected}
    for item in sorted(members, key=lambda member: member.claim.id):
        if shown_by(item) or not found.origins:
            continue
        echo = of.get(item.claim.id)
        words = derived(item.claim.text, told[echo.of].claim.text) if echo else None
        key = into.get(echo.of) if echo and words else None
        if key and (item.claim.id, key) not in rejected:
            yield Collapse(claim=item.claim.id, into=key, rule=IndependenceRule.TEXT_DERIVATION, reason=f"shows no source, but {words}")
            continue
        yield from _by_credit(item, found, rejected)


def _by_credit(item: ClaimInContext, found: Independent, rejected: Collection[tuple[str, str]]) -> Iterator[Collapse]:
    for head, origin in zip(found.heads, found.origins, strict=True):
        for credit in item.article.credits:
            through = {head.key, head.outlet, head.republished_from, *head.relays, *(other.key for other in head.credits)}
            if credit.key in through and (item.claim.id, origin.key) not in rejected:
                reason = f"shows no source, but its article credits {credit.name} (“{credit.words}”), through which {origin.name} speaks"
                yield Collapse(claim=item.claim.id, into=origin.key, rule=IndependenceRule.SHARED_CREDIT, reason=reason)
                return


def presumed_origins(members: Sequence[ClaimInContext], folded: Sequence[Collapse]) -> tuple[PresumedOrigin, ...]:
    """For claims in their outlet's own voice that no rule folded: the agency that their article credits, where it credits one only."""
    elsewhere = {collapse.claim for collapse in folded}
    return tuple(
        PresumedOrigin(
            claim=item.claim.id,
            key=credit.key,
            name=credit.name,
            reason=f"the article credits {credit.name} (“{credit.words}”); which of its sentences come from there, it does not say",
        )
        for item in sorted(members, key=lambda member: member.claim.id)
        if not shown_by(item) and item.claim.id not in elsewhere and len(item.article.credits) == 1
        for credit in item.article.credits
    )
