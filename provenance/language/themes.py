"""What a whole article is about: words that run through many of its sentences, and so tell none of them from the others."""

import re
from collections import Counter
from collections.abc import Sequence

from provenance.language.remembered import Remembered
from provenance.language.transliteration import fold
from provenance.model.text import Span

_WORD = re.compile(r"[^\W\d_]{2,}", re.UNICODE)


def themes_of(text: str, sentences: Sequence[Span]) -> tuple[str, ...]:
    """The folded words that stand in at least three sentences and a fifth of them all, in alphabetical order; none for a short text."""
    held = Counter(word for span in sentences for word in _folded(span.within(text)))
    least = max(3.0, 0.2 * len(sentences))
    return tuple(sorted(word for word, count in held.items() if count >= least and " " not in word))


def themes_within(text: str, themes: Sequence[str]) -> tuple[str, ...]:
    """Those of an article's themes that stand in one of its sentences, in alphabetical order."""
    return tuple(sorted(_folded(text).intersection(themes))) if themes else ()


def _folded(text: str) -> set[str]:
    """The words of a text, folded."""
    return set(map(_FOLDED.__getitem__, _WORD.findall(text)))


_FOLDED = Remembered(fold, 60_000)
