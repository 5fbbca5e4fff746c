"""From the drafts of single sentences to attributions: pronouns and descriptions led back, quotations and carried-over statements joined."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from provenance.extraction.attribution.carrying import continues
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.speakers import Speaker, Speakers
from provenance.extraction.people import People
from provenance.extraction.sourcing import Sourced, slug, sourced
from provenance.language.lexicon import words
from provenance.model.article import Masthead
from provenance.model.claim import Attribution, Mode
from provenance.model.source import SourcingType
from provenance.model.text import Span

_SINGULAR = words("sources", "person", "pronouns_singular")
_PLURAL = words("sources", "person", "pronouns_plural")


@dataclass(slots=True)
class Discourse:
    """The state of one article while its sentences are read in order."""

    text: str
    article: str
    masthead: Masthead
    scenes: Sequence[Scene]
    drafts: Sequence[list[Draft]]
    claims: Sequence[bool]
    paragraphs: Sequence[int]
    people: People
    speakers: Speakers = field(default_factory=Speakers)
    read: list[list[Attribution]] = field(default_factory=list)
    voices: list[Speaker | None] = field(default_factory=list)
    """The speaker of each sentence's first attribution."""

    def attributions(self) -> list[list[Attribution]]:
        """The attributions of every sentence, the deciding one first."""
        for at in range(len(self.scenes)):
            self.read.append([])
            self.voices.append(None)
            self._read(at)
        self._speakers_after_quotations()
        self._share_relays()
        return self.read

    def _read(self, at: int) -> None:
        drafts = self.drafts[at]
        found: list[Attribution] = []
        voices: list[Speaker | None] = []
        for draft in drafts:
            voice = self._voice(at, draft)
            found.append(self._attribution(draft, voice))
            voices.append(voice)
            if voice is not None and draft.source:
                self.speakers.add(voice)
        strong = bool(drafts) and not drafts[0].weak
        carried = None if strong and not self._outer_voice_goes_on(at, drafts[0]) else self._carried(at, drafts)
        if carried is not None:
            attribution, voice = carried
            found.insert(0, attribution)
            voices.insert(0, voice)
        self.read[at] = [found[0], *(self._behind(found[0], later) for later in found[1:])] if found else []
        self.voices[at] = voices[0] if voices else None

    def _behind(self, outer: Attribution, inner: Attribution) -> Attribution:
        """`X called on …, according to SANA`: what X says reaches the outlet through SANA."""
        if inner.cue == outer.cue or not any(content.contains(cue) for content in outer.content for cue in inner.cue):
            return inner
        chain = inner.chain if outer.origin is None or inner.origin is None else tuple(dict.fromkeys((*outer.chain, inner.origin)))
        return inner.model_copy(update={"chain": chain, "nested": True})

    # -- who is meant -------------------------------------------------------------------------------------------------

    def _voice(self, at: int, draft: Draft) -> Speaker | None:
        if not draft.source:
            return None
        scene = self.scenes[at]
        tokens = [t for t in scene.tokens if draft.source[0].start <= t.start < draft.source[0].end]
        lows = [t.low for t in tokens if t.is_word]
        relays = self._relays(scene, draft)
        if not lows:
            return None
        if lows[-1] in ("who", "which", "whom") and draft.antecedent:
            tokens = [t for t in scene.tokens if draft.antecedent[0].start <= t.start < draft.antecedent[0].end]
            return self._named(at, draft, tokens, relays)
        meant = self._meant(at, lows)
        if meant is not None:
            return Speaker(meant.sourced, meant.mention, meant.lows, relays or meant.relays, at, meant.person)
        return self._named(at, draft, tokens, relays)

    def _meant(self, at: int, lows: list[str]) -> Speaker | None:
        if len(lows) == 1:
            if lows[0] in _SINGULAR:
                return self.speakers.singular(at) or self._subject_person(at)
            if lows[0] in _PLURAL:
                return self.speakers.plural(at)
            if lows[0] == "it":
                return self.speakers.neuter(at)
        if 2 <= len(lows) <= 4 and lows[0] in ("the", "this", "that", "same"):
            return self.speakers.described(lows[1:], at)
        return None

    def _subject_person(self, at: int) -> Speaker | None:
        """A person whom the sentence before names, where nobody has been quoted yet."""
        for back in range(at - 1, max(-1, at - 3), -1):
            scene = self.scenes[back]
            person = self.people.named_in([t for t in scene.tokens if t.is_word])
            if person is None:
                continue
            mention = next((m for m in person.mentions if scene.span.contains(m)), None) or self._place_of(scene, person.name)
            if mention is None:
                continue
            tokens = [t for t in scene.tokens if mention.start <= t.start < mention.end]
            if tokens:
                return Speaker(sourced(self.text, tokens, None, self.people), (mention,), tuple(t.low for t in tokens), (), back, person)
        return None

    def _place_of(self, scene: Scene, name: str) -> Span | None:
        last = name.split()[-1].lower()
        token = next((t for t in scene.tokens if t.low.removesuffix("'s") == last), None)
        return Span(token.start, token.end) if token else None

    def _named(self, at: int, draft: Draft, tokens: Sequence, relays: tuple[str, ...]) -> Speaker:  # type: ignore[type-arg]
        scene = self.scenes[at]
        place = Span(tokens[0].start, tokens[-1].end)
        hit = scene.outlet_in(place)
        found = sourced(self.text, list(tokens), hit[1] if hit else None, self.people, document=draft.document)
        person = self.people.named_in([t for t in tokens if t.is_word])
        return Speaker(found, (place,), tuple(t.low for t in tokens if t.is_word), relays, at, person)

    def _relays(self, scene: Scene, draft: Draft) -> tuple[str, ...]:
        keys = []
        for span in draft.relays:
            hit = scene.outlet_in(span)
            key = hit[1].key if hit else slug(span.within(self.text))
            if key and key not in (self.masthead.outlet, self.masthead.republished_from):
                keys.append(key)
        return tuple(dict.fromkeys(keys))

    # -- the trail ----------------------------------------------------------------------------------------------------

    def _attribution(self, draft: Draft, voice: Speaker | None) -> Attribution:
        content = draft.content
        if voice is None:
            kind = draft.agentless or SourcingType.HEARSAY
            return Attribution(cue=draft.cue, content=content, mode=draft.mode, sourcing_type=kind, chain=self._chain((), None), confidence=draft.confidence, rule=draft.rule)
        antecedent = tuple(s for s in (voice.mention or draft.antecedent) if s not in draft.source)
        origin = self._origin(voice)
        return Attribution(
            source=draft.source,
            antecedent=antecedent,
            cue=draft.cue,
            content=content,
            mode=draft.mode,
            sourcing_type=voice.sourced.sourcing_type,
            origin=origin,
            origin_name=voice.sourced.name,
            chain=self._chain(voice.relays, origin),
            party=voice.sourced.side,
            confidence=round(draft.confidence * (0.9 if antecedent and draft.rule != "relative clause" else 1.0), 2),
            rule=draft.rule,
        )

    def _origin(self, voice: Speaker) -> str | None:
        if not voice.sourced.sourcing_type.shows_origin or voice.sourced.key is None:
            return None
        if not voice.sourced.key.startswith("unnamed-"):
            return voice.sourced.key
        last = voice.relays[-1] if voice.relays else self.masthead.republished_from or self.masthead.outlet or "unknown"
        return f"{voice.sourced.key}@{last}:{self.article[:8]}"

    def _chain(self, relays: tuple[str, ...], origin: str | None) -> tuple[str, ...]:
        links = [self.masthead.outlet or "unknown", self.masthead.republished_from, *relays, origin]
        return tuple(dict.fromkeys(link for link in links if link))

    # -- what goes on from the sentence before -------------------------------------------------------------------------

    def _outer_voice_goes_on(self, at: int, draft: Draft) -> bool:
        """`He reiterated …` behind `X called on …, according to SANA`: "he" is spoken of by SANA, who goes on."""
        previous = self.voices[at - 1] if at else None
        if previous is None or not draft.source or previous.is_person or previous.is_plural:
            return False
        lows = [t.low for t in self.scenes[at].tokens if draft.source[0].start <= t.start < draft.source[0].end]
        if lows not in (["he"], ["she"]) or not self.claims[at]:
            return False
        speaker = self.speakers.known[-1] if self.speakers.known else None
        return speaker is not None and self._earlier_is_inside(at)

    def _earlier_is_inside(self, at: int) -> bool:
        first = self.read[at - 1][0] if self.read[at - 1] else None
        person = self._subject_person(at)
        return first is not None and person is not None and any(c.contains(person.mention[0]) for c in first.content)

    def _carried(self, at: int, drafts: list[Draft]) -> tuple[Attribution, Speaker] | None:
        if not self.claims[at]:
            return None
        by_quotation = self._within_quotation(at)
        if by_quotation is not None:
            return self._carry(at, *by_quotation)
        if at == 0 or self.voices[at - 1] is None or not self.read[at - 1]:
            return None
        first, voice = self.read[at - 1][0], self.voices[at - 1]
        assert voice is not None
        if first.origin is None or (self.drafts[at - 1] and self.drafts[at - 1][0].weak and not first.carried_over):
            return None
        reason = "outer voice goes on" if drafts and not drafts[0].weak else continues(self.scenes[at], self.scenes[at - 1], first, drafts, same_paragraph=self.paragraphs[at] == self.paragraphs[at - 1])
        if reason is None:
            return None
        return self._carry(at, voice, reason, 0.6)

    def _within_quotation(self, at: int) -> tuple[Speaker, str, float] | None:
        """A sentence that stands in quotation marks and names nobody: whoever is given for another part of that quotation, else who spoke last."""
        scene = self.scenes[at]
        if self.drafts[at] and any(not d.weak for d in self.drafts[at]):
            return None
        mode = scene.mode_of((scene.span,))
        if mode is Mode.INDIRECT or not _mostly_quoted(scene):
            return None
        for back in range(at - 1, -1, -1):
            voice = self.voices[back]
            if voice is None or not voice.is_person and not voice.is_plural and voice.sourced.sourcing_type is SourcingType.UNATTRIBUTED:
                if at - back > 2:
                    return None
                continue
            if any(q.span.overlaps(self.scenes[back].span) for q in scene.quotations):
                return voice, "quotation goes on", 0.95
            near = at - back == 1 or self.paragraphs[back] == self.paragraphs[at]
            return (voice, "quotation without speaker", 0.8) if near and not self._named_later(at) else None
        return None

    def _named_later(self, at: int) -> bool:
        """Whether the next sentence of the paragraph names who speaks ("“…” “…,” said X")."""
        later = at + 1
        return later < len(self.scenes) and self.paragraphs[later] == self.paragraphs[at] and any(d.source and not d.weak and d.mode is not Mode.INDIRECT for d in self.drafts[later])

    def _speakers_after_quotations(self) -> None:
        """Sentences of a quotation that names its speaker only afterwards."""
        for at in range(len(self.scenes) - 2, -1, -1):
            if self.read[at] and not (self.drafts[at] and self.drafts[at][0].weak):
                continue
            scene, voice = self.scenes[at], self.voices[at + 1]
            if not self.claims[at] or voice is None or not _mostly_quoted(scene) or self.paragraphs[at] != self.paragraphs[at + 1]:
                continue
            if self.read[at + 1] and self.read[at + 1][0].mode is not Mode.INDIRECT:
                attribution, _ = self._carry(at, voice, "speaker named after", 0.85)
                self.read[at] = [attribution, *self.read[at]]
                self.voices[at] = voice

    def _share_relays(self) -> None:
        """One speaker in two sentences running, and only one of them says through whom: it holds for both."""
        for at in range(len(self.read) - 1):
            for here, there in ((at, at + 1), (at + 1, at)):
                first, other = (self.read[here] or [None])[0], (self.read[there] or [None])[0]
                if first is None or other is None or first.origin is None or first.origin != other.origin or self.paragraphs[at + 1] - self.paragraphs[at] > 1:
                    continue
                if len(first.chain) < len(other.chain) and first.chain == (*other.chain[: len(first.chain) - 1], first.origin):
                    self.read[here][0] = first.model_copy(update={"chain": other.chain, "rule": f"{first.rule} · relay shared with the next sentence", "confidence": min(first.confidence, 0.8)})

    def _carry(self, at: int, voice: Speaker, rule: str, confidence: float) -> tuple[Attribution, Speaker]:
        origin = self._origin(voice)
        span = self.scenes[at].span
        attribution = Attribution(
            antecedent=voice.mention,
            content=(span,),
            mode=self.scenes[at].mode_of((span,)),
            sourcing_type=voice.sourced.sourcing_type,
            origin=origin,
            origin_name=voice.sourced.name,
            chain=self._chain(voice.relays, origin),
            party=voice.sourced.side,
            carried_over=True,
            confidence=confidence,
            rule=rule,
        )
        return attribution, voice


def _mostly_quoted(scene: Scene) -> bool:
    inside = sum(max(0, min(scene.span.end, q.span.end) - max(scene.span.start, q.span.start)) for q in scene.quotations if q.closed)
    return inside >= 0.6 * (scene.span.end - scene.span.start)


__all__ = ["Discourse", "Sourced"]
