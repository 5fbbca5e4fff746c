"""Hedges: words that weaken a claim, where they stand and what they do."""

import re
from functools import cache
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from provenance.language.lexicon import cue_forms, read_lexicon
from provenance.model.claim import Hedge, HedgeKind
from provenance.model.text import Span

_PLAIN = {"’": "'", "‘": "'", "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "\r": " "}
_FRONT = re.compile(r"[\w'-]+$")
_NEXT = re.compile(r" ([\w'-]+)")
_WORD = re.compile(r"[\w'-]+")
_BOUNDS = ("about", "at_least", "at_most")


class _Hit(NamedTuple):
    start: int
    end: int
    phrase: str
    kind: HedgeKind


class _Words(NamedTuple):
    """The lexicon, ready for use."""

    automaton: AhoCorasick
    phrases: tuple[tuple[str, HedgeKind], ...]
    behind: dict[str, frozenset[str]]
    """For a phrase, the words behind which it does something else."""
    before: dict[str, frozenset[str]]
    only_behind: dict[str, frozenset[str]]
    months: frozenset[str]
    figure: re.Pattern[str]
    quoted: re.Pattern[str]
    quoted_behind: frozenset[str]
    reporting: frozenset[str]


def find_hedges(text: str, span: Span) -> list[Hedge]:
    """The weakening words inside a place of the text, in order; they never overlap.

    A word counts by what it does where it stands: `may` is no month here, `about` rounds a figure, `alleged` is no verb.
    """
    published = span.within(text)
    folded = _fold(published)
    known = _known()
    hits = _hits(folded, known)
    found = [hit for hit in hits if hit.kind is not HedgeKind.APPROXIMATOR and _weakens(hit, published, folded, known)]
    found += _before_figures([hit for hit in hits if hit.kind is HedgeKind.APPROXIMATOR], folded, known)
    if "“" in published or '"' in published or "‘" in published:
        found += _scare_quotes(published, folded, known)
    return [Hedge(span=Span(span.start + hit.start, span.start + hit.end), kind=hit.kind) for hit in _longest(found)]


def _fold(text: str) -> str:
    """Small letters, plain blanks and apostrophes, every character in its place (`'İ'.lower()` would grow)."""
    plain = text
    for typed, its in _PLAIN.items():
        plain = plain.replace(typed, its)  # as str.translate does, in a fraction of the time
    low = plain.lower()
    return low if len(low) == len(plain) else "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)


def _hits(folded: str, known: _Words) -> list[_Hit]:
    """Every phrase of the lexicon that stands there as whole words."""
    return [
        _Hit(start, end, *known.phrases[index])
        for index, start, end in known.automaton.find_matches_as_indexes(folded, overlapping=True)
        if not (start and _in_word(folded[start - 1])) and not (end < len(folded) and _in_word(folded[end]))
    ]


def _in_word(character: str) -> bool:
    return character.isalnum() or character in "-_"


def _longest(found: list[_Hit]) -> list[_Hit]:
    """In order, the longest where several begin or overlap."""
    kept: list[_Hit] = []
    for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
    return kept


def _weakens(hit: _Hit, published: str, folded: str, known: _Words) -> bool:
    """Whether the words beside it let a phrase do what it is listed for."""
    phrase = hit.phrase
    if phrase in known.months and (published[hit.start].isupper() or _beside_figure(hit, folded)):
        return False
    if phrase in known.behind and _word_behind_which(hit, folded) in known.behind[phrase]:
        return False
    if phrase in known.before and _word_after(hit, folded) in known.before[phrase]:
        return False
    return phrase not in known.only_behind or _word_behind_which(hit, folded) in known.only_behind[phrase]


def _word_behind_which(hit: _Hit, folded: str) -> str:
    """The word in front of a phrase; an empty string at the head of the sentence or behind a mark."""
    found = _FRONT.search(folded[max(0, hit.start - 24) : hit.start].rstrip(" "))
    return found.group() if found else ""


def _word_after(hit: _Hit, folded: str) -> str:
    found = _NEXT.match(folded[hit.end : hit.end + 24])
    return found.group(1) if found else ""


def _beside_figure(hit: _Hit, folded: str) -> bool:
    return folded[hit.end : hit.end + 2].strip().isdigit() or folded[max(0, hit.start - 2) : hit.start].strip().isdigit()


def _before_figures(hits: list[_Hit], folded: str, known: _Words) -> list[_Hit]:
    """The words that round or bound a figure: those right before one, or before another that is (`as many as an estimated 300`)."""
    rounding: set[int] = set()
    kept = []
    for hit in sorted(hits, key=lambda hit: (-hit.start, -hit.end)):
        if known.figure.match(folded, hit.end) or hit.end + 1 in rounding:
            rounding.add(hit.start)
            kept.append(hit)
    return kept


def _scare_quotes(published: str, folded: str, known: _Words) -> list[_Hit]:
    """Short quoted words in the outlet's own sentence: `a "safe zone"`; not a name in quotation marks, and nobody's reported speech."""
    hits = [_Hit(*found.span(), found.group(), HedgeKind.DISTANCING) for found in known.quoted.finditer(published)]
    if not hits or not known.reporting.isdisjoint(_WORD.findall(folded)):
        return []
    return [hit for hit in hits if _word_behind_which(hit, folded) in known.quoted_behind]


@cache
def _known() -> _Words:
    raw = read_lexicon("hedges")
    bounds = read_lexicon("quantities")
    phrases = [
        (phrase, kind)
        for kind in HedgeKind
        if kind.value in raw
        for pattern in raw[kind.value]["phrases"]
        for phrase in _spelt_out(pattern, raw["gaps"])
    ]
    phrases += [(phrase, HedgeKind.APPROXIMATOR) for kind in _BOUNDS for phrase in bounds["precision"][kind]]
    figures, quotes = raw["figures"], raw["scare_quotes"]
    openers = sorted((*figures["openers"], *bounds["numbers"], *bounds["scales"]), key=len, reverse=True)
    return _Words(
        automaton=AhoCorasick([phrase for phrase, _ in phrases]),
        phrases=tuple(phrases),
        behind={phrase: frozenset(rule.get("behind", ())) for phrase, rule in raw["unless"].items()},
        before={phrase: frozenset(rule.get("before", ())) for phrase, rule in raw["unless"].items()},
        only_behind={phrase: frozenset(("", *allowed)) for phrase, allowed in raw["only_behind"].items()},
        months=frozenset(raw["months"]["words"]),
        figure=re.compile(rf" (?:[a-z]{{0,3}}[{re.escape(figures['signs'])}] ?)?(?:\d|(?:{'|'.join(map(re.escape, openers))})\b)"),
        quoted=re.compile("|".join(_short_quotation(left, right, quotes["words"]) for left, right in quotes["marks"])),
        quoted_behind=frozenset(quotes["behind"]),
        reporting=frozenset(quotes["reporting"]) | {form[0] for form in cue_forms("speech") if len(form) == 1},
    )


def _short_quotation(left: str, right: str, words: int) -> str:
    """A pattern for so many words in small letters between two marks."""
    return rf"{left}[a-zà-ÿ][\w-]{{1,20}}(?: [\w-]{{1,20}}){{0,{words - 1}}}{right}(?!\w)"


def _spelt_out(pattern: str, gaps: dict[str, list[str]]) -> list[str]:
    """Every phrase that a pattern with {be} and {adverb} stands for."""
    choices = [[*gaps["adverb"], ""] if part == "{adverb}" else gaps["be"] if part == "{be}" else [part] for part in pattern.split()]
    return [" ".join(word for word in chosen if word) for chosen in product(*choices)]
