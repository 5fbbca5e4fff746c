"""Credits: the agencies and outlets that lines around a text, or the end of its last paragraphs, name as its makers.

"(Reuters)", "– AFP", "With files from AP", "Reuters contributed to this report". Which sentence comes from whom they do not say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from provenance.extraction.furniture import furniture
from provenance.extraction.layout import Block, Shape
from provenance.model.article import Credit
from provenance.model.source import Outlet, OutletKind
from provenance.model.text import Span
from provenance.registry import Registry

_TAIL = re.compile(
    r"(?:[.!?…][\"”’]?\s*|^\s*)"
    r"(?:[(\[](?P<bracket>[^()\[\]\n]{2,60})[)\]]|[-–—]{1,2}\s*(?P<dash>[A-Z][^\n.!?;:]{1,40})|(?<=\s)(?P<bare>[A-ZÀ-Þ]{2,12}))[.\s]*$"
)
_STATIONED = re.compile(r"(?P<outlet>[A-Z][\w .-]{1,30}?) in (?:[A-ZÀ-Þ][\w.’'-]*[ ,]*(?:and )?){1,6}$")
_NAME = re.compile(r"[^/,;&+|()\[\]]+?(?=\s*(?:[/,;&+|()\[\]]|\band\b|$))")
_WORD = re.compile(r"[^\W\d_][\w’'.&-]*")
_AGENCIES = (OutletKind.WIRE_AGENCY, OutletKind.STATE_AGENCY)
_TAIL_REACH = 120  # so many characters at the end of a paragraph are looked at
_LONGEST = 60  # a line of more words says more than who made the text
_BELOW = 10  # so many blocks at the end of a page can hold its credits


def credits_of(page: Sequence[Block], byline: str | None, registry: Registry, without: Iterable[str | None] = ()) -> tuple[Credit, ...]:
    """The outlets that a page credits, each once, in order; `without` those of these keys: who publishes it is no credit.

    `byline` is the byline that the container states; a credit found in it has no place in the text.
    """
    body = [i for i, block in enumerate(page) if block.shape is Shape.BODY and not _says_who_made_it(block)]
    first, last = (body[0], body[-1]) if body else (len(page), len(page))
    above = [credit for block in page[:first] for credit in (_in_line(block, registry) or _stationed(block, registry))]
    found = [*_in_byline(byline, registry), *above]
    found += [credit for i in body[-2:] for credit in _in_tail(page[i], registry)]
    found += [credit for block in page[last + 1 :][-_BELOW:] for credit in _below(block, registry)]
    known = {key for key in without if key}
    return tuple({credit.key: credit for credit in reversed(found) if credit.key not in known}.values())[::-1]


def _in_byline(byline: str | None, registry: Registry) -> Iterator[Credit]:
    """Outlets beside people in a stated byline: "Jane Roe and AFP"."""
    for _, outlet in _named(byline or "", registry):
        yield Credit(key=outlet.key, name=outlet.name, words=byline or "", whole=False)


def _in_line(block: Block, registry: Registry) -> list[Credit]:
    """The outlets in a line that says who made the text."""
    if not _says_who_made_it(block):
        return []
    whole = _whole(block.text)
    spoken = {outlet.key: (span, outlet) for span, outlet in registry.mentions(block.text)}
    listed = {outlet.key: (span, outlet) for span, outlet in _named(_without_opening(block.text), registry)}
    at = len(block.text) - len(_without_opening(block.text))
    places = {**{key: (Span(s.start + at, s.end + at), o) for key, (s, o) in listed.items()}, **spoken}
    return [_credit(block, span, outlet, whole=whole) for span, outlet in sorted(places.values(), key=lambda place: place[0])]


def _stationed(block: Block, registry: Registry) -> list[Credit]:
    """The agency in a byline that says no more than where it writes from: "Reuters in Ankara"."""
    line = _STATIONED.match(block.text)
    outlet = registry.find(line["outlet"]) if line else None
    if line is None or outlet is None or outlet.kind not in _AGENCIES:
        return []
    return [_credit(block, Span(*line.span("outlet")), outlet, whole=True)]


def _below(block: Block, registry: Registry) -> list[Credit]:
    """The outlets credited below the text: in a line that says so, or where agencies' names are all that a line holds."""
    found = _in_line(block, registry)
    if found or block.words > 6:
        return found
    names = _named(block.text, registry)
    if _nothing_else(block.text, names) and any(outlet.kind in _AGENCIES for _, outlet in names):
        return [_credit(block, span, outlet, whole=len(names) == 1) for span, outlet in names]
    return []


