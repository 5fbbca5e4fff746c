"""The masthead: who published an article, from whom it was taken over, its title, byline and publication bounds.

Only marks of publishing count: an inline dateline, a line that holds nothing but the outlet's name, a credit at the end, a copyright
notice, an address. An outlet that the article cites is not its publisher.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from anyascii import anyascii

from provenance.extraction.furniture import credited
from provenance.extraction.layout import Block, Shape, layout
from provenance.extraction.publication import publication_bounds
from provenance.model.article import Document, Masthead
from provenance.model.source import Outlet, OutletKind
from provenance.model.text import Span
from provenance.registry import Registry

_DASH = r"\s?(?:[-–—―]{1,2}|:)\s"
# "IDLIB, Syria (North Press) – ", "MOSCOW, Jan 13 (Reuters) - ", "WASHINGTON (AP) — "
_PLACE_AND_OUTLET = re.compile(r"(?:(?P<place>[A-ZÀ-Þ][^()\n]{1,60}?)\s?)?\((?P<outlet>[A-Z][^()\n]{1,40})\)" + _DASH)
# "ISWNews Analysis Group – The …", "DAMASCUS, SANA – …"
_OUTLET_AND_DASH = re.compile(
    r"(?:(?P<place>[A-ZÀ-Þ][\w’' -]{2,30}(?:, [A-Z][\w .]{1,20})?),\s)?(?P<outlet>[A-Z][\w.&’' ]{1,50}?)\s[-–—]{1,2}\s(?=[\"“‘'A-Z0-9])"
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright(?:\s*©|\s*\(c\))?)\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?,?\s*)?(?:by\s+)?(?P<outlet>[A-Z][^.|\n,]{1,50})", re.IGNORECASE
)
_SOURCE_CREDIT = re.compile(
    r"(?:sources?|via|republished (?:with permission )?from|courtesy(?: of)?|"
    r"(?:this (?:article|story) )?(?:was )?(?:originally|first) (?:published|appeared) (?:by|in|on))"
    r"\s*[:–-]?\s*(?P<outlet>[^\n]{2,60})",
    re.IGNORECASE,
)
_SITE = re.compile(r"\s(?:[-–—|•·»]|::)\s(?P<site>[^-–—|•·»]{2,50})$")
_BYLINE = re.compile(r"(?:by|reporting by|written by|report by|story by|author:)\s+", re.IGNORECASE)
_AGENCIES = (OutletKind.WIRE_AGENCY, OutletKind.STATE_AGENCY)
_SLUG = re.compile(r"[^a-z0-9]+")


class Mark(NamedTuple):
    """Words in the text that name an outlet as publisher or as origin of the whole text."""

    name: str
    span: Span | None
    basis: str
    outlet: Outlet | None


def read_masthead(document: Document, registry: Registry) -> Masthead:
    """What the container states, else what the text's own marks say, about who published a document and when.

    Where the house that a page belongs to and the agency in the dateline differ, the house publishes and the agency is the origin.
    """
    page = layout(document.text)
    houses = [_stated(document, registry), _site_title(page, registry), _copyright(page, registry), _address(document, registry)]
    authors = [_inline_dateline(page, registry), _outlet_line(page, registry)]
    house, author = next(filter(None, houses), None), next(filter(None, authors), None)
    credit = _source_credit(page, registry)
    publisher = house or author
    if house and author and not _same(house, author) and author.outlet and author.outlet.kind in _AGENCIES:
        credit = credit or author
    if publisher and credit and _same(publisher, credit):
        credit = None
    return Masthead(
        outlet=_key(publisher),
        outlet_name=_name(publisher),
        outlet_basis=publisher.basis if publisher else "not stated",
        outlet_span=publisher.span if publisher else None,
        republished_from=_key(credit),
        republished_name=_name(credit),
        republished_span=credit.span if credit else None,
        title=document.title or _title(page, registry),
        byline=document.byline or _byline(page),
        published=publication_bounds(document, page),
    )


def _key(mark: Mark | None) -> str | None:
    """The registry's key, or one made of the name where the registry does not know it."""
    if mark is None:
        return None
    return mark.outlet.key if mark.outlet else _SLUG.sub("-", anyascii(mark.name).lower()).strip("-") or None


def _name(mark: Mark | None) -> str | None:
    return mark.outlet.name if mark and mark.outlet else mark.name if mark else None


def _same(a: Mark, b: Mark) -> bool:
    return _key(a) == _key(b)


def _stated(document: Document, registry: Registry) -> Mark | None:
    """The publisher that the container or the user states."""
    if document.outlet:
        return Mark(document.outlet, None, f"stated with the input: {document.outlet}", registry.find(document.outlet))
    return None


