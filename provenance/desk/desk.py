"""The fact-checker's desk: articles come in, claims are judged, everything can be taken back."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType

from provenance import settings
from provenance.desk import acceptance, taking_in
from provenance.desk.believing import Suggestion, suggestion
from provenance.desk.consequences import read_anew
from provenance.desk.debts import ArticleDebt, of_article, of_articles
from provenance.desk.deciding import Deciding
from provenance.desk.records import follow_days
from provenance.desk.rescoring import Effect, effect_of, follow_method
from provenance.model.article import Article
from provenance.model.queue import IntakeReport
from provenance.registry import Registry
from provenance.scoring import Method, load_method
from provenance.scoring.calibration import Calibration, calibrate
from provenance.storage.archive import Archive


class Desk(Deciding):
    """One reviewer at one database. Every method may be called from any thread."""

    def __init__(self, archive: Archive, *, reviewer: str, method: Path | None = None) -> None:
        self.archive = archive
        self.reviewer = reviewer
        self.registry = Registry.load()
        self.method = load_method(method)
        self.db_label = archive.label

    @classmethod
    def open(
        cls, db: str | Path | None = None, *, reviewer: str | None = None, method: Path | None = None, may_make: bool = True
    ) -> "Desk":
        """Open a database: the one given (a file or a SQLAlchemy URL), else that of the settings; made where there is none and it may be.

        Where its scores were given by another method, they are given anew.

        Raises:
            ArchiveError: it cannot be opened, or is not there and may not be made; the message says why and what to do.
            MethodError: the method file cannot be used.

        """
        if not may_make:
            acceptance.refuse_absent(db or settings.database())
        archive = Archive(db or settings.database(), make_folder=db is None)
        try:
            desk = cls(archive, reviewer=reviewer or settings.reviewer(), method=method or settings.method())
            follow_method(archive, desk.registry, desk.method)
            follow_days(archive, desk.registry, desk.method)
            return desk
        except BaseException:
            archive.close()
            raise

    def close(self) -> None:
        """Let go of the database."""
        self.archive.close()

    def __enter__(self) -> "Desk":
        """Use as a context manager, to close at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close, whatever happened."""
        self.close()

    def effect_of(self, method: Method) -> Effect:
        """How many scores and grades another method would change; nothing is changed."""
        return effect_of(self.archive, method)

    # What the archive says of scores and sources

    def calibration(self) -> Calibration:
        """How well the scores that were given before verdicts foresaw them."""
        return calibrate(self.archive.judged_claims(), self.method.calibration)

    def suggestion(self) -> Suggestion:
        """Whom the claims alone suggest to believe where sources conflict; never a verdict, and no score moves by it."""
        return suggestion(self.archive, self.method)

    def debts(self, wanted: str | None = None) -> tuple[ArticleDebt, ...]:
        """What articles leave open about where their claims come from: one by its id, all of an outlet, or all. Raises NotFound."""
        return of_articles(self.archive, wanted, self.reviewer, self.method)

    def debt_of(self, article: Article) -> ArticleDebt:
        """What this article leaves open about where its claims come from."""
        return of_article(self.archive, article, self.method)

    # Articles come in

    def intake(
        self,
        inputs: Sequence[str | Path],
        *,
        outlet: str | None = None,
        published: date | None = None,
        input_format: str | None = None,
        progress: Callable[[int, int, str], None] | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> IntakeReport:
        """Take in files, folders and standard input; each article is stored whole or not at all.

        `outlet` and `published` go before what the inputs state. `progress` is told how many inputs are done, of how many,
        and which one is at hand; `stop` is asked before each article.
        """
        found = taking_in.documents_of(inputs, input_format, progress, stop)
        report = taking_in.take_in(self.archive, found, self.registry, self.method, outlet=outlet, published=published, stop=stop)
        return report.model_copy(update={"notes": taking_in.left_out(inputs)})

    def load_seeds(self, progress: Callable[[int, int, str], None] | None = None, stop: Callable[[], bool] | None = None) -> IntakeReport:
        """Take in the five restated reports that come with the program."""
        return self.intake([settings.seeds_folder() / "reports"], progress=progress, stop=stop)

    def recompute(self, progress: Callable[[int, int, str], None] | None = None, stop: Callable[[], bool] | None = None) -> int:
        """Find what people decided anew from the journal, and read every article anew; says how many articles that were.

        Each article is done whole or not at all; `stop` is asked before each.
        """
        self.archive.journal.recompute()
        ids = self.archive.all_article_ids()
        for done, article_id in enumerate(ids):
            if stop and stop():
                return done
            if progress:
                progress(done, len(ids), article_id)
            with self.archive.transaction():
                read_anew(self.archive, article_id, self.registry, self.method)
        if progress:
            progress(len(ids), len(ids), "")
        return len(ids)
