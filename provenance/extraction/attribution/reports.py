"""Sources that a phrase names instead of a subject: "according to", "citing", "quoted as saying"."""

from dataclasses import replace

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.phrase import before, span_of
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.wording import names_a_source, phrase_list
from provenance.extraction.attribution.scene import Scene
from provenance.language.lexicon import cue_forms, words
from provenance.model.text import Span

_RELAY_FORMS = frozenset(form[0] for form in cue_forms("relay"))
_SAYING = frozenset({"saying", "stating", "claiming", "telling", "adding", "warning"})
_PASSED_ON_BY = frozenset({"quoted", "cited", "carried", "reported", "published", "broadcast", "aired", "obtained", "seen", "reviewed", "relayed", "conducted", "released", "compiled"})
_IN_A_TEXT_OF = frozenset({"interview", "comments", "remarks", "statement", "article", "report", "op-ed", "piece", "column"})


def according_to(scene: Scene) -> list[Draft]:
    """`…, according to SOURCE` and its like, in front of, behind or inside what it covers."""
    drafts = []
    tokens = scene.tokens
    starters = {p[0] for p in phrase_list("according")}
    for at, token in enumerate(tokens):
        if token.low not in starters:
            continue
        phrase = next((p for p in phrase_list("according") if [t.low for t in tokens[at : at + len(p)]] == list(p)), None)
        if phrase is None or (phrase == ("per",) and not (at > 0 and tokens[at - 1].text == ",")):
            continue
        where = after(tokens, at + len(phrase), greedy=True)
        if where is None:
            continue
        source = tokens[where[0] : where[1]]
        if phrase in (("per",), ("in", "the", "view", "of")) and not names_a_source(source):
            continue
        content = _around(scene, at, where[1])
        if not content:
            continue
        spans = span_of(source)
        relays, spans = _relays_within(scene, where, spans)
        cue = Span(tokens[at].start, tokens[at + len(phrase) - 1].end)
        drafts.append(Draft("according to", cue=(cue,), content=content, source=spans, relays=relays, confidence=0.97, mode=scene.mode_of(content)))
    return drafts


def _around(scene: Scene, first: int, end: int) -> tuple[Span, ...]:
    behind = scene.words(end, len(scene.tokens))
    ahead = scene.words(scene.body_start, first)
    return tuple(span for span in (ahead, behind) if span is not None and span.end - span.start > 2)


