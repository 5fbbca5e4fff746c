"""Which voices behind a group are independent: each rule folds one voice into another and says why."""

from collections import deque
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from provenance.model.chain import Collapse, IndependenceRule, Origin
from provenance.model.claim import ClaimInContext
from provenance.tracing.confirmation import confirmed_by
from provenance.tracing.derivation import derived
from provenance.tracing.voices import Voice, body_words, voices_of
from provenance.tracing.words import cue, stem

Rule = Callable[[Voice, Voice], str | None]
House = list[tuple[Voice, tuple[IndependenceRule, str] | None]]


@dataclass(frozen=True)
class Independent:
    """The independent origins of a group and everything that was folded into them."""

    origins: tuple[Origin, ...]
    collapsed: tuple[Collapse, ...]


def shared_origin(a: Voice, b: Voice) -> str | None:
    """Two claims that name the same origin have one origin."""
    return f"both name {a.name}" if a.key == b.key else None


def shared_relay(a: Voice, b: Voice) -> str | None:
    """What one relay passes on from somebody unnamed is one origin; so is the relay itself where another report shows its source."""
    if a.claim == b.claim:
        return None
    if b.key in a.relays or a.key in b.relays:
        relay, origin = (b, a) if b.key in a.relays else (a, b)
        return f"{relay.name} is the relay through which {origin.name} is quoted elsewhere"
    if a.unnamed and b.unnamed and a.unnamed.relay == b.unnamed.relay:
        alike = not a.unnamed.told or not b.unnamed.told or a.unnamed.told & b.unnamed.told
        return f"both pass on an unnamed source of {a.unnamed.relay}" if alike else None
    return None


def same_body(a: Voice, b: Voice) -> str | None:
    """One body under several names is one origin: an introduced short form and what it is short for, a country's name and its adjective."""
    if a.key == b.key or a.unnamed or b.unnamed or not a.names & b.names:
        return None
    own = (a.proper and b.proper) or any(word[0] == "~" for words in a.names & b.names for word in words)
    return f"{a.name} and {b.name} are names of one body" if own else None


def perhaps_same(a: Voice, b: Voice) -> str | None:
    """A description without a name may mean whoever is called so elsewhere: then the two do not count as two."""
    if a.article == b.article or (a.proper and b.proper):
        return None
    for described, other in ((a, b), (b, a)):
        if described.proper and not described.unnamed:
            continue
        words = {word for word in body_words(described.name) if word[0] != "~"} - _telling_nothing()
        lands = [{word for word in voice.called if word[0] == "~"} for voice in (described, other)]
        speaks_for_any = not words and bool(described.called & _spokespeople())
        if (words or speaks_for_any) and words <= other.called and not (lands[0] and lands[1] and not lands[0] & lands[1]):
            return f"{described.name} may be the same as {other.name}"
    return None


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


def republication(a: Voice, b: Voice) -> str | None:
    """A republished text adds nothing: whoever it shows is in the text that it repeats."""
    if a.article == b.article or a.key in b.beside or b.key in a.beside:
        return None
    for copy, text in ((a, b), (b, a)):
        if copy.republished_from and copy.republished_from in (text.outlet, text.republished_from):
            return f"{copy.outlet_name} republishes {copy.republished_from}"
    return None


def common_owner(a: Voice, b: Voice, owners: Mapping[str, str]) -> str | None:
    """Two outlets with one owner are one house: their unnamed sources count once, and so do the outlets where they are the source."""
    if a.claim == b.claim or a.key == b.key:
        return None
    houses = [owners.get(voice.outlet if voice.unnamed else voice.key) for voice in (a, b)]
    both = bool(a.unnamed) == bool(b.unnamed) and a.outlet != b.outlet
    return f"both belong to {houses[0]}" if houses[0] and houses[0] == houses[1] and (both or not a.unnamed) else None


def text_derivation(a: Voice, b: Voice) -> str | None:
    """Two texts of different outlets that share long runs of words have one origin, whoever they credit."""
    if a.article == b.article or a.outlet == b.outlet or a.key in b.beside or b.key in a.beside:
        return None
    return derived(a.text, b.text)


