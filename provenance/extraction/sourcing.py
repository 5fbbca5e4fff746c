"""In what capacity a source speaks, and the key under which its claims are counted together."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.capacities import Capacity, capacity_of
from provenance.extraction.people import People, Person
from provenance.extraction.phrases import ENDS_HEAD, Phrase, taken_apart, without_article
from provenance.language.lexicon import phrases, states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.source import Family, Outlet, SourcingType

_NAMED = {
    Capacity.OFFICIAL: SourcingType.NAMED_OFFICIAL,
    Capacity.EXPERT: SourcingType.NAMED_EXPERT,
    Capacity.OTHER: SourcingType.NAMED_PERSON,
}
_BODIES = words("sources", "body", "heads")
_BODY_NAMES = words("sources", "body", "names")
_LONG_BODY_NAMES = tuple(name for name in phrases("sources", "body", "names") if " " in name)
_UNIQUE = _BODY_NAMES | words("sources", "body", "unique")
_COMMON = _BODIES | words("sources", "body", "common") | words("sources", "person", "title_words") | words("grammar", "determiners")
_DOCUMENTS = words("sources", "document", "heads")
_ISSUED = words("sources", "document", "issued")
_MEDIA = words("sources", "media", "heads")
_STATE_RUN = words("sources", "media", "state")
_SPOKES = words("sources", "person", "spokes")
_VAGUE = words("sources", "vague", "only")
_VAGUE_HEADS = words("sources", "vague", "estimates")
_INSIDER = words("sources", "person", "insider")
_OFFICIAL = words("sources", "person", "official")
_UNNAMED = words("sources", "person", "unnamed")
_HONORIFICS = words("sources", "person", "honorifics")
_PERSON_ENDINGS = phrases("sources", "person", "endings")
_PLURAL_PEOPLE = words("sources", "person", "plural_people")
_SLUG = re.compile(r"[^a-z0-9]+")
_EVERYBODY = words("sources", "person", "everybody")
_PLURAL_PRONOUNS = words("sources", "person", "pronouns_plural")
_SHARES = words("sources", "person", "shares")
_PARTICLES = words("sources", "person", "particles")
_PRONOUNS = words("sources", "person", "pronouns_singular") | _PLURAL_PRONOUNS | {"it", "who", "which", "that", "this"}
_COMMON |= _DOCUMENTS | _MEDIA
_LONGEST_KEY = 8  # words of a description that tell one unnamed source from another


@dataclass(frozen=True, slots=True)
class Sourced:
    """What a naming phrase tells: the type, the origin's key before any relay is known, its name and its side."""

    sourcing_type: SourcingType
    key: str | None
    name: str
    side: str | None = None
    named: bool = True
    """Whether the words hold a name; "the ministry" and "police" do not, and mean another body in every article."""


@lru_cache(maxsize=16384)
def slug(name: str) -> str:
    """A key from a name: lower case, plain letters, words joined with hyphens."""
    return _SLUG.sub("-", fold(name).replace("'", "")).strip("-")


def sourced(text: str, tokens: list[Token], outlet: Outlet | None, people: People, *, document: bool = False) -> Sourced:
    """What the words of a naming phrase tell of the source.

    `outlet` is the registered house named in them, if any; `document` says that the cue is one that documents take.
    """
    phrase = taken_apart(text, tokens)
    lows, head, role = phrase.lows, phrase.head, phrase.role
    if " ".join(lows) in _VAGUE or (head in _VAGUE_HEADS and not any(t.is_capital for t in phrase.tokens[1:])):
        return Sourced(SourcingType.VAGUE_ESTIMATE, None, phrase.name)
    if phrase.lows in (["that"], ["this"]):
        return Sourced(SourcingType.OUTLET_ANALYSIS, None, phrase.name)  # "that suggests": the outlet infers
    if lows[0] in _EVERYBODY or (lows[0] in _PLURAL_PEOPLE and lows[1:2] == ["who"]):
        return Sourced(SourcingType.ANONYMOUS_GROUP, f"unnamed-{slug(' '.join(phrase.bare[:_LONGEST_KEY]))}", phrase.name)
    person = people.named_in(phrase.tokens)
    if person is not None and _holds_another(phrase):
        person = None  # "Hakan Fidan's friends": those whom the name holds speak
    unnamed = any(low in _UNNAMED for low in lows) or any(access in " ".join(lows) for access in phrases("sources", "person", "access"))
    if outlet is not None and person is None and not (role in _INSIDER or unnamed or capacity_of([head]) is not None):
        return Sourced(outlet.sourcing_type, outlet.key, outlet.name, outlet.state)
    if person is not None and (head in _BODIES or head in _DOCUMENTS or _is_medium(head)) and fold(head) not in fold(person.name).split():
        person = None  # "the Obama administration", "the Syrian Observatory for Human Rights": no person speaks
    if person is not None and not unnamed and not phrase.plural:
        return _person(person, phrase, people)
    if role in _INSIDER or unnamed:
        return _anonymous(phrase)
    found = _states(phrase) or _by_head(phrase, people, document=document)
    return replace(found, named=_holds_a_name(phrase)) if found.sourcing_type.family is Family.INSTITUTION else found


