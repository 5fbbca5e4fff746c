"""What a container states about its article beside the text: outlet, title, byline, address and day of publication."""

from collections.abc import Mapping
from datetime import date, datetime

from provenance.model.article import Document, TextStatus

_KEYS = {
    "outlet": "outlet",
    "title": "title",
    "byline": "byline",
    "author": "byline",
    "url": "url",
    "published": "published",
    "date": "published",
    "text_status": "text_status",
}
"""Every key that is understood, and what it fills. The first of two that fill the same thing wins.

`restates` fills nothing: it names the original of a restated text, and becomes a note.
"""


def document(ref: str, text: str, fields: Mapping[str, object], notes: tuple[str, ...] = ()) -> Document:
    """The article with what its container states; a key or value that is not understood is left out with a note, never guessed at."""
    stated: dict[str, object] = {}
    said = list(notes)
    unknown = []
    for key, value in fields.items():
        meaning = _KEYS.get(key.strip().lower())
        if key.strip().lower() == "restates" and (original := _words(value)):
            said.append(f"Restates {original}.")
        elif meaning is None:
            unknown.append(key)
        elif value not in (None, "", []) and stated.get(meaning) is None:
            stated[meaning] = _read(meaning, key, value, said)
    if unknown:
        said.append(f"Not used: {', '.join(sorted(unknown))}.")
    return Document.model_validate({"ref": ref, "text": text, "notes": tuple(said), **{k: v for k, v in stated.items() if v is not None}})


def _read(meaning: str, key: str, value: object, notes: list[str]) -> object:
    words = _words(value)
    if words is None:
        notes.append(f"“{key}” is not a word or a line of text, and was left out.")
        return None
    if meaning == "published":
        day = iso_date(words)
        if day is None:
            notes.append(f"“{key}: {words[:80]}” is not a date such as 2023-05-20, and was left out.")
        return day
    if meaning == "text_status":
        try:
            return TextStatus(words.lower().replace(" ", "_"))
        except ValueError:
            notes.append(f"“{words[:80]}” is not a text status (restated, translated, as_published), and was left out.")
            return None
    return words


def _words(value: object) -> str | None:
    """A line of text from what a container holds: a string, a number, or several of them (as in a list of authors)."""
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return ", ".join(part.strip() for part in value)
    return None


def iso_date(words: str) -> date | None:
    """The day of an ISO 8601 date, or of a date with time, as its own place counts days; None for anything else."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(words).date()
    except ValueError:
        return None
