"""Set right who published an article, and when."""

from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from provenance.model.article import Article, PublicationBounds
from provenance.model.review import ArticleCorrection
from tui.outside import one_line, outside
from tui.screens.asking import Asking, Dialog

BETWEEN = ".."
UNKNOWN = "unknown"


class ArticleDialog(Asking[ArticleCorrection]):
    """Outlet and date. Only what was changed is corrected; an empty correction where nothing was."""

    DEFAULT_CSS = """
    ArticleDialog .label { color: $muted; margin-top: 1; }
    ArticleDialog #wrong { color: $error; margin-top: 1; }
    """

    def __init__(self, article: Article, reviewer: str) -> None:
        super().__init__()
        self.article, self.reviewer = article, reviewer
        self.outlet_before = one_line(article.outlet_name).strip()
        self.date_before = in_field(article.masthead.published)

    def compose(self) -> ComposeResult:
        """One field after the other."""
        signs = self.app.signs
        with Dialog("Who published this, and when?", "tab next field · enter keeps · esc drops"):
            yield Static(Content(outside(one_line(self.article.masthead.title or "no title"), signs)), markup=False)
            yield Static(Content("outlet: name, domain or registry key"), classes="label", markup=False)
            yield Input(self.outlet_before, id="outlet")
            yield Static(Content("date: 2024-05-06, or 2024-05-01..2024-05-31, or unknown"), classes="label", markup=False)
            yield Input(self.date_before, placeholder="not known to the day or the month", id="date")
            yield Static("", id="wrong", markup=False)

    def on_input_submitted(self) -> None:
        """Enter keeps."""
        self.action_keep()

    def action_keep(self) -> None:
        """Give what was changed, or say under the fields what cannot be read."""
        outlet = self.query_one("#outlet", Input).value.strip()
        words = self.query_one("#date", Input).value.strip()
        published = None
        if words and words != self.date_before:
            try:
                published = read_bounds(words, f"set by {self.reviewer}")
            except ValueError:
                wrong = f"“{words}” is no date. Write it as 2024-05-06, or two with {BETWEEN} between, or {UNKNOWN}."
                self.query_one("#wrong", Static).update(Content(outside(wrong, self.app.signs)))
                self.query_one("#date", Input).focus()
                return
        self.dismiss(ArticleCorrection(outlet=outlet if outlet and outlet != self.outlet_before else None, published=published))


def in_field(bounds: PublicationBounds | None) -> str:
    """Bounds as they are typed: one day, or two days with dots between; empty where nothing is known."""
    if bounds is None or (bounds.earliest is None and bounds.latest is None):
        return ""
    if bounds.exact:
        return str(bounds.earliest)
    return f"{bounds.earliest or ''}{BETWEEN}{bounds.latest or ''}"


def read_bounds(words: str, basis: str) -> PublicationBounds:
    """Bounds from what was typed; a side left empty stays open.

    Raises:
        ValueError: it is no day, no two days, or the second lies before the first.

    """
    if words.lower() == UNKNOWN:
        return PublicationBounds(basis=(basis,))
    first, dots, last = (part.strip() for part in words.partition(BETWEEN))
    try:
        earliest = date.fromisoformat(first) if first else None
        latest = (date.fromisoformat(last) if last else None) if dots else earliest
    except ValueError:
        raise ValueError(f"{words} is no date") from None
    if (earliest is None and latest is None) or (earliest is not None and latest is not None and latest < earliest):
        raise ValueError(f"{words} is no date")
    return PublicationBounds(earliest=earliest, latest=latest, basis=(basis,))
