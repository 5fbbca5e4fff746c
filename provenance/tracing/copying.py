"""Whether whole articles derive from each other: long runs of the same words in several of their sentences, whatever one sentence shows."""

from collections.abc import Callable, Collection, Mapping, Sequence

from provenance.language.transliteration import fold
from provenance.model.claim import ClaimInContext
from provenance.tracing.derivation import unquoted
from provenance.tracing.limits import limit
from provenance.tracing.words import threshold, words_of

Fetch = Callable[[Collection[str]], Mapping[str, Sequence[str]]]
"""The sentences of articles by the articles' ids."""


class Copies:
    """Which articles derive from each other. An article's sentences are asked for when a question first needs them."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._runs: dict[str, tuple[frozenset[tuple[str, ...]], ...]] = {}
        self._found: dict[tuple[str, str], str | None] = {}

    @classmethod
    def among(cls, items: Sequence[ClaimInContext]) -> "Copies":
        """Among articles of which these are all the claims."""
        held: dict[str, list[str]] = {}
        for item in sorted(items, key=lambda each: (each.claim.article, each.claim.position)):
            held.setdefault(item.claim.article, []).append(item.claim.text)
        return cls(lambda ids: {article: held.get(article, []) for article in ids})

    def reason(self, a: str, b: str) -> str | None:
        """The reason to hold that two articles derive from each other or from a common text; None where they may be independent.

        What is quoted does not count: two reporters at one press conference write down the same words.
        """
        pair = (a, b) if a < b else (b, a)
        if pair not in self._found:
            self._found[pair] = self._compared(*pair) if a != b else None
        return self._found[pair]

    def _compared(self, a: str, b: str) -> str | None:
        missing = [article for article in (a, b) if article not in self._runs]
        for article, sentences in (self._fetch(missing) if missing else {}).items():
            self._runs[article] = tuple(frozenset(_runs(sentence)) for sentence in sentences)
        left, right = self._runs.get(a, ()), self._runs.get(b, ())
        known = frozenset().union(*right)
        common = sum(not known.isdisjoint(runs) for runs in left)
        if common < limit("copied_sentences"):
            return None
        return f"their articles share {int(threshold('derivation_run'))} words in a row and more in {common} sentences"


def _runs(sentence: str) -> list[tuple[str, ...]]:
    """All runs of as many words as two writers do not find by chance, outside quotation marks."""
    size = int(threshold("derivation_run"))
    lows = [fold(word) for _, word in words_of(unquoted(sentence))]
    return [tuple(lows[at : at + size]) for at in range(len(lows) - size + 1)]
