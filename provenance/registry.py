"""The registry of outlets and agencies: who publishes under which names and addresses, and where a text mentions them."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick
from pydantic import ValidationError

from provenance.errors import RegistryError
from provenance.model.source import Outlet
from provenance.model.text import Span
from provenance.settings import seeds_folder

_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}")
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@\s]*@)?([^/:?#\s]+)|([^/:?#\s@]+)(?:[/:?#]|$)", re.IGNORECASE)
_WORD_BEFORE = re.compile(r"([^\W\d_]+)\W{0,3}$")
_WORD_AFTER = re.compile(r"(?:['’]s)?[ \u00a0]([^\W\d_]+)")


class Wording(NamedTuple):
    """How an ambiguous name is recognised in running text, folded; see `[in_text]` in `seeds/outlets.toml`."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_outlets: tuple[str, ...] = ()


@dataclass(frozen=True)
class Registry:
    """The outlets and agencies that we know; built once, then only looked up.

    `ambiguous` holds names that are also common words or other people's acronyms ("Dawn", "AP"), folded: in running text
    they count only where the words around them speak of an outlet.
    """

    outlets: tuple[Outlet, ...]
    ambiguous: frozenset[str] = frozenset()
    wording: Wording = field(default_factory=Wording)

    @classmethod
    def load(cls, *extra: Path) -> "Registry":
        """The registry of `seeds/outlets.toml`, then that of each extra file, whose tables add outlets or replace fields of known ones.

        Raises RegistryError, naming the file and the entry, where a file cannot be read or says something that cannot be.
        """
        paths = (seeds_folder() / "outlets.toml", *extra)
        return _load(tuple((path, _modified(path)) for path in paths))

    def by_key(self, key: str) -> Outlet | None:
        """The outlet with this key."""
        return self._keys.get(key)

    def find(self, name: str) -> Outlet | None:
        """The outlet with this key, name, alias, domain or web address; case, punctuation and a leading "the" do not matter."""
        return self._keys.get(name) or self._by_domain(name) or self._names.get(spoken(name))

    def mentions(self, text: str, span: Span | None = None) -> list[tuple[Span, Outlet]]:
        """Where the text, or the part of it inside `span`, names an outlet: whole words, the longest name that fits, in order.

        A letter that the registry writes as a capital must be one in the text too, so "SANA" is never a Sana and "The National" never
        "the national"; capitals throughout ("NORTH PRESS") are always right. Hyphens, accents and kinds of space do not matter.
        """
        place = span or Span(0, len(text))
        hits = self._automaton.find_matches_as_indexes(fold(place.within(text)), overlapping=True)
        fitting = [(Span(place.start + start, place.start + end), self._patterns[index]) for index, start, end in hits]
        found: list[tuple[Span, Outlet]] = []
        last = place.start
        for here, pattern in sorted(fitting, key=lambda hit: (hit[0].start, -hit[0].end)):
            if here.start < last or not _stands_alone(text, here) or not _as_capital(here.within(text), pattern.written):
                continue
            if pattern.folded in self.ambiguous and not _speaks_of_an_outlet(text, here, self.wording):
                continue
            last = here.end
            if pattern.outlet is not None:
                found.append((here, pattern.outlet))
        return found

    def __getstate__(self) -> dict[str, Any]:
        """What goes to another process: the entries; the look-up structures are built there anew."""
        return {"outlets": self.outlets, "ambiguous": self.ambiguous, "wording": self.wording}

    @cached_property
    def _keys(self) -> dict[str, Outlet]:
        return {outlet.key: outlet for outlet in self.outlets}

    @cached_property
    def _names(self) -> dict[str, Outlet]:
        return {spoken(name): outlet for outlet in self.outlets for name in names_of(outlet)}

    @cached_property
    def _domains(self) -> dict[str, Outlet]:
        return {domain: outlet for outlet in self.outlets for domain in outlet.domains}

    def _by_domain(self, address: str) -> Outlet | None:
        found = _ADDRESS.match(address.strip())
        if found is None:
            return None
        labels = (found.group(1) or found.group(2)).lower().strip(".").split(".")
        parents = (".".join(labels[n:]) for n in range(len(labels) - 1))
        return next((self._domains[parent] for parent in parents if parent in self._domains), None)

    @cached_property
    def _patterns(self) -> tuple["_Pattern", ...]:
        written = {(name, outlet.key): _Pattern(name, fold(name), outlet) for outlet in self.outlets for name in names_of(outlet)}
        return (*written.values(), *(_Pattern(name, fold(name), None) for name in self.wording.not_outlets))

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick([pattern.folded for pattern in self._patterns])


class _Pattern(NamedTuple):
    """A name as the registry writes it, and whom it names; None for a longer name that only looks like an outlet's."""

    written: str
    folded: str
    outlet: Outlet | None


class _Folding(dict[int, str]):
    """Maps every character to exactly one: lower case, no accent, one kind of space, hyphen as space, one kind of apostrophe."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char.isspace() or unicodedata.category(char) == "Pd":
            folded = " "
        elif char in "’‘ʼʻ`´":
            folded = "'"
        else:
            base = unicodedata.normalize("NFD", char)[0]
            folded = base.lower() if len(base.lower()) == 1 else base
        self[code] = folded
        return folded


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The text for comparison, character for character as long as it was, so that offsets hold."""
    return text.translate(_FOLDING)


