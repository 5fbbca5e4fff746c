"""Ordinals with what they order: `for the third time`, `the second quarter`, `finished second`."""

from functools import cache
from typing import NamedTuple

from provenance.language.transliteration import fold
from provenance.model.claim import Claim
from provenance.tracing.words import cue, stem, tracing_words, words_of


class Rank(NamedTuple):
    """An ordinal: the stem of the noun behind it, else of the verb in front of it, its value, and its words as printed."""

    kind: str
    value: int
    words: str

    @property
    def of_one_thing(self) -> bool:
        """Whether one event has one such ordinal: it happened for the third time or for the first, while two quarters are two things."""
        return self.kind in _of_one_thing()


def ranks_of(claim: Claim) -> tuple[Rank, ...]:
    """The ordinals of a claim; those of dates and of fractions are none."""
    words = [word for _, word in words_of(claim.text)]
    lows = [fold(word) for word in words]
    values = tracing_words()["ordinals"]
    found = []
    for place, low in enumerate(lows):
        if low not in values:
            continue
        behind = place + 1
        if behind < len(lows) and lows[behind] not in cue("function") | cue("calendar") and not lows[behind][0].isdigit():
            found.append(Rank(stem(lows[behind]), values[low], f"{words[place]} {words[behind]}"))
        elif place and lows[place - 1] not in cue("function") and not lows[place - 1][0].isdigit():
            found.append(Rank(stem(lows[place - 1]), values[low], f"{words[place - 1]} {words[place]}"))
    return tuple(dict.fromkeys(found))


@cache
def _of_one_thing() -> frozenset[str]:
    return frozenset(map(stem, cue("ranked_once")))
