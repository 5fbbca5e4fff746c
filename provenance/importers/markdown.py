"""Markdown with YAML front matter between two lines of three dashes; the text is what follows, exactly."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from provenance.errors import InputRefused
from provenance.importers import stated
from provenance.importers.plain_text import whole_text
from provenance.model.article import Document

_OPENS = re.compile(r"---[ \t]*\r?\n")
_CLOSES = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_LONGEST = 20_000
"""Characters of front matter beyond which three dashes at the top are a ruled line and no front matter."""


def read_markdown(raw: BinaryIO, ref: str, limit_bytes: int) -> Iterator[Document | InputRefused]:
    """One article with what its front matter states; without front matter the whole file is text. Raises InputRefused."""
    decoded = whole_text(raw, ref, limit_bytes)
    matter, text = _split(decoded.text)
    if not text.strip():
        raise InputRefused(
            "There is front matter, but no text below it.",
            means="There is nothing in it to read for claims.",
            do="Put the article's text below the second line of three dashes.",
            ref=ref,
        )
    yield stated.document(ref, text, _fields(matter, ref), decoded.notes)


def _split(text: str) -> tuple[str, str]:
    """Front matter (empty where there is none) and the text below it, without the empty lines between the two."""
    opening = _OPENS.match(text)
    closing = _CLOSES.search(text, opening.end(), opening.end() + _LONGEST) if opening else None
    if not opening or not closing:
        return "", text
    return text[opening.end() : closing.start()], text[closing.end() :].lstrip("\r\n")


def _fields(matter: str, ref: str) -> dict[str, object]:
    """Keys and values of the front matter, all values as written: a title `No` stays a word, `2023-05-20` stays as it stands."""
    if not matter.strip():
        return {}
    import yaml  # 20 ms that only Markdown costs

    try:
        loaded = yaml.BaseLoader(matter).get_single_data()
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 2}" if mark else ""
        raise InputRefused(
            f"The front matter between the lines of three dashes cannot be read{where}.",
            means="What it states about the article would be lost, so nothing was taken in.",
            do="Write one “key: value” a line, and put values that hold a colon into quotation marks.",
            detail=str(error),
            ref=ref,
        ) from error
    if not isinstance(loaded, dict):
        raise InputRefused(
            "What stands between the two lines of three dashes is not “key: value” lines.",
            means="It cannot be told whether it belongs to the text, so nothing was taken in.",
            do="Put an empty line at the top if it is text, or write it as “key: value” lines.",
            ref=ref,
        )
    fields = {str(key): value for key, value in loaded.items()}
    if "text" in fields:  # `text: restated` says how the text relates to what was printed
        fields["text_status"] = fields.pop("text")
    return fields
