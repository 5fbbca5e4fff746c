"""Features of every word of an article, paragraph by paragraph: itself, its neighbours, quotation marks, cues near and far.

Features come in bundles: those together that the same thing decides, such as a word at a distance, two neighbours, a sentence. There are
far fewer bundles than words. So whoever has an article described says what to make of a bundle, and is asked once: when training, the
features themselves; when labelling, the sum of their weights.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, repeat
from operator import add
from typing import Generic, TypeVar

from provenance.extraction.attribution.labelling.paragraphs import Paragraph
from provenance.extraction.attribution.labelling.words import Kind, Words
from provenance.language.remembered import Remembered

Bundle = tuple[str, ...]
Taken = TypeVar("Taken")

_OFFSETS = ("-3", "-2", "-1", "0", "1", "2", "3")
"""How many words away a word stands of which it tells something: before that one where it is above 0, else behind it."""
_REACH = 3
_MOST = 30_000
"""Bundles of a kind that are remembered."""


class Describer(Generic[Taken]):
    """Describes the words of articles by bundles of features; `take` says what is made of a bundle."""

    def __init__(self, take: Callable[[Bundle], Taken], learned: Iterable[str] | None = None) -> None:
        """`learned`: the features that `take` makes something of, where it makes nothing of all others."""
        self._take = take
        self._nothing = take(())
        self._beyond = tuple(take((f"{offset}pad",)) for offset in _OFFSETS)
        self._words: Remembered[Kind, tuple[Taken, ...]] = Remembered(self._of_word, _MOST)
        self._pairs: Callable[[Iterable[str]], Iterable[tuple[Taken, Taken]]]
        if learned is None:
            pairs = Remembered(self._of_pair, _MOST)
            self._pairs = lambda both: map(pairs.__getitem__, both)
        else:
            known = {both: self._of_pair(both) for both in {feature[2:] for feature in learned if feature.startswith(("2>", "2<"))}}
            self._pairs = lambda both: map(known.get, both, repeat((self._nothing, self._nothing)))
        self._classes: Remembered[tuple[str, str], tuple[Taken, Taken]] = Remembered(self._of_classes, _MOST)
        self._threes: Remembered[tuple[str, str, str], Taken] = Remembered(lambda three: take((f"c3={'/'.join(three)}",)), _MOST)
        self._marks: Remembered[Bundle, Taken] = Remembered(lambda mark: take((f"qt={''.join(mark)}",)), _MOST)
        self._places: Remembered[tuple[str, str, str, str, Bundle], Taken] = Remembered(lambda place: take(_place(*place)), _MOST)

    def article(self, paragraphs: Sequence[Words]) -> Iterator[Iterable[tuple[Taken, ...]]]:
        """For each word of each paragraph what was made of its bundles; a paragraph knows what the one before it held."""
        before = "B"
        for number, words in enumerate(paragraphs):
            if not words:
                yield ()
                continue
            paragraph = Paragraph.of(words.texts)
            yield self._paragraph(paragraph, before, "n" if number > 1 else str(number))
            before = paragraph.held()

    def _paragraph(self, paragraph: Paragraph, before: str, position: str) -> Iterable[tuple[Taken, ...]]:
        kinds, state, count = paragraph.kinds, paragraph.state, len(paragraph.kinds)
        own, classes = [kind.own for kind in kinds], [kind.classes for kind in kinds]
        whole = (f"p={before}{'q' if state[0] == '(' else 'x'}", f"pos={position}")
        sentences: list[Taken] = []
        frames: list[str] = []
        for first, end in paragraph.sentences:
            frame = paragraph.frame(first, end)
            bundle = (*_sentence(frame, classes[first], before, frames[-1] if frames else ""), *whole)
            sentences += [self._take(bundle)] * (end - first)
            frames += [frame] * (end - first)
        beyond = [self._beyond] * _REACH
        by_offset = zip(*beyond, *map(self._words.__getitem__, kinds), *beyond, strict=True)
        shapes = [kind.shape for kind in kinds[1:]]
        marks = map(self._marks.__getitem__, zip(state, state[1:], f"{state[2:]}E", shapes, strict=False))
        threes = map(self._threes.__getitem__, zip(classes, classes[1:], classes[2:], strict=False))
        return zip(
            sentences,
            map(self._places.__getitem__, zip(state, *paragraph.distances(), frames, paragraph.signs(), strict=True)),
            *(taken[at : at + count] for at, taken in enumerate(by_offset)),
            *self._from_neighbours(self._pairs(map(add, own, own[1:]))),
            *self._from_neighbours(map(self._classes.__getitem__, pairwise(classes))),
            (self._nothing, *marks),
            (self._nothing, *threes, self._nothing)[:count],
            strict=True,
        )

    def _from_neighbours(self, taken: Iterable[tuple[Taken, Taken]]) -> tuple[tuple[Taken, ...], tuple[Taken, ...]]:
        """For each word what the one behind it tells of it, and what the one before it does, given both for each pair."""
        lefts, rights = tuple(zip(*taken, strict=True)) or ((), ())
        return (*lefts, self._nothing), (self._nothing, *rights)

    def _of_word(self, kind: Kind) -> tuple[Taken, ...]:
        """What a word tells at each offset; the farther away, the less."""
        told = ((kind.own,), kind.farther, kind.near, kind.near, kind.near, kind.farther, (kind.own,))
        return tuple([self._take(tuple(map(offset.__add__, its))) for offset, its in zip(_OFFSETS, told, strict=True)])

    def _of_pair(self, both: str) -> tuple[Taken, Taken]:
        return self._take((f"2>{both}",)), self._take((f"2<{both}",))

    def _of_classes(self, classes: tuple[str, str]) -> tuple[Taken, Taken]:
        both = "/".join(classes)
        return self._take((f"c>{both}",)), self._take((f"c<{both}",))


def _place(state: str, left: str, right: str, frame: str, signs: Bundle) -> Bundle:
    """What a word's place tells: quotation, cues back and ahead, the layout."""
    return ("b", f"q={state}", f"L={left}", f"R={right}", f"LR={left}{right}", f"sq={frame}{state}", *signs)


def _sentence(frame: str, first: str, before: str, last_frame: str) -> Bundle:
    """What its sentence tells: its frame, the classes of its first word, the sentence and the paragraph before."""
    return (
        f"sf={frame}",
        f"s1={first}{frame}",
        f"pk={before}{frame}{'n' if last_frame else '1'}",
        f"bk={last_frame or 'N'}>{frame}",
    )
