"""What a whole article is about: words that run through many of its sentences, and so tell none of them from the others."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import chain

from provenance.language.remembered import Remembered
from provenance.language.transliteration import fold

_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


def themes_of(sentences: Sequence[str]) -> list[tuple[str, ...]]:
    """For each sentence the themes of them all that stand in it, in alphabetical order.

    A theme is a folded word that stands in at least three sentences and a fifth of them all; a short text has none.
    """
    words = [set(map(_FOLDED.__getitem__, _WORD.findall(sentence))) for sentence in sentences]
    held = Counter(chain.from_iterable(words))
    least = max(3.0, 0.2 * len(sentences))
    themes = {word for word, count in held.items() if count >= least and " " not in word}
    return [tuple(sorted(themes & own)) for own in words]


_FOLDED = Remembered(fold, 60_000)
