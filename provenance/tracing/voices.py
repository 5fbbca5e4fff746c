"""Origins as single claims show them, before anybody asks which of them are one."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from provenance.language.name_words import countries
from provenance.language.transliteration import fold
from provenance.model.article import Credit
from provenance.model.claim import Attribution, ClaimInContext
from provenance.model.source import Family, SourcingType
from provenance.tracing.appellations import body_words, names_of
from provenance.tracing.limits import limit
from provenance.tracing.words import cue, stem, words_of

_UNNAMED = re.compile(r"^unnamed-(?P<descriptor>.*?)@(?P<relay>[^:]*)")
_AGE_BEHIND = re.compile(r"(?P<name>[\w’'-]+)(?:, | \()(?:aged )?(?P<age>\d{1,3})(?=[,.;)])")
_AGE_BEFORE = re.compile(r"\b(?P<age>\d{1,3})-year-old (?P<words>(?:[\w’'-]+ ){0,4}[\w’'-]+)")
_PEOPLE = (SourcingType.NAMED_OFFICIAL, SourcingType.NAMED_EXPERT, SourcingType.NAMED_PERSON)
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
    told: date
    """The day before which its article has not appeared; the last of all days where that is not known."""
    through: tuple[str, ...]
    """Who in its claim reports that it says so: `the ministry said, TASS reported`."""

    @cached_property
    def unnamed(self) -> Unnamed | None:
        """What is known of an origin that is not named; None for one that is."""
        if self.sourcing_type.family is not Family.ANONYMOUS:
            return None
        return unnamed_of(self.key, self.outlet) or Unnamed(_telling(self.key), self.outlet)

    @property
    def relays(self) -> tuple[str, ...]:
        """Who passes it on, behind the outlet and in front of the origin."""
        return (*(self.chain[1:-1] if self.chain and self.chain[-1] == self.key else self.chain[1:]), *self.through)

    @property
    def credited(self) -> frozenset[str]:
        """The keys of those whose text its article says that it prints or uses."""
        return frozenset(key for key in (self.republished_from, *(credit.key for credit in self.credits)) if key)

    @property
    def relative(self) -> bool:
        """Whether its name means somebody in its article only: another `Interior Ministry` may be of another state."""
        return "@" in self.key and self.unnamed is None

    @property
    def passes_on(self) -> bool:
        """Whether it is an agency or outlet, which may have from another what it tells."""
        return self.sourcing_type in _PASSING_ON

    @property
    def vague(self) -> bool:
        """Whether it may be somebody whom another report names in full: without a name, with one only, or passing on what others say.

        A body that is named without its country is one, too.
        """
        agency = self.passes_on or self.sourcing_type is SourcingType.STATE_AGENCY
        if self.sourcing_type in _PEOPLE:
            short = len(self.name.split()) == 1
        else:
            short = not any(word[0] == "~" for words in self.names for word in words)
        return not self.proper or self.relative or agency or short

    def order(self, credited: Collection[str]) -> tuple[int, bool, date, str, str, str]:
        """Voices that say most about who speaks come first: a named person or body, then an unnamed one, then one that passes on.

        Among their like those of whom others have it stand in front, and then those published first.
        """
        rank = 2 if self.passes_on else 1 if self.unnamed else 0
        return (rank, self.outlet not in credited, self.told, self.key, self.article, self.claim)


def unnamed_of(key: str, outlet: str) -> Unnamed | None:
    """What the key of somebody unnamed tells of them; None where it is the key of somebody with a name."""
    found = _UNNAMED.match(key)
    return Unnamed(_telling(found["descriptor"]), found["relay"] or outlet) if found else None


def _telling(descriptor: str) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in re.split(r"[-_ ]", descriptor) if word not in cue("nondescript"))


def has_name(name: str) -> bool:
    """Whether words name somebody or something other than a country, rather than describe it."""
    words = [word for _, word in words_of(name)]
    return any(word[0].isupper() and fold(word) not in countries() for word in words[1:]) or (
        bool(words) and words[0][0].isupper() and fold(words[0]) not in cue("function") | countries().keys() and not _only_opens(words)
    )


def _only_opens(words: list[str]) -> bool:
    """Whether the first word can owe its capital to its place: a common noun at the head of a sentence."""
    return not words[0].isupper() and fold(words[0]) in cue("generic_body")


def _age(text: str, name: str) -> int | None:
    """The age that a text gives beside a name: `NAME, 61, a farmer`, `the 61-year-old NAME`."""
    last = name.rpartition(" ")[2]
    found = [(match["name"], match["age"]) for match in _AGE_BEHIND.finditer(text)]
    found += [(word, match["age"]) for match in _AGE_BEFORE.finditer(text) for word in match["words"].split()]
    return next((int(age) for word, age in found if word == last), None)


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


class Doubtful(NamedTuple):
    """A second source that was read in one claim beside a surer one, and may only have been misread."""

    claim: str
    key: str
    beside: str
    """The key of the surer one."""
    reason: str


def doubtful_in(item: ClaimInContext) -> list[Doubtful]:
    """The sources of a claim whose reading is too unsure to count beside the surest one; who share its cue (`X and Y said`) are sure."""
    shown = shown_by(item)
    if len(shown) < 2:
        return []
    surest, beside = max(shown, key=lambda each: each[0].confidence)
    least, name = limit("sure_beside"), surest.origin_name or beside
    unsure = [(said, key) for said, key in shown if key != beside and said.cue != surest.cue and said.confidence < least]
    return [
        Doubtful(
            item.claim.id, key, beside, f"{said.origin_name or key} was read as a source beside {name} with {said.confidence:.2f} only"
        )
        for said, key in unsure
    ]


def voices_of(members: Sequence[ClaimInContext], doubtful: Collection[tuple[str, str]] = ()) -> list[Voice]:
    """The origins that the claims show, in an order that does not depend on the order of reading. An outlet's own voice is none.

    Pairs of claim and key that are `doubtful` are left out.
    """
    found = {_voice(item, said, key) for item in members for said, key in shown_by(item) if (item.claim.id, key) not in doubtful}
    relayed = {relay for voice in found for relay in voice.relays}
    credited = {key for voice in found for key in voice.credited}
    return sorted(found, key=lambda voice: (voice.key in relayed, *voice.order(credited), voice.name, voice.chain))


def _reporting(item: ClaimInContext, said: Attribution) -> tuple[str, ...]:
    """The keys of those whose words, in the same sentence, hold that somebody says so: they pass it on."""
    others = (a for a in item.claim.attributions if a.origin and a.origin != said.origin and not set(a.cue) & set(said.cue))
    return tuple(a.origin for a in others if a.origin and said.cue and any(part.contains(said.cue[0]) for part in a.content))


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
        names=names_of(item, attribution),
        called=body_words(" ".join([attribution.origin_name or "", *(item.claim.words(span) for span in attribution.source)])),
        described=_described(item.claim.text, name) if attribution.sourcing_type in _PEOPLE else frozenset(),
        age=_age(item.claim.text, name) if attribution.sourcing_type in _PEOPLE else None,
        proper=has_name(name) and attribution.sourcing_type.family is not Family.ANONYMOUS,
        beside=frozenset(item.claim.origins),
        told=(item.article.published and item.article.published.earliest) or date.max,
        through=_reporting(item, attribution),
    )
