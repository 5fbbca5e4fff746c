"""What is said: where the content of a statement begins and ends around its cue, and who passed it on."""

from dataclasses import dataclass

from provenance.extraction.attribution.cues import Cue
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.tokens import is_quotation_mark
from provenance.language.lexicon import words
from provenance.model.text import Span

_TIMES = words("grammar", "weekdays") | words("grammar", "months")
_DETERMINERS = words("grammar", "determiners")
_PERIODS = _TIMES | {"week", "month", "year"}
_ARTICLES = frozenset({"the", "a", "an"})
_PARTS_OF_DAY = frozenset({"day", "morning", "afternoon", "evening", "night", "hour", "hours", "minutes", "days", "weeks", "months"})
_FINITE = words("grammar", "finite") | words("grammar", "contracted")
_OCCASIONS = words("carry", "occasions")
_ADVERBIAL = words("grammar", "adverbial_openers") | _TIMES
_MEDIA = words("sources", "media", "heads")
_SPEAKING = frozenset({"speaking", "talking", "writing", "appearing"})
_PUBLIC = words("sources", "audience")
_SUBJECTS = frozenset({"he", "she", "they", "we"})
_OPENS_CONTENT = _SUBJECTS | {"that", "it", "there"}
_NEAR = 12  # words between a cue and its "that"
_ASIDE = 24  # words in an aside between a cue and its "that"


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind a cue before its content begins."""

    start: int
    """Index of the content's first token."""
    relays: tuple[Span, ...] = ()
    """Outlets that are named on the way: whom it was told, in whose interview."""
    private: bool = False
    """Whether somebody was told who is no public: that they were told is then what is reported."""


def behind_cue(scene: Scene, cue: Cue) -> Behind:
    """Where the content that follows the cue begins, and which outlets pass it on."""
    start = _content_start(scene, cue)
    if "tell" in cue.kinds:
        told = _addressee(scene, cue, start)
        if told.start > cue.end:
            return told
    return _tail(scene, start, cue)


def cue_span(scene: Scene, cue: Cue) -> tuple[Span, ...]:
    """The place of the cue, its auxiliaries included, an infinitive's `to` left out."""
    return (Span(scene.tokens[cue.first if not cue.infinitive else cue.verb].start, scene.tokens[cue.end - 1].end),)


def _content_start(scene: Scene, cue: Cue) -> int:
    """Index behind a near "that", an aside before it passed over ("reported, citing X, that …"); else right behind the cue."""
    tokens = scene.tokens
    for at in range(cue.end, min(cue.end + _NEAR, len(tokens))):
        token = tokens[at]
        if token.low == "that":
            return at + 1 if any(t.is_word for t in tokens[at + 1 :]) and not _tells_of_a_noun(scene, cue, at) else cue.end
        if token.text == ",":
            return _behind_aside(scene, cue, at)
        if token.text in ":;" or is_quotation_mark(token) or token.low in _FINITE or token.low in _SUBJECTS:
            break  # "said they shared that view"
    return cue.end


def _tells_of_a_noun(scene: Scene, cue: Cue, at: int) -> bool:
    """Whether a "that" opens a clause about a noun behind the cue: "said the drone that crashed had …", not "said the next day that"."""
    between = scene.tokens[cue.end : at]
    opens = cue.lemma == "say" and len(between) > 1 and between[0].low in _ARTICLES
    return opens and not any(t.low in _PERIODS or t.low in _PARTS_OF_DAY or t.low in _TIMES for t in between)


def _behind_aside(scene: Scene, cue: Cue, comma: int) -> int:
    tokens = scene.tokens
    for at in range(comma + 1, min(comma + _ASIDE, len(tokens) - 1)):
        if is_quotation_mark(tokens[at]) or tokens[at].text in ":;":
            break
        if tokens[at].text == "," and tokens[at + 1].low == "that":
            return at + 2
    return cue.end


