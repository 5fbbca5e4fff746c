"""Under what a claim is filed: its rare terms by the weeks that it tells of, and what brings it together with others over years."""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import fsum
from zlib import crc32

from provenance.model.claim import ClaimInContext
from provenance.model.filing import filed
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.words import rarity, threshold

TELLING = "~#"  # what names and numbers among the terms begin with
_COPY, _MATTER = "%", "="  # what begins a sign of a copy, and of a matter that goes by a name
_SIGNS, _OF = 6, 5  # claims that share nine terms of ten have one of six signs in common almost surely, those that share a third seldom
_FIRST_SEED = 100
_STEP = 2654435761  # sets the hash functions apart


@lru_cache(maxsize=10_000)
def proposals(aspects: Aspects) -> Mapping[str, float]:
    """The terms of a claim that are rare enough in general to propose a comparison, and what each contributes to a proposal.

    It does not matter what else is in the archive. Names are among them whatever they weigh: a light one, such as runs through the
    whole article, contributes nothing, but that there is a name in common says how much else it takes.
    """
    least = threshold("too_common")
    told = ((term, weight if weight >= least else 0.0) for term, weight in aspects.weights.items())
    return {term: weight for term, weight in told if weight or term[0] == "~"}


@lru_cache(maxsize=10_000)
def weeks_of(aspects: Aspects) -> frozenset[int]:
    """The weeks, counted from the year 1, in which a claim was published, and those of the times that it gives to within two months.

    Empty where it is not known as closely when it was published, and where it tells of very many times: then it may be of any.
    """
    widest = threshold("filed_days")
    if aspects.published.days is None or aspects.published.days > widest:
        return frozenset()
    weeks: set[int] = set()
    for window in (aspects.published, *aspects.windows):
        if window.earliest and window.latest and 0 <= (window.latest - window.earliest).days <= widest:
            weeks.update(range(window.earliest.toordinal() // 7, window.latest.toordinal() // 7 + 1))
    return frozenset(weeks) if len(weeks) <= threshold("filed_weeks") else frozenset()


@lru_cache(maxsize=4096)
def beside(weeks: frozenset[int]) -> frozenset[int]:
    """These weeks, and those before and after: whatever lies no more than a week apart is among them."""
    return frozenset(week + step for week in weeks for step in (-1, 0, 1))


@lru_cache(maxsize=10_000)
def lasting(aspects: Aspects) -> frozenset[str]:
    """What brings a claim together with others however long after: signs of a copy, and matters that go by a name."""
    return frozenset((*_signs_of_copies(aspects), *_matters(aspects)))


def _signs_of_copies(aspects: Aspects) -> Iterator[str]:
    """MinHash bands (Broder, 1997): texts that share most of their rare terms share at least one of these, others hardly ever.

    A name or number is in each: what comes again after years without any is a stock phrase.
    """
    told = proposals(aspects)
    terms, telling = list(told), [term for term in told if term[0] in TELLING]
    if not telling or sum(told.values()) < threshold("far_pair_rarity"):
        return
    first, rest = least_hashes(telling, _FIRST_SEED, _SIGNS * _OF), least_hashes(terms, _FIRST_SEED, _SIGNS * _OF)
    for sign in range(_SIGNS):
        least = [first[_OF * sign], *rest[_OF * sign + 1 : _OF * (sign + 1)]]
        yield f"{_COPY}{sign}{crc32(repr(least).encode()):08x}"


def _matters(aspects: Aspects) -> Iterator[str]:
    """Agreements, operations and storms by name, what is called the first of its kind, and what a name did in a year or a quarter.

    Of these, years apart, two may be told.
    """
    widest = threshold("filed_days")
    for window in aspects.windows:
        if window.days is not None and window.days > widest:
            yield from (f"{_MATTER}time {window.earliest} {window.latest} {name}" for name in sorted(aspects.told_names))
    if aspects.making:
        yield from (f"{_MATTER}deal {key}" for key in aspects.deals)
    yield from (f"{_MATTER}thing {key}" for key in aspects.things)
    cues = [word for word in aspects.superlative if word[0] == "="]
    telling = (word for word in aspects.superlative if word[0] != "=" and rarity(word) >= threshold("too_common"))
    kind = sorted(telling, key=lambda word: (-rarity(word), word))
    for one, other in combinations(sorted(kind[: int(threshold("superlative_words"))]), 2):
        yield from (f"{cue} {one} {other}" for cue in cues)


def least_hashes(terms: Sequence[str], first: int, count: int) -> list[int]:
    """The least hashes of some terms, by so many hash functions from the one with the given number on."""
    return [min(column) for column in zip(*(_hashes(term, first, count) for term in terms), strict=True)]


@lru_cache(maxsize=50_000)
def _hashes(term: str, first: int, count: int) -> "array[int]":
    return array("I", (crc32(term.encode(), seed * _STEP & 0xFFFFFFFF) for seed in range(first, first + count)))


def index_terms(item: ClaimInContext) -> frozenset[str]:
    """What the archive files a claim under: stems, names by their sound (`~`) and numbers (`#`), each with the weeks, and what lasts."""
    aspects = aspects_of(item)
    weeks, told = weeks_of(aspects), proposals(aspects)
    dated = {filed(term, week) for term in told for week in weeks} if weeks else set(told)
    return frozenset(dated | lasting(aspects))


def worth_comparing(a: Aspects, b: Aspects) -> bool:
    """Whether two claims share terms that are together rare enough to be compared.

    Where no name and no number is among them it takes more. Claims of other weeks are compared where both tell of a matter that goes by a
    name, and share a name or a number, or where the one may be a copy of the other.
    """
    ours, theirs = proposals(a), proposals(b)
    common = ours.keys() & theirs.keys()
    weight = fsum([ours[term] if ours[term] < theirs[term] else theirs[term] for term in common])
    named = any(term[0] in TELLING for term in common)
    if not enough(weight, named=named):
        return False
    if of_one_time(a, b):
        return True
    both = lasting(a) & lasting(b)
    may_be_a_copy = weight >= threshold("far_pair_rarity") and any(sign[0] == _COPY for sign in both)
    return may_be_a_copy or (named and any(sign[0] == _MATTER for sign in both))


def enough(weight: float, *, named: bool, slack: float = 0.0) -> bool:
    """Whether terms of such a weight propose a comparison; where no name and no number is among them it takes more."""
    return weight + slack >= threshold("pair_rarity" if named else "unnamed_pair_rarity")


def of_one_time(a: Aspects, b: Aspects) -> bool:
    """Whether two claims tell of weeks that are the same or next to each other, as far as is known."""
    ours, theirs = weeks_of(a), weeks_of(b)
    return not ours or not theirs or not beside(ours).isdisjoint(theirs)
