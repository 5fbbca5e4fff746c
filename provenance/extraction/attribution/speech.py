"""Somebody says something: a subject, a cue verb and what is said, in whatever order."""

from collections.abc import Collection, Mapping
from functools import cache

from provenance.extraction.attribution.content import behind_cue, cue_span, is_adverbial, leading_relays
from provenance.extraction.attribution.cues import Cue
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.passive import passive_agent
from provenance.extraction.attribution.phrase import before, span_of
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.subordinate import participle, relative, shared_subject
from provenance.extraction.attribution.tokens import Token, is_quotation_mark
from provenance.extraction.attribution.wording import finite_verbs, is_person_word, names_a_source, singular_of
from provenance.extraction.capacities import capacity_of
from provenance.extraction.phrases import head_of
from provenance.language.lexicon import cue_forms, nouns, read_lexicon, words
from provenance.model.text import Span

_STRONG = frozenset({"speech", "tell"})
_PERSONAL = words("sources", "person", "pronouns_singular") | words("sources", "person", "pronouns_plural") | {"i", "it"}
_SUBJECTS = _PERSONAL | {"there", "this", "that"}
_SAID = frozenset(form[0] for kind in ("speech", "tell", "assert") for form in cue_forms(kind))
_NOBODY = words("cues", "nobody")
_FIRM = _STRONG | {"assert", "naming", "newsroom"}
_SPEAKING = frozenset({"speech", "assert", "tell"})
_BE = words("grammar", "be")
_ARTICLES = frozenset({"the", "a", "an", "his", "her", "their"})
_SUBORDINATE = words("grammar", "subordinate")
_TIMES = words("grammar", "weekdays") | words("grammar", "months")
_TURNED = words("cues", "turned")
_STANDALONE = words("grammar", "standalone") | words("grammar", "quantifiers")
_EMPTY = frozenset({"it", "this", "that", "so", "no", "yes", "some", "much", "more"})
_DOCUMENTS = words("sources", "document", "heads")
_OCCASION = words("grammar", "adverbial_openers") | _TIMES
_SEVERAL = nouns("numbers") - {"one"}
_DONE_TO_PEOPLE = words("cues", "done_to_people")
_PAST = words("grammar", "past")
_PREPOSITIONS = words("grammar", "prepositions")
_ASKS = words("cues", "demand_with_quotation")


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
    if cue.kinds == {"relay"}:
        return None
    if cue.passive:
        return passive_agent(scene, cue)
    last = cue.first - 1
    if cue.infinitive:
        if not (cue.first >= 2 and tokens[cue.first - 2].low in ("on", "continued", "continues", "continue")):
            return None
        last = cue.first - 4
    if cue.participle and cue.first == cue.verb:
        return participle(scene, cue, earlier)
    if _in_leading_subordinate(scene, cue):
        return None
    if last >= scene.body_start and tokens[last].low in ("who", "which", "whom") and not tokens[last].text.isupper():
        return relative(scene, cue, last)
    if _ends_with_speaker(scene, cue):
        return _inverted(scene, cue)
    if cue.first == scene.body_start and cue.kinds & _SPEAKING:
        return _fronted(scene, cue)
    if _opens_behind_quotation(scene, last) and (not cue.kinds & {"demand", "accuse"} or cue.lemma in _ASKS):
        turned = _inverted(scene, cue)
        if turned is not None:
            return turned
    where = before(tokens, last, scene.body_start) if last >= scene.body_start else None
    if where is None or not _can_speak(scene, cue, where):
        if (
            cue.kinds & _SPEAKING
            and "tell" not in cue.kinds
            and last >= scene.body_start
            and (tokens[last].text == "," or is_quotation_mark(tokens[last]))
        ):
            return _inverted(scene, cue)
        return shared_subject(scene, cue, earlier, last)
    return _draft(scene, cue, where)


def _can_speak(scene: Scene, cue: Cue, where: tuple[int, int]) -> bool:
    subject = scene.tokens[where[0] : where[1]]
    if not _NOBODY.isdisjoint(t.low for t in scene.tokens[max(scene.body_start, where[0] - 1) : where[0] + 1]):
        return False  # "No group has claimed responsibility", "Neither side said so"
    verb = scene.tokens[cue.verb].low
    if verb.endswith("s") and verb == f"{cue.lemma}s" and (subject[-1].text.isdigit() or subject[-1].low in _SEVERAL):
        return False  # "three suspects", "12 claims": a noun in the plural, for the verb would have no "s"
    if subject[0].low in _PERSONAL and any(t.low in finite_verbs() or t.low in _SAID for t in subject[1:]):
        return False  # "She says | it underscores that …": a clause, and no name
    if where[0] > scene.body_start and scene.tokens[where[0] - 1].low in _BE:
        return False  # "This is the first time they have acknowledged it": the phrase is what is said of something else
    if any(scene.quoted(k) for k in (where[0], where[1] - 1)) and not scene.quoted(cue.verb):
        return False
    if cue.kinds == {"newsroom"}:
        named_house = len(subject) > 1 and subject[0].low == "the" and subject[-1].is_capital
        return scene.outlet_in(span_of(subject)[0]) is not None or named_house
    if cue.kinds == {"naming"} and is_quotation_mark(scene.tokens[min(cue.end, len(scene.tokens) - 1)]):
        return False  # "an operation called “…”": a name, and nobody who gives it
    return names_a_source(subject) or _is_somebody(cue, subject)


