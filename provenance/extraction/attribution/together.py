"""Rules and labeller together: the rules keep what they are sure of, the labeller adds what they miss and goes on where they stop."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.labelling.joining import Joined, join
from provenance.extraction.attribution.labelling.labeller import label
from provenance.extraction.attribution.labelling.words import Words
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.wording import source_words
from provenance.extraction.phrases import head_of
from provenance.language.lexicon import cue_forms, phrases, read_lexicon, words
from provenance.model.claim import Attribution, Mode
from provenance.model.text import Span

LABELLER = "labeller"
_SPEAKING = ("speech", "tell", "relay")
_STATING = ("assert", "deny", "accuse", "document")
"""Kinds of cue that state something only with "that" or quoted words behind them: "agreed on a plan" tells of an act."""
_MADE = frozenset(
    form[0]
    for lemma, kind in (("post", "speech"), ("write", "speech"), ("blog", "speech"))
    for form, its in cue_forms(kind).items()
    if its == lemma
)
_SOMETHING = words("grammar", "determiners")
_BEFORE_NOUN = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "my", "your"})
_BE = words("grammar", "be")
_FUNCTION_WORDS = (
    words("grammar", "prepositions") | words("grammar", "conjunctions") | _BE | {"a", "an", "the", "not", "never", "will", "would"}
)
_MOSTLY = 0.6  # share of a sentence that content must fill to carry the whole of it


@dataclass(frozen=True, slots=True)
class GoingOn:
    """The labeller's reading that a sentence goes on with what somebody said: where that one is named, and how sure it is."""

    speaker: Span
    sure: float
    quoted: bool


@dataclass(slots=True)
class Heard:
    """What rules and labeller found in one sentence."""

    drafts: list[Draft]
    """Who says the sentence or a part of it."""
    stances: list[Draft] = field(default_factory=list)
    """Attitudes and acts of which the outlet tells in its own voice: they attribute something to somebody, but not the claim."""
    goes_on: GoingOn | None = None
    confirmed: list[Span] = field(default_factory=list)
    """Cues that the labeller found where a rule had found one."""

    def keeps(self, attribution: Attribution) -> bool:
        """Whether to show it: somebody who speaks inside what another one says only where the labeller hears them, too."""
        return not attribution.nested or any(cue.overlaps(own) for cue in self.confirmed for own in attribution.cue)


def together(
    text: str, paragraphs: Sequence[Span], scenes: Sequence[Scene], drafts: Sequence[list[Draft]], body: Sequence[bool]
) -> list[Heard]:
    """For each sentence what rules and labeller make of it. `body` says which sentences belong to the article's own text."""
    heard = [Heard(list(found)) for found in drafts]
    starts = [scene.span.start for scene in scenes]
    sure_of = read_lexicon("labeller")
    for joined in join(label([Words(text, paragraph) for paragraph in paragraphs])):
        place = joined.cue or (joined.content[0] if joined.content else None)
        if place is None:
            continue
        at = bisect_right(starts, place.start) - 1
        if at < 0 or not body[at]:
            continue
        if joined.cue is not None:
            _take(heard[at], scenes[at], joined, sure_of)
        for content in joined.content:
            first = max(0, bisect_right(starts, content.start) - 1)
            _go_on(heard, scenes, first, content, joined, spoken=at if joined.cue is not None else None)
    return heard


def _take(heard: Heard, scene: Scene, joined: Joined, sure_of: dict[str, float]) -> None:
    """Take an attribution with a cue to the sentence of its cue."""
    cue = joined.cue or scene.span
    known = [k for k, d in enumerate(heard.drafts) if any(cue.overlaps(other) for other in d.cue)]
    if known:
        heard.confirmed.append(cue)
        if len(known) == 1:  # where a rule told two sources of one cue apart, its words stand
            heard.drafts[known[0]] = _sharpened(scene, heard.drafts[known[0]], joined, sure_of["source"])
        return
    if _says_nothing(scene, joined):
        return
    draft = _draft(scene, joined)
    covered = sum(c.end - c.start for c in draft.content) / max(1, scene.span.end - scene.span.start)
    decides = joined.source is not None and joined.sure >= sure_of["sourcing"] and covered >= sure_of["share"]
    if decides and _is_sourcing(scene, joined, draft) and not draft.quoted:
        heard.drafts.append(draft)
    else:
        heard.stances.append(draft)


