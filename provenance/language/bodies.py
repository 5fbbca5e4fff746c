"""Bodies that go by several names: the short form, the full name, and what reports call them."""

from functools import cache

from provenance.language.lexicon import read_lexicon
from provenance.language.transliteration import fold

_WRITTEN_OUT = (("united", "nations"), "un")


def known_body(name: str) -> str | None:
    """The short form of a body known under this name; None for any other.

    Spelling, articles and dots do not matter: `the U.N. refugee agency` is the `UNHCR`.
    """
    return _bodies().get(_key(name))


@cache
def _bodies() -> dict[tuple[str, ...], str]:
    return {_key(name): names[0] for names in read_lexicon("bodies")["known"] for name in names}


def _key(name: str) -> tuple[str, ...]:
    table = read_lexicon("bodies")
    words = [table["spelt"].get(word, word) for word in fold(name.replace(".", "")).split() if word not in table["idle"]]
    out, short = _WRITTEN_OUT
    places = [at for at in range(len(words) - 1) if (words[at], words[at + 1]) == out]
    for at in reversed(places):
        words[at : at + 2] = [short]
    return tuple(words)
