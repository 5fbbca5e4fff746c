"""When two voices are one: each rule holds two of them against each other and says why they do not count as two."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cache

from provenance.language.names import is_initials, same_name
from provenance.language.transliteration import fold
from provenance.model.article import Credit
from provenance.model.source import SourcingType
from provenance.tracing.appellations import body_words
from provenance.tracing.copying import Copies
from provenance.tracing.derivation import derived
from provenance.tracing.limits import limit, listed
from provenance.tracing.slips import Slip, slips_in_common
from provenance.tracing.voices import Voice, unnamed_of
from provenance.tracing.words import cue, stem, words_of

Rule = Callable[[Voice, Voice], str | None]
_PEOPLE = (SourcingType.NAMED_OFFICIAL, SourcingType.NAMED_EXPERT, SourcingType.NAMED_PERSON)
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Grounds:
    """What the rules may know beyond the two voices themselves."""

    owners: Mapping[str, str] = field(default_factory=dict)
    """Who owns an outlet, by its key."""
    side_by_side: Collection[frozenset[str]] = frozenset()
    """Pairs of origins that one report shows side by side: then no copy of a part of it makes one of the two."""
    slips: tuple[Slip, ...] = ()
    """What only some of the group's claims have as they have it."""
    copies: Copies = field(default_factory=lambda: Copies(lambda _: {}))


def shared_origin(a: Voice, b: Voice) -> str | None:
    """Two claims that name the same origin have one origin."""
    return f"both name {a.name}" if a.key == b.key and not namesakes(a, b) else None


def namesakes(a: Voice, b: Voice) -> str | None:
    """Why two people of one name are two: other ages, officials of two states, or an official and somebody without an office."""
    if a.sourcing_type not in _PEOPLE or b.sourcing_type not in _PEOPLE:
        return None
    if a.age is not None and b.age is not None and abs(a.age - b.age) > limit("age_slack"):
        return f"one is {min(a.age, b.age)} years old, the other {max(a.age, b.age)}"
    officials = [voice.sourcing_type is SourcingType.NAMED_OFFICIAL for voice in (a, b)]
    if all(officials) and a.party and b.party and a.party != b.party:
        return f"one is an official of {min(a.party, b.party)}, the other of {max(a.party, b.party)}"
    private = [bool(voice.described & _private_roles()) for voice in (a, b)]
    return "one holds an office, the other is called what nobody in office is" if any(officials) and any(private) else None


@cache
def _private_roles() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("private_roles"))


def shared_relay(a: Voice, b: Voice) -> str | None:
    """What one relay passes on from somebody unnamed, described in the same words, is one origin."""
    if a.claim == b.claim or not a.unnamed or not b.unnamed or a.unnamed.relay != b.unnamed.relay or a.unnamed.relay == UNKNOWN:
        return None
    alike = a.unnamed.told & b.unnamed.told or a.unnamed.told == b.unnamed.told
    return f"both pass on an unnamed source of {a.unnamed.relay}" if alike else None


def seen_through(a: Voice, b: Voice) -> str | None:
    """An agency is no origin of its own where another report shows whom it quotes, nor is an undescribed source of one relay."""
    if a.claim == b.claim:
        return None
    for relay, origin in ((a, b), (b, a)):
        if relay.key in origin.relays or _unnamed_relay(relay, origin):
            return f"{relay.name} is the relay through which {origin.name} is quoted elsewhere"
        if relay.passes_on and relay.key == origin.outlet and relay.article != origin.article:
            return f"{relay.name} is the outlet whose own report quotes {origin.name}"
    if not a.unnamed or not b.unnamed or a.unnamed.relay != b.unnamed.relay or (a.unnamed.told and b.unnamed.told):
        return None
    if a.unnamed.relay == UNKNOWN:
        return "both pass on an unnamed source, and who published them is not known"
    return f"both pass on an unnamed source of {a.unnamed.relay}"


def _unnamed_relay(relay: Voice, origin: Voice) -> bool:
    """Whether an origin is quoted through somebody unnamed whom another report shows, of the same agency and in the same words."""
    if relay.unnamed is None:
        return False
    through = [unnamed_of(key, origin.outlet) for key in origin.relays]
    agencies = {origin.outlet} | origin.credited
    return any(
        found and relay.unnamed.relay in {found.relay, *agencies} and relay.unnamed.relay != UNKNOWN and found.told & relay.unnamed.told
        for found in through
    )


