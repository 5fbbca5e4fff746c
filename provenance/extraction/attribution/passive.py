"""Somebody is given as the one by whom it was said: "was described by the mayor as …", "were told by a guard that …"."""

from provenance.extraction.attribution.cues import Cue
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.phrase import span_of
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import names_a_source
from provenance.model.text import Span


def passive_agent(scene: Scene, cue: Cue) -> Draft | None:
    """`The plan was described by the mayor as …`: the one behind `by` says it of the subject."""
    tokens = scene.tokens
    if (
        cue.participle
        or not cue.kinds & {"speech", "assert", "deny", "naming", "tell"}
        or cue.end >= len(tokens)
        or tokens[cue.end].low != "by"
    ):
        return None
    if cue.first == cue.verb:
        return None  # "a plan described by …": the noun's own adjective, no statement
    if "tell" in cue.kinds:
        return _told_by(scene, cue)
    where = _before_infinitive(tokens, after(tokens, cue.end + 1))
    ahead = scene.words(scene.body_start, cue.first)
    if where is None or ahead is None or not names_a_source(tokens[where[0] : where[1]]):
        return None
    behind = scene.words(where[1], len(tokens))
    content = (ahead, behind) if behind is not None else (ahead,)
    cue_places = (Span(tokens[cue.first].start, tokens[cue.end].end),)
    return Draft(
        "passive with agent",
        cue=cue_places,
        content=content,
        source=span_of(tokens[where[0] : where[1]]),
        mode=scene.mode_of(content),
        confidence=0.7,
        weak=True,
    )


def _before_infinitive(tokens: list[Token], where: tuple[int, int] | None) -> tuple[int, int] | None:
    """`reported by state media | to be in Minsk`: a naming phrase without the verb behind it."""
    if where is None:
        return None
    return where[0], next((k for k in range(where[0] + 1, where[1] - 1) if tokens[k].low == "to" and tokens[k + 1].low == "be"), where[1])


def _told_by(scene: Scene, cue: Cue) -> Draft | None:
    """`Reporters were told by a guard that …`: the one behind `by` says what stands behind "that"."""
    tokens = scene.tokens
    where = after(tokens, cue.end + 1)
    if where is None or where[1] >= len(tokens) or tokens[where[1]].low != "that" or not names_a_source(tokens[where[0] : where[1]]):
        return None
    content = scene.words(where[1] + 1, len(tokens))
    if content is None:
        return None
    place = (Span(tokens[cue.first].start, tokens[cue.end].end),)
    source = span_of(tokens[where[0] : where[1]])
    return Draft("told by", place, (content,), source=source, mode=scene.mode_of((content,)), confidence=0.8)