def _draft(scene: Scene, joined: Joined) -> Draft:
    content = tuple(Span(max(c.start, scene.span.start), min(c.end, scene.span.end)) for c in joined.content if c.overlaps(scene.span))
    cue = joined.cue or scene.span
    at = next((k for k, token in enumerate(scene.tokens) if token.end > cue.start), 0)
    return Draft(
        LABELLER,
        cue=(cue,),
        content=content,
        source=(joined.source,) if joined.source else (),
        antecedent=(joined.antecedent,) if joined.antecedent and not joined.source else (),
        confidence=round(joined.sure, 2),
        mode=scene.mode_of(content),
        weak=True,
        quoted=bool(scene.tokens) and scene.quoted(at),
    )


def _is_sourcing(scene: Scene, joined: Joined, draft: Draft) -> bool:
    """Whether the cue says that somebody states the content: a verb of speech or a document's, or words in quotation marks behind it."""
    if joined.cue is None or not draft.content:
        return False
    if draft.mode is Mode.DIRECT:
        return True
    lows = scene.lows(joined.cue)
    behind = scene.lows(Span(joined.cue.end, scene.span.end))[:1]
    if draft.mode is Mode.INDIRECT and lows and lows[-1] in _MADE and behind and (behind[0] in _SOMETHING or behind[0][0].isdigit()):
        return False  # "posted a profit", "wrote a book"
    kinds = (*_SPEAKING, *(_STATING if behind == ["that"] or draft.mode is Mode.MIXED else ()))
    return any(tuple(lows[k : k + size]) in cue_forms(kind) for kind in kinds for k in range(len(lows)) for size in (1, 2))


def _sharpened(scene: Scene, draft: Draft, joined: Joined, least: float) -> Draft:
    """The rule's draft with the labeller's words for the source, where they name the same and the labeller is sure of them."""
    if joined.source is None or not draft.source or joined.sure < least or len(draft.source) != 1:
        return draft
    if draft.relays or not joined.source.overlaps(draft.source[0]) or not scene.span.contains(joined.source):
        return draft
    told = [t.low for t in scene.tokens_in(draft.source[0]) if t.is_word]
    if told and head_of(told) in source_words() and head_of(told) not in (low.removesuffix("'s") for low in scene.lows(joined.source)):
        return draft  # "the mayor of Paris" is not Paris
    return replace(draft, source=(joined.source,))


def _says_nothing(scene: Scene, joined: Joined) -> bool:
    """Whether the labels are no attribution at all: a neutral frame, a noun or an adjective for a verb, a source of mere function words."""
    if joined.cue is None:
        return False
    source = scene.lows(joined.source) if joined.source else []
    if source and all(low in _FUNCTION_WORDS for low in source):
        return True
    cue = scene.lows(joined.cue)
    if source in (["it"], ["this"], ["that"]) and not _BE.isdisjoint(cue[:-1]):
        return True  # "It should be noted that …"
    opening = " ".join(scene.lows(Span(scene.span.start, joined.cue.end)))
    if any(frame in opening for frame in phrases("frames", "neutral")):
        return True
    ahead = scene.lows(Span(scene.span.start, joined.cue.start))[-1:]
    return bool(ahead) and len(cue) == 1 and cue[0].endswith("ed") and ahead[0] in _BEFORE_NOUN  # "the noted author"


def _go_on(heard: list[Heard], scenes: Sequence[Scene], first: int, content: Span, joined: Joined, spoken: int | None) -> None:
    """Every sentence that the content reaches goes on with what its speaker said, but for the one in which it was `spoken`."""
    speaker = joined.speaker
    if speaker is None:
        return
    for at in range(first, len(scenes)):
        scene = scenes[at]
        if scene.span.start >= content.end:
            return
        if at == spoken:
            continue
        shared = min(scene.span.end, content.end) - max(scene.span.start, content.start)
        whole = shared >= _MOSTLY * (scene.span.end - scene.span.start)
        if whole and not scene.span.contains(speaker) and heard[at].goes_on is None:
            heard[at].goes_on = GoingOn(speaker, joined.sure, scene.mode_of((scene.span,)) is not Mode.INDIRECT)
            heard[at].stances.append(_part(scene, scene.span, speaker, joined.sure))
        elif shared > 0:
            part = Span(max(scene.span.start, content.start), min(scene.span.end, content.end))
            heard[at].stances.append(_part(scene, part, speaker, joined.sure))


def _part(scene: Scene, content: Span, speaker: Span, sure: float) -> Draft:
    """Content that the labeller gives to somebody who is named elsewhere."""
    here = scene.span.contains(speaker)
    return Draft(
        LABELLER,
        cue=(),
        content=(content,),
        source=(speaker,) if here else (),
        antecedent=() if here else (speaker,),
        confidence=round(sure, 2),
        mode=scene.mode_of((content,)),
        weak=True,
    )
