"""Which language a text is in, told by its script and by the small words that no text does without.

Offline and without a model: the tool reads one language and only has to know, safely, when a text is in another.
"""

import re
import unicodedata
from collections import Counter
from functools import cache

from provenance.language.lexicon import read_lexicon

UNKNOWN = "und"
"""The BCP 47 tag for a language that could not be told."""

_SAMPLE = 1600
_SHORT = 40
"""In so few words, another language than English needs clearer evidence: "in", "a" and names are everybody's."""
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_ASCII_LETTER = re.compile(r"[A-Za-z]")


def language_of(text: str) -> str:
    """The BCP 47 tag of the language that most of a text is in; `und` where too little of it tells."""
    sample = text[:_SAMPLE] if len(text) <= 2 * _SAMPLE else text[:_SAMPLE] + text[len(text) // 2 : len(text) // 2 + _SAMPLE]
    if sample.isascii():
        return _by_words(sample)
    foreign = Counter(_script(c) for c in _NOT_ASCII.findall(sample) if c.isalpha())
    scripts = foreign + Counter(latin=len(_ASCII_LETTER.findall(sample)))
    if not scripts:
        return UNKNOWN
    script, letters = scripts.most_common(1)[0]
    if letters < 0.5 * scripts.total():
        return UNKNOWN
    if script in ("latin", "cyrillic"):
        return _by_words(sample)
    if script in ("cjk", "hiragana", "katakana"):
        return "ja" if scripts["hiragana"] + scripts["katakana"] else "zh"
    if script == "arabic":
        return _by_letters(sample, script)
    return str(read_lexicon("languages")["scripts"].get(script, UNKNOWN))


@cache
def _script(letter: str) -> str:
    """The first word of a letter's Unicode name, which names its script."""
    return unicodedata.name(letter, "").split(" ")[0].lower()


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """Each small word with the languages that use it."""
    found: dict[str, list[str]] = {}
    for language, words in read_lexicon("languages")["words"].items():
        for word in dict.fromkeys(words.split()):
            found.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in found.items()}


def _by_words(sample: str) -> str:
    """The language whose small words make up most of the sample: an eighth of it at least, and clearly more than the next one's."""
    words = _WORD.findall(sample.lower())
    known = _small_words()
    hits: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for language in known.get(word, ()):
            hits[language] += times
    if not hits:
        return UNKNOWN
    (best, most), *others = hits.most_common(2)
    second = others[0][1] if others else 0
    if len(words) < _SHORT and best != "en" and hits["en"] and most < max(4, 2 * hits["en"]):
        return "en"
    return best if most >= 0.125 * len(words) and most > 1.2 * second else UNKNOWN


def _by_letters(sample: str, script: str) -> str:
    """Among languages of one script, the first whose own letters are more than one in a hundred."""
    enough = max(2, len(sample) // 100)
    for language, letters in read_lexicon("languages")["letters"][script].items():
        if not letters or sum(sample.count(letter) for letter in letters) >= enough:
            return str(language)
    return UNKNOWN
