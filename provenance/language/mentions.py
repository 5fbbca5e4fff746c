"""Proper names where they stand in a text, the aliases that the text itself introduces, and the names that later words are short for."""

import re
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import islice
from typing import NamedTuple

from provenance.language.name_words import countries, name_lexicon, peoples
from provenance.language.remembered import Remembered
from provenance.language.transliteration import fold
from provenance.model.claim import NameMention
from provenance.model.text import Span

_TOKEN = re.compile(r"[^\W_]++(?:[’'‘ʼ`.&-][^\W_]++)*+\.?")
_POSSESSIVE = re.compile(r"(?:[’'‘]s|(?<=s)[’'‘])$")
_INITIAL = re.compile(r"^(?:[A-Z]\.)+$")
_BRACKET = re.compile(r"\s?\(([^()\n]{2,80})\)")
_KNOWN_AS = re.compile(r"\b(?:also |better |formerly |previously )?known as (?:the )?")
_TITLE_OF = re.compile(r"([^\W_]+) (?:of|for) (?:the )?$")
_OF = (" of ", " for ", " of the ", " for the ")
_DAY_BEHIND = re.compile(r"\s[0-3]?\d\b")
_LONGEST = 14
"""A run of more capitalised words is a headline or shouting, and is cut."""
_ACRONYM = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ0-9&.-]{1,9}$")
_SENTENCE_END = re.compile(r"(?:[.!?:][\"”’')\]]*\s+|[\n“\"‘(\[–—]\s*|^\s*)$")


class _Look(NamedTuple):
    """What a word tells by itself."""

    folded: str
    capital: bool
    """Whether it is written as a name: a capital at its start, or behind a particle as in al-Nusra."""
    adjective: int
    """How many letters of a word such as `Turkish-backed` are the name; 0 where it is no such word."""
    owns: bool
    """Whether it ends in a possessive that ends a name, too: `Turkey’s`, but not `McDonald’s`."""


def _look(word: str) -> _Look:
    known = name_lexicon()
    bare = _POSSESSIVE.sub("", word)
    return _Look(fold(word), _capital(word), _adjective_head(word), bare != word and bare.lower() not in known["inner_possessives"])


_LOOKS = Remembered(_look, 60_000)


def _capital(word: str) -> bool:
    if word[0].isupper():
        return True
    head, dash, rest = word.partition("-")
    return bool(dash and rest[:1].isupper() and fold(head) in name_lexicon()["particles"])


def _adjective_head(word: str) -> int:
    head, dash, rest = word.rpartition("-")
    return (
        len(head)
        if dash and (rest in name_lexicon()["adjective_endings"] or (rest.endswith("ed") and rest.islower() and len(rest) > 3))
        else 0
    )


@lru_cache(maxsize=32)
def name_spans(text: str) -> tuple[Span, ...]:
    """Every proper name of a text, longest run of capitalised words with the particles between them; titles in front are left out."""
    known = name_lexicon()
    found: list[Span] = []
    run: list[Span] = []
    for match in _TOKEN.finditer(text):
        word = match[0]
        if not run and not word[0].isupper() and "-" not in word:
            continue  # most words: in lower case, and no name to go on with
        token = Span(match.start(), match.end())
        if run and (len(run) >= _LONGEST or not _joined(text, run[-1], token)):
            run = _closed(found, text, run)
        look = _LOOKS[word]
        if look.folded in known["short_months"] and _DAY_BEHIND.match(text, token.end):
            run = _closed(found, text, run)
        elif look.capital and look.folded not in known["days_and_months"]:
            if _only_opens(text, token, look.folded, run):
                run = _closed(found, text, run)
            elif look.adjective:
                _closed(found, text, [*run, Span(token.start, token.start + look.adjective)])
                run = []
            else:
                run.append(token)
                if look.owns:
                    run = _closed(found, text, run)
        elif run and (
            (look.folded in known["particles"] and _followed_by_name(text, token, look.folded, run)) or (word.isdigit() and len(word) < 4)
        ):
            run.append(token)
        else:
            run = _closed(found, text, run)
    _closed(found, text, run)
    return tuple(found)


