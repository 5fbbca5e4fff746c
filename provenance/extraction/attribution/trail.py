"""The trail of a statement: from the outlet over each relay to its origin, as keys."""

from dataclasses import dataclass

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.speakers import Speaker
from provenance.extraction.attribution.wording import called_a_medium
from provenance.extraction.sourced import slug
from provenance.language.lexicon import words
from provenance.model.article import Masthead
from provenance.model.claim import Attribution, Mode
from provenance.model.source import SourcingType
from provenance.model.text import Span

MEDIA = frozenset({SourcingType.WIRE_AGENCY, SourcingType.STATE_AGENCY, SourcingType.MEDIA_OUTLET})
"""Those who pass on what others say; nobody else does."""
_MEDIA_WORDS = words("sources", "media", "heads")


@dataclass(frozen=True, slots=True)
class Trail:
    """What every chain of an article begins with: its text, its id and its masthead."""

    text: str
    article: str
    masthead: Masthead

    def relays(self, scene: Scene, places: tuple[Span, ...]) -> tuple[str, ...]:
        """The keys of those who passed the statement on, without the outlet itself."""
        keys = []
        for span in places:
            hit = scene.outlet_in(span)
            called = called_a_medium(scene.tokens_in(span))
            if hit is None and not called and not names_a_medium(scene.lows(span)):
                continue  # a ministry or a data provider that tells what others said is no outlet
            name = " ".join(t.text for t in called) if called else span.within(self.text)
            key = hit[1].key if hit else slug(name)
            if key and key not in (self.masthead.outlet, self.masthead.republished_from):
                keys.append(key)
        return tuple(dict.fromkeys(keys))

    def origin(self, voice: Speaker) -> str | None:
        """The origin's key; one without a name ("the ministry", a source) is told apart by who passed it on, and by the article."""
        if not voice.sourced.sourcing_type.shows_origin or voice.sourced.key is None:
            return None
        if voice.sourced.named and not voice.sourced.key.startswith("unnamed-"):
            return voice.sourced.key
        last = voice.relays[-1] if voice.relays else self.masthead.republished_from or self.masthead.outlet or "unknown"
        return f"{voice.sourced.key}@{last}:{self.article[:8]}"

    def chain(self, relays: tuple[str, ...], origin: str | None) -> tuple[str, ...]:
        """From the outlet to the origin, nobody twice."""
        links = [self.masthead.outlet or "unknown", self.masthead.republished_from, *relays, origin]
        return tuple(dict.fromkeys(link for link in links if link))

    def attribution(self, draft: Draft, voice: Speaker | None) -> Attribution:
        """The draft with its speaker and chain; hearsay where nobody speaks."""
        if voice is None:
            return Attribution(
                cue=draft.cue,
                content=draft.content,
                mode=draft.mode,
                sourcing_type=draft.agentless or SourcingType.HEARSAY,
                chain=self.chain((), None),
                confidence=draft.confidence,
                rule=draft.rule,
            )
        antecedent = tuple(s for s in (voice.mention or draft.antecedent) if s not in draft.source)
        led_back = bool(antecedent) and draft.rule != "relative clause"
        return self._voiced(
            voice,
            source=draft.source,
            antecedent=antecedent,
            cue=draft.cue,
            content=draft.content,
            mode=draft.mode,
            confidence=round(draft.confidence * (0.9 if led_back else 1.0), 2),
            rule=draft.rule,
        )

    def carried(self, span: Span, mode: Mode, voice: Speaker, rule: str, confidence: float) -> Attribution:
        """An attribution of a whole sentence that has neither cue nor source of its own."""
        return self._voiced(
            voice, antecedent=voice.words or voice.mention, content=(span,), mode=mode, carried_over=True, confidence=confidence, rule=rule
        )

    def stance(self, draft: Draft) -> Attribution:
        """An attitude or act of somebody, told in the outlet's own voice: it shows no origin of the claim."""
        return Attribution(
            source=draft.source,
            antecedent=draft.antecedent,
            cue=draft.cue,
            content=draft.content,
            mode=draft.mode,
            sourcing_type=SourcingType.UNATTRIBUTED,
            chain=self.chain((), None),
            confidence=draft.confidence,
            rule=draft.rule,
        )

    def _voiced(self, voice: Speaker, **told: object) -> Attribution:
        origin = self.origin(voice)
        return Attribution.model_validate(
            {
                "sourcing_type": voice.sourced.sourcing_type,
                "origin": origin,
                "origin_name": voice.sourced.name,
                "chain": self.chain(voice.relays, origin),
                "party": voice.sourced.side,
                **told,
            }
        )


def names_a_medium(lows: list[str]) -> bool:
    """Whether the words stand for a medium that no registry knows: "state television", "the newspaper"."""
    named = [low for low in lows if low[0].isalnum()]
    return bool(named) and named[-1] in _MEDIA_WORDS


def behind(outer: Attribution, inner: Attribution) -> Attribution:
    """`X called on …, according to SANA`: what X says reaches the outlet through SANA."""
    if inner.cue == outer.cue or not any(content.contains(cue) for content in outer.content for cue in inner.cue):
        return inner
    passes_on = outer.sourcing_type in MEDIA and outer.origin is not None and inner.origin is not None
    chain = tuple(dict.fromkeys((*outer.chain, inner.origin))) if passes_on and inner.origin is not None else inner.chain
    return inner.model_copy(update={"chain": chain, "nested": True})


def share_relays(read: list[list[Attribution]], paragraphs: list[int]) -> None:
    """One speaker in two sentences running, and only one of them says through whom: it holds for both."""
    for at in range(len(read) - 1):
        for here, there in ((at, at + 1), (at + 1, at)):
            if not read[here] or not read[there] or paragraphs[at + 1] - paragraphs[at] > 1:
                continue
            first, other = read[here][0], read[there][0]
            if first.origin is None or first.origin != other.origin or len(first.chain) >= len(other.chain):
                continue
            if first.chain == (*other.chain[: len(first.chain) - 1], first.origin):
                shared = {
                    "chain": other.chain,
                    "rule": f"{first.rule} · relay shared with the next sentence",
                    "confidence": min(first.confidence, 0.8),
                }
                read[here][0] = first.model_copy(update=shared)
