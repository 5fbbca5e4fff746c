"""The slots of two claims side by side: times, numbers, names and negation, which decide where likeness only proposes."""

from datetime import date, timedelta
from functools import cache

from provenance.language.name_words import countries
from provenance.tracing.aspects import Aspects
from provenance.tracing.limits import listed
from provenance.tracing.quantity_slots import differing_quantity, other_rank
from provenance.tracing.times import Window, compatible
from provenance.tracing.words import opposites, stem, threshold, turning_words, turns


def contradicting(a: Aspects, b: Aspects) -> str | None:
    """Why two claims cannot be one event told twice, whatever their words share; None where nothing speaks against it."""
    if differs_in_time(a, b):
        return "they give different times"
    if after_print(a, b) or after_print(b, a):
        return "one tells of a time after the other was published"
    if differing_quantity(a, b):
        return "they give different numbers for the same thing"
    rank = other_rank(a, b)
    if rank and rank[0].of_one_thing:
        return "they give different numbers for the same thing"
    if negated_against(a, b):
        return "one denies what the other states"
    if opposed(a, b):
        return "they state opposites"
    if reversed_act(a, b):
        return "who does it to whom is turned round"
    if other_result(a, b):
        return "they give different results"
    if other_doer(a, b):
        return "they name different doers of one deed"
    return None


def differs_in_time(a: Aspects, b: Aspects) -> bool:
    """Whether two claims give times of which none fits the other: then they tell of two events."""
    return bool(a.windows and b.windows) and not any(compatible(x, y) for x in a.windows for y in b.windows)


def same_time(a: Aspects, b: Aspects) -> bool:
    """Whether two claims give times that are known to within two months and can be the same."""
    known = [[window for window in side.windows if window.days is not None and window.days <= 62] for side in (a, b)]
    return any(compatible(x, y) for x in known[0] for y in known[1])


def after_print(a: Aspects, b: Aspects) -> bool:
    """Whether the first tells of a time after the second was printed, and the second announces nothing: nor a time that can be the same."""
    latest = printed_by(b)
    told_late = bool(latest and a.windows and all(w.earliest and w.earliest > latest for w in a.windows))
    return told_late and not (b.future or b.intends) and not (b.windows and not differs_in_time(a, b))


def printed_by(a: Aspects) -> date | None:
    """The last day on which a claim can have been printed; where that is open, news is taken to follow what it tells of before long."""
    if a.published.latest or a.published.earliest is None:
        return a.published.latest
    return a.published.earliest + timedelta(days=int(threshold("stale_days")))


def printed_before(a: Aspects, windows: tuple[Window, ...]) -> bool:
    """Whether a claim was printed before all of these times."""
    latest = printed_by(a)
    return latest is not None and bool(windows) and all(not compatible(Window(None, latest), window) for window in windows)


def other_names(a: Aspects, b: Aspects) -> bool:
    """Whether two claims are one sentence but for the names in one place of it: then the same is told of two.

    A country and somebody of it may be one, as `Turkey` and `Erdogan` in `Turkey rejected the plan`.
    """
    if not a.told_names or not b.told_names:
        return False
    ours, theirs = _unlike_part(a.line, b.line)
    if not ours or not theirs or len(a.line) - len(ours) < threshold("common_line"):
        return False
    if any(term[0] != "~" for term in (*ours, *theirs)) or set(ours) & set(theirs):
        return False
    states = [all(term[1:] in _countries() for term in part) for part in (ours, theirs)]
    return states[0] == states[1] and not set(ours) & b.weights.keys() and not set(theirs) & a.weights.keys()


