"""Names that an article treats as a company's or another body's, though no word of them says so."""

from collections.abc import Iterator
from functools import lru_cache

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.people import GENERATIONS, bare_name
from provenance.language.lexicon import nouns, words
from provenance.language.names import fold

_SPOKES = words("sources", "person", "spokes")
_RUN_BY = words("sources", "person", "run_by")
_NOT_NAMES = (
    words("grammar", "determiners")
    | words("grammar", "openers")
    | words("grammar", "prepositions")
    | {"he", "she", "it", "they", "we", "i"}
)
_PERSONAL = frozenset({"he", "she", "his", "her", "him", "himself", "herself"})
_BUSINESS_NOUNS = words("sources", "body", "business_nouns")
_CALLED = words("sources", "body", "for_profit")
_SAID = words("sources", "body", "announced") | {"said", "says"}
_ANNOUNCED = words("sources", "body", "announced")
_BODY_NAMES = words("sources", "body", "names") | nouns("body_names") | nouns("metonyms")
_STATES_IN_CAPITALS = frozenset({"U.S.", "US", "U.K.", "UK", "EU", "E.U.", "UN", "U.N."})
"""States and unions by their initials, in front of what is theirs: "U.S. Geological Survey". Names such as "Jordan" are people's, too."""
_FIRMS = words("sources", "body", "for_profit_names")
_KINDS = words("sources", "body", "kinds")
_ARTICLES = words("grammar", "articles")
_JOINS = words("grammar", "prepositions") | {"and", "or", "has", "have", "had", "is", "was", "will", "would"}
_BODY_WORDS = words("sources", "body", "heads") | nouns("bodies") | words("sources", "media", "heads")


def bodies_in(sentence: list[Token], following: list[Token]) -> Iterator[str]:
    """Names that are a body's by what stands around them, or by their capitals in a sentence that has other letters."""
    capitals = [at for at, token in enumerate(sentence) if token.is_capital and token.low not in _NOT_NAMES]
    if not capitals:
        return
    shouted = not any(t.text[0].islower() for t in sentence if t.is_word)
    for at in capitals:
        token = sentence[at]
        if token.text.isupper() and len(token.text) > 2 and token.text.isalpha() and not shouted:
            yield bare_name(token.text)
        if at + 1 < len(sentence) and sentence[at + 1].is_capital:
            continue
        first = at
        while first > 0 and sentence[first - 1].is_capital and sentence[first - 1].low not in _NOT_NAMES:
            first -= 1
        if not (_is_treated_as_body(sentence, at, following) or _has_its_kind_beside_it(sentence, first, at)):
            continue
        yield " ".join(bare_name(t.text) for t in sentence[first : at + 1])


def _is_treated_as_body(sentence: list[Token], at: int, following: list[Token]) -> bool:
    token, lows = sentence[at], [t.low for t in sentence[at + 1 : at + 7]]
    spoken_for = at > 1 and sentence[at - 1].low == "for" and sentence[at - 2].low in _SPOKES
    if lows[:2] == [",", "which"] or spoken_for:
        return True
    if token.low.endswith("'s"):
        return len(lows) > 1 and lows[0] in _RUN_BY and f"{lows[0]} {lows[1]}" in _RUN_BY
    if lows[:1] and lows[0] in _BUSINESS_NOUNS:
        return True  # "Apple shares"
    if _SAID.isdisjoint(lows[:3]):
        return False
    verb = next(k for k, low in enumerate(lows) if low in _SAID)
    if lows[verb + 1 : verb + 2] in (["its"], ["it"]) or (verb + 2 < len(lows) and lows[verb + 1] == "that" and lows[verb + 2] == "its"):
        return True  # "Apple said its sales …"
    if lows[verb] in _ANNOUNCED and any(low in _BUSINESS_NOUNS for low in lows[verb + 1 :]):
        return True  # "Apple reported quarterly revenue"
    opens = (at == 0 or all(t.is_capital for t in sentence[:at])) and not any(t.low in _PERSONAL for t in sentence)
    return opens and [t.low for t in following[:1]] == ["the"] and len(following) > 1 and following[1].low in _CALLED


def _has_its_kind_beside_it(sentence: list[Token], first: int, last: int) -> bool:
    """`The transport union Liman-Is said`, `the Liman-Is union`: a common noun beside the name says what kind of body bears it.

    In front of the name the noun needs words before it, and no verb behind the name but one of saying: "the party Erdogan leads".
    """
    ahead = sentence[first - 1] if first else None
    behind = sentence[last + 1] if last + 1 < len(sentence) else None
    if behind is not None and ahead is not None and behind.low in _KINDS and ahead.low in _ARTICLES:
        return True
    if ahead is None or first < 2 or ahead.low not in _KINDS or not sentence[first - 2].is_word:
        return False
    return behind is None or not behind.is_word or behind.low in _SAID | _JOINS or behind.low.endswith("'s")


@lru_cache(maxsize=16384)
def is_body(name: str) -> bool:
    """Whether the name is an institution's: one of its words says so, or it is all initials."""
    low = fold(name)
    last = name.split()[-1]
    initials = last.isupper() and len(last) > 1 and "." not in last and last.lower() not in GENERATIONS
    return (
        (initials and (" " in name or name.isupper()) and not _shouted(name))
        or opens_with_state(name)
        or low in _BODY_NAMES
        or is_firm(name)
        or any(word in _BODY_WORDS for word in low.split())
    )


def is_firm(name: str) -> bool:
    """Whether the last of several words is one with which firms are named: "Aegean Lines"."""
    first, _, last = name.rpartition(" ")
    return bool(first) and last.lower() in _FIRMS


def opens_with_state(name: str) -> bool:
    """Whether a name of several words begins with a state's or a union's initials."""
    return " " in name and name.split()[0].removesuffix("'s").removesuffix("’s") in _STATES_IN_CAPITALS


def _shouted(name: str) -> bool:
    """Whether a name of several words is all in capitals, as speakers are in a transcript: "JAKE TAPPER"."""
    return name.isupper() and " " in name
