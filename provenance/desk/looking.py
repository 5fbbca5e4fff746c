"""What people ask of the desk: lists of claims, articles, sources and groups, one claim with everything about it, and exports."""

from collections.abc import Sequence
from typing import TextIO

from provenance.desk import acceptance, cards, sources
from provenance.desk.held import HeldList
from provenance.desk.query import parse_query
from provenance.errors import NotFound, ProvenanceError
from provenance.exporters import EXPORTERS
from provenance.model.chain import ClaimGroup, Standing
from provenance.model.moment import Moment
from provenance.model.queue import (
    ArticleSummary,
    ClaimCard,
    ClaimQuery,
    Facets,
    GroupCard,
    GroupEntry,
    Progress,
    QueueEntry,
    ReadingView,
    SourceCard,
    SourceSummary,
)
from provenance.registry import Registry
from provenance.scoring import Method
from provenance.storage.archive import Archive

_PAGE = 500


class Looking:
    """The questions of one reviewer at one database. Nothing here changes anything."""

    archive: Archive
    reviewer: str
    registry: Registry
    method: Method

    def claims(self, query: ClaimQuery, offset: int = 0, limit: int = 50) -> list[QueueEntry]:
        """One page of the claim list."""
        return self.archive.queue(query, self.reviewer, offset, limit)

    def hold(self, query: ClaimQuery) -> HeldList:
        """The claim list in its order of now, which stays while scores move."""
        return HeldList(self.archive, query, self.reviewer)

    def progress(self, query: ClaimQuery) -> Progress:
        """How many claims match, and how many of them this reviewer has judged."""
        return self.archive.progress(query, self.reviewer)

    def moment(self) -> Moment:
        """How far the database has come, whoever worked at it."""
        return self.archive.moment()

    def facets(self, query: ClaimQuery) -> Facets:
        """How many claims each value of a filter would leave."""
        return self.archive.facets(query, self.reviewer)

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

    def sources(self, offset: int = 0, limit: int | None = None) -> list[SourceSummary]:
        """Every outlet and origin with its letter and counts, or one page of them, most claims first."""
        return sources.known(self.archive, self.registry, self.method, self.archive.sources(limit=limit, offset=offset))

    def source_order(self, words: str = "") -> list[str]:
        """The keys of all sources in the order in which they are listed, or of those whose name holds these words or parts of words."""
        order = self.archive.order_of_sources()
        if not words.strip():
            return order
        holding = self.archive.sources_holding(words)
        return [key for key in order if key in holding]

    def sources_of(self, keys: Sequence[str]) -> list[SourceSummary]:
        """These sources with letter and counts, in the order given."""
        return sources.known(self.archive, self.registry, self.method, self.archive.sources_of(keys))

    def source_card(self, key: str) -> SourceCard:
        """Everything about one source, by its key. Raises NotFound."""
        return sources.card(self.archive, self.registry, self.method, key)

    def source(self, key_or_name: str) -> SourceCard:
        """Everything about one source. Raises NotFound where none, or more than one, is called so."""
        return sources.card(self.archive, self.registry, self.method, sources.key_of(self.archive, self.registry, key_or_name))

    def groups(
        self, offset: int = 0, limit: int = 50, standings: Sequence[Standing] = ()
    ) -> list[tuple[ClaimGroup, tuple[QueueEntry, ...]]]:
        """Groups with their claims, those with most articles first."""
        found = [cards.group_with_days(self.archive, group) for group in self.archive.groups(limit, offset, standings)]
        return [(group, tuple(self.archive.entries(group.claims, self.reviewer))) for group in found]

    def group_of(self, claim_id: str) -> ClaimGroup:
        """The group that a claim belongs to. Raises NotFound."""
        return self.archive.group_of(claim_id)

    def group_entries(self, offset: int = 0, limit: int = 50, standings: Sequence[Standing] = ()) -> list[GroupEntry]:
        """One page of the list of groups, those with most articles first."""
        return [cards.with_days(self.archive, entry) for entry in self.archive.group_list.page(self.reviewer, offset, limit, standings)]

    def group_count(self, standings: Sequence[Standing] = ()) -> int:
        """How many groups are of these standings, or how many there are."""
        return self.archive.group_list.count(standings)

    def group_position(self, group_id: str, standings: Sequence[Standing] = ()) -> int | None:
        """The row in which a group stands; None where it is not among these."""
        return self.archive.group_list.position(group_id, standings)

    def group_card(self, group_id: str) -> GroupCard:
        """Everything about one group but its claims. Raises NotFound."""
        return cards.group_card(self.archive, group_id, self.reviewer)

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