def _closed(found: list[Span], text: str, run: list[Span]) -> list[Span]:
    if run:
        found.extend(_trimmed(text, run))
    return []


def _only_opens(text: str, token: Span, low: str, run: list[Span]) -> bool:
    """Whether a capitalised word owes its capital to its place: function words anywhere, some nouns at the head of a sentence."""
    if low in name_lexicon()["openers"]:
        return not (run and low in name_lexicon()["particles"] and token.within(text).isupper())
    return not run and low in name_lexicon()["opening_nouns"] and bool(_SENTENCE_END.search(text, max(0, token.start - 6), token.start))


def _joined(text: str, left: Span, right: Span) -> bool:
    """Whether only one blank stands between two words (a full stop inside the first one belongs to an initial or title)."""
    gap, word = text[left.end : right.start], left.within(text)
    if gap in ("’ ", "' ") and word.lower() in name_lexicon()["inner_possessives"]:
        return True
    if gap not in (" ", "\u00a0"):
        return False
    return not word.endswith(".") or bool(_INITIAL.match(word)) or fold(word) in name_lexicon()["titles"]


def _followed_by_name(text: str, token: Span, low: str, run: list[Span]) -> bool:
    """Whether a lower-case particle stands inside a name: `Ministry of Defence`, `Osama bin Laden`; not `Turkey and Russia`."""
    tokens = [token, *(Span(*match.span()) for match in islice(_TOKEN.finditer(text, token.end), 3))]
    following = 1
    while following < min(3, len(tokens)) and fold(tokens[following].within(text)) in name_lexicon()["particles"]:
        following += 1
    if following >= len(tokens) or not all(_joined(text, tokens[i], tokens[i + 1]) for i in range(following)):
        return False
    word = tokens[following].within(text)
    if not word[0].isupper() or fold(word) in name_lexicon()["openers"]:
        return False
    head = fold(run[-1].within(text))
    if low in ("and", "for"):
        return False
    if low in ("of", "the"):
        if len(run) == 1 and head not in name_lexicon()["of_heads"] and _SENTENCE_END.search(text, max(0, run[0].start - 6), run[0].start):
            return False  # `Fighters of …` at the head of a sentence
        return head not in countries() and len(run) < 6 and head not in name_lexicon()["titles"]
    return True


def _trimmed(text: str, run: list[Span]) -> list[Span]:
    """The name without titles in front and without a possessive ending; nothing where no name is left."""
    folded = [fold(word.within(text)) for word in run]
    head = _office(folded) or _held_of(text, run[0].start, folded)
    words, folded = run[head:], folded[head:]
    while folded and folded[-1] in name_lexicon()["particles"]:
        words, folded = words[:-1], folded[:-1]
    office = _of_office()
    while folded and folded[-1] in office and all(word in office or word in peoples() for word in folded):
        words, folded = words[:-1], folded[:-1]  # `the Turkish President` names a country's people only
    if not words:
        return []
    last = words[-1].within(text)
    cut = len(last) - len(_POSSESSIVE.sub("", last))
    if last.endswith(".") and not _INITIAL.match(last):
        cut = 1
    whole = Span(words[0].start, words[-1].end - cut)
    return [whole] if whole.end - whole.start > 1 else []


@cache
def _of_office() -> frozenset[str]:
    """Words of which an office is made: titles, and what they are titles for."""
    return frozenset(name_lexicon()["titles"] | name_lexicon()["portfolios"])


def _office(folded: list[str]) -> int:
    """How many words in front are an office, as in `Turkish Foreign Minister`; none where the name is a body's."""
    known = name_lexicon()
    titles = [i for i, word in enumerate(folded[:-1]) if word in known["titles"]]
    if not titles or any(word in known["generic"] for word in folded):
        return 0
    in_front, its_people = _of_office(), peoples()
    end = 0
    while end < len(folded) - 1 and (folded[end] in in_front or folded[end] in its_people):
        end += 1
    return max((i + 1 for i in titles if i < end), default=0)


