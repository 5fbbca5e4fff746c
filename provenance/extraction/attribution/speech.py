"""Somebody says something: a subject, a cue verb and what is said, in whatever order."""

from provenance.extraction.attribution.cues import Cue
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.phrase import after, before, names_a_source, span_of
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.tokens import is_quotation_mark
from provenance.language.lexicon import words
from provenance.model.text import Span

_STRONG = frozenset({"speech", "tell"})
_WEAK = frozenset({"belief", "accuse", "demand", "document", "deny"})
_TIMES = words("grammar", "weekdays") | words("grammar", "months")
_BE = frozenset({"is", "are", "was", "were", "be", "been"})
_SUBORDINATE = frozenset({"although", "though", "while", "whereas"})
_SPEAKING = frozenset({"speech", "assert", "tell"})


def speech(scene: Scene) -> list[Draft]:
    """Every statement of the sentence that a cue verb with a subject introduces, in the order of the cues."""
    drafts: list[Draft] = []
    for cue in scene.cues:
        draft = _with_subject(scene, cue, drafts)
        if draft is not None:
            drafts.append(draft)
    return drafts


def _with_subject(scene: Scene, cue: Cue, earlier: list[Draft]) -> Draft | None:
    tokens = scene.tokens
    if cue.passive or cue.kinds == {"relay"}:
        return None
    if cue.infinitive and not (cue.first >= 2 and tokens[cue.first - 2].low in ("on", "continued", "continues", "continue")):
        return None
    if cue.participle and cue.first == cue.verb:
        return _participle(scene, cue, earlier)
    last = cue.first - 1
    if cue.infinitive:
        last = cue.first - 4
    if _in_leading_subordinate(scene, cue):
        return None
    if last >= scene.body_start and tokens[last].low in ("who", "which", "whom"):
        return _relative(scene, cue, last)
    if _opens_behind_quotation(scene, last) and not (cue.kinds & {"demand", "accuse"}):
        inverted = _inverted(scene, cue)
        if inverted is not None:
            return inverted
    where = before(tokens, last, scene.body_start) if last >= scene.body_start else None
    if where is None or not _can_speak(scene, cue, where):
        if cue.kinds & _SPEAKING and last >= scene.body_start and (tokens[last].text == "," or is_quotation_mark(tokens[last])):
            return _inverted(scene, cue)
        return _shared_subject(scene, cue, earlier, last)
    return _draft(scene, cue, where, "subject–cue–content", earlier)


def _can_speak(scene: Scene, cue: Cue, where: tuple[int, int]) -> bool:
    subject = scene.tokens[where[0] : where[1]]
    if where[0] > scene.body_start and scene.tokens[where[0] - 1].low in _BE:
        return False  # "This is the first time they have acknowledged it": the phrase is what is said of something else
    if any(scene.quoted(k) for k in (where[0], where[1] - 1)) and not scene.quoted(cue.verb):
        return False
    if names_a_source(subject):
        return True
    return bool(cue.kinds & _STRONG) and subject[0].low in ("the", "a", "an", "his", "her", "their") and len(subject) <= 6


def _opens_behind_quotation(scene: Scene, last: int) -> bool:
    tokens = scene.tokens
    if last < 0:
        return False
    return is_quotation_mark(tokens[last]) or (tokens[last].text == "," and last > 0 and is_quotation_mark(tokens[last - 1]))


def _inverted(scene: Scene, cue: Cue) -> Draft | None:
    """Content, cue, subject: `"…," said the minister`."""
    where = after(scene.tokens, cue.end)
    if where is None or not names_a_source(scene.tokens[where[0] : where[1]]):
        return None
    preceding = scene.words(0, cue.first)
    following = scene.words(where[1], len(scene.tokens))
    if preceding is None:
        return None
    contents = [preceding]
    if following is not None and any(q.span.overlaps(following) for q in scene.quotations):
        contents.append(_from_quotation(scene, following))
    return Draft(
        "content–cue–subject",
        cue=_cue_span(scene, cue),
        content=tuple(contents),
        source=span_of(scene.tokens[where[0] : where[1]]),
        mode=scene.mode_of(tuple(contents)),
        confidence=0.95 if cue.kinds & _STRONG else 0.8,
    )


def _from_quotation(scene: Scene, span: Span) -> Span:
    opened = next((q.span.start for q in scene.quotations if span.start <= q.span.start < span.end), span.start)
    return Span(opened, span.end)


def _relative(scene: Scene, cue: Cue, pronoun: int) -> Draft | None:
    tokens = scene.tokens
    first = pronoun
    if pronoun >= 2 and tokens[pronoun - 1].low == "of" and tokens[pronoun - 2].low in ("both", "some", "many", "most", "all", "one", "two", "each", "none", "several"):
        first = pronoun - 2
    holder = first - 1
    if holder >= 0 and tokens[holder].text == ",":
        holder -= 1
    named = before(tokens, holder, scene.body_start) if holder >= 0 else None
    content = scene.words(cue.end, len(tokens))
    if named is None or content is None or not names_a_source(tokens[named[0] : named[1]]):
        return None
    # The relative clause is an aside: what the whole sentence says is not said by its subject.
    return Draft("relative clause", cue=_cue_span(scene, cue), content=(content,), source=span_of(tokens[first : pronoun + 1]), antecedent=span_of(tokens[named[0] : named[1]]), confidence=0.6, weak=True)