def _is_medium(head: str) -> bool:
    return head in _MEDIA or head.removesuffix("s") in _MEDIA


def _holds_another(phrase: Phrase) -> bool:
    """Whether the names are only holders of the head: "Clinton's aides"."""
    last = phrase.tokens[-1]
    owned = any(t.low.endswith("'s") and t.is_capital for t in phrase.tokens[:-1])
    named_behind = phrase.tokens[max(k for k, t in enumerate(phrase.tokens) if t.low.endswith("'s")) + 1 :] if owned else []
    return owned and not last.is_capital and not any(t.is_capital for t in named_behind)


def _holds_a_name(phrase: Phrase) -> bool:
    """Whether the words tell which institution it is: by a name, a state, or a body known by that very name.

    Capitals alone do not: "Police said", "the Company", "the Interior Ministry".
    """
    bare = [low.removesuffix("'s") for low in phrase.bare]
    if phrase.side is not None or _UNIQUE.intersection((*bare, " ".join(bare))):
        return True
    return any(t.low.removesuffix("'s") not in _COMMON for t in phrase.proper)


def _states(phrase: Phrase) -> Sourced | None:
    """One state, or several that speak with one voice: these are one source, and on no single side."""
    parts: list[list[str]] = [[]]
    for low in phrase.lows:
        if low == "and":
            parts.append([])
        else:
            parts[-1].append(low)
    names = states_by_name()
    states = [names.get(" ".join(without_article(part)).removesuffix("'s")) if part else None for part in parts]
    if not all(states):
        return None
    together = sorted({state for state in states if state})
    if len(together) == 1:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(together[0]), together[0], together[0])
    return Sourced(SourcingType.OFFICIAL_BODY, slug(" and ".join(together)), phrase.name, None)


def _by_head(phrase: Phrase, people: People, *, document: bool) -> Sourced:
    head, lows, name, side = phrase.head, phrase.lows, phrase.name, phrase.side
    proper, bare = phrase.proper, phrase.bare
    if phrase.role in _SPOKES and not phrase.plural:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(_behind(lows, ("for", "of")) or _ahead(lows, head) or name), name, side)
    body = head in _BODIES or _names_a_body(phrase)
    titled = None if head in _BODIES else _named_with_title(phrase)
    if titled is not None:
        return titled
    if capacity_of([head]) is not None and not body:
        return _anonymous(phrase)
    if _is_medium(head) and not body and not (document and head in _DOCUMENTS):
        state_run = any(low in _STATE_RUN or low.startswith("state-") for low in lows)
        kind = SourcingType.STATE_AGENCY if state_run else SourcingType.MEDIA_OUTLET
        return Sourced(kind, slug(" ".join(t.text for t in proper)) or slug(name), name, side)
    if head in _DOCUMENTS or (head.removesuffix("s") in _DOCUMENTS and not body):
        return _document(phrase)
    if body:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(" ".join(bare)), name, side)
    if phrase.plural and not proper:
        return _anonymous(phrase)
    if proper and _is_known_body(proper, people):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(" ".join(t.text for t in proper)), name, side)
    if proper and _holds_another(phrase) and not document:
        several = head.endswith("s") and not head.endswith("ss")
        kind = SourcingType.ANONYMOUS_GROUP if several else SourcingType.ANONYMOUS_INSIDER
        return Sourced(kind, f"unnamed-{slug(' '.join(bare[:_LONGEST_KEY]))}", name, side)
    if proper:
        return _proper_name(phrase, proper)
    if (
        lows[0] in _PLURAL_PEOPLE
        or head in _PLURAL_PRONOUNS
        or not _SHARES.isdisjoint(lows)
        or lows[-3:-1] in (["one", "in"], ["two", "in"], ["three", "in"])
    ):
        return Sourced(SourcingType.ANONYMOUS_GROUP, f"unnamed-{slug(' '.join(bare))}", name, side)
    if any(low in _BODIES or low in states_by_demonym() for low in lows):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(" ".join(bare)), name, side)
    written = document and not head.endswith(_PERSON_ENDINGS) and head not in _PRONOUNS
    return Sourced(SourcingType.DOCUMENT if written else SourcingType.ANONYMOUS_INSIDER, f"unnamed-{slug(' '.join(bare))}", name, side)


def _is_known_body(proper: list[Token], people: People) -> bool:
    """Whether the text treats the name, or its last word, as a body's."""
    name = [fold(t.text).removesuffix("'s") for t in proper]
    return name[-1] in people.bodies or " ".join(name) in people.bodies


