"""Whom to believe where sources conflict: how often the estimate is right, beside the majority, and how much each of its figures decides.

python tests/benchmarks/measure_inference.py                       # made-up claims, with much copying, some and none
python tests/benchmarks/measure_inference.py CLAIMS.jsonl TRUTH.json   # also claims of {"source", "object", "value"} and their true values
python tests/benchmarks/measure_inference.py --robustness [FILES]  # each figure halved and doubled, as far as it may be
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from pydantic import ValidationError

from provenance.scoring.inference import Rules
from provenance.scoring.inference.rules import packaged_rules

sys.path.insert(0, str(Path(__file__).parents[1] / "scoring" / "inference"))
from copied import heavy_copying, shares_right

SEEDS = range(1, 7)


class Told(NamedTuple):
    """Claims under a name, with the true value of the objects where it is known."""

    name: str
    sets: list[tuple[list[tuple[str, str, str]], dict[str, str]]]

    def right(self, rules: Rules) -> tuple[float, float]:
        """The shares of right answers of the estimate and of the majority, over all sets."""
        both = [shares_right(triples, truth, rules) for triples, truth in self.sets]
        return fmean(estimate for estimate, _ in both), fmean(majority for _, majority in both)


def made_up() -> Iterator[Told]:
    """Sets of a hundred objects whose copiers take over so much."""
    for words, copied in (("much copying", 0.9), ("some copying", 0.7), ("no copying", 0.0)):
        yield Told(words, [heavy_copying(seed, copied=copied) for seed in SEEDS])


def given(claims: Path, truth: Path) -> Told:
    """Claims from files; of what a source says twice of one object, the first counts."""
    said: dict[tuple[str, str], str] = {}
    for line in claims.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        said.setdefault((row["source"], row["object"]), row["value"])
    triples = [(source, name, value) for (source, name), value in said.items()]
    told = {name for _, name, _ in triples}
    known = json.loads(truth.read_text(encoding="utf-8"))
    return Told(claims.name, [(triples, {name: value for name, value in known.items() if name in told})])


def changed(rules: Rules) -> Iterator[tuple[str, Rules]]:
    """The figures with one of them halved or doubled, where it may be that."""
    for table, figures in rules.model_dump().items():
        for key, figure in figures.items():
            for times in (0.5, 2):
                value = type(figure)(figure * times)
                try:
                    yield f"{table}.{key} = {value:g}", rules.but(**{f"{table}__{key}": value})
                except ValidationError:
                    continue


def main() -> None:
    """Print the shares of right answers."""
    options = argparse.ArgumentParser(description="How often the estimate is right, beside the majority.")
    options.add_argument("files", nargs="*", type=Path, metavar="FILE", help="claims as JSON Lines, and true values as JSON")
    options.add_argument("--robustness", action="store_true", help="with each figure halved and doubled")
    chosen = options.parse_args()
    if len(chosen.files) not in (0, 2):
        options.error("give a file of claims and a file of true values, or none")
    everything = [*made_up(), *([given(*chosen.files)] if chosen.files else [])]
    rules = packaged_rules()
    print(f"{'':<34}" + "".join(f"{told.name:>18}" for told in everything))
    print(f"{'the majority, ties shared':<34}" + "".join(f"{told.right(rules)[1]:>18.3f}" for told in everything))
    print(f"{'the estimate':<34}" + "".join(f"{told.right(rules)[0]:>18.3f}" for told in everything))
    for name, other in changed(rules) if chosen.robustness else ():
        print(f"{name:<34}" + "".join(f"{told.right(other)[0]:>18.3f}" for told in everything), flush=True)


if __name__ == "__main__":
    main()
