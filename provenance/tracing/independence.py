"""Which voices behind a group are independent: each rule folds one voice into another and says why."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from provenance.model.chain import Collapse, IndependenceRule, Origin
from provenance.model.claim import ClaimInContext
from provenance.model.source import Family, SourcingType
from provenance.tracing.derivation import derived

_UNNAMED = re.compile(r"^unnamed-(?P<descriptor>.*?)@(?P<relay>[^:]*)(?::(?P<article>.*))?$")
# Words of a description that say nothing about who it is.
_EMPTY = frozenset({"a", "an", "the", "unnamed", "anonymous", "senior", "top", "high", "ranking", "level", "informed", "source", "sources", "official", "officials", "one", "person", "people", "well", "familiar", "close", "to", "of", "with", "in", "who", "some", "several", "two", "three", "and"})


@dataclass(frozen=True)
class Voice:
    """One origin as one claim shows it."""

    claim: str
    article: str
    outlet: str
    outlet_name: str
    republished_from: str | None
    key: str
    name: str
    sourcing_type: SourcingType
    chain: tuple[str, ...]
    party: str | None
    text: str

    @property
    def unnamed(self) -> bool:
        """Whether the origin is somebody who is not named."""
        return self.sourcing_type.family is Family.ANONYMOUS

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Voices that say most about who speaks come first: a named person or body, then an unnamed one, then a mere relay."""
        relay = self.sourcing_type in (SourcingType.WIRE_AGENCY, SourcingType.MEDIA_OUTLET)
        return (2 if relay else 1 if self.unnamed else 0, self.key, self.article, self.claim)


@dataclass(frozen=True)
class Independent:
    """The independent origins of a group and everything that was folded into them."""

    origins: tuple[Origin, ...]
    collapsed: tuple[Collapse, ...]


def voices_of(members: Sequence[ClaimInContext]) -> list[Voice]:
    """All origins that the claims show, in an order that does not depend on the order of reading. An outlet's own voice is none."""
    found = []
    for item in members:
        for attribution in item.claim.own_attributions:
            if attribution.origin and attribution.sourcing_type.shows_origin and attribution.origin not in (item.article.outlet, item.article.republished_from):
                found.append(
                    Voice(
                        item.claim.id, item.claim.article, item.article.outlet, item.article.outlet_name, item.article.republished_from, attribution.origin,
                        attribution.origin_name or attribution.origin, attribution.sourcing_type, attribution.chain, attribution.party, item.claim.text,
                    )
                )
    return sorted(dict.fromkeys(found), key=lambda voice: voice.order)


def shared_origin(a: Voice, b: Voice) -> str | None:
    """Two claims that name the same origin have one origin."""
    return f"both name {a.name}" if a.key == b.key else None


def unnamed_of_one_article(a: Voice, b: Voice) -> str | None:
    """The unnamed sources of one article count once: nobody outside can tell them apart."""
    return f"unnamed sources of one article of {a.outlet_name} count once" if a.unnamed and b.unnamed and a.article == b.article else None


def shared_relay(a: Voice, b: Voice) -> str | None:
    """What one relay passes on from an unnamed source to several outlets is one origin; so is the relay itself where another report shows its source."""
    if a.claim == b.claim:
        return None
    if b.key in a.chain[1:-1]:
        return f"{b.name} is the relay through which {a.name} is quoted elsewhere"
    unnamed_a, unnamed_b = _UNNAMED.match(a.key), _UNNAMED.match(b.key)
    if unnamed_a and unnamed_b and unnamed_a["relay"] == unnamed_b["relay"] and _compatible(unnamed_a["descriptor"], unnamed_b["descriptor"]):
        return f"both pass on an unnamed source of {unnamed_a['relay']}"
    return None


def _compatible(a: str, b: str) -> bool:
    """Whether two descriptions can mean one person: neither says something of them that the other's words leave no room for."""
    words_a, words_b = ({word.rstrip("s") for word in re.split(r"[-_ ]", d) if word not in _EMPTY} for d in (a, b))
    return words_a <= words_b or words_b <= words_a or bool(words_a & words_b)


