"""Plain text: one file is one article, as copied from a browser, page furniture included."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from provenance.errors import InputRefused
from provenance.importers.encoding import Decoded, decode
from provenance.model.article import Document

_PAGE = re.compile(r"\s*(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE)


def read_plain_text(raw: BinaryIO, ref: str, limit_bytes: int) -> Iterator[Document | InputRefused]:
    """The whole input as one article; nothing is stated about it. Raises InputRefused."""
    decoded = whole_text(raw, ref, limit_bytes)
    yield Document(ref=ref, text=decoded.text, notes=decoded.notes)


def whole_text(raw: BinaryIO, ref: str, limit_bytes: int) -> Decoded:
    """Everything that the input holds, as text. Raises InputRefused for what is too large, empty, or no text."""
    data = raw.read(limit_bytes + 1)
    if len(data) > limit_bytes:
        raise too_large(ref, limit_bytes)
    decoded = decode(data, ref)
    if not decoded.text.strip():
        raise InputRefused(
            "The file is empty." if not data else "The file holds white space only.",
            means="There is nothing in it to read for claims.",
            do="Check that the article was saved.",
            ref=ref,
        )
    if _PAGE.match(decoded.text):
        raise InputRefused(
            "The file holds a web page, with its markup.",
            means="Nothing was taken in of it: its tags would be read as the outlet's words.",
            do="Copy the text out of the browser, and save that.",
            ref=ref,
        )
    return decoded


def too_large(ref: str, limit_bytes: int, what: str = "The file") -> InputRefused:
    """The refusal of an input above the limit."""
    return InputRefused(
        f"{what} is larger than {limit_bytes / 1_000_000:g} MB.",
        means="No single article is that long, so it was not read and nothing was taken in of it.",
        do="Put each article into a file of its own, or many of them into one JSON Lines file, one a line.",
        ref=ref,
    )
