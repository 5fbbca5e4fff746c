"""Who and what a claim names, as keys that do not depend on spelling: countries, short forms written out, words by their sound."""

import re

from provenance.language.name_words import countries, peoples, place_words, seats
from provenance.language.names import lexicon
from provenance.language.transliteration import consonant_key, fold
from provenance.model.claim import ClaimInContext, NameMention
from provenance.tracing.words import cue, tracing_words

_IN_PLACE = re.compile(r"\b(?:in|at|near|from|to|into|across|around)\s+(?:the\s+)?(?:(?P<kind>\w+) of (?:the\s+)?)?$")


def sound(word: str) -> str:
    """The key of one folded word: its consonants, or the word itself where those are too few to tell it."""
    key = consonant_key(word)
    return key if len(key) > 2 else word


def name_keys(item: ClaimInContext, mention: NameMention) -> dict[str, str]:
    """For each folded word of a name its key: a country, for its people too, and its seat unless that is a mere place; else its sound."""
    folded = fold(mention.name)
    country = countries().get(folded)
    if country and not (folded in seats() and stands_in_place(item, mention.span.start)):
        return dict.fromkeys(folded.split(), "~" + country)
    idle = cue("function") | lexicon().articles | lexicon().kunya
    return {word: "~" + (countries()[word] if word in peoples() else sound(word)) for word in folded.split() if word not in idle}


def full_keys(item: ClaimInContext, mention: NameMention) -> frozenset[str]:
    """The keys of the name that a mention is short for, or of the mention itself."""
    whole = mention if mention.full is None else NameMention(span=mention.span, name=mention.full)
    return frozenset(name_keys(item, whole).values())


def name_weights(item: ClaimInContext, mention: NameMention) -> dict[str, float]:
    """What the words of a name weigh: a long name little more than a short one, a short form hardly more than what it is short for."""
    weights = tracing_words()["weights"]
    full = full_keys(item, mention)
    each = float(weights["name"]) * min(1.0, 1.5 / max(1, len(full)))
    own = frozenset(name_keys(item, mention).values())
    return {**dict.fromkeys(own - full, float(weights["short_form"])), **dict.fromkeys(full, each)}


def entities_of(item: ClaimInContext, mentions: list[NameMention]) -> tuple[frozenset[str], ...]:
    """Each name but countries as one set of keys, its short form with it."""
    found = {full_keys(item, m) | frozenset(name_keys(item, m).values()) for m in mentions if fold(m.name) not in countries()}
    return tuple(sorted((keys for keys in found if keys), key=sorted))


def parties_of(item: ClaimInContext, words: list[tuple[int, str]]) -> frozenset[str]:
    """Countries that the words name, their people and seats too; a seat is a mere place behind `in`, and a name in `Minsk accords`."""
    found = set()
    following = [fold(word) for _, word in words[1:]] + [""]
    for (start, word), behind in zip(words, following, strict=True):
        low = fold(word)
        country = countries().get(low) if word[0].isupper() else None
        of_a_deal = behind in cue("agreement") or behind in cue("encounter")
        if country and not (low in seats() and (of_a_deal or stands_in_place(item, item.claim.span.start + start))):
            found.add(country)
    return frozenset(found)


def stands_in_place(item: ClaimInContext, start: int) -> bool:
    """Whether what begins at an offset of the article stands behind `in`, `at` or `near`, as a place does."""
    end = start - item.claim.span.start
    found = _IN_PLACE.search(item.claim.text[max(0, end - 36) : end].lower())
    return found is not None and (found["kind"] is None or found["kind"] in place_words())
