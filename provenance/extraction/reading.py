"""Text in, claims out: one article read from its masthead to the attribution of every sentence."""

import hashlib
from bisect import bisect_left, bisect_right

from provenance.extraction.attribution.agentless import infers
from provenance.extraction.attribution.cues import cues_of
from provenance.extraction.attribution.discourse import Discourse
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.formats import Told, draft_of, told_by_layout
from provenance.extraction.attribution.quotations import quotations
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.sentence import drafts_of
from provenance.extraction.attribution.together import together
from provenance.extraction.attribution.tokens import Token, tokens_of
from provenance.extraction.attribution.trail import Trail
from provenance.extraction.attribution.voices import Voices
from provenance.extraction.hedges import find_hedges
from provenance.extraction.introductions import people_of
from provenance.extraction.masthead import read_masthead
from provenance.extraction.roles import read_sentences
from provenance.language.datelines import behind_dateline
from provenance.language.dates import dates_of_sentences
from provenance.language.detect import language_of
from provenance.language.names import find_names
from provenance.language.quantities import find_quantities
from provenance.language.sentences import blocks
from provenance.language.themes import themes_of
from provenance.model.article import Article, Document, Role, Stated
from provenance.model.claim import Attribution, Claim, Sentence
from provenance.model.source import SourcingType
from provenance.model.text import Span, Value
from provenance.registry import Registry

_LONGEST_SENTENCE = 400
"""Words and marks of a sentence that the rules read; more have no prose, but lists and broken text, and would cost their square."""
_DASHES = frozenset({"–", "—", "-", "--"})
_ABOUT_THE_TEXT = (Role.BYLINE, Role.DATELINE, Role.BOILERPLATE)
"""What tells of the text and nothing of its matter: who wrote it is nobody whom it quotes."""


class Reading(Value):
    """One article as read: its text and masthead, every sentence, and those that are claims."""

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


