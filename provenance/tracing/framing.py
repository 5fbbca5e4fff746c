"""How a claim is framed: what it calls the first or the largest, which agreement by name it tells of."""

from provenance.language.mentions import countries, seats
from provenance.tracing.naming import sound
from provenance.tracing.words import cue, stem


def superlative_of(lows: list[str]) -> frozenset[str]:
    """The cue of a superlative, marked `=`, and the stems of the phrase that it opens; empty where nothing is called the first."""
    for place, word in enumerate(lows):
        if word in cue("superlative") and not (place + 1 < len(lows) and lows[place + 1] in cue("period")):
            kind: list[str] = []
            for following in lows[place + 1 : place + 17]:
                if following in cue("clause"):
                    break
                if following not in cue("function") and following not in countries() and following != "time":
                    kind.append(stem(following))
            return frozenset(["=" + word, *kind[:9]])
    return frozenset()


def named_deals(words: list[str], lows: list[str]) -> frozenset[str]:
    """Keys of agreements that go by a name, as in `the Minsk accords`, and of what was agreed at a meeting in a place."""
    found = set()
    makes = any(word in cue("making") for word in lows)
    for place, low in enumerate(lows):
        if low in cue("agreement") and place and _names_a_deal(words[place - 1], lows[place - 1]):
            found.add(sound(lows[place - 1]))
        met = makes and low in cue("encounter") and place + 2 < len(lows) and lows[place + 1] == "in"
        if met and _names_a_deal(words[place + 2], lows[place + 2]):
            found.add(sound(lows[place + 2]))
    return frozenset(found)


def _names_a_deal(word: str, low: str) -> bool:
    """Whether a word is a name other than a country's or its people's: `the Turkish agreement` could be any."""
    return word[0].isupper() and low not in cue("idle") and (low not in countries() or low in seats())
