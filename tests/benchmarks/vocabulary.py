"""Words, names and numbers of made-up news, as often as in real news: few of them everywhere, most of them hardly ever (Zipf)."""

import random
import re
import tomllib
from bisect import bisect
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from provenance import language, tracing
from provenance.model.article import Article
from provenance.model.claim import Claim
from provenance.tracing.words import stem

HERE = Path(__file__).parent
_TRACING, _LEXICON = Path(tracing.__file__).parent, Path(language.__file__).parent / "lexicon"
_SMALL = re.compile("[a-z]+")

MADE_UP, PLACES, NAMES = 60_000, 8_000, 40_000
_KNOWN_SHARE = 0.6  # of the words that fill a slot: so many of a news text's content words are in the table of rarities
_HEAD = {
    "word": 1000,
    "place": 20,
    "name": 200,
}  # added to each rank: no made-up word is more frequent than those that the table leaves out


def wordings() -> dict[str, list[str]]:
    """The lists of `news.toml`."""
    return tomllib.loads((HERE / "news.toml").read_text(encoding="utf-8"))


class Draw:
    """Items drawn by their weights; by their length too, where one is to take another's place."""

    def __init__(self, items: Sequence[str], weights: Sequence[float]) -> None:
        self.items = items
        self._sums = list(accumulate(weights))
        self._weights = weights

    def __call__(self, random_: random.Random) -> str:
        """One item."""
        return self.items[bisect(self._sums, random_.random() * self._sums[-1], hi=len(self.items) - 1)]

    @cached_property
    def of_length(self) -> dict[int, "Draw"]:
        """The same for items of each length."""
        several: dict[int, list[tuple[str, float]]] = defaultdict(list)
        for item, weight in zip(self.items, self._weights, strict=True):
            several[len(item)].append((item, weight))
        return {length: Draw(*zip(*pairs, strict=True)) for length, pairs in several.items()}


class Vocabulary:
    """All that fills the slots of made-up news; always the same. No word in it is a word of the wordings, or steers the reading."""

    def __init__(self) -> None:
        made_up = self._made_up()
        known = self._known()
        total = sum(known.values())
        words = made_up[:MADE_UP]
        tail = [1 / (rank + _HEAD["word"]) for rank in range(len(words))]
        share = (1 - _KNOWN_SHARE) / sum(tail)
        self.word = Draw([*known, *words], [*(_KNOWN_SHARE * count / total for count in known.values()), *(share * each for each in tail)])
        places = [word.capitalize() for word in made_up[MADE_UP : MADE_UP + PLACES]]
        names = [word.capitalize() for word in made_up[MADE_UP + PLACES : MADE_UP + PLACES + NAMES]]
        self.place = Draw(places, [1 / (rank + _HEAD["place"]) for rank in range(PLACES)])
        self.name = Draw(names, [1 / (rank + _HEAD["name"]) for rank in range(NAMES)])

    def number(self, random_: random.Random, like: str | None = None) -> str:
        """A number from 3 to 9,999, small ones as often as large ones; as long as another one, where that is given."""
        low, high = {1: (3, 9), 2: (10, 99), 3: (100, 999), 5: (1000, 9999)}[len(like)] if like else (3, 9999)
        return f"{min(high, int(low * (high / low + 0.99) ** random_.random())):,}"

    @staticmethod
    def _known() -> dict[str, int]:
        """Stems of the table of rarities with their counts, without those that a list of cues, a wording, or the form of a claim holds."""
        files = [*_LEXICON.glob("*.toml"), _TRACING / "tracing.toml", HERE / "news.toml"]
        taken = {word for file in files for word in _SMALL.findall(file.read_text(encoding="utf-8").lower())}
        taken |= {word for model in (Article, Claim) for word in _SMALL.findall(str(model.model_json_schema()).lower())}
        taken |= {stem(word) for word in taken}
        lines = (_TRACING / "background.tsv").read_text(encoding="utf-8").splitlines()
        counted = dict(line.split("\t") for line in lines if not line.startswith("#"))
        fit = {
            word: int(n) for word, n in counted.items() if 4 <= len(word) <= 10 and word.isascii() and word.isalpha() and word[-1] != "s"
        }
        return {word: n for word, n in fit.items() if word == stem(word) and word not in taken}

    def _made_up(self) -> list[str]:
        """Made-up words of five to ten letters, each once."""
        random_ = random.Random(20_260)  # noqa: S311
        parts = wordings()
        known = {*self._known(), *(word for lists in parts.values() for word in _SMALL.findall(str(lists)))}
        found: dict[str, None] = {}
        while len(found) < MADE_UP + PLACES + NAMES:
            syllables = [random_.choice(parts[part]) for _ in range(random_.choice((2, 3, 3))) for part in ("heads", "vowels", "tails")]
            word = "".join(syllables)
            if 5 <= len(word) <= 10 and word not in known:
                found[word] = None
        return list(found)