def _unlike_part(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is left of two rows of words when what both begin and end with is taken off."""
    begin = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    most = min(len(a), len(b)) - begin
    end = next((at for at, (x, y) in enumerate(zip(reversed(a), reversed(b), strict=False)) if x != y or at == most), most)
    return a[begin : len(a) - end], b[begin : len(b) - end]


def negated_against(a: Aspects, b: Aspects) -> str | None:
    """A word that one claim denies and the other states; None where there is none, or where the other denies it too."""
    for denying, stating in ((a, b), (b, a)):
        word = _denied_in(denying, stating)
        if word:
            return word
        also = stating.struck | stating.denied
        if not denying.struck:
            continue
        all_else = _tell_the_same(a, b)
        struck = [word for word in denying.struck - also if stating.weights.get(word, 0.0) > (0.0 if all_else else threshold("telling"))]
        if struck and not stating.negative:
            return min(struck)
    return None


def _tell_the_same(a: Aspects, b: Aspects) -> bool:
    """Whether one tells all that the other does, of the same names: then any word that only one of them negates sets them at odds."""
    low, high = sorted((a.deeds, b.deeds), key=len)
    return len(low) > 1 and low <= high and a.told_names == b.told_names


def denied_outright(a: Aspects, b: Aspects) -> bool:
    """Whether one claim denies, by a verb of denial, nearly all that it repeats from the other: then both speak of one thing."""
    return _denied_in(a, b) is not None or _denied_in(b, a) is not None


def _denied_in(denying: Aspects, stating: Aspects) -> str | None:
    """The most telling word of what is denied, where the other claim states most of it; None where it does not, or denies it too."""
    if not denying.denied or denying.denied & (stating.denied | stating.struck):
        return None
    content = {word: weight for word, weight in denying.weights.items() if word in denying.denied}
    common = {word: weight for word, weight in content.items() if word in stating.weights}
    share = threshold("denied_share") * min(sum(content.values()), stating.total)
    if sum(common.values()) < max(threshold("denied_rarity"), share):
        return None
    return max((word for word in common if word[0] not in "~#"), key=lambda word: (common[word], word), default=None)


def opposed(a: Aspects, b: Aspects) -> tuple[str, str] | None:
    """Two words that mean the opposite, one in each claim, of one subject, and both stated or both denied; None where there are none."""
    if a.stems.isdisjoint(turning_words()) or b.stems.isdisjoint(turning_words()):
        return None
    for one, other in opposites():
        if (one, other) in turns() and not _short(a, b):
            continue
        for left, right in ((one, other), (other, one)):
            if left in a.stems and right in b.stems and right not in a.stems and left not in b.stems:
                subjects = a.subjects.get(left), b.subjects.get(right)
                one_subject = not all(subjects) or bool(frozenset(subjects[0] or ()) & frozenset(subjects[1] or ()))
                if one_subject and (left in a.struck | a.denied) == (right in b.struck | b.denied):
                    return left, right
    return None


def reversed_act(a: Aspects, b: Aspects) -> str | None:
    """The verb of which two names are doer and sufferer in the one claim, and the other way round in the other."""
    for act in a.acts:
        for other in b.acts:
            if act.verb == other.verb and act.doer == other.other and act.other == other.doer:
                return act.verb
    return None


def other_doer(a: Aspects, b: Aspects) -> str | None:
    """The verb of a deed that only one does to one sufferer, and that two who share no name are said to have done to the same one.

    A state and a body without its name in it may be one doer: `Israel` and `the air force`.
    """
    for act in a.acts:
        for other in b.acts:
            same = act.verb == other.verb and act.other == other.other and act.verb in _done_by_one()
            states = [any(key[1:] in _countries() for key in each.doer) for each in (act, other)]
            if same and states[0] == states[1] and not act.doer & b.weights.keys() and not other.doer & a.weights.keys():
                return act.verb
    return None


@cache
def _done_by_one() -> frozenset[str]:
    return frozenset(stem(word) for word in listed("one_doer"))


@cache
def _countries() -> frozenset[str]:
    return frozenset(countries().values())


def other_result(a: Aspects, b: Aspects) -> bool:
    """Whether both give results, as of games, and none in common."""
    return bool(a.results and b.results) and not a.results & b.results


def other_place(a: Aspects, b: Aspects) -> bool:
    """Whether both name places, and neither one that the other names at all; a country that holds both makes them no one place."""
    if not a.places or not b.places:
        return False
    ours, theirs = (frozenset(place for place in side.places if place[1:] not in _countries()) or side.places for side in (a, b))
    elsewhere = not ours & b.weights.keys() and not theirs & a.weights.keys()
    return elsewhere and _short(a, b)


def _short(a: Aspects, b: Aspects) -> bool:
    """Whether both claims tell little: in a long sentence a place or an opposite may belong to something said in passing."""
    return max(len(a.deeds), len(b.deeds)) <= threshold("short_told")


def other_deed(a: Aspects, b: Aspects) -> bool:
    """Whether only a number, a place or a source can bring two claims together: of what they tell nothing is common, or no name in it."""
    if not a.deeds or not b.deeds:
        return False
    if max(len(a.deeds), len(b.deeds)) > threshold("few_deeds"):
        return False
    if a.deeds & b.deeds:
        return len(a.deeds & b.deeds) == 1 and (_event_only(a, b) or _event_only(b, a))
    counted = {(q.value, q.unit) for q in a.quantities if q.unit} & {(q.value, q.unit) for q in b.quantities if q.unit}
    names = (a.told_names & (b.told_names | b.names)) | (b.told_names & a.names)
    if any(_telling_number(value) for value, _ in counted) and len(names) > 1:
        return False  # 62,000 people who fled from the one country to the other are those who crossed from it into that
    return bool(counted) or not names


def _printed_far_apart(a: Aspects, b: Aspects) -> bool:
    """Whether two reports are known to be printed so long after each other that the later tells news of its own, unless it says when."""
    one, other = a.published, b.published
    if one.earliest is None or one.latest is None or other.earliest is None or other.latest is None:
        return False
    return max(one.earliest - other.latest, other.earliest - one.latest) > timedelta(days=int(threshold("news_days")))


def too_little(a: Aspects, b: Aspects) -> bool:
    """Whether two claims have too little in common to be one: nothing that is done, or no name, no number and few telling words."""
    if not a.deeds & b.deeds and min(len(a.deeds), len(b.deeds)) > 1:
        numbers = {q.value for q in a.quantities} & {q.value for q in b.quantities}
        return not any(map(_telling_number, numbers))
    shared = a.weights.keys() & b.weights.keys()
    common = sum(min(a.weights[term], b.weights[term]) for term in sorted(shared))
    if _printed_far_apart(a, b) and not same_time(a, b) and common < threshold("far_share") * min(a.total, b.total):
        return True
    if any(term[0] in "~#" for term in shared):
        return False
    return common < max(threshold("unnamed_rarity"), threshold("unnamed_share") * min(a.total, b.total))


def _event_only(event: Aspects, general: Aspects) -> bool:
    """Whether the first tells what happened on a day, in numbers, and the second how things are, without either."""
    return bool(event.windows and event.figures) and not (general.windows or general.figures or general.future)


def _telling_number(value: float) -> bool:
    """Whether a number is so exact, for its size, that two reports seldom have it by chance."""
    return value >= threshold("telling_number") and float(f"{value:.0e}") != value


def parties_apart(a: Aspects, b: Aspects) -> float:
    """1 where both claims name countries and none in common, a half where each names one that the other does not, else 0."""
    if not a.parties or not b.parties:
        return 0.0
    return 1.0 if not a.parties & b.parties else 0.5 if a.parties - b.parties and b.parties - a.parties else 0.0


def names_differ(a: Aspects, b: Aspects) -> float:
    """How many names each of two claims has that the other lacks: the smaller count of both sides, up to three as 1."""
    return min(1.0, min(_alone(a, b), _alone(b, a)) / 3)


def _alone(a: Aspects, b: Aspects) -> int:
    """How many names of the first claim are neither short for nor long for one of the second."""
    return sum(1 for keys in a.entities if not keys <= b.weights.keys() and not any(other <= keys for other in b.entities))