def _relays_within(scene: Scene, where: tuple[int, int], spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """`a source quoted by Reuters`: the outlet behind "quoted by" passes on what the first words name."""
    tokens = scene.tokens
    for at in range(where[0] + 1, where[1] - 1):
        if tokens[at].low in _PASSED_ON_BY and tokens[at + 1].low in ("by", "in", "on"):
            rest = Span(tokens[at].start, tokens[where[1] - 1].end)
            hit = scene.outlet_in(rest)
            if hit is not None:
                return (hit[0],), span_of(tokens[where[0] : at])
    return (), spans


def citing(scene: Scene, found: list[Draft]) -> list[Draft]:
    """`Reuters said, citing SOURCE`: the one who cites becomes a relay of the one who is cited.

    Gives the drafts of the sentence anew, those that cite somebody led on to their source.
    """
    tokens = scene.tokens
    for at, token in enumerate(tokens):
        if token.low not in ("citing", "quoting") and not (token.low == "referring" and at + 1 < len(tokens) and tokens[at + 1].low == "to"):
            continue
        first = at + (2 if token.low == "referring" else 1)
        where = after(tokens, first, greedy=True)
        if where is None or not names_a_source(tokens[where[0] : where[1]]):
            continue
        source = tokens[where[0] : where[1]]
        if not (scene.outlet_in(span_of(source)[0]) or _stands_for_speaker(source)):
            continue
        cue = Span(token.start, tokens[first - 1].end)
        inside = next((d for d in found if d.source and d.source[0].start < token.start < d.source[0].end), None)
        if inside is not None:  # "Anadolu, quoting an official, reported …"
            head = Span(inside.source[0].start, tokens[at - 1].start)
            relay = _medium(scene, head)
            if relay is not None:
                led_on = replace(inside, rule="said citing", cue=(cue, *inside.cue), source=span_of(source), relays=(*inside.relays, relay))
                found = [led_on if d is inside else d for d in found]
            continue
        speaker = next((d for d in reversed(found) if d.source and d.cue and d.cue[-1].end <= token.start), None)
        relay = _medium(scene, speaker.source[0]) if speaker is not None else None
        if speaker is not None and relay is not None:
            content = tuple(s for s in (_cut(c, Span(token.start, tokens[where[1] - 1].end)) for c in speaker.content) if s is not None) or _around(scene, at, where[1])
            led_on = Draft("said citing", cue=(*speaker.cue, cue), content=content, source=span_of(source), relays=(*speaker.relays, relay), confidence=0.95, mode=speaker.mode)
            found = [led_on if d is speaker else d for d in found]
        elif speaker is None:
            content = _around(scene, at, where[1])
            if content:
                found = [*found, Draft("citing", cue=(cue,), content=content, source=span_of(source), confidence=0.8, mode=scene.mode_of(content))]
    return found


def _medium(scene: Scene, span: Span) -> Span | None:
    """The place that names a medium which passes on what others say: a known outlet, or "state television"."""
    hit = scene.outlet_in(span)
    if hit is not None:
        return hit[0]
    named = [t for t in scene.tokens if span.start <= t.start < span.end and t.is_word]
    return span if named and named[-1].low in words("sources", "media", "heads") else None


def _cut(content: Span, away: Span) -> Span | None:
    if not content.overlaps(away):
        return content
    if content.start < away.start - 2:
        return Span(content.start, away.start - 2)
    return Span(away.end, content.end) if content.end > away.end + 3 else None


def _stands_for_speaker(tokens: list) -> bool:  # type: ignore[type-arg]
    lows = {t.low for t in tokens}
    people = words("sources", "person", "insider") | {"sources", "official", "officials", "diplomat", "diplomats", "report", "reports", "statement", "ministry", "spokesman", "spokeswoman", "police", "documents", "data", "study", "agency"}
    return bool(lows & people)


def quoted_as_saying(scene: Scene) -> list[Draft]:
    """`Reuters quoted SOURCE as saying …` and `SOURCE was quoted by Reuters as saying …`."""
    drafts = []
    tokens = scene.tokens
    for at, token in enumerate(tokens):
        if token.low not in _RELAY_FORMS or token.is_capital:
            continue
        saying = next((k for k in range(at + 1, min(at + 24, len(tokens) - 1)) if tokens[k].low == "as" and tokens[k + 1].low in _SAYING), None)
        if saying is None:
            continue
        passive = at > 0 and any(t.low in ("was", "were", "is", "are", "been", "being") for t in tokens[max(0, at - 3) : at])
        found = _passive_quote(scene, at, saying) if passive else _active_quote(scene, at, saying)
        if found is None:
            continue
        source, relays, first = found
        content = _said(scene, first, saying + 2)
        if content:
            cue = (Span(token.start, token.end), Span(tokens[saying].start, tokens[saying + 1].end))
            drafts.append(Draft("quoted as saying", cue=cue, content=content, source=source, relays=relays, confidence=0.97, mode=scene.mode_of(content)))
    return drafts


def _active_quote(scene: Scene, verb: int, saying: int) -> tuple[tuple[Span, ...], tuple[Span, ...], int] | None:
    tokens = scene.tokens
    last = verb - 1
    while last > 0 and tokens[last].low in ("has", "have", "had", "also", "later"):
        last -= 1
    who = before(tokens, last, scene.body_start)
    source = tokens[verb + 1 : saying]
    if who is None or not source:
        return None
    phrase = Span(tokens[who[0]].start, tokens[who[1] - 1].end)
    hit = scene.outlet_in(phrase)
    return span_of(source), (hit[0] if hit else phrase,), who[0]


def _passive_quote(scene: Scene, verb: int, saying: int) -> tuple[tuple[Span, ...], tuple[Span, ...], int] | None:
    tokens = scene.tokens
    last = verb - 1
    while last > 0 and tokens[last].low in ("was", "were", "is", "are", "been", "being", "has", "have", "had", "also", "later"):
        last -= 1
    who = before(tokens, last, scene.body_start)
    if who is None:
        return None
    end = next((k for k in range(saying, len(tokens)) if tokens[k].text in ",:"), saying + 8)
    place = Span(tokens[verb].start, tokens[min(end, len(tokens)) - 1].end)
    hit = scene.outlet_in(place)
    return span_of(tokens[who[0] : who[1]]), (hit[0],) if hit else (), who[0]


def _said(scene: Scene, first: int, end: int) -> tuple[Span, ...]:
    behind = scene.words(end, len(scene.tokens))
    ahead = scene.words(scene.body_start, first)
    if behind is not None and len([t for t in scene.tokens[end:] if t.is_word]) > 2:
        return (behind,)
    return (ahead,) if ahead is not None else ()

