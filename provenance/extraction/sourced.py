"""What a naming phrase tells of a source: its sourcing type, the key under which its claims are counted, its name and its side."""

import re
from dataclasses import dataclass
from functools import lru_cache

from provenance.language.names import fold
from provenance.model.source import SourcingType

_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_KEY = 8  # words of a description that tell one unnamed source from another


@dataclass(frozen=True, slots=True)
class Sourced:
    """What a naming phrase tells: the type, the origin's key before any relay is known, its name and its side."""

    sourcing_type: SourcingType
    key: str | None
    name: str
    side: str | None = None
    named: bool = True
    """Whether the words hold a name; "the ministry" and "police" do not, and mean another body in every article."""


@lru_cache(maxsize=16384)
def slug(name: str) -> str:
    """A key from a name: lower case, plain letters, words joined with hyphens."""
    return _SLUG.sub("-", fold(name).replace("'", "")).strip("-")


def unnamed_key(bare: list[str]) -> str:
    """The key of somebody who is not named, from the first words that describe them."""
    return f"unnamed-{slug(' '.join(bare[:_LONGEST_KEY]))}"
