"""Origins as single claims show them, before anybody asks which of them are one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from provenance.language.mentions import countries, introduced_aliases
from provenance.language.transliteration import fold
from provenance.model.article import Credit
from provenance.model.claim import Attribution, ClaimInContext
from provenance.model.source import Family, SourcingType
from provenance.tracing.words import cue, stem, words_of

_UNNAMED = re.compile(r"^unnamed-(?P<descriptor>.*?)@(?P<relay>[^:]*)")
_PASSING_ON = (SourcingType.WIRE_AGENCY, SourcingType.MEDIA_OUTLET)


class Unnamed(NamedTuple):
    """Somebody who is not named: the words that tell who it may be, and through whom they speak."""

    told: frozenset[str]
    relay: str


@dataclass(frozen=True)
class Voice:
    """One origin as one claim shows it."""

    claim: str
    article: str
    outlet: str
    outlet_name: str
    republished_from: str | None
    credits: tuple[Credit, ...]
    key: str
    name: str
    sourcing_type: SourcingType
    chain: tuple[str, ...]
    party: str | None
    text: str
    names: frozenset[frozenset[str]]
    """The words of each name that its claim gives it: `Disaster Authority (AFAD)` has two."""
    called: frozenset[str]
    """All words by which its claim calls it, its office and what it is said to be included."""
    described: frozenset[str]
    """The stems of the words that stand beside its name."""
    age: int | None
    """In years, where the claim gives it beside the name."""
    proper: bool
    """Whether it has a name of its own; `the ministry` and `Turkish police` are descriptions."""
    beside: frozenset[str]
    """The keys of all origins of the same claim, this one included."""

    @property
    def unnamed(self) -> Unnamed | None:
        """What is known of an origin that is not named; None for one that is."""
        if self.sourcing_type.family is not Family.ANONYMOUS:
            return None
        found = _UNNAMED.match(self.key)
        descriptor = found["descriptor"] if found else self.key
        told = frozenset(word.rstrip("s") for word in re.split(r"[-_ ]", descriptor) if word not in cue("nondescript"))
        return Unnamed(told, found["relay"] if found else self.outlet)

    @property
    def relays(self) -> tuple[str, ...]:
        """Who passes it on, behind the outlet and in front of the origin."""
        return self.chain[1:-1] if self.chain and self.chain[-1] == self.key else self.chain[1:]

    @property
    def passes_on(self) -> bool:
        """Whether it is an agency or outlet, which may have from another what it tells."""
        return self.sourcing_type in _PASSING_ON

    @property
    def vague(self) -> bool:
        """Whether it may be somebody whom another report names: it has no name, or passes on what others say."""
        return not self.proper or self.passes_on

    @property
    def order(self) -> tuple[int, str, str, str]:
        """Voices that say most about who speaks come first: a named person or body, then an unnamed one, then one that passes on."""
        rank = 2 if self.passes_on else 1 if self.unnamed else 0
        return (rank, self.key, self.article, self.claim)


def body_words(name: str) -> frozenset[str]:
    """The stems of a name's words, a country for its people and in whatever case: `Israel's military` is `the Israeli military`."""
    lows = [fold(word) for _, word in words_of(name)]
    return frozenset("~" + countries()[low] if low in countries() else stem(low) for low in lows if low not in cue("function"))


def has_name(name: str) -> bool:
    """Whether words name somebody or something other than a country, rather than describe it."""
    words = [word for _, word in words_of(name)]
    return any(word[0].isupper() and fold(word) not in countries() for word in words[1:]) or (
        bool(words) and words[0][0].isupper() and fold(words[0]) not in cue("function") | countries().keys() and not _only_opens(words)
    )


def _only_opens(words: list[str]) -> bool:
    """Whether the first word can owe its capital to its place: a common noun at the head of a sentence."""
    return not words[0].isupper() and fold(words[0]) in cue("generic_body")


def _names(item: ClaimInContext, attribution: Attribution) -> frozenset[frozenset[str]]:
    """The name of an origin, what it is short for, and what is given as short for it, each as its words."""
    found = {body_words(attribution.origin_name or attribution.origin or "")}
    pairs = {**introduced_aliases(item.claim.text), **{m.name: m.full for m in item.claim.names if m.full}}
    for short, full in pairs.items():
        both = {body_words(short), body_words(full)}
        if found & both:
            found |= both
    return frozenset(words for words in found if words)


def _age(text: str, name: str) -> int | None:
    """The age that a text gives beside a name: `Mehmet Yilmaz, 61, a farmer`, `the 61-year-old Mehmet Yilmaz`."""
    last = re.escape(name.split()[-1]) if name.split() else None
    behind, before = rf"\b{last}(?:, | \()(?:aged )?(\d{{1,3}})(?=[,.;)])", rf"\b(\d{{1,3}})-year-old (?:[\w’'-]+ ){{0,4}}{last}\b"
    found = last and (re.search(behind, text) or re.search(before, text))
    return int(found[1]) if found else None


def _described(text: str, name: str) -> frozenset[str]:
    """The stems of the words beside a name: a few in front of it, and what stands behind it between commas."""
    at = text.find(name)
    if at < 0 or not name:
        return frozenset()
    front = re.split(r"[,.;:]|\b(?:said|told|says)\b", text[:at])[-1]
    behind = re.match(r"(?:,\s*(?:aged )?\d{1,3})?,\s*([^,.;:]{2,80})", text[at + len(name) :])
    words = [*words_of(front)[-4:], *(words_of(behind[1])[:8] if behind else ())]
    return frozenset(stem(fold(word)) for _, word in words)


def shown_by(item: ClaimInContext) -> list[tuple[Attribution, str]]:
    """Who a claim is attributed to, each with its key as origin; the outlet's own voice, and the one that it republishes, are none."""
    own = (item.article.outlet, item.article.republished_from)
    return [(a, a.origin) for a in item.claim.own_attributions if a.origin and a.sourcing_type.shows_origin and a.origin not in own]


def voices_of(members: Sequence[ClaimInContext]) -> list[Voice]:
    """All origins that the claims show, in an order that does not depend on the order of reading. An outlet's own voice is none."""
    found = {_voice(item, attribution, key) for item in members for attribution, key in shown_by(item)}
    relayed = {relay for voice in found for relay in voice.relays}
    return sorted(found, key=lambda voice: (voice.key in relayed, *voice.order, voice.name, voice.chain))


def _voice(item: ClaimInContext, attribution: Attribution, key: str) -> Voice:
    name = attribution.origin_name or key
    return Voice(
        claim=item.claim.id,
        article=item.claim.article,
        outlet=item.article.outlet,
        outlet_name=item.article.outlet_name,
        republished_from=item.article.republished_from,
        credits=item.article.credits,
        key=key,
        name=name,
        sourcing_type=attribution.sourcing_type,
        chain=attribution.chain,
        party=attribution.party,
        text=item.claim.text,
        names=_names(item, attribution),
        called=body_words(" ".join([attribution.origin_name or "", *(item.claim.words(span) for span in attribution.source)])),
        described=_described(item.claim.text, name),
        age=_age(item.claim.text, name),
        proper=has_name(name),
        beside=frozenset(item.claim.origins),
    )
