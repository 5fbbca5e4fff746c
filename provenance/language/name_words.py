"""Words that stand in, before and behind names: titles, particles, countries with their people and seats of government."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from provenance.language.transliteration import fold


@cache
def name_lexicon() -> dict[str, Any]:
    """The lists of words by which names are told from what stands around them, folded."""
    raw = tomllib.loads((Path(__file__).parent / "lexicon" / "names.toml").read_text(encoding="utf-8"))
    lists = (
        "titles",
        "particles",
        "generic",
        "openers",
        "of_heads",
        "opening_nouns",
        "portfolios",
        "held_of",
        "adjective_endings",
        "days_and_months",
        "short_months",
        "inner_possessives",
        "place_words",
        "formerly",
    )
    return {key: frozenset(raw[key]) for key in lists}


def place_words() -> frozenset[str]:
    """Words before `of` that say that the name behind them is a place: `the village of`."""
    words: frozenset[str] = name_lexicon()["place_words"]
    return words


@cache
def countries() -> dict[str, str]:
    """Folded country names, words for their people and seats of government, each to the country's English short name."""
    raw = tomllib.loads((Path(__file__).parent / "lexicon" / "countries.toml").read_text(encoding="utf-8"))
    return {
        fold(word): row["name"] for row in raw["country"] for word in (row["name"], *row.get("also", ()), *row["people"], *row["seats"])
    }


@cache
def seats() -> frozenset[str]:
    """Folded names of cities and houses that stand for a government: Ankara, the Kremlin."""
    raw = tomllib.loads((Path(__file__).parent / "lexicon" / "countries.toml").read_text(encoding="utf-8"))
    return frozenset(fold(seat) for row in raw["country"] for seat in row["seats"])


@cache
def peoples() -> frozenset[str]:
    """Folded words for people and things of a country: Turkish, Syrians."""
    raw = tomllib.loads((Path(__file__).parent / "lexicon" / "countries.toml").read_text(encoding="utf-8"))
    return frozenset(fold(word) for row in raw["country"] for word in row["people"])
