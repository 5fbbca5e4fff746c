"""A paragraph as the labeller sees it: its sentences, what stands in quotation marks, how far away the next cue of speech is."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from provenance.extraction.attribution.labelling.words import KINDS, Kind

_LEAD = 7  # words within which a colon can end a speaker's name, as in a transcript
_NEAR = ("0", "1", "2", "3", *("4-6",) * 3, *("7-15",) * 9)
"""How far a cue is, in words, for each distance up to where it is far."""


class Paragraph(NamedTuple):
    """A paragraph as its features see it."""

    words: Sequence[str]
    kinds: list[Kind]
    state: str
    """For each word its quotation state."""
    speaks: list[bool]
    """For each word whether it can be a cue of speech, and stands in no quotation."""
    sentences: list[tuple[int, int]]
    """Index of the first word of each sentence, and of the first behind it."""

    @classmethod
    def of(cls, words: Sequence[str]) -> "Paragraph":
        """The paragraph of these words; there must be at least one."""
        kinds = list(map(KINDS.__getitem__, words))
        state = quotation_state(words)
        starts = sentence_starts(words)
        speaks = [kind.strong and quoted != "i" for kind, quoted in zip(kinds, state, strict=True)]
        return cls(words, kinds, state, speaks, list(zip(starts, [*starts[1:], len(words)], strict=True)))

    def held(self) -> str:
        """What it held, in short, for the next paragraph: a cue, a quotation, one that is still open, hardly anything else."""
        opened, closed = self.state.count("("), self.state.count(")")
        quoted = len(self.state) - self.state.count("o") > 0.6 * len(self.state)
        held = (("c", True in self.speaks), ("q", opened > 0), ("u", opened > closed), ("s", quoted))
        return "".join(letter if it_is else "-" for letter, it_is in held)

    def frame(self, first: int, end: int) -> str:
        """What a sentence holds, in short: cues of speech, cues of any kind, quoted words, "according"."""
        kinds, state = self.kinds[first:end], self.state[first:end]
        quoted = len(state) - state.count("o")
        # `True in […]` and no `any(…)`: this is asked of every word of every article, and a list is made in half the time.
        weak = True in [kind.cue and inside != "i" for kind, inside in zip(kinds, state, strict=True)]
        held = "Q" if quoted > 0.8 * len(state) else "m" if quoted else "-"
        phrase = "A" if True in [kind.according for kind in kinds] else ""
        return f"{'S' if True in self.speaks[first:end] else '-'}{'w' if weak else '-'}{held}{phrase}"

    def distances(self) -> tuple[list[str], list[str]]:
        """For each word how far back, and how far ahead, the nearest cue of speech stands outside quotation marks."""
        return _since(self.speaks), _since(self.speaks[::-1])[::-1]

    def signs(self) -> list[tuple[str, ...]]:
        """For each word what the layout tells: where paragraph and sentences end, a speaker before a colon or behind a dash."""
        words, count = self.words, len(self.words)
        found: list[tuple[str, ...]] = [()] * count
        for first, _ in self.sentences:
            found[first] = ("SS",)
        found[0] = ("BOS",)
        found[-1] = (*found[-1], "EOS")
        lead = next((at for at in range(1, min(_LEAD, count)) if words[at] == ":"), 0)
        if lead:
            capitals = "U" if all(w.isupper() or not w.isalpha() for w in words[:lead]) else "x"
            found = [(*signs, f"ld={capitals}{_side(at, lead, ':')}") for at, signs in enumerate(found)]
        dash = max((at for at in range(max(0, count - 9), count) if words[at] in "―—–-"), default=0)
        if dash and self.state[dash] == "o":
            found = [(*signs, f"dh={self.state[dash - 1]}{_side(at, dash, '-')}") for at, signs in enumerate(found)]
        return found


def quotation_state(words: Sequence[str]) -> str:
    """For each word: `(` and `)` for the marks themselves, `i` inside a quotation, `o` outside."""
    inside, last, found = False, 0, []
    for at in [at for at, word in enumerate(words) if word in _MARKS]:
        found.append(("i" if inside else "o") * (at - last))
        mark = _MARKS[words[at]]
        inside = not inside if mark == "either" else mark == "("
        found.append("(" if inside else ")")
        last = at + 1
    return "".join((*found, ("i" if inside else "o") * (len(words) - last)))


_MARKS = {"“": "(", "``": "(", "”": ")", "''": ")", '"': "either"}


def sentence_starts(words: Sequence[str]) -> list[int]:
    """The indices at which sentences begin, judged by marks alone: the labeller must not depend on the splitter."""
    starts, last = [0], len(words) - 1
    for at in [at for at, word in enumerate(words) if word in _CAN_END and at < last]:
        word = words[at]
        if (word in ".?!" and words[at + 1] not in '”"’)') or (word in '”"' and at and words[at - 1] in ".?!"):
            starts.append(at + 1)
    return starts


_CAN_END = frozenset('.?!”"')


def _side(at: int, sign: int, its: str) -> str:
    return "<" if at < sign else its if at == sign else ">"


def _since(speaks: Sequence[bool]) -> list[str]:
    """For each word how many words back the last cue stands, in steps."""
    cues = [at for at, it_does in enumerate(speaks) if it_does]
    found = ["far"] * (cues[0] if cues else len(speaks))
    for cue, following in pairwise((*cues, len(speaks))):
        found += _NEAR[: following - cue]
        found += ["far"] * (following - len(found))
    return found
