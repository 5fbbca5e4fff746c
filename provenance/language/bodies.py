"""Bodies that go by several names: the short form, the full name, and what reports call them."""

import tomllib
from functools import cache
from pathlib import Path

from provenance.language.transliteration import fold

_SPELT = {"organisation": "organization", "programme": "program", "centre": "center", "labour": "labor", "defence": "defense"}
_IDLE = frozenset({"the", "of", "for", "and", "a"})
_WRITTEN_OUT = (("united", "nations"), "un")


def known_body(name: str) -> str | None:
    """The short form of a body known under this name; None for any other.

    Spelling, articles and dots do not matter: `the U.N. refugee agency` is the `UNHCR`.
    """
    return _bodies().get(_key(name))


@cache
def _bodies() -> dict[tuple[str, ...], str]:
    written = tomllib.loads((Path(__file__).parent / "lexicon" / "bodies.toml").read_text(encoding="utf-8"))
    return {_key(name): names[0] for names in written["known"] for name in names}


def _key(name: str) -> tuple[str, ...]:
    words = [_SPELT.get(word, word) for word in fold(name.replace(".", "")).split() if word not in _IDLE]
    out, short = _WRITTEN_OUT
    places = [at for at in range(len(words) - 1) if (words[at], words[at + 1]) == out]
    for at in reversed(places):
        words[at : at + 2] = [short]
    return tuple(words)
