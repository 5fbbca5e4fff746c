"""Labelled spans joined into attributions: which source belongs to which cue, and what of the content to whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from provenance.extraction.attribution.labelling.labeller import LabelledParagraph, LabelledSpan
from provenance.extraction.attribution.labelling.paragraphs import sentence_starts
from provenance.extraction.attribution.labelling.words import Words
from provenance.model.text import Span

_REACH_OF_SOURCE, _REACH_OF_CONTENT = 40, 30  # words
_BESIDE = 6  # sources on either side of content that can be its own
_BEHIND, _TAKEN, _CUE_BETWEEN = 3, 2, 6  # what a source costs that stands behind its cue, has a cue already, or another cue in between


@dataclass(slots=True)
class Joined:
    """An attribution as the labels give it. Without cue it is content that goes on; `antecedent` is then whoever spoke for it."""

    at: int
    """Index of its first word, for the order in its paragraph."""
    cue: Span | None = None
    source: Span | None = None
    antecedent: Span | None = None
    content: list[Span] = field(default_factory=list)
    sure: float = 1.0

    @property
    def speaker(self) -> Span | None:
        """The words that name who speaks, here or elsewhere."""
        return self.source or self.antecedent


def join(paragraphs: Sequence[LabelledParagraph]) -> list[Joined]:
    """The attributions of an article in order, content without a speaker given to whoever spoke last."""
    found: list[Joined] = []
    last: Span | None = None
    for paragraph in paragraphs:
        joined = _paragraph(paragraph, last) if paragraph.spans else []
        last = next((j.source for j in reversed(joined) if j.source), last)
        found += joined
    return found


def _place(words: Words, span: LabelledSpan) -> Span:
    return words.place(span.first, span.end)


def _sentence_numbers(words: Words) -> list[int]:
    numbers: list[int] = []
    for number, (first, end) in enumerate(pairwise((*sentence_starts(words.texts), len(words)))):
        numbers += [number] * (end - first)
    return numbers


def _paragraph(paragraph: LabelledParagraph, last: Span | None) -> list[Joined]:
    words, numbers = paragraph.words, _sentence_numbers(paragraph.words)
    cues = [s for s in paragraph.spans if s.label == "C"]
    sources = [s for s in paragraph.spans if s.label == "S"]
    by_cue, used = _sources_of(cues, sources, numbers)
    joined = {cue: Joined(cue.first, cue=_place(words, cue), sure=cue.sure) for cue in cues}
    for cue, source in by_cue.items():
        joined[cue].source = _place(words, source)
        joined[cue].sure = min(cue.sure, source.sure)
    free = [s for s in sources if s not in used]
    free_from = [s.first for s in free]
    cue_firsts, cue_ends = [c.first for c in cues], [c.end for c in cues]
    orphans: list[Joined] = []
    for content in _bridged(paragraph.spans):
        near_cues = cues[
            bisect_left(cue_ends, content.first - _REACH_OF_CONTENT) : bisect_right(cue_firsts, content.end + _REACH_OF_CONTENT)
        ]
        cue_of = _cue_of(content, near_cues, by_cue, numbers)
        if cue_of is not None:
            joined[cue_of].content.append(_place(words, content))
            continue
        behind = bisect_left(free_from, content.first)
        beside_it = free[max(0, behind - _BESIDE) : behind + _BESIDE]
        near = [
            s for s in beside_it if numbers[s.first] in (numbers[content.first], numbers[content.end - 1]) or 0 <= s.first - content.end < 4
        ]
        beside = min(near, key=lambda s: abs(s.first - content.first), default=None)
        orphans.append(
            Joined(content.first, source=_place(words, beside) if beside else None, content=[_place(words, content)], sure=content.sure)
        )
    ordered = sorted([*joined.values(), *orphans], key=lambda j: j.at)
    first_source = next((j.source for j in ordered if j.source), None)
    speaking: Span | None = None
    for each in ordered:
        if each.source is None:
            each.antecedent = speaking or (first_source if each.cue is None else None) or last
        speaking = each.speaker or speaking
    return ordered


def _sources_of(
    cues: Sequence[LabelledSpan], sources: Sequence[LabelledSpan], numbers: Sequence[int]
) -> tuple[dict[LabelledSpan, LabelledSpan], set[LabelledSpan]]:
    """For each cue the nearest source of its sentence, rather in front of it than behind, rather free than taken."""
    chosen: dict[LabelledSpan, LabelledSpan] = {}
    used: set[LabelledSpan] = set()
    firsts, ends, cue_firsts = [s.first for s in sources], [s.end for s in sources], [c.first for c in cues]
    for cue in cues:
        costs = []
        for source in sources[bisect_left(ends, cue.first - _REACH_OF_SOURCE) : bisect_right(firsts, cue.end + _REACH_OF_SOURCE)]:
            if numbers[source.first] != numbers[cue.first]:
                continue
            in_front = source.end <= cue.first
            low, high = (source.end, cue.first) if in_front else (cue.end, source.first)
            between = bisect_left(cue_firsts, high) - bisect_left(cue_firsts, low)
            between -= low <= cue.first < high
            costs.append(
                (
                    high - low + _CUE_BETWEEN * between + (0 if in_front else _BEHIND) + (_TAKEN if source in used else 0),
                    source.first,
                    source,
                )
            )
        best = min(costs, default=None)
        if best is not None and best[0] < _REACH_OF_SOURCE:
            chosen[cue] = best[2]
            used.add(best[2])
    return chosen, used


def _bridged(spans: Sequence[LabelledSpan]) -> list[LabelledSpan]:
    """The contents, those that only a source or cue inside them cuts in two made one again."""
    found: list[LabelledSpan] = []
    labelled = {at for span in spans if span.label != "T" for at in range(span.first, span.end)}
    for span in spans:
        if span.label != "T":
            continue
        gap = range(found[-1].end, span.first) if found else range(0)
        if gap and all(at in labelled for at in gap):
            found[-1] = found[-1]._replace(end=span.end, sure=min(found[-1].sure, span.sure))
        else:
            found.append(span)
    return found


def _cue_of(
    content: LabelledSpan, cues: Sequence[LabelledSpan], by_cue: dict[LabelledSpan, LabelledSpan], numbers: Sequence[int]
) -> LabelledSpan | None:
    costs = []
    for cue in cues:
        if not numbers[content.first] <= numbers[cue.first] <= numbers[content.end - 1]:
            continue
        if content.first >= cue.end:
            cost = content.first - cue.end
        elif content.end <= cue.first:
            source = by_cue.get(cue)
            cost = cue.first - content.end + (source is None or source.end <= cue.first)
        else:
            cost = 3
        costs.append((cost, cue.first, cue))
    best = min(costs, default=None)
    return best[2] if best is not None and best[0] < _REACH_OF_CONTENT else None
