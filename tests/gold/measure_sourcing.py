"""Score the sourcing types that the tool gives to 400 source mentions of news articles against the labels in `sourcing_types.jsonl`.

Run it to see every figure: `python tests/gold/measure_sourcing.py [--misses] [--labels FILE] [CORPUS.jsonl]`. The labels of
`sourcing_types_check.jsonl` are of 150 other mentions, by which nothing was tuned. The labels hold places and no words;
the articles are those of the PolNeAR training split, which is not part of this repository. `README.md` beside this file has the guideline.

Two figures are kept apart. *As found*: the tool has to find the mention itself, and one that it does not find is wrong.
*Given the span*: the tool is told where the mention stands, and only has to say what kind of source it is, and whom a pronoun goes back to.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from unittest.mock import patch

from provenance.extraction import Reading, read_article, reading
from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.phrase import before, span_of
from provenance.extraction.attribution.scene import Scene
from provenance.extraction.attribution.sentence import drafts_of
from provenance.extraction.attribution.together import Heard
from provenance.model.article import Document
from provenance.model.claim import Attribution
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.registry import Registry

GOLD = Path(__file__).with_name("sourcing_types.jsonl")
CORPUS = Path(__file__).parents[3] / "shared" / "data" / "attribution" / "train.jsonl"
_TYPES = {kind.value: kind for kind in SourcingType}
_COMMON = 10
_RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True)
class Mention:
    """A labelled source mention: the article, the place, the type that a reader gives it, and the others that can be defended."""

    article: str
    source: tuple[Span, ...]
    type: SourcingType
    also: frozenset[SourcingType]


@dataclass(frozen=True)
class Called:
    """What the tool calls a mention: where it found the mention itself, and where it was told the place. None: it says nothing."""

    mention: Mention
    found: SourcingType | None
    given: SourcingType | None


@dataclass(frozen=True)
class Accuracy:
    """Of so many mentions so many are called as labelled, and so many as labelled or as can be defended."""

    of: int
    right: int
    accepted: int

    @property
    def value(self) -> float:
        """The share that is called exactly as labelled, 0..1."""
        return self.right / self.of if self.of else 0.0

    @property
    def lenient(self) -> float:
        """The share that is called as labelled or as can be defended, 0..1."""
        return self.accepted / self.of if self.of else 0.0


def gold(labels: Path = GOLD) -> list[Mention]:
    """The labelled mentions, in the order of the file; its first line tells where they come from."""
    records = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    return [
        Mention(
            article=r["article"],
            source=tuple(Span(*place) for place in r["source"]),
            type=_TYPES[r["type"]],
            also=frozenset(_TYPES[kind] for kind in r["also"]),
        )
        for r in records
        if "article" in r
    ]


def called(name: str) -> str:
    """What the labels call an article: its name in the corpus holds words of its headline."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def documents(corpus: Path, wanted: Sequence[Mention]) -> dict[str, Document]:
    """The articles that the labels speak of, by what the labels call them."""
    names = {m.article for m in wanted}
    with corpus.open(encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if called(row["name"]) in names]
    return {called(row["name"]): Document(ref=row["name"], text=row["text"], published=_day(row.get("published"))) for row in rows}


def call(mentions: Sequence[Mention], articles: Mapping[str, Document], registry: Registry) -> Iterator[Called]:
    """Both answers of the tool for each mention, article by article."""
    by_article: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_article[mention.article].append(mention)
    for name, here in by_article.items():
        read = read_article(articles[name], registry)
        for mention in here:
            best = _nearest(read, mention.source)
            exact = best is not None and best.source == mention.source
            found = best.sourcing_type if best else None
            yield Called(mention, found, found if exact else told(articles[name], registry, mention.source))


def told(document: Document, registry: Registry, source: tuple[Span, ...]) -> SourcingType | None:
    """The type that the tool gives to a source at a place it is told, read in the course of its whole article.

    A mention inside what somebody else says is kept, though no labeller hears it: that it is a source is what the tool is told.
    """
    keeps = Heard.keeps

    def with_mention(scene: Scene) -> list[Draft]:
        drafts = drafts_of(scene)
        if not scene.span.start <= source[0].start < scene.span.end:
            return drafts
        at = sum(bool(d.cue) and d.cue[0].start < source[0].start for d in drafts)
        return [*drafts[:at], Draft("told", cue=source, content=(), source=source, antecedent=_goes_back_to(scene, source)), *drafts[at:]]

    def keeping(heard: Heard, attribution: Attribution) -> bool:
        return attribution.rule.startswith("told") or keeps(heard, attribution)

    with patch.object(reading, "drafts_of", with_mention), patch.object(Heard, "keeps", keeping):
        read = read_article(document, registry)
    return next((a.sourcing_type for a in _attributions(read) if a.rule.startswith("told")), None)