def same_body(a: Voice, b: Voice) -> str | None:
    """One body or person under several names is one origin: a short form and what it is short for, two spellings of one name."""
    if a.key == b.key or a.unnamed or b.unnamed or namesakes(a, b):
        return None
    shared = a.names & b.names
    if shared and ((a.proper and b.proper) or any(word[0] in "~=" for words in shared for word in words)):
        return f"{a.name} and {b.name} are names of one body"
    people = a.sourcing_type in _PEOPLE and b.sourcing_type in _PEOPLE
    if people and min(len(a.name.split()), len(b.name.split())) > 1 and same_name(a.name, b.name) >= limit("same_person"):
        return f"{a.name} and {b.name} are spellings of one name"
    return f"{a.name} and {b.name} are names of one body" if is_initials(a.name, b.name) or is_initials(b.name, a.name) else None


def perhaps_same(a: Voice, b: Voice) -> str | None:
    """A description, a family name alone, or a body without its country may mean whoever is called so elsewhere."""
    if a.article == b.article or namesakes(a, b):
        return None
    for short, other in ((a, b), (b, a)):
        family = short.sourcing_type in _PEOPLE and other.sourcing_type in _PEOPLE and len(short.name.split()) == 1
        if family and len(other.name.split()) > 1 and same_name(short.name, other.name.split()[-1]) >= limit("same_person"):
            return f"{short.name} may be {other.name}"
        if short.sourcing_type not in _PEOPLE and other.sourcing_type not in _PEOPLE and _only_without_country(short, other):
            return f"{short.name} may be {other.name}"
        if _speaks_for(short, other):
            return f"{short.name} speaks for {other.name}"
    for described, other in ((a, b), (b, a)):
        if described.proper and not described.unnamed and not described.relative:
            continue
        bare = bool(described.called & _bodies()) and not _proper_words(described.name)
        if bare and _is_a_name(other.name) and _proper_words(other.name) <= body_words(described.text):
            return f"{described.name} may be {other.name}, whom the sentence names"
        words = {word for word in body_words(described.name) if word[0] != "~"} - _telling_nothing()
        lands = [{word for word in voice.called if word[0] == "~"} for voice in (described, other)]
        speaks_for_any = not words and bool(described.called & _spokespeople())
        if (words or speaks_for_any) and words <= other.called and not (lands[0] and lands[1] and not lands[0] & lands[1]):
            return f"{described.name} may be the same as {other.name}"
    return None


def _speaks_for(person: Voice, body: Voice) -> bool:
    """Whether somebody is called a body's spokesperson: `Kremlin spokesman Dmitry Peskov` and `the Kremlin`."""
    if person.sourcing_type not in _PEOPLE or body.sourcing_type in _PEOPLE or body.unnamed:
        return False
    return bool(person.called & _spokespeople()) and any(words <= person.called for words in body.names)


def _only_without_country(short: Voice, other: Voice) -> bool:
    """Whether the one is called as the other is, but for a country: `the Red Crescent` and `Iran's Red Crescent`."""
    lands = [any(word[0] == "~" for words in voice.names for word in words) for voice in (short, other)]
    bare = {frozenset(word for word in words if word[0] != "~") for words in other.names} - {frozenset()}
    return lands == [False, True] and not short.names.isdisjoint(bare)


def _proper_words(name: str) -> frozenset[str]:
    """The stems of the capitalised words of a name, without its common nouns: of `carmaker Rolls-Royce` the last two."""
    capitals = [word for _, word in words_of(name) if word[0].isupper() and fold(word) not in cue("function")]
    return body_words(" ".join(capitals))


def _is_a_name(name: str) -> bool:
    """Whether words are a proper name, at most with the kind of body in front of it, and no description that holds one."""
    plain = {stem(fold(word)) for _, word in words_of(name) if not word[0].isupper() and fold(word) not in cue("function")}
    return bool(_proper_words(name)) and plain <= _bodies()


