"""The trained labeller: which words of an article are source, cue and content, and how sure that is."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from typing import NamedTuple

import pycrfsuite

from provenance.extraction.attribution.labelling.features import article_features
from provenance.extraction.attribution.labelling.words import Word

MODEL = "labeller.crfsuite"
OUTSIDE = "O"


class LabelledSpan(NamedTuple):
    """A run of words with one label: `S` source, `C` cue, `T` content.

    `first` and `end` are word indices; `sure` is the least marginal probability, 0 to 1.
    """

    label: str
    first: int
    end: int
    sure: float


class LabelledParagraph(NamedTuple):
    """A paragraph's words and what was labelled in it."""

    words: Sequence[Word]
    spans: tuple[LabelledSpan, ...]


@cache
def _tagger() -> "pycrfsuite.Tagger":
    tagger = pycrfsuite.Tagger()
    with as_file(files(__package__).joinpath(MODEL)) as path:
        tagger.open(str(path))
    return tagger


def label(paragraphs: Sequence[Sequence[Word]]) -> list[LabelledParagraph]:
    """Label the words of an article's paragraphs, in order."""
    tagger = _tagger()
    found = []
    for words, features in zip(paragraphs, article_features(paragraphs), strict=True):
        if not words:
            found.append(LabelledParagraph(words, ()))
            continue
        tagger.set(features)
        labels = tagger.tag()
        found.append(LabelledParagraph(words, tuple(_spans(tagger, labels))))
    return found


def _spans(tagger: "pycrfsuite.Tagger", labels: Sequence[str]) -> list[LabelledSpan]:
    found: list[LabelledSpan] = []
    first = 0
    for at in range(len(labels) + 1):
        here = labels[at] if at < len(labels) else OUTSIDE
        before = labels[at - 1] if at else OUTSIDE
        if before != OUTSIDE and (here == OUTSIDE or here[0] == "B" or here[2:] != before[2:]):
            sure = min(tagger.marginal(labels[k], k) for k in ((first,) if before[2:] == "T" else range(first, at)))
            found.append(LabelledSpan(before[2:], first, at, sure))
        if here != OUTSIDE and (before == OUTSIDE or here[0] == "B" or here[2:] != before[2:]):
            first = at
    return found
