"""Learns how rare words are and what makes two claims the same, from reports that people have compared.

    python -m provenance.tracing.learning ../shared/data

writes `background.tsv` and `same_claim.toml` beside this module. Only figures are kept, no text. Not imported by anything else.
"""

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from provenance.language.names import find_names
from provenance.language.quantities import find_quantities
from provenance.language.transliteration import fold
from provenance.model.article import ArticleHead
from provenance.model.claim import Claim, ClaimInContext
from provenance.model.text import Span
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.similarity import compare, features
from provenance.tracing.words import same_claim_weights, stem, tracing_words, words_of

_SENTENCE = re.compile(r"[.!?][\"”’]?\s+|\n+")
_LEAST = 20
"""A word enters the table where at least so many sentences hold it."""
_STORIES = 2.0
"""What all pairs of the stories weigh together, against all paraphrases."""
_RIDGE = 1.0


def learn(data: Path, into: Path) -> None:
    """Read the two data sets under a folder and write both tables."""
    (into / "background.tsv").write_text(_background(data), encoding="utf-8")
    examples = [*_paraphrases(data / "same_claim" / "msrp_train.jsonl"), *_stories(data / "same_claim" / "ecb_train.jsonl")]
    names = [name for name in features(*examples[0][:2]) if name not in tracing_words()["same_claim_by_hand"]]
    rows = [
        ([1.0, *(found[name] for name in names)], float(same), weight)
        for a, b, same, weight in examples
        if not compare(a, b).excluded
        for found in [features(a, b)]
    ]
    weights = fit(rows)
    lines = [
        "# Log-odds that two claims say the same, for each feature of `similarity.features`. Learned by ridge logistic regression",
        "# from MSRP (Dolan and Brockett 2005) and ECB+ (Cybulska and Vossen 2014), train parts:",
        "#     python -m provenance.tracing.learning ../shared/data",
        "[same_claim]",
        *(f"{name} = {weight:.3f}" for name, weight in zip(["start", *names], weights, strict=True)),
    ]
    (into / "same_claim.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    same_claim_weights.cache_clear()


def _read(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _background(data: Path) -> str:
    """The table of stems with the number of sentences that hold them; names, by their capital inside a sentence, are left out."""
    held: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    sentences = 0
    for path in (data / "attribution" / "train.jsonl", data / "same_claim" / "ecb_train.jsonl", data / "same_claim" / "msrp_train.jsonl"):
        for row in _read(path):
            for sentence in (s for key in ("text", "a", "b") if key in row for s in _SENTENCE.split(str(row[key])) if len(s.split()) > 3):
                words = [(place, word, stem(fold(word))) for place, (_, word) in enumerate(words_of(sentence)) if word[0].isalpha()]
                held.update({stemmed for _, _, stemmed in words})
                capital.update({stemmed for place, word, stemmed in words if place and word[0].isupper()})
                sentences += 1
    rows = sorted(((-count, word) for word, count in held.items() if count >= _LEAST and capital[word] < 0.4 * count and len(word) > 1))
    head = (
        f"# stems and the number of news sentences, of {sentences}, that hold them; names are left out, and what fewer than {_LEAST} hold\n"
    )
    return head + "".join(f"{word}\t{-count}\n" for count, word in rows)


def _claim(ref: str, text: str) -> Aspects:
    span = Span(0, len(text))
    claim = Claim(
        id=ref,
        article=ref,
        position=0,
        span=span,
        text=text,
        names=tuple(find_names(text, span)),
        quantities=tuple(find_quantities(text, span)),
    )
    return aspects_of(ClaimInContext(claim=claim, article=ArticleHead(id=ref, outlet=ref)))


def _paraphrases(path: Path) -> list[tuple[Aspects, Aspects, bool, float]]:
    rows = list(_read(path))
    return [
        (_claim(f"{n}a", str(row["a"])), _claim(f"{n}b", str(row["b"])), bool(row["same"]), 1 / len(rows)) for n, row in enumerate(rows)
    ]


def _stories(path: Path) -> list[tuple[Aspects, Aspects, bool, float]]:
    topics: dict[object, list[tuple[Aspects, dict[str, object]]]] = defaultdict(list)
    for n, row in enumerate(_read(path)):
        topics[row["topic"]].append((_claim(str(n), str(row["text"])), row))
    pairs = [
        (a, b, bool(set(_events(x)) & set(_events(y))))
        for told in topics.values()
        for (a, x), (b, y) in combinations(told, 2)
        if x["doc"] != y["doc"]
    ]
    return [(a, b, same, _STORIES / len(pairs)) for a, b, same in pairs]


def _events(row: dict[str, object]) -> list[str]:
    found = row["events"]
    return [str(event) for event in found] if isinstance(found, list) else []


def fit(rows: Sequence[tuple[Sequence[float], float, float]]) -> list[float]:
    """Weights of a logistic regression with a ridge on all but the first, by Newton's method; rows are features, outcome and weight."""
    size = len(rows[0][0])
    scale = len(rows) / sum(weight for _, _, weight in rows)
    weights = [0.0] * size
    for _ in range(12):
        gradient = [-_RIDGE * w if place else 0.0 for place, w in enumerate(weights)]
        curvature = [[_RIDGE if i == j and i else 0.0 for j in range(size)] for i in range(size)]
        for values, outcome, weight in rows:
            probability = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values, strict=True))))
            slope, bend = scale * weight * (outcome - probability), scale * weight * probability * (1 - probability)
            for i in range(size):
                gradient[i] += slope * values[i]
                if values[i]:
                    row, factor = curvature[i], bend * values[i]
                    for j in range(i + 1):
                        row[j] += factor * values[j]
        for i in range(size):
            for j in range(i):
                curvature[j][i] = curvature[i][j]
        step = _solve(curvature, gradient)
        weights = [w + s for w, s in zip(weights, step, strict=True)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def _solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """The solution of a small system of equations, by elimination with pivoting."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for place in range(size):
        best = max(range(place, size), key=lambda k: abs(rows[k][place]))
        rows[place], rows[best] = rows[best], rows[place]
        for other in range(size):
            if other != place:
                factor = rows[other][place] / rows[place][place]
                rows[other] = [x - factor * y for x, y in zip(rows[other], rows[place], strict=True)]
    return [rows[place][size] / rows[place][place] for place in range(size)]


if __name__ == "__main__":
    learn(Path(sys.argv[1]), Path(__file__).parent)
