"""The lexicon: words of attribution and of sourcing, read once from the TOML files beside this module."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from provenance.language.lexicon.forms import verb_forms


@cache
def read_lexicon(name: str) -> dict[str, Any]:
    """The tables of `<name>.toml`, as written."""
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


@cache
def phrases(*path: str) -> tuple[str, ...]:
    """The list that stands under this path in `en.toml`, in its order."""
    table: Any = read_lexicon("en")
    for key in path:
        table = table[key]
    return tuple(table)


@cache
def words(*path: str) -> frozenset[str]:
    """The list under this path in `en.toml`, as a set."""
    return frozenset(phrases(*path))


@cache
def roles(kind: str) -> tuple[str, ...]:
    """The list of this name in `roles.toml`, in its order."""
    return tuple(read_lexicon("roles")[kind])


@cache
def nouns(kind: str) -> frozenset[str]:
    """The list of this name in `sources.toml`, as a set: what the noun at the head of a naming phrase stands for."""
    return frozenset(read_lexicon("sources")[kind])


@cache
def noun_endings(kind: str) -> tuple[str, ...]:
    """The list of endings of this name in `sources.toml`."""
    return tuple(read_lexicon("sources")[kind])


@cache
def cue_forms(kind: str) -> dict[tuple[str, ...], str]:
    """Every form of the cue verbs of a kind, as words in lower case, with its lemma: `("calls", "on")` is `call on`."""
    irregular: dict[str, list[str]] = read_lexicon("en")["irregular"]
    forms: dict[tuple[str, ...], str] = {}
    for lemma in phrases("cues", kind):
        verb, *particle = lemma.split()
        for form in (verb, *(irregular.get(verb) or verb_forms(verb))):
            forms[(form, *particle)] = lemma
    return forms


@cache
def states_by_name() -> dict[str, str]:
    """Names that stand for a state as a body, its seat of government included, in lower case, with the state's short name."""
    return {name.lower(): row["name"] for row in _countries() for name in (row["name"], *row.get("also", ()), *row["seats"])}


@cache
def states_by_demonym() -> dict[str, str]:
    """Words for a state's people and things, in lower case, with the state's short name."""
    return {word.lower(): row["name"] for row in _countries() for word in row["people"]}


def _countries() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = read_lexicon("countries")["country"]
    return rows
