"""By which names an origin goes: its full name, short forms, what it is known as, and the body whose paper it is."""

import re
from functools import cache

from provenance.language.bodies import known_body
from provenance.language.mentions import introduced_aliases
from provenance.language.name_words import countries
from provenance.language.transliteration import fold
from provenance.model.claim import Attribution, ClaimInContext
from provenance.model.source import SourcingType
from provenance.tracing.limits import listed
from provenance.tracing.words import cue, stem, words_of

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_BRACKETED = re.compile(r"^(?P<long>.+?)\s*\((?P<short>[^()]+)\)$")
_PAPERS_OF = re.compile(r"^(?:the )?(?:\w+ )?(?P<papers>\w+) (?:from|of|by) (?P<body>.+)$")
_APPOSED = re.compile(r"[,\s(]+(?P<short>[A-Z][A-Z.]{1,9})(?=[,;.)]|\s*$)")
_PEOPLE = (SourcingType.NAMED_OFFICIAL, SourcingType.NAMED_EXPERT, SourcingType.NAMED_PERSON)


def body_words(name: str) -> frozenset[str]:
    """The stems of a name's words, a country for its people and in whatever case: `Israel's military` is `the Israeli military`."""
    lows = [fold(word) for _, word in words_of(_DOTTED.sub(lambda found: found.group().replace(".", ""), name))]
    return frozenset("~" + countries()[low] if low in countries() else stem(low) for low in lows if low not in cue("function"))


def names_of(item: ClaimInContext, attribution: Attribution) -> frozenset[frozenset[str]]:
    """The name of an origin, what it is short for, and what is given as short for it, each as its words."""
    name = attribution.origin_name or attribution.origin or ""
    shown = (name, *(_parts_of_a_body(item, attribution, name) if attribution.origin_name else ()))
    found = {body_words(each) for each in shown}
    pairs = {**introduced_aliases(item.claim.text), **{m.name: m.full for m in item.claim.names if m.full}}
    for short, full in pairs.items():
        both = {body_words(short), body_words(full)}
        if found & both:
            found |= both
    known = {frozenset({f"={key}"}) for each in shown if (key := known_body(each))}
    return frozenset(words for words in found | known if words)


def _parts_of_a_body(item: ClaimInContext, attribution: Attribution, name: str) -> list[str]:
    """The names within the name of a body: its short form in brackets or behind a comma, and the name behind what it is called.

    `the railway company VR` goes by `VR`, `the Wagner group` by `Wagner`, and `ministry figures` are the ministry's.
    """
    if attribution.sourcing_type in _PEOPLE:
        return []
    found = []
    bracketed = _BRACKETED.match(name)
    if bracketed:
        found += [bracketed["long"], bracketed["short"]]
    elif attribution.source:
        end = attribution.source[-1].end - item.claim.span.start
        apposed = _APPOSED.match(item.claim.text, end) if end > 0 else None
        found += [apposed["short"]] if apposed else []
    words = (bracketed["long"] if bracketed else name).split()
    named = len(words)
    while named and words[named - 1][0].isupper():
        named -= 1
    described = words[:named]  # `police in northern Aleppo` is not called Aleppo
    if described and named < len(words) and described[-1][0].islower() and not any(fold(word) in cue("function") for word in described[1:]):
        found.append(" ".join(words[named:]))
    if len(words) > 1 and stem(fold(words[-1])) in _papers():
        found.append(" ".join(words[:-1]))
    if words[-1] in listed("bodies") and (borne := _proper_name(words[:-1])):
        found.append(borne)
    owner = _PAPERS_OF.match(name)
    if owner and stem(fold(owner["papers"])) in _papers():
        found.append(owner["body"])
    return found


def _proper_name(words: list[str]) -> str:
    """The words behind an article where all have capitals and none is a country's; empty where they are no such name."""
    name = [word for word in words if fold(word) not in cue("function")]
    proper = bool(name) and all(word[0].isupper() and fold(word) not in countries() for word in name)
    return " ".join(name) if proper else ""


@cache
def _papers() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("papers"))
