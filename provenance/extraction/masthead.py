"""The masthead: who published an article, from whom it was taken over, its title, byline and publication bounds.

Only marks of publishing count: an inline dateline, a line that holds nothing but the outlet's name, a credit at the end, a copyright
notice, an address. An outlet that the article cites is not its publisher.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from anyascii import anyascii

from provenance.extraction.citations import cited_in_lead
from provenance.extraction.credits import credits_of
from provenance.extraction.furniture import credited, fold, furniture
from provenance.extraction.head import head_of, headline
from provenance.extraction.layout import Block, Shape, layout
from provenance.extraction.publication import publication_bounds
from provenance.language.datelines import is_dateline
from provenance.model.article import Document, Masthead
from provenance.model.source import Outlet, OutletKind
from provenance.model.text import Span
from provenance.registry import Registry

_DASH = r"\s?(?:[-–—―]{1,2}|:)\s"
# "IDLIB, Syria (North Press) – ", "MOSCOW, Jan 13 (Reuters) - ", "WASHINGTON (AP) — "
_PLACE_AND_OUTLET = re.compile(r"(?:(?P<place>[A-ZÀ-Þ][^()\n]{1,60}?)\s?)?\((?P<outlet>[A-Z][^()\n]{1,40})\)" + _DASH)
# "Damascus, March 5 (SANA) - "
_DAY_AT_END = re.compile(r",\s[A-Z][a-z]{2,8}\.?\s\d{1,2}$")
# "MOSCOW, June 3. /TASS/. "
_SLASHED = re.compile(r"(?P<place>[A-ZÀ-Þ][^/\n]{1,60}?)\.?\s/(?P<outlet>[A-Z][^/\n]{1,30})/\.?\s")
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
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?(?P<name>(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,12})/?", re.IGNORECASE)


class Mark(NamedTuple):
    """Words in the text that name an outlet as publisher or as origin of the whole text."""

    name: str
    span: Span | None
    basis: str
    outlet: Outlet | None


def read_masthead(document: Document, registry: Registry) -> Masthead:
    """What the container states, else what the text's own marks say, about who published a document and when.

    Where the house that a page belongs to and the agency in the dateline or the byline differ, the house publishes and the agency is
    the origin.
    """
    page = layout(document.text)
    title = headline(page, lambda line: _outlet_of(line, registry) is not None)
    houses = [
        _stated(document, registry),
        _site_title(page, registry),
        _copyright(page, registry),
        _address(document, registry),
        _site_call(page, registry),
        _top_line(page, title, registry),
    ]
    house = next(filter(None, houses), None)
    below = [*_outlet_lines(page, registry), _byline_outlet(page, registry)]
    author = _inline_dateline(page, registry) or next((m for m in below if m and not (house and _same(m, house))), None)
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
        title=document.title or (_title(page[title], page, registry) if title is not None else None),
        byline=document.byline or _byline(page),
        published=publication_bounds(document, page),
        credits=credits_of(page, document.byline, registry, (_key(publisher), _key(credit))),
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
    for block in [b for b in page[:12] if b.shape in (Shape.BODY, Shape.DATELINE)][:3]:
        place = _PLACE_AND_OUTLET.match(block.text) or _SLASHED.match(block.text)
        outlet = registry.find(place["outlet"]) if place else None
        if place and _opens_dateline(place, outlet):
            return Mark(place["outlet"], _at(block, place.span("outlet")), f"dateline “{place.group().strip()}”", outlet)
        lead = _OUTLET_AND_DASH.match(block.text)
        if lead:
            outlet = registry.find(lead["outlet"]) or _known(lead["outlet"], registry)
            if outlet:
                return Mark(lead["outlet"], _at(block, lead.span("outlet")), f"dateline “{lead.group().strip()}”", outlet)
    return None


def _opens_dateline(found: "re.Match[str]", outlet: Outlet | None) -> bool:
    """Whether a place and a name in brackets are a dateline's: a known outlet behind a place or a day, or any name behind a place."""
    where = found["place"]
    if where is not None and not _is_place(where) and not (outlet and _DAY_AT_END.search(where)):
        return False
    return outlet is not None or (where is not None and not any(c.isdigit() for c in found["outlet"]))


def _is_place(words: str) -> bool:
    """Whether the words before the bracket can be a dateline's place: its first word is in capitals throughout."""
    first = words.split(",")[0].split()
    return bool(first) and all(w.isupper() for w in first)