def _named_with_title(phrase: Phrase) -> Sourced | None:
    """`Chief Cabinet Secretary Yoshimasa Hayashi`, `CEO Mary Barra of General Motors`: an office, then a name."""
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
    if (
        office is None
        or capacity_of([tokens[-1].low]) is not None
        or not all(t.is_capital or t.low in _PARTICLES for t in tokens[office + 1 :])
    ):
        return None
    if any(t.low in _BODIES for t in tokens[office + 1 :]) or (
        phrase.lows[office] in ("general", "major") and tokens[office].is_capital and office + 2 == len(tokens)
    ):
        return None
    name = " ".join(t.text for t in tokens[office + 1 :]).removesuffix("’s").removesuffix("'s")
    capacity = capacity_of(phrase.lows[: office + 1]) or Capacity.OTHER
    return Sourced(_NAMED[capacity], slug(name), name, phrase.side)


def _names_a_body(phrase: Phrase) -> bool:
    """Whether a word is the acronym of a body that the lexicon knows, or the words hold its longer name."""
    joined = " ".join(phrase.bare)
    if joined in _BODY_NAMES or any(name in joined for name in _LONG_BODY_NAMES):
        return True
    return capacity_of([phrase.head]) is None and any(
        t.text.isupper() and len(t.text) > 1 and low in _BODY_NAMES for low, t in zip(phrase.lows, phrase.tokens, strict=True)
    )


def _document(phrase: Phrase) -> Sourced:
    """A document; a statement or communiqué speaks for the body that issues it."""
    lows, name = phrase.lows, phrase.name
    owner = any(low.removesuffix("'s") in _BODIES or low.removesuffix("'s") in states_by_name() for low in lows)
    if phrase.head in _ISSUED and owner:
        issuer = _behind(lows, ("by", "from", "of")) or _ahead([low.removesuffix("'s") for low in lows], phrase.head)
        return Sourced(SourcingType.OFFICIAL_BODY, slug(issuer or name), name, phrase.side)
    return Sourced(SourcingType.DOCUMENT, slug(" ".join(phrase.bare)), name, phrase.side)


def _proper_name(phrase: Phrase, proper: list[Token]) -> Sourced:
    words_of_name = [t.text.removesuffix("’s").removesuffix("'s") for t in proper]
    name = " ".join(words_of_name)
    lows = [t.low.removesuffix("'s") for t in proper]
    if len(proper) == 1 and (state := states_by_name().get(lows[0])):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(state), state, state)
    honorific = any(low.rstrip(".") in _HONORIFICS for low in phrase.lows)
    acronym = any(t.text.isupper() and len(t.text) > 1 and "." not in t.text for t in proper)
    capacity = capacity_of(phrase.lows)
    if capacity is None and not honorific and (acronym or any(low in _BODIES for low in lows)):
        return Sourced(SourcingType.OFFICIAL_BODY, slug(name), name, phrase.side)
    kind = _NAMED[capacity] if capacity else SourcingType.NAMED_PERSON
    bare = " ".join(w for w in words_of_name if w.lower().rstrip(".") not in _HONORIFICS and capacity_of([w.lower()]) is None) or name
    return Sourced(kind, slug(bare), bare, phrase.side)


def _person(person: Person, phrase: Phrase, people: People) -> Sourced:
    capacity = capacity_of(t.low for t in phrase.tokens if not t.is_capital or capacity_of([t.low]))
    chosen = capacity if capacity and person.capacity in (None, Capacity.OTHER) else person.capacity or Capacity.OTHER
    split = phrase.lows.index("and") if "and" in phrase.lows else None
    other = people.named_in(phrase.tokens[split + 1 :]) if split is not None else None
    if other is not None and other is not person:  # counted under the first, named as both
        side = person.side if person.side == other.side else None
        return Sourced(_NAMED[chosen], slug(person.name), f"{person.name} and {other.name}", side)
    return Sourced(_NAMED[chosen], slug(person.name), person.name, person.side or phrase.side)


def _anonymous(phrase: Phrase) -> Sourced:
    bare = without_article([low.removesuffix("'s") for low in phrase.lows if low not in _UNNAMED])
    key = f"unnamed-{slug(' '.join(bare[:_LONGEST_KEY]))}"
    if phrase.plural:
        kind = SourcingType.ANONYMOUS_GROUP
    elif phrase.role in _OFFICIAL:
        kind = SourcingType.ANONYMOUS_OFFICIAL
    else:
        kind = SourcingType.ANONYMOUS_INSIDER
    return Sourced(kind, key, phrase.name, phrase.side)


def _behind(lows: list[str], marks: tuple[str, ...]) -> str:
    at = next((k for k, low in enumerate(lows) if low in marks), None)
    return " ".join(without_article(lows[at + 1 :])) if at is not None and at + 1 < len(lows) else ""


def _ahead(lows: list[str], head: str) -> str:
    bare = without_article(lows)
    return " ".join(bare[: bare.index(head)]) if head in bare else ""
