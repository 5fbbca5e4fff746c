"""One event told with two dates, at two places, or as done by two: what anchors two claims to one event, and in what they then conflict.

That two claims share their words does not make them one event: the same happens again elsewhere. It takes an anchor: a deed that is done
once, a count that both give, those who were there, or the name of the thing itself.
"""

from datetime import date
from functools import cache

from provenance.language.name_words import countries, place_words
from provenance.model.chain import Conflict, ConflictKind, Severity
from provenance.tracing.aspects import Aspects
from provenance.tracing.counts import comparable
from provenance.tracing.limits import limit, listed
from provenance.tracing.quantity_slots import differing_quantity
from provenance.tracing.slots import differs_in_time, other_doer, same_time
from provenance.tracing.words import rarity, stem


def date_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """One event that is dated to two days close to each other."""
    days = _days(a), _days(b)
    if not all(days) or not differs_in_time(a, b) or again(a) or again(b):
        return None
    apart = min(abs((one - other).days) for one in days[0] for other in days[1])
    anchor = _anchor(a, b, a.told_names & b.told_names)
    if anchor is None or apart > limit("days_once" if anchor is _DEED_ONCE else "days_apart"):
        return None
    if anchor is not _COUNT and _could_not_know(a, b):
        return None
    clock = "precision: a night belongs to two days; " if apart == 1 else ""
    told = " against ".join(f"{day.day} {day:%B %Y}" for day in sorted(min(side) for side in days))
    reason = f"{told}, of what looks like one event: {anchor}"
    return _conflict(a, b, ConflictKind.DATE, reason, f"{clock}time: there may have been two events")


def place_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """One event that is told of two places."""
    here, there = _places(a), _places(b)
    if not here or not there or here & _named(b) or there & _named(a) or again(a) or again(b) or differing_quantity(a, b):
        return None
    anchor = _anchor(a, b, (a.told_names & b.told_names) - here - there) or _all_else(a, b, here | there)
    one_time = anchor is _DEED_ONCE or same_time(a, b) or (anchor is _ALL_ELSE and _printed_together(a, b))
    if anchor is None or differs_in_time(a, b) or not one_time:
        return None
    wide = ((a.stems | b.stems) & _stems("wide_places")) - (a.stems & b.stems & _stems("beside"))  # `near` both is no wider than the other
    severity = Severity.LOW if wide else Severity.MEDIUM
    reason = f"different places of what looks like one event: {anchor}"
    return _conflict(a, b, ConflictKind.PLACE, reason, "precision: the one place may lie in, or near, the other", severity)


def doer_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """One deed to one sufferer, done by two who have nothing in common."""
    if differs_in_time(a, b) or again(a) or again(b) or other_doer(a, b) is None:
        return None
    return _conflict(a, b, ConflictKind.PARTY, "they name different doers of one deed", "scope: both may have had a part in it")


def beginning_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """One name for an operation, a storm or the like that began at two times: two dates of one, or two things of one name."""
    shared = a.things & b.things
    begun = all(side.stems & _stems("beginning") for side in (a, b))
    if not shared or not begun or not differs_in_time(a, b):
        return None
    kind = min(shared).split()[0]
    days = [day for side in (a, b) for window in side.windows for day in (window.earliest, window.latest) if day]
    if days and (max(days) - min(days)).days <= limit("days_one_thing"):
        reason = f"both tell how one {kind} began, on different days"
        return _conflict(a, b, ConflictKind.DATE, reason, "precision: which step counts as the beginning")
    reason = f"a name of one {kind}, begun at different times"
    return _conflict(a, b, ConflictKind.NAME_COLLISION, reason, "perhaps two go by one name")


_DEED_ONCE = "it is done once, of the same names"
_COUNT = "both give the same number for the same thing"
_FIRST = "both call it the first of its kind"
_ALL_ELSE = "all else that they tell of it is alike"
_THERE = "the same people or bodies in the same deed"


