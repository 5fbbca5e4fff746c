"""One sentence as the rules see it: its words, the quotations that reach into it, the outlets that it names."""

from bisect import bisect_left, bisect_right
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from provenance.extraction.attribution.cues import Cue
from provenance.extraction.attribution.quotations import Quotation
from provenance.extraction.attribution.tokens import Token, cut
from provenance.model.claim import Mode
from provenance.model.source import Outlet
from provenance.model.text import Span


@dataclass(frozen=True)
class Scene:
    """A sentence with what a rule needs to know of it."""

    span: Span
    tokens: list[Token]
    cues: list[Cue]
    quotations: list[Quotation]
    """Those that overlap the sentence."""
    outlets: list[tuple[Span, Outlet]]
    """Outlets and agencies that are named in it."""
    body_start: int = 0
    """Index of the first token behind an inline dateline."""

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins."""
        return [t.start for t in self.tokens]

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Its words and marks in lower case, each once: where none of a rule's words is among them, the rule need not look."""
        return frozenset([t.low for t in self.tokens])

    def places_of(self, lows: AbstractSet[str]) -> list[int]:
        """The indices of the tokens that are one of these words or marks."""
        return [] if lows.isdisjoint(self.vocabulary) else [at for at, token in enumerate(self.tokens) if token.low in lows]

    def tokens_in(self, span: Span) -> list[Token]:
        """The words and marks that begin inside the place; the last one cut where the place ends inside it ("He" of "He’s")."""
        found = self.tokens[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]
        if found and found[-1].end > span.end:
            found[-1] = cut(found[-1], span.end)
        return found

    def lows(self, span: Span) -> list[str]:
        """The words and marks that begin inside the place, in lower case."""
        return [t.low for t in self.tokens_in(span)]

    def quoted(self, at: int) -> bool:
        """Whether the token stands inside a quotation that is closed, its marks not counted."""
        return at in self._quoted

    @cached_property
    def _quoted(self) -> frozenset[int]:
        starts = self.starts
        closed = [q.span for q in self.quotations if q.closed]
        return frozenset(at for span in closed for at in range(bisect_right(starts, span.start), bisect_left(starts, span.end - 1)))

    def outlet_in(self, span: Span) -> tuple[Span, Outlet] | None:
        """The last outlet named inside the place, if any: in "the Syrian agency SANA" the head stands last."""
        return next((hit for hit in reversed(self.outlets) if span.contains(hit[0])), None)

    def outlets_in(self, span: Span) -> tuple[Span, ...]:
        """The places of all outlets that are named inside the place, in order."""
        return tuple(hit for hit, _ in self.outlets if span.contains(hit))

    def mode_of(self, content: tuple[Span, ...]) -> Mode:
        """How the content is rendered: all of it in quotation marks, some of it, or none."""
        if not content or not self.quotations:
            return Mode.INDIRECT
        total = sum(s.end - s.start for s in content)
        quoted = sum(max(0, min(s.end, q.end) - max(s.start, q.start)) for s in content for q in self._quotations_in(s))
        if quoted == 0:
            return Mode.INDIRECT
        return Mode.DIRECT if quoted >= 0.9 * total else Mode.MIXED

    def _quotations_in(self, span: Span) -> list[Span]:
        """The quotations that overlap a place, in order."""
        return self._marked[bisect_right(self._marked_until, span.start) : bisect_left(self._marked_from, span.end)]

    @cached_property
    def _marked(self) -> list[Span]:
        return sorted(q.span for q in self.quotations)

    @cached_property
    def _marked_from(self) -> list[int]:
        return [span.start for span in self._marked]

    @cached_property
    def _marked_until(self) -> list[int]:
        return [span.end for span in self._marked]

    def words(self, first: int, end: int) -> Span | None:
        """The place from token `first` to before token `end`, marks at its rim left out; None where nothing is left."""
        tokens = self.tokens
        first = max(first, self.body_start)
        while first < end and tokens[first].text in ",;:—–-.":
            first += 1
        while end > first and tokens[end - 1].text in ",;:—–-":
            end -= 1
        if first >= end or not any(t.is_word for t in tokens[first:end]):
            return None
        return Span(tokens[first].start, tokens[end - 1].end)
