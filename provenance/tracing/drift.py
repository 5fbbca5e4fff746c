"""What changes on the way: number, date, scope, hedge and source of one origin's statement, from each report of it to the next."""

from collections.abc import Iterator, Sequence
from datetime import date

from provenance.language.transliteration import fold
from provenance.model.article import TextStatus
from provenance.model.chain import ClaimGroup
from provenance.model.changes import Change, ChangeKind, Passage
from provenance.model.claim import Attribution, ClaimInContext, DateMention
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.tracing.aspects import aspects_of
from provenance.tracing.counts import Count, comparable, counts_of
from provenance.tracing.echoes import published_first, told_share
from provenance.tracing.scopes import scopes_of
from provenance.tracing.tree import roots_of
from provenance.tracing.voices import shown_by

_SHOWS_NOBODY = (SourcingType.HEARSAY, SourcingType.VAGUE_ESTIMATE)


def changes_on_the_way(group: ClaimGroup, members: Sequence[ClaimInContext]) -> tuple[Change, ...]:
    """What each report of an origin's statement changes against the report before it that it is most like.

    Reports stand in order of publication, and where that is not known of the length of their trail; suspected echoes stand behind what
    they are taken to repeat. Independent origins are not held against each other: what they tell otherwise is no change on the way.
    """
    items = {item.claim.id: item for item in members}
    echoing = {echo.claim for echo in group.suspected_echoes}
    found: dict[tuple[str, str], list[Change]] = {}
    for origin in group.origins:
        line = sorted((item for item in members if origin.key in roots_of(item, group) and item.claim.id not in echoing), key=_nearness)
        for place, item in enumerate(line[1:], 1):
            others = [
                other for other in line[:place] if other.claim.article != item.claim.article and published_first(item, other) is not True
            ]
            if others:
                before = max(others, key=lambda other: told_share(aspects_of(item), aspects_of(other)))
                found[before.claim.id, item.claim.id] = list(changes_between(before, item))
    for echo in group.suspected_echoes:
        found.setdefault((echo.of, echo.claim), list(changes_between(items[echo.of], items[echo.claim])))
    return tuple(change for pair in sorted(found) for change in found[pair])


def _nearness(item: ClaimInContext) -> tuple[date, int, str]:
    """Reports that stand nearer to the origin come first: those published earlier, then those of a shorter trail."""
    bounds = item.article.published
    shown = [len(attribution.chain) for attribution, _ in shown_by(item)]
    return ((bounds and (bounds.latest or bounds.earliest)) or date.max, min(shown, default=99), item.claim.id)


def changes_between(earlier: ClaimInContext, later: ClaimInContext) -> Iterator[Change]:
    """What the later of two reports of one statement has otherwise than the earlier, has more, or has no longer."""
    ordered = published_first(earlier, later) is True or _relays(later, earlier)
    restated = TextStatus.RESTATED in (earlier.article.text_status, later.article.text_status)
    for kind, before, after, note in (
        *_numbers(earlier, later),
        *_dates(earlier, later),
        *_scopes(earlier, later),
        *_hedges(earlier, later),
        *_sources(earlier, later),
    ):
        sides = [tuple(_passage(item, span) for span in spans) for item, spans in ((earlier, before), (later, after))]
        yield Change(
            kind=kind,
            earlier=earlier.claim.id,
            later=later.claim.id,
            before=sides[0],
            after=sides[1],
            note=note,
            ordered=ordered,
            restated=restated,
        )


_Found = tuple[ChangeKind, tuple[Span, ...], tuple[Span, ...], str]


def _passage(item: ClaimInContext, span: Span) -> Passage:
    return Passage(claim=item.claim.id, span=span, words=item.claim.words(span))


def _relays(later: ClaimInContext, earlier: ClaimInContext) -> bool:
    """Whether the later report says that it has its words from the earlier one's outlet."""
    through = {later.article.republished_from, *(key for a in later.claim.own_attributions for key in a.chain[1:])}
    return earlier.article.outlet in through and earlier.article.outlet != later.article.outlet


def _numbers(earlier: ClaimInContext, later: ClaimInContext) -> Iterator[_Found]:
    ours, theirs = _told_counts(earlier), _told_counts(later)
    matched = [(a, b) for a in ours for b in theirs if comparable(a, b) or (a.quantity.value == b.quantity.value and a.kind == b.kind)]
    for a, b in matched:
        same = (a.quantity.value, a.quantity.precision) == (b.quantity.value, b.quantity.precision)
        if not same and not any(_one(a, y) for _, y in matched if comparable(a, y)) and not any(_one(x, b) for x, _ in matched):
            yield ChangeKind.NUMBER, (_whole(earlier, a),), (_whole(later, b),), ""
    for a in ours:
        if not any(a is x for x, _ in matched) and not any(a.quantity.value == b.quantity.value for b in theirs):
            yield ChangeKind.NUMBER, (_whole(earlier, a),), (), ""
    for b in theirs:
        if not any(b is y for _, y in matched) and not any(a.quantity.value == b.quantity.value for a in ours):
            yield ChangeKind.NUMBER, (), (_whole(later, b),), ""


def _one(a: Count, b: Count) -> bool:
    return (a.quantity.value, a.quantity.precision) == (b.quantity.value, b.quantity.precision)


def _told_counts(item: ClaimInContext) -> list[Count]:
    """The counts of a claim without those that only say over what time it reaches."""
    start = item.claim.span.start
    scopes = [Span(start + scope.start, start + scope.end) for scope in scopes_of(item.claim)]
    return [count for count in counts_of(item.claim) if not any(span.overlaps(count.quantity.span) for span in scopes)]


