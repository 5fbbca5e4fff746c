"""A file becomes documents: each importer opens one kind of container and passes on what the container states.

To add one: a file here with a `read_…` function, and a line in `IMPORTERS`.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from provenance.errors import InputRefused
from provenance.importers.files import cannot_read, check_file, files_of, passed_over, ref_of
from provenance.importers.json_lines import looks_like_json_lines, read_json_lines
from provenance.importers.markdown import read_markdown
from provenance.importers.plain_text import read_plain_text, too_large
from provenance.model.article import Document
from provenance.settings import SIZE_LIMIT_BYTES

STANDARD_INPUT = "-"
"""The input that stands for standard input."""


class Importer(NamedTuple):
    """How one kind of container is read, and the endings by which it is known. Where it `streams`, the size limit is for a line."""

    read: Callable[[BinaryIO, str, int], Iterator[Document | InputRefused]]
    suffixes: tuple[str, ...]
    streams: bool = False


IMPORTERS = {
    "text": Importer(read_plain_text, (".txt", ".text")),
    "markdown": Importer(read_markdown, (".md", ".markdown")),
    "jsonl": Importer(read_json_lines, (".jsonl", ".ndjson"), streams=True),
}
_BY_SUFFIX = {suffix: name for name, importer in IMPORTERS.items() for suffix in importer.suffixes}


def find_inputs(sources: Sequence[str | Path]) -> list[str | InputRefused]:
    """Every single input that these stand for, in their order: files, those below folders, and `-`; what is not there, as a refusal."""
    found: list[str | InputRefused] = []
    for source in sources:
        if str(source) == STANDARD_INPUT:
            found.append(STANDARD_INPUT)
        else:
            found.extend(each if isinstance(each, InputRefused) else str(each) for each in files_of(Path(source), _BY_SUFFIX))
    return found


def endings_left_out(source: str | Path) -> Counter[str]:
    """How many files below a folder are left out because nobody reads their ending, by ending; none for a file."""
    return Counter() if str(source) == STANDARD_INPUT else Counter(passed_over(Path(source), _BY_SUFFIX))


def read_documents(
    source: str | Path, *, limit_bytes: int = SIZE_LIMIT_BYTES, input_format: str | None = None
) -> Iterator[Document | InputRefused]:
    """Every article of one input (a file, a folder or `-`), one by one.

    What cannot be read comes as a refusal, in its place, and is not raised.
    `input_format` is a key of `IMPORTERS` and goes before the file's ending.
    """
    for each in find_inputs([source]):
        if isinstance(each, InputRefused):
            yield each
            continue
        try:
            yield from (
                _standard_input(limit_bytes, input_format) if each == STANDARD_INPUT else _file(Path(each), limit_bytes, input_format)
            )
        except InputRefused as refused:
            yield refused


def _file(path: Path, limit_bytes: int, input_format: str | None) -> Iterator[Document | InputRefused]:
    check_file(path)
    importer = IMPORTERS[input_format or _format_of(path)]
    try:
        if not importer.streams and path.stat().st_size > limit_bytes:
            raise too_large(ref_of(path), limit_bytes)
        with path.open("rb") as raw:
            yield from importer.read(raw, ref_of(path), limit_bytes)
    except OSError as error:
        raise cannot_read(path, error) from error


def _format_of(path: Path) -> str:
    """The importer that a file's ending names; plain text without an ending. Raises InputRefused for an ending that nobody reads."""
    suffix = path.suffix.lower()
    if not suffix:
        return "text"
    if suffix not in _BY_SUFFIX:
        raise InputRefused(
            f"No importer reads files that end in {suffix}.",
            means="Reading one as plain text could put mark-up among the article's words, so nothing was taken in of it.",
            do=f"Save the article as plain text; the endings that are read are {', '.join(sorted(_BY_SUFFIX))}.",
            ref=ref_of(path),
        )
    return _BY_SUFFIX[suffix]


def _standard_input(limit_bytes: int, input_format: str | None) -> Iterator[Document | InputRefused]:
    """JSON Lines where it opens like it, else one plain text."""
    with os.fdopen(0, "rb", closefd=False) as raw:
        name = input_format or ("jsonl" if looks_like_json_lines(raw.peek(64)) else "text")
        yield from IMPORTERS[name].read(raw, STANDARD_INPUT, limit_bytes)
