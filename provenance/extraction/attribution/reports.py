"""Sources that a phrase names instead of a subject: "according to", "citing", "quoted as saying"."""

from bisect import bisect_left
from dataclasses import replace

from provenance.extraction.attribution.content import content_around
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.phrase import before, span_of
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import body_heads, called_a_medium, is_person_word, names_a_source, phrase_list
from provenance.language.lexicon import cue_forms, states_by_demonym, words
from provenance.model.text import Span

_RELAY_FORMS = frozenset(form[0] for form in cue_forms("relay"))
_QUOTING = frozenset({"quoted", "quotes", "cited", "cites"})
_SAYING = words("cues", "saying")
_PASSED_ON_BY = words("cues", "passed_on")
_NO_SOURCE = words("cues", "according_not")
_OPENERS = words("grammar", "openers")
_MEDIA = words("sources", "media", "heads")
_DOCUMENTS = words("sources", "document", "heads")
_BE = words("grammar", "be")
_HAVING = frozenset({"has", "have", "had", "also", "later", "earlier", "previously"})
_POSSESSIVE = frozenset({"his", "her", "their", "its"})
_CITING = frozenset({"citing", "quoting", "referring"})
_ACCORDING = {first: tuple(p for p in phrase_list("according") if p[0] == first) for first in {p[0] for p in phrase_list("according")}}
"""The fixed phrases by their first word, longest first."""
_NOT_CITING = frozenset({"without", "not"})
_LEARNING = frozenset({"learned", "learnt", "heard"})
_PUBLISHED = words("cues", "published")
_REACH = 24  # words between "quoted" and its "as saying"


def according_to(scene: Scene) -> list[Draft]:
    """`…, according to SOURCE` and its like, in front of, behind or inside what it covers."""
    drafts = []
    tokens = scene.tokens
    for at, token in enumerate(tokens if not _ACCORDING.keys().isdisjoint(scene.vocabulary) else ()):
        phrases = _ACCORDING.get(token.low, ())
        phrase = next((p for p in phrases if [t.low for t in tokens[at : at + len(p)]] == list(p)), None)
        if phrase is None or (phrase == ("per",) and not (at > 0 and tokens[at - 1].text == ",")):
            continue
        draft = _according(scene, at, at + len(phrase), sure=phrase not in (("per",), ("in", "the", "view", "of")))
        if draft is not None:
            drafts.append(draft)
    return drafts + _in_their_words(scene)


def _according(scene: Scene, first: int, end: int, *, sure: bool) -> Draft | None:
    tokens = scene.tokens
    where = after(tokens, end, greedy=True)
    if where is None:
        return None
    comma = next((k for k in range(*where) if tokens[k].text == ","), where[1])
    if comma + 2 < len(tokens) and tokens[comma + 1].low == "which" and tokens[comma + 2].low in _QUOTING:
        where = (where[0], comma)
    publisher = _publisher(scene, where)
    quoting = _quoting_behind(scene, where)
    relays: tuple[Span, ...] = ()
    if publisher is not None:
        where, behind = publisher
        end = where[0]
    elif quoting is not None:
        relays, where = (span_of(tokens[where[0] : where[1]])[0],), quoting
        behind = where[1]
    else:
        behind = where[1]
    content = content_around(scene, first, behind)
    opens = all(not t.is_word or t.low in _OPENERS for t in tokens[scene.body_start : first])
    if opens and behind < len(tokens) and tokens[behind].text in ";:.":
        content = ()  # what follows the comma is the statement, and ends here
    if not content:  # an apposition has swallowed the statement: "According to the indictment, the money …"
        comma = next((k for k in range(where[0], where[1]) if tokens[k].text == ","), where[1])
        where = (where[0], comma)
        content = content_around(scene, first, comma)
    source = tokens[where[0] : where[1]]
    if not content or not source or source[-1].low in _NO_SOURCE or not (sure or names_a_source(source)):
        return None
    within, spans = _relays_within(scene, where, span_of(source))
    relays = (*relays, *within)
    cue = Span(tokens[first].start, tokens[end - 1].end)
    return Draft("according to", cue=(cue,), content=content, source=spans, relays=relays, confidence=0.97, mode=scene.mode_of(content))


def _quoting_behind(scene: Scene, where: tuple[int, int]) -> tuple[int, int] | None:
    """`according to Interfax, | which quoted a ministry source, …`: where the one stands whom the outlet quotes."""
    tokens, end = scene.tokens, where[1]
    opens = [t.low for t in tokens[end : end + 3]]
    if opens[:2] != [",", "which"] or len(opens) < 3 or opens[2] not in _QUOTING:
        return None
    if _medium(scene, Span(tokens[where[0]].start, tokens[end - 1].end)) is None:
        return None
    return after(tokens, end + 3, greedy=True)


