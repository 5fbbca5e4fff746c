"""The trained labeller: which words of an article are source, cue and content, and how sure that is."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files
from itertools import pairwise
from typing import NamedTuple

import pycrfsuite

from provenance.extraction.attribution.labelling.features import Describer
from provenance.extraction.attribution.labelling.weights import Votes, Weights
from provenance.extraction.attribution.labelling.words import Words

WEIGHTS = "labeller.weights"
"""How much each feature speaks for each label."""
LABELS = "labels.crfsuite"
"""How much one label speaks for another behind it."""
OUTSIDE = "O"
_GOES_ON = {(OUTSIDE, OUTSIDE), *((f"{begun}-{label}", f"I-{label}") for begun in "BI" for label in "SCT")}
"""Labels of two words running that are of one span, or of none."""


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

    words: Words
    spans: tuple[LabelledSpan, ...]


class _Model(NamedTuple):
    weights: Weights
    describer: Describer[Votes]
    tagger: "pycrfsuite.Tagger"


@cache
def _model() -> _Model:
    folder = files(__package__)
    weights = Weights.read(folder.joinpath(WEIGHTS))
    tagger = pycrfsuite.Tagger()
    with as_file(folder.joinpath(LABELS)) as path:
        tagger.open(str(path))
    return _Model(weights, Describer(weights.votes, weights.features), tagger)


def label(paragraphs: Sequence[Words]) -> list[LabelledParagraph]:
    """Label the words of an article's paragraphs, in order."""
    weights, describer, tagger = _model()
    found = []
    for words, described in zip(paragraphs, describer.article(paragraphs), strict=True):
        if not words:
            found.append(LabelledParagraph(words, ()))
            continue
        tagger.set(weights.by_label(map(sum, described)))
        found.append(LabelledParagraph(words, tuple(_spans(tagger, tagger.tag()))))
    return found


def _spans(tagger: "pycrfsuite.Tagger", labels: Sequence[str]) -> list[LabelledSpan]:
    found: list[LabelledSpan] = []
    first = 0
    for at, both in enumerate(pairwise((OUTSIDE, *labels, OUTSIDE))):
        if both in _GOES_ON:
            continue
        before = both[0]
        if before != OUTSIDE:
            sure = min(tagger.marginal(labels[k], k) for k in ((first,) if before[2:] == "T" else range(first, at)))
            found.append(LabelledSpan(before[2:], first, at, sure))
        first = at
    return found
