"""Statements that nobody is given for: hearsay, what a court heard, and what the outlet itself infers."""

from functools import cache

from provenance.extraction.attribution.content import is_adverbial
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.scene import Scene
from provenance.language.lexicon import phrases, words
from provenance.model.source import SourcingType
from provenance.model.text import Span

_BE = words("grammar", "be")
_INSIDE = words("hearsay", "inside")
_ADVERBS = words("hearsay", "adverbs")
_PARTICIPLES = words("hearsay", "participles")
_PROCEEDINGS = words("hearsay", "proceedings")
_HEARD = words("hearsay", "heard")
_SUBJECTS = words("sources", "person", "pronouns_singular") | words("sources", "person", "pronouns_plural") | words("grammar", "articles")
_NEAR = 6  # words between a comma and the proceedings that it sets off
_INFERRING = words("inference", "adverbs")


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
            while at < k < len(tokens) and tokens[k].low != part and (tokens[k].low in _INSIDE or tokens[k].low.endswith("ly")):
                k += 1
            if k >= len(tokens) or tokens[k].low != part:
                break
            k += 1
        else:
            return k
    return None


def hearsay(scene: Scene) -> list[Draft]:
    """`It is said that …`, `a court heard`, `reportedly`, `is believed to`: said, without saying by whom."""
    for at in scene.places_of(_signs()):
        draft = _clause(scene, at) or _heard(scene, at) or _adverb(scene, at) or _passive(scene, at)
        if draft is not None and not scene.quoted(at):
            return [draft]
    return []


@cache
def _signs() -> frozenset[str]:
    """The words one of which every cue of hearsay begins with."""
    return _ADVERBS | _PARTICIPLES | _PROCEEDINGS | _clauses("hearsay").keys()


def _clause(scene: Scene, at: int) -> Draft | None:
    end = _clause_at(scene, at, "hearsay")
    if end is None or (end < len(scene.tokens) and scene.tokens[end].low == "by"):
        return None
    return _draft(scene, "agentless clause", at, end, 0.95)


def _heard(scene: Scene, at: int) -> Draft | None:
    """`…, a court heard`, `The jury was told that …`: said in proceedings by somebody who is not named."""
    tokens = scene.tokens
    if tokens[at].low not in _PROCEEDINGS or at + 1 >= len(tokens):
        return None
    told = tokens[at + 1].low in ("was", "were", "has", "have") and any(t.low == "told" for t in tokens[at + 2 : at + 4])
    heard = tokens[at + 1].low in _HEARD
    end = at + 2 if heard else at + 3 + (told and tokens[at + 2].low != "told")
    ends = is_adverbial(scene, end)
    clause = end < len(tokens) and (tokens[end].low == "that" or tokens[end].low in _SUBJECTS)
    if not (heard or told) or not (ends or clause or heard):
        return None
    comma = any(t.text == "," for t in tokens[max(0, at - _NEAR) : at])
    return _draft(scene, "heard in proceedings", at + 1, end, 0.85, turned=ends and comma)


def _adverb(scene: Scene, at: int) -> Draft | None:
    if scene.tokens[at].low not in _ADVERBS:
        return None
    return _whole(scene, "hearsay adverb", at, at + 1, 0.75)


def _passive(scene: Scene, at: int) -> Draft | None:
    tokens = scene.tokens
    if tokens[at].low not in _PARTICIPLES or at == 0 or at + 1 >= len(tokens) or tokens[at + 1].low != "to":
        return None
    if not any(t.low in _BE for t in tokens[max(0, at - 3) : at]):
        return None
    return _whole(scene, "agentless passive", at, at + 2, 0.8)


def _draft(scene: Scene, rule: str, first: int, end: int, confidence: float, *, turned: bool = False) -> Draft | None:
    """What stands behind the cue, or, where nothing does, what stands in front of it."""
    tokens = scene.tokens
    content = None if turned else scene.words(end + (end < len(tokens) and tokens[end].low == "that"), len(tokens))
    if content is None:
        ahead = first
        while ahead > 0 and tokens[ahead - 1].text != ",":
            ahead -= 1
        content = scene.words(scene.body_start, ahead)
    if content is None:
        return None
    cue = Span(tokens[first].start, tokens[end - 1].end)
    return Draft(rule, cue=(cue,), content=(content,), agentless=SourcingType.HEARSAY, confidence=confidence)


def _whole(scene: Scene, rule: str, first: int, end: int, confidence: float) -> Draft | None:
    content = scene.words(scene.body_start, len(scene.tokens))
    if content is None:
        return None
    cue = Span(scene.tokens[first].start, scene.tokens[end - 1].end)
    return Draft(rule, cue=(cue,), content=(content,), agentless=SourcingType.HEARSAY, confidence=confidence)


def infers(scene: Scene) -> bool:
    """Whether the outlet marks the sentence as its own inference: it opens with "It seems that" or holds "apparently"."""
    tokens, opening = scene.tokens, _clauses("inference")
    for at in range(scene.body_start, min(scene.body_start + 4, len(tokens))):
        if tokens[at].low in opening and _clause_at(scene, at, "inference") is not None:
            return True
    return not _INFERRING.isdisjoint(scene.vocabulary) and any(t.low in _INFERRING and not scene.quoted(at) for at, t in enumerate(tokens))
