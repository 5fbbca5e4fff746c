"""Speakers of an article as it goes on, so that "he", "the source" and sentences without a speaker can be led back to them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import takewhile

from provenance.extraction.attribution.wording import is_person_word, is_plural_source, singular_of
from provenance.extraction.people import Person
from provenance.extraction.phrases import head_of
from provenance.extraction.sourcing import Sourced
from provenance.language.lexicon import words
from provenance.model.source import Family, SourcingType
from provenance.model.text import Span

_PERSONAL = frozenset(
    {
        SourcingType.NAMED_OFFICIAL,
        SourcingType.NAMED_EXPERT,
        SourcingType.NAMED_PERSON,
        SourcingType.ANONYMOUS_OFFICIAL,
        SourcingType.ANONYMOUS_INSIDER,
    }
)
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
    words: tuple[Span, ...] = ()
    """The words that named them where they spoke last, which may be no more than "he"."""

    @property
    def head(self) -> str:
        """The word that says what they are: `source` in "a source close to the ministry"."""
        return singular_of(head_of(list(self.lows))) if self.lows else ""

    @property
    def is_person(self) -> bool:
        """Whether a singular personal pronoun can mean them."""
        return self.sourced.sourcing_type in _PERSONAL

    @property
    def is_several(self) -> bool:
        """Whether several unnamed persons speak as one."""
        return self.sourced.sourcing_type is SourcingType.ANONYMOUS_GROUP

    @property
    def is_plural(self) -> bool:
        """Whether "they" can mean them."""
        return (
            self.sourced.sourcing_type is SourcingType.ANONYMOUS_GROUP
            or "and" in self.lows
            or (bool(self.lows) and self.lows[-1] != singular_of(self.lows[-1]))
        )


@dataclass(slots=True)
class Speakers:
    """The speakers so far, the latest last."""

    known: list[Speaker] = field(default_factory=list)

    def add(self, speaker: Speaker) -> None:
        """Remember somebody who has just been given as a source."""
        self.known.append(speaker)

    def _near(self, sentence: int, reach: int) -> Iterator[Speaker]:
        """Those who have spoken within so many sentences, the latest first."""
        return takewhile(lambda s: sentence - s.sentence <= reach, reversed(self.known))

    def singular(self, sentence: int) -> Speaker | None:
        """Whom "he" or "she" can mean."""
        return next((s for s in self._near(sentence, _REACH) if s.is_person), None)

    def plural(self, sentence: int) -> Speaker | None:
        """Whom "they" can mean: several persons, else a body."""
        near = list(self._near(sentence, _REACH))
        return next((s for s in near if s.is_plural), None) or next(
            (s for s in near if s.sourced.sourcing_type is SourcingType.OFFICIAL_BODY), None
        )

    def neuter(self, sentence: int) -> Speaker | None:
        """What "it" can mean: a body, an outlet or a document."""
        near = self._near(sentence, _REACH)
        return next((s for s in near if s.sourced.sourcing_type.family is Family.INSTITUTION), None)

    def described(self, lows: list[str], sentence: int) -> Speaker | None:
        """Whom a bare description ("the source", "the analyst", "the ministry") can mean: the last one whose own words fit.

        Several can only mean several, and one can only mean one.
        """
        head = singular_of(lows[-1])
        plural = is_plural_source(lows[-1])
        near = [s for s in self._near(sentence, 2 * _REACH) if (s.is_plural or not plural) and (plural or not s.is_several)]
        fitting = next(
            (
                s
                for s in near
                if head == s.head
                or (s.person is not None and is_person_word(head) and (head in s.person.roles or head in map(singular_of, s.lows)))
            ),
            None,
        )
        if fitting is not None or plural:
            return fitting
        kinds = _kinds_of(head) if len(lows) == 1 or head not in _GENERIC else frozenset()
        return next((s for s in near if s.sourced.sourcing_type in kinds and _can_mean(s, head)), None)


_GENERIC = words("sources", "body", "generic")
_PRESS = words("sources", "media", "generic")
_SPECIFIC = words("sources", "body", "specific")
_AGENCIES = frozenset({SourcingType.STATE_AGENCY, SourcingType.WIRE_AGENCY})


@cache
def _kinds_of(head: str) -> frozenset[SourcingType]:
    """The sourcing types that a word which nobody introduced with can mean."""
    if head in words("sources", "person", "insider"):
        return frozenset({SourcingType.ANONYMOUS_OFFICIAL, SourcingType.ANONYMOUS_INSIDER, SourcingType.ANONYMOUS_GROUP})
    if head in words("sources", "person", "expert"):
        return frozenset({SourcingType.NAMED_EXPERT})
    if head in words("sources", "person", "generic_official"):
        return frozenset({SourcingType.NAMED_OFFICIAL})
    if head in _PRESS:
        return _AGENCIES | {SourcingType.MEDIA_OUTLET}
    if head == "agency":
        return _AGENCIES | {SourcingType.OFFICIAL_BODY}
    return frozenset({SourcingType.OFFICIAL_BODY}) if head in _GENERIC else frozenset()


def _can_mean(speaker: Speaker, head: str) -> bool:
    """Whether the word can mean this one: "the group" is no ministry and no state, "the official" a person who holds an office."""
    if speaker.sourced.sourcing_type is SourcingType.NAMED_OFFICIAL:
        return speaker.person is not None and speaker.person.capacity is not None
    if head in _GENERIC:
        return speaker.head not in _SPECIFIC and speaker.sourced.name != speaker.sourced.side
    return True
