"""In what capacity words say that somebody speaks, and on which side: offices, trades and parties, demonyms and states."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache

from provenance.extraction.attribution.wording import singular_of
from provenance.language.lexicon import phrases, states_by_demonym, states_by_name, words

_OFFICIAL = words("sources", "person", "official")
_EXPERT = words("sources", "person", "expert")
_OTHER = words("sources", "person", "other")
_EXPERT_ENDINGS = phrases("sources", "person", "expert_endings")
_PARTY = words("sources", "person", "party")
_ATTORNEYS = words("sources", "person", "attorneys")
_HEADS_OF = words("sources", "person", "heads_of")
_LEARNED = words("sources", "person", "learned")
_ELSEWHERE = words("grammar", "prepositions") - {"of", "for"} | {"close", "familiar", "briefed", "who", "which"}


class Capacity(StrEnum):
    """In what capacity a named person appears."""

    OFFICIAL = "official"
    EXPERT = "expert"
    OTHER = "other"


@lru_cache(maxsize=65536)
def capacity_of_word(low: str) -> Capacity | None:
    """The capacity that one word gives, compounds and plurals included; None for a word that tells none."""
    found: Capacity | None = None
    for part in (low, *low.split("-")):
        word = singular_of(part.removesuffix("'s"))
        if word in _OFFICIAL:
            return Capacity.OFFICIAL
        if word in _EXPERT or (len(word) > 6 and word.endswith(_EXPERT_ENDINGS)):
            found = found or Capacity.EXPERT
        elif word in _OTHER:
            found = found or Capacity.OTHER
    return found


def capacity_of(lows: Iterable[str]) -> Capacity | None:
    """The capacity that role words give: an office before a trade, a trade before a party, and of several trades the first.

    Who heads a house of learning or advice is an expert.
    """
    lows = tuple(lows)
    found: Capacity | None = None
    party = False
    for low in lows:
        if low.removesuffix("s") in _PARTY:
            party = True
            continue
        if low == "attorney" and not _ATTORNEYS.isdisjoint(lows):
            return Capacity.OFFICIAL
        capacity = capacity_of_word(low)
        if capacity is Capacity.OFFICIAL:
            return Capacity.EXPERT if low in _HEADS_OF and not _LEARNED.isdisjoint(lows) else capacity
        found = found or capacity
    return found or (Capacity.OFFICIAL if party else None)


def side_of(lows: list[str]) -> str | None:
    """The state that the words place somebody with: by demonym ("a Turkish official") or by name ("Turkey's")."""
    demonyms, names = states_by_demonym(), states_by_name()
    for at, low in enumerate(lows):
        if at > 0 and low in _ELSEWHERE:
            return None  # "an expert on Syria", "sources close to the Turkish army": what follows is no side of theirs
        bare = low.removesuffix("'s")
        pair = f"{bare} {lows[at + 1].removesuffix(chr(39) + 's')}" if at + 1 < len(lows) else bare
        state = demonyms.get(pair) or names.get(pair) or demonyms.get(bare) or names.get(bare)
        if state:
            return state
    return None
