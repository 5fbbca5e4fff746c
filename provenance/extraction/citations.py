"""Outlets that a text cites, and which therefore did not publish it: "… - WSJ", above "…, the Wall Street Journal reported"."""

import re
from collections.abc import Sequence
from functools import cache

from provenance.extraction.layout import Block, Shape
from provenance.language.lexicon import cue_forms
from provenance.model.source import Outlet
from provenance.registry import Registry

_ACCORDING = re.compile(r"\b(?:according to|citing|quoted by)\s(?:the\s)?$", re.IGNORECASE)


def cited_in_lead(page: Sequence[Block], outlet: Outlet, registry: Registry) -> bool:
    """Whether the first sentence of the body gives an outlet's words as another house does: no house reports of itself there."""
    lead = next((block for block in page if block.shape is Shape.BODY), None)
    if lead is None:
        return False
    sentence = lead.text[: lead.sentences[0].end - lead.span.start]
    places = [span for span, named in registry.mentions(sentence) if named.key == outlet.key]
    return any(_reported().match(sentence, place.end) or _ACCORDING.search(sentence[: place.start]) for place in places)


@cache
def _reported() -> "re.Pattern[str]":
    """A verb of speech right behind a name, as in "reported", "has said", "also wrote"."""
    forms = sorted({" ".join(form) for form in cue_forms("speech")}, key=len, reverse=True)
    return re.compile(rf"\s(?:(?:has|had|also|later|first)\s)?(?:{'|'.join(map(re.escape, forms))})\b")
