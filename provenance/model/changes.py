"""What changes on the way: how a statement of one origin differs from one report of it to the next."""

from enum import StrEnum

from provenance.model.text import Span, Value


class ChangeKind(StrEnum):
    """What of a statement changed from one report of it to the next."""

    NUMBER = "number"
    DATE = "date"
    SCOPE = "scope"
    """How far it reaches: since when, over how long, how many of them, where."""
    HEDGE = "hedge"
    SOURCE = "source"
    """Who is said to say so."""


class Passage(Value):
    """Words of a claim and where they stand in its article."""

    claim: str
    span: Span
    words: str


class Change(Value):
    """What one report of an origin's statement has and the next has otherwise or not at all."""

    kind: ChangeKind
    earlier: str
    """The id of the claim that stands nearer to the origin."""
    later: str
    before: tuple[Passage, ...] = ()
    """The words in the earlier one; empty where something was added."""
    after: tuple[Passage, ...] = ()
    """The words in the later one; empty where something was lost."""
    note: str = ""
    """What to say beside the words, such as who fell out of the chain."""
    ordered: bool = True
    """Whether it is known that the one came before the other; where not, the order is only how they are listed."""
    restated: bool = False
    """Whether a text at hand restates its article: then the words are nobody's wording, and a difference may be the restatement's."""

    @property
    def in_words(self) -> str:
        """What changed, on one line; words as published, in quotation marks."""
        told = self._told
        return f"{told} (a text at hand is restated)" if self.restated else told

    @property
    def _told(self) -> str:
        before, after = (", ".join(f"“{passage.words}”" for passage in side) for side in (self.before, self.after))
        if before.casefold() == after.casefold():
            return self.note or before
        if before and after:
            told = f"{before} {'became' if self.ordered else 'against'} {after}"
        elif after:
            told = f"{after} {'was added' if self.ordered else 'is only in the other'}"
        else:
            told = f"{before} {'was lost' if self.ordered else 'is not in the other'}"
        return f"{told}: {self.note}" if self.note else told
