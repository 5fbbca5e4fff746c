"""Speakers of an article as it goes on, so that "he", "the source" and sentences without a speaker can be led back to them."""

from dataclasses import dataclass, field

from provenance.extraction.attribution.wording import singular_of
from provenance.extraction.people import Person
from provenance.extraction.sourcing import Sourced, head_of
from provenance.language.lexicon import words
from provenance.model.source import Family, SourcingType
from provenance.model.text import Span

_PERSONAL = frozenset({SourcingType.NAMED_OFFICIAL, SourcingType.NAMED_EXPERT, SourcingType.NAMED_PERSON, SourcingType.ANONYMOUS_OFFICIAL, SourcingType.ANONYMOUS_INSIDER})
_REACH = 12  # sentences back that a pronoun or bare description can mean somebody


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who has been given as a source, with the words that named them and the relays that passed them on."""

    sourced: Sourced
    mention: tuple[Span, ...]
    lows: tuple[str, ...]
    relays: tuple[str, ...]
    sentence: int
    person: Person | None = None

    @property
    def head(self) -> str:
        """The word that says what they are: `source` in "a source close to the ministry"."""
        return singular_of(head_of(list(self.lows))) if self.lows else ""

    @property
    def is_person(self) -> bool:
        """Whether a singular personal pronoun can mean them."""
        return self.sourced.sourcing_type in _PERSONAL

    @property
    def is_plural(self) -> bool:
        """Whether "they" can mean them."""
        return self.sourced.sourcing_type is SourcingType.ANONYMOUS_GROUP or "and" in self.lows or (bool(self.lows) and self.lows[-1] != singular_of(self.lows[-1]))


@dataclass(slots=True)
class Speakers:
    """The speakers so far, the latest last."""

    known: list[Speaker] = field(default_factory=list)

    def add(self, speaker: Speaker) -> None:
        """Remember somebody who has just been given as a source."""
        self.known.append(speaker)

    def singular(self, sentence: int) -> Speaker | None:
        """Whom "he" or "she" can mean."""
        return next((s for s in reversed(self.known) if s.is_person and sentence - s.sentence <= _REACH), None)

    def plural(self, sentence: int) -> Speaker | None:
        """Whom "they" can mean: several persons, else a body."""
        near = [s for s in reversed(self.known) if sentence - s.sentence <= _REACH]
        return next((s for s in near if s.is_plural), None) or next((s for s in near if s.sourced.sourcing_type is SourcingType.OFFICIAL_BODY), None)

    def neuter(self, sentence: int) -> Speaker | None:
        """What "it" can mean: a body, an outlet or a document."""
        near = (s for s in reversed(self.known) if sentence - s.sentence <= _REACH)
        return next((s for s in near if s.sourced.sourcing_type.family is Family.INSTITUTION), None)

    def described(self, lows: list[str], sentence: int) -> Speaker | None:
        """Whom a bare description ("the source", "the analyst", "the ministry") can mean: the last one whose own words fit."""
        head = singular_of(lows[-1])
        near = [s for s in reversed(self.known) if sentence - s.sentence <= 2 * _REACH]
        fitting = next((s for s in near if head == s.head or (s.person is not None and head in map(singular_of, s.lows))), None)
        if fitting is not None:
            return fitting
        if head in words("sources", "person", "insider"):
            return next((s for s in near if s.sourced.sourcing_type.family is Family.ANONYMOUS), None)
        if head in words("sources", "person", "expert"):
            return next((s for s in near if s.sourced.sourcing_type is SourcingType.NAMED_EXPERT), None)
        if head in words("sources", "person", "official"):
            return next((s for s in near if s.sourced.sourcing_type is SourcingType.NAMED_OFFICIAL and s.person is not None and s.person.capacity is not None), None) if head not in ("president", "minister") else None
        return None
