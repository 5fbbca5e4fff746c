"""In what capacity a source speaks, and the key under which its claims are counted together."""

import re
from dataclasses import dataclass
from functools import cache

from provenance.extraction.attribution.wording import singular_of
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.people import Capacity, People, Person, capacity_of, side_of
from provenance.language.lexicon import phrases, states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.source import Outlet, SourcingType

_NAMED = {Capacity.OFFICIAL: SourcingType.NAMED_OFFICIAL, Capacity.EXPERT: SourcingType.NAMED_EXPERT, Capacity.OTHER: SourcingType.NAMED_PERSON}
_BODIES = words("sources", "body", "heads")
_BODY_NAMES = words("sources", "body", "names")
_DOCUMENTS = words("sources", "document", "heads")
_MEDIA = words("sources", "media", "heads")
_SPOKES = words("sources", "person", "spokes")
_VAGUE = words("sources", "vague", "only")
_INSIDER = words("sources", "person", "insider")
_PLURAL_PEOPLE = frozenset({"people", "men", "women", "spokesmen", "spokeswomen", "spokespeople", "others", "some", "many", "both", "several", "those", "all", "most", "two", "three", "few", "children"})
_SLUG = re.compile(r"[^a-z0-9]+")
_STOP = words("grammar", "clause_openers") | {"of", "for", "from", "in", "on", "at", "with", "to", "by", "close", "familiar", "who", "about", "against", "between", ",", "(", "–", "—", "inside", "briefed", "under", "speaking"}


@dataclass(frozen=True, slots=True)
class Sourced:
    """What a naming phrase tells: the type, the origin's key before any relay is known, its name and its side."""

    sourcing_type: SourcingType
    key: str | None
    name: str
    side: str | None = None


def slug(name: str) -> str:
    """A key from a name: lower case, plain letters, words joined with hyphens."""
    return _SLUG.sub("-", fold(name).replace("'", "")).strip("-")


@cache
def _access() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(p.split()) for p in phrases("sources", "person", "access"))


def sourced(text: str, tokens: list[Token], outlet: Outlet | None, people: People, *, document: bool = False) -> Sourced:
    """What the words of a naming phrase tell of the source.

    `outlet` is the registered house named in them, if any; `document` says that the cue is one that documents take.
    """
    words_only = _without_brackets(tokens)
    name = text[tokens[0].start : tokens[-1].end]
    lows = [t.low for t in words_only]
    head = head_of(lows)
    side = side_of(lows)
    if " ".join(lows) in _VAGUE or (head in ("estimate", "estimates", "rumors", "rumours", "speculation") and not any(t.is_capital for t in words_only)):
        return Sourced(SourcingType.VAGUE_ESTIMATE, None, name)
    person = people.named_in(words_only)
    plural = _is_plural(head)
    role = singular_of(head)
    unnamed = _unnamed(lows) or any(" ".join(phrase) in " ".join(lows) for phrase in _access())
    if outlet is not None and person is None and not (role in _INSIDER or unnamed or capacity_of([head]) is Capacity.OFFICIAL):
        return Sourced(outlet.sourcing_type, outlet.key, outlet.name, outlet.state)
    if person is not None and not unnamed and not plural:
        return _person(person, words_only, side)
    if role in _INSIDER or unnamed:
        return _anonymous(lows, role, plural, name, side)
    state = states_by_name().get(" ".join(_without_article(lows)).removesuffix("'s"))
    if state:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(state), state, state)
    return _by_head(words_only, lows, head, role, plural, name, side, document)


def _without_brackets(tokens: list[Token]) -> list[Token]:
    """The words outside brackets: "the United Nations (UN)" is named by the first two."""
    kept, depth = [], 0
    for token in tokens:
        depth += token.text == "("
        if token.is_word and depth == 0:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept or [t for t in tokens if t.is_word] or tokens


def _by_head(tokens: list[Token], lows: list[str], head: str, role: str, plural: bool, name: str, side: str | None, document: bool) -> Sourced:
    bare = _without_article(lows)
    body = head in _BODIES or " ".join(bare) in _BODY_NAMES or any(low.upper() == t.text and len(t.text) > 1 and low in _BODY_NAMES for low, t in zip(lows, tokens, strict=True))
    capacity = capacity_of([head])
    proper = [t for t in tokens if t.is_capital and t.low not in words("grammar", "determiners") and t.low.removesuffix("'s") not in states_by_demonym()]
    if role in _SPOKES and not plural:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(_behind(lows, ("for", "of")) or _ahead(lows, head) or name), name, side)
    if capacity is not None and not body:
        if len(proper) >= 1 and proper[-1].low != head and singular_of(proper[-1].low) == proper[-1].low and not plural and tokens[-1] is proper[-1] and capacity_of([proper[-1].low]) is None:
            return _proper_name(tokens, proper, capacity, side)
        return _anonymous(lows, role, plural, name, side)
    if head in _MEDIA and not body and (document is False or head not in _DOCUMENTS):
        state_run = any(low in words("sources", "media", "state") or low.startswith("state-") for low in lows)
        kind = SourcingType.STATE_AGENCY if state_run else SourcingType.MEDIA_OUTLET
        return Sourced(kind, slug(" ".join(t.text for t in proper)) or slug(name), name, side)
    if head in _DOCUMENTS:
        owner = next((low for low in lows if low.removesuffix("'s") in _BODIES or low.removesuffix("'s") in states_by_name()), None)
        if head in ("statement", "communique", "release", "declaration", "announcement") and owner:
            return Sourced(SourcingType.OFFICIAL_BODY, slug(name), name, side)
        return Sourced(SourcingType.DOCUMENT, slug(" ".join(bare)), name, side)
    if body:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(_acronym_out(bare)), name, side)
    if proper:
        return _proper_name(tokens, proper, None, side)
    if plural or lows[0] in _PLURAL_PEOPLE:
        return Sourced(SourcingType.ANONYMOUS_GROUP, f"unnamed-{slug(' '.join(bare))}", name, side)
    if any(low in _BODIES or low in states_by_demonym() for low in lows):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(" ".join(bare)), name, side)
    return Sourced(SourcingType.DOCUMENT if document else SourcingType.ANONYMOUS_INSIDER, f"unnamed-{slug(' '.join(bare))}", name, side)


