"""What a comma sets beside a source: more about a name, or the name itself behind a description."""

import re

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.capacities import capacity_of, names_an_office
from provenance.language.lexicon import words

_PARTICLES = words("sources", "person", "particles")
_DETERMINERS = words("grammar", "determiners")
_ASIDES = words("grammar", "apposition_openers")
_PREPOSITIONS = words("grammar", "prepositions")
_SEAT = re.compile(r"[A-Z][-–][A-Z]")  # "R-S.C."


def steps_aside(tokens: list[Token], comma: int) -> bool:
    """Whether what follows the comma says more of a source that the words before it name in full."""
    behind = tokens[comma + 1]
    following = tokens[comma + 2].low if comma + 2 < len(tokens) else ""
    told_of = behind.low.endswith("ed") and (following in _PREPOSITIONS or following[:1].isdigit())
    if behind.low in _ASIDES or told_of or (behind.low in ("from", "of", "at") and following[:1].isalpha()):
        return True
    named = without_brackets(tokens[:comma])[-2:]
    if not named[-1].is_capital or names_an_office([t.low for t in named]):
        return False
    owns = behind.low.endswith("'s") or (comma + 2 < len(tokens) and tokens[comma + 2].text in "'’")
    says_more = not behind.is_capital or owns or capacity_of([behind.low]) is not None or _SEAT.match(behind.text) is not None
    return behind.low not in ("and", "or") and (says_more or _ends_with_role(tokens, comma + 1))


def _ends_with_role(tokens: list[Token], first: int) -> bool:
    """Whether the words up to the next comma end with a role and no name: "X, State Department security director"."""
    end = next((k for k in range(first, len(tokens)) if tokens[k].text == ","), len(tokens))
    last = tokens[end - 1]
    return not last.is_capital and capacity_of([last.low]) is not None


def told_aside(tokens: list[Token], comma: int) -> list[str]:
    """The words between the comma and the next one."""
    end = next((k for k in range(comma + 1, len(tokens)) if tokens[k].text == ","), len(tokens))
    return [t.low for t in tokens[comma + 1 : end] if t.is_word]


def apposed(tokens: list[Token], aside: int) -> list[Token]:
    """`his deputy, | Ali Mamlouk`: the name that a comma sets behind words which say who somebody is."""
    comma = next((k for k in range(1, aside - 1) if tokens[k].text == ","), None)
    if comma is None or (tokens[0].is_capital and tokens[0].low not in _DETERMINERS):
        return []
    end = next((k for k in range(comma + 1, aside) if tokens[k].text == ","), aside)
    name = tokens[comma + 1 : end]
    pure = bool(name) and name[0].is_capital and all(t.is_capital or t.low in _PARTICLES or t.text == "." for t in name)
    return name if pure and end >= aside - 1 else []


def without_brackets(tokens: list[Token]) -> list[Token]:
    """The words outside brackets: "the United Nations (UN)" is named by the first two."""
    kept, depth = [], 0
    for token in tokens:
        depth += token.text == "("
        if token.is_word and depth == 0:
            kept.append(token)
        depth -= token.text == ")" and depth > 0
    return kept or [t for t in tokens if t.is_word] or tokens