def _is_somebody(cue: Cue, subject: list[Token]) -> bool:
    """Whether a short phrase that no list knows can only be somebody, because it stands where a speaker does ("said the piper")."""
    return bool(cue.kinds & _STRONG) and subject[0].low in _ARTICLES and len(subject) <= 6


def _opens_behind_quotation(scene: Scene, last: int) -> bool:
    tokens = scene.tokens
    if last < 0:
        return False
    return is_quotation_mark(tokens[last]) or (tokens[last].text == "," and last > 0 and is_quotation_mark(tokens[last - 1]))


def _ends_with_speaker(scene: Scene, cue: Cue) -> bool:
    """`…, head of the bureau, met to discuss a truce, said Reuters`: nothing but a name follows the verb, so the name speaks."""
    tokens = scene.tokens
    if cue.first == 0 or tokens[cue.first - 1].text != "," or cue.lemma not in _TURNED or cue.first != cue.verb:
        return False
    where = after(tokens, cue.end)
    if where is None or tokens[where[0]].low in _TIMES | _PREPOSITIONS or not names_a_source(tokens[where[0] : where[1]]):
        return False
    ends = where[1] >= len(tokens) or tokens[where[1]].text in ",."
    return ends and (
        scene.outlet_in(span_of(tokens[where[0] : where[1]])[0]) is not None or (cue.lemma == "say" and tokens[where[0]].low not in _EMPTY)
    )


def _fronted(scene: Scene, cue: Cue) -> Draft | None:
    """`Said one diplomat: “…”`: verb and speaker stand in front of the colon."""
    where = after(scene.tokens, cue.end)
    if where is None or where[1] >= len(scene.tokens) or scene.tokens[where[1]].text != ":":
        return None
    content = scene.words(where[1], len(scene.tokens))
    subject = scene.tokens[where[0] : where[1]]
    if content is None or not (names_a_source(subject) or subject[0].low in _STANDALONE):
        return None
    return Draft(
        "cue–subject–content", cue_span(scene, cue), (content,), source=span_of(subject), mode=scene.mode_of((content,)), confidence=0.9
    )


