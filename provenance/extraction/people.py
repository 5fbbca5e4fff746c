"""The persons of an article by their names, with the office or trade that the text gives them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.capacities import Capacity
from provenance.language.lexicon import read_lexicon, roles, states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.text import Span

_POSSESSIVE = re.compile(r"['’‘]s$")
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
"""What may stand behind a family name and is no part of it."""
_HONORIFICS = words("sources", "person", "honorifics")
_SHE, _HE = frozenset(roles("she")), frozenset(roles("he"))
_ARTICLES = frozenset(read_lexicon("names")["articles"])
_PARTICLES = tuple(read_lexicon("names")["opens_family_name"])


@lru_cache(maxsize=65536)
def bare_name(word: str) -> str:
    """A word of a name folded, without a possessive."""
    return fold(_POSSESSIVE.sub("", word))


@lru_cache(maxsize=16384)
def gender_of(lows: tuple[str, ...]) -> str | None:
    """`he` or `she` by the first word that tells: an honorific, a role such as `actress`, a given name; None where none does."""
    for low in lows:
        bare = low.rstrip(".").removesuffix("'s")
        if bare in _SHE:
            return "she"
        if bare in _HE:
            return "he"
    return None


@dataclass(slots=True)
class Person:
    """Somebody with a name: the fullest name, what the text says they are, where it says so, and their side."""

    name: str
    mentions: list[Span] = field(default_factory=list)
    capacity: Capacity | None = None
    side: str | None = None
    roles: set[str] = field(default_factory=set)
    """The role words that the text gives them: `minister`, `analyst`."""
    described: set[str] = field(default_factory=set)
    """Every word of their titles and appositions: `interior` and `minister`."""
    gender: str | None = None
    """`he` or `she` where the article tells it, by a title, a given name or the pronouns behind the name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in a sentence: from token `first`, an honorific counted, to before token `end`."""

    person: Person
    first: int
    end: int


@dataclass(slots=True)
class People:
    """The persons of an article, found by any of their names."""

    by_name: dict[str, Person] = field(default_factory=dict)
    bodies: set[str] = field(default_factory=set)
    """Names, folded, that the text treats as a company's or body's: "Boeing, which", "a spokesman for Boeing", "AFAD"."""
    unnamed: set[str] = field(default_factory=set)
    """Roles in which the article brings in somebody without a name: `judge` of "a federal judge"."""
    common: frozenset[str] = frozenset()
    """The words that the article writes in lower case."""

    def add(self, name: str, key: str) -> Person:
        """A person new to the article, under the full name, the last word of it and the last two."""
        person = self.by_name[key] = Person(name)
        parts = name.split()
        if len(parts) > 1:
            last = fold(parts[-1])
            held = self.by_name.get(last)
            if held is None or " " not in held.name:
                self.by_name[last] = person
            article, _, bare = last.partition(" ")
            if bare and article in _ARTICLES:
                self.by_name.setdefault(bare, person)  # "Bashar al-Assad … Assad"
            if len(parts) > 2 and "-" not in last:
                self.by_name.setdefault(fold(" ".join(parts[-2:])), person)
        return person

    def forget(self, is_nobody: Callable[[Person], bool]) -> None:
        """Leave out whoever turns out to be no person."""
        self.by_name = {name: person for name, person in self.by_name.items() if not is_nobody(person)}

    def add_first_words(self) -> None:
        """Let the first word of a name stand for it where it is nobody else's: family names stand first in China, Korea and Vietnam."""
        first: dict[str, set[str]] = {}
        for person in self.by_name.values():
            if " " in person.name:
                first.setdefault(fold(person.name.split()[0]), set()).add(person.name)
        for word, full in first.items():
            if len(full) == 1 and word not in self.by_name and word not in states_by_demonym() and word not in states_by_name():
                self.by_name[word] = self.by_name[fold(next(iter(full)))]

    def find(self, name: str) -> Person | None:
        """The person of this name, full or last, whatever its case or accents."""
        return self.by_name.get(bare_name(name))

    def in_role(self, role: str, side: str | None, told: frozenset[str] = frozenset()) -> Person | None:
        """The one person whom the text gives this role, on this side and with these words where any are asked for; None of several."""
        fitting = {id(p): p for p in self.by_name.values() if role in p.roles and (side is None or p.side == side) and told <= p.described}
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def named_in(self, tokens: list[Token]) -> Person | None:
        """The first known person whose name stands among the words, the longest name first."""
        if not self.by_name or not any(t.is_capital for t in tokens):
            return None
        low = [bare_name(t.text) for t in tokens]
        for length in (5, 4, 3, 2, 1):
            for at in range(len(low) - length + 1):
                if not tokens[at].is_capital and not low[at].startswith(_PARTICLES):
                    continue
                person = self.by_name.get(" ".join(low[at : at + length]))
                if person is not None:
                    return person
        return None

    def places_in(self, sentence: list[Token]) -> list[Named]:
        """The known persons whom a sentence names, in its order, each place once, with the honorific in front."""
        found = []
        for at, token in enumerate(sentence):
            person = self.by_name.get(bare_name(token.text)) if token.is_capital else None
            if person is None:
                continue
            own = _words_of(person.name)
            if at + 1 < len(sentence) and sentence[at + 1].is_capital and bare_name(sentence[at + 1].text) in own:
                continue
            first = at
            while first > 0 and _belongs(sentence, first - 1, own):
                first -= 1
            found.append(Named(person, first, at + 1))
        return found


@lru_cache(maxsize=16384)
def _words_of(name: str) -> frozenset[str]:
    return frozenset(bare_name(word) for word in name.split())


def _belongs(sentence: list[Token], at: int, own: frozenset[str]) -> bool:
    """Whether the token belongs to the name behind it: an honorific with its full stop, or another word of the name."""
    token = sentence[at]
    if token.is_capital:
        return token.low in _HONORIFICS or bare_name(token.text) in own
    return token.text == "." and at > 0 and sentence[at - 1].low in _HONORIFICS
