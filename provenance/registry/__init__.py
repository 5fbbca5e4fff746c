"""The registry of outlets and agencies: who publishes under which names and addresses, and where a text mentions them."""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ahocorasick_rs import AhoCorasick

from provenance.model.source import Outlet
from provenance.model.text import Span
from provenance.registry.entries import names_of, read_entries, refused
from provenance.registry.spelling import as_capital, fold, spoken
from provenance.registry.surroundings import Wording, speaks_of_an_outlet, stands_alone, stands_for_another
from provenance.settings import seeds_folder

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//(?:[^/@\s]*@)?([^/:?#\s]+)|([^/:?#\s@]+)(?:[/:?#]|$)", re.IGNORECASE)


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
            if here.start < last or not stands_alone(text, here) or not as_capital(here.within(text), pattern.written):
                continue
            if pattern.folded in self.ambiguous and not speaks_of_an_outlet(text, here, self.wording):
                continue
            if pattern.outlet is not None and pattern.is_acronym and stands_for_another(text, pattern.written, pattern.outlet_names):
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
        labels = (found.group(1) or found.group(2)).lower().strip(".").split(".")[-8:]
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

    @property
    def is_acronym(self) -> bool:
        return self.written.isupper() and self.written.isalpha()

    @property
    def outlet_names(self) -> frozenset[str]:
        return frozenset(map(spoken, names_of(self.outlet))) if self.outlet else frozenset()


def _modified(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise refused(path, f"It cannot be read ({error.strerror}).", do="Check the path and the permissions.") from error


@lru_cache(maxsize=8)
def _load(files: tuple[tuple[Path, int], ...]) -> Registry:
    return Registry(*read_entries(tuple(path for path, _ in files)))