def accuracy(pairs: Sequence[tuple[Mention, SourcingType | None]]) -> Accuracy:
    """How many of the mentions are called right."""
    right = sum(called is m.type for m, called in pairs)
    return Accuracy(len(pairs), right, right + sum(called in m.also for m, called in pairs))


def found(results: Sequence[Called]) -> list[tuple[Mention, SourcingType | None]]:
    """The answers for the mentions as the tool finds them."""
    return [(r.mention, r.found) for r in results]


def given(results: Sequence[Called]) -> list[tuple[Mention, SourcingType | None]]:
    """The answers for the mentions whose place the tool is told."""
    return [(r.mention, r.given) for r in results]


def measure(corpus: Path = CORPUS, labels: Path = GOLD) -> list[Called]:
    """Both answers for all labelled mentions."""
    mentions = gold(labels)
    return list(call(mentions, documents(corpus, mentions), Registry.load()))


def report(results: Sequence[Called]) -> str:
    """Figures for each type and for all, and which types are taken for which others."""
    kinds = [kind for kind in SourcingType if any(r.mention.type is kind for r in results)]
    only_found = [pair for pair in found(results) if pair[1] is not None]
    lines = [
        "                        given the span             as found",
        f"{'type':20}{'n':>4}{'right':>8}{'accepted':>10}{'right':>9}{'accepted':>10}",
    ]
    for kind in kinds:
        of_kind = [r for r in results if r.mention.type is kind]
        lines.append(_row(kind, accuracy(given(of_kind)), accuracy(found(of_kind))))
    lines.append(_row("all", accuracy(given(results)), accuracy(found(results))))
    common = [of_kind for kind in kinds if len(of_kind := [r for r in results if r.mention.type is kind]) >= _COMMON]
    mean = sum(accuracy(given(of_kind)).value for of_kind in common) / len(common)
    share = accuracy(only_found)
    lines += ["", f"mean over the {len(common)} types with {_COMMON} mentions or more, given the span: {mean:.3f}"]
    lines += [f"everything called by the commonest type: {max(map(len, common)) / len(results):.3f}"]
    lines += ["", f"found by the tool: {share.of} of {len(results)}; of these right {share.value:.3f}, accepted {share.lenient:.3f}", ""]
    lines += ["labelled as → called, given the span (without those accepted)"]
    confused = Counter((m.type, called) for m, called in given(results) if called is not m.type and called not in m.also)
    lines += [f"{count:4}  {kind} → {called or 'nothing'}" for (kind, called), count in confused.most_common()]
    return "\n".join(lines)


def _row(name: str, told_where: Accuracy, by_itself: Accuracy) -> str:
    shares = f"{told_where.value:>8.3f}{told_where.lenient:>10.3f}{by_itself.value:>9.3f}{by_itself.lenient:>10.3f}"
    return f"{name:20}{told_where.of:>4}{shares}"


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _attributions(read: Reading) -> Iterator[Attribution]:
    return (a for sentence in read.sentences for a in sentence.attributions)


def _nearest(read: Reading, source: tuple[Span, ...]) -> Attribution | None:
    """The attribution whose source stands exactly there, else the one whose source shares most with it."""
    shared = [(a.source == source, _shared(a.source, source), a) for a in _attributions(read)]
    touching = [hit for hit in shared if hit[1]]
    return max(touching, key=lambda hit: hit[:2])[2] if touching else None


def _shared(some: Sequence[Span], others: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def _goes_back_to(scene: Scene, source: tuple[Span, ...]) -> tuple[Span, ...]:
    """What stands in front of a relative pronoun."""
    if scene.lows(source[0])[-1:] == [] or scene.lows(source[0])[-1] not in _RELATIVE:
        return ()
    holder = next((k for k, start in enumerate(scene.starts) if start >= source[0].start), 0) - 1
    holder -= holder >= 0 and scene.tokens[holder].text == ","
    named = before(scene.tokens, holder, scene.body_start) if holder >= 0 else None
    return span_of(scene.tokens[named[0] : named[1]]) if named else ()


def main() -> None:
    """Print the figures, and with `--misses` each mention that is called wrongly, as its place in the corpus."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path, default=CORPUS)
    options.add_argument("--misses", action="store_true", help="list what is called wrongly although the place is given")
    options.add_argument("--labels", metavar="FILE", type=Path, default=GOLD, help="labels of other mentions of the same corpus")
    chosen = options.parse_args()
    results = measure(chosen.corpus, chosen.labels)
    print(report(results))
    if chosen.misses:
        texts = documents(chosen.corpus, [r.mention for r in results])
        for mention, answer in given(results):
            if answer is not mention.type and answer not in mention.also:
                words = " … ".join(place.within(texts[mention.article].text) for place in mention.source)
                print(f"{mention.type} → {answer}: {texts[mention.article].ref} {mention.source[0].start} “{words}”")


if __name__ == "__main__":
    main()
