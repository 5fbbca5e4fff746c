"""Whether two names are one name: spelling, transliteration, articles, kunya, order, initials, legal forms."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from pathlib import Path
from typing import Any

from provenance.language.mentions import find_names, introduced_aliases
from provenance.language.transliteration import fold, same_across_scripts, sounds_alike

__all__ = ["find_names", "fold", "introduced_aliases", "is_initials", "lexicon", "parts_of", "same_name"]

_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_OTHER_LETTERS = re.compile(r"[^\W\d_]")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_CAMEL = re.compile(r"(?<=[a-z]{2})(?=[A-Z][a-z])")
_ROMAN = re.compile(r"^[ivx]+$")


@dataclass(frozen=True)
class Lexicon:
    """The words of `names.toml`, ready for looking up."""

    titles: frozenset[str]
    articles: frozenset[str]
    filial: frozenset[str]
    kunya: frozenset[str]
    particles: frozenset[str]
    joining: frozenset[str]
    generic: frozenset[str]
    spellings: dict[str, str]
    legal_forms: tuple[tuple[str, str], ...]
    nicknames: dict[str, frozenset[str]]
    numbers: dict[str, str]
    weights: dict[str, float]


@cache
def lexicon() -> Lexicon:
    """The words that names are made of."""
    raw: dict[str, Any] = tomllib.loads((Path(__file__).parent / "lexicon" / "names.toml").read_text(encoding="utf-8"))
    forms = sorted(
        ((spelling, form) for form, spellings in raw["legal_forms"].items() for spelling in spellings), key=lambda pair: -len(pair[0])
    )
    sets = {key: frozenset(raw[key]) for key in ("titles", "articles", "filial", "kunya", "particles", "joining", "generic")}
    return Lexicon(
        **sets,
        spellings=raw["spellings"],
        legal_forms=tuple(forms),
        nicknames={short: frozenset(full) for short, full in raw["nicknames"].items()},
        numbers={word: str(value) for word, value in raw["numbers"].items()},
        weights=raw["weights"],
    )


@dataclass(frozen=True)
class Parts:
    """A name taken apart: its words without titles and articles, its kunya joined, its legal form aside."""

    words: tuple[str, ...]
    legal: frozenset[str]
    family: str | None
    """The word in front of a comma, as in `Putin, Vladimir`."""


@lru_cache(maxsize=65536)
def parts_of(name: str) -> Parts:
    """The name taken apart; the order of words is kept, except that what stands before a comma moves to the end."""
    words_known = lexicon()
    dotted = _DOTTED.sub(lambda found: found.group().replace(".", ""), name)
    before, comma, after = dotted.partition(",")
    turned = f"{after} {before}" if comma and after.strip() and " " not in before.strip() else dotted
    folded = f" {fold(_CAMEL.sub(' ', turned))} "
    legal = set()
    for spelling, form in words_known.legal_forms:
        if f" {spelling} " in folded and folded.strip() != spelling:
            folded = folded.replace(f" {spelling} ", " ", 1)
            legal.add(form)
    return Parts(_significant(folded.split()), frozenset(legal), fold(before) if comma else None)


def _significant(words: Sequence[str]) -> tuple[str, ...]:
    known = lexicon()
    kept: list[str] = []
    kunya = False
    for place, word in enumerate(words):
        if word in known.kunya and place + 1 < len(words):
            kunya = True
        elif kunya and word in known.articles and place + 1 < len(words):
            continue
        elif kunya:
            kept.append("abu_" + word)
            kunya = False
        elif (word in known.titles and len(words) > 1) or word in known.articles or (word in known.filial and place):
            continue
        else:
            kept.extend(known.spellings.get(word, known.numbers.get(word, _without_ordinal(word))).split())
    return tuple(kept) or tuple(words)


def _without_ordinal(word: str) -> str:
    found = re.fullmatch(r"(\d+)(?:st|nd|rd|th)", word)
    return found.group(1) if found else word


def _word_alike(a: str, b: str) -> float:
    if a == b:
        return 1.0
    kunya_a, kunya_b = a.startswith("abu_"), b.startswith("abu_")
    if kunya_a != kunya_b:
        return 0.0
    if kunya_a:
        return sounds_alike(a[4:], b[4:])
    if a.isdigit() or b.isdigit() or (_ROMAN.match(a) and _ROMAN.match(b)):
        return 0.0
    short, long = sorted((a, b), key=len)
    if len(short) == 1 and len(long) > 1:
        return 0.9 if long.startswith(short) else 0.0
    if long in lexicon().nicknames.get(short, ()) or (
        len(short) == 3 and len(long) > 6 and long.startswith(short) and short.endswith(("n", "m", "x", "d"))
    ):
        return 0.8
    return sounds_alike(a, b)


def _weight(word: str) -> float:
    known = lexicon()
    if word in known.generic:
        return known.weights["generic_word"]
    return 0.6 if len(word) == 1 else 1.0


def _aligned(a: Sequence[str], b: Sequence[str]) -> tuple[float, list[str], list[str]]:
    """Words matched greedily, best pair first: the mean likeness of the matched, and what is left over on each side."""
    floor = lexicon().weights["word_match"]
    pairs = sorted(((_word_alike(x, y), -abs(i - j), i, j) for (i, x), (j, y) in product(enumerate(a), enumerate(b))), reverse=True)
    left, right = set(range(len(a))), set(range(len(b)))
    total = weight = 0.0
    for alike, _, i, j in pairs:
        if alike < floor:
            break
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            here = max(_weight(a[i]), _weight(b[j]))
            total, weight = total + alike * here, weight + here
    return (total / weight if weight else 0.0), [a[i] for i in sorted(left)], [b[j] for j in sorted(right)]


def is_initials(short: str, long: str) -> bool:
    """Whether the first is made of the first letters of the other's words: HTS, of Hayat Tahrir al-Sham; little words may count or not."""
    letters = short.replace(".", "").replace(" ", "")
    if not (2 <= len(letters) <= 8 and letters.isupper() and letters.isalpha()) or " " not in long.strip():
        return False
    words = fold(long).split()
    all_letters = "".join(word[0] for word in words)
    content = "".join(word[0] for word in words if word not in lexicon().articles)
    return fold(letters) in (all_letters, content)


