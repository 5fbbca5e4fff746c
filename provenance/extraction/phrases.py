"""A naming phrase taken apart: its words, its head, and what the head stands for."""

from dataclasses import dataclass

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import is_plural_source, singular_of
from provenance.extraction.capacities import capacity_of, side_of
from provenance.language.lexicon import states_by_demonym, words

_DOCUMENTS = words("sources", "document", "heads")
_PLURAL_PEOPLE = words("sources", "person", "plural_people")
_QUANTIFIERS = words("grammar", "quantifiers") | {"each", "none"}
_DETERMINERS = words("grammar", "determiners")
_ASIDES = words("grammar", "apposition_openers")
ENDS_HEAD = words("grammar", "clause_openers") | words("sources", "person", "ends_head") | {",", "(", "–", "—"}
"""Words and marks behind which the head of a naming phrase stands no more."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A naming phrase taken apart: its words without brackets, its head and what the head stands for."""

    tokens: list[Token]
    lows: list[str]
    name: str
    head: str
    role: str
    plural: bool
    side: str | None
    opens_sentence: bool

    @property
    def bare(self) -> list[str]:
        """The words without a leading article, up to an apposition's or clause's end."""
        return without_article(self.lows)

    @property
    def proper(self) -> list[Token]:
        """The capitalised words that can be a name; a sentence's first word is none where only common words follow it."""
        demonyms = states_by_demonym()
        named = [t for t in self.tokens if t.is_capital and t.low not in _DETERMINERS and t.low.removesuffix("'s") not in demonyms]
        first_only = self.opens_sentence and len(named) == 1 and named[0] is self.tokens[0] and len(self.tokens) > 1
        if first_only and not self.tokens[1].text[0].isdigit() and not named[0].low.endswith("'s") and not named[0].text.isupper():
            return []
        return named


def taken_apart(text: str, tokens: list[Token]) -> Phrase:
    """The phrase that the tokens of a text make, without brackets and without what is told of the source behind a comma."""
    aside = next((k for k, t in enumerate(tokens) if k and t.text == "," and k + 1 < len(tokens) and _steps_aside(tokens, k)), len(tokens))
    kept = _without_brackets(tokens[:aside])
    lows = [t.low for t in kept]
    head = head_of(lows)
    ahead = text[max(0, tokens[0].start - 3) : tokens[0].start].rstrip(" \t“”\"‘’'")
    name = text[tokens[0].start : tokens[-1].end]
    plural = head in _PLURAL_PEOPLE or is_plural_source(head)
    one_of = lows[0] == "one" and len(lows) > 1 and lows[1] == "of"
    return Phrase(kept, lows, name, head, singular_of(head), plural and not one_of, side_of(lows), not ahead or ahead[-1] in ".!?:\n\r")


def _steps_aside(tokens: list[Token], comma: int) -> bool:
    """Whether what follows the comma says more of a source that the words before it name in full."""
    behind = tokens[comma + 1].low
    named = comma > 1 and tokens[comma - 1].is_capital and capacity_of([tokens[comma - 1].low]) is None
    return behind in _ASIDES or (named and behind in _DETERMINERS)


def _without_brackets(tokens: list[Token]) -> list[Token]:
    """The words outside brackets: "the United Nations (UN)" is named by the first two."""
    kept, depth = [], 0
    for token in tokens:
        depth += token.text == "("
        if token.is_word and depth == 0:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept or [t for t in tokens if t.is_word] or tokens


def head_of(lows: list[str]) -> str:
    """The head of the phrase: the last word before a preposition, comma, participle or relative clause; numbers are none."""
    end = next((k for k, low in enumerate(lows) if k > 0 and (low in ENDS_HEAD or _describes(lows, k))), len(lows))
    if end == 1 and lows[0] in _QUANTIFIERS and len(lows) > 2:
        rest = lows[2:] if lows[1] in ENDS_HEAD else lows[1:]
        rest = without_article(rest)
        return head_of(rest) if rest and rest[0] not in ENDS_HEAD else lows[0]
    while end > 1 and lows[end - 1].isdigit():
        end -= 1
    return lows[end - 1].removesuffix("'s")


def _describes(lows: list[str], at: int) -> bool:
    """`analysts | polled by …`: a participle behind somebody begins what is said about them."""
    return lows[at].endswith("ed") and (
        is_plural_source(lows[at - 1]) or lows[at - 1] in _DOCUMENTS or capacity_of([lows[at - 1]]) is not None
    )


def without_article(lows: list[str]) -> list[str]:
    """The words from the first that is no determiner; the last word stays."""
    while len(lows) > 1 and lows[0] in _DETERMINERS:
        lows = lows[1:]
    return lows