def _outlet_of(line: str, registry: Registry) -> Outlet | None:
    """The outlet that a line names where it says nothing else, but perhaps a section or an edition: "CNN Politics"."""
    words = line.strip(" .:|–-#*").split()
    if not 0 < len(words) <= 6:
        return None
    if "with" in words[1:-1]:  # "Le Monde with Reuters": the house, and whose report it used
        at = words.index("with")
        return registry.find(" ".join(words[:at])) if registry.find(" ".join(words[at + 1 :])) else None
    found = registry.find(" ".join(words))
    while found is None and len(words) > 1 and words[-1].lower() in furniture().menu_words:
        words.pop()
        found = registry.find(" ".join(words))
    return found


def _outlet_lines(page: Sequence[Block], registry: Registry) -> list[Mark]:
    """The lines of the head that hold nothing but an outlet's name. Below the body such a line is as often a tag."""
    return [mark for block in head_of(page) if (mark := _named_by(block, registry))]


def _named_by(block: Block, registry: Registry) -> Mark | None:
    name, _, behind = block.text.partition(",")
    outlet = _outlet_of(name if is_dateline(behind) else block.text, registry)  # "TASS, 3 June 2023"
    return Mark(block.text, block.span, f"the line “{block.text}”", outlet) if outlet else None


def _top_line(page: Sequence[Block], title: int | None, registry: Registry) -> Mark | None:
    """The outlet's name, or its address, above the headline: what stands on top of a page is the house, what stands below is the author.

    A name that the registry does not know counts where a copyright notice repeats it.
    """
    owners = {fold(n["outlet"]) for b in page[-12:] if b.words <= 40 and (n := _COPYRIGHT.search(b.text))}
    for block in head_of(page)[: title if title is not None else 1]:
        mark = _named_by(block, registry)
        if mark:
            return mark
        address = _DOMAIN.fullmatch(block.text)
        if address or fold(block.text) in owners:
            name = address["name"] if address else block.text
            return Mark(name, block.span, f"the line “{block.text}”", registry.find(name))
    return None


def _site_call(page: Sequence[Block], registry: Registry) -> Mark | None:
    """The house that asks something of its readers in the head of its page: "Support the Herald"."""
    for block in head_of(page):
        folded = fold(block.text)
        call = next((c for c in furniture().site_calls if folded.startswith(f"{c} ")), None)
        outlet = registry.find(block.text.strip()[len(call) :].strip(" .!")) if call and block.words <= 7 else None
        if call and outlet:
            return Mark(outlet.name, block.span, f"the line “{block.text}”", outlet)
    return None


def _byline_outlet(page: Sequence[Block], registry: Registry) -> Mark | None:
    """An outlet in the place of the writer: "By Reuters", "By CNN staff"."""
    for block in head_of(page):
        opening = _BYLINE.match(block.text) if block.shape is Shape.CREDIT else None
        names = [w for w in block.text[opening.end() :].split() if w.lower() not in furniture().credit_words] if opening else []
        outlet = registry.find(" ".join(names).strip(" .,")) if names else None
        if outlet:
            return Mark(outlet.name, block.span, f"byline “{block.text}”", outlet)
    return None


def _site_title(page: Sequence[Block], registry: Registry) -> Mark | None:
    """A site's name behind the headline, in a page's title. An agency behind a dash is a headline's own attribution."""
    for block in head_of(page):
        site = _site(block, page, registry)
        if site:
            return site
    return None


def _site(block: Block, page: Sequence[Block], registry: Registry) -> Mark | None:
    """The known site's name that a line ends with, behind a separator."""
    site = _SITE.search(block.text) if block.words <= 30 else None
    outlet = registry.find(site["site"].strip()) if site else None
    if site is None or outlet is None:
        return None
    if "|" not in site.group() and (outlet.kind in _AGENCIES or cited_in_lead(page, outlet, registry)):
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


def _title(block: Block, page: Sequence[Block], registry: Registry) -> str:
    """The words of the headline, without a known site's name behind it."""
    return (_SITE.sub("", block.text) if _site(block, page, registry) else block.text).strip("#*_ ")


def _byline(page: Sequence[Block]) -> str | None:
    """The names in the first credit that says who wrote the text."""
    for block in page:
        if block.shape is Shape.CREDIT and _BYLINE.match(block.text.strip("([ ")):
            names = credited(block.text)
            return names.split(";")[0].strip() if names else None
    return None


def _at(block: Block, span: tuple[int, int]) -> Span:
    return Span(block.span.start + span[0], block.span.start + span[1])