@lru_cache(maxsize=131072)
def same_name(a: str, b: str) -> float:
    """How likely two names are one name, 0..1; 0.5 and more means the same.

    Words are matched by spelling and sound. Words left over on one side only are a fuller form of the name; words left over
    on both sides are another name. Legal forms must not contradict each other.
    """
    if a.strip().casefold() == b.strip().casefold():
        return 1.0 if a.strip() else 0.0
    if is_initials(a, b) or is_initials(b, a):
        return 0.8
    parts_a, parts_b = parts_of(a), parts_of(b)
    if not parts_a.words or not parts_b.words:
        return 0.0
    if parts_a.legal and parts_b.legal and not parts_a.legal & parts_b.legal:
        return 0.3
    scripts = bool(_LATIN.search(a)) != bool(_LATIN.search(b)) and bool(_OTHER_LETTERS.search(a)) and bool(_OTHER_LETTERS.search(b))
    alike, left, right = _aligned(parts_a.words, parts_b.words)
    score = _whole(alike, left, right, len(parts_a.words), len(parts_b.words))
    if _is_acronym(a) and _is_acronym(b):
        return 0.2  # SANA and SNA are two; acronyms have no spelling variants
    joined = sounds_alike("".join(parts_a.words), "".join(parts_b.words))
    if joined >= 0.93 and len(parts_a.words) != len(parts_b.words) and not _differing_numbers(left, right):
        score = max(score, joined)
    if scripts:
        score = max(score, same_across_scripts(" ".join(parts_a.words), " ".join(parts_b.words)) - 0.1)
    return max(0.0, min(1.0, score))


def _is_acronym(name: str) -> bool:
    letters = name.strip().replace(".", "")
    return letters.isupper() and letters.isascii() and letters.isalpha() and 2 <= len(letters) <= 5


def _differing_numbers(left: Sequence[str], right: Sequence[str]) -> bool:
    return any(w.isdigit() or _ROMAN.match(w) for w in left) or any(w.isdigit() or _ROMAN.match(w) for w in right)


def _whole(alike: float, left: Sequence[str], right: Sequence[str], size_a: int, size_b: int) -> float:
    weights = lexicon().weights
    over_left, over_right = sum(map(_weight, left)), sum(map(_weight, right))
    both, one = min(over_left, over_right), abs(over_left - over_right)
    score = alike - weights["two_sided"] * min(1.0, both) - weights["one_sided"] * one / max(1, min(size_a, size_b))
    if min(size_a, size_b) - min(len(left), len(right)) < 2 and max(len(left), len(right)):
        score -= 0.3  # one word in common is a family name or a town, not a person
    return score
