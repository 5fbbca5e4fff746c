"""Which origins are independent: voices that rules say are one become one house, and each house that stands counts as one origin."""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from provenance.model.chain import Collapse, IndependenceRule, Origin
from provenance.model.claim import ClaimInContext
from provenance.tracing import kinship as rules
from provenance.tracing.confirmation import confirmed_by
from provenance.tracing.copying import Copies
from provenance.tracing.kinship import Grounds, Rule
from provenance.tracing.limits import limit
from provenance.tracing.slips import slips_among
from provenance.tracing.voices import Doubtful, Voice, doubtful_in, voices_of

Link = tuple[IndependenceRule, str]
House = list[tuple[Voice, Link | None]]
_BY_THE_WORDS = (IndependenceRule.TEXT_DERIVATION, IndependenceRule.SHARED_SLIP)
"""Rules that see what is copied; where the reports show who quotes whom, that is said instead."""


@dataclass(frozen=True)
class Independent:
    """The independent origins of a group and everything that was folded into them."""

    origins: tuple[Origin, ...]
    collapsed: tuple[Collapse, ...]
    heads: tuple[Voice, ...] = ()
    """For each origin the voice that says most about who speaks."""


def independent(
    members: Sequence[ClaimInContext],
    *,
    rejected: Collection[tuple[str, str]] = (),
    owners: Mapping[str, str] | None = None,
    copies: Copies | None = None,
) -> Independent:
    """The independent origins behind claims that say the same; `rejected` pairs of claim and origin key stay apart.

    A claim whose voices fold into those that stand never raises the number of origins; an independent one never lowers it.
    """
    grounds = Grounds(
        owners=owners or {},
        side_by_side={frozenset(pair) for item in members for pair in combinations(item.claim.origins, 2)},
        slips=slips_among({item.claim.id: item.claim.text for item in members}),
        copies=copies or Copies.among(members),
    )
    told = {item.claim.id: item for item in members}
    doubtful = [each for item in members for each in doubtful_in(item)]
    houses = _settled(voices_of(members, {(each.claim, each.key) for each in doubtful}), grounds, told, frozenset(rejected))
    if doubtful and rejected:
        doubtful = [each for each in doubtful if not _is_held_apart(each, houses, rejected)]
        houses = _settled(voices_of(members, {(each.claim, each.key) for each in doubtful}), grounds, told, frozenset(rejected))
    keys = _keys(houses)
    folded = {
        (voice.claim, key): Collapse(claim=voice.claim, into=key, rule=link[0], reason=link[1])
        for house, key in zip(houses, keys, strict=True)
        for voice, link in reversed(house)
        if link and voice.claim != house[0][0].claim
    }
    for each in doubtful:
        into = keys[_house_of(each, houses)]
        folded.setdefault(
            (each.claim, into), Collapse(claim=each.claim, into=into, rule=IndependenceRule.UNSURE_READING, reason=each.reason)
        )
    origins = tuple(_origin(house, key) for house, key in zip(houses, keys, strict=True))
    return Independent(origins, tuple(folded[place] for place in sorted(folded)), tuple(house[0][0] for house in houses))


def _house_of(each: Doubtful, houses: Sequence[House]) -> int:
    """The place of the house in which the surer source stands that a doubtful one stands beside."""
    return next(at for at, house in enumerate(houses) if any(voice.claim == each.claim and voice.key == each.beside for voice, _ in house))


def _is_held_apart(each: Doubtful, houses: Sequence[House], rejected: Collection[tuple[str, str]]) -> bool:
    """Whether a person wants a doubtful source to count beside the house of the surer one, whichever voice opens that by now."""
    house = houses[_house_of(each, houses)]
    return any((each.claim, key) in rejected for key in (_with_article(house), *(voice.key for voice, _ in house)))


def _with_article(house: House) -> str:
    """The key of a house whose first voice has a namesake: with outlet and article."""
    head = house[0][0]
    return f"{head.key}@{head.outlet}:{head.article[:8]}"


def one_origin(a: ClaimInContext, b: ClaimInContext) -> str | None:
    """The name of an origin to which both claims go back, by any rule that needs nothing but the two; None where there is none."""
    for house in _houses(voices_of((a, b)), Grounds()):
        if len({voice.claim for voice, _ in house}) > 1:
            return house[0][0].name
    return None


def _settled(
    voices: Sequence[Voice], grounds: Grounds, told: Mapping[str, ClaimInContext], rejected: Collection[tuple[str, str]]
) -> list[House]:
    """The houses that count, after what people hold apart: those voices stand beside the house that they were folded into."""
    houses = _confirming(_houses(voices, grounds), told)
    apart = {voice for house in houses for voice in _held_apart(house, rejected)}
    if not apart:
        return houses
    rest = [voice for voice in voices if voice not in apart]
    if not rest:
        return [[(voice, None)] for voice in voices]
    return [*_settled(rest, grounds, told, rejected), *_settled([v for v in voices if v in apart], grounds, told, rejected)]