def _whole(item: ClaimInContext, count: Count) -> Span:
    """A number with the approximating word in front of it, where one stands there: `about 300`."""
    before = item.claim.text[: count.quantity.span.start - item.claim.span.start]
    hedge = next((h.span for h in item.claim.hedges if 0 <= count.quantity.span.start - h.span.end <= 1), None)
    bound = next((phrase for phrase in _BOUNDS if before.lower().endswith(f"{phrase} ")), None)
    start = hedge.start if hedge else count.quantity.span.start - (len(bound) + 1 if bound else 0)
    return Span(start, count.quantity.span.end)


_BOUNDS = ("more than", "at least", "less than", "fewer than", "up to", "at most", "over", "about", "around", "nearly", "almost")


def _dates(earlier: ClaimInContext, later: ClaimInContext) -> Iterator[_Found]:
    """Dates that the other side lacks: two that cannot be the same day stand against each other, the others were lost or added."""
    ours, theirs = _told_dates(earlier), _told_dates(later)
    lost = [day for day in ours if not any(_same_day(day, other, earlier, later) for other in theirs)]
    added = [day for day in theirs if not any(_same_day(day, other, later, earlier) for other in ours)]
    for a, b in zip(lost, added, strict=False):
        yield ChangeKind.DATE, (a.span,), (b.span,), ""
    for a in lost[len(added) :]:
        yield ChangeKind.DATE, (a.span,), (), ""
    for b in added[len(lost) :]:
        yield ChangeKind.DATE, (), (b.span,), ""


def _told_dates(item: ClaimInContext) -> list[DateMention]:
    start = item.claim.span.start
    scopes = [Span(start + scope.start, start + scope.end) for scope in scopes_of(item.claim)]
    return [day for day in item.claim.dates if not any(span.overlaps(day.span) for span in scopes)]


def _same_day(a: DateMention, b: DateMention, here: ClaimInContext, there: ClaimInContext) -> bool:
    """Whether two expressions mean the same: by their days, or where those are not known by their words."""
    if a.earliest and b.earliest:
        return (a.earliest, a.latest) == (b.earliest, b.latest)
    return fold(here.claim.words(a.span)) == fold(there.claim.words(b.span))


def _scopes(earlier: ClaimInContext, later: ClaimInContext) -> Iterator[_Found]:
    """Phrases of scope of one side only; `in years` that became `since 2011` stand against each other."""
    kinds = [{(scope.kind, scope.value): scope for scope in scopes_of(item.claim)} for item in (earlier, later)]
    places = [
        [Span(item.claim.span.start + own[key].start, item.claim.span.start + own[key].end) for key in own if key not in other]
        for item, own, other in ((earlier, kinds[0], kinds[1]), (later, kinds[1], kinds[0]))
    ]
    if any(places):
        yield ChangeKind.SCOPE, tuple(places[0]), tuple(places[1]), ""


def _hedges(earlier: ClaimInContext, later: ClaimInContext) -> Iterator[_Found]:
    """Kinds of hedge that only one side has; one that stands before a number goes with the number."""
    sides = []
    for item in (earlier, later):
        numbers = [q.span for q in item.claim.quantities]
        sides.append([h for h in item.claim.hedges if not any(0 <= span.start - h.span.end <= 1 for span in numbers)])
    for here, there, lost in ((sides[0], sides[1], True), (sides[1], sides[0], False)):
        spans = tuple(h.span for h in here if h.kind not in {other.kind for other in there})
        if spans:
            yield (ChangeKind.HEDGE, spans, (), "") if lost else (ChangeKind.HEDGE, (), spans, "")


def _sources(earlier: ClaimInContext, later: ClaimInContext) -> Iterator[_Found]:
    """Who is said to say so, where the later report names nobody, somebody else, or another relay."""
    ours, theirs = ([attribution for attribution, _ in shown_by(item)] for item in (earlier, later))
    before, after = _source_spans(earlier, ours), _source_spans(later, theirs)
    if ours and not theirs:
        unsure = any(a.sourcing_type in _SHOWS_NOBODY for a in later.claim.attributions)
        yield ChangeKind.SOURCE, before, (), "only hearsay stands in its place" if unsure else "no source is named"
        return
    if theirs and not ours:
        yield ChangeKind.SOURCE, (), after, "a source is named"
        return
    links = [{key for a in side for key in _links(a)} - {earlier.article.outlet, later.article.outlet} for side in (ours, theirs)]
    lost, added = sorted(links[0] - links[1]), sorted(links[1] - links[0])
    if lost or added:
        names = [_in_words(keys, side) for keys, side in ((lost, ours), (added, theirs))]
        told = [f"without {names[0]}" if lost else "", f"with {names[1]}" if added else ""]
        yield ChangeKind.SOURCE, before, after, f"the trail stands {' and '.join(part for part in told if part)}"


def _links(attribution: Attribution) -> tuple[str, ...]:
    """The links of a chain; somebody without a name counts by the description, whatever article it stands in."""
    return tuple(key.partition("@")[0] for key in (*attribution.chain[1:], *([attribution.origin] if attribution.origin else [])))


def _in_words(keys: Sequence[str], attributions: Sequence[Attribution]) -> str:
    names = {a.origin.partition("@")[0]: a.origin_name for a in attributions if a.origin and a.origin_name}
    return ", ".join(names.get(key) or key.removeprefix("unnamed-").replace("-", " ") for key in keys)


def _source_spans(item: ClaimInContext, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    return tuple(span for a in attributions for span in a.source if item.claim.span.contains(span))