def _participle(scene: Scene, cue: Cue, earlier: list[Draft]) -> Draft | None:
    """`…, adding that …`: said by whoever spoke before in the sentence, else by its subject."""
    if not cue.kinds & _SPEAKING or cue.lemma in ("note", "find", "rule", "question", "propose", "report", "express") and cue.end < len(scene.tokens) and scene.tokens[cue.end].low != "that":
        return None
    content = scene.words(cue.end + (cue.end < len(scene.tokens) and scene.tokens[cue.end].low == "that"), len(scene.tokens))
    if content is None:
        return None
    speaker = next((d for d in reversed(earlier) if d.source and d.rule != "relative clause"), None)
    if speaker is not None:
        return Draft("participle", cue=_cue_span(scene, cue), content=(content,), source=speaker.source, antecedent=speaker.antecedent, confidence=0.8, mode=scene.mode_of((content,)))
    subject = after(scene.tokens, scene.body_start)
    if subject is None or subject[1] >= cue.first:
        return None
    phrase = scene.tokens[subject[0] : subject[1]]
    if len(phrase) > 8 or not (phrase[0].is_capital and names_a_source(phrase)) or cue.lemma not in ("say", "add", "tell", "claim", "argue", "warn", "insist", "write", "state", "announce", "declare", "note", "explain", "stress", "allege"):
        return None
    return Draft("participle", cue=_cue_span(scene, cue), content=(content,), source=span_of(phrase), confidence=0.5, weak=True, mode=scene.mode_of((content,)))


def _shared_subject(scene: Scene, cue: Cue, earlier: list[Draft], last: int) -> Draft | None:
    """`… and said`: the subject of the verb before it speaks."""
    if last < 1 or scene.tokens[last].low not in ("and", "but", "then") or not cue.kinds & _STRONG:
        return None
    if earlier and earlier[-1].source and earlier[-1].rule.startswith("subject"):
        source = earlier[-1].source
    else:
        subject = before(scene.tokens, _first_verb(scene, last) - 1, scene.body_start)
        if subject is None or not names_a_source(scene.tokens[subject[0] : subject[1]]):
            return None
        source = span_of(scene.tokens[subject[0] : subject[1]])
    content = scene.words(_content_start(scene, cue), len(scene.tokens))
    if content is None:
        return None
    return Draft("shared subject", cue=_cue_span(scene, cue), content=(content,), source=source, confidence=0.7, mode=scene.mode_of((content,)))


def _first_verb(scene: Scene, limit: int) -> int:
    for at in range(scene.body_start + 1, limit):
        low = scene.tokens[at].low
        if low in words("grammar", "finite") or (low.endswith("ed") and not scene.tokens[at].is_capital and len(low) > 4):
            return at
    return limit


def _in_leading_subordinate(scene: Scene, cue: Cue) -> bool:
    """`Although both have acknowledged …, MAIN`: what is said stands in the aside, not in the statement."""
    if scene.tokens[scene.body_start].low not in _SUBORDINATE or not cue.kinds & {"assert", "belief", "deny"}:
        return False
    return any(t.text == "," for t in scene.tokens[cue.end :])


def _draft(scene: Scene, cue: Cue, subject: tuple[int, int], rule: str, earlier: list[Draft]) -> Draft | None:
    tokens = scene.tokens
    relays: list[Span] = []
    start = _content_start(scene, cue)
    addressee = None
    if "tell" in cue.kinds:
        addressee, start = _addressee(scene, cue, start)
        if addressee is not None:
            relays.append(addressee)
    start, carriers = _tail(scene, start, cue)
    relays += carriers
    preceding = scene.words(scene.body_start, subject[0]) if subject[0] > scene.body_start else None
    following = scene.words(start, len(tokens))
    closes = subject[0] > 0 and (tokens[subject[0] - 1].text == "," or is_quotation_mark(tokens[subject[0] - 1]) or tokens[subject[0] - 1].text in "—–;")
    content: list[Span] = []
    parenthetical = preceding is not None and closes and start < len(tokens) and tokens[start].text == ","
    quoted_before = preceding is not None and closes and any(q.span.overlaps(preceding) and q.span.end <= tokens[subject[0]].start for q in scene.quotations)
    ended = following is None or (_is_adverbial(scene, start) and preceding is not None and closes)
    if preceding is not None and closes and (ended or quoted_before or parenthetical):
        content.append(preceding)
    if following is not None and not ended and (not content or parenthetical or any(q.span.overlaps(following) for q in scene.quotations)):
        content.append(following)
    if not content:
        return None
    if content == [preceding] and not quoted_before:
        rule = "content–subject–cue"
    weak = not cue.kinds & (_STRONG | {"assert"}) or (cue.kinds & {"tell"} and addressee is None and cue.lemma != "tell")
    if cue.kinds & {"tell"} and addressee is None and start > cue.end:
        weak = True
    confidence = 0.97 if cue.kinds & _STRONG and not weak else 0.85 if "assert" in cue.kinds else 0.6
    return Draft(
        rule,
        cue=_cue_span(scene, cue),
        content=tuple(content),
        source=span_of(tokens[subject[0] : subject[1]]),
        relays=tuple(relays),
        mode=scene.mode_of(tuple(content)),
        confidence=confidence,
        weak=bool(weak),
        document="document" in cue.kinds,
    )


