"""What people have decided about a claim, read off its journal: entries that an undo took back do not count."""

from collections.abc import Iterable

from provenance.model.review import Action, JournalEntry


def in_force(journal: Iterable[JournalEntry]) -> list[JournalEntry]:
    """The entries that stand, oldest first, without the undo and redo entries themselves."""
    entries = sorted(journal, key=lambda entry: entry.id)
    undone: set[int] = set()
    for entry in entries:
        if entry.undoes is not None and entry.action is Action.UNDO:
            undone.add(entry.undoes)
        elif entry.undoes is not None and entry.action is Action.REDO:
            undone.discard(entry.undoes)
    return [entry for entry in entries if entry.action not in (Action.UNDO, Action.REDO) and entry.id not in undone]


def verdicts(journal: Iterable[JournalEntry]) -> list[JournalEntry]:
    """The last verdict of each reviewer that stands, by reviewer."""
    last = {entry.reviewer: entry for entry in in_force(journal) if entry.action is Action.VERDICT}
    return [last[reviewer] for reviewer in sorted(last)]
