"""What an article refers to in time: each time expression of its running text, with what the words around it say of past and future."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from provenance.extraction.layout import Block, Shape
from provenance.language.dates.days import Days
from provenance.language.dates.expressions import Expression, find_expressions
from provenance.language.dates.resolution import absolute
from provenance.language.dates.tense import announced, leaves_open, speaks_ahead, tells_past
from provenance.model.text import Span

_PLACED = re.compile(
    r"\b(?:in|on|since|during|late in|early in)\s+(?:the )?(?:early |late |mid-?|end of |start of |beginning of )?$", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(?:in|on|since|during|of|from|until|by|before|after)\s(?:the\s)?$", re.IGNORECASE)
_MARKUP = re.compile(r"<\w|https?:|twitter\.com|@\w")


@dataclass(frozen=True, slots=True)
class Reference:
    """One time expression of the running text.

    `past`: the sentence tells it as past and leaves nothing open; `ahead`: its nearest verb points to the future;
    `lead`: it stands in the first sentences of the body; `days`: what it means where it carries its year.
    """

    expression: Expression
    words: str
    sentence: int
    ahead: bool
    past: bool
    lead: bool
    days: Days | None
    announced: bool = False
    alone: bool = False


def references_of(text: str, page: Sequence[Block]) -> list[Reference]:
    """The references of all running text, in order."""
    return list(_references(text, page))


def _references(text: str, page: Sequence[Block]) -> Iterator[Reference]:
    number = 0
    for block in page:
        if block.shape not in (Shape.BODY, Shape.BULLET):
            continue
        for sentence in block.sentences:
            yield from _in_sentence(text, sentence, number)
            number += 1


def _in_sentence(text: str, sentence: Span, number: int) -> Iterator[Reference]:
    expressions = find_expressions(text, sentence)
    if not expressions:
        return
    words = sentence.within(text)
    if _MARKUP.search(words):
        return
    tells = tells_past(words)
    told = tells and not leaves_open(words)
    for e in expressions:
        opens = e.span.start - sentence.start <= 14
        if _rough(e) and _in_quotation(text, sentence, e.span):
            continue
        before = _PLACED.search(text, max(sentence.start, e.span.start - 40), e.span.start)
        ahead = speaks_ahead(text, sentence, e.span)
        yield Reference(
            e,
            _quoted(text, sentence, e.span),
            number,
            ahead=ahead,
            past=(before is not None or (opens and e.part is not None))
            and not ahead
            and (told or (opens and tells) or e.relation == "since"),
            lead=number <= 1,
            days=absolute(e),
            announced=before is not None and announced(text, sentence, e.span),
            alone=text.startswith(" alone", e.span.end),
        )


def _rough(e: Expression) -> bool:
    """Whether an expression names a year and nothing finer."""
    return e.kind == "calendar" and e.month is None and e.season is None


def _in_quotation(text: str, sentence: Span, span: Span) -> bool:
    """Whether a place lies inside quotation marks; what people say of a year is often a forecast."""
    before = text[sentence.start : span.start]
    return (
        before.count("“") > before.count("”")
        or before.count('"') % 2 == 1
        or text.find("”", span.end, sentence.end) > text.find("“", span.end, sentence.end) >= -1
    )


def _quoted(text: str, sentence: Span, span: Span) -> str:
    """The expression with its preposition, as it stands."""
    before = _PREPOSITION.search(text, max(sentence.start, span.start - 12), span.start)
    return text[before.start() if before else span.start : span.end]
