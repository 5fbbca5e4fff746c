"""Under what a claim is filed in the archive, and what is looked for when another one is compared with it."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

WEEK_MARK = "@"
"""What stands between a term and the week; no word, name or number has it."""


def filed(term: str, week: int) -> str:
    """A term as it is filed for a claim that tells of a week; without a week, a term is filed as it is."""
    return f"{term}{WEEK_MARK}{week}"


class Sought(NamedTuple):
    """What makes another claim worth comparing with one."""

    terms: Mapping[str, float]
    """Rare terms with their weights."""
    weeks: Collection[int] = frozenset()
    """Terms count where they are filed under one of these weeks, or under none; empty: whatever the week."""
    lasting: Collection[str] = frozenset()
    """Terms of which one is enough, and that are filed under no week."""
