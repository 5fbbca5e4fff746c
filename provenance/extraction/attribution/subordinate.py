"""Statements that lean on another clause: a relative pronoun, a participle or a shared subject speaks in them."""

from provenance.extraction.attribution.content import behind_cue, cue_span
from provenance.extraction.attribution.cues import Cue
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.phrase import before, span_of
from provenance.extraction.attribution.phrase_behind import after
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.wording import names_a_source
from provenance.language.lexicon import words
from provenance.model.text import Span

_SPEAKING = frozenset({"speech", "assert", "tell"})
_STRONG = frozenset({"speech", "tell"})
_QUANTIFIERS = words("grammar", "quantifiers")
_FINITE = words("grammar", "finite")
_NEEDS_THAT = words("cues", "participle_needs_that")
_OF_THE_SUBJECT = words("cues", "participle_of_subject")


def relative(scene: Scene, cue: Cue, pronoun: int) -> Draft | None:
    """`X, who says …`: an aside; what the whole sentence says is not said by its subject."""
    tokens = scene.tokens
    first = pronoun
    if pronoun >= 2 and tokens[pronoun - 1].low == "of" and tokens[pronoun - 2].low in _QUANTIFIERS | {"each", "none"}:
        first = pronoun - 2
    holder = first - 1
    if holder >= 0 and tokens[holder].text == ",":
        holder -= 1
    named = before(tokens, holder, scene.body_start) if holder >= 0 else None
    content = scene.words(behind_cue(scene, cue).start, len(tokens))
    if named is None or content is None or not names_a_source(tokens[named[0] : named[1]]):
        return None
    if [t.low for t in tokens[cue.end : cue.end + 2]] == ["not", "to"]:
        return None  # "who asked not to be named"
    return Draft(
        "relative clause",
        cue=cue_span(scene, cue),
        content=(content,),
        source=span_of(tokens[first : pronoun + 1]),
        antecedent=span_of(tokens[named[0] : named[1]]),
        confidence=0.6,
        weak=True,
    )


def participle(scene: Scene, cue: Cue, earlier: list[Draft]) -> Draft | None:
    """`…, adding that …`: said by whoever spoke before in the sentence, else by its subject."""
    tokens = scene.tokens
    said_that = cue.end < len(tokens) and tokens[cue.end].low == "that"
    if not cue.kinds & _SPEAKING or (cue.lemma in _NEEDS_THAT and cue.end < len(tokens) and not said_that):
        return None
    content = scene.words(cue.end + said_that, len(tokens))
    if content is None:
        return None
    speaker = next((d for d in reversed(earlier) if d.source and d.rule != "relative clause"), None)
    if speaker is not None:
        return _participle_draft(scene, cue, content, speaker.source, speaker.antecedent, weak=False)
    subject = after(tokens, scene.body_start)
    if subject is None or subject[1] >= cue.first or cue.lemma not in _OF_THE_SUBJECT:
        return None
    phrase = tokens[subject[0] : subject[1]]
    if len(phrase) > 8 or not (phrase[0].is_capital and names_a_source(phrase)) or any(t.low.endswith("ed") for t in phrase):
        return None
    return _participle_draft(scene, cue, content, span_of(phrase), (), weak=True)


def _participle_draft(
    scene: Scene, cue: Cue, content: Span, source: tuple[Span, ...], antecedent: tuple[Span, ...], *, weak: bool
) -> Draft:
    return Draft(
        "participle",
        cue=cue_span(scene, cue),
        content=(content,),
        source=source,
        antecedent=antecedent,
        confidence=0.5 if weak else 0.8,
        weak=weak,
        mode=scene.mode_of((content,)),
    )


def shared_subject(scene: Scene, cue: Cue, earlier: list[Draft], last: int) -> Draft | None:
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
    behind = behind_cue(scene, cue)
    content = scene.words(behind.start, len(scene.tokens))
    if content is None:
        return None
    mode = scene.mode_of((content,))
    return Draft(
        "shared subject", cue=cue_span(scene, cue), content=(content,), source=source, relays=behind.relays, confidence=0.7, mode=mode
    )


def _first_verb(scene: Scene, limit: int) -> int:
    for at in range(scene.body_start + 1, limit):
        low = scene.tokens[at].low
        if low in _FINITE or (low.endswith("ed") and not scene.tokens[at].is_capital and len(low) > 4):
            return at
    return limit
