"""Who is meant by the words that name a source: a name, a pronoun or a description led back to somebody named before."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.referents import Referents
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.speakers import Speaker, Speakers
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.trail import MEDIA, Trail
from provenance.extraction.attribution.wording import is_person_word
from provenance.extraction.people import People
from provenance.extraction.sourced import Sourced, slug
from provenance.extraction.sourcing import sourced
from provenance.language.lexicon import words
from provenance.model.source import SourcingType
from provenance.model.text import Span

_SINGULAR = words("sources", "person", "pronouns_singular")
_PLURAL = words("sources", "person", "pronouns_plural")
_POINTING = frozenset({"the", "this", "that", "same"})
_BRINGS_IN = frozenset({"a", "an", "another"})
_ANSWERING = words("formats", "answering")
_RELATIVE = frozenset({"who", "which", "whom", "that"})
_CLAUSE = frozenset({"who", "which", "whose", "or"})
_FEW = 4  # words of "both women", "the two candidates"
_LONGEST = 6  # words of a description that goes back to somebody


@dataclass(slots=True)
class Voices:
    """The voices of one article: who has spoken, and who is meant where somebody speaks again."""

    trail: Trail
    scenes: Sequence[Scene]
    people: People
    speakers: Speakers = field(default_factory=Speakers)
    _first_told: dict[str, list[int]] | None = None
    """The numbers of the sentences that bring in one of each kind, read when first asked for."""

    @property
    def referents(self) -> Referents:
        """The persons whom the article names, spoken or not."""
        return Referents(self.trail.text, self.scenes, self.people)

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
        meant = self._meant(at, lows, draft.source[0]) or self._without_clause(at, tokens)
        if meant is not None:
            return replace(meant, relays=relays or meant.relays, sentence=at, words=draft.source)
        return self._named(at, draft, tokens, relays)

    def _without_clause(self, at: int, tokens: Sequence[Token]) -> Speaker | None:
        """Whom `the source, | who asked not to be named` goes back to: somebody who has spoken."""
        comma = next((k for k, t in enumerate(tokens[:-1]) if t.text == "," and tokens[k + 1].low in _CLAUSE), None)
        lows = [t.low for t in tokens[:comma] if t.is_word] if comma is not None else []
        return self.speakers.described(lows[1:], at) if 2 <= len(lows) <= _FEW and lows[0] in _POINTING else None

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

    def _meant(self, at: int, lows: list[str], place: Span) -> Speaker | None:
        if len(lows) == 1:
            if lows[0] in _SINGULAR or lows[0] in ("his", "her", "him"):
                return self._he_or_she(at, place, "he" if lows[0] in ("he", "his", "him") else "she")
            if lows[0] in _PLURAL or lows[0] in ("their", "them"):
                return self.referents.several_here(at, place.start) or self.referents.pair(at) or self.speakers.plural(at)
            return self._it(at) if lows[0] in ("it", "its") else self.referents.interviewed(at) if lows[0] in _ANSWERING else None
        if lows[:2] == ["one", "of"]:
            return self._one_of(at, lows)
        if lows[0] == "both" or lows[:2] == ["the", "two"]:
            return self.referents.pair(at) if len(lows) <= _FEW and is_person_word(lows[-1]) else None
        first = lows[: lows.index("and")] if "and" in lows else lows  # "the former president and candidate"
        if 2 <= len(first) <= _LONGEST and lows[0] in _POINTING and not _CLAUSE.intersection(first):
            return self._description(at, first[1:])
        return None

    def _he_or_she(self, at: int, place: Span, gender: str) -> Speaker | None:
        """Who opens this very sentence, else who has opened one since somebody spoke, else who spoke last, else who was named last.

        Somebody whom the article never calls "he" or "she" gives way to the one of that gender whom the sentence just before names.
        """
        last = self.speakers.known[-1].sentence if self.speakers.known else -1
        found = (
            self.referents.subject_here(at, place.start, gender)
            or self.referents.person_since(at, last, gender)
            or self.speakers.singular(at, gender)
        )
        if found is None:
            return self.referents.subject_person(at, gender)
        told = found.sentence >= at - 1 or found.is_told(gender)
        return found if told else self.referents.known_by_gender(at - 1, gender) or found

    def _it(self, at: int) -> Speaker | None:
        """What has just spoken, else what opens the sentence before ("The report was leaked. It says …"), else what spoke further back."""
        spoken = self.speakers.neuter(at)
        if spoken is not None and spoken.sentence >= at - 1:
            return spoken
        return self.referents.subject_thing(at) or spoken

    def _description(self, at: int, lows: list[str]) -> Speaker | None:
        """Whom "the source", "the French president", "the actress" go back to."""
        bare = "of" not in lows
        spoken = self.speakers.described(lows, at, self._brought_in(at, lows[-1])) if bare and len(lows) <= 3 else None
        return spoken or self.referents.in_office(at, lows) or self.referents.described(at, lows)

    def _brought_in(self, at: int, kind: str) -> int:
        """The last sentence before this one that brings in one of a kind: "a company", "the port's operator"; -1 where none does."""
        if self._first_told is None:
            self._first_told = {}
            for number, scene in enumerate(self.scenes):
                for before, behind in pairwise(scene.tokens):
                    if before.low in _BRINGS_IN or before.low.endswith("'s"):
                        self._first_told.setdefault(behind.low, []).append(number)
        told = self._first_told.get(kind, [])
        place = bisect_left(told, at)
        return told[place - 1] if place else -1

    def _named(self, at: int, draft: Draft, tokens: Sequence[Token], relays: tuple[str, ...]) -> Speaker:
        scene = self.scenes[at]
        place = Span(tokens[0].start, tokens[-1].end)
        hit = scene.outlet_in(place)
        found = sourced(self.trail.text, list(tokens), hit[1] if hit else None, self.people, document=draft.document)
        if draft.newsroom and hit is None:
            found = Sourced(SourcingType.MEDIA_OUTLET, slug(found.name.removeprefix("the ").removeprefix("The ")), found.name)
        person = self.people.named_in([t for t in tokens if t.is_word])
        return Speaker(found, (place,), tuple(t.low for t in tokens if t.is_word), relays, at, person)
