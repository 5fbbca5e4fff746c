"""What the rules hand on: an attribution found in the words, before anybody has asked who is meant by it."""

from dataclasses import dataclass

from provenance.model.claim import Mode
from provenance.model.source import SourcingType
from provenance.model.text import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution as one sentence shows it. `relays` are the places that name who passed it on, nearest to the outlet first."""

    rule: str
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    antecedent: tuple[Span, ...] = ()
    relays: tuple[Span, ...] = ()
    confidence: float = 0.9
    mode: Mode = Mode.INDIRECT
    agentless: SourcingType | None = None
    """The sourcing type of a statement that nobody is given for."""
    document: bool = False
    """Whether the cue is one that suits documents rather than people."""
    newsroom: bool = False
    """Whether the cue is one by which an outlet reports what it has found out itself."""
    weak: bool = False
    """Whether the cue also stands where nothing is attributed, so that another attribution of the sentence goes first."""
    quoted: bool = False
    """Whether its cue stands inside a quotation, so that it is part of what somebody else says."""

    def inside(self, outer: "Draft") -> bool:
        """Whether somebody speaks here in what the other draft reports, and not the other way round."""
        within = any(content.contains(cue) for cue in self.cue[:1] for content in outer.content)
        return within and not any(content.contains(cue) for cue in outer.cue[:1] for content in self.content)
