"""Slips that some texts share and others do not: errors in common show a common model (the method of P. Maas, Textual Criticism, 1958)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from rapidfuzz.distance import OSA

from provenance.language.quantities import number_of
from provenance.language.transliteration import consonant_key, fold
from provenance.tracing.limits import limit, origin_words
from provenance.tracing.words import rarity, stem, words_of

_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_FEWEST = 3  # two that share a slip, and one that does not


class Slip(NamedTuple):
    """A word as only some of the texts write it, how others write it, what it counts, and the ids of the claims that have it."""

    written: str
    elsewhere: str
    misspelt: bool
    claims: frozenset[str]


class Spelt(NamedTuple):
    """The words of a text that can hold a slip: common words and names by their folded form, and numbers as written."""

    common: frozenset[str]
    names: Mapping[str, str]
    numbers: Mapping[str, float]


def slips_among(texts: Mapping[str, str]) -> tuple[Slip, ...]:
    """The slips in texts that say the same, by the ids of their claims; none among fewer than three.

    A misspelt word is a common one that no table knows, a letter away from a known one that others have in its place. An odd name is
    spelt otherwise by two others at least; an odd number is grouped by dots, as no English text does, where others group it otherwise.
    """
    if len(texts) < _FEWEST:
        return ()
    read = {claim: spelt(text) for claim, text in sorted(texts.items())}
    return (*_misspelt(read), *_odd_names(read), *_odd_numbers(read))


def slips_in_common(a: str, b: str, slips: tuple[Slip, ...]) -> str | None:
    """The reason to hold that two claims have one model: the slips that both make; None where those are too few.

    A misspelt word counts in full; a name or number that is only odd counts half, since houses have their ways to write them.
    """
    common = [slip for slip in slips if a in slip.claims and b in slip.claims]
    if not common or sum(1.0 if slip.misspelt else 0.5 for slip in common) < limit("slips"):
        return None
    return "both " + " and ".join(f"write “{slip.written}” where others have “{slip.elsewhere}”" for slip in common)


@lru_cache(maxsize=16384)
def spelt(text: str) -> Spelt:
    """A text's words as they are spelt, those too short to hold a telling slip left out."""
    words = [word for _, word in words_of(text)]
    long = [word for word in words if len(word) >= limit("slip_letters")]
    return Spelt(
        common=frozenset(fold(word) for word in long if word.islower()),
        names={fold(word): word for word in long if word[0].isupper() and not word.isupper()},
        numbers={word: value for word in words if word[0].isdigit() and (value := number_of(word)) is not None},
    )


def _misspelt(read: Mapping[str, Spelt]) -> Iterator[Slip]:
    holders = _holders((word, claim) for claim, each in read.items() for word in each.common)
    known = [word for word in holders if _known(word)]
    for word, claims in holders.items():
        if len(claims) < 2 or _known(word):
            continue
        near = (
            o for o in known if OSA.distance(word, o, score_cutoff=1) == 1 and stem(o) != stem(word) and _spelling(o) != _spelling(word)
        )
        right = next((o for o in near if holders[o] - claims), None)
        if right:
            yield Slip(word, right, True, frozenset(claims))


def _odd_names(read: Mapping[str, Spelt]) -> Iterator[Slip]:
    holders = _holders((word, claim) for claim, each in read.items() for word in each.names)
    written = {word: name for each in read.values() for word, name in each.names.items()}
    sounding: dict[str, list[str]] = defaultdict(list)
    for word in holders:
        sounding[consonant_key(word)].append(word)
    for alike in sounding.values():
        for word, usual in [pair for a, b in combinations(alike, 2) for pair in ((a, b), (b, a))]:
            inflected = usual.startswith(word) or word.startswith(usual)
            if not inflected and len(holders[word]) >= 2 and len(holders[usual] - holders[word]) >= 2:
                yield Slip(written[word], written[usual], False, frozenset(holders[word]))


def _odd_numbers(read: Mapping[str, Spelt]) -> Iterator[Slip]:
    holders = _holders((word, claim) for claim, each in read.items() for word in each.numbers)
    values = {word: value for each in read.values() for word, value in each.numbers.items()}
    for word, claims in holders.items():
        usual = next((o for o in holders if o != word and values[o] == values[word] and holders[o] - claims), None)
        if usual and len(claims) >= 2 and _DOTTED.fullmatch(word) and not _DOTTED.fullmatch(usual):
            yield Slip(word, usual, False, frozenset(claims))


def _holders(found: Iterator[tuple[str, str]]) -> dict[str, set[str]]:
    """The claims that have each word, in the order of the words."""
    holders: dict[str, set[str]] = defaultdict(set)
    for word, claim in found:
        holders[word].add(claim)
    return dict(sorted(holders.items()))


def _known(word: str) -> bool:
    """Whether the table of rarities holds the word's stem: news uses it now and then."""
    return rarity(stem(word)) < rarity("")


def _spelling(word: str) -> str:
    """A word with what English spellings of the two sides of the Atlantic differ in made alike."""
    for spelling, alike in origin_words()["spellings"]:
        word = re.sub(spelling, alike, word)
    return word
