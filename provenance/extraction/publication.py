"""When an article can have been published: a stated date, else bounds from what the text refers to, each with its basis.

What is stated is taken as it is: by the container, by a dateline whose weekday agrees, by an address with a date in it. Where nothing is
stated, the text still gives limits: it cannot be older than what it tells as past. Nothing is guessed from today's date, and a
reading that would only be likely is not taken.
"""

import re
from collections.abc import Sequence
from datetime import date

from provenance.extraction.layout import Block, Shape
from provenance.extraction.references import Reference, references_of
from provenance.extraction.timing import bounds_from
from provenance.language.datelines import is_dateline
from provenance.language.dates.expressions import Expression, find_expressions
from provenance.language.dates.resolution import absolute
from provenance.model.article import Document, PublicationBounds
from provenance.model.text import Span

_PART = re.compile(r"[^|•·]+")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?:[/-]|$)")
_ISSUED = re.compile(r"\s*(?:first\s+)?(?:published|posted|issued|released)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\s*(?:last\s+)?(?:updated|modified|edited)\b", re.IGNORECASE)
# "MOSCOW, Jan 13 (Reuters) - ", "Jan. 13, 2020 (AFP) —"
_AGENCY_DATELINE = re.compile(r"[^()\n]{0,60}?\([A-Z][^()\n]{1,40}\)\s?[-–—]{1,2}\s")
# "ANKARA, Turkey, March 3, 2021 – "
_PLACE_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,30},\s[^()\n–—]{3,50}?\s?[-–—]{1,2}\s")

# "Bagsværd, Denmark, 7 May 2025 - ": a place need not shout where a whole date stands right in front of the dash.
_DATED_DATELINE = re.compile(r"[A-ZÀ-Þ][\w’'. -]{2,30}(?:,\s[A-ZÀ-Þ][\w’'. -]{2,30}){0,2},\s[^()\n–—]{3,20}\b(?:19|20)\d{2}\s?[-–—]{1,2}\s")
# "MOSCOW, March 12, 2025. /TASS/."
_SLASHED_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,30},\s[^()\n–—/]{3,30}\.\s/[A-ZÀ-Þ]{2,15}/")
_OPENING_DATELINES = (_AGENCY_DATELINE, _PLACE_DATELINE, _DATED_DATELINE, _SLASHED_DATELINE)


def publication_bounds(document: Document, page: Sequence[Block]) -> PublicationBounds | None:
    """The bounds of the publication date; None where nothing in the container or the text says anything about it."""
    if document.published is not None:
        return _exactly(document.published, f"stated with the input: {document.published.isoformat()}")
    stated = _dateline(document.text, page) or _address(document.url)
    if stated is not None:
        return stated
    references = references_of(document.text, page)
    return bounds_from(references, _inline_dateline(document.text, page))


def _exactly(day: date, basis: str) -> PublicationBounds:
    return PublicationBounds(earliest=day, latest=day, basis=(basis,))


def _dateline(text: str, page: Sequence[Block]) -> PublicationBounds | None:
    """The date of a line that holds a date and nothing else; a line that says "updated" counts only where no other does."""
    body = next((n for n, b in enumerate(page) if b.shape is Shape.BODY), len(page))
    lines = [b for n, b in enumerate(page) if b.shape is Shape.DATELINE and (n <= body + 1 or _ISSUED.match(b.text))]
    inline = _inline_dateline(text, page)
    parts = [part for block in page[: body + 1] if block.shape is Shape.CREDIT for part in _dated_parts(block)]
    for words, span in sorted(parts, key=lambda part: _CHANGED.match(part[0]) is not None):
        for e in find_expressions(text, span):
            found = _stated(text, e, words)
            if found:
                return found
    for block in sorted(lines, key=lambda b: _CHANGED.match(b.text) is not None):
        for e in find_expressions(text, block.span):
            found = _stated(text, e, block.text)
            if found:
                return found
    return _stated(text, inline.expression, inline.words) if inline else None


def _dated_parts(block: Block) -> list[tuple[str, Span]]:
    """The parts of a byline between bars that are a dateline: "By Staff | Published 3 June 2026 | Updated 14:02"."""
    parts = [(part[0], Span(block.span.start + part.start(), block.span.start + part.end())) for part in _PART.finditer(block.text)]
    return [part for part in parts if len(parts) > 1 and is_dateline(part[0])]


def _stated(text: str, e: Expression, line: str) -> PublicationBounds | None:
    """The bounds that a full date gives; None where its weekday speaks against it, for then one of the two is wrong."""
    days = absolute(e)
    if days is None or e.day is None:
        return None
    day = days.first
    weekday = next((n for n, name in enumerate(_WEEKDAYS) if re.search(rf"\b{name[:3]}(?:{name[3:]})?\b", line, re.IGNORECASE)), None)
    if days.first != days.last:
        return PublicationBounds(earliest=days.first, latest=days.last, basis=(f"dateline “{line}”, day and month in either order",))
    if weekday is not None and weekday != day.weekday():
        return None
    agrees = f", and it was a {_WEEKDAYS[day.weekday()]}" if weekday is not None else ""
    return _exactly(day, f"dateline “{line.strip()}”{agrees}")


def _address(url: str | None) -> PublicationBounds | None:
    found = _IN_ADDRESS.search(url) if url else None
    if found is None:
        return None
    try:
        day = date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
    return _exactly(day, f"date in the address {url}")


def _inline_dateline(text: str, page: Sequence[Block]) -> Reference | None:
    """The date in the agency's dateline that opens the body, with or without a year."""
    body = next((b for b in page if b.shape is Shape.BODY), None)
    opening = next((found for dateline in _OPENING_DATELINES if (found := dateline.match(body.text))), None) if body else None
    if body is None or opening is None:
        return None
    span = Span(body.span.start, body.span.start + opening.end())
    dated = [e for e in find_expressions(text, span) if e.kind == "calendar" and e.month and e.day]
    if not dated:
        return None
    return Reference(dated[0], opening.group().strip(), 0, ahead=False, past=True, lead=True, days=absolute(dated[0]))
