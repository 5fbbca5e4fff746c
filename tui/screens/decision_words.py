"""A decision in words: how many claims it touched, and what one undo takes back."""

from provenance.model.review import JournalEntry
from tui.look import ACTION_WORDS, VERDICT_WORDS


def undone_words(word: str, entry: JournalEntry) -> str:
    """What was undone or redone, and for how many claims."""
    what = VERDICT_WORDS[entry.verdict][1] if entry.verdict is not None else ACTION_WORDS[entry.action]
    return f"{word}: {what}" + (f", {claims_in_words(len(entry.claims))}" if len(entry.claims) > 1 else "")


def claims_in_words(count: int) -> str:
    """How many claims."""
    return "1 claim" if count == 1 else f"{count} claims"


def undoes(count: int) -> str:
    """What one press of `u` takes back."""
    return "u undoes" if count == 1 else f"one u undoes all {count}"
