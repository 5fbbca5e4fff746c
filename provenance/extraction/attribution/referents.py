"""Which person that the article names is meant by a pronoun or a description, whether or not they have spoken yet."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.speakers import Speaker
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import finite_verbs, is_person_word, is_plural_source, singular_of
from provenance.extraction.capacities import Capacity, capacity_of_word, side_of
from provenance.extraction.people import People, Person, bare_name
from provenance.extraction.phrases import head_of
from provenance.extraction.sourcing import sourced
from provenance.language.lexicon import nouns, roles, states_by_demonym, words
from provenance.model.source import SourcingType
from provenance.model.text import Span

_FAR, _OPENING = 9, 6  # sentences further back, and words of each, in which somebody can be meant where nobody is nearer
_JUST_BEFORE = 2
_NEAR = 3  # sentences back in which a person who did not speak can be meant by "he"
_DETERMINERS = words("grammar", "determiners")
_THINGS = words("sources", "document", "heads") | words("sources", "body", "heads")
_ASKING = words("formats", "asking")
_ADJECTIVES = frozenset(roles("adjectives"))
_NEVER_NAMED = frozenset(roles("never_named"))
_COMPATRIOTS = words("sources", "person", "compatriots")
_PERSON_ENDINGS = tuple(words("sources", "person", "endings"))


@dataclass(frozen=True, slots=True)
class Referents:
    """The persons of one article with the sentences that name them."""

    text: str
    scenes: Sequence[Scene]
    people: People

    def subject_here(self, at: int, before: int, gender: str | None) -> Speaker | None:
        """Who opens the sentence in which "he" stands further on: "Fidan has kept the appointments that he made"."""
        scene = self.scenes[at]
        opening = [t for t in self._opening(scene) if t.end <= before]
        if not opening or opening[-1].end >= before or any(q.closed for q in scene.quotations if q.span.start < opening[0].start):
            return None
        verb = bisect_left(scene.starts, opening[-1].end)
        if verb >= len(scene.tokens) or scene.tokens[verb].start >= before:
            return None
        return _of_gender(self._person_in(at, opening), gender)

    def person_since(self, at: int, last: int, gender: str | None) -> Speaker | None:
        """A person who opens a sentence since somebody last spoke, in sentence `last`: "Fidan disagreed. “…,” he said"."""
        for back in range(at - 1, max(last, at - 1 - _NEAR), -1):
            scene = self.scenes[back]
            if any(q.closed for q in scene.quotations):
                continue
            opening = self._opening(scene)
            if opening and (found := _of_gender(self._person_in(back, opening), gender)) is not None:
                return found
        return None

    def subject_person(self, at: int, gender: str | None = None) -> Speaker | None:
        """A person whom one of the two sentences before names, else with whom one further back opens."""
        for person, back in self._named_before(at):
            if at - back > _JUST_BEFORE:
                break
            if (found := _of_gender(self._speaker(person, back), gender)) is not None:
                return found
        for back in range(at - 3, max(-1, at - 3 - _FAR), -1):
            scene = self.scenes[back]
            opening = scene.tokens[scene.body_start : scene.body_start + _OPENING]
            if (found := _of_gender(self._person_in(back, opening), gender)) is not None:
                return found
        return None

    def known_by_gender(self, at: int, gender: str) -> Speaker | None:
        """The one person of that gender whom a sentence names."""
        named = {id(p): p for t in self.scenes[at].tokens if t.is_capital and (p := self.people.by_name.get(bare_name(t.text))) is not None}
        fitting = [person for person in named.values() if person.gender == gender]
        return self._speaker(fitting[0], at) if len(fitting) == 1 else None

    def subject_thing(self, at: int) -> Speaker | None:
        """The body or paper with which the sentence before opens, and which has not spoken yet."""
        opening = list(takewhile(lambda t: t.is_word, self._opening(self.scenes[at - 1]))) if at else []
        lows = [t.low for t in opening]
        if len(lows) < 2 or lows[0] not in _DETERMINERS or head_of(lows) not in _THINGS:
            return None
        return self._of_words(at - 1, opening)

    def interviewed(self, at: int) -> Speaker | None:
        """Who answers where questions and answers are marked: the one person whom the text names before the first question."""
        asked = next((s.span.start for s in self.scenes if len(s.tokens) > 1 and s.tokens[0].low in _ASKING and s.tokens[1].text == ":"), 0)
        named = {id(p): p for p in self.people.by_name.values() if p.mentions and p.mentions[0].start < asked}
        return self._latest_mention(next(iter(named.values())), at) if len(named) == 1 else None

    def in_office(self, at: int, lows: list[str]) -> Speaker | None:
        """`The French president`, `the actress`: the one person whom the text gives that role, though not as a speaker yet."""
        head = singular_of(head_of(lows))
        if head not in lows and head_of(lows) not in lows:
            return None
        side, told = side_of(lows), _telling(lows, head)
        person = self.people.in_role(head, side, told)
        return self._latest_mention(person, at) if person is not None else None

    def described(self, at: int, lows: list[str]) -> Speaker | None:
        """`The governor`, `the 46-year-old`, `the Spaniard`: the person named last whom the description does not contradict.

        Nobody where the article gives that role to somebody it does not name ("a judge … The judge"), or where the word stands
        for people whom articles leave unnamed ("the official", "the aide").
        """
        head = head_of(lows)
        if not _can_stand_for_a_name(lows, head) or head in self.people.unnamed:
            return None
        side, told = side_of(lows), _telling(lows, head)
        near = [(person, back) for person, back in self._named_before(at) if _fits(person, head, side, told)]
        if capacity_of_word(head) is Capacity.OFFICIAL:
            near.sort(key=lambda found: found[0].capacity is not Capacity.OFFICIAL)
        found = self._speaker(*near[0]) if near else None
        return _in_capacity(found, capacity_of_word(head)) if found is not None else None

    def pair(self, at: int) -> Speaker | None:
        """`They`, `both`: two persons whom a sentence just before names side by side as its subject."""
        for back in range(at - 1, max(-1, at - 1 - _NEAR), -1):
            opening = self._opening(self.scenes[back])
            joined = next((k for k, t in enumerate(opening) if t.low == "and"), None)
            if not joined:
                continue
            left, right = self.people.named_in(opening[:joined]), self.people.named_in(opening[joined + 1 :])
            if left is not None and right is not None and left is not right:
                return self._of_words(back, opening)
        return None

    def several_here(self, at: int, before: int) -> Speaker | None:
        """`They` further on in a sentence that several people open: "Analysts at the bank expect a cut, they wrote"."""
        scene = self.scenes[at]
        verb = next((cue.first for cue in scene.cues if cue.first > scene.body_start), 0)
        opening = scene.tokens[scene.body_start : verb]
        lows = [t.low for t in opening if t.is_word]
        if not lows or opening[-1].end > before or not is_plural_source(head_of(lows)):
            return None
        return self._of_words(at, opening)

    def _opening(self, scene: Scene) -> list[Token]:
        """The words in front of a sentence's first verb, its dateline left out."""
        verb = next(
            (k for k, t in enumerate(scene.tokens) if t.low in finite_verbs() or (k and t.low.endswith("ed") and not t.is_capital)), 0
        )
        return scene.tokens[scene.body_start : verb]

    def _named_before(self, at: int) -> Iterator[tuple[Person, int]]:
        """The persons whom the sentences before name, the nearest sentence first, and in it who is named first."""
        for back in range(at - 1, max(-1, at - 2 - _FAR), -1):
            seen: set[int] = set()
            for token in self.scenes[back].tokens:
                person = self.people.by_name.get(bare_name(token.text)) if token.is_capital else None
                if person is not None and id(person) not in seen:
                    seen.add(id(person))
                    yield person, back

    def _latest_mention(self, person: Person, at: int) -> Speaker | None:
        if not person.mentions:
            return None
        here = self.scenes[at].span.start
        mention = next((m for m in reversed(person.mentions) if m.end <= here), person.mentions[0])
        order = (*range(at - 1, -1, -1), *range(at, len(self.scenes)))
        back = next((k for k in order if self.scenes[k].span.contains(mention)), None)
        return self._person_in(back, self.scenes[back].tokens_in(mention)) if back is not None else None

    def _speaker(self, person: Person, back: int) -> Speaker | None:
        own = {bare_name(word) for word in person.name.split()}
        place = next((t for t in self.scenes[back].tokens if t.is_capital and bare_name(t.text) in own), None)
        return self._of_words(back, [place], person) if place is not None else None

    def _person_in(self, back: int, tokens: Sequence[Token]) -> Speaker | None:
        person = self.people.named_in([t for t in tokens if t.is_word])
        if person is None or not tokens:
            return None
        within = Span(tokens[0].start, tokens[-1].end)
        mention = next((m for m in person.mentions if within.contains(m)), None)
        if mention is None:
            last = person.name.split()[-1].lower()
            mention = next((Span(t.start, t.end) for t in tokens if t.low.removesuffix("'s") == last), None)
        return self._of_words(back, self.scenes[back].tokens_in(mention), person) if mention is not None else None

    def _of_words(self, back: int, tokens: list[Token], person: Person | None = None) -> Speaker | None:
        named = [t for t in tokens if t.is_word]
        if not named:
            return None
        place = Span(named[0].start, named[-1].end)
        found = sourced(self.text, tokens, None, self.people)
        return Speaker(found, (place,), tuple(t.low for t in named), (), back, person or self.people.named_in(named))


