"""In what capacity words say that somebody speaks, and on which side: offices, trades and parties, demonyms and states."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache

from provenance.extraction.attribution.wording import singular_of
from provenance.language.lexicon import phrases, roles, states_by_demonym, states_by_name, words

_OFFICIAL = words("sources", "person", "official") | frozenset(roles("official"))
_EXPERT = words("sources", "person", "expert") | frozenset(roles("expert"))
_OTHER = words("sources", "person", "other") | frozenset(roles("other"))
_EXPERT_ENDINGS = phrases("sources", "person", "expert_endings")
_PARTY = frozenset(roles("party"))
_ATTORNEYS = frozenset(roles("attorneys"))
_HEADS_OF = frozenset(roles("heads_of"))
_LEARNED = frozenset(roles("learned"))
_TOPICS = frozenset(roles("learned_topics"))
_CENTERS = frozenset(roles("learned_centers"))
_AUTHORS = frozenset(roles("authors"))
_STUDIES = frozenset(roles("studies"))
_MEMBERS = frozenset(roles("members"))
_LEGISLATURES = frozenset(roles("legislatures"))
_AT_LEARNED = frozenset(roles("at_learned"))
_MANAGERS = frozenset(roles("managers"))
_PUBLIC_HOUSES = frozenset(roles("public_houses"))
_SURNAMES = frozenset(roles("surnames"))
_BEFORE_OFFICE = (
    words("sources", "person", "title_words")
    | words("sources", "body", "heads")
    | words("grammar", "determiners")
    | words("sources", "person", "honorifics")
)
_JOINS = frozenset({"and", "or", "turned"})
_ENDS_SEGMENT = words("grammar", "prepositions") | words("grammar", "clause_openers")
_STILL_BEHIND = words("grammar", "possessives") | {"the"}
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
    return ranked(_in_place(low, lows) for low in lows if low.removesuffix("s") not in _PARTY) or (
        Capacity.OFFICIAL if any(low.removesuffix("s") in _PARTY for low in lows) else None
    )


def names_an_office(lows: Sequence[str]) -> bool:
    """Whether the last of the words is a role and no family name: "foreign minister" is an office, "stephen king" is none."""
    last, before = lows[-1].removesuffix("'s"), lows[-2] if len(lows) > 1 else ""
    if capacity_of_word(last) is None:
        return False
    return last not in _SURNAMES or not before or before in _BEFORE_OFFICE or capacity_of_word(before) is not None


def role_heads(lows: Sequence[str]) -> tuple[str, ...]:
    """The words of a title or an apposition that say what somebody is, and not whose or of what.

    "friend of the president" has the head "friend", "the candidate's wife" has "wife", "Republican donor" has "donor",
    "director of the institute and former minister" has "director" and "minister".
    """
    heads: list[str] = []
    last: str | None = None
    behind = False
    for at, low in enumerate(lows):
        if low in _ENDS_SEGMENT or low in _JOINS:
            if last is not None and not behind:
                heads.append(last)
            following = lows[at + 1] if at + 1 < len(lows) else ""
            behind = low not in _JOINS or (behind and following in _STILL_BEHIND)
            last = None
        elif low.endswith("'s"):
            last = None
        elif capacity_of_word(low) is not None:
            last = low
    return (*heads, last) if last is not None and not behind else tuple(heads)


@lru_cache(maxsize=16384)
def capacity_told(lows: tuple[str, ...]) -> Capacity | None:
    """The capacity that a title or an apposition gives by its heads, in the light of what stands behind them."""
    heads = [head for head in role_heads(lows) if singular_of(head) == head]
    trades = [head for head in heads if head.removesuffix("s") not in _PARTY]
    return ranked(_in_place(head, lows) for head in trades) or (Capacity.OFFICIAL if heads else None)


def ranked(capacities: Iterable[Capacity | None]) -> Capacity | None:
    """An office before everything else, of other capacities the first."""
    found = [capacity for capacity in capacities if capacity is not None]
    return Capacity.OFFICIAL if Capacity.OFFICIAL in found else next(iter(found), None)


def _in_place(low: str, lows: Sequence[str]) -> Capacity | None:
    """The capacity of a role word among the words around it."""
    if low == "attorney" and not _ATTORNEYS.isdisjoint(lows):
        return Capacity.OFFICIAL
    if low in _MEMBERS and not _LEGISLATURES.isdisjoint(lows):
        return Capacity.OFFICIAL
    if low in _MANAGERS and _PUBLIC_HOUSES.isdisjoint(low.removesuffix("'s") for low in lows):
        return Capacity.OTHER
    capacity = capacity_of_word(low)
    if capacity is Capacity.OFFICIAL and low.rpartition("-")[2] in _HEADS_OF and _learned(lows):
        return Capacity.EXPERT
    if capacity is Capacity.OTHER and (
        (low.rpartition("-")[2] in _AUTHORS and not _STUDIES.isdisjoint(lows)) or (low in _AT_LEARNED and _learned(lows))
    ):
        return Capacity.EXPERT
    return capacity


def _learned(lows: Sequence[str]) -> bool:
    """Whether the words name a house of learning or advice: "the Lowy Institute", "a center for strategic studies"."""
    bare = {low.removesuffix("'s") for low in lows}
    return not _LEARNED.isdisjoint(bare) or not (_CENTERS.isdisjoint(bare) or _TOPICS.isdisjoint(bare))


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