@cache
def _bodies() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("bodies"))


@cache
def _telling_nothing() -> frozenset[str]:
    return frozenset(stem(word) for word in cue("nondescript")) | _spokespeople()


@cache
def _spokespeople() -> frozenset[str]:
    return frozenset(stem(word) for word in cue("spokespeople"))


def unnamed_of_one_article(a: Voice, b: Voice) -> str | None:
    """The unnamed sources of one outlet in one article count once: nobody outside can tell them apart."""
    if a.article == b.article and a.unnamed and b.unnamed and a.unnamed.relay == b.unnamed.relay:
        return f"unnamed sources of one article of {a.outlet_name} count once"
    return None


def republication(a: Voice, b: Voice, grounds: Grounds) -> str | None:
    """A republished text adds nothing: whoever it shows is in the text that it repeats."""
    if a.article == b.article or frozenset((a.key, b.key)) in grounds.side_by_side:
        return None
    for copy, text in ((a, b), (b, a)):
        if copy.republished_from and copy.republished_from in (text.outlet, text.republished_from):
            return f"{copy.outlet_name} republishes {copy.republished_from}"
    return None


def common_owner(a: Voice, b: Voice, grounds: Grounds) -> str | None:
    """Two outlets with one owner are one house: their unnamed sources count once, and so do the outlets where they are the source."""
    if a.claim == b.claim or a.key == b.key:
        return None
    houses = [grounds.owners.get(voice.outlet if voice.unnamed else voice.key) for voice in (a, b)]
    both = bool(a.unnamed) == bool(b.unnamed) and a.outlet != b.outlet
    return f"both belong to {houses[0]}" if houses[0] and houses[0] == houses[1] and (both or not a.unnamed) else None


def text_derivation(a: Voice, b: Voice, grounds: Grounds) -> str | None:
    """Two texts of different outlets that share long runs of words have one origin, whoever they credit."""
    return derived(a.text, b.text) if _of_two_texts(a, b, grounds) else None


def shared_slip(a: Voice, b: Voice, grounds: Grounds) -> str | None:
    """Two texts that share a slip which nobody else makes have one origin, whoever they credit."""
    return slips_in_common(a.claim, b.claim, grounds.slips) if _of_two_texts(a, b, grounds) else None


def article_derivation(a: Voice, b: Voice, grounds: Grounds) -> str | None:
    """Where two articles derive from each other, somebody without a name in the one is no second origin beside the other."""
    return grounds.copies.reason(a.article, b.article) if _of_two_texts(a, b, grounds) else None


def _of_two_texts(a: Voice, b: Voice, grounds: Grounds) -> bool:
    two_houses = a.outlet != b.outlet or a.outlet == UNKNOWN
    return a.article != b.article and two_houses and frozenset((a.key, b.key)) not in grounds.side_by_side


def shared_credit(a: Voice, b: Voice) -> str | None:
    """An unnamed source in an article that credits an agency may be the one who speaks through that agency elsewhere."""
    if a.article == b.article:
        return None
    for crediting, other in ((a, b), (b, a)):
        for credit in crediting.credits:
            if other.passes_on and other.key == credit.key:
                return f"{_says(crediting, credit)}, and so may have from it what it tells"
            both = crediting.unnamed and other.unnamed and _alike(crediting, other)
            if both and credit.key in _through(other):
                return f"{_says(crediting, credit)}, through which {other.name} speaks elsewhere"
    return None


def _says(voice: Voice, credit: Credit) -> str:
    return f"{voice.outlet_name} credits {credit.name} (“{credit.words}”)"


def _through(voice: Voice) -> frozenset[str]:
    """The keys of all agencies and outlets through which somebody may speak, those that the article only credits included."""
    shown = {voice.outlet, voice.republished_from, *voice.relays, voice.unnamed.relay if voice.unnamed else None}
    return frozenset(key for key in shown if key and key != UNKNOWN) | {credit.key for credit in voice.credits}


def _alike(a: Voice, b: Voice) -> bool:
    told = [voice.unnamed.told if voice.unnamed else frozenset() for voice in (a, b)]
    return not told[0] or not told[1] or bool(told[0] & told[1])