def _known(name: str, registry: Registry) -> Outlet | None:
    """The outlet of that name; a wider wording around it ("ISWNews Analysis Group") is tried without its last words."""
    words = name.strip(" .,;:").split()
    for n in range(len(words), 0, -1):
        found = registry.find(" ".join(words[:n]))
        if found:
            return found
    return None


def _inline_dateline(page: Sequence[Block], registry: Registry) -> Mark | None:
    """The outlet in the dateline that opens the body."""
    for block in [b for b in page[:12] if b.shape is Shape.BODY][:2]:
        place = _PLACE_AND_OUTLET.match(block.text)
        if place and (place["place"] is None or _is_place(place["place"])):
            outlet = registry.find(place["outlet"])
            if outlet or (place["place"] and not any(c.isdigit() for c in place["outlet"])):
                return Mark(place["outlet"], _at(block, place.span("outlet")), f"dateline “{place.group().strip()}”", outlet)
        lead = _OUTLET_AND_DASH.match(block.text)
        if lead:
            outlet = registry.find(lead["outlet"]) or _known(lead["outlet"], registry)
            if outlet:
                return Mark(lead["outlet"], _at(block, lead.span("outlet")), f"dateline “{lead.group().strip()}”", outlet)
    return None


def _head(page: Sequence[Block]) -> Sequence[Block]:
    """The blocks above the running text."""
    return page[: next((i for i, b in enumerate(page) if b.shape is Shape.BODY), 0)]


def _is_place(words: str) -> bool:
    """Whether the words before the bracket can be a dateline's place: its first word is in capitals throughout."""
    first = words.split(",")[0].split()
    return bool(first) and all(w.isupper() for w in first)


def _outlet_line(page: Sequence[Block], registry: Registry) -> Mark | None:
    """A line of the head that holds nothing but an outlet's name. Below the body such a line is as often a tag."""
    for block in _head(page):
        if block.words > 6:
            continue
        outlet = registry.find(block.text.strip(" .:|–-"))
        if outlet:
            return Mark(block.text, block.span, f"the line “{block.text}”", outlet)
    return None


def _site_title(page: Sequence[Block], registry: Registry) -> Mark | None:
    """A site's name behind the headline, in a page's title. An agency behind a dash is a headline's own attribution."""
    for block in _head(page):
        site = _site(block, registry)
        if site:
            return site
    return None


def _site(block: Block, registry: Registry) -> Mark | None:
    """The known site's name that a line ends with, behind a separator."""
    site = _SITE.search(block.text) if block.words <= 30 else None
    outlet = registry.find(site["site"].strip()) if site else None
    if site is None or outlet is None or (outlet.kind in _AGENCIES and "|" not in site.group()):
        return None
    return Mark(site["site"].strip(), _at(block, site.span("site")), f"page title “{block.text}”", outlet)


def _copyright(page: Sequence[Block], registry: Registry) -> Mark | None:
    for block in page[-12:]:
        notice = _COPYRIGHT.search(block.text) if block.words <= 40 else None
        outlet = _known(notice["outlet"], registry) if notice else None
        if notice and outlet:
            return Mark(notice["outlet"].strip(), _at(block, notice.span("outlet")), f"copyright notice “{notice.group().strip()}”", outlet)
    return None


def _address(document: Document, registry: Registry) -> Mark | None:
    outlet = registry.find(document.url) if document.url else None
    return Mark(outlet.name, None, f"address {document.url}", outlet) if outlet else None


def _source_credit(page: Sequence[Block], registry: Registry) -> Mark | None:
    """An outlet credited as the source of the whole text, in a line of its own below or above the body."""
    for block in [*page[::-1][:10], *page[:4]]:
        if block.shape is not Shape.CREDIT:
            continue
        credit = _SOURCE_CREDIT.match(block.text.strip("()[] "))
        if credit is None:
            continue
        name = credit["outlet"].strip(" .:()[]")
        outlet = registry.find(name) or _known(name, registry)
        at = block.text.find(name)
        if outlet:
            return Mark(name, Span(block.span.start + at, block.span.start + at + len(name)), f"credit “{block.text}”", outlet)
    return None


def _title(page: Sequence[Block], registry: Registry) -> str | None:
    """The headline: the first line above the body that is neither furniture nor an outlet's name, without a known site's name behind it."""
    for block in _head(page):
        if block.shape not in (Shape.SHORT, Shape.QUESTION) or block.words < 3 or registry.find(block.text):
            continue
        site = _site(block, registry)
        return (_SITE.sub("", block.text) if site else block.text).strip("#*_ ")
    return None


def _byline(page: Sequence[Block]) -> str | None:
    """The names in the first credit that says who wrote the text."""
    for block in page:
        if block.shape is Shape.CREDIT and _BYLINE.match(block.text.strip("([ ")):
            names = credited(block.text)
            return names.split(";")[0].strip() if names else None
    return None


def _at(block: Block, span: tuple[int, int]) -> Span:
    return Span(block.span.start + span[0], block.span.start + span[1])
