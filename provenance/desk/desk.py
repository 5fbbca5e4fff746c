"""The fact-checker's desk: articles come in, claims are judged, everything can be taken back."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from provenance import settings
from provenance.desk import acceptance, cards, taking_in
from provenance.desk.query import parse_query
from provenance.desk.rereading import CORRECTIONS, reread
from provenance.desk.rescoring import Effect, effect_of, follow_method
from provenance.desk.retracing import retrace
from provenance.errors import NotFound, ProvenanceError
from provenance.exporters import EXPORTERS
from provenance.model.article import Article
from provenance.model.chain import ClaimGroup, Standing
from provenance.model.claim import Claim, ClaimInContext
from provenance.model.queue import (
    ArticleSummary,
    ClaimCard,
    ClaimQuery,
    Facets,
    IntakeReport,
    Progress,
    QueueEntry,
    ReadingView,
    SourceSummary,
)
from provenance.model.review import Action, ArticleCorrection, AttributionCorrection, ClaimRef, JournalEntry, Verdict
from provenance.model.text import Span
from provenance.registry import Registry
from provenance.scoring import Method, load_method
from provenance.storage.archive import Archive
from provenance.tracing import index_terms

_PAGE = 500


class Desk:
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

    @property
    def method_version(self) -> str:
        """The version of the method by which scores are given."""
        return self.method.version

    def effect_of(self, method: Method) -> Effect:
        """How many scores and grades another method would change; nothing is changed."""
        return effect_of(self.archive, method)

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

    def recompute(self, progress: Callable[[int, int, str], None] | None = None) -> int:
        """Read every article anew and put everything that people decided on top; says how many articles that were."""
        ids = self.archive.all_article_ids()
        for done, article_id in enumerate(ids):
            if progress:
                progress(done, len(ids), article_id)
            with self.archive.transaction():
                self._reread(article_id)
        return len(ids)

    # Claims are looked at

    def claims(self, query: ClaimQuery, offset: int = 0, limit: int = 50) -> list[QueueEntry]:
        """One page of the claim list."""
        return self.archive.queue(query, self.reviewer, offset, limit)

    def progress(self, query: ClaimQuery) -> Progress:
        """How many claims match, and how many of them this reviewer has judged."""
        return self.archive.progress(query, self.reviewer)

    def facets(self, query: ClaimQuery) -> Facets:
        """How many claims each value of a filter would leave."""
        return self.archive.facets(query, self.reviewer)

    def next_unreviewed(self, query: ClaimQuery, after: int, backwards: bool = False) -> int | None:
        """The row of the next claim without a verdict, below or above the given row; None at the end."""
        return self.archive.next_unreviewed(query, self.reviewer, after, backwards)

    def position(self, query: ClaimQuery, claim_id: str) -> int | None:
        """The row in which a claim stands; None where the query does not leave it."""
        return self.archive.position(query, self.reviewer, claim_id)

    def parse_query(self, words: str) -> ClaimQuery:
        """The query that search words mean. Raises ProvenanceError naming a filter or value that is not known."""
        return parse_query(words)

    def resolve(self, claim_id_or_prefix: str) -> str:
        """The full id of a claim. Raises NotFound where none, or more than one, begins so."""
        return self.archive.claim(claim_id_or_prefix).id

    def entry(self, claim_id: str) -> QueueEntry:
        """One row of the claim list. Raises NotFound."""
        found = self.archive.entries([claim_id], self.reviewer)
        if not found:
            raise NotFound(
                f"No claim {claim_id} is shown.",
                means="It may belong to an article that was withdrawn.",
                do="List the claims with: provenance claims",
            )
        return found[0]

    def card(self, claim_id: str) -> ClaimCard:
        """Everything about one claim. Raises NotFound, also where its article was withdrawn."""
        acceptance.shown_claim(self.archive, claim_id)
        return cards.card(self.archive, self.registry, claim_id, self.reviewer)

    def reading(self, article_id: str) -> ReadingView:
        """A whole article, sentence by sentence. Raises NotFound."""
        return cards.reading(self.archive, article_id, self.reviewer)

    def articles(self) -> list[ArticleSummary]:
        """All articles in order of intake, withdrawn ones included."""
        return self.archive.articles(self.reviewer)

    def sources(self) -> list[SourceSummary]:
        """Every outlet and origin with its counts, most claims first."""
        return self.archive.sources()

    def groups(
        self, offset: int = 0, limit: int = 50, standings: Sequence[Standing] = ()
    ) -> list[tuple[ClaimGroup, tuple[QueueEntry, ...]]]:
        """Groups with their claims, those with most articles first."""
        found = self.archive.groups(limit, offset, standings)
        return [(group, tuple(self.archive.entries(group.claims, self.reviewer))) for group in found]

    def export(self, format: str, query: ClaimQuery, out: TextIO) -> int:
        """Write every matching claim with all its judgements; says how many. Raises ProvenanceError for an unknown format."""
        exporter = EXPORTERS.get(format)
        if exporter is None:
            raise ProvenanceError(f"“{format}” is no format of export.", do=f"Known are: {', '.join(EXPORTERS)}.")
        return exporter((self.card(entry.claim) for entry in self._all(query)), out)

    def _all(self, query: ClaimQuery) -> "Sequence[QueueEntry]":
        found: list[QueueEntry] = []
        while page := self.claims(query, len(found), _PAGE):
            found += page
        return found

    # People decide

    def judge(
        self, claims: str | Sequence[str], verdict: Verdict, *, echoes: bool = False, note: str | None = None, evidence: Sequence[str] = ()
    ) -> JournalEntry:
        """Give a verdict on a claim, or on several at once: one entry, one undo.

        With `echoes` it holds as well for every claim of their groups that goes back to the same origin.

        Raises:
            NotFound: no such claim, or its article was withdrawn.
            ProvenanceError: a piece of evidence is neither a web address nor a DOI.

        """
        rests_on = acceptance.checked_evidence(evidence)
        ids = [claims] if isinstance(claims, str) else list(claims)
        found = [
            each
            for claim_id in ids
            for each in (self._with_echoes(claim_id) if echoes else [acceptance.shown_claim(self.archive, claim_id)])
        ]
        once = list({claim.id: claim for claim in found}.values())
        return self._keep(Action.VERDICT, claims=once, verdict=verdict, note=note, evidence=rests_on)

    def note(self, claim_id: str, text: str) -> JournalEntry:
        """Write a note on a claim. Raises ProvenanceError where it is empty."""
        return self._keep(Action.NOTE, claims=[acceptance.shown_claim(self.archive, claim_id)], note=acceptance.checked_note(text))

    def correct_attribution(self, claim_id: str, correction: AttributionCorrection, why: str | None = None) -> JournalEntry:
        """Set right who says a claim; groups and scores around it follow. Raises ProvenanceError where nothing is set."""
        right = acceptance.checked_attribution_correction(correction)
        claim = acceptance.shown_claim(self.archive, claim_id)
        return self._keep(Action.CORRECT_ATTRIBUTION, claims=[claim], attribution=right, note=why)

    def mark_claim(self, article_id: str, span: Span) -> JournalEntry:
        """Say that this stretch of an article is a claim.

        Raises:
            ProvenanceError: the place lies outside the text or holds no words.

        """
        text = self.archive.article(article_id).text
        if not (0 <= span.start < span.end <= len(text)) or not span.within(text).strip():
            raise ProvenanceError("There are no words at that place of the article.", means="Nothing was marked.", do="Choose a sentence.")
        return self._keep(Action.MARK_CLAIM, article=article_id, span=span)

    def reject_collapse(self, claim_id: str, origin_key: str, why: str | None = None) -> JournalEntry:
        """Say that a claim was wrongly folded into an origin: from now on it counts on its own."""
        return self._keep(
            Action.REJECT_COLLAPSE, claims=[acceptance.shown_claim(self.archive, claim_id)], collapsed_into=origin_key, note=why
        )

    def correct_article(self, article_id: str, correction: ArticleCorrection, why: str | None = None) -> JournalEntry:
        """Set right who published an article, or when. Raises ProvenanceError where nothing is set."""
        right = acceptance.checked_article_correction(correction)
        return self._keep(Action.CORRECT_ARTICLE, article=self.archive.article(article_id).id, correction=right, note=why)

    def withdraw_article(self, article_id: str, why: str | None = None) -> JournalEntry:
        """Take an article out of everything that is shown and counted. It stays in the archive, and the journal keeps what was decided.

        Raises ProvenanceError where it was withdrawn before.
        """
        return self._keep(Action.WITHDRAW_ARTICLE, article=acceptance.not_yet_withdrawn(self.archive.article(article_id)).id, note=why)

    def undo(self) -> JournalEntry | None:
        """Take back this reviewer's last decision that is in force; returns it, or None where there is none."""
        with self.archive.transaction():
            entry = self.archive.journal.undo(self.reviewer, _now())
            self._follow(entry)
        return entry

    def redo(self) -> JournalEntry | None:
        """Bring back what this reviewer undid last; returns it, or None where there is nothing to bring back."""
        with self.archive.transaction():
            entry = self.archive.journal.redo(self.reviewer, _now())
            self._follow(entry)
        return entry

    def _keep(self, action: Action, *, claims: Sequence[Claim] = (), article: str | None = None, **decided: object) -> JournalEntry:
        refs = tuple(ClaimRef(claim=c.id, article=c.article, span=c.span, text=c.text) for c in claims)
        entry = JournalEntry.model_validate(
            {"at": _now(), "reviewer": self.reviewer, "action": action, "claims": refs, "article": article, **decided}
        )
        with self.archive.transaction():
            kept = self.archive.journal.append(entry)
            self._follow(kept)
        return kept

    def _follow(self, entry: JournalEntry | None) -> None:
        """Bring what the machine makes of the archive up to date with a decision that was just made, undone or redone."""
        if entry is None:
            return
        if entry.action in CORRECTIONS:
            for article_id in dict.fromkeys((*((entry.article,) if entry.article else ()), *(ref.article for ref in entry.claims))):
                self._reread(article_id)
        elif entry.action is Action.REJECT_COLLAPSE:
            retrace(self.archive, [ref.claim for ref in entry.claims], self.registry, self.method)

    def _reread(self, article_id: str) -> None:
        article: Article = self.archive.article(article_id)
        decisions = self.archive.journal.in_force(article=article_id, actions=CORRECTIONS)
        reading = reread(article, decisions, self.registry)
        before = [claim.id for claim in self.archive.claims_of(article_id)]
        around = [item.claim.id for item in self.archive.claims_connected(before) if item.claim.article != article_id]
        self.archive.update_article(reading.article)
        self.archive.replace_reading(article_id, reading.sentences, reading.claims, {c.id: index_terms(c) for c in reading.claims})
        shown = [] if reading.article.withdrawn else [claim.id for claim in reading.claims]
        retrace(self.archive, [*shown, *around], self.registry, self.method)

    def _with_echoes(self, claim_id: str) -> list[Claim]:
        claim = acceptance.shown_claim(self.archive, claim_id)
        group = self.archive.group_of(claim.id)
        members = self.archive.members(group.id) if group.id else ()
        this = next((m for m in members if m.claim.id == claim.id), None)
        if this is None:
            return [claim]
        found: list[ClaimInContext] = cards.echoes_of(members, this, group)
        return [item.claim for item in found]


def _now() -> datetime:
    return datetime.now(UTC)
