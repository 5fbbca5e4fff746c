"""What of a claim can be compared: its words, names, parties, numbers, dates, negation, superlative and motive."""

import math
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from provenance.language.mentions import countries, peoples, seats
from provenance.language.names import lexicon
from provenance.language.quantities import number_of
from provenance.language.transliteration import consonant_key, fold
from provenance.model.claim import ClaimInContext, DateMention, NameMention, Precision, Quantity
from provenance.tracing.words import rarity, stem, tracing_words, words_of

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_SINCE = re.compile(r"\b(?:since|from|until|till|before|after)\b[^,;.]*$")
_UNNAMED = re.compile(r"^unnamed-.*@|:.*$")
_IN_PLACE = re.compile(r"\b(?:in|at|near|from|to|into|across|around)\s+(?:the\s+)?$")
_MONTH = re.compile(r"\b(" + "|".join(month[:3] for month in _MONTHS) + r")[a-z]*\b", re.IGNORECASE)


@dataclass(frozen=True)
class Window:
    """When something is said to have happened: first and last day, None where open; `months` and `weekday` as the words name them."""

    earliest: date | None
    latest: date | None
    months: frozenset[int] = frozenset()
    weekday: int | None = None

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.earliest is not None and self.latest is not None


@dataclass(frozen=True)
class Aspects:
    """One claim, taken apart for comparing. Words are stems, names are keys of how they sound; weights are rarities in nats."""

    claim: str
    article: str
    outlet: str
    weights: dict[str, float]
    sequence: tuple[str, ...]
    runs: frozenset[tuple[str, ...]]
    names: frozenset[str]
    entities: tuple[frozenset[str], ...]
    """Each name as its keys, short forms written out; countries are left to `parties`."""
    parties: frozenset[str]
    places: frozenset[str]
    quantities: tuple[Quantity, ...]
    figures: frozenset[str]
    windows: tuple[Window, ...]
    negated: frozenset[str]
    negative: bool
    """Whether any word of the claim denies, refuses, fails or lacks something."""
    future: bool
    superlative: frozenset[str]
    motive: bool
    named_deals: frozenset[str]
    making: bool
    trail: frozenset[str]
    """The links of its chains behind the outlet; somebody unnamed stands as `@` with the relay."""
    published: Window
    total: float


@cache
def cue(kind: str) -> frozenset[str]:
    """A word list of `tracing.toml` under `[cues]`."""
    return frozenset(tracing_words()["cues"][kind])


def aspects_of(item: ClaimInContext) -> Aspects:
    """The comparable side of a claim. Words of its source and cue count only where nothing else is left."""
    claim = item.claim
    words = _own_words(item)
    links = {key for a in claim.attributions for key in a.chain[1:]}
    mentions = [mention for mention in claim.names if fold(mention.name).replace(" ", "-") not in links]
    starts = {start + claim.span.start for start, _ in words} & {mention.span.start for mention in mentions}
    names = {word: key for mention in claim.names for word, key in _name_keys(item, mention).items()}
    sequence, weights = [], {}
    for _, word in words:
        low = fold(word)
        if low in cue("function") or not low:
            continue
        term = names.get(low) or _figure(word) or stem(low)
        sequence.append(term)
        weights[term] = float(tracing_words()["weights"]["calendar"]) if low in cue("calendar") else _weight(term)
    for mention in claim.names:
        if mention.span.start in starts:
            weights.update(_name_weights(item, mention))
    _discount(weights, claim.themes, names)
    published = item.article.published
    lows = [fold(word) for _, word in words]
    parties = _parties(item, words)
    return Aspects(
        claim=claim.id,
        article=claim.article,
        outlet=item.article.outlet,
        weights=weights,
        sequence=tuple(sequence),
        runs=frozenset(zip(lows, lows[1:], lows[2:], lows[3:], strict=False)),
        names=frozenset(term for term in weights if term[0] == "~"),
        entities=_entities(item, starts),
        parties=parties,
        places=_places(item, names),
        quantities=claim.quantities,
        figures=frozenset(f"{q.value:g}" for q in claim.quantities if q.value > 2),
        windows=_windows(item),
        negated=_negated(lows),
        negative=any(word in cue("negation") or word in cue("contracted") or word in cue("negative") for word in lows),
        future=any(word in cue("future") for word in lows),
        superlative=_superlative(lows),
        motive=any(word in cue("motive") for word in lows),
        named_deals=_named_deals(words, lows),
        making=any(word in cue("making") for word in lows),
        trail=frozenset(_UNNAMED.sub("@", key) for a in claim.attributions for key in (*a.chain[1:], *([a.origin] if a.origin else []))) - {item.article.outlet},
        published=Window(published.earliest, published.latest) if published else Window(None, None),
        total=sum(weights.values()),
    )