def _inverted(scene: Scene, cue: Cue) -> Draft | None:
    """Content, cue, subject: `"…," said the minister`."""
    where = after(scene.tokens, cue.end)
    if where is None or scene.tokens[where[0]].low in _PREPOSITIONS:
        return None
    subject = scene.tokens[where[0] : where[1]]
    if len(subject) == 1 and subject[0].low in _SUBJECTS and where[1] < len(scene.tokens) and scene.tokens[where[1]].low in finite_verbs():
        return None  # "X, the union of Y, said it had …": the pronoun opens what is said
    if not names_a_source(subject) and not (_opens_behind_quotation(scene, cue.first - 1) and _is_somebody(cue, subject)):
        return None
    preceding = scene.words(0, cue.first)
    following = scene.words(where[1], len(scene.tokens))
    if preceding is None:
        return None
    contents = [preceding]
    if following is not None and any(q.span.overlaps(following) for q in scene.quotations):
        contents.append(_from_quotation(scene, following))
    elif (
        following is not None
        and not any(t.low in finite_verbs() for t in scene.tokens[scene.body_start : cue.first])
        and _goes_on(scene, where[1])
    ):
        contents.append(following)  # "The question, said the mayor, is who will pay"
    return Draft(
        "content–cue–subject",
        cue=cue_span(scene, cue),
        content=tuple(contents),
        source=span_of(scene.tokens[where[0] : where[1]]),
        mode=scene.mode_of(tuple(contents)),
        confidence=0.95 if cue.kinds & _STRONG else 0.8,
    )


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether a verb goes on with the statement behind the speaker: "…, said the mayor, | is who will pay", but not ", a fisherman"."""
    first = next((t for t in scene.tokens[at:] if t.is_word), None)
    return first is not None and (first.low in finite_verbs() or first.low in _PAST or first.low.endswith("ed"))


def _behind_occasion(scene: Scene, start: int, following: Span) -> Span:
    """`“…,” he said | after the meeting, | “but …”`: what says when and where stands between the parts of a quotation."""
    opened = next((q.span.start for q in scene.quotations if following.start < q.span.start < following.end), None)
    if opened is None:
        return following
    between = [t for t in scene.tokens[start:] if t.start < opened]
    occasion = between[-1].text == "," and between[0].low in _OCCASION and not any(t.low in finite_verbs() for t in between)
    return Span(opened, following.end) if occasion else following


def _from_quotation(scene: Scene, span: Span) -> Span:
    opened = next((q.span.start for q in scene.quotations if span.start <= q.span.start < span.end), span.start)
    return Span(opened, span.end)


def _in_leading_subordinate(scene: Scene, cue: Cue) -> bool:
    """`Although both have acknowledged …, MAIN`: what is said stands in the aside, not in the statement."""
    if (
        scene.body_start >= len(scene.tokens)
        or scene.tokens[scene.body_start].low not in _SUBORDINATE
        or not cue.kinds & {"assert", "belief", "deny"}
    ):
        return False
    return any(t.text == "," for t in scene.tokens[cue.end :])


def _draft(scene: Scene, cue: Cue, subject: tuple[int, int]) -> Draft | None:
    behind = behind_cue(scene, cue)
    content, turned = _contents(scene, cue, subject, behind.start)
    written = cue.kinds & {"document"} and head_of([t.low for t in scene.tokens[subject[0] : subject[1]]]) in _DOCUMENTS
    announces = all(not t.is_word for t in scene.tokens[behind.start :]) and any(t.text == ":" for t in scene.tokens[behind.start :])
    if not content and not announces:
        return None
    if cue.lemma in _DONE_TO_PEOPLE and all(_is_people(scene.tokens_in(span)) for span in content):
        return None  # "police have questioned the captain"
    if [t.low for span in content for t in scene.tokens_in(span) if t.is_word] == ["nothing"]:
        return None  # "has said nothing"
    denies = "deny" in cue.kinds and [t.low for t in scene.tokens[cue.end : cue.end + 1]] == ["that"]
    weak = (
        not (cue.kinds & _FIRM or (written and turned) or denies)
        or behind.private
        or (cue.lemma in ("inform", "brief", "notify", "assure", "remind", "advise") and not behind.relays)
    )
    return Draft(
        "content–subject–cue" if turned else "subject–cue–content",
        cue=cue_span(scene, cue),
        content=content,
        source=span_of(scene.tokens[subject[0] : subject[1]]),
        relays=behind.relays or leading_relays(scene, subject[0]),
        mode=scene.mode_of(content),
        confidence=0.85 if denies and not weak else _confidence(cue, weak),
        weak=weak,
        document="document" in cue.kinds,
        newsroom=cue.kinds == {"newsroom"},
    )


@cache
def _governed() -> Mapping[str, Collection[str]]:
    """The prepositions behind which verbs tell what is said: `on` of `insist`."""
    table: dict[str, list[str]] = read_lexicon("en")["governed"]
    return {verb: frozenset(prepositions) for verb, prepositions in table.items()}


def _is_people(tokens: list[Token]) -> bool:
    """Whether the words are no clause, and name somebody by a role or a word for people."""
    lows = [t.low for t in tokens if t.is_word]
    if not lows or any(low in finite_verbs() for low in lows):
        return False
    head = head_of(lows)
    return is_person_word(head) or is_person_word(singular_of(head)) or capacity_of([singular_of(head)]) is not None


def _confidence(cue: Cue, weak: bool) -> float:
    if cue.kinds & _STRONG and not weak:
        return 0.97
    return 0.85 if cue.kinds & _FIRM and not cue.kinds & _STRONG else 0.6


def _contents(scene: Scene, cue: Cue, subject: tuple[int, int], start: int) -> tuple[tuple[Span, ...], bool]:
    """What is said, before the subject and behind the cue, and whether all of it stands before and is no quotation."""
    tokens = scene.tokens
    preceding = scene.words(scene.body_start, subject[0]) if subject[0] > scene.body_start else None
    following = scene.words(start, len(tokens))
    mark = tokens[subject[0] - 1] if subject[0] > 0 else None
    if mark is None or not (mark.text in ",—–;" or is_quotation_mark(mark)):
        preceding = None
    parenthetical = preceding is not None and start < len(tokens) and tokens[start].text == ","
    quoted_before = preceding is not None and any(
        q.span.overlaps(preceding) and q.span.end <= tokens[subject[0]].start for q in scene.quotations
    )
    ended = following is None or (preceding is not None and (tokens[start].text == ";" or is_adverbial(scene, start)))
    if following is not None and tokens[start].low in _governed().get(cue.lemma, ()):
        ended, preceding = False, preceding if quoted_before else None  # "Damascus insisted | on a full withdrawal"
    content: list[Span] = []
    if preceding is not None and (ended or quoted_before or parenthetical):
        content.append(preceding)
    if following is not None and not ended and (not content or parenthetical or any(q.span.overlaps(following) for q in scene.quotations)):
        content.append(_behind_occasion(scene, start, following) if quoted_before else following)
    if not content:  # "“…,” a resident who gave her name only as Maria told AFP"
        content.extend(
            q.span for q in scene.quotations if q.closed and q.span.start >= scene.span.start and q.span.end <= tokens[subject[0]].start
        )
    return tuple(content), content == [preceding] and not quoted_before
