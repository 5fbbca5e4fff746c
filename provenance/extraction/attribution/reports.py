"""Sources that a phrase names instead of a subject: "according to", "in the words of"."""

from provenance.extraction.attribution.content import content_around
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.passing_on import QUOTING, quoting_behind, relays_within
from provenance.extraction.attribution.phrase import span_of
from provenance.extraction.attribution.phrase_behind import after, aside_end
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.wording import names_a_source, phrase_list
from provenance.language.lexicon import words
from provenance.model.text import Span

_NO_SOURCE = words("cues", "according_not")
_OPENERS = words("grammar", "openers")
_DOCUMENTS = words("sources", "document", "heads")
_POSSESSIVE = frozenset({"his", "her", "their", "its"})
_ACCORDING = {first: tuple(p for p in phrase_list("according") if p[0] == first) for first in {p[0] for p in phrase_list("according")}}
"""The fixed phrases by their first word, longest first."""
_BE = words("grammar", "be")
_WHEN = words("grammar", "weekdays") | {"on", "last", "in", "at", "this", "yesterday", "today", "earlier"}
_PUBLISHED = words("cues", "published")


def according_to(scene: Scene) -> list[Draft]:
    """`…, according to SOURCE` and its like, in front of, behind or inside what it covers."""
    drafts = []
    tokens = scene.tokens
    for at in scene.places_of(_ACCORDING.keys()):
        phrases = _ACCORDING[tokens[at].low]
        phrase = next((p for p in phrases if [t.low for t in tokens[at : at + len(p)]] == list(p)), None)
        if (
            phrase is None
            or (at and phrase[-1] == "by" and tokens[at - 1].low in _BE)
            or (phrase == ("per",) and not (at > 0 and tokens[at - 1].text == ","))
        ):
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
    if comma + 2 < len(tokens) and tokens[comma + 1].low == "which" and tokens[comma + 2].low in QUOTING:
        where = (where[0], comma)
    publisher = _publisher(scene, where)
    quoting = quoting_behind(scene, where)
    relays: tuple[Span, ...] = ()
    if publisher is not None:
        where, behind = publisher
        end = where[0]
    elif quoting is not None:
        relays, where = (span_of(tokens[where[0] : where[1]])[0],), quoting
        behind = where[1]
    else:
        behind = where[1]
    own = _behind_own_clause(scene, behind)
    if own > behind:
        relays, behind = (*relays, *relays_within(scene, (behind, own), ())[0]), own
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
    within, spans = relays_within(scene, where, span_of(source))
    relays = (*relays, *within)
    cue = Span(tokens[first].start, tokens[end - 1].end)
    return Draft("according to", cue=(cue,), content=content, source=spans, relays=relays, confidence=0.97, mode=scene.mode_of(content))


def _behind_own_clause(scene: Scene, at: int) -> int:
    """`according to the lawsuit, filed on Monday | , the firm …`, `a report published | on Monday by the ministry, exports …`.

    Where the clause ends that tells of the source; right behind the source where none does.
    """
    tokens = scene.tokens
    if at < len(tokens) and tokens[at].low in _WHEN:
        comma = next((k for k in range(at, len(tokens)) if tokens[k].text in ",.;:"), len(tokens))
        at = comma if comma + 1 < len(tokens) and tokens[comma].text == "," else at
    end = aside_end(tokens, at)
    return at if end is None else end


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
