"""JSON Lines: one article a line, {"id", "text"} and what else is known; a bad line is refused by its number and the others go on."""

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from provenance.errors import InputRefused
from provenance.importers import stated
from provenance.importers.encoding import decode
from provenance.importers.plain_text import too_large
from provenance.model.article import Document

_OPENS = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\Z)')


def read_json_lines(raw: BinaryIO, ref: str, limit_bytes: int) -> Iterator[Document | InputRefused]:
    """One article after the other, without holding the file; the limit is for a line. A line's ref is its id, else file and line number."""
    number = articles = 0
    while line := raw.readline(limit_bytes + 1):
        number += 1
        place = f"{ref}:{number}"
        if len(line) > limit_bytes:
            yield too_large(place, limit_bytes, f"Line {number}")
            _skip_rest_of_line(raw, line)
        elif line.strip() and line.strip() != b"\xef\xbb\xbf":
            articles += 1
            try:
                yield _article(line, number, place)
            except InputRefused as refused:
                yield refused
    if not articles:
        what = "The file holds empty lines only." if number else "The file is empty."
        yield InputRefused(what, means="There is nothing in it to read for claims.", do="Check that it was saved.", ref=ref)


def looks_like_json_lines(opening: bytes) -> bool:
    """Whether an input opens as a JSON object does; no article begins with a brace and a quotation mark."""
    return _OPENS.match(opening) is not None


def _article(line: bytes, number: int, place: str) -> Document:
    """The article of one line. Raises InputRefused."""
    decoded = decode(line, place)
    try:
        loaded = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        what = (
            f"is not JSON ({error.msg}, column {error.colno})"
            if isinstance(error, json.JSONDecodeError)
            else "is not JSON that can be read"
        )
        raise _refused(place, number, what, str(error)) from error
    if not isinstance(loaded, dict):
        raise _refused(place, number, "is no JSON object")
    if loaded.get("record") == "claim":
        raise InputRefused(
            f"Line {number} is a claim that this program exported, and no article.",
            means="Nothing was taken in of it: read as an article it would count as one more outlet that says so.",
            do="Take in the articles themselves.",
            ref=place,
        )
    text = loaded.pop("text", None)
    if not isinstance(text, str):
        raise _refused(place, number, "has no “text”" if text is None else "has a “text” that is no string")
    if not text.strip():
        raise _refused(place, number, "has a “text” without words")
    given = loaded.pop("id", None)
    ref = str(given).strip() if isinstance(given, str | int) else ""
    for value in (text, ref, *(value for value in loaded.values() if isinstance(value, str))):
        _whole_characters(value, place, number)
    notes = decoded.notes
    if "\x00" in text:
        notes = (*notes, f"Holds {text.count(chr(0))} NUL character(s); kept as it is.")
    return stated.document(ref or place, text, loaded, notes)


def _whole_characters(text: str, place: str, number: int) -> None:
    r"""JSON can spell half of a character (`"\ud83d"` alone), which no text can hold."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise _refused(
            place, number, f"spells half a character (\\u{ord(text[error.start]):04x}) at position {error.start}", str(error)
        ) from error


def _skip_rest_of_line(raw: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = raw.readline(65_536)


def _refused(place: str, number: int, what: str, detail: str = "") -> InputRefused:
    return InputRefused(
        f"Line {number} {what}.",
        means="Nothing was taken in of this line; the others go on.",
        do='Each line has to be an object such as {"id": "a1", "text": "…"}.',
        detail=detail,
        ref=place,
    )
