"""Bytes become text: UTF-8 first, then what the text itself declares, then what can be detected; every step off UTF-8 is noted."""

import codecs
import re
from typing import NamedTuple

from provenance.errors import InputRefused

_BYTE_ORDER_MARKS = (
    # The marks of UTF-32 begin with those of UTF-16, so they come first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FORMATS = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "an SQLite database",
}
_DECLARED = re.compile(rb"(?:charset|encoding|coding)[ \t]{0,8}[=:][ \t]{0,8}[\"']?([A-Za-z][A-Za-z0-9_.:-]{0,39})")
_DECLARED_WITHIN = 1024
"""Bytes from the start in which a declaration is looked for, as the HTML standard has it."""
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
"""Control characters that no text editor writes: all but tab, line ends, form feed, escape and the C1 next-line."""
_USUAL = (
    "cp1252",
    "cp1251",
    "cp1254",
    "cp1250",
    "cp1256",
    "cp1253",
    "cp1255",
    "cp1257",
    "shift_jis",
    "euc_jp",
    "gb18030",
    "big5",
    "euc_kr",
)
"""Encodings of pages that are not UTF-8, by how often they are met (W3Techs, "Usage statistics of character encodings for websites")."""
_AS_GOOD = 0.05
"""Difference in the detector's measure of mess (0 to 1) up to which two encodings fit as well."""
_MOST_CONTROLS = 0.05
"""The share of them from which on something is no text."""


class Decoded(NamedTuple):
    """A text with what had to be done to read it, one sentence each."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, ref: str = "") -> Decoded:
    """The text that these bytes hold, character for character, line ends included.

    Raises InputRefused for what is no text, or in an encoding that cannot be told.
    """
    for magic, name in _FORMATS.items():
        if data.startswith(magic):
            raise _not_a_text(f"is {name}", ref)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding, ref)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _foreign(data, ref)
    wide = _wide(data)
    if wide:
        return Decoded(data.decode(wide), (f"Read as {wide}: every other byte is zero, though the file does not say so.",))
    if _mostly_controls(text):
        raise _not_a_text("holds more control characters than a text does", ref)
    return Decoded(text, _nul_notes(text))


def _by_mark(data: bytes, encoding: str, ref: str) -> Decoded:
    name = encoding.removesuffix("-sig").upper()
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputRefused(
            f"The file opens with the mark of {name}, but byte {error.start} is not {name}.",
            means="It may be damaged or cut short, so nothing was taken in of it.",
            do="Open it in an editor, save it as UTF-8, and take it in again.",
            detail=str(error),
            ref=ref,
        ) from error
    return Decoded(text, (f"Read as {name}, by the byte order mark at its start, which is not part of the text.", *_nul_notes(text)))


def _foreign(data: bytes, ref: str) -> Decoded:
    """Text that is not UTF-8: by its own declaration, else by detection."""
    if b"\x00" in data:
        raise _not_a_text("is not UTF-8 and holds zero bytes", ref)
    declared = _declared(data)
    if declared:
        text = _clean(data, declared)
        if text is not None:
            return Decoded(text, (f"Not UTF-8: read as {declared}, which the text itself declares.",))
    fitting = _detected(data)
    if not fitting:
        raise InputRefused(
            "The file is not UTF-8, declares no encoding that fits, and none could be detected.",
            means="Reading it anyway would put wrong letters into the text, so nothing was taken in of it.",
            do="Open it in an editor that shows it rightly, save it as UTF-8, and take it in again.",
            ref=ref,
        )
    encoding, text = fitting[0]
    others = [name for name, reading in fitting[1:] if reading != text][:3]
    note = f"Not UTF-8: read as {encoding}, which was detected and may be wrong; check the letters that are not ASCII."
    if others:
        note = f"{note} It could also be {' or '.join(others)}."
    return Decoded(text, (note,))


def _detected(data: bytes) -> list[tuple[str, str]]:
    """Encodings that fit, each with the text that it gives, the most likely first; usual ones go before exotic ones that fit as well."""
    from charset_normalizer import from_bytes  # 10 ms that only foreign encodings cost

    matches = list(from_bytes(data))
    if not matches:
        return []
    least = min(match.chaos for match in matches) + _AS_GOOD
    near = [match for match in matches if match.chaos <= least]
    # The detector keeps one name for several encodings that give the same text.
    usual = [(-match.coherence, _USUAL.index(name), name) for match in near for name in match.could_be_from_charset if name in _USUAL]
    names = [name for _, _, name in sorted(usual)] or [match.encoding for match in near]
    texts = ((name, _clean(data, name)) for name in names)
    return [(name.replace("_", "-"), text) for name, text in texts if text is not None]


def _declared(data: bytes) -> str | None:
    """The encoding that the first lines declare, where Python knows it and it is a text encoding."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if not found:
        return None
    try:
        known = codecs.lookup(found[1].decode("ascii"))
    except LookupError:
        return None
    return known.name


def _clean(data: bytes, encoding: str) -> str | None:
    """The text in this encoding; None where it does not decode, does not come back as the same bytes, or gives control characters."""
    try:
        text = data.decode(encoding)
        same = text.encode(encoding) == data
    except (UnicodeError, LookupError):
        return None
    return text if same and not _CONTROLS.search(text) else None


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: ASCII letters make every other byte zero."""
    if len(data) < 4 or len(data) % 2:
        return None
    head = data[:4096]
    even, odd = head[::2].count(0) / len(head[::2]), head[1::2].count(0) / len(head[1::2])
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    if even > 0.7 and odd < 0.1:
        return "utf-16-be"
    return None


def _mostly_controls(text: str) -> bool:
    head = text[:65_536]
    # A single stray NUL in a line of ten words is a fault in a text, not a sign of a binary file.
    return len(_CONTROLS.findall(head)) > max(2, _MOST_CONTROLS * len(head))


def _nul_notes(text: str) -> tuple[str, ...]:
    """NUL is kept, for the text is kept exactly as it was published, but it is said, for some databases cannot hold it."""
    count = text.count("\x00")
    if not count:
        return ()
    line = text.count("\n", 0, text.index("\x00")) + 1
    return (f"Holds {count} NUL character{'s' if count > 1 else ''}, the first in line {line}; kept as it is.",)


def _not_a_text(what: str, ref: str) -> InputRefused:
    return InputRefused(
        f"The file {what}.",
        means="It is not a text that can be read for claims, so nothing was taken in of it.",
        do="Save the article as plain text (.txt) or Markdown (.md) and take that in.",
        ref=ref,
    )
