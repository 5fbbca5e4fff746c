"""Rows of the queue for tests of how rows are kept and drawn."""

from provenance.model.article import TextStatus
from provenance.model.chain import ConflictStatus, Support
from provenance.model.queue import QueueEntry
from provenance.model.source import SourcingType


def queue_row(number: int, text: str = "The bridge was opened.", outlet: str = "Reuters") -> QueueEntry:
    """One row."""
    return QueueEntry(
        claim=f"c{number}",
        article="a",
        group=f"g{number}",
        text=text,
        outlet="reuters",
        outlet_name=outlet,
        text_status=TextStatus.AS_PUBLISHED,
        published=None,
        support=Support.ECHO,
        conflict=ConflictStatus.NONE,
        sourcing_type=SourcingType.ANONYMOUS_OFFICIAL,
        more_origins=1,
        group_articles=3,
        score=0.5,
        low=0.4,
        high=0.6,
        grade="F4",
    )