def spoken(name: str) -> str:
    """A name as it is said: without case, accents, punctuation and a leading "the"."""
    words = "".join(char if char.isalnum() else "" if char in "'." else " " for char in fold(name)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def names_of(outlet: Outlet) -> tuple[str, ...]:
    """The outlet's name and its other names."""
    return (outlet.name, *outlet.aliases)


def _stands_alone(text: str, here: Span) -> bool:
    before = text[here.start - 1] if here.start else " "
    after = text[here.end] if here.end < len(text) else " "
    return not (before.isalnum() or before in "@#_" or after.isalnum() or after == "_")


def _as_capital(given: str, written: str) -> bool:
    return all(not w.isupper() or g.isupper() for g, w in zip(given, written, strict=True))


def _speaks_of_an_outlet(text: str, here: Span, wording: Wording) -> bool:
    """Whether the words around an ambiguous name, or its place, show that it is an outlet's."""
    line_start = text.rfind("\n", 0, here.start) + 1
    line_end = text.find("\n", here.end)
    before, after = text[line_start : here.start], text[here.end : len(text) if line_end < 0 else line_end]
    next_word = _WORD_AFTER.match(after[:40])
    if next_word and fold(next_word.group(1)) in wording.after:
        return True
    if next_word and next_word.group(1)[0].isupper():
        return False
    if not before.strip() and not after.strip(" \u00a0.:|-–—"):
        return True
    if before.endswith(("(", "/")) and after.startswith((")", "/", ",")):
        return True
    named_with_article = here.within(text).startswith("The ") and before.rstrip(" \u00a0")[-1:].isalnum()
    nearest = before.removesuffix("the ").removesuffix("The ")
    last_word = _WORD_BEFORE.search(nearest[-40:])
    return named_with_article or bool(last_word and fold(last_word.group(1)) in wording.before)


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise _refused(path, f"It cannot be read ({error.strerror}).", do="Check the path and the permissions.") from error


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, int], ...]) -> Registry:
    tables: dict[str, dict[str, Any]] = {}
    said_in: dict[str, Path] = {}
    words: dict[str, list[str]] = {"before": [], "after": [], "not_outlets": []}
    for path, _ in files:
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
    return Registry(outlets, ambiguous, wording)


def _read(path: Path) -> dict[str, Any]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _refused(path, f"It is not a TOML file that can be read: {error}.", do="Mend the line that is named.") from error
    unknown = [f"[{name}]" for name in content if name not in ("outlet", "in_text")]
    unknown += [f"in_text.{kind}" for kind in content.get("in_text", {}) if kind not in Wording._fields]
    if unknown:
        raise _refused(path, f"{unknown[0]} is not known here.", do="An outlet is a table [outlet.its-key].")
    for key, table in content.get("outlet", {}).items():
        if not isinstance(table, dict):
            raise _refused(path, f"outlet.{key} is no table.", do=f"Write [outlet.{key}] and its fields below.")
    return content


def _take_ambiguous(path: Path, key: str, table: dict[str, Any]) -> list[str]:
    """Take the ambiguous names out of an outlet's table, leaving them among its aliases."""
    ambiguous, aliases = table.pop("ambiguous", []), table.get("aliases", [])
    if not isinstance(aliases, list) or not isinstance(ambiguous, list) or not all(isinstance(name, str) for name in ambiguous):
        raise _refused(path, f"[outlet.{key}] aliases and ambiguous are lists of names.", do='Write ["One", "Another"].')
    table["aliases"] = aliases + [name for name in ambiguous if name not in (table.get("name"), *aliases)]
    return ambiguous


def _outlet(path: Path, key: str, table: dict[str, Any]) -> Outlet:
    if not _KEY.fullmatch(key):
        raise _refused(path, f"[outlet.{key}] is no key.", do="Write it in small letters, digits and single hyphens.")
    try:
        outlet = Outlet.model_validate({**table, "key": key})
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise _refused(path, f"[outlet.{key}] {where}: {first['msg']}.", do="Mend that field.", detail=str(error)) from error
    bad = [f"the name {name!r} has no letters" for name in names_of(outlet) if not spoken(name)]
    bad += [f"{domain!r} is no domain in small letters" for domain in outlet.domains if not _DOMAIN.fullmatch(domain)]
    if bad:
        raise _refused(path, f"[outlet.{key}] {bad[0]}.", do="Mend that field.")
    return outlet


def _refuse_shared_names(outlets: tuple[Outlet, ...], said_in: dict[str, Path]) -> None:
    owner: dict[str, str] = {}
    for outlet in outlets:
        for name in dict.fromkeys([*map(spoken, names_of(outlet)), *outlet.domains]):
            other = owner.setdefault(name, outlet.key)
            if other != outlet.key:
                what = f"{name!r} is claimed by [outlet.{other}] and by [outlet.{outlet.key}]."
                raise _refused(said_in[outlet.key], what, do="Take it away from one of them.")


def _refused(path: Path, what: str, *, do: str, detail: str = "") -> RegistryError:
    return RegistryError(f"The outlets file {path} cannot be used.", means=what, do=do, detail=detail)
