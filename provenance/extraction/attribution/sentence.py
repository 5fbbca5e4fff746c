"""All attributions of one sentence, the outermost first: who says the whole of it before who says a part of it."""

from bisect import bisect_left
from dataclasses import replace

from provenance.extraction.attribution.agentless import hearsay, infers
from provenance.extraction.attribution.citing import citing, learned_from, quoted_as_saying
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.passing_on import medium_in, shown_to
from provenance.extraction.attribution.reports import according_to
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.speech import speech
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import person_heads, singular_of
from provenance.language.lexicon import words
from provenance.model.text import Span, hull

_PRONOUNS = (
    words("sources", "person", "pronouns_singular")
    | words("sources", "person", "pronouns_plural")
    | words("sources", "person", "pronouns_other")
)
_FIRST_PERSONS = frozenset({"i", "we", "you"})


def drafts_of(scene: Scene) -> list[Draft]:
    """The attributions that the sentence shows, outermost first; hearsay only where nobody is named."""
    quoted = [*quoted_as_saying(scene), *learned_from(scene)]
    taken = [span for d in quoted for span in d.cue]
    said = [shown_to(scene, d) for d in speech(scene) if not any(span.overlaps(cue) for span in taken for cue in d.cue)]
    phrases = according_to(scene)
    closing = [*phrases, *(d for d in said if _closes(d))]
    said = [_without(scene, d, closing) for d in said if not any(p.source and p.source[0].contains(d.cue[0]) for p in phrases)]
    found = [_placed(scene, d) for d in citing(scene, [*phrases, *quoted, *said]) if not _speaks_of_itself(scene, d)]
    if infers(scene):
        found = [d for d in found if not d.weak]  # the outlet infers, and only mentions in passing what others hold
    ordered = _outermost_first(_side_by_side(scene, found))
    if not any(d.source and not d.weak for d in ordered):
        ordered = [*hearsay(scene), *ordered]
    return [part for d in _relayed(scene, ordered) for part in _each_source(scene, d)]


def _side_by_side(scene: Scene, found: list[Draft]) -> list[Draft]:
    """`X said …; Y said …`, `X said … and Y said …`: each one has its side of the sentence, and nobody passes on the other's words."""
    if len(found) < 2:
        return found
    marks = [t.start for k, t in enumerate(scene.tokens) if not scene.quoted(k) and (t.text == ";" or _opens_a_statement(scene, k, found))]
    if not marks:
        return found
    speaking = {bisect_left(marks, d.cue[0].start) for d in found if d.source and not d.quoted}
    if len(speaking) < 2:
        return found
    return [_on_its_side(scene, d, marks, speaking) for d in found]


def _opens_a_statement(scene: Scene, at: int, found: list[Draft]) -> bool:
    """Whether the token joins two main clauses, the second of which begins with its speaker: "… and Israel said …"."""
    if scene.tokens[at].low not in ("and", "but", "while") or at + 1 >= len(scene.tokens):
        return False
    first = scene.tokens[at + 1].start
    joined = next((d for d in found if d.source and d.source[0].start == first and _speaks_firmly(d)), None)
    return joined is not None and any(
        d is not joined and _speaks_firmly(d) and d.cue[0].start < first and _names_differ(scene, d, joined) for d in found
    )


def _speaks_firmly(draft: Draft) -> bool:
    return draft.rule == "subject–cue–content" and not draft.weak and not draft.quoted


def _names_differ(scene: Scene, one: Draft, other: Draft) -> bool:
    """Whether two speakers are named in full: "… said he was ill and he said so" goes on with the first."""
    return all(len(low := scene.lows(d.source[0])) > 1 or low[0] not in _PRONOUNS for d in (one, other))


def _on_its_side(scene: Scene, draft: Draft, marks: list[int], speaking: set[int]) -> Draft:
    """The draft without what another side's speaker says; a side without a speaker of its own goes on with the one before."""
    own = bisect_left(marks, draft.cue[0].start)
    first = marks[own - 1] if own else scene.span.start
    last = next((marks[k - 1] for k in sorted(speaking) if k > own), scene.span.end)
    content = []
    for span in draft.content:
        start, end = max(first, span.start), min(last, span.end)
        part = scene.words(bisect_left(scene.starts, start), bisect_left(scene.starts, end)) if start < end else None
        if part is not None:
            content.append(part)
    return replace(draft, content=tuple(content) or draft.content)


def _closes(draft: Draft) -> bool:
    """Whether the sentence ends with who says it: "…, Reuters reported"."""
    return bool(draft.source and draft.content) and all(c.end <= draft.source[0].start for c in draft.content)