def _cue_span(scene: Scene, cue: Cue) -> tuple[Span, ...]:
    return (Span(scene.tokens[cue.first if not cue.infinitive else cue.verb].start, scene.tokens[cue.end - 1].end),)


def _content_start(scene: Scene, cue: Cue) -> int:
    """Index behind a near "that", else right behind the cue: "said on Friday that …"."""
    tokens = scene.tokens
    for at in range(cue.end, min(cue.end + 12, len(tokens))):
        if tokens[at].low == "that":
            return at + 1
        if is_quotation_mark(tokens[at]) or tokens[at].text in ",:;":
            break
        if tokens[at].low in words("grammar", "finite"):
            break
    return cue.end


def _addressee(scene: Scene, cue: Cue, start: int) -> tuple[Span | None, int]:
    """Whom a "tell" verb addresses: an outlet is a relay; anybody else is part of what happened."""
    tokens = scene.tokens
    where = after(tokens, cue.end)
    if where is None:
        return None, start
    spans = span_of(tokens[where[0] : where[1]])
    hit = scene.outlet_in(spans[0])
    if hit is not None and hit[0].end < spans[0].end:  # "told Reuters the merger …"
        first = next(k for k in range(where[0], where[1]) if tokens[k].start >= hit[0].end)
        return hit[0], first + (tokens[first].low == "that")
    behind = start if start > where[1] else where[1] + (where[1] < len(tokens) and tokens[where[1]].low == "that")
    if hit is not None:
        return hit[0], behind
    phrase = [t for t in tokens[where[0] : where[1]] if t.is_word]
    if phrase and phrase[-1].is_capital and len(phrase) > 1 and phrase[-1].low in words("sources", "media", "heads"):
        named = [t for t in phrase if t.low not in ("the", "a")]
        return Span(named[0].start, named[-1].end), behind
    if phrase and phrase[-1].low in ("reporters", "journalists", "media", "press", "audience", "crowd", "conference"):
        return None, behind
    return None, max(behind, cue.end) if len(phrase) <= 6 else start


def _tail(scene: Scene, start: int, cue: Cue) -> tuple[int, list[Span]]:
    """Times and occasions between cue and content ("on Tuesday", "in an interview with CNN"), with the outlets named in them."""
    tokens = scene.tokens
    at = start
    relays = []
    if start > cue.end:  # "that" has been found: what stands between is the tail
        between = Span(tokens[cue.end].start, tokens[start - 1].end)
        relays = [hit for hit, _ in scene.outlets if between.contains(hit)]
        return start, [] if "tell" in cue.kinds else relays
    while at < len(tokens) and (tokens[at].low in _TIMES or tokens[at].low in ("late", "early", "today", "yesterday") or (tokens[at].low in ("on", "last") and at + 1 < len(tokens) and tokens[at + 1].low in _TIMES | {"week", "month", "year"})):
        at += 2 if tokens[at].low in ("on", "last", "late", "early") else 1
        if at < len(tokens) and tokens[at].text.isdigit():
            at += 1
    if at < len(tokens) and tokens[at].low == "in" and at + 2 < len(tokens) and any(t.low in ("statement", "interview", "speech", "remarks", "comments", "tweet", "post", "letter", "report", "briefing", "message", "note", "release", "article", "memo", "video", "email", "call") for t in tokens[at + 1 : at + 4]):
        end = next((k for k in range(at, len(tokens)) if tokens[k].text in ",:" or is_quotation_mark(tokens[k]) or tokens[k].low == "that"), len(tokens))
        if end < len(tokens) or end - at < 12:
            place = Span(tokens[at].start, tokens[end - 1].end)
            relays = [hit for hit, _ in scene.outlets if place.contains(hit)]
            at = end + (end < len(tokens) and tokens[end].low == "that")
    return at, relays


def _is_adverbial(scene: Scene, start: int) -> bool:
    """Whether nothing but a time, place or occasion is left behind the cue."""
    rest = [t for t in scene.tokens[start:] if t.is_word]
    if not rest:
        return True
    if any(t.low in words("grammar", "finite") for t in rest) or any(q.span.start >= scene.tokens[start].start for q in scene.quotations):
        return False
    return len(rest) <= 14 and (rest[0].low in ("on", "in", "at", "during", "after", "by", "via", "through", "last", "to", "about", "as", "earlier", "later", "when", "from", "before", "late", "early", "with") or rest[0].low in _TIMES)