def independent(
    members: Sequence[ClaimInContext], *, rejected: Collection[tuple[str, str]] = (), owners: Mapping[str, str] | None = None
) -> Independent:
    """The independent origins behind claims that say the same; `rejected` pairs of claim and origin key stay apart."""
    held = owners or {}
    rules: dict[IndependenceRule, Rule] = {
        IndependenceRule.SHARED_ORIGIN: shared_origin,
        IndependenceRule.SHARED_RELAY: shared_relay,
        IndependenceRule.UNNAMED_OF_ONE_ARTICLE: unnamed_of_one_article,
        IndependenceRule.SAME_BODY: same_body,
        IndependenceRule.REPUBLICATION: republication,
        IndependenceRule.COMMON_OWNER: lambda a, b: common_owner(a, b, held),
        IndependenceRule.TEXT_DERIVATION: text_derivation,
        IndependenceRule.PERHAPS_SAME: perhaps_same,
    }
    voices = voices_of(members)
    claims = {item.claim.id: item for item in members}
    houses = _confirming(_houses(voices, rules), claims)
    apart = {voice for house in houses for voice, _ in house if (voice.claim, house[0][0].key) in rejected and voice is not house[0][0]}
    if apart:
        alone: list[House] = [[(voice, None)] for voice in voices if voice in apart]
        houses = [*_confirming(_houses([voice for voice in voices if voice not in apart], rules), claims), *alone]
    folded = [
        Collapse(claim=voice.claim, into=house[0][0].key, rule=link[0], reason=link[1])
        for house in houses
        for voice, link in house
        if link and voice.claim != house[0][0].claim
    ]
    heads = [house[0][0] for house in houses]
    unique = {(collapse.claim, collapse.into): collapse for collapse in [*_silent_echoes(members, heads, rejected), *reversed(folded)]}
    return Independent(tuple(_origin(house) for house in houses), tuple(unique[key] for key in sorted(unique)))


def _houses(voices: Sequence[Voice], rules: Mapping[IndependenceRule, Rule]) -> list[House]:
    """Voices that hang together, each with the link that brought it in; the voice that says most about who speaks opens the house."""
    left = list(voices)
    houses: list[House] = []
    while left:
        house: House = [(left.pop(0), None)]
        waiting = deque([house[0][0]])
        while waiting:
            here = waiting.popleft()
            for voice in list(left):
                link = _link(here, voice, rules)
                if link:
                    house.append((voice, link))
                    left.remove(voice)
                    waiting.append(voice)
        houses.append(house)
    return houses


def _confirming(houses: Sequence[House], told: Mapping[str, ClaimInContext]) -> list[House]:
    """The houses of which each confirms another's word; one that tells another part of the event goes with the first."""
    kept: list[House] = []
    for house in houses:
        if not kept or any(confirmed_by(voice, other, told) for voice, _ in house for before in kept for other, _ in before):
            kept.append(house)
            continue
        reason = f"{house[0][0].name} tells too little of the same to confirm {kept[0][0][0].name}"
        kept[0].extend((voice, link or (IndependenceRule.ANOTHER_PART, reason)) for voice, link in house)
    return kept


def _link(a: Voice, b: Voice, rules: Mapping[IndependenceRule, Rule]) -> tuple[IndependenceRule, str] | None:
    for rule, says in rules.items():
        reason = says(a, b)
        if reason:
            return rule, reason
    return None


def _origin(house: House) -> Origin:
    head = house[0][0]
    party = next((voice.party for voice, _ in house if voice.party), None)
    return Origin(key=head.key, name=head.name, sourcing_type=head.sourcing_type, party=party)


def _silent_echoes(members: Sequence[ClaimInContext], heads: Sequence[Voice], rejected: Collection[tuple[str, str]]) -> list[Collapse]:
    """Claims that show no origin but whose words derive from one that does: suspected undeclared echoes."""
    found = []
    for item in sorted(members, key=lambda member: member.claim.id):
        for voice in () if item.claim.origins else heads:
            open_question = voice.article != item.claim.article and (item.claim.id, voice.key) not in rejected
            reason = derived(voice.text, item.claim.text) if open_question else None
            if reason:
                rule = IndependenceRule.TEXT_DERIVATION
                found.append(Collapse(claim=item.claim.id, into=voice.key, rule=rule, reason=f"shows no source, but {reason}"))
                break
    return found
