"""What stands on the Claims screen when there is nothing to list."""

from textual.content import Content

from tui.look import Signs
from tui.outside import outside
from tui.widgets.pane import hanging

ABOUT = (
    "Give articles to Provenance. Every sentence that states something becomes a claim, with the source it is attributed to, "
    "the trail back to the origin, a grade with its reasons, and whether independent origins say the same. "
    "You judge each with one key."
)


def empty_database(*, width: int, signs: Signs) -> Content:
    """What this is, and the three ways to begin."""
    lines = [
        Content(""),
        *hanging(Content.assemble(("Who says it, through whom, and does anybody independent agree?", "bold")), 2, width),
        Content(""),
        *hanging(ABOUT, 2, min(width, 86)),
        Content(""),
        _key("i", "import articles: files or a folder"),
        _key("d", "load the seeds: five short reports to try things on"),
        _key("o", "open another database"),
        Content(""),
        _key("?", "all keys and signs"),
        _key("q", "quit"),
    ]
    return Content("\n").join(lines)


def all_filtered(*, width: int, signs: Signs, words: str) -> Content:
    """Which filter leaves nothing, and how to clear it."""
    lines = [
        Content(""),
        *hanging(Content.assemble("No claim matches  ", (outside(words, signs), "bold")), 2, width),
        Content(""),
        _key("esc", "clears search and filters"),
        _key("/", "changes the words"),
    ]
    return Content("\n").join(lines)


def _key(key: str, words: str) -> Content:
    return Content.assemble((key.rjust(6), "bold"), f"  {words}")