def _placed(scene: Scene, draft: Draft) -> Draft:
    """The draft, marked where it stands inside somebody's quotation and so belongs to what that one says."""
    at = bisect_left(scene.starts, draft.cue[0].start)
    if at >= len(scene.tokens) or not scene.quoted(at):
        return draft
    outer = next(q.span for q in scene.quotations if q.closed and q.span.contains(draft.cue[0]))
    content = tuple(Span(max(c.start, outer.start), min(c.end, outer.end)) for c in draft.content if c.overlaps(outer))
    return replace(draft, quoted=True, content=content or draft.content)


def _speaks_of_itself(scene: Scene, draft: Draft) -> bool:
    """`"I think …"` inside a quotation belongs to the quotation."""
    if not draft.source:
        return False
    source = scene.lows(draft.source[0])
    return len(source) == 1 and source[0] in _FIRST_PERSONS


def _without(scene: Scene, draft: Draft, phrases: list[Draft]) -> Draft:
    """A statement whose content would swallow a closing ", according to X" gives that phrase up."""
    for phrase in phrases:
        whole = hull([*phrase.cue, *phrase.source])
        if phrase is draft or whole is None or not draft.cue or draft.cue[0].start > whole.start:
            continue
        left = tuple(part for c in draft.content if (part := _before_phrase(scene, c, whole)) is not None)
        draft = replace(draft, content=left or draft.content)
    return draft


def _before_phrase(scene: Scene, content: Span, phrase: Span) -> Span | None:
    """What of the content stands in front of the phrase; None where that is nothing."""
    if not content.contains(phrase):
        return content
    first, end = bisect_left(scene.starts, content.start), bisect_left(scene.starts, phrase.start)
    return scene.words(first, end)


def _outermost_first(found: list[Draft]) -> list[Draft]:
    def depth(draft: Draft) -> int:
        return sum(other is not draft and draft.inside(other) for other in found)

    return sorted(found, key=lambda d: (d.quoted, d.weak, depth(d), d.cue[0].start))


def _relayed(scene: Scene, ordered: list[Draft]) -> list[Draft]:
    """`Reuters reported that an official said …`: the outlet that encloses another's words is their relay."""
    kept: list[Draft] = []
    swallowed: set[int] = set()
    for at, outer in enumerate(ordered):
        if at in swallowed:
            continue
        hit = medium_in(scene, outer.source[0]) if outer.source else None
        inner_at = next(
            (
                k
                for k in range(at + 1, len(ordered))
                if hit and ordered[k].source and not ordered[k].weak and ordered[k].inside(outer) and not outer.weak
            ),
            None,
        )
        if hit is None or inner_at is None or not _is_the_outlet(scene, outer.source[0], hit):
            kept.append(outer)
            continue
        inner = ordered[inner_at]
        swallowed.add(inner_at)
        kept.append(
            replace(
                inner,
                relays=(*outer.relays, hit, *inner.relays),
                rule=f"{outer.rule} › {inner.rule}",
                confidence=min(outer.confidence, inner.confidence),
            )
        )
    return kept


def _is_the_outlet(scene: Scene, source: Span, name: Span) -> bool:
    """Whether the source is the outlet itself and not somebody at it ("a Reuters photographer")."""
    behind = [t for t in scene.tokens if name.end <= t.start < source.end and t.is_word]
    return not any(singular_of(t.low) in person_heads() or t.low in person_heads() for t in behind)


def _each_source(scene: Scene, draft: Draft) -> list[Draft]:
    """Two sources of one statement, where one of them is an agency or outlet and the other is somebody else.

    Two governments or two persons that announce something together are one joint source and stay together.
    """
    if len(draft.source) != 1:
        return [draft]
    span = draft.source[0]
    inner = [t for t in scene.tokens if span.start <= t.start < span.end]
    for at, token in enumerate(inner):
        if token.low != "and" or at == 0 or at == len(inner) - 1:
            continue
        left, right = Span(span.start, inner[at - 1].end), Span(inner[at + 1].start, span.end)
        outlets = [scene.outlet_in(left), scene.outlet_in(right)]
        if not any(outlets) or _open_complement(inner[:at], outlets[0] is not None, inner[at + 1].low):
            continue
        if outlets[0] and outlets[1] and outlets[0][1].key == outlets[1][1].key:
            continue
        return [replace(draft, source=(left,)), replace(draft, source=(right,))]
    return [draft]


def _open_complement(left: list[Token], is_outlet: bool, next_low: str) -> bool:
    """Whether `and` goes on with what a preposition opened: "sources close to HTS and Turkish intelligence"."""
    lows = [t.low for t in left]
    prepositions = words("grammar", "prepositions")
    last_preposition = max((k for k, low in enumerate(lows) if low in prepositions), default=-1)
    heads = person_heads()
    head = next((k for k, low in enumerate(lows) if low in heads), -1)
    return not is_outlet and last_preposition > head >= 0 and next_low not in ("the", "a", "an")