def _addressee(scene: Scene, cue: Cue, start: int) -> Behind:
    """Whom a "tell" verb addresses: an outlet is a relay, a press conference or a court a public; anybody else is private."""
    tokens = scene.tokens
    where = after(tokens, cue.end)
    if where is None:
        return Behind(start)
    whole = Span(tokens[where[0]].start, tokens[where[1] - 1].end)
    hit = scene.outlet_in(whole)
    where = where[0], _before_infinitive(scene, *where)
    behind = start if start > where[1] else where[1] + (where[1] < len(tokens) and tokens[where[1]].low == "that")
    if hit is not None and hit[0].end < whole.end:  # "told Reuters the merger …"
        first = next((k for k in range(where[0], where[1]) if tokens[k].start >= hit[0].end), where[1])
        if first < where[1] and tokens[first].is_word and not tokens[first].is_capital and tokens[first].low not in _ADVERBIAL:
            return Behind(first + (tokens[first].low == "that"), (hit[0],))
    if hit is not None:
        return Behind(behind, (hit[0],))
    phrase = [t for t in tokens[where[0] : where[1]] if t.is_word]
    if not phrase:
        return Behind(start)
    last = phrase[-1]
    if len(phrase) > 1 and last.low in _MEDIA and (last.is_capital or phrase[-2].is_capital):
        named = [t for t in phrase if t.low not in ("the", "a")]
        return Behind(behind, (Span(named[0].start, named[-1].end),))
    if len(phrase) > 6 and start <= cue.end:
        return Behind(start, private=True)
    public = any(t.low in _PUBLIC for t in phrase) or (last.is_capital and last.low not in ("mr", "ms", "mrs"))
    return Behind(max(behind, cue.end), private=not public)


def _before_infinitive(scene: Scene, first: int, end: int) -> int:
    """`told jurors | to return`: what somebody was told to do is what was said."""
    tokens = scene.tokens
    return next(
        (
            k
            for k in range(first + 1, end - 1)
            if tokens[k].low == "to" and not tokens[k + 1].is_capital and tokens[k + 1].low not in _DETERMINERS
        ),
        end,
    )


def leading_relays(scene: Scene, subject: int) -> tuple[Span, ...]:
    """Outlets in an opening such as `In an interview with CNN,` or `Speaking to the BBC,`: they pass on what the subject says."""
    tokens = scene.tokens[scene.body_start : subject]
    if not tokens or tokens[-1].text != "," or len(tokens) > _ASIDE:
        return ()
    speaking = tokens[0].low in _SPEAKING
    occasion = tokens[0].low in ("in", "during", "on", "at") and any(t.low in _OCCASIONS for t in tokens[:5])
    return scene.outlets_in(Span(tokens[0].start, tokens[-1].end)) if speaking or occasion else ()


def _tail(scene: Scene, start: int, cue: Cue) -> Behind:
    """Times and occasions between cue and content ("on Tuesday", "in an interview with CNN"), with the outlets named in them."""
    tokens = scene.tokens
    if start > cue.end:  # "that" has been found: what stands between is the tail
        between = Span(tokens[cue.end].start, tokens[start - 1].end)
        return Behind(start, () if cue.kinds & {"tell", "deny"} else scene.outlets_in(between))
    at = _behind_time(scene, start)
    if at + 2 < len(tokens) and tokens[at].low in ("in", "at", "during") and any(t.low in _OCCASIONS for t in tokens[at + 1 : at + 4]):
        end = next(
            (
                k
                for k in range(at, len(tokens))
                if tokens[k].text in ",:" or is_quotation_mark(tokens[k]) or tokens[k].low in _OPENS_CONTENT
            ),
            len(tokens),
        )
        if end < len(tokens) or end - at < _NEAR:
            place = Span(tokens[at].start, tokens[end - 1].end)
            return Behind(end + (end < len(tokens) and tokens[end].low == "that"), scene.outlets_in(place))
    return Behind(at)


def _behind_time(scene: Scene, at: int) -> int:
    tokens = scene.tokens
    while at < len(tokens):
        following = tokens[at + 1].low if at + 1 < len(tokens) else ""
        if (tokens[at].low in ("on", "last") and following in _PERIODS) or (tokens[at].low in ("late", "early") and following in _TIMES):
            at += 2
        elif (tokens[at].low in _TIMES and tokens[at].is_capital) or tokens[at].low in ("today", "yesterday"):
            at += 1
        else:
            break
        if at < len(tokens) and tokens[at].text.isdigit():
            at += 1
    return at


def is_adverbial(scene: Scene, start: int) -> bool:
    """Whether nothing but a time, place or occasion is left behind the cue."""
    rest = [t for t in scene.tokens[start:] if t.is_word]
    if not rest:
        return True
    if any(t.low in _FINITE for t in rest) or any(q.span.start >= scene.tokens[start].start for q in scene.quotations):
        return False
    return len(rest) <= 14 and rest[0].low in _ADVERBIAL


def content_around(scene: Scene, first: int, end: int) -> tuple[Span, ...]:
    """The content on both sides of a phrase that stands inside or at a rim of it, a leading `that` left out."""
    ahead = scene.words(scene.body_start, first)
    at = end
    while at < len(scene.tokens) and (scene.tokens[at].text == "," or scene.tokens[at].low == "that"):
        at += 1
    behind = scene.words(at, len(scene.tokens))
    return tuple(span for span in (ahead, behind) if span is not None and span.end - span.start > 2)
