"""Outlets files are read and checked here: TOML tables become outlets, or a message that names the entry."""

import re
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from provenance.errors import RegistryError
from provenance.model.source import Outlet
from provenance.registry.spelling import fold, spoken
from provenance.registry.surroundings import Wording

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
Table = dict[str, Any]


class Entries(NamedTuple):
    """What one or more outlets files say together."""

    outlets: tuple[Outlet, ...]
    ambiguous: frozenset[str]
    wording: Wording


def read_entries(paths: tuple[Path, ...]) -> Entries:
    """All outlets of these files; a later file adds outlets, or replaces the fields that it gives of known ones.

    Raises RegistryError, naming the file and the entry, for what cannot be read or cannot be.
    """
    tables: dict[str, Table] = {}
    said_in: dict[str, Path] = {}
    words: dict[str, list[str]] = {kind: [] for kind in Wording._fields}
    for path in paths:
        content = _read(path)
        for key, table in content.get("outlet", {}).items():
            tables[key] = tables.get(key, {}) | table
            said_in[key] = path
        for kind, more in content.get("in_text", {}).items():
            words[kind] += more
    ambiguous = frozenset(fold(name) for key, table in tables.items() for name in _take_ambiguous(said_in[key], key, table))
    outlets = tuple(_outlet(said_in[key], key, table) for key, table in tables.items())
    _refuse_shared_names(outlets, said_in)
    wording = Wording(frozenset(map(fold, words["before"])), frozenset(map(fold, words["after"])), tuple(words["not_outlets"]))
    return Entries(outlets, ambiguous, wording)


def names_of(outlet: Outlet) -> tuple[str, ...]:
    """The outlet's name and its other names."""
    return (outlet.name, *outlet.aliases)


def refused(path: Path, what: str, *, do: str, detail: str = "") -> RegistryError:
    """The refusal of an outlets file, for people to read."""
    return RegistryError(f"The outlets file {path} cannot be used.", means=what, do=do, detail=detail)


def _read(path: Path) -> Table:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise refused(path, f"It is not a TOML file that can be read: {error}.", do="Mend what is named.") from error
    for part, held in content.items():
        if part not in ("outlet", "in_text") or not isinstance(held, dict):
            raise refused(path, f"[{part}] is not known here.", do="An outlet is a table [outlet.its-key].")
    for key, table in content.get("outlet", {}).items():
        if not isinstance(table, dict):
            raise refused(path, f"outlet.{key} is no table.", do=f"Write [outlet.{key}] and its fields below.")
    for kind, words in content.get("in_text", {}).items():
        if kind not in Wording._fields or not _are_words(words):
            raise refused(path, f"in_text.{kind} is not known here, or is no list of words.", do=f"Known are {', '.join(Wording._fields)}.")
    return content


def _take_ambiguous(path: Path, key: str, table: Table) -> list[str]:
    """Take the ambiguous names out of an outlet's table, leaving them among its aliases."""
    ambiguous, aliases = table.pop("ambiguous", []), table.get("aliases", [])
    if not _are_words(aliases) or not _are_words(ambiguous):
        raise refused(path, f"[outlet.{key}] aliases and ambiguous are lists of names.", do='Write ["One", "Another"].')
    table["aliases"] = aliases + [name for name in ambiguous if name not in (table.get("name"), *aliases)]
    return list(ambiguous)


def _are_words(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) and fold(word).strip() for word in value)


def _outlet(path: Path, key: str, table: Table) -> Outlet:
    if not _KEY.fullmatch(key):
        raise refused(path, f"[outlet.{key}] is no key.", do="Write it in small letters, digits and single hyphens.")
    try:
        outlet = Outlet.model_validate({**table, "key": key})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise refused(path, f"[outlet.{key}] {where}: {first['msg']}.", do="Mend that field.", detail=str(error)) from error
    bad = [f"the name {name!r} has no letters" for name in names_of(outlet) if not spoken(name)]
    bad += [f"{domain!r} is no domain in small letters" for domain in outlet.domains if not _DOMAIN.fullmatch(domain)]
    if bad:
        raise refused(path, f"[outlet.{key}] {bad[0]}.", do="Mend that field.")
    return outlet


def _refuse_shared_names(outlets: tuple[Outlet, ...], said_in: dict[str, Path]) -> None:
    owner: dict[str, str] = {}
    for outlet in outlets:
        for name in dict.fromkeys([*map(spoken, names_of(outlet)), *outlet.domains]):
            other = owner.setdefault(name, outlet.key)
            if other != outlet.key:
                what = f"{name!r} is claimed by [outlet.{other}] and by [outlet.{outlet.key}]."
                raise refused(said_in[outlet.key], what, do="Take it away from one of them.")