def _own_words(item: ClaimInContext) -> list[tuple[int, str]]:
    """The words of what is claimed: without the spans that name its source and cue, unless that leaves less than a third."""
    claim = item.claim
    words = words_of(claim.text)
    aside = [span for a in claim.attributions for span in (*a.source, *a.cue) if claim.span.contains(span)]
    kept = [(start, word) for start, word in words if not any(s.start <= start + claim.span.start < s.end for s in aside)]
    return kept if 3 * len(kept) >= len(words) else words


def _discount(weights: dict[str, float], themes: tuple[str, ...], names: dict[str, str]) -> None:
    """Take weight off the terms that run through the claim's whole article: they tell what it is about, not what this sentence claims."""
    share = float(tracing_words()["weights"]["theme"])
    for term in {names.get(word) or stem(word) for word in themes} & weights.keys():
        weights[term] *= share


def _weight(term: str) -> float:
    weights = tracing_words()["weights"]
    if term[0] == "~":
        return float(weights["name"])
    if term[0] == "#":
        return float(weights["year"] if len(term) == 5 and term[1:3] in ("19", "20") else weights["number"])
    return min(rarity(term), float(weights["rarest"]))


def _figure(word: str) -> str | None:
    value = number_of(word) if word[0].isdigit() else None
    return None if value is None else f"#{value:g}"


def _name_keys(item: ClaimInContext, mention: NameMention) -> dict[str, str]:
    """For each folded word of a name its key: a country for its people too, and for its seat where that is no mere place; else how it sounds."""
    folded = fold(mention.name)
    country = countries().get(folded)
    if country and not (folded in seats() and _is_place(item, mention)):
        return dict.fromkeys(folded.split(), "~" + country)
    keys = {}
    for word in folded.split():
        if word not in cue("function") and word not in lexicon().articles and word not in lexicon().kunya:
            keys[word] = "~" + (countries()[word] if word in peoples() else _sound(word))
    return keys


def _name_weights(item: ClaimInContext, mention: NameMention) -> dict[str, float]:
    """What the words of a name weigh: a name of many words weighs little more than one of one word, and a short form hardly more than what it is short for."""
    weights = tracing_words()["weights"]
    own = set(_name_keys(item, mention).values())
    full = set(_name_keys(item, NameMention(span=mention.span, name=mention.full)).values()) if mention.full else own
    each = float(weights["name"]) * min(1.0, 1.5 / max(1, len(full)))
    return {**dict.fromkeys(own - full, float(weights["short_form"])), **dict.fromkeys(full, each)}


def _entities(item: ClaimInContext, starts: set[int]) -> tuple[frozenset[str], ...]:
    """Each name outside the attribution as one set of keys."""
    found: set[frozenset[str]] = set()
    for mention in item.claim.names:
        if mention.span.start in starts and fold(mention.name) not in countries():
            whole = NameMention(span=mention.span, name=mention.full or mention.name)
            found.add(frozenset((*_name_keys(item, whole).values(), *_name_keys(item, mention).values())))
    return tuple(sorted((keys for keys in found if keys), key=sorted))


