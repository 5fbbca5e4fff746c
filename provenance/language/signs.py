"""Cheap signs in a sentence of what a dear pattern looks for: where none stands, the pattern need not be tried."""

from collections.abc import Iterable, Mapping

from ahocorasick_rs import AhoCorasick

from provenance.language.remembered import Remembered

_MOST = 10_000
"""Sets of stems whose kinds are remembered."""


class Signs:
    """Kinds of words of which a sentence can hold some, all looked for in one pass.

    `stems` holds for each kind of sign the letters by which it is known, in lower case; they count inside longer words, too.
    """

    def __init__(self, stems: Mapping[str, Iterable[str]]) -> None:
        kinds: dict[str, set[str]] = {}
        for kind, letters in stems.items():
            for stem in letters:
                kinds.setdefault(stem, set()).add(kind)
        self._automaton = AhoCorasick(list(kinds))
        of_stem = tuple(map(frozenset, kinds.values()))
        nothing: frozenset[str] = frozenset()
        self._kinds: Remembered[frozenset[int], frozenset[str]] = Remembered(
            lambda stems: nothing.union(*(of_stem[stem] for stem in stems)), _MOST
        )
        """The kinds of sign that several stems make together."""

    def within(self, words: str) -> frozenset[str]:
        """The kinds of sign that stand in words in lower case."""
        return self._kinds[frozenset([stem for stem, _, _ in self._automaton.find_matches_as_indexes(words, overlapping=True)])]

    def places(self, words: str) -> list[int]:
        """Where words begin that open with a sign of any kind, in order."""
        found = self._automaton.find_matches_as_indexes(words)
        return [start for _, start, _ in found if not start or not words[start - 1].isalnum()]