def republication(a: Voice, b: Voice) -> str | None:
    """A republished text adds nothing: its voices are those of the text it repeats."""
    if a.article == b.article or not _same_kind(a, b):
        return None
    if a.republished_from and a.republished_from in (b.outlet, b.republished_from):
        return f"{a.outlet_name} republishes {a.republished_from}"
    if b.republished_from and b.republished_from == a.outlet:
        return f"{b.outlet_name} republishes {b.republished_from}"
    return None


def _same_kind(a: Voice, b: Voice) -> bool:
    return a.key == b.key or (a.unnamed and b.unnamed)


def common_owner(a: Voice, b: Voice, owners: Mapping[str, str]) -> str | None:
    """Two outlets with one owner are one house: their unnamed sources count once, and so do the outlets themselves as sources."""
    houses_a, houses_b = (owners.get(v.key if v.sourcing_type.family is Family.INSTITUTION else v.outlet) for v in (a, b))
    if a.key == b.key or a.claim == b.claim or not houses_a or houses_a != houses_b:
        return None
    institutions = all(v.key in owners for v in (a, b))
    return f"both belong to {houses_a}" if institutions or (a.unnamed and b.unnamed and a.outlet != b.outlet) else None


def text_derivation(a: Voice, b: Voice) -> str | None:
    """Two texts that share long runs of words derive from each other or from a common text, whoever they credit."""
    if a.article == b.article or a.outlet == b.outlet or (not (a.unnamed or b.unnamed) and a.key != b.key and Family.NAMED in (a.sourcing_type.family, b.sourcing_type.family)):
        return None
    return derived(a.text, b.text)


def independent(
    members: Sequence[ClaimInContext], *, rejected: Collection[tuple[str, str]] = (), owners: Mapping[str, str] | None = None
) -> Independent:
    """The independent origins behind claims that say the same; `rejected` pairs of claim and origin key stay apart."""
    held = owners or {}
    rules: tuple[tuple[IndependenceRule, Callable[[Voice, Voice], str | None]], ...] = (
        (IndependenceRule.SHARED_ORIGIN, shared_origin),
        (IndependenceRule.SHARED_RELAY, shared_relay),
        (IndependenceRule.UNNAMED_OF_ONE_ARTICLE, unnamed_of_one_article),
        (IndependenceRule.REPUBLICATION, republication),
        (IndependenceRule.COMMON_OWNER, lambda a, b: common_owner(a, b, held)),
        (IndependenceRule.TEXT_DERIVATION, text_derivation),
    )
    heads: list[list[Voice]] = []
    collapsed: list[Collapse] = []
    for voice in voices_of(members):
        for house in heads:
            link = None if (voice.claim, house[0].key) in rejected else _link(house, voice, rules)
            if link:
                house.append(voice)
                if voice.claim != house[0].claim:
                    collapsed.append(Collapse(claim=voice.claim, into=house[0].key, rule=link[0], reason=link[1]))
                break
        else:
            heads.append([voice])
    silent = _silent_echoes(members, [house[0] for house in heads], rejected)
    origins = tuple(Origin(key=h[0].key, name=h[0].name, sourcing_type=h[0].sourcing_type, party=next((v.party for v in h if v.party), None)) for h in heads)
    unique = {(c.claim, c.into): c for c in [*collapsed, *silent]}
    return Independent(origins, tuple(unique[key] for key in sorted(unique)))


def _link(house: list[Voice], voice: Voice, rules: Sequence[tuple[IndependenceRule, Callable[[Voice, Voice], str | None]]]) -> tuple[IndependenceRule, str] | None:
    for rule, says in rules:
        for other in house:
            reason = says(other, voice)
            if reason:
                return rule, reason
    return None


def _silent_echoes(members: Sequence[ClaimInContext], origins: Sequence[Voice], rejected: Collection[tuple[str, str]]) -> list[Collapse]:
    """Claims that show no origin but whose words derive from one that does: suspected undeclared echoes."""
    found = []
    for item in sorted(members, key=lambda member: member.claim.id):
        if item.claim.origins:
            continue
        for voice in origins:
            reason = derived(voice.text, item.claim.text) if voice.article != item.claim.article and (item.claim.id, voice.key) not in rejected else None
            if reason:
                found.append(Collapse(claim=item.claim.id, into=voice.key, rule=IndependenceRule.TEXT_DERIVATION, reason=f"shows no source, but {reason}"))
                break
    return found