def _in_tail(block: Block, registry: Registry) -> list[Credit]:
    """The outlets in brackets or behind a dash after the last full stop of a paragraph."""
    cut = max(0, len(block.text) - _TAIL_REACH)
    tail = _TAIL.search(block.text[cut:])
    if tail is None:
        return []
    part = next(name for name in ("bracket", "dash", "bare") if tail[name])
    words, at = tail[part], cut + tail.start(part)
    opened = len(words) - len(_without_opening(words))
    names = _named(words[opened:], registry)
    if not names or not (opened or _nothing_else(words, names)):
        return []
    if part == "bare" and not all(outlet.kind in _AGENCIES for _, outlet in names):
        return []  # a last word in capitals may be anything
    whole = (not opened or _whole(words)) and len(names) == 1
    return [_credit(block, Span(at + opened + s.start, at + opened + s.end), outlet, whole=whole) for s, outlet in names]


def _credit(block: Block, span: Span, outlet: Outlet, *, whole: bool) -> Credit:
    place = Span(block.span.start + span.start, block.span.start + span.end)
    return Credit(key=outlet.key, name=outlet.name, words=_short(block.text), span=place, whole=whole)


def _short(words: str) -> str:
    """The line as it stands, or where it is a paragraph what stands behind its last full stop."""
    tail = _TAIL.search(words)
    return words[tail.start() :].lstrip('.!?…"”’ ') if tail and len(words) > 80 else words


def _says_who_made_it(block: Block) -> bool:
    if block.words > _LONGEST:
        return False
    bare = block.text.strip("()[]*_ ").rstrip(" .").lower()
    return block.shape is Shape.CREDIT or _opening(block.text) is not None or bare.endswith(furniture().credit_closings)


def _opening(words: str) -> str | None:
    """The words with which a credit begins, such as `with files from`."""
    found = _openings().match(words.lstrip("()[]*_ –—-").lower())
    return found[1] if found else None


@cache
def _openings() -> re.Pattern[str]:
    return re.compile(f"({'|'.join(map(re.escape, furniture().credits))})[\\s:]")


def _without_opening(words: str) -> str:
    opening = _opening(words)
    bare = words.lstrip("()[]*_ –—-")
    return bare[len(opening) :].lstrip(" :") if opening else words


def _whole(words: str) -> bool:
    """Whether a credit speaks of the whole text: "Source: AFP", not "With files from AFP"."""
    opening = _opening(words)
    return opening is not None and opening not in furniture().credits_of_a_part and opening.split()[-1] not in ("by", "author", "authors")


def _named(words: str, registry: Registry) -> list[tuple[Span, Outlet]]:
    """The outlets in a list of names, each with its place; people and small words among them are passed over."""
    found = []
    for name in _NAME.finditer(words):
        bare = name.group().strip(" .–—-")
        bare = re.sub(r"^(?:and|the|with)\s+", "", bare)
        outlet = registry.find(bare) if bare else None
        if outlet is not None:
            start = words.index(bare, name.start())
            found.append((Span(start, start + len(bare)), outlet))
    return found


def _nothing_else(words: str, names: Sequence[tuple[Span, Outlet]]) -> bool:
    """Whether a line holds these names, small words of a credit, and nothing else."""
    rest = list(words)
    for span, _ in names:
        rest[span.start : span.end] = " " * (span.end - span.start)
    lists = furniture()
    return bool(names) and all(w.lower() in lists.joining_words | lists.credit_words for w in _WORD.findall("".join(rest)))
