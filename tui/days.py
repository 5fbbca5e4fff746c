"""When something was published, in words: as exactly as is known, and inference marked as such."""

from provenance.model.article import PublicationBounds
from provenance.model.chain import Told
from tui.look import Signs


def publication(bounds: PublicationBounds | None) -> str:
    """When an article was published, as exactly as is known; inference is marked."""
    if bounds is None or (bounds.earliest is None and bounds.latest is None):
        return "date unknown"
    first, last = bounds.earliest, bounds.latest
    if first is not None and first == last:
        return f"{first.day} {first:%b %Y}"
    if first is None:
        return f"by {last:%b %Y} (inferred)"
    if last is None:
        return f"from {first:%b %Y} (inferred)"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%b %Y} (inferred)"
    if first.year == last.year:
        return f"{first:%b}–{last:%b %Y} (inferred)"
    return f"{first:%b %Y}–{last:%b %Y} (inferred)"


def short_publication(bounds: PublicationBounds | None, signs: Signs) -> str:
    """The same in eleven cells, for columns: what is not known to the day stands in brackets, with a dash on the side that is open."""
    if bounds is None or (bounds.earliest is None and bounds.latest is None):
        return "unknown"
    first, last = bounds.earliest, bounds.latest
    if first is not None and first == last:
        return f"{first.day} {first:%b %Y}"
    if first is None:
        return f"({signs.dash}{last:%b %Y})"
    if last is None:
        return f"({first:%b %Y}{signs.dash})"
    if (first.year, first.month) == (last.year, last.month):
        return f"({first:%b %Y})"
    return f"({first.year})" if first.year == last.year else f"({first.year}{signs.dash}{last.year})"


def told_words(told: Told, signs: Signs) -> str:
    """From when to when a group was told, and how many of its articles may be from any other day."""
    undated = f"{told.undated} article{'' if told.undated == 1 else 's'} of an unknown day"
    if told.first is None:
        return undated
    first, last = publication(told.first), publication(told.last)
    days = first if first == last else f"first {first}, last {last}"
    return f"{days} {signs.dot} {undated}" if told.undated else days
