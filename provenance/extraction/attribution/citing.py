"""Outlets that cite, quote or have learned from somebody: the one who cites passes on, the one who is cited is the source."""

from dataclasses import replace

from provenance.extraction.attribution.content import content_around
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.passing_on import medium_in
from provenance.extraction.attribution.phrase import before, span_of
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import body_heads, is_person_word, names_a_source
from provenance.language.lexicon import cue_forms, states_by_demonym, words
from provenance.model.text import Span

_RELAY_FORMS = frozenset(form[0] for form in cue_forms("relay"))
_SAYING = words("cues", "saying")
_BE = words("grammar", "be")
_HAVING = frozenset({"has", "have", "had", "also", "later", "earlier", "previously"})
_CITING = frozenset({"citing", "quoting", "referring"})
_NOT_CITING = frozenset({"without", "not"})
_LEARNING = frozenset({"learned", "learnt", "heard"})
_REACH = 24  # words between "quoted" and its "as saying"


def learned_from(scene: Scene) -> list[Draft]:
    """`Reuters has learned from an official that …`: whom it was learned from says so; the outlet passes it on."""
    drafts: list[Draft] = []
    tokens = scene.tokens
    if _LEARNING.isdisjoint(scene.vocabulary):
        return drafts
    for at in range(1, len(tokens) - 2):
        if tokens[at].low not in _LEARNING or tokens[at + 1].low != "from":
            continue
        where = after(tokens, at + 2)
        content = scene.words(where[1] + 1, len(tokens)) if where and where[1] < len(tokens) and tokens[where[1]].low == "that" else None
        if where is None or content is None or not names_a_source(tokens[where[0] : where[1]]):
            continue
        hit = scene.outlet_in(Span(tokens[scene.body_start].start, tokens[at].start))
        cue = (Span(tokens[at].start, tokens[at + 1].end),)
        source = span_of(tokens[where[0] : where[1]])
        relays = (hit[0],) if hit else ()
        drafts.append(Draft("learned from", cue, (content,), source, relays=relays, confidence=0.9, mode=scene.mode_of((content,))))
    return drafts


def citing(scene: Scene, found: list[Draft]) -> list[Draft]:
    """`Reuters said, citing SOURCE`: the one who cites becomes a relay of the one who is cited.

    Gives the drafts of the sentence anew, those that cite somebody led on to their source.
    """
    tokens = scene.tokens
    if _CITING.isdisjoint(scene.vocabulary):
        return found
    for at, token in enumerate(tokens):
        two = token.low == "referring" and at + 1 < len(tokens) and tokens[at + 1].low == "to"
        if (token.low not in ("citing", "quoting") and not two) or (at > 0 and tokens[at - 1].low in _NOT_CITING):
            continue
        first = at + 1 + two
        where = after(tokens, first, greedy=True)
        if where is None or not _can_be_cited(scene, tokens[where[0] : where[1]]):
            continue
        found = _led_on(scene, found, at, where, Span(token.start, tokens[first - 1].end))
    return found


def _led_on(scene: Scene, found: list[Draft], at: int, where: tuple[int, int], cue: Span) -> list[Draft]:
    tokens = scene.tokens
    source = span_of(tokens[where[0] : where[1]])
    inside = next((d for d in found if d.source and d.source[0].start < cue.start < d.source[0].end), None)
    if inside is not None:  # "Anadolu, quoting an official, reported …"
        relay = medium_in(scene, Span(inside.source[0].start, tokens[at - 1].start))
        if relay is None:
            return found
        led_on = replace(inside, rule="said citing", cue=tuple(sorted((cue, *inside.cue))), source=source, relays=(*inside.relays, relay))
        return [led_on if d is inside else d for d in found]
    speaker = next((d for d in reversed(found) if d.source and d.cue and d.cue[-1].end <= cue.start), None)
    relay = medium_in(scene, speaker.source[0]) if speaker is not None else None
    if speaker is not None and relay is not None:
        whole = Span(cue.start, tokens[where[1] - 1].end)
        content = tuple(s for s in (_cut(scene, c, whole) for c in speaker.content) if s is not None)
        led_on = replace(
            speaker,
            rule="said citing",
            cue=(*speaker.cue, cue),
            content=content or content_around(scene, at, where[1]),
            source=source,
            relays=(*speaker.relays, relay),
            confidence=0.95,
        )
        return [led_on if d is speaker else d for d in found]
    content = content_around(scene, at, where[1])
    if speaker is not None or not content:
        return found
    return [*found, Draft("citing", cue=(cue,), content=content, source=source, confidence=0.8, mode=scene.mode_of(content))]


