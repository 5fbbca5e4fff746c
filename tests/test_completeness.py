"""A sourcing type is complete in every place where it has to stand, and whatever is missing is named."""

from pathlib import Path

import pytest

from provenance.cli import filters
from provenance.extraction import read_article
from provenance.model.article import Document
from provenance.model.source import SourcingType
from provenance.registry import Registry
from provenance.scoring import load_method

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests/extraction/sourcing_types"


def missing(kind: SourcingType) -> list[str]:
    """What a sourcing type still lacks, and where to put it."""
    found = []
    if not (kind.definition[0].isupper() and kind.definition.endswith(".")):
        found.append(f"a definition of one sentence in SourcingType.{kind.name}")
    if kind not in load_method().weights.capacity:
        found.append(f"a weight in method.toml, [weights.capacity] {kind.value}")
    if kind.value not in filters.TYPES.split(", "):
        found.append("its name in provenance/cli/filters.py, TYPES")
    if f"`{kind.value}`" not in (ROOT / "README.md").read_text(encoding="utf-8"):
        found.append("its name in the README's table of sourcing types")
    example = EXAMPLES / f"{kind.value}.txt"
    if not example.exists():
        return [*found, f"an example article, {example.relative_to(ROOT)}"]
    read = [claim.sourcing_type.value for claim in claims_of(example)][-1:]
    if read != [kind.value]:
        found.append(f"words in provenance/language/lexicon/: the last sentence of {example.name} is read as {read}")
    return found


def claims_of(example: Path) -> tuple:
    return read_article(Document(ref=example.name, text=example.read_text(encoding="utf-8")), Registry.load()).claims


@pytest.mark.parametrize("kind", SourcingType)
def test_nothing_is_missing_for(kind: SourcingType) -> None:
    assert missing(kind) == []


def test_every_example_belongs_to_a_sourcing_type() -> None:
    assert {path.stem for path in EXAMPLES.iterdir()} == {kind.value for kind in SourcingType}
