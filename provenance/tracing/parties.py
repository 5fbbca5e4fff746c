"""Whether an origin speaks as a party to the event, or as somebody from a state that the event does not touch."""

from collections.abc import Sequence

from provenance.language.name_words import countries, seats
from provenance.language.transliteration import fold
from provenance.model.chain import Origin
from provenance.model.claim import ClaimInContext
from provenance.tracing.limits import listed
from provenance.tracing.naming import stands_in_place
from provenance.tracing.words import words_of


def involved(origin: Origin, members: Sequence[ClaimInContext]) -> bool:
    """Whether an origin's side has a part in what the claims tell.

    It has, unless they name other states, never this one outside the words for who says so, and nothing that is its own ("its forces").
    A side of which the words tell nothing is taken to have a part: that a party is none has to be seen.
    """
    if origin.party is None:
        return False
    sides = [_told(item) for item in members]
    named = frozenset().union(*(states for states, _ in sides))
    return not named or origin.party in named or any(own for _, own in sides)


def _told(item: ClaimInContext) -> tuple[frozenset[str], bool]:
    """The states that a claim names outside its sources, and whether a source speaks of its own side."""
    claim = item.claim
    sources = [span for attribution in claim.own_attributions for span in attribution.source]
    named, own, before = set(), False, ""
    for start, word in words_of(claim.text):
        place, low = claim.span.start + start, fold(word)
        if any(span.start <= place < span.end for span in sources):
            continue
        beside = before in ("with", "against")  # "exchanged with Russia": the other side is whoever speaks
        if word[0].isupper() and low in countries() and not beside and not (low in seats() and stands_in_place(item, place)):
            named.add(countries()[low])
        before = low
        own = own or low in listed("own_side")
    return frozenset(named), own
