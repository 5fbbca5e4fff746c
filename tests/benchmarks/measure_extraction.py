"""How fast articles are read: the whole of extraction beside splitting sentences alone, in one run, on one core.

`python tests/benchmarks/measure_extraction.py [FILE.jsonl] [--articles N]` reads so many articles of a file, or, without one, of the
reports of `seeds/`; where N is more than there are, over and over, each with a number of its own so that no text is known already.
It prints sentences a second of CPU time, their ratio, and the memory at the end. The first few hundred articles are read more slowly
than those behind them: each word is worked out when it is met for the first time.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from provenance.extraction import read_article
from provenance.importers import read_documents
from provenance.language.sentences import blocks, split
from provenance.model.article import Document
from provenance.registry import Registry

SEEDS = Path(__file__).parents[2] / "seeds" / "reports"
LOADING = (
    "import time; from provenance.extraction.attribution.labelling.labeller import label;"
    "from provenance.extraction.attribution.labelling.words import Words; from provenance.model.text import Span;"
    "imported = time.perf_counter(); label([Words('said', Span(0, 4))]);"
    "print(time.perf_counter() - imported)"
)


def documents(source: Path | None) -> Iterator[Document]:
    """The articles of a file, else the seed reports; once all were read, over and over, each a text of its own."""
    if source is None:
        read = [each for each in read_documents(SEEDS) if isinstance(each, Document)]
    else:
        with source.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        read = [Document(ref=str(row.get("id") or row.get("name")), text=row["text"]) for row in rows]
    yield from read
    for number, each in enumerate(cycle(read), len(read)):
        yield each.model_copy(update={"ref": str(number), "text": f"{each.text}\n\nThis is copy {number} of the report."})


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="Measure the speed of extraction.")
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=200)
    options = parser.parse_args()
    registry = Registry.load()
    read_article(next(documents(options.source)), registry)  # what is read once is read before
    split_time = extraction_time = 0.0
    split_sentences = sentences = articles = 0
    for document in islice(documents(options.source), options.articles):
        began = time.process_time()
        split_sentences += sum(len(split(document.text, block)) for block in blocks(document.text))
        between = time.process_time()
        sentences += len(read_article(document, registry).sentences)
        extraction_time += time.process_time() - between
        split_time += between - began
        articles += 1
    alone, whole = split_sentences / split_time, sentences / extraction_time
    loading = float(subprocess.run([sys.executable, "-c", LOADING], capture_output=True, text=True, check=True).stdout)
    print(f"articles {articles}, sentences {sentences}")
    print(f"splitting alone: {alone:,.0f} sentences a second of CPU time")
    print(f"the whole of extraction: {whole:,.0f} sentences a second; splitting is {alone / whole:.1f} times as fast")
    print(f"memory at the most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    print(f"the labeller's model opens and labels its first word in {loading:.3f} s")


if __name__ == "__main__":
    main()
