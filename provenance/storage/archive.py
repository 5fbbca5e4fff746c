"""The archive: one database of articles, claims, groups, scores and decisions, and the one door to it."""

import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection

from provenance.model.article import Article
from provenance.model.chain import ClaimGroup, Conflict, Standing
from provenance.model.claim import Claim, ClaimInContext, Sentence
from provenance.model.queue import ArticleSummary, ClaimQuery, Facets, Progress, QueueEntry, SourceSummary
from provenance.model.reliability import Score, SourceRecord
from provenance.model.weighing import Weighed, Weighing
from provenance.storage import articles, claims, decisions, engine, facets, groups, migrations, near, queue, scores, summaries, together
from provenance.storage.group_list import GroupList
from provenance.storage.journal import Journal
from provenance.storage.pen import Pen
from provenance.storage.scores import KeptCase


class Archive:
    """A database, opened. Every method is one transaction; `transaction` makes one of several.

    May be used from several threads at once: each call takes a connection of its own. One writer writes at a time, in
    SQLite and PostgreSQL alike; another one waits for some seconds.
    """

    def __init__(self, url_or_path: str | Path, *, make_folder: bool = False) -> None:
        """Open a database, make it where none is, and bring an older one to the present form.

        `url_or_path` is a file for SQLite, or a SQLAlchemy URL; `make_folder` makes the file's folder, too.

        Raises:
            ArchiveError: it cannot be opened or written, or is not ours; says what happened, what it means, what to do.

        """
        url = engine.address(url_or_path)
        self.label = engine.label(url)
        """A short name to show: the file's name, or host and database; never a password."""
        self._engine = engine.open_engine(url, make_folder=make_folder)
        self._here = threading.local()
        self._pen = Pen()
        self.journal = Journal(self)
        self.group_list = GroupList(self)
        try:
            with self.reading() as connection:
                present = migrations.revision(connection) == migrations.PRESENT
            if not present:
                with self.writing() as connection:
                    migrations.upgrade(connection, self.label)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the database."""
        engine.remember_sizes(self._engine)
        self._engine.dispose()

    def __enter__(self) -> "Archive":
        """Use as a context manager, to close at the end."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close, whatever happened."""
        self.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything that this thread does with the archive inside is stored together, or, on an error, not at all."""
        with self.writing():
            yield

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that holds the writer's lock: the one of an open transaction of this thread, or a new one."""
        current: Connection | None = getattr(self._here, "connection", None)
        if current is not None:
            yield current
            return
        with self._pen.held(), engine.connection(self._engine, writes=True) as connection:
            self._here.connection = connection
            try:
                yield connection
            finally:
                self._here.connection = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read on; inside a transaction of this thread, it sees what was written there."""
        current: Connection | None = getattr(self._here, "connection", None)
        if current is not None:
            yield current
            return
        with engine.connection(self._engine, writes=False) as connection:
            yield connection

    # Articles

    def save_article(
        self, article: Article, sentences: Sequence[Sentence], claims_: Sequence[Claim], terms: Mapping[str, Collection[str]]
    ) -> bool:
        """Take an article in, whole. False: it was there already; then only its refs are joined.

        `terms` holds, by claim id, under which rare terms `claims_sharing` finds the claim.
        """
        with self.writing() as connection:
            if articles.number_of(connection, article.id) is not None:
                articles.join_refs(connection, article)
                return False
            number = articles.insert(connection, article, sentences)
            claims.insert(connection, article, number, claims_, terms)
            return True

    def update_article(self, article: Article) -> None:
        """Put a corrected or withdrawn article in place of the old one. Claims of a withdrawn one are no longer shown."""
        with self.writing() as connection:
            number = articles.present_number(connection, article.id)
            articles.replace(connection, article)
            claims.refresh_article(connection, article, number)

    def replace_reading(
        self, article_id: str, sentences: Sequence[Sentence], claims_: Sequence[Claim], terms: Mapping[str, Collection[str]]
    ) -> None:
        """Put a new reading in place of the old one. Groups and scores of the new claims are to be stored afterwards.

        Verdicts and notes on claims that the new reading cut differently go to the claim that shares most of their words.
        """
        with self.writing() as connection:
            article = articles.get(connection, article_id)
            number = articles.present_number(connection, article_id)
            groups.save(connection, (), (), [claim.id for claim in claims.of_article(connection, article_id)])
            claims.remove_all_of(connection, number)
            articles.replace_sentences(connection, number, sentences)
            claims.insert(connection, article, number, claims_, terms)
            decisions.bind(connection, [article_id])

    def article(self, article_id: str) -> Article:
        """An article whole, or NotFound."""
        with self.reading() as connection:
            return articles.get(connection, article_id)

    def sentences(self, article_id: str) -> tuple[Sentence, ...]:
        """All sentences of an article in order, or NotFound."""
        with self.reading() as connection:
            return articles.sentences(connection, article_id)

    def all_article_ids(self) -> tuple[str, ...]:
        """The ids of all articles in order of intake, withdrawn ones included."""
        with self.reading() as connection:
            return articles.all_ids(connection)

    def articles(self, reviewer: str = "", *, limit: int | None = None, offset: int = 0) -> list[ArticleSummary]:
        """Articles in order of intake, withdrawn ones included, with how many claims this reviewer has judged."""
        with self.reading() as connection:
            return summaries.articles(connection, reviewer, limit, offset)

    # Claims

    def claim(self, id_or_unique_prefix: str) -> Claim:
        """The claim with this id, or the only one whose id begins so; NotFound otherwise."""
        with self.reading() as connection:
            return claims.one(connection, id_or_unique_prefix)

    def claims_of(self, article_id: str) -> tuple[Claim, ...]:
        """An article's claims in the order of its text, or NotFound."""
        with self.reading() as connection:
            return claims.of_article(connection, article_id)

    def in_context(self, claim_ids: Collection[str], *, withdrawn: bool = True) -> tuple[ClaimInContext, ...]:
        """Claims with the heads of their articles, in order of intake; unknown ids are missing, and on wish those of withdrawn articles."""
        with self.reading() as connection:
            return claims.in_context(connection, claims.numbers_of(connection, claim_ids).values(), withdrawn=withdrawn)

    def claims_sharing(
        self, wanted: Collection[Mapping[str, float]], least: float, known: Collection[str], unnamed: float | None = None
    ) -> tuple[ClaimInContext, ...]:
        """Claims, other than the known ones, stored under terms of one of these whose weights together reach `least`.

        Where no name (`~`) and no number (`#`) is among the terms, they have to reach `unnamed`, if that is given.
        """
        with self.reading() as connection:
            numbers = near.sharing(connection, wanted, least, unnamed or least) - set(claims.numbers_of(connection, known).values())
            return claims.in_context(connection, numbers)

    def claims_grouped(self, ids: Collection[str]) -> tuple[ClaimInContext, ...]:
        """These claims, all that share a group with them, and all that people put together with them."""
        with self.reading() as connection:
            return claims.in_context(connection, groups.grouped_numbers(connection, ids) | together.tied_numbers(connection, ids))

    def claims_connected(self, ids: Collection[str]) -> tuple[ClaimInContext, ...]:
        """These claims, all that share a group with them, and all in conflict with them."""
        with self.reading() as connection:
            return claims.in_context(connection, groups.connected_numbers(connection, ids))

    def update_claims(self, changed: Sequence[Claim], terms: Mapping[str, Collection[str]] | None = None) -> None:
        """Put corrected claims in place of the old ones; claims that a person marked, and are new, are added."""
        with self.writing() as connection:
            known = claims.numbers_of(connection, (claim.id for claim in changed))
            claims.change(connection, [claim for claim in changed if claim.id in known])
            for article_id in dict.fromkeys(claim.article for claim in changed if claim.id not in known):
                new = [claim for claim in changed if claim.article == article_id and claim.id not in known]
                number = articles.present_number(connection, article_id)
                claims.insert(connection, articles.get(connection, article_id), number, new, terms or {})
                decisions.bind(connection, [article_id])

    # Groups, conflicts, scores

    def save_tracing(self, found: Sequence[ClaimGroup], conflicts: Sequence[Conflict], replacing: Collection[str]) -> None:
        """Store groups and conflicts in place of all that the claims in `replacing` were part of."""
        with self.writing() as connection:
            groups.save(connection, found, conflicts, replacing)

    def save_scores(self, found: Mapping[str, Weighed]) -> None:
        """Store scores by claim id, in place of older ones."""
        with self.writing() as connection:
            scores.save(connection, found)

    def score(self, claim_id: str) -> Score:
        """A claim's score, or NotFound."""
        with self.reading() as connection:
            return scores.of_claim(connection, claim_id)

    def methods_of_scores(self) -> frozenset[tuple[str, str]]:
        """Digest and version of every method that gave a score kept here; both empty where an older version of the program did."""
        with self.reading() as connection:
            return scores.methods(connection)

    def cases(self) -> Sequence[KeptCase]:
        """Every kind of case that some claim is of, with how many."""
        with self.reading() as connection:
            return scores.cases(connection)

    def weigh_anew(self, found: Mapping[int, Weighing]) -> None:
        """Put these weighings in place of those with the given numbers: every claim of such a case has another score then."""
        with self.writing() as connection:
            scores.weigh_anew(connection, found)

    def forget_unused_weighings(self) -> None:
        """Take away what a method made of cases that no claim is of any more."""
        with self.writing() as connection:
            scores.forget_unused(connection)

    def group(self, group_id: str) -> ClaimGroup:
        """A group, or NotFound."""
        with self.reading() as connection:
            return groups.one(connection, group_id)

    def group_of(self, claim_id: str) -> ClaimGroup:
        """The group of a claim; one of its own, without id, before it was traced; NotFound for an unknown claim."""
        with self.reading() as connection:
            return groups.of_claim(connection, claim_id)

    def groups(self, limit: int = 50, offset: int = 0, standings: Collection[Standing] = ()) -> tuple[ClaimGroup, ...]:
        """Groups of these standings, or of all, those with most articles first."""
        with self.reading() as connection:
            return groups.largest(connection, limit, offset, standings)

    def members(self, group_id: str) -> tuple[ClaimInContext, ...]:
        """The claims of a group with the heads of their articles, in order of intake."""
        with self.reading() as connection:
            return claims.in_context(connection, groups.member_numbers(connection, [group_id]))

    def conflicts_of(self, claim_ids: Collection[str]) -> tuple[Conflict, ...]:
        """The conflicts in which any of these claims stands."""
        with self.reading() as connection:
            return groups.conflicts_of(connection, claim_ids)

    # The queue

    def queue(self, query: ClaimQuery, reviewer: str, offset: int, limit: int) -> list[QueueEntry]:
        """One page of the claim list."""
        with self.reading() as connection:
            return queue.entries(connection, queue.page(connection, query, reviewer, offset, limit), reviewer)

    def entries(self, ids: Sequence[str], reviewer: str) -> list[QueueEntry]:
        """Rows of the claim list for these claims, in the order given; unknown ids are missing."""
        with self.reading() as connection:
            numbers = claims.numbers_of(connection, ids)
            return queue.entries(connection, [numbers[i] for i in ids if i in numbers], reviewer)

    def progress(self, query: ClaimQuery, reviewer: str) -> Progress:
        """How many claims match the query and how many of them this reviewer has judged."""
        with self.reading() as connection:
            return queue.progress(connection, query, reviewer)

    def facets(self, query: ClaimQuery, reviewer: str) -> Facets:
        """How many claims each value of a filter would leave, given the other filters."""
        with self.reading() as connection:
            return facets.count(connection, query, reviewer)

    def next_unreviewed(self, query: ClaimQuery, reviewer: str, after_offset: int, backwards: bool = False) -> int | None:
        """The row of the next claim that this reviewer has not judged, below or above a row; None at the end."""
        with self.reading() as connection:
            return queue.next_unreviewed(connection, query, reviewer, after_offset, backwards)

    def position(self, query: ClaimQuery, reviewer: str, claim_id: str) -> int | None:
        """The row, from 0, in which a claim stands; None where the query does not leave it."""
        with self.reading() as connection:
            return queue.position(connection, query, reviewer, claim_id)

    # Sources

    def sources(self, *, limit: int | None = None, offset: int = 0) -> list[SourceSummary]:
        """Every outlet and origin with its counts, most claims first."""
        with self.reading() as connection:
            return summaries.sources(connection, limit, offset)

    def records(self, keys: Collection[str]) -> dict[str, SourceRecord]:
        """What verdicts in force say of these outlets and origins; all zeros for one that nobody has judged."""
        with self.reading() as connection:
            return summaries.records(connection, keys)
