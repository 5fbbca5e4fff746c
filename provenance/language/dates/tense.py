"""Whether the words around a time expression speak of the future or of the past."""

import re

from provenance.model.text import Span

_AHEAD = re.compile(
    r"\b(?:will|won['’]t|shall|would|['’]ll|to be|going to|(?:is|are|was|were|be|been) (?:due|set|scheduled|expected|slated|likely|planned|about|supposed|to)\b|"
    r"due|scheduled|slated|plans?|planned|planning|intends?|expects?|expected|upcoming|next|coming|ahead of|deadline|until|till|by the end of|no later than|"
    r"starting|beginning|to (?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|[A-Z])[a-z]+|may|might|could|can|hopes?|aims?)\b"
)
_PAST = re.compile(
    r"\b(?:\w{2,}ed|said|told|was|were|had|did|took|held|met|began|came|made|left|went|saw|killed|wrote|won|lost|fell|rose|found|gave|got|kept|led|ran|sent|spoke|struck|"
    r"hit|shot|died|fled|broke|brought|built|bought|caught|chose|drew|drove|flew|fought|grew|knew|laid|paid|put|read|set|showed|sold|spent|stood|thought|threw|has|have)\b"
)
_REACH = 150


def speaks_ahead(text: str, sentence: Span, expression: Span) -> bool:
    """Whether the verb nearest to a time expression, before it as a rule, points to the future."""
    start = max(sentence.start, expression.start - _REACH)
    before = text[start : expression.start]
    ahead, past = _last(_AHEAD, before), _last(_PAST, before)
    if ahead >= 0 or past >= 0:
        return ahead > past
    after = text[expression.end : min(sentence.end, expression.end + _REACH)]
    first_ahead, first_past = _AHEAD.search(after), _PAST.search(after)
    if first_ahead is None:
        return False
    return first_past is None or first_ahead.start() <= first_past.start()


def _last(pattern: "re.Pattern[str]", words: str) -> int:
    found = -1
    for match in pattern.finditer(words):
        found = match.end()
    return found


_OPEN = re.compile(
    r"\b(?:will|would|shall|could|may|might|should|must|plan\w*|expect\w*|schedul\w*|due|set to|to be|going to|next|upcoming|by|deadline|expire\w*|if|"
    r"candidates?|elections?|re-?election|campaigns?|budget|fiscal|race|rather than|takes? effect|fund\w*|cycle|season|until|through|projected|forecast|target)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(r"\b(?:will|(?:is|are) (?:due|set|scheduled|expected|slated) (?:to|for)|(?:is|are) to)\b[^.;:“”\"]{0,80}$")


def tells_past(sentence: str) -> bool:
    """Whether a sentence has a verb in the past tense."""
    return _PAST.search(sentence) is not None


def leaves_open(sentence: str) -> bool:
    """Whether a sentence holds words that speak of something not yet come, so that a date in it need not lie in the past."""
    return _OPEN.search(sentence) is not None


def announced(text: str, sentence: Span, expression: Span) -> bool:
    """Whether the words before a time expression announce it in the present tense: "will meet on", "is due on"."""
    return _ANNOUNCES.search(text, max(sentence.start, expression.start - 100), expression.start) is not None
