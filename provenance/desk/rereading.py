"""An article read anew with everything that people have set right about it: their word goes before the machine's."""

from collections.abc import Iterable, Sequence

from provenance.extraction import Reading, claim_id, read_again, slug
from provenance.extraction.masthead import read_masthead
from provenance.model.article import Article, Document, Masthead, Role
from provenance.model.claim import Attribution, Claim, Sentence
from provenance.model.review import Action, ArticleCorrection, AttributionCorrection, JournalEntry
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.registry import Registry

CORRECTIONS = (Action.CORRECT_ARTICLE, Action.WITHDRAW_ARTICLE, Action.CORRECT_ATTRIBUTION, Action.MARK_CLAIM)


def reread(article: Article, decisions: Sequence[JournalEntry], registry: Registry) -> Reading:
    """Read an article from its text alone and put the decisions in force on top, the later over the earlier."""
    masthead = read_masthead(as_document(article), registry)
    for entry in decisions:
        if entry.action is Action.CORRECT_ARTICLE and entry.correction is not None:
            masthead = _corrected_masthead(masthead, entry.correction, entry.reviewer, registry)
    withdrawn = any(entry.action is Action.WITHDRAW_ARTICLE for entry in decisions)
    reading = read_again(article.model_copy(update={"masthead": masthead, "withdrawn": withdrawn}), registry)
    claims = _with_marked(reading, decisions)
    for entry in decisions:
        if entry.action is Action.CORRECT_ATTRIBUTION and entry.attribution is not None:
            claims = [_corrected(c, entry.attribution, reading.article, registry) if _is_about(entry, c) else c for c in claims]
    return reading.model_copy(update={"claims": tuple(claims)})


def as_document(article: Article) -> Document:
    """The document that the article once was: its text and what was stated of it at intake."""
    return Document(
        ref=article.refs[0],
        text=article.text,
        outlet=article.stated.outlet,
        title=article.stated.title,
        byline=article.stated.byline,
        url=article.url,
        published=article.stated.published,
        text_status=article.text_status,
        notes=article.notes,
    )


def _corrected_masthead(masthead: Masthead, correction: ArticleCorrection, reviewer: str, registry: Registry) -> Masthead:
    changes: dict[str, object] = {}
    if correction.outlet is not None:
        known = registry.find(correction.outlet)
        changes |= {
            "outlet": known.key if known else slug(correction.outlet),
            "outlet_name": known.name if known else correction.outlet,
            "outlet_basis": f"set by {reviewer}",
            "outlet_span": None,
        }
        if changes["outlet"] == masthead.republished_from:
            changes |= {"republished_from": None, "republished_name": None, "republished_span": None}
    if correction.published is not None:
        changes["published"] = correction.published
    return masthead.model_copy(update=changes)


def _is_about(entry: JournalEntry, claim: Claim) -> bool:
    return any(
        ref.claim == claim.id or (ref.article == claim.article and ref.span.overlaps(claim.span) and ref.text in claim.text)
        for ref in entry.claims
    )


def _with_marked(reading: Reading, decisions: Iterable[JournalEntry]) -> list[Claim]:
    claims = {claim.span: claim for claim in reading.claims}
    for entry in decisions:
        if entry.action is not Action.MARK_CLAIM or entry.span is None or entry.span in claims:
            continue
        inside = [(k, s) for k, s in enumerate(reading.sentences) if s.span.overlaps(entry.span)]
        position, sentence = inside[0] if inside else (len(reading.sentences), Sentence(span=entry.span, role=Role.CLAIM))
        claims[entry.span] = Claim(
            id=claim_id(reading.article.id, entry.span),
            article=reading.article.id,
            position=position,
            span=entry.span,
            text=entry.span.within(reading.article.text),
            attributions=sentence.attributions if sentence.span == entry.span else (),
            sourcing_type=sentence.sourcing_type if sentence.span == entry.span else SourcingType.UNATTRIBUTED,
            dates=tuple(d for d in sentence.dates if entry.span.contains(d.span)),
            quantities=tuple(q for q in sentence.quantities if entry.span.contains(q.span)),
            names=tuple(n for n in sentence.names if entry.span.contains(n.span)),
            hedges=tuple(h for h in sentence.hedges if entry.span.contains(h.span)),
            corrected=True,
        )
    return sorted(claims.values(), key=lambda claim: claim.span)


def _corrected(claim: Claim, correction: AttributionCorrection, article: Article, registry: Registry) -> Claim:
    first = claim.attributions[0] if claim.attributions else None
    kind = correction.sourcing_type or (first.sourcing_type if first else SourcingType.UNATTRIBUTED)
    if kind is SourcingType.UNATTRIBUTED or kind is SourcingType.OUTLET_ANALYSIS:
        return claim.model_copy(update={"attributions": (), "sourcing_type": kind, "corrected": True})
    source = correction.source if correction.source is not None else (first.source if first else ())
    name = correction.origin_name or (_words(article, source) if correction.source else None) or (first.origin_name if first else None)
    origin = _origin(name, kind, first, correction, article, registry)
    head = tuple(link for link in (article.outlet_key, article.masthead.republished_from) if link)
    relays = tuple(link for link in first.chain if link != first.origin and link not in head) if first else ()
    attribution = Attribution(
        source=source,
        antecedent=first.antecedent if first and correction.source is None else (),
        cue=first.cue if first else (),
        content=first.content if first else (claim.span,),
        sourcing_type=kind,
        origin=origin,
        origin_name=name,
        chain=tuple(dict.fromkeys((*head, *relays, *((origin,) if origin else ())))),
        party=first.party if first else None,
        carried_over=first.carried_over if first and correction.source is None else False,
        confidence=1.0,
        rule="set by a person",
    )
    return claim.model_copy(update={"attributions": (attribution, *claim.attributions[1:]), "sourcing_type": kind, "corrected": True})


def _words(article: Article, source: tuple[Span, ...]) -> str | None:
    return " ".join(span.within(article.text) for span in source) or None


def _origin(
    name: str | None, kind: SourcingType, first: Attribution | None, correction: AttributionCorrection, article: Article, registry: Registry
) -> str | None:
    if not kind.shows_origin:
        return None
    if first is not None and first.origin and correction.origin_name is None and correction.source is None:
        return first.origin
    if name is None:
        return f"unnamed@{article.outlet_key}:{article.id[:8]}"
    known = registry.find(name)
    if known:
        return known.key
    return f"unnamed-{slug(name)}@{article.outlet_key}:{article.id[:8]}" if kind.family.value == "anonymous" else slug(name)
