"""From the drafts of single sentences to attributions: quotations and carried-over statements joined to those who make them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from provenance.extraction.attribution.carrying import continues
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.formats import Told
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.speakers import Speaker
from provenance.extraction.attribution.together import GoingOn
from provenance.extraction.attribution.trail import Trail, behind, share_relays
from provenance.extraction.attribution.voices import Voices
from provenance.language.lexicon import read_lexicon
from provenance.model.claim import Attribution, Mode

Carried = tuple[Speaker, str, float]
"""Who goes on speaking, by which rule, and how sure that is."""
_SILENCE = 2  # sentences without a speaker behind which a quotation is nobody's


@dataclass(slots=True)
class Discourse:
    """The state of one article while its sentences are read in order."""

    voices: Voices
    trail: Trail
    scenes: Sequence[Scene]
    drafts: Sequence[list[Draft]]
    claims: Sequence[bool]
    paragraphs: list[int]
    told: Sequence[Told | None]
    """For each sentence, who speaks by the layout, where another sentence holds the name."""
    goes_on: Sequence[GoingOn | None]
    """For each sentence, whom the labeller takes it to go on with."""
    read: list[list[Attribution]] = field(default_factory=list)
    spoken: list[Speaker | None] = field(default_factory=list)
    """The speaker of each sentence's first attribution."""

    def attributions(self) -> list[list[Attribution]]:
        """The attributions of every sentence, the deciding one first."""
        for at in range(len(self.scenes)):
            self.read.append([])
            self.spoken.append(None)
            self._read(at)
        self._speakers_after_quotations()
        share_relays(self.read, self.paragraphs)
        return self.read

    def _read(self, at: int) -> None:
        drafts = self.drafts[at]
        found: list[Attribution] = []
        voices: list[Speaker | None] = []
        for draft in drafts:
            voice = self.voices.of(at, draft)
            found.append(self.trail.attribution(draft, voice))
            voices.append(voice)
            if voice is not None and not draft.quoted:
                self.voices.speakers.add(voice)
        if len(drafts) > 1:
            outer = [v for v, draft in zip(voices, drafts, strict=True) if v and not draft.quoted and not draft.inside(drafts[0])]
            self.voices.speakers.end_with(outer)
        strong = bool(drafts) and not drafts[0].weak and not drafts[0].quoted
        carried = None if strong and self.told[at] is None and not self._outer_voice_goes_on(at, drafts[0]) else self._carried(at, drafts)
        if carried is not None:
            found.insert(0, self._carry(at, carried))
            voices.insert(0, carried[0])
        self.read[at] = [found[0], *(behind(found[0], later) for later in found[1:])] if found else []
        self.spoken[at] = voices[0] if voices else None

    def _carry(self, at: int, carried: Carried) -> Attribution:
        voice, rule, confidence = carried
        span = self.scenes[at].span
        return self.trail.carried(span, self.scenes[at].mode_of((span,)), voice, rule, confidence)

    # -- what goes on from the sentence before -------------------------------------------------------------------------

    def _outer_voice_goes_on(self, at: int, draft: Draft) -> bool:
        """`He reiterated …` behind `X called on …, according to SANA`: "he" is spoken of by SANA, who goes on."""
        previous = self.spoken[at - 1] if at else None
        if previous is None or not draft.source or previous.is_person or previous.is_plural or not self.claims[at]:
            return False
        if self.scenes[at].lows(draft.source[0]) not in (["he"], ["she"]):
            return False
        first = self.read[at - 1][0] if self.read[at - 1] else None
        person = self.voices.referents.subject_person(at)
        return first is not None and person is not None and any(c.contains(person.mention[0]) for c in first.content)

    def _carried(self, at: int, drafts: list[Draft]) -> Carried | None:
        if not self.claims[at]:
            return None
        told = self.told[at]
        by_layout = self.voices.named_at(told.speaker) if told is not None else None
        if told is not None and by_layout is not None:
            return by_layout, told.rule, 0.95
        by_quotation = self._within_quotation(at)
        if by_quotation is not None or (drafts and drafts[0].quoted):
            return by_quotation
        return self._by_signs(at, drafts) or self._by_labels(at, drafts)

    def _by_labels(self, at: int, drafts: list[Draft]) -> Carried | None:
        """A quoted sentence that the labeller reads as going on, where no rule found who says it."""
        heard = self.goes_on[at]
        if heard is None or not heard.quoted or drafts or heard.sure < read_lexicon("labeller")["quoted_going_on"]:
            return None
        voice = self.voices.named_at(heard.speaker)
        return (voice, "labeller: goes on", round(heard.sure, 2)) if voice is not None else None

    def _by_signs(self, at: int, drafts: list[Draft]) -> Carried | None:
        voice = self.spoken[at - 1] if at else None
        if voice is None or not self.read[at - 1]:
            return None
        first = self.read[at - 1][0]
        if first.origin is None or (self.drafts[at - 1] and self.drafts[at - 1][0].weak and not first.carried_over):
            return None
        if drafts and not drafts[0].weak:
            return voice, "outer voice goes on", 0.6
        together = self.paragraphs[at] == self.paragraphs[at - 1]
        reason = continues(self.scenes[at], self.scenes[at - 1], first, drafts, same_paragraph=together)
        return (voice, reason, 0.6) if reason is not None else None

    def _within_quotation(self, at: int) -> Carried | None:
        """A sentence in quotation marks that names nobody: who is given for another part of the quotation, else who spoke last."""
        scene = self.scenes[at]
        if any(not d.weak and not d.quoted for d in self.drafts[at]) or not _mostly_quoted(scene):
            return None
        for back in range(at - 1, -1, -1):
            voice = self.spoken[back]
            if voice is None:
                if at - back > _SILENCE:
                    return None
                continue
            if any(q.span.overlaps(self.scenes[back].span) for q in scene.quotations):
                return voice, "quotation goes on", 0.95
            near = at - back == 1 or self.paragraphs[back] == self.paragraphs[at]
            return (voice, "quotation without speaker", 0.8) if near and not self._named_later(at) else None
        return None

    def _named_later(self, at: int) -> bool:
        """Whether a later sentence of the paragraph, with nothing but quotation between, names who speaks ("“… …,” said X")."""
        for later in range(at + 1, len(self.scenes)):
            if self.paragraphs[later] != self.paragraphs[at]:
                return False
            if any(d.source and not d.weak and not d.quoted and d.mode is not Mode.INDIRECT for d in self.drafts[later]):
                return True
            if not _mostly_quoted(self.scenes[later]):
                return False
        return False

    def _speakers_after_quotations(self) -> None:
        """Sentences of a quotation that names its speaker only afterwards."""
        for at in range(len(self.scenes) - 2, -1, -1):
            drafts = self.drafts[at]
            if self.read[at] and not (drafts and (drafts[0].weak or drafts[0].quoted)):
                continue
            voice = self.spoken[at + 1]
            if (
                not self.claims[at]
                or voice is None
                or not _mostly_quoted(self.scenes[at])
                or self.paragraphs[at] != self.paragraphs[at + 1]
            ):
                continue
            if self.read[at + 1] and self.read[at + 1][0].mode is not Mode.INDIRECT:
                first = self._carry(at, (voice, "speaker named after", 0.85))
                self.read[at] = [first, *(behind(first, later) for later in self.read[at])]
                self.spoken[at] = voice


def _mostly_quoted(scene: Scene) -> bool:
    inside = sum(max(0, min(scene.span.end, q.span.end) - max(scene.span.start, q.span.start)) for q in scene.quotations if q.closed)
    return inside >= 0.6 * (scene.span.end - scene.span.start)
