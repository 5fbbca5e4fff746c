"""How a name may be spelled: folded character by character for places in a text, and as it is said for looking it up."""

import unicodedata


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
    """The text for comparison, character for character as long as it was, so that offsets hold ("İ".lower() would grow)."""
    return text.translate(_FOLDING)


def spoken(name: str) -> str:
    """A name as it is said: without case, accents, punctuation and a leading "the"."""
    words = "".join(char if char.isalnum() else "" if char in "'." else " " for char in fold(name)).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def as_capital(given: str, written: str) -> bool:
    """Whether every letter that the registry writes as a capital is one in the text; both are equally long."""
    return all(not w.isupper() or g.isupper() for g, w in zip(given, written, strict=True))
