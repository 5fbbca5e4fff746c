"""Statements that nobody is given for: hearsay, and what the outlet itself infers."""

from functools import cache

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.scene import Scene
from provenance.language.lexicon import phrases, words
from provenance.model.source import SourcingType
from provenance.model.text import Span

_BE = frozenset({"is", "are", "was", "were", "been", "being"})


@cache
def _clauses(kind: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases(kind, "clauses"):
        parts = tuple(phrase.split())
        by_first.setdefault(parts[0], []).append(parts)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}


def _clause_at(scene: Scene, at: int, kind: str) -> int | None:
    """Index behind a fixed phrase that begins with this token; adverbs may stand inside ("it is now widely said")."""
    tokens = scene.tokens
    for parts in _clauses(kind).get(tokens[at].low, ()):
        k = at
        for part in parts:
            while k < len(tokens) and k > at and tokens[k].low != part and (tokens[k].low in ("also", "now", "widely", "generally", "often", "currently", "sometimes") or tokens[k].low.endswith("ly")):
                k += 1
            if k >= len(tokens) or tokens[k].low != part:
                break
            k += 1
        else:
            return k
    return None


def hearsay(scene: Scene) -> list[Draft]:
    """`It is said that …`, `reportedly`, `is believed to`: said, without saying by whom."""
    tokens = scene.tokens
    for at, token in enumerate(tokens):
        if scene.quoted(at):
            continue
        end = _clause_at(scene, at, "hearsay")
        if end is not None and (end >= len(tokens) or tokens[end].low != "by"):
            content = scene.words(end + (end < len(tokens) and tokens[end].low == "that"), len(tokens))
            if content is not None:
                return [_draft("agentless clause", Span(token.start, tokens[end - 1].end), (content,), 0.95)]
        if token.low in words("hearsay", "adverbs"):
            whole = scene.words(scene.body_start, len(tokens))
            if whole is not None:
                return [_draft("hearsay adverb", Span(token.start, token.end), (whole,), 0.75)]
        if token.low in words("hearsay", "participles") and at > 0 and at + 1 < len(tokens) and tokens[at + 1].low == "to" and any(t.low in _BE for t in tokens[max(0, at - 3) : at]):
            whole = scene.words(scene.body_start, len(tokens))
            if whole is not None:
                return [_draft("agentless passive", Span(token.start, tokens[at + 1].end), (whole,), 0.8)]
    return []


def _draft(rule: str, cue: Span, content: tuple[Span, ...], confidence: float) -> Draft:
    return Draft(rule, cue=(cue,), content=content, agentless=SourcingType.HEARSAY, confidence=confidence)


def infers(scene: Scene) -> bool:
    """Whether the outlet marks the sentence as its own inference: it opens with "It seems that" or holds "apparently"."""
    tokens = scene.tokens
    for at in range(scene.body_start, min(scene.body_start + 4, len(tokens))):
        if _clause_at(scene, at, "inference") is not None:
            return True
    return any(t.low in words("inference", "adverbs") and not scene.quoted(at) for at, t in enumerate(tokens))