def _in_capacity(speaker: Speaker, capacity: Capacity | None) -> Speaker:
    """The speaker in the office that the description gives them, where the article tells of no other capacity."""
    if capacity is not Capacity.OFFICIAL or speaker.sourced.sourcing_type is not SourcingType.NAMED_PERSON:
        return speaker
    return replace(speaker, sourced=replace(speaker.sourced, sourcing_type=SourcingType.NAMED_OFFICIAL))


def _of_gender(speaker: Speaker | None, gender: str | None) -> Speaker | None:
    return speaker if speaker is not None and speaker.can_be(gender) else None


def _can_stand_for_a_name(lows: list[str], head: str) -> bool:
    """Whether the words can describe one person whom the article names."""
    if (head in _NEVER_NAMED and "top" not in lows) or singular_of(head) != head:
        return False
    if head.endswith("-year-old") or (len(lows) == 1 and head in states_by_demonym() and head in _COMPATRIOTS):
        return True
    return (
        is_person_word(head)
        or capacity_of_word(head) is not None
        or (len(head) > 4 and head.endswith(_PERSON_ENDINGS) and head not in nouns("not_people"))
    )


def _telling(lows: list[str], head: str) -> frozenset[str]:
    """The words of a description that tell one bearer of its role from another: `transport` of "the former transport minister"."""
    bare = (low.removesuffix("'s") for low in lows)
    return frozenset(low for low in bare if low not in _ADJECTIVES and low not in (head, "of", "the") and side_of([low]) is None)


def _fits(person: Person, head: str, side: str | None, told: frozenset[str]) -> bool:
    """Whether nothing that the article tells of the person speaks against the description."""
    if side is not None and person.side not in (None, side):
        return False
    if not told <= person.described and (head in person.roles or head not in roles("generic")):
        return False  # "the interior minister … The transport minister", "the stadium announcer"
    capacity = capacity_of_word(head)
    if capacity is Capacity.OFFICIAL:
        held = {role for role in person.roles if capacity_of_word(role) is Capacity.OFFICIAL}
        return person.capacity in (None, Capacity.OFFICIAL) and (not held or head in held or head in roles("generic"))
    if capacity is Capacity.EXPERT:
        return person.capacity in (None, Capacity.EXPERT)
    return True
