"""Sources that are named: a person whom the article introduces, a name with its title, a name that nothing is told of."""

import re

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.capacities import Capacity, capacity_of, capacity_told
from provenance.extraction.named_bodies import is_firm
from provenance.extraction.people import GENERATIONS, People, Person, bare_name
from provenance.extraction.phrases import ENDS_HEAD, Phrase
from provenance.extraction.sourced import Sourced, slug
from provenance.language.lexicon import noun_endings, nouns, states_by_name, words
from provenance.language.names import fold
from provenance.model.source import SourcingType

_NAMED = {
    Capacity.OFFICIAL: SourcingType.NAMED_OFFICIAL,
    Capacity.EXPERT: SourcingType.NAMED_EXPERT,
    Capacity.OTHER: SourcingType.NAMED_PERSON,
}
_BODIES = words("sources", "body", "heads") | nouns("bodies")
_HONORIFICS = words("sources", "person", "honorifics")
_PARTICLES = words("sources", "person", "particles")
_INTRODUCES = frozenset({"named", "called", "as"})  # "an entrepreneur named X", "the chief known as X"
_DETERMINERS = words("grammar", "determiners")
_ROMAN = re.compile(r"[IVX]+$")
_INNER_CAPITAL = re.compile(r"[a-z]+(?=[A-Z])")
_LONGEST_NAME = 5


def speaker_of(phrase: Phrase, people: People) -> Person | None:
    """The known person who speaks by the phrase: the head is the name, or a title with the name at its end.

    Nobody speaks in whose place their people do, or of whom only something is told: "Fidan's friends", "Assad loyalists",
    "the mother of Fidan", "a lawyer for Fidan".
    """
    core = phrase.core
    if phrase.apposed and not phrase.plural:
        return _ending_with(phrase.apposed, people) if phrase.apposed_to not in _BODIES else None  # "a bank, Ziraat"
    joined = next((k for k, t in enumerate(core) if t.low == "and"), None)
    left = _ending_with(core[:joined], people) if joined else None
    if left is not None:  # "Erdogan and his rivals", "Fidan and Lavrov"
        return left
    if phrase.named_by_head or _ends_with_name(core, people):
        return _ending_with(core, people)
    return _behind_title(phrase, people)


def _ends_with_name(core: list[Token], people: People) -> bool:
    """Whether a name stands at the end though the sentence begins with it."""
    return core[-1].is_capital and _ending_with(core, people) is not None


def _ending_with(tokens: list[Token], people: People) -> Person | None:
    """The known person with whose name the words end."""
    low = [bare_name(t.text) for t in tokens]
    if len(low) == 1 and low[0] in people.bodies and not tokens[0].text.isupper():
        return None
    while len(low) > 1 and low[-1] in GENERATIONS:
        tokens, low = tokens[:-1], low[:-1]
    for length in range(min(_LONGEST_NAME, len(low)), 0, -1):
        name = " ".join(low[-length:])
        person = people.by_name.get(name)
        if person is not None and length > 1 and name in people.bodies:
            return None  # "the group Ahrar al-Sham"
        if person is not None and tokens[-length].text[:1].isalpha() and (tokens[-length].is_capital or low[-length] in _PARTICLES):
            return person
    return None


def _behind_title(phrase: Phrase, people: People) -> Person | None:
    """`Secretary of State John Kerry`, `the minister for housing, Darragh O'Brien`: an office with complement, then the name."""
    head = phrase.core[-1]
    if phrase.plural or capacity_of([head.low.removesuffix("'s")]) is None:
        return None
    person = _ending_with(phrase.tokens, people)
    if person is None or not phrase.tokens[-1].is_capital:
        return None
    size = next(
        n for n in range(_LONGEST_NAME, 0, -1) if people.by_name.get(" ".join(bare_name(t.text) for t in phrase.tokens[-n:])) is person
    )
    before = phrase.tokens[-size - 1] if size < len(phrase.tokens) else None
    if before is not None and before.low in _INTRODUCES:
        return person
    if before is None or before.low in ENDS_HEAD:
        return None
    return person if (before.is_capital and head.is_capital) or phrase.lows[0] not in _DETERMINERS else None


def known_person(person: Person, phrase: Phrase, people: People) -> Sourced:
    """A person whom the article introduces, in the capacity that it gives them; of two, the first, named as both."""
    capacity = capacity_told(tuple(t.low for t in phrase.tokens if bare_name(t.text) not in fold(person.name).split()))
    chosen = capacity if capacity and person.capacity in (None, Capacity.OTHER) else person.capacity or Capacity.OTHER
    split = phrase.lows.index("and") if "and" in phrase.lows else None
    other = people.named_in(phrase.tokens[split + 1 :]) if split is not None else None
    if other is not None and other is not person:  # counted under the first, named as both
        side = person.side if person.side == other.side else None
        return Sourced(_NAMED[chosen], slug(person.name), f"{person.name} and {other.name}", side)
    return Sourced(_NAMED[chosen], slug(person.name), person.name, person.side or phrase.side)


