"""Words and thresholds by which origins are told apart and differences named, as they stand in `origins.toml`."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def origin_words() -> dict[str, Any]:
    """The whole file, as read."""
    return tomllib.loads((Path(__file__).parent / "origins.toml").read_text(encoding="utf-8"))


@cache
def limit(name: str) -> float:
    """A figure under `[limits]`."""
    return float(origin_words()["limits"][name])


@cache
def listed(name: str) -> frozenset[str]:
    """A word list under `[words]`."""
    return frozenset(origin_words()["words"][name])
