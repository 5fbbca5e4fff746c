"""How a claim is framed: what it calls the first or the largest, which agreement by name it tells of."""

from provenance.language.name_words import countries, seats
from provenance.tracing.limits import listed
from provenance.tracing.naming import sound
from provenance.tracing.words import cue, stem

_BETWEEN = 3  # so many words may stand between a meeting and its place: `met his counterpart in`


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
    """Keys of agreements that go by a name, as in `the Minsk accords`."""
    return frozenset(
        sound(lows[place - 1])
        for place, low in enumerate(lows)
        if low in cue("agreement") and place and _names_a_deal(words[place - 1], lows[place - 1])
    )


def met_in(words: list[str], lows: list[str]) -> frozenset[str]:
    """Keys of the places where those met who came to terms, as in `met in Minsk and agreed`: what they agreed may go by that name."""
    if not any(word in cue("making") for word in lows):
        return frozenset()
    found = set()
    for place, low in enumerate(lows):
        if low in cue("encounter") or low in listed("met"):
            near = lows[place + 1 : place + 2 + _BETWEEN]
            at = place + 1 + near.index("in") + 1 if "in" in near else None
            if at is not None and at < len(words) and _names_a_deal(words[at], lows[at]):
                found.add(sound(lows[at]))
    return frozenset(found)


def named_things(words: list[str], lows: list[str]) -> frozenset[str]:
    """Keys of operations, storms and other things of one kind that are told apart by a name: `Operation Barkhane`, `Hurricane Maria`."""
    return frozenset(
        f"{low} {sound(lows[place + 1])}"
        for place, low in enumerate(lows[:-1])
        if low in listed("named_kinds") and words[place + 1][0].isupper() and words[place][0].isupper()
    )


def _names_a_deal(word: str, low: str) -> bool:
    """Whether a word is a name other than a country's or its people's: `the Turkish agreement` could be any."""
    return word[0].isupper() and low not in cue("idle") and (low not in countries() or low in seats())
