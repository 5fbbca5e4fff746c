"""Speakers whom the layout names: a transcript puts them before a colon, a signed quotation puts them behind a dash."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from provenance.extraction.attribution.draft import Draft
from provenance.extraction.attribution.scene import Scene
from provenance.language.lexicon import words
from provenance.model.claim import Mode
from provenance.model.text import Span

_LEAD = re.compile(r"\s*+([A-Z][^\W\d_]*+(?:[.’'-][^\W\d_]++)*+\.?(?: [^\W\d_(][\w.’'-]*){0,5}(?: \([^()\n]{1,30}\))?)\s?(:)\s+(?=\S)")
_SIGNED = re.compile(r"[”\"]\s{0,2}([―—–]|--|-)\s{0,2}([A-Z][^\n”\"―—]{2,80}?)[.\s]*$")
_MOST_WORDS_SIGNED = 14
_LEAD_REACH = 80  # letters within which a speaker's name and its colon stand


@dataclass(frozen=True, slots=True)
class Told:
    """A paragraph whose layout says who speaks: where the name stands, by which sign, and what is said."""

    speaker: Span
    sign: Span
    said: Span
    rule: str


def told_by_layout(text: str, paragraphs: Sequence[Span]) -> list[Told]:
    """The paragraphs of a text that a transcript's lead or a signature gives to somebody."""
    leads = [
        (p, m)
        for p in paragraphs
        if text.find(":", p.start, min(p.start + _LEAD_REACH, p.end)) > 0 and (m := _LEAD.match(text, p.start, p.end)) is not None
    ]
    seen = Counter(m.group(1) for _, m in leads)
    found = [
        Told(Span(*m.span(1)), Span(*m.span(2)), Span(m.end(), p.end), "transcript")
        for p, m in leads
        if _is_speaker(m.group(1), seen) and p.end - m.end() > 1
    ]
    for paragraph in paragraphs:
        signed = _SIGNED.search(text, max(paragraph.start, paragraph.end - 140), paragraph.end)
        if (
            signed is not None
            and text[paragraph.start : paragraph.start + 1] in '“"'
            and len(signed.group(2).split()) <= _MOST_WORDS_SIGNED
        ):
            said = Span(paragraph.start, signed.start() + 1)
            found.append(Told(Span(*signed.span(2)), Span(*signed.span(1)), said, "signed quotation"))
    return found


def _is_speaker(lead: str, seen: Counter[str]) -> bool:
    """A name in capitals, or one that leads two paragraphs or more; "Note:" and its like are headings."""
    if seen.total() == 1:
        return False  # "BARISHAL: A ferry …": one place in front of one text, and nobody who answers
    low = lead.lower()
    if low in words("formats", "answering"):
        return any(other.lower() in words("formats", "asking") for other in seen)
    if low in words("formats", "asking"):
        return False  # the outlet asks
    names = [word for word in lead.split() if word.isalpha() or "." in word]
    if not names or low in words("formats", "headings") or names[0].lower() in words("grammar", "determiners"):
        return False
    return (lead.isupper() and len(lead) > 1) or seen[lead] > 1


def draft_of(told: Told, scene: Scene) -> Draft:
    """The attribution in the sentence that holds the speaker's name."""
    said = Span(max(told.said.start, scene.span.start), min(told.said.end, scene.span.end))
    return Draft(
        told.rule,
        cue=(told.sign,),
        content=(said,) if said.start < said.end else (),
        source=(told.speaker,),
        confidence=0.95,
        mode=Mode.DIRECT,
    )
