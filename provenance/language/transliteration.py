"""How a word sounds: one key for its many spellings, in Latin letters or in another script.

Arabic writes consonants and long vowels; each desk spells the rest by ear. The key keeps what survives that: the order of
consonants, in classes that transliterators mix up. It suggests; it collides on names such as Hasan and Husayn, so the
vowels are asked as well (see `sounds_alike`).
"""

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Indel, Levenshtein

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_DOUBLED = re.compile(r"(.)\1+")
# Arabic script: what anyascii gives for a letter, where that is not what desks write.
_ARABIC = str.maketrans(
    {
        "ة": "a",
        "ى": "a",
        "ع": "a",
        "ء": "",
        "أ": "a",
        "إ": "i",
        "آ": "a",
        "ؤ": "u",
        "ئ": "i",
        "ڤ": "v",
        "پ": "p",
        "چ": "ch",
        "گ": "g",
        "ژ": "zh",
        "غ": "gh",
        "ث": "th",
        "ذ": "dh",
        "ظ": "z",
        "ض": "d",
        "ص": "s",
        "ط": "t",
        "ش": "sh",
        "خ": "kh",
        "ـ": "",
    }
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʿʾ", ""))

# Longest first: letters that desks write for the same consonant.
_CLASSES: tuple[tuple[str, str], ...] = (
    ("tsch", "C"),
    ("dsch", "J"),
    ("sch", "S"),
    ("tch", "C"),
    ("tsh", "C"),
    ("tzs", "S"),
    ("zh", "J"),
    ("sh", "S"),
    ("ch", "C"),
    ("kh", "X"),
    ("gh", "G"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
    ("ck", "k"),
    ("qu", "k"),
    ("ts", "s"),
    ("tz", "s"),
    ("dj", "J"),
    ("ks", "x"),
)
_SINGLE = str.maketrans(
    {
        "q": "k",
        "c": "k",
        "j": "J",
        "g": "J",
        "v": "f",
        "p": "b",
        "z": "s",
        "x": "x",
        "w": None,
        "y": None,
        "a": None,
        "e": None,
        "i": None,
        "o": None,
        "u": None,
    }
)
# Second step: classes that one of two scripts does not tell apart (Arabic has one letter for ch and sh, g and j, b and p).
_COARSE = str.maketrans({"C": "S", "J": "G", "X": "k", "x": "k", "h": None})
_CH = re.compile("|".join(spelling for spelling, _ in _CLASSES))
_CLASS_OF = dict(_CLASSES)
_SOFT_C = re.compile(r"c(?=[eiy])")


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in small plain letters and digits with single spaces: no diacritics, apostrophes or punctuation. Not length-preserving."""
    if name.isascii() and name.isalnum():
        return name.lower()
    if not name.isascii():
        name = anyascii(name.translate(_ARABIC).translate(_APOSTROPHES))
    plain = name.lower().translate(_APOSTROPHES)
    return _NOT_WORD.sub(" ", plain).strip()


@lru_cache(maxsize=65536)
def consonant_key(word: str) -> str:
    """The word's consonants in order, in classes that transliterators mix up; a vowel at the start is kept as `a`."""
    folded = fold(word).replace(" ", "")
    classed = _CH.sub(lambda found: _CLASS_OF[found.group()], _SOFT_C.sub("s", _DOUBLED.sub(r"\1", folded)))
    key = _DOUBLED.sub(r"\1", classed.translate(_SINGLE))
    return ("a" if folded[:1] in "aeiou" else "") + key


def coarse_key(word: str) -> str:
    """A consonant key that also joins what one script writes with one letter; for comparing words across scripts."""
    return _DOUBLED.sub(r"\1", consonant_key(word).translate(_COARSE))


def _vowel_conflict(a: str, b: str) -> bool:
    """Whether the first inner vowels differ as a differs from u: Hasan is not Husayn, while Mohamed is Muhammad."""
    first, second = re.search(r"(?<=.)[aeiou]", a), re.search(r"(?<=.)[aeiou]", b)
    return bool(
        first and second and {first.group(), second.group()} in ({"a", "u"}, {"a", "o"}, {"i", "u"}, {"i", "o"}, {"e", "u"}, {"e", "o"})
    )


@lru_cache(maxsize=65536)
def sounds_alike(a: str, b: str) -> float:
    """How alike two folded words are, 0..1: the mean of spelling and consonants, whichever of several views is kindest."""
    if a == b:
        return 1.0
    spelling = max(Levenshtein.normalized_similarity(a, b), Indel.normalized_similarity(a, b) - 0.05)
    key_a, key_b = consonant_key(a), consonant_key(b)
    keys = Levenshtein.normalized_similarity(key_a, key_b) if key_a and key_b else spelling
    if keys == 1.0 and len(key_a) > 1:
        return (
            0.7
            if (_vowel_conflict(a, b) and spelling < 0.8) or (abs(len(a) - len(b)) > 1 and len(key_a) < 3)
            else max(spelling, 0.85 + 0.15 * spelling)
        )
    return 0.6 * spelling + 0.4 * min(keys, spelling + 0.2)


@lru_cache(maxsize=65536)
def same_across_scripts(a: str, b: str) -> float:
    """How alike two names are of which one is not written in Latin letters, 0..1: mostly by consonants."""
    folded_a, folded_b = fold(a).replace(" ", ""), fold(b).replace(" ", "")
    key_a, key_b = coarse_key(a), coarse_key(b)
    consonants = Indel.normalized_similarity(key_a, key_b) if key_a and key_b else 0.0
    return max(0.65 * consonants + 0.35 * Indel.normalized_similarity(folded_a, folded_b), sounds_alike(folded_a, folded_b))