def _anchor(a: Aspects, b: Aspects, names: frozenset[str]) -> str | None:
    """What shows that two claims tell of one event; None where nothing does, and it may as well have happened twice."""
    deeds = a.deeds & b.deeds
    least = min(_weight(a.deeds), _weight(b.deeds))
    if not deeds or not names or _weight(deeds) < limit("one_event_deeds") * least:
        return None
    own_names = {name[1:] for name in names} - _countries()  # in one country the same happens in two towns
    if deeds & _stems("once") and own_names:
        return _DEED_ONCE
    kind = {word for word in a.superlative & b.superlative if word[0] != "="}
    if len(kind) >= limit("kind_words") and {word for word in a.superlative & b.superlative if word[0] == "="}:
        return _FIRST
    pairs = ((x.quantity.value, y.quantity.value) for x in a.counts for y in b.counts if comparable(x, y))
    if own_names and any(ours == theirs >= limit("telling_count") for ours, theirs in pairs):
        return _COUNT
    several = sum(1 for keys in a.entities if keys & names) + len(a.parties & b.parties)
    return _THERE if deeds & _stems("gathering") and several >= limit("names_there") else None


def _all_else(a: Aspects, b: Aspects, places: frozenset[str]) -> str | None:
    """An anchor where two claims tell the same but for the place: the deed and most of what goes with it, told of one thing."""
    near = _stems("wide_places") | frozenset(map(stem, place_words()))
    one, other = ((side.deeds | side.told_names | side.figures) - places - near for side in (a, b))
    common, least = _weight_in(one & other, a, b), min(_weight_in(one, a, b), _weight_in(other, a, b))
    told = len(a.deeds & b.deeds) >= limit("all_else_deeds") and common >= limit("all_else_share") * least
    return _ALL_ELSE if told and (a.definite | b.definite) & a.deeds & b.deeds else None


def _weight_in(terms: frozenset[str], a: Aspects, b: Aspects) -> float:
    return sum(max(a.weights.get(term, 0.0), b.weights.get(term, 0.0), 1.0) for term in sorted(terms))


def _printed_together(a: Aspects, b: Aspects) -> bool:
    """Whether both were printed within the days to which one event is dated at most."""
    days = [day for side in (a, b) for day in (side.published.earliest, side.published.latest)]
    known = [day for day in days if day]
    return len(known) == len(days) and (max(known) - min(known)).days <= limit("days_apart")


def _weight(terms: frozenset[str]) -> float:
    return sum(rarity(term) for term in sorted(terms))


def _days(a: Aspects) -> frozenset[date]:
    """The days that a claim gives to the day."""
    return frozenset(window.earliest for window in a.windows if window.days == 0 and window.earliest)


def _places(a: Aspects) -> frozenset[str]:
    """The places of a claim, but for countries: what is in a town is in its country too."""
    return frozenset(place for place in a.places if place[1:] not in _countries())


@cache
def _countries() -> frozenset[str]:
    return frozenset(countries().values())


def _named(a: Aspects) -> frozenset[str]:
    return frozenset(a.weights)


def _could_not_know(a: Aspects, b: Aspects) -> bool:
    """Whether one was printed before the day that the other gives: then it tells of another event, or of an earlier one of a row."""
    return any(one.published.latest is not None and one.published.latest < min(_days(other)) for one, other in ((a, b), (b, a)))


def again(a: Aspects) -> bool:
    """Whether a claim says that it has happened before, or happens over and over."""
    return bool(a.stems & _stems("again"))


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(stem(word) for word in listed(name))


def _conflict(a: Aspects, b: Aspects, kind: ConflictKind, reason: str, reconcile: str, severity: Severity = Severity.MEDIUM) -> Conflict:
    first, second = sorted((a.claim, b.claim))
    return Conflict(a=first, b=second, kind=kind, severity=severity, reason=reason, reconcile=reconcile)