def _cut(scene: Scene, content: Span, away: Span) -> Span | None:
    """The content without the words that say who is cited."""
    if not content.overlaps(away):
        return content
    tokens = scene.tokens
    ahead = [k for k, t in enumerate(tokens) if content.start <= t.start and t.end <= away.start]
    if ahead and (left := scene.words(ahead[0], ahead[-1] + 1)) is not None:
        return left
    behind = [k for k, t in enumerate(tokens) if away.end <= t.start and t.end <= content.end and t.low != "that"]
    return scene.words(behind[0], behind[-1] + 1) if behind else None


def _can_be_cited(scene: Scene, source: list[Token]) -> bool:
    """Whether the words can be a source: "citing an official", not "citing health concerns"."""
    if scene.outlet_in(span_of(source)[0]) is not None:
        return True
    states = states_by_demonym()
    heads = body_heads()
    named = any(t.is_capital and t.low not in states and t.low not in ("the", "a", "an") for t in source)
    return named or any(is_person_word(t.low) or t.low in heads for t in source)


def quoted_as_saying(scene: Scene) -> list[Draft]:
    """`Reuters quoted SOURCE as saying …` and `SOURCE was quoted by Reuters as saying …`."""
    drafts: list[Draft] = []
    tokens = scene.tokens
    if _SAYING.isdisjoint(scene.vocabulary):
        return drafts
    for at in scene.places_of(_RELAY_FORMS):
        token = tokens[at]
        if token.is_capital:
            continue
        saying = next(
            (k for k in range(at + 1, min(at + _REACH, len(tokens) - 1)) if tokens[k].low == "as" and tokens[k + 1].low in _SAYING), None
        )
        if saying is None:
            continue
        passive = at > 0 and any(t.low in _BE for t in tokens[max(0, at - 3) : at])
        found = _passive_quote(scene, at, saying) if passive else _active_quote(scene, at, saying)
        if found is None:
            continue
        source, relays, first = found
        content = _said(scene, first, saying + 2)
        if content:
            cue = (Span(token.start, token.end), Span(tokens[saying].start, tokens[saying + 1].end))
            drafts.append(
                Draft(
                    "quoted as saying", cue=cue, content=content, source=source, relays=relays, confidence=0.97, mode=scene.mode_of(content)
                )
            )
    return drafts


def _active_quote(scene: Scene, verb: int, saying: int) -> tuple[tuple[Span, ...], tuple[Span, ...], int] | None:
    tokens = scene.tokens
    last = verb - 1
    while last > 0 and tokens[last].low in _HAVING:
        last -= 1
    who = before(tokens, last, scene.body_start)
    source = tokens[verb + 1 : saying]
    if who is None or not source:
        return None
    phrase = Span(tokens[who[0]].start, tokens[who[1] - 1].end)
    hit = scene.outlet_in(phrase)
    passed_on = (hit[0],) if hit else (phrase,) if medium_in(scene, phrase) is not None else ()
    return span_of(source), passed_on, who[0]


def _passive_quote(scene: Scene, verb: int, saying: int) -> tuple[tuple[Span, ...], tuple[Span, ...], int] | None:
    tokens = scene.tokens
    last = verb - 1
    while last > 0 and tokens[last].low in _BE | _HAVING:
        last -= 1
    who = before(tokens, last, scene.body_start)
    if who is None:
        return None
    end = next((k for k in range(saying, len(tokens)) if tokens[k].text in ",:"), saying + 8)
    place = Span(tokens[verb].start, tokens[min(end, len(tokens)) - 1].end)
    hit = scene.outlet_in(place)
    return span_of(tokens[who[0] : who[1]]), (hit[0],) if hit else (), who[0]


def _said(scene: Scene, first: int, end: int) -> tuple[Span, ...]:
    if scene.tokens[end - 1].low == "telling":  # "as telling generals: “…”"
        end = next((k + 1 for k in range(end, min(end + 6, len(scene.tokens))) if scene.tokens[k].low in ("that", ":")), end)
    end += end < len(scene.tokens) and scene.tokens[end].low == "that"
    behind = scene.words(end, len(scene.tokens))
    ahead = scene.words(scene.body_start, first)
    names_relay = end < len(scene.tokens) and scene.tokens[end].low == "by"  # "…," X was quoted as saying by IRNA
    if behind is not None and not (ahead and names_relay) and (ahead is None or len([t for t in scene.tokens[end:] if t.is_word]) > 2):
        return (behind,)
    return (ahead,) if ahead is not None else ()
