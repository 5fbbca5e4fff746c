"""Train the labeller on a corpus: `python -m provenance.extraction.attribution.train CORPUS.jsonl`.

CORPUS holds one article a line: `name`, `text` and `attributions`, each with `source`, `cue` and `content` as lists of `[start, end]`,
as PolNeAR annotates them (Newell, Margolin and Ruths, LREC 2018). Needs the extra `train` (scikit-learn). The same corpus and seed give
the same vocabulary and model on one machine.
"""

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain, pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pycrfsuite

from provenance.extraction.attribution.labelling import words
from provenance.extraction.attribution.labelling.clusters import clusters_of
from provenance.extraction.attribution.labelling.features import Bundle, Describer
from provenance.extraction.attribution.labelling.labeller import LABELS, OUTSIDE, WEIGHTS
from provenance.extraction.attribution.labelling.taking_apart import take_apart
from provenance.model.text import Span

HERE = Path(words.__file__).parent
VOCABULARY = "vocabulary.json"


class Frequency(NamedTuple):
    """From when on a word, or a feature, is frequent enough to be learned; what is rarer could tell a person's name."""

    times: int = 8
    articles: int = 8
    lower_case: float = 0.7
    """Share of its places inside sentences at which it must be written in lower case: names are not."""
    feature: int = 4


class Article(NamedTuple):
    """One annotated article."""

    text: str
    attributions: Sequence[dict[str, Any]]


def main() -> None:
    """Read the corpus, learn vocabulary and model, and write both beside the labeller."""
    parser = argparse.ArgumentParser(description="Train the labeller for source, cue and content.")
    parser.add_argument("corpus", type=Path, help="annotated articles, one JSON object a line")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--iterations", type=int, default=150)
    parser.add_argument("--c1", type=float, default=0.6, help="L1 regularisation: more makes the model smaller")
    parser.add_argument("--c2", type=float, default=0.02, help="L2 regularisation")
    parser.add_argument("--out", type=Path, default=HERE)
    options = parser.parse_args()
    began = time.monotonic()
    articles = list(read_corpus(options.corpus))
    vocabulary = vocabulary_of(articles, Frequency(), options.seed)
    (options.out / VOCABULARY).write_text(
        json.dumps(vocabulary, ensure_ascii=True, sort_keys=True, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    words.forget()
    weights, labels = take_apart(train(articles, options.c1, options.c2, options.iterations), OUTSIDE)
    weights.write(options.out / WEIGHTS)
    (options.out / LABELS).write_bytes(labels)
    size = sum((options.out / name).stat().st_size for name in (WEIGHTS, LABELS, VOCABULARY))
    print(f"{len(articles)} articles, {len(vocabulary)} words, {size} bytes, {time.monotonic() - began:.0f} s, {datetime.now(UTC).date()}")


def read_corpus(path: Path) -> Iterator[Article]:
    """The annotated articles of a corpus."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Article(row["text"], row["attributions"])


def _holds_a_name(word: str, times: Mapping[str, int], lower: Mapping[str, int], most: float) -> bool:
    """Whether a part of a word with a hyphen is nearly always written with a capital by itself, as a name is behind "pro-"."""
    parts = word.split("-") if "-" in word else []
    return any(part in times and lower[part] / times[part] < most for part in parts)


def vocabulary_of(articles: Iterable[Article], least: Frequency, seed: int) -> dict[str, tuple[int, int]]:
    """The frequent words that are no names, each with its clusters."""
    times: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    seen_in: defaultdict[str, set[int]] = defaultdict(set)
    texts: list[list[str]] = []
    for number, article in enumerate(articles):
        for block in paragraphs_of(article.text):
            found = words.Words(article.text, block)
            texts.append([word.text.lower().replace("’", "'") for word in found])
            for before, word in pairwise(found):
                if before.text in ("@", "#"):
                    continue
                low = word.text.lower().replace("’", "'")
                times[low] += 1
                lower[low] += word.text[0].islower() or not word.text[0].isalpha()
                seen_in[low].add(number)
    kept = sorted(
        w
        for w in times
        if times[w] >= least.times
        and len(seen_in[w]) >= least.articles
        and lower[w] / times[w] > least.lower_case
        and not _holds_a_name(w, times, lower, 1 - least.lower_case)
    )
    return clusters_of(kept, texts, seed)


def paragraphs_of(text: str) -> list[Span]:
    """The lines of a text that hold words."""
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(start, start + len(line)))
        start += len(line) + 1
    return found


def labels_of(article: Article, paragraph: Sequence[words.Word]) -> list[str]:
    """The label of each word: source and cue before content, the longer span before one that stands inside it."""
    labels = ["O"] * len(paragraph)
    marks = [(("T"), span) for a in article.attributions for span in sorted(a["content"], key=lambda s: s[1] - s[0])]
    others = [(role, span) for a in article.attributions for role, key in (("S", "source"), ("C", "cue")) for span in a[key]]
    for role, (start, end) in marks:
        inside = _inside(paragraph, start, end)
        for place, at in enumerate(inside):
            if labels[at] == "O" or place == 0:
                labels[at] = f"B-{role}" if place == 0 and labels[at] == "O" else f"I-{role}"
    for role, (start, end) in sorted(others, key=lambda mark: mark[1][0] - mark[1][1]):
        for place, at in enumerate(_inside(paragraph, start, end)):
            labels[at] = f"{'B' if place == 0 else 'I'}-{role}"
    return labels


def _inside(paragraph: Sequence[words.Word], start: int, end: int) -> list[int]:
    return [at for at, word in enumerate(paragraph) if word.start < end and word.end > start]


def train(articles: Iterable[Article], c1: float, c2: float, iterations: int) -> bytes:
    """Fit the CRF by L-BFGS with elastic-net regularisation: the model as crfsuite writes it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    describer: Describer[Bundle] = Describer(lambda bundle: bundle)
    for article in articles:
        paragraphs = [words.Words(article.text, block) for block in paragraphs_of(article.text)]
        for paragraph, described in zip(paragraphs, describer.article(paragraphs), strict=True):
            if paragraph:
                trainer.append([list(chain.from_iterable(bundles)) for bundles in described], labels_of(article, paragraph))
    trainer.set_params(
        {"c1": c1, "c2": c2, "max_iterations": iterations, "feature.minfreq": Frequency().feature, "feature.possible_transitions": True}
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "trained.crfsuite"
        trainer.train(str(path))
        return path.read_bytes()


if __name__ == "__main__":
    main()