def _publisher(scene: Scene, where: tuple[int, int]) -> tuple[tuple[int, int], int] | None:
    """`according to figures that the ministry released in Ankara, …`: the one who released them speaks.

    Where that one stands, and where the clause ends that tells of the release.
    """
    tokens = scene.tokens
    papers = any(t.low in _DOCUMENTS or t.low.removesuffix("s") in _DOCUMENTS for t in tokens[where[0] : where[1]])
    if not papers or where[1] + 1 >= len(tokens) or tokens[where[1]].low not in ("that", "which"):
        return None
    owner = where[1] + 1
    verb = next((k for k in range(owner + 1, min(owner + 10, len(tokens))) if tokens[k].low in _PUBLISHED), None)
    if verb is None or not names_a_source(tokens[owner:verb]):
        return None
    return (owner, verb), next((k for k in range(verb, len(tokens)) if tokens[k].text in ",.;"), len(tokens))


def _in_their_words(scene: Scene) -> list[Draft]:
    """`In his words, …`, `in the president's own words`."""
    tokens = scene.tokens
    drafts: list[Draft] = []
    if "words" not in scene.vocabulary:
        return drafts
    for at, token in enumerate(tokens):
        if token.low != "in":
            continue
        end = next((k for k in range(at + 2, min(at + 8, len(tokens))) if tokens[k].low == "words"), None)
        if end is None:
            continue
        holder = end - (2 if tokens[end - 1].low == "own" else 1)
        if holder <= at or not (tokens[holder].low in _POSSESSIVE or tokens[holder].low.endswith("'s")):
            continue
        content = content_around(scene, at, end + 1)
        if content:
            cue = (Span(token.start, token.end), Span(tokens[end].start, tokens[end].end))
            source = span_of(tokens[at + 1 : holder + 1])
            drafts.append(Draft("according to", cue=cue, content=content, source=source, confidence=0.85, mode=scene.mode_of(content)))
    return drafts


def _relays_within(scene: Scene, where: tuple[int, int], spans: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """`a source quoted by Reuters`: the outlet behind "quoted by" passes on what the first words name.

    So does the one in front of `which quoted`: `the newspaper Hürriyet, which cited an official`.
    """
    tokens = scene.tokens
    for at in range(where[0] + 2, where[1] - 2):
        if tokens[at].low == "which" and tokens[at + 1].low in _QUOTING:
            relay = _medium(scene, Span(tokens[where[0]].start, tokens[at - 1].start))
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
    relays, source = _relays_within(scene, where, draft.source)
    return replace(draft, relays=relays, source=source) if relays else draft


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
        relay = _medium(scene, Span(inside.source[0].start, tokens[at - 1].start))
        if relay is None:
            return found
        led_on = replace(inside, rule="said citing", cue=(cue, *inside.cue), source=source, relays=(*inside.relays, relay))
        return [led_on if d is inside else d for d in found]
    speaker = next((d for d in reversed(found) if d.source and d.cue and d.cue[-1].end <= cue.start), None)
    relay = _medium(scene, speaker.source[0]) if speaker is not None else None
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


def _medium(scene: Scene, span: Span) -> Span | None:
    """The place that names a medium which passes on what others say: a known outlet, or "state television"."""
    hit = scene.outlet_in(span)
    if hit is not None:
        return hit[0]
    named = [t for t in scene.tokens if span.start <= t.start < span.end and t.is_word]
    return span if named and (named[-1].low in _MEDIA or called_a_medium(named)) else None


def quoted_as_saying(scene: Scene) -> list[Draft]:
    """`Reuters quoted SOURCE as saying …` and `SOURCE was quoted by Reuters as saying …`."""
    drafts: list[Draft] = []
    tokens = scene.tokens
    if _SAYING.isdisjoint(scene.vocabulary) or _RELAY_FORMS.isdisjoint(scene.vocabulary):
        return drafts
    for at, token in enumerate(tokens):
        if token.low not in _RELAY_FORMS or token.is_capital:
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
    passed_on = (hit[0],) if hit else (phrase,) if _medium(scene, phrase) is not None else ()
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
    end += end < len(scene.tokens) and scene.tokens[end].low == "that"
    behind = scene.words(end, len(scene.tokens))
    ahead = scene.words(scene.body_start, first)
    if behind is not None and (ahead is None or len([t for t in scene.tokens[end:] if t.is_word]) > 2):
        return (behind,)
    return (ahead,) if ahead is not None else ()