def named_with_title(phrase: Phrase) -> Sourced | None:
    """`Foreign Minister Hakan Fidan`, `President Vladimir Putin of Russia`: an office, then a name."""
    tokens = phrase.tokens
    stop = next(
        (
            k
            for k, t in enumerate(tokens)
            if k > 1 and t.low in ENDS_HEAD and tokens[k - 1].is_capital and capacity_of([tokens[k - 1].low]) is None
        ),
        len(tokens),
    )
    tokens = tokens[:stop]
    if phrase.plural or len(tokens) < 2 or not tokens[-1].is_capital or "and" in phrase.lows[:stop]:
        return None
    office = next((k for k in range(len(tokens) - 2, -1, -1) if capacity_of([tokens[k].low]) is not None), None)
    if office is not None and tokens[office].is_capital and tokens[office + 1].low in ("of", "for") and len(tokens) - office > 4:
        return _with_portfolio(phrase, tokens[: office + 1], tokens[office + 2 :])
    if (
        office is None
        or capacity_of([tokens[-1].low]) is not None
        or not all(t.is_capital or t.low in _PARTICLES for t in tokens[office + 1 :])
    ):
        return None
    if (
        is_firm(" ".join(t.text for t in tokens[office + 1 :]))
        or any(t.low in _BODIES for t in tokens[office + 1 :])
        or (phrase.lows[office] in ("general", "major") and tokens[office].is_capital and office + 2 == len(tokens))
    ):
        return None
    name = " ".join(t.text for t in tokens[office + 1 :]).removesuffix("’s").removesuffix("'s")
    title = tuple(phrase.lows[: office + 1])
    capacity = capacity_told(title) or capacity_of(title) or Capacity.OTHER
    return Sourced(_NAMED[capacity], slug(name), name, phrase.side)


def _with_portfolio(phrase: Phrase, office: list[Token], behind: list[Token]) -> Sourced | None:
    """`Minister of Foreign Affairs | Hakan Fidan`: of the capitals behind an office, the last two are the name."""
    if not all(t.is_capital or t.low == "the" for t in behind):
        return None
    name = " ".join(t.text for t in behind[-2:]).removesuffix("’s").removesuffix("'s")
    capacity = capacity_of(t.low for t in office) or Capacity.OTHER
    return Sourced(_NAMED[capacity], slug(name), name, phrase.side)


def apposed_name(phrase: Phrase) -> Sourced:
    """`his deputy, Ali Mamlouk`: a name that a description introduces on the spot."""
    name = " ".join(t.text for t in phrase.apposed if t.is_word).removesuffix("’s").removesuffix("'s")
    if is_firm(name):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(name), name, phrase.side)
    capacity = capacity_of([phrase.head]) or Capacity.OTHER
    return Sourced(_NAMED[capacity], slug(name), name, phrase.side)


def mere_name(phrase: Phrase) -> Sourced:
    """A name of which the article tells nothing: a state's, a body's by its letters, else a person's."""
    proper = _without_house(phrase)
    words_of_name = [t.text.removesuffix("’s").removesuffix("'s") for t in proper]
    name = " ".join(words_of_name)
    lows = [t.low.removesuffix("'s") for t in proper]
    if len(proper) == 1 and (state := states_by_name().get(lows[0])):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(state), state, state)
    honorific = any(low.rstrip(".") in _HONORIFICS for low in phrase.lows)
    if lows[0] in ("general", "major") and len(lows) == 2:  # "General Electric"
        return Sourced(SourcingType.OFFICIAL_BODY, slug(name), name, phrase.side)
    capacity = capacity_of(phrase.lows) or capacity_told(tuple(phrase.aside))
    if capacity is None and not honorific:
        if name.lower().endswith(noun_endings("domains")):
            return Sourced(SourcingType.MEDIA_OUTLET, slug(name), name, phrase.side)
        if (
            " ".join(lows) in nouns("body_names")
            or any(_is_acronym(word) or _is_a_brand(word) for word in words_of_name)
            or any(low in _BODIES for low in lows)
            or is_firm(name)
        ):
            return Sourced(SourcingType.OFFICIAL_BODY, slug(name), name, phrase.side)
        if phrase.lows[0] == "the" and len(proper) == len(phrase.core) - 1:  # nobody is called "the Federalist"
            kind = SourcingType.MEDIA_OUTLET if lows[-1] in nouns("mastheads") else SourcingType.OFFICIAL_BODY
            return Sourced(kind, slug(name), name, phrase.side)
    kind = _NAMED[capacity] if capacity else SourcingType.NAMED_PERSON
    bare = " ".join(w for w in words_of_name if w.lower().rstrip(".") not in _HONORIFICS and capacity_of([w.lower()]) is None) or name
    return Sourced(kind, slug(bare), bare, phrase.side)


def _without_house(phrase: Phrase) -> list[Token]:
    """`Hakan Fidan | of the University of Ankara`: the capitals of a name without those of the house behind it."""
    proper, core = phrase.proper, phrase.core
    named = [t for t in proper if core[0].start <= t.start <= core[-1].start]
    behind = next((t.low for t in phrase.tokens if t.start > core[-1].start), "")
    alone = len(named) > 1 and behind in ("of", "at", "from") and not any(t.low in _BODIES for t in named)
    return named if alone else proper


def _is_acronym(word: str) -> bool:
    return word.isupper() and len(word) > 1 and "." not in word and not _ROMAN.match(word)


def _is_a_brand(word: str) -> bool:
    """Whether a capital stands inside a word as no person's name has one: "EgyptAir", "WikiLeaks", but not a name that begins with "Mc"."""
    return any(
        part.group().lower() not in nouns("inner_capitals") and part.start() <= 1
        for part in _INNER_CAPITAL.finditer(word[:1].lower() + word[1:])
    )