def _proper_name(tokens: list[Token], proper: list[Token], capacity: Capacity | None, side: str | None) -> Sourced:
    words_of_name = [t.text.removesuffix("’s").removesuffix("'s") for t in proper]
    name = " ".join(words_of_name)
    lows = [t.low for t in proper]
    state = next((states_by_name()[low.removesuffix("'s")] for low in lows if low.removesuffix("'s") in states_by_name() and len(proper) == 1), None)
    if state:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(state), state, state)
    states = [states_by_name().get(low.removesuffix("'s")) for low in lows]
    if all(states):  # several governments that speak with one voice are one source, and on no single side
        together = " and ".join(sorted(set(filter(None, states))))
        return Sourced(SourcingType.OFFICIAL_BODY, slug(together), name.replace(" ", " and ") if len(states) == 2 else name, None)
    acronym = any(t.text.isupper() and len(t.text) > 1 and "." not in t.text for t in proper)
    if capacity is None and (acronym or any(low in _BODIES for low in lows)):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(name), name, side)
    described = capacity or capacity_of([t.low for t in tokens])
    kind = _NAMED[described] if described else SourcingType.NAMED_PERSON
    titles = {t.text for t in proper if capacity_of([t.low]) is not None}
    bare = " ".join(w for w in words_of_name if w not in titles and w.lower().rstrip(".") not in ("mr", "mrs", "ms", "dr", "miss", "sir")) or name
    return Sourced(kind, slug(bare), bare, side)


def _person(person: Person, tokens: list[Token], side: str | None) -> Sourced:
    capacity = capacity_of([t.low for t in tokens if not t.is_capital or capacity_of([t.low])])
    known = person.capacity
    chosen = known or capacity or Capacity.OTHER
    if known is Capacity.OTHER and capacity:
        chosen = capacity
    return Sourced(_NAMED[chosen], slug(person.name), person.name, person.side or side)


def _anonymous(lows: list[str], role: str, plural: bool, name: str, side: str | None) -> Sourced:
    bare = _without_article([low.removesuffix("'s") for low in lows if low not in words("sources", "person", "unnamed")])
    key = f"unnamed-{slug(' '.join(bare[:8]))}"
    if plural:
        return Sourced(SourcingType.ANONYMOUS_GROUP, key, name, side)
    official = role in words("sources", "person", "official")
    insider = role in _INSIDER or (any(" ".join(p) in " ".join(lows) for p in _access()[:7]) and not official)
    if official:
        return Sourced(SourcingType.ANONYMOUS_OFFICIAL, key, name, side)
    if insider and any(low in ("official", "government") for low in lows[:-1]) and role in _INSIDER and "source" in lows:
        return Sourced(SourcingType.ANONYMOUS_INSIDER, key, name, side)
    return Sourced(SourcingType.ANONYMOUS_INSIDER, key, name, side)


def head_of(lows: list[str]) -> str:
    """The head of the phrase: the last word before a preposition, comma or relative clause."""
    end = next((k for k, low in enumerate(lows) if k > 0 and low in _STOP), len(lows))
    if end == 1 and lows[0] in ("some", "many", "both", "all", "most", "several", "two", "three", "one", "each", "none", "others") and len(lows) > 2:
        rest = lows[2:]
        return head_of(rest) if rest and rest[0] not in _STOP else lows[0]
    return lows[end - 1].removesuffix("'s") if end else lows[0]


def _is_plural(head: str) -> bool:
    return head in _PLURAL_PEOPLE or (head != singular_of(head) and head not in ("chiefs",))


def _unnamed(lows: list[str]) -> bool:
    return any(low in words("sources", "person", "unnamed") for low in lows)


def _without_article(lows: list[str]) -> list[str]:
    while len(lows) > 1 and lows[0] in words("grammar", "determiners"):
        lows = lows[1:]
    return lows


def _acronym_out(lows: list[str]) -> str:
    return " ".join(lows)


def _behind(lows: list[str], marks: tuple[str, ...]) -> str:
    at = next((k for k, low in enumerate(lows) if low in marks), None)
    return " ".join(_without_article(lows[at + 1 :])) if at is not None and at + 1 < len(lows) else ""


def _ahead(lows: list[str], head: str) -> str:
    bare = _without_article(lows)
    return " ".join(bare[: bare.index(head)]) if head in bare else ""
