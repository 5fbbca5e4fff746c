"""What contradicts what: claims about one matter whose times, numbers, parties, names or polarity cannot all be true as worded."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from provenance.model.chain import Conflict, ConflictKind, Severity
from provenance.model.claim import ClaimInContext
from provenance.tracing.aspects import Aspects
from provenance.tracing.confirmation import weight_of
from provenance.tracing.counts import Count
from provenance.tracing.event_conflicts import again, beginning_conflict, date_conflict, doer_conflict, place_conflict
from provenance.tracing.grouping import Comparisons
from provenance.tracing.independence import one_origin
from provenance.tracing.limits import limit, listed
from provenance.tracing.quantity_slots import bounded, differing_quantity, other_rank
from provenance.tracing.scopes import TIME_UNITS, over_other_times
from provenance.tracing.slots import denied_outright, differs_in_time, negated_against, opposed, other_result, printed_before, reversed_act
from provenance.tracing.words import stem, threshold, turns


def conflicts_among(
    comparisons: Comparisons,
    pairs: Sequence[tuple[str, str]],
    together: Sequence[tuple[str, ...]],
    items: Mapping[str, ClaimInContext],
    apart: Mapping[tuple[str, str], Conflict | None] = MappingProxyType({}),
) -> tuple[Conflict, ...]:
    """The conflicts between claims of different articles, at most one a pair, in order of their ids.

    Independence comes first: where both go back to one origin, of the claims among `items`, that is said, for then the one report may
    only have it wrong. `apart` says of pairs in what they conflict where no group holds both, if that is known already.
    """
    group = {claim: place for place, members in enumerate(together) for claim in members}
    found = []
    for a, b in pairs:
        same = a in group and group[a] == group.get(b)
        conflict = apart[a, b] if not same and (a, b) in apart else conflict_between(comparisons, a, b, same_group=same)
        if conflict:
            found.append(_with_origin(conflict, items))
    return tuple(sorted(found, key=lambda conflict: (conflict.a, conflict.b)))


def _with_origin(conflict: Conflict, items: Mapping[str, ClaimInContext]) -> Conflict:
    name = one_origin(items[conflict.a], items[conflict.b]) if conflict.severity is not Severity.INFO else None
    if name is None:
        return conflict
    told = f"one origin: both go back to {name}, who may be rendered wrongly in one of the two, or have corrected it"
    return conflict.model_copy(update={"reconcile": f"{conflict.reconcile}; {told}" if conflict.reconcile else told})


def conflict_between(comparisons: Comparisons, a: str, b: str, *, same_group: bool) -> Conflict | None:
    """What two claims contradict each other in; None where they do not, or speak of different things."""
    ours, theirs = comparisons.aspects[a], comparisons.aspects[b]
    likeness = comparisons.of(a, b)
    dated = date_conflict(ours, theirs) if ours.superlative & theirs.superlative and not same_group else None
    named = deal_conflict(ours, theirs, same_group) or dated or superlative_conflict(ours, theirs, same_group)
    if named or same_group:
        return named
    if likeness.about_one_thing >= threshold("same"):
        conflict = negation_conflict(ours, theirs) or result_conflict(ours, theirs)
        conflict = conflict or quantity_conflict(ours, theirs) or rank_conflict(ours, theirs)
        if conflict:
            return conflict
    if likeness.about_one_thing < threshold("related"):
        return beginning_conflict(ours, theirs)
    rules = (beginning_conflict, date_conflict, place_conflict, doer_conflict, motive_conflict)
    return next((conflict for rule in rules if (conflict := rule(ours, theirs))), None)


def _conflict(a: Aspects, b: Aspects, kind: ConflictKind, severity: Severity, reason: str, reconcile: str | None = None) -> Conflict:
    first, second = sorted((a.claim, b.claim))
    return Conflict(a=first, b=second, kind=kind, severity=severity, reason=reason, reconcile=reconcile)


def deal_conflict(a: Aspects, b: Aspects, same_group: bool) -> Conflict | None:
    """Two accounts of how an agreement of one name was made that differ in time, in parties, or in what was agreed."""
    if not ((a.deals & b.deals) - (a.met_at & b.met_at) and a.making and b.making):
        return None
    apart = differs_in_time(a, b)
    parties = sorted(a.parties ^ b.parties) if a.parties and b.parties else []
    if apart and not parties:
        return _conflict(
            a,
            b,
            ConflictKind.NAME_COLLISION,
            Severity.MEDIUM,
            "an agreement of one name, made by the same parties at different times",
            "perhaps two agreements share a name",
        )
    if apart:
        return _conflict(
            a,
            b,
            ConflictKind.DATE,
            Severity.HIGH,
            f"an agreement of one name, made at different times; only one account names {', '.join(parties)}",
            "perhaps two agreements share a name",
        )
    if parties and not same_group:
        return _conflict(
            a,
            b,
            ConflictKind.PARTY,
            Severity.HIGH,
            f"an agreement of one name; only one account names {', '.join(parties)}",
            "scope: perhaps two agreements share a name, or a party is left out",
        )
    return None


def superlative_conflict(a: Aspects, b: Aspects, same_group: bool) -> Conflict | None:
    """Two things that are both called the first, or the largest, of the same kind."""
    cues = {word for word in a.superlative & b.superlative if word.startswith("=")}
    kind = {word for word in a.superlative & b.superlative if not word.startswith("=")}
    if not cues or len(kind) < 2 or (a.parties and b.parties and not a.parties & b.parties):
        return None
    word = min(cues)[1:]
    reconcile = f"scope: what exactly each calls the {word} of its kind"
    earlier = [one for one, other in ((a, b), (b, a)) if printed_before(one, other.windows)]
    if differs_in_time(a, b) or earlier:
        stated = differs_in_time(a, b) or any(one.published.latest for one in earlier)
        reason = f"both call theirs the {word}, at different times" + ("" if stated else ", as far as their dates can be told")
        return _conflict(a, b, ConflictKind.SUPERLATIVE, Severity.HIGH if stated else Severity.MEDIUM, reason, reconcile)
    if not same_group:
        scopes = [", ".join(f"“{scope.words}”" for scope in side.scopes) or "no scope" for side in (a, b)]
        told = f"{scopes[0]} against {scopes[1]}" if a.scopes != b.scopes and (a.scopes or b.scopes) else "in other words"
        return _conflict(a, b, ConflictKind.SUPERLATIVE, Severity.INFO, f"both speak of the {word} of its kind, {told}", "precision")
    return None


def quantity_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """Two counts of the same thing that do not agree; how much that weighs depends on whether both can be true as worded."""
    values = differing_quantity(a, b)
    if not values:
        return None
    ours, theirs = values
    reason = f"{ours.quantity.value:,.10g} against {theirs.quantity.value:,.10g} ({ours.kind.replace('/', ', ')})"
    severity, reconcile = _weight_of(a, b, ours, theirs)
    return _conflict(a, b, ConflictKind.QUANTITY, severity, reason, reconcile)


def rank_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """One event that is told to be the third of its kind, and the first."""
    ranks = other_rank(a, b)
    if not ranks or not ranks[0].of_one_thing or differs_in_time(a, b) or not _alike_but_for(a, b):
        return None
    reason = f"“{ranks[0].words}” against “{ranks[1].words}”"
    return _conflict(a, b, ConflictKind.QUANTITY, Severity.MEDIUM, reason, "scope: they may count different things, or from different days")


def _weight_of(a: Aspects, b: Aspects, ours: Count, theirs: Count) -> tuple[Severity, str]:
    """How much two numbers of one thing weigh against each other, and what might reconcile them."""
    scopes = False if ours.kind in TIME_UNITS else over_other_times(a.scopes, b.scopes)  # `for 24 hours` is itself what they differ in
    if _of_close_days(a, b, ours, theirs):
        return _over_days(a, b, ours, theirs)
    if differs_in_time(a, b) or _period(a) != _period(b) or scopes:
        return Severity.INFO, "scope: they count over different periods"
    if (a.stems | b.stems) & _correcting():
        return Severity.LOW, "correction: one of them sets an earlier count right"
    if not _alike_but_for(a, b, (ours.quantity.unit or "", theirs.quantity.unit or "")):
        return Severity.LOW, "scope: they may count different things"
    if scopes is None:
        return Severity.LOW, "scope: only one says over what time it counts"
    if bounded(ours.quantity, theirs.quantity):
        return Severity.LOW, "precision: one is a bound that the other keeps; a count may have been updated"
    if ours.rising:
        if ours.quantity.unit != theirs.quantity.unit and ours.quantity.unit and theirs.quantity.unit:
            return Severity.LOW, "scope: the one may be among the other"
        if not _printed_within(a, b, 0):
            return Severity.LOW, "time: a count may have been updated"
    elif a.published.latest and b.published.latest and not _printed_within(a, b, int(threshold("period_days"))):
        return Severity.LOW, "time: they may count at different times"
    return Severity.MEDIUM, "time: a count may have been updated"


def _of_close_days(a: Aspects, b: Aspects, ours: Count, theirs: Count) -> bool:
    """Whether a count of one kind that grows is told of different days close to each other, and nothing says that it happened again."""
    if not (ours.rising and theirs.rising and differs_in_time(a, b)) or again(a) or again(b) or _period(a) or _period(b):
        return False
    days = _first_day(a), _first_day(b)
    near = days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= limit("days_apart")
    so_far = bool((a.stems | b.stems) & _so_far())
    return _printed_within(a, b, int(threshold("period_days"))) and (so_far or (near and all(days) and _alike_but_for(a, b)))


def _over_days(a: Aspects, b: Aspects, ours: Count, theirs: Count) -> tuple[Severity, str]:
    """How two counts of close days weigh: a toll so far that grows follows the earlier one, and one that shrinks does not."""
    if not (a.stems | b.stems) & _so_far():
        return (
            Severity.LOW,
            "time: perhaps there were two events; else one of the two has the day wrong, and they count one event differently",
        )
    days = _first_day(a), _first_day(b)
    if days[0] is None or days[1] is None or (days[0] < days[1]) == (ours.quantity.value < theirs.quantity.value):
        return Severity.LOW, "time: the later count may follow the earlier one"
    if (a.stems | b.stems) & _correcting() or bounded(ours.quantity, theirs.quantity):
        return Severity.LOW, "correction: the later count may set the earlier one right"
    return Severity.MEDIUM, "correction: a toll does not fall by itself; perhaps the later one sets the earlier one right"


def _first_day(a: Aspects) -> date | None:
    """The earliest of the days that a claim gives to the day."""
    return min((window.earliest for window in a.windows if window.days == 0 and window.earliest), default=None)


@cache
def _so_far() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("so_far"))


@cache
def _correcting() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("correcting"))


def _period(a: Aspects) -> bool:
    """Whether a claim counts over a stretch of more than a week, such as a month."""
    return any(window.days is None or window.days > 7 for window in a.windows if window.weekday is None)


def _printed_within(a: Aspects, b: Aspects, days: int) -> bool:
    """Whether both were printed within so many days of each other, as far as is known."""
    one, other = a.published, b.published
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return max(one.latest, other.latest) - min(one.earliest, other.earliest) <= timedelta(days=days)


def negation_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """One claim denies what the other states, or states the opposite."""
    if differs_in_time(a, b):
        return None
    outright = denied_outright(a, b)
    word, pair = negated_against(a, b), opposed(a, b)
    if word and (_common_matter(a, b, {word}) if outright else word in a.deeds & b.deeds and _alike_but_for(a, b, {word})):
        return _conflict(a, b, ConflictKind.NEGATION, Severity.HIGH, f"one denies what the other states ({word})")
    of_others = bool(a.told_names - b.told_names) and bool(b.told_names - a.told_names)  # the one crossing opened, the other closed
    if pair and not outright and not of_others and _alike_but_for(a, b, set(pair)):
        turn = "time: the one may have followed the other" if pair in turns() or pair[::-1] in turns() else None
        severity = Severity.MEDIUM if turn else Severity.HIGH
        return _conflict(a, b, ConflictKind.NEGATION, severity, f"they state opposites ({pair[0]}, {pair[1]})", turn)
    return None


def _alike_but_for(a: Aspects, b: Aspects, words: Collection[str] = ()) -> bool:
    """Whether two claims tell so much of the same, these words left out, that they speak of one matter; not where one only supposes it.

    A word that the one negates and the other has says little: "will not speak ill of him" does not deny that he is paid to speak.
    """
    if (a.stems | b.stems) & listed("supposing"):
        return False
    one, other = (_told(side) - frozenset(words) for side in (a, b))
    least = min(weight_of(one, a, b), weight_of(other, a, b))
    return _common_matter(a, b, words) and weight_of(one & other, a, b) >= limit("matter_share") * least


def _common_matter(a: Aspects, b: Aspects, words: Collection[str]) -> bool:
    """Whether what two claims tell in common, these words left out, is rare enough to be one matter."""
    return weight_of((_told(a) & _told(b)) - frozenset(words), a, b) >= limit("matter_rarity")


def _told(a: Aspects) -> frozenset[str]:
    """What is told, with what is counted: the hostages of whom two were freed are those of whom none was."""
    return a.deeds | a.told_names | a.figures | {stem(quantity.unit) for quantity in a.quantities if quantity.unit}


def result_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """Two results of one contest, or two winners of it."""
    if differs_in_time(a, b):
        return None
    verb = reversed_act(a, b)
    if verb and verb == stem("win"):
        return _conflict(a, b, ConflictKind.PARTY, Severity.HIGH, "each names as the winner whom the other names as the loser")
    if not other_result(a, b) or not _alike_but_for(a, b):
        return None
    ours, theirs = (", ".join(f"{high}-{low}" for high, low in sorted(side.results)) for side in (a, b))
    return _conflict(
        a, b, ConflictKind.QUANTITY, Severity.MEDIUM, f"different results: {ours} against {theirs}", "time: there may be two contests"
    )


def motive_conflict(a: Aspects, b: Aspects) -> Conflict | None:
    """Two different aims ascribed for one matter: what somebody wants is hard to check, so it weighs little."""
    if a.motive and b.motive and not differs_in_time(a, b) and a.parties & b.parties:
        return _conflict(a, b, ConflictKind.MOTIVE, Severity.LOW, "they ascribe different aims", "time: aims change")
    return None
