"""Who passes on what a source says, named within the words that name the source: "a source quoted by Reuters"."""

from bisect import bisect_left
from dataclasses import replace

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.phrase import span_of
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.wording import called_a_medium
from provenance.language.lexicon import words
from provenance.model.text import Span

QUOTING = frozenset({"quoted", "quotes", "cited", "cites"})
"""Verbs by which one who passes on names the source, behind "which"."""
_PASSED_ON_BY = words("cues", "passed_on")
_MEDIA = words("sources", "media", "heads")


def medium_in(scene: Scene, span: Span) -> Span | None:
    """The place that names a medium which passes on what others say: a known outlet, or "state television"."""
    hit = scene.outlet_in(span)
    if hit is not None:
        return hit[0]
    named = [t for t in scene.tokens if span.start <= t.start < span.end and t.is_word]
    return span if named and (named[-1].low in _MEDIA or called_a_medium(named)) else None


def relays_within(scene: Scene, where: tuple[int, int], spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """`a source quoted by Reuters`: the outlet behind "quoted by" passes on what the first words name.

    So does the one in front of `which quoted`: `the newspaper Hürriyet, which cited an official`.
    """
    tokens = scene.tokens
    for at in range(where[0] + 2, where[1] - 2):
        if tokens[at].low == "which" and tokens[at + 1].low in QUOTING:
            relay = medium_in(scene, Span(tokens[where[0]].start, tokens[at - 1].start))
            if relay is not None:
                return (relay,), span_of(tokens[at + 2 : where[1]])
    for at in range(where[0] + 1, where[1] - 1):
        if tokens[at].low in _PASSED_ON_BY and tokens[at + 1].low in ("by", "in", "on"):
            rest = Span(tokens[at].start, tokens[where[1] - 1].end)
            hit = scene.outlet_in(rest)
            if hit is not None:
                return (hit[0],), span_of(tokens[where[0] : at])
    return (), spans


def shown_to(scene: Scene, draft: Draft) -> Draft:
    """`Court documents seen by Reuters show …`: the document is the source, and the outlet that saw it passes it on."""
    if draft.relays or len(draft.source) != 1 or _PASSED_ON_BY.isdisjoint(scene.vocabulary):
        return draft
    where = bisect_left(scene.starts, draft.source[0].start), bisect_left(scene.starts, draft.source[0].end)
    relays, source = relays_within(scene, where, draft.source)
    return replace(draft, relays=relays, source=source) if relays else draft


def quoting_behind(scene: Scene, where: tuple[int, int]) -> tuple[int, int] | None:
    """`according to Interfax, | which quoted a ministry source, …`: where the one stands whom the outlet quotes."""
    tokens, end = scene.tokens, where[1]
    opens = [t.low for t in tokens[end : end + 3]]
    if opens[:2] != [",", "which"] or len(opens) < 3 or opens[2] not in QUOTING:
        return None
    if medium_in(scene, Span(tokens[where[0]].start, tokens[end - 1].end)) is None:
        return None
    return after(tokens, end + 3, greedy=True)