def article_id(outlet: str | None, text: str) -> str:
    """The id of a text published by an outlet: 16 hex digits of a SHA-256 over both."""
    return hashlib.sha256(f"{outlet or 'unknown'}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def claim_id(article: str, span: Span) -> str:
    """The id of the claim that stands at a place of an article: 12 hex digits of a SHA-256 over both."""
    return hashlib.sha256(f"{article}:{span.start}:{span.end}".encode()).hexdigest()[:12]


def read_article(document: Document, registry: Registry) -> Reading:
    """Read a document: masthead, sentences with their roles, attributions, hedges, dates, quantities and names."""
    masthead = read_masthead(document, registry)
    article = Article(
        id=article_id(masthead.outlet, document.text),
        refs=(document.ref,),
        text=document.text,
        masthead=masthead,
        stated=Stated(outlet=document.outlet, title=document.title, byline=document.byline, published=document.published),
        url=document.url,
        language=language_of(document.text),
        text_status=document.text_status,
        notes=document.notes,
    )
    return read_again(article, registry)


def read_again(article: Article, registry: Registry) -> Reading:
    """Read an article whose masthead stands, as after a correction by a person; its id stays as it is."""
    if article.language not in ("en", "und"):
        return Reading(article=article, sentences=_unread(article), claims=())
    text = article.text
    placed = read_sentences(text, article.masthead)
    spans = [span for span, _ in placed]
    own = [role is not Role.BOILERPLATE for _, role in placed]
    paragraphs = blocks(text)
    layout = told_by_layout(text, paragraphs)
    scenes = _scenes(text, placed, paragraphs, registry)
    named = _named_by_layout(layout, scenes)
    drafts = [_drafts(scene, told) if its else [] for scene, told, its in zip(scenes, named, own, strict=True)]
    heard = together(text, paragraphs, scenes, drafts, own)
    names = [find_names(text, span) for span in spans]
    trail = Trail(text, article.id, article.masthead)
    houses = {place.start for scene in scenes for place, _ in scene.outlets}
    told = [
        [name for name in found if name.span.start not in houses] if role not in _ABOUT_THE_TEXT else []
        for found, (_, role) in zip(names, placed, strict=True)
    ]
    people = people_of([scene.tokens for scene in scenes], told, {k for k, (_, role) in enumerate(placed) if role is Role.HEADLINE})
    discourse = Discourse(
        voices=Voices(trail, scenes, people),
        trail=trail,
        scenes=scenes,
        drafts=[each.drafts for each in heard],
        told=_told_elsewhere(layout, scenes),
        goes_on=[each.goes_on for each in heard],
        claims=[role is Role.CLAIM for _, role in placed],
        paragraphs=_paragraphs(text, spans),
    )
    attributions = discourse.attributions()
    dates = dates_of_sentences(text, spans, article.masthead.published)
    sentences = tuple(
        Sentence(
            span=span,
            role=role,
            attributions=tuple(a for a in found if each.keeps(a)),
            stances=tuple(trail.stance(draft) for draft in each.stances),
            hedges=tuple(find_hedges(text, span)),
            dates=tuple(when),
            quantities=tuple(find_quantities(text, span)),
            names=tuple(named),
            sourcing_type=_sourcing_type(found, scene),
        )
        for (span, role), scene, each, found, when, named in zip(placed, scenes, heard, attributions, dates, names, strict=True)
    )
    return Reading(article=article, sentences=sentences, claims=claims_of(article, sentences))


def _drafts(scene: Scene, told: Told | None) -> list[Draft]:
    """The attributions of a sentence by the rules; whoever the layout names goes first, the others speak inside what that one says."""
    found = drafts_of(scene)
    if told is None:
        return found
    named = draft_of(told, scene)
    return [named, *(d for d in found if not any(span.overlaps(named.source[0]) for span in d.source))]


def _told_elsewhere(layout: list[Told], scenes: list[Scene]) -> list[Told | None]:
    """For each sentence that the layout gives to somebody, where the name stands in another sentence, that paragraph."""
    starts = [scene.span.start for scene in scenes]
    found: list[Told | None] = [None] * len(scenes)
    for told in layout:
        for at in range(max(0, bisect_right(starts, told.said.start) - 1), bisect_left(starts, told.said.end)):
            span = scenes[at].span
            if found[at] is None and told.said.overlaps(span) and not span.contains(told.speaker):
                found[at] = told
    return found


def _named_by_layout(layout: list[Told], scenes: list[Scene]) -> list[Told | None]:
    """For each sentence the paragraph whose speaker the layout names in it."""
    starts = [scene.span.start for scene in scenes]
    found: list[Told | None] = [None] * len(scenes)
    for told in layout:
        at = bisect_right(starts, told.speaker.start) - 1
        if at >= 0 and found[at] is None and scenes[at].span.contains(told.speaker):
            found[at] = told
    return found


def claims_of(article: Article, sentences: tuple[Sentence, ...]) -> tuple[Claim, ...]:
    """The claims among the sentences of an article, in order."""
    claimed = [(position, s, s.span.within(article.text)) for position, s in enumerate(sentences) if s.role is Role.CLAIM]
    themes = themes_of([words for _, _, words in claimed])
    return tuple(
        Claim(
            id=claim_id(article.id, s.span),
            article=article.id,
            position=position,
            text=words,
            themes=its,
            **{
                name: getattr(s, name)
                for name in ("span", "attributions", "stances", "sourcing_type", "hedges", "dates", "quantities", "names")
            },
        )
        for (position, s, words), its in zip(claimed, themes, strict=True)
    )


def _unread(article: Article) -> tuple[Sentence, ...]:
    return tuple(Sentence(span=block, role=Role.OTHER) for block in blocks(article.text))


def _sourcing_type(found: list[Attribution], scene: Scene) -> SourcingType:
    if found:
        return found[0].sourcing_type
    return SourcingType.OUTLET_ANALYSIS if infers(scene) else SourcingType.UNATTRIBUTED


def _paragraphs(text: str, spans: list[Span]) -> list[int]:
    paragraphs, number, last = [], 0, 0
    for span in spans:
        number += "\n" in text[last : span.start]
        paragraphs.append(number)
        last = span.end
    return paragraphs


def _scenes(text: str, placed: list[tuple[Span, Role]], paragraphs: list[Span], registry: Registry) -> list[Scene]:
    marked = quotations(text, paragraphs)
    single = {at for q in marked if q.single for at in (q.span.start, *((q.span.end - 1,) if q.closed else ()))}
    named = registry.mentions(text)
    quoted_until, named_from = [q.span.end for q in marked], [place.start for place, _ in named]
    scenes = []
    for span, _ in placed:
        tokens = tokens_of(text, span, single, most=_LONGEST_SENTENCE)
        reach = slice(bisect_right(quoted_until, span.start), bisect_left(quoted_until, span.end) + 1)
        scenes.append(
            Scene(
                span=span,
                tokens=tokens,
                cues=cues_of(tokens),
                quotations=[q for q in marked[reach] if q.span.overlaps(span)],
                outlets=[
                    hit for hit in named[bisect_left(named_from, span.start) : bisect_left(named_from, span.end)] if span.contains(hit[0])
                ],
                body_start=_behind_dateline(text, span, tokens),
            )
        )
    return scenes


def _behind_dateline(text: str, span: Span, tokens: list[Token]) -> int:
    """Index of the first token behind the dateline that a sentence opens with, 0 without one."""
    letters = behind_dateline(span.within(text))
    return bisect_left(tokens, span.start + letters, key=lambda token: token.start) if letters else 0
