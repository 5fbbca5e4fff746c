"""Who is meant by the words that name a source: a name, a pronoun or a description led back to somebody named before."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.speakers import Speaker, Speakers
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.trail import MEDIA, Trail
from provenance.extraction.attribution.wording import finite_verbs
from provenance.extraction.capacities import side_of
from provenance.extraction.people import People
from provenance.extraction.phrases import head_of
from provenance.extraction.sourced import Sourced, slug
from provenance.extraction.sourcing import sourced
from provenance.language.lexicon import states_by_demonym, words
from provenance.model.source import SourcingType
from provenance.model.text import Span

_SINGULAR = words("sources", "person", "pronouns_singular")
_PLURAL = words("sources", "person", "pronouns_plural")
_POINTING = frozenset({"the", "this", "that", "same"})
_RELATIVE = frozenset({"who", "which", "whom"})
_FAR, _OPENING = 9, 6  # sentences further back, and words of each, in which somebody can be meant where nobody is nearer
_NEAR = 3  # sentences back in which a person who did not speak can be meant by "he"


@dataclass(slots=True)
class Voices:
    """The voices of one article: who has spoken, and who is meant where somebody speaks again."""

    trail: Trail
    scenes: Sequence[Scene]
    people: People
    speakers: Speakers = field(default_factory=Speakers)

    def of(self, at: int, draft: Draft) -> Speaker | None:
        """Whose words the draft of a sentence reports; None where it names nobody."""
        if not draft.source:
            return None
        scene = self.scenes[at]
        tokens = scene.tokens_in(draft.source[0])
        lows = [t.low for t in tokens if t.is_word]
        if not lows:
            return None
        relays = self._relays(at, draft)
        if lows[-1] in _RELATIVE and draft.antecedent:
            return self._named(at, draft, scene.tokens_in(draft.antecedent[0]), relays)
        meant = self._meant(at, lows)
        if meant is not None:
            return replace(meant, relays=relays or meant.relays, sentence=at, words=draft.source)
        return self._named(at, draft, tokens, relays)

    def named_at(self, place: Span) -> Speaker | None:
        """Who is named at a place: whoever spoke with these words, else whom the words name by themselves."""
        at = next((k for k, scene in enumerate(self.scenes) if scene.span.overlaps(place)), None)
        if at is None or not self.scenes[at].tokens_in(place):
            return None
        spoken = next((s for s in reversed(self.speakers.known) if s.sentence == at and any(place.overlaps(m) for m in s.mention)), None)
        return spoken or self.of(at, Draft("labeller", cue=(), content=(), source=(place,)))

    def _relays(self, at: int, draft: Draft) -> tuple[str, ...]:
        """Who passed it on; "the agency" that did is led back like any other description."""
        keys: list[str] = []
        for span in draft.relays:
            lows = self.scenes[at].lows(span)
            known = (
                self.speakers.described(lows[1:], at)
                if 2 <= len(lows) <= 3 and lows[0] == "the" and self.scenes[at].outlet_in(span) is None
                else None
            )
            keys.extend(
                [known.sourced.key]
                if known is not None and known.sourced.key and known.sourced.sourcing_type in MEDIA
                else self.trail.relays(self.scenes[at], (span,))
            )
        return tuple(dict.fromkeys(keys))

    def _one_of(self, at: int, lows: list[str]) -> Speaker | None:
        """`One of the sources`, `one of them`: somebody among those who have spoken, and no source beside them."""
        several = self.speakers.plural(at) if lows[2:] == ["them"] else self.speakers.described(lows[3:], at) if len(lows) > 3 else None
        if several is None or several.sourced.sourcing_type is not SourcingType.ANONYMOUS_GROUP:
            return None
        kind = SourcingType.ANONYMOUS_OFFICIAL if several.head in words("sources", "person", "official") else SourcingType.ANONYMOUS_INSIDER
        return replace(several, sourced=replace(several.sourced, sourcing_type=kind))

    def _meant(self, at: int, lows: list[str]) -> Speaker | None:
        if len(lows) == 1:
            if lows[0] in _SINGULAR or lows[0] in ("his", "her"):
                return self._person_since(at) or self.speakers.singular(at) or self.subject_person(at)
            if lows[0] in _PLURAL or lows[0] == "their":
                return self.speakers.plural(at)
            return self.speakers.neuter(at) if lows[0] in ("it", "its") else None
        if lows[:2] == ["one", "of"]:
            return self._one_of(at, lows)
        if (len(lows) <= 4 and lows[0] in _POINTING) or (len(lows) <= 6 and lows[0] == "the" and "of" in lows):
            bare = "of" not in lows
            described = (self.speakers.described(lows[1:], at) if bare else None) or self._in_office(at, lows[1:])
            if described is None and bare and _describes_a_person(lows[1:]):
                person = self._person_since(at) or self.speakers.singular(at) or self.subject_person(at)
                side = side_of(lows[1:])
                return None if person is None or (side and person.sourced.side not in (None, side)) else person
            return described
        return None

    def _in_office(self, at: int, lows: list[str]) -> Speaker | None:
        """`The French president`: the one person whom the text has given that office, though not as a speaker yet."""
        head = head_of(lows)
        if head not in words("sources", "person", "official"):
            return None
        told = frozenset(low for low in lows if low not in (head, "of") and side_of([low]) is None)
        person = self.people.in_role(head, side_of(lows), told)
        if person is None or not person.mentions:
            return None
        here = self.scenes[at].span.start
        mention = next((m for m in reversed(person.mentions) if m.end <= here), person.mentions[0])
        order = (*range(at - 1, -1, -1), *range(at, len(self.scenes)))
        back = next((k for k in order if self.scenes[k].span.contains(mention)), None)
        return self._person_in(back, self.scenes[back].tokens_in(mention)) if back is not None else None

    def _person_since(self, at: int) -> Speaker | None:
        """A person who opens a sentence since somebody last spoke: "Fidan disagreed. “…,” he said"."""
        last = self.speakers.known[-1].sentence if self.speakers.known else -1
        for back in range(at - 1, max(last, at - 1 - _NEAR), -1):
            scene = self.scenes[back]
            verb = next(
                (k for k, t in enumerate(scene.tokens) if t.low in finite_verbs() or (k and t.low.endswith("ed") and not t.is_capital)), 0
            )
            opening = scene.tokens[scene.body_start : verb]
            if opening and not any(q.closed for q in scene.quotations) and (found := self._person_in(back, opening)) is not None:
                return found
        return None

    def subject_person(self, at: int) -> Speaker | None:
        """A person whom one of the two sentences before names, where nobody has been quoted yet."""
        near = range(at - 1, max(-1, at - 3), -1)
        found = next((found for back in near if (found := self._person_in(back, self.scenes[back].tokens)) is not None), None)
        return found or self._subject_before(at)

    def _subject_before(self, at: int) -> Speaker | None:
        """A person with whom one of the sentences further back opens, the nearest of them."""
        for back in range(at - 3, max(-1, at - 3 - _FAR), -1):
            scene = self.scenes[back]
            opening = scene.tokens[scene.body_start : scene.body_start + _OPENING]
            if (found := self._person_in(back, opening)) is not None:
                return found
        return None

    def _person_in(self, back: int, tokens: Sequence[Token]) -> Speaker | None:
        person = self.people.named_in([t for t in tokens if t.is_word])
        if person is None or not tokens:
            return None
        within = Span(tokens[0].start, tokens[-1].end)
        mention = next((m for m in person.mentions if within.contains(m)), None)
        if mention is None:
            last = person.name.split()[-1].lower()
            mention = next((Span(t.start, t.end) for t in tokens if t.low.removesuffix("'s") == last), None)
        words_of_name = self.scenes[back].tokens_in(mention) if mention is not None else []
        if mention is None or not words_of_name:
            return None
        return Speaker(
            sourced(self.trail.text, words_of_name, None, self.people), (mention,), tuple(t.low for t in words_of_name), (), back, person
        )

    def _named(self, at: int, draft: Draft, tokens: Sequence[Token], relays: tuple[str, ...]) -> Speaker:
        scene = self.scenes[at]
        place = Span(tokens[0].start, tokens[-1].end)
        hit = scene.outlet_in(place)
        found = sourced(self.trail.text, list(tokens), hit[1] if hit else None, self.people, document=draft.document)
        if draft.newsroom and hit is None:
            found = Sourced(SourcingType.MEDIA_OUTLET, slug(found.name.removeprefix("the ").removeprefix("The ")), found.name)
        person = self.people.named_in([t for t in tokens if t.is_word])
        return Speaker(found, (place,), tuple(t.low for t in tokens if t.is_word), relays, at, person)


def _describes_a_person(lows: list[str]) -> bool:
    """Whether the words can stand for one person whom the text has named: "the 42-year-old", "the Spaniard"."""
    head = lows[-1]
    return head.endswith("-year-old") or (
        len(lows) == 1 and head in states_by_demonym() and head in words("sources", "person", "compatriots")
    )