@cache
def _held() -> frozenset[str]:
    """Words for what an office can be held of."""
    return frozenset(name_lexicon()["held_of"] | name_lexicon()["portfolios"] | name_lexicon()["generic"])


def _held_of(text: str, start: int, folded: list[str]) -> int:
    """How many words in front are what an office is held of: `Secretary of | State Antony Blinken`, `President of | Turkey Recep …`.

    Only where a name of two words or more is left; words that can begin a name are none: `Mayor of | New York City`.
    """
    if not text.endswith(_OF, max(0, start - 10), start):
        return 0
    before = _TITLE_OF.search(text, max(0, start - 40), start)
    if before is None or fold(before[1]) not in name_lexicon()["titles"]:
        return 0
    known, end = _held(), 0
    while end < len(folded) - 2 and (folded[end] in known or (end == 0 and folded[0] in countries())):
        end += 1
    if end == 0 and " ".join(folded[:2]) in countries():
        end = 2
    left = folded[end:]
    return end if 2 <= len(left) <= 4 and not name_lexicon()["generic"].intersection(left) else 0


@lru_cache(maxsize=32)
def _aliases(text: str) -> dict[str, str]:
    """The aliases of a text, to be looked up and never changed."""
    found: dict[str, str] = {}
    ends = {span.end: span for span in name_spans(text)}
    for bracket in _BRACKET.finditer(text):
        head = ends.get(bracket.start()) or ends.get(bracket.start() - 2)  # a possessive stands between
        if head is None or re.match(r"\s*[–—-]\s", text[bracket.end() : bracket.end() + 3]):
            continue  # `IDLIB, Syria (North Press) –` is a dateline
        full = head.within(text)
        for part in re.split(r"[,;]\s*", bracket.group(1)):
            cue = next((c for c in sorted(name_lexicon()["formerly"], key=len, reverse=True) if part.lower().startswith(c + " ")), None)
            short = part[len(cue) :].strip() if cue else part.strip()
            place = re.search(r"\b(\w+) of (?:the )?$", text[: head.start][-40:])
            is_place = bool(place and place.group(1).lower() in name_lexicon()["place_words"]) and short[:1].isupper()
            if (cue and short and _capital(short)) or (_ACRONYM.match(short) and full != short and not full.isupper()) or is_place:
                found.setdefault(short, full)
    starts = {span.start: span for span in name_spans(text)}
    for known in _KNOWN_AS.finditer(text) if "known as" in text else ():
        short_span = starts.get(known.end())
        head = next((ends[place] for place in range(known.start(), known.start() - 5, -1) if place in ends), None)
        if short_span and head:
            found.setdefault(short_span.within(text), head.within(text))
    return found


def introduced_aliases(text: str) -> dict[str, str]:
    """The other names that a text introduces, each to the name it introduces them for: `HTS` to `Hayat Tahrir al-Sham`."""
    return dict(_aliases(text))


@lru_cache(maxsize=32)
def _fuller(text: str) -> dict[str, str | None]:
    """For the last word of each name of several words, that name; None where two different names end alike."""
    known: dict[str, str | None] = {}
    generic = name_lexicon()["generic"]
    for span in name_spans(text):
        name = span.within(text)
        words = name.split()
        last = words[-1]
        if len(words) > 1 and fold(last) not in countries() and fold(last) not in generic:
            if last in known and known[last] != name and known[last] is not None:
                held = str(known[last])
                known[last] = max(held, name, key=len) if held.endswith(name) or name.endswith(held) else None
            else:
                known[last] = name
    return known


def find_names(text: str, span: Span) -> list[NameMention]:
    """The proper names inside a place of the text, in order, each with the fuller name that the text gives for it elsewhere."""
    aliases, fuller = _aliases(text), _fuller(text)
    mentions = []
    places = name_spans(text)
    for at in range(bisect_left(places, (span.start,)), len(places)):
        place = places[at]
        if place.start >= span.end:
            break
        if span.contains(place):
            name = place.within(text)
            full = aliases.get(name) or (fuller.get(name) if " " not in name else None)
            mentions.append(NameMention(span=place, name=name, full=full if full != name else None))
    return mentions