def _held_apart(house: House, rejected: Collection[tuple[str, str]]) -> list[Voice]:
    """The voices of a house that a person wants apart from an origin in it, whichever voice opens it by now."""
    if not rejected:
        return []
    suffixed = _with_article(house)
    names: dict[str, set[str]] = {}
    for voice, _ in house:
        names.setdefault(voice.key, set()).add(voice.claim)
    names.setdefault(suffixed, set()).add(house[0][0].claim)
    return [voice for voice, _ in house if any((voice.claim, key) in rejected and claims - {voice.claim} for key, claims in names.items())]


def _houses(voices: Sequence[Voice], grounds: Grounds) -> list[House]:
    """Voices that are one, each with the link that brought it in; the voice that says most about who speaks opens the house.

    What is certain, or written all over the texts, hangs together through any number of voices. What only may be one joins whoever
    it may be, and joins no two others: a `spokesman` who may be either of two ministers does not make one of them.
    """
    firm: dict[IndependenceRule, Rule] = {
        IndependenceRule.SHARED_ORIGIN: rules.shared_origin,
        IndependenceRule.SHARED_RELAY: rules.shared_relay,
        IndependenceRule.UNNAMED_OF_ONE_ARTICLE: rules.unnamed_of_one_article,
        IndependenceRule.SAME_BODY: rules.same_body,
        IndependenceRule.REPUBLICATION: lambda a, b: rules.republication(a, b, grounds),
        IndependenceRule.COMMON_OWNER: lambda a, b: rules.common_owner(a, b, grounds),
        IndependenceRule.TEXT_DERIVATION: lambda a, b: rules.text_derivation(a, b, grounds),
        IndependenceRule.SHARED_SLIP: lambda a, b: rules.shared_slip(a, b, grounds),
    }
    perhaps: dict[IndependenceRule, Rule] = {
        IndependenceRule.SHARED_RELAY: rules.seen_through,
        IndependenceRule.SHARED_CREDIT: rules.shared_credit,
        IndependenceRule.PERHAPS_SAME: rules.perhaps_same,
        IndependenceRule.ARTICLE_DERIVATION: lambda a, b: rules.article_derivation(a, b, grounds),
    }
    return _taken_in(_hanging_together(voices, firm), perhaps)


def _hanging_together(voices: Sequence[Voice], firm: Mapping[IndependenceRule, Rule]) -> list[House]:
    left = list(voices)
    houses: list[House] = []
    while left:
        house: House = [(left.pop(0), None)]
        waiting = deque([house[0][0]])
        while waiting:
            here = waiting.popleft()
            for voice in list(left):
                link = _link(here, voice, firm)
                if link and not any(rules.namesakes(voice, inside) for inside, _ in house if inside.key == voice.key):
                    house.append((voice, link))
                    left.remove(voice)
                    waiting.append(voice)
        houses.append(house)
    return houses


def _taken_in(houses: Sequence[House], perhaps: Mapping[IndependenceRule, Rule]) -> list[House]:
    """The houses without those of which everybody may be in another one: a named one first, else the first that fits."""
    standing = list(houses)
    for house in reversed(houses):
        if not all(voice.vague for voice, _ in house):
            continue
        others = sorted((other for other in standing if other is not house), key=lambda other: all(voice.vague for voice, _ in other))
        for other in others:
            link = _between(other, house, perhaps)
            if link:
                other.extend((voice, own or link) for voice, own in house)
                standing.remove(house)
                break
    return standing


def _between(house: House, taken: House, perhaps: Mapping[IndependenceRule, Rule]) -> Link | None:
    most = int(limit("copied_heads"))
    for rule, says in perhaps.items():
        few = most if rule is IndependenceRule.ARTICLE_DERIVATION else None
        for (a, _), (b, _) in product(house[:few], taken[:few]):
            reason = says(a, b)
            if reason:
                return rule, reason
    return None


def _link(a: Voice, b: Voice, firm: Mapping[IndependenceRule, Rule]) -> Link | None:
    for rule, says in firm.items():
        reason = says(a, b)
        if reason:
            through = rules.seen_through(a, b) if rule in _BY_THE_WORDS else None
            return (IndependenceRule.SHARED_RELAY, through) if through else (rule, reason)
    return None


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


def _keys(houses: Sequence[House]) -> list[str]:
    """The key of each origin: that of its first voice; of a namesake with its article behind, as of somebody without a name."""
    keys: list[str] = []
    for house in houses:
        head = house[0][0]
        keys.append(head.key if head.key not in keys else _with_article(house))
    return keys


def _origin(house: House, key: str) -> Origin:
    head = house[0][0]
    party = next((voice.party for voice, _ in house if voice.party), None)
    return Origin(key=key, name=head.name, sourcing_type=head.sourcing_type, party=party)