def _is_place(item: ClaimInContext, mention: NameMention) -> bool:
    """Whether a name stands behind `in`, `at` or `near`, as a place does."""
    before = item.claim.text[: mention.span.start - item.claim.span.start][-16:].lower()
    return bool(_IN_PLACE.search(before))


def _sound(word: str) -> str:
    key = consonant_key(word)
    return key if len(key) > 2 else word


def _parties(item: ClaimInContext, words: list[tuple[int, str]]) -> frozenset[str]:
    """Countries that the words name by their names, people or seats of government; a seat behind `in` or `near` is a mere place."""
    found = set()
    for start, word in words:
        country = countries().get(fold(word)) if word[0].isupper() else None
        if country and not (fold(word) in seats() and _IN_PLACE.search(item.claim.text[max(0, start - 16) : start].lower())):
            found.add(country)
    return frozenset(found)


def _places(item: ClaimInContext, keys: dict[str, str]) -> frozenset[str]:
    """Names that stand behind `in`, `at` or `near`, as keys."""
    claim = item.claim
    found = set()
    for mention in claim.names:
        if _is_place(item, mention) and fold(mention.name) not in peoples():
            found.update(keys[word] for word in fold(mention.name).split() if word in keys)
    return frozenset(found)


def _windows(item: ClaimInContext) -> tuple[Window, ...]:
    """When the claimed thing happened: the dates of the claim without those that say when a source spoke or since when."""
    claim = item.claim
    found = []
    for mention in claim.dates:
        words = claim.words(mention.span)
        before = claim.text[: max(0, mention.span.start - claim.span.start)][-45:].lower()
        if _SINCE.search(before) or words.lower().split(" ")[0] in cue("since") or _says_when_told(item, mention):
            continue
        months = frozenset(_MONTHS.index(next(m for m in _MONTHS if m.startswith(found_month.lower()))) + 1 for found_month in _MONTH.findall(words))
        weekday = next((place for place, day in enumerate(_WEEKDAYS) if day in words.lower()), None)
        window = Window(mention.earliest, mention.latest, frozenset() if mention.earliest and mention.latest else months, weekday)
        if window.bounded or window.months or weekday is not None:
            found.append(window)
    return tuple(found)


def _says_when_told(item: ClaimInContext, mention: DateMention) -> bool:
    """Whether a date says when the source spoke: it follows a cue closely, outside the content."""
    for attribution in item.claim.attributions:
        if any(content.overlaps(mention.span) for content in attribution.content):
            continue
        if any(0 <= mention.span.start - span.end <= 40 for span in attribution.cue):
            return True
    return False


def _negated(lows: list[str]) -> frozenset[str]:
    """The stems of the words that are denied: the first content word behind each negation."""
    found = set()
    for place, word in enumerate(lows):
        if word in cue("negation") or word in cue("contracted"):
            found.update([stem(w) for w in lows[place + 1 : place + 5] if w not in cue("function")][:1])
    return frozenset(found)


def _superlative(lows: list[str]) -> frozenset[str]:
    """The cue of a superlative, marked `=`, and the stems of the phrase that it opens; empty where nothing is called the first or the largest."""
    for place, word in enumerate(lows):
        if word in cue("superlative") and not (place + 1 < len(lows) and lows[place + 1] in cue("period")):
            kind = []
            for following in lows[place + 1 : place + 17]:
                if following in cue("clause"):
                    break
                if following not in cue("function") and following not in countries() and following != "time":
                    kind.append(stem(following))
            return frozenset(["=" + word, *kind[:9]])
    return frozenset()


