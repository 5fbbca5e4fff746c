"""Speakers of an article as it goes on, so that "he", "the source" and sentences without a speaker can be led back to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations, takewhile

from provenance.extraction.attribution.wording import is_person_word, is_plural_source, singular_of
from provenance.extraction.capacities import side_of
from provenance.extraction.people import Person, gender_of
from provenance.extraction.phrases import head_of
from provenance.extraction.sourced import Sourced
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
_JUST = 3  # sentences back within which the last of several who fit is meant


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

    def bears(self, told: frozenset[str]) -> bool:
        """Whether all words that tell one from another are words of theirs, or name the state they are placed with."""
        own = {low.removesuffix("'s") for low in self.lows}
        if self.person is not None:
            own |= self.person.described
        side = self.sourced.side
        return all(word in own or (side is not None and side_of([word]) == side) for word in told)

    @property
    def is_person(self) -> bool:
        """Whether a singular personal pronoun can mean them."""
        return self.sourced.sourcing_type in _PERSONAL

    def can_be(self, gender: str | None) -> bool:
        """Whether "he" or "she" can mean them; where the article does not tell, either can."""
        own = self.person.gender if self.person is not None else gender_of(self.lows)
        return gender is None or own in (None, gender)

    def is_told(self, gender: str) -> bool:
        """Whether the article tells that "he" or "she" is right."""
        return gender == (self.person.gender if self.person is not None else gender_of(self.lows))

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

    def end_with(self, last: Sequence[Speaker]) -> None:
        """Let these be the last who have spoken, in this order: whoever speaks in what they report has not spoken after them."""
        own = {id(speaker) for speaker in last}
        self.known = [speaker for speaker in self.known if id(speaker) not in own]
        self.known.extend(last)

    def _near(self, sentence: int, reach: int) -> Iterator[Speaker]:
        """Those who have spoken within so many sentences, the latest first."""
        return takewhile(lambda s: sentence - s.sentence <= reach, reversed(self.known))

    def singular(self, sentence: int, gender: str | None = None) -> Speaker | None:
        """Whom "he" or "she" can mean."""
        return next((s for s in self._near(sentence, _REACH) if s.is_person and s.can_be(gender)), None)

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

    def described(self, lows: list[str], sentence: int, brought_in: int = -1) -> Speaker | None:
        """Whom a bare description ("the source", "the ministry") can mean: somebody whose own words fit and contradict nothing.

        Several can only mean several, and one can only mean one. A wrong witness is worse than none: where nobody fits, nobody is meant.
        Whoever a mere kind may mean has spoken since the article brought in one of that kind ("a company"), in sentence `brought_in`.
        """
        head, told = singular_of(lows[-1]), _telling(lows[:-1])
        plural = is_plural_source(lows[-1])
        near = [s for s in self._near(sentence, 2 * _REACH) if (s.is_plural or not plural) and (plural or not s.is_several)]
        fitting = [s for s in near if _same_head(s, head) and s.bears(told)]
        if fitting or plural:
            return _latest(fitting, sentence)
        kinds = _kinds_of(head)
        since = [s for s in near if s.sentence > brought_in]
        return _latest([s for s in since if s.sourced.sourcing_type in kinds and s.bears(told) and _can_mean(s, head)], sentence)


def _telling(lows: list[str]) -> frozenset[str]:
    """The words before a head that tell one bearer of it from another: `transport` in "the same transport ministry"."""
    return frozenset(low.removesuffix("'s") for low in lows if not low.endswith(_WHERE)) - _TELLS_NOTHING


def _same_head(speaker: Speaker, head: str) -> bool:
    """Whether the words that named the speaker have this head, or gave it to the person of that name."""
    if head == speaker.head:
        return True
    if speaker.person is not None:
        return is_person_word(head) and (head in speaker.person.roles or head in map(singular_of, speaker.lows))
    apposed = speaker.sourced.named and head in speaker.lows  # "the emergencies agency AFAD … the agency"
    return apposed and head in _GENERIC | _SPECIFIC


def _latest(fitting: list[Speaker], sentence: int) -> Speaker | None:
    """The one who spoke last, where only one fits or that one has just spoken."""
    if not fitting:
        return None
    alone = all(s.sourced.key == fitting[0].sourced.key for s in fitting)
    return fitting[0] if alone or sentence - fitting[0].sentence <= _JUST else None


_GENERIC = words("sources", "body", "generic")
_FOR_PROFIT = words("sources", "body", "for_profit")
_PRESS = words("sources", "media", "generic")
_SPECIFIC = words("sources", "body", "specific")
_HEADS = words("sources", "body", "heads")
_BODY_NAMES = words("sources", "body", "names")
_TELLS_NOTHING = words("sources", "person", "unnamed") | {"same", "latter", "the", "own"}
_WHERE = ("-based", "-headquartered", "-listed")
"""Endings that only say where a body sits: "the Munich-based company"."""
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
    if head == "agency":
        return _AGENCIES | {SourcingType.OFFICIAL_BODY}
    if head == "newswire":
        return _AGENCIES
    if head in _PRESS:
        return frozenset({SourcingType.MEDIA_OUTLET, SourcingType.STATE_AGENCY})
    return frozenset({SourcingType.OFFICIAL_BODY}) if head in _GENERIC else frozenset()


def _can_mean(speaker: Speaker, head: str) -> bool:
    """Whether the word can mean this one: "the group" is no ministry and no state, "the official" a person who holds an office.

    A body is meant only by a name that does not say what kind it is: "the company" is Boeing, but no hospital and no ministry.
    """
    if speaker.sourced.sourcing_type is SourcingType.NAMED_OFFICIAL:
        return speaker.person is not None and speaker.person.capacity is not None
    if speaker.sourced.sourcing_type is SourcingType.OFFICIAL_BODY:
        name = [low.removesuffix("'s") for low in speaker.lows]
        kinds = {low for low in name if low in _HEADS}
        known = any(" ".join(name[first:end]) in _BODY_NAMES for first, end in combinations(range(len(name) + 1), 2))
        return (
            speaker.sourced.named
            and speaker.sourced.name != speaker.sourced.side
            and not kinds - _KINDRED.get(head, frozenset())
            and not (known and head in _FOR_PROFIT)
        )
    return True


_KINDRED = {
    generic: _FOR_PROFIT | words("sources", "body", "for_profit_names")
    if generic in _FOR_PROFIT
    else _GENERIC - _FOR_PROFIT | {"center", "centre", "network", "society", "observatory", "institution", "foundation", "union", "league"}
    for generic in _GENERIC
}
"""What a body's own name may call it where a generic word means it: "the Observatory … the group", "Delta Air Lines … the carrier"."""
