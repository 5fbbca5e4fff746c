"""The archive: one database of articles, claims, groups, scores and decisions, and the one door to it."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from provenance.model.article import Article
from provenance.model.chain import ClaimGroup, Conflict, Stand, Standing
from provenance.model.claim import Claim, ClaimInContext, Sentence
from provenance.model.filing import Sought
from provenance.model.moment import Moment
from provenance.model.queue import ArticleSummary, ClaimQuery, Facets, Partner, Progress, QueueEntry, SourceSummary
from provenance.model.reliability import Score
from provenance.model.review import JudgedClaim, ScoreThen
from provenance.model.weighing import Weighed, Weighing
from provenance.storage import articles, claims, decisions, facets, groups, judged, near, queue, scores, summaries, together
from provenance.storage.database import Database
from provenance.storage.group_list import GroupList
from provenance.storage.journal import Journal
from provenance.storage.reliance import Reliance
from provenance.storage.scores import KeptCase


class Archive(Database):
    """An open database as what it holds. Every method is one transaction; `transaction` makes one of several."""

    def __init__(self, url_or_path: str | Path, *, make_folder: bool = False) -> None:
        """Open a database as `Database` does, with the journal and the list of groups in it."""
        self.journal = Journal(self)
        self.group_list = GroupList(self)
        self.reliance = Reliance(self)
        super().__init__(url_or_path, make_folder=make_folder)

    # Articles

    def save_article(
        self, article: Article, sentences: Sequence[Sentence], claims_: Sequence[Claim], terms: Mapping[str, Collection[str]]
    ) -> bool:
        """Take an article in, whole. False: it was there already; then only its refs are joined.

        `terms` holds, by claim id, under which rare terms `claims_sharing` finds the claim; those of a week as `filed` writes them.
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
        self, wanted: Collection[Sought], least: float, known: Collection[str], unnamed: float | None = None
    ) -> tuple[ClaimInContext, ...]:
        """Claims, other than the known ones, filed under terms of one that is sought, of its weeks, that together reach `least`.

        Where no name (`~`) and no number (`#`) is among the terms, they have to reach `unnamed`, if given; a lasting one is enough.
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

    def scores_then(self, claim_ids: Collection[str]) -> tuple[ScoreThen, ...]:
        """What the scores of these claims are now, for the journal to remember with a verdict."""
        with self.reading() as connection:
            return judged.then(connection, claim_ids)

    def judged_claims(self) -> tuple[JudgedClaim, ...]:
        """Every verdict that nobody took back, claim by claim, in the order in which they were given."""
        with self.reading() as connection:
            return judged.judged_claims(connection)

    def methods_of_scores(self) -> frozenset[tuple[str, str]]:
        """Digest and version of every method that gave a score kept here; both empty where an older version of the program did."""
        with self.reading() as connection:
            return scores.methods(connection)

    def cases_are_of(self, form: str) -> bool:
        """Whether every kind of case that scores were given for was written down in this form."""
        with self.reading() as connection:
            return scores.are_of(connection, form)

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

    def stands(self, claim_ids: Collection[str]) -> dict[str, Stand]:
        """By claim id the group that it is in, and how many independent origins say so."""
        with self.reading() as connection:
            return groups.stands(connection, claim_ids)

    def conflicts_of(self, claim_ids: Collection[str]) -> tuple[Conflict, ...]:
        """The conflicts in which any of these claims stands."""
        with self.reading() as connection:
            return groups.conflicts_of(connection, claim_ids)

    # The queue

    def queue(self, query: ClaimQuery, reviewer: str, offset: int, limit: int) -> list[QueueEntry]:
        """One page of the claim list."""
        with self.reading() as connection:
            return queue.entries(connection, queue.page(connection, query, reviewer, offset, limit), reviewer)

    def queue_numbers(self, query: ClaimQuery, reviewer: str) -> list[int]:
        """The numbers of all claims of a list in their order; they hold until an article of theirs is read anew."""
        with self.reading() as connection:
            return list(queue.numbers(connection, query, reviewer))

    def entries_of_numbers(self, numbers: Sequence[int], reviewer: str) -> list[QueueEntry]:
        """Rows of the claim list for claims by number, in the order given; unknown ones are missing."""
        with self.reading() as connection:
            return queue.entries(connection, numbers, reviewer)

    def judged_among(self, numbers: Sequence[int], reviewer: str) -> frozenset[int]:
        """Those of the claims with these numbers that the reviewer has judged."""
        with self.reading() as connection:
            return queue.judged_among(connection, numbers, reviewer)

    def number_of_claim(self, claim_id: str) -> int | None:
        """A claim's number; None for an unknown claim."""
        with self.reading() as connection:
            return claims.numbers_of(connection, [claim_id]).get(claim_id)

    def entries(self, ids: Sequence[str], reviewer: str) -> list[QueueEntry]:
        """Rows of the claim list for these claims, in the order given; unknown ids are missing."""
        with self.reading() as connection:
            numbers = claims.numbers_of(connection, ids)
            return queue.entries(connection, [numbers[i] for i in ids if i in numbers], reviewer)

    def progress(self, query: ClaimQuery, reviewer: str) -> Progress:
        """How many claims match the query and how many of them this reviewer has judged."""
        with self.reading() as connection:
            return queue.progress(connection, query, reviewer)

    def moment(self) -> Moment:
        """How far the database has come, whoever worked at it; asked often, so it reads four numbers and nothing else."""
        with self.reading() as connection:
            return queue.moment(connection)

    def facets(self, query: ClaimQuery, reviewer: str) -> Facets:
        """How many claims each value of a filter would leave, given the other filters."""
        with self.reading() as connection:
            return facets.count(connection, query, reviewer)

    # Sources

    def sources(self, *, limit: int | None = None, offset: int = 0) -> list[SourceSummary]:
        """Every outlet and origin with its counts, most claims first."""
        with self.reading() as connection:
            return summaries.sources(connection, limit, offset)

    def order_of_sources(self) -> list[str]:
        """The keys of all sources in the order in which `sources` lists them."""
        with self.reading() as connection:
            return summaries.order_of_sources(connection)

    def sources_of(self, keys: Sequence[str]) -> list[SourceSummary]:
        """These outlets and origins with their counts, in the order given; unknown keys are missing."""
        with self.reading() as connection:
            return summaries.of_sources(connection, keys)

    def source(self, key: str) -> SourceSummary | None:
        """One outlet or origin with its counts; None where it has no part in any claim that is shown."""
        with self.reading() as connection:
            return next(iter(summaries.of_sources(connection, [key])), None)

    def sources_named(self, words: str) -> list[tuple[str, str]]:
        """Keys and names of the outlets and origins that are called so, or whose names hold these words where none is."""
        with self.reading() as connection:
            return summaries.named(connection, words)

    def sources_holding(self, words: str) -> frozenset[str]:
        """The keys of outlets and origins whose name holds these words or parts of words."""
        with self.reading() as connection:
            return summaries.holding(connection, words)

    def partners(self, key: str, limit: int) -> tuple[list[Partner], list[Partner]]:
        """Whom an outlet relies on, and which outlets say what a source said, each with how many claims, most first."""
        with self.reading() as connection:
            return summaries.partners(connection, key, limit)