def _named_deals(words: list[tuple[int, str]], lows: list[str]) -> frozenset[str]:
    """Keys of agreements that go by a name: `the Minsk accords`; and of what was agreed at a meeting in a place."""
    found = set()
    for place, low in enumerate(lows):
        if low in cue("agreement") and place and words[place - 1][1][0].isupper() and fold(words[place - 1][1]) not in countries():
            found.add(_sound(lows[place - 1]))
        if low in cue("encounter") and place + 2 < len(lows) and lows[place + 1] == "in" and words[place + 2][1][0].isupper():
            if any(word in cue("making") for word in lows) and fold(words[place + 2][1]) not in countries():
                found.add(_sound(lows[place + 2]))
    return frozenset(found)


def differs_in_time(a: Aspects, b: Aspects) -> bool:
    """Whether two claims give times of which none fits the other: then they tell of two events."""
    if not a.windows or not b.windows:
        return False
    return not any(compatible(x, y) for x in a.windows for y in b.windows)


def same_time(a: Aspects, b: Aspects) -> bool:
    """Whether two claims give times that are known to within two months and can be the same."""
    known = [[w for w in side.windows if w.earliest and w.latest and (w.latest - w.earliest).days <= 62] for side in (a, b)]
    return any(compatible(x, y) for x in known[0] for y in known[1])


def compatible(a: Window, b: Window) -> bool:
    """Whether two windows can hold the same day; an unknown end excludes nothing, and a weekday only a day that is another one."""
    if (a.latest and b.earliest and a.latest < b.earliest) or (b.latest and a.earliest and b.latest < a.earliest):
        return False
    if _months(a) and _months(b) and not _months(a) & _months(b):
        return False
    days_a, days_b = _weekdays(a), _weekdays(b)
    return not (days_a and days_b and not days_a & days_b)


def _weekdays(window: Window) -> frozenset[int]:
    """The weekdays that a window leaves open; empty where it leaves all."""
    if window.weekday is not None:
        return frozenset({window.weekday})
    if window.earliest is None or window.latest is None or (window.latest - window.earliest).days >= 6:
        return frozenset()
    return frozenset((window.earliest.weekday() + day) % 7 for day in range((window.latest - window.earliest).days + 1))


def _months(window: Window) -> frozenset[int]:
    if window.months or window.earliest is None or window.latest is None or (window.latest - window.earliest).days > 62:
        return window.months
    return frozenset({window.earliest.month, window.latest.month})


def after_publication(a: Aspects, b: Aspects) -> bool:
    """Whether one claim tells of a time after the other was printed, and the other is no announcement."""
    return _later(a, b) or _later(b, a)


def _later(a: Aspects, b: Aspects) -> bool:
    latest = printed_by(b)
    return bool(latest and a.windows and not b.future and all(w.earliest and w.earliest > latest for w in a.windows))


def printed_by(a: Aspects) -> date | None:
    """The last day on which a claim was printed; where its date is open to the end, news is taken to follow what it tells of within a set time."""
    if a.published.latest or a.published.earliest is None:
        return a.published.latest
    return a.published.earliest + timedelta(days=int(tracing_words()["thresholds"]["stale_days"]))


def agree(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can both be true of one thing, given how their words bound and round them."""
    low, high = sorted((a, b), key=lambda quantity: quantity.value)
    if high.value - low.value <= max(_rounding(a), _rounding(b)):
        return True
    tolerance = float(tracing_words()["thresholds"]["quantity_tolerance"])
    if Precision.ABOUT in (a.precision, b.precision) and high.value - low.value <= tolerance * high.value:
        return True
    return low.precision is Precision.AT_LEAST or high.precision is Precision.AT_MOST


def _rounding(quantity: Quantity) -> float:
    """Half a unit of the last significant digit of a number of three figures and more: 1.1 million leaves 50,000 open; small counts leave nothing."""
    if quantity.value < 100 and quantity.value == int(quantity.value):
        return 0.0
    digits = f"{quantity.value:.10g}".replace(".", "").strip("0")
    return 0.5 * 10 ** (math.floor(math.log10(quantity.value)) - len(digits) + 1) if digits else 0.0
