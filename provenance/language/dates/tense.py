"""Whether the words around a time expression speak of the future or of the past."""

import re
from collections.abc import Iterable

from provenance.language.lexicon import read_lexicon
from provenance.model.text import Span

_WORDS = read_lexicon("tense")


def _any_of(phrases: Iterable[str]) -> str:
    """An alternation of phrases; an asterisk at the end of one stands for any ending."""
    return "|".join(re.escape(p.rstrip("*")).replace("'", "['’]") + (r"\w*" if p.endswith("*") else "") for p in sorted(phrases))


_ARRANGED = _any_of(_WORDS["arranged"])
# "to" before a verb points ahead, "to" before a noun phrase does not.
_TO_VERB = r"to (?!the\b|a\b|an\b|his\b|her\b|their\b|its\b|[A-Z])[a-z]+"
_AHEAD = re.compile(rf"\b(?:{_any_of(_WORDS['ahead'])}|(?:is|are|was|were|be|been) (?:{_ARRANGED})\b|{_TO_VERB})\b|['’]ll\b")
_PAST = re.compile(rf"\b(?:\w{{2,24}}ed|{_any_of(_WORDS['past'])})\b")
_OPEN = re.compile(rf"\b(?:may|(?i:{_any_of(_WORDS['open'])}))\b")
_ANNOUNCES = re.compile(rf"\b(?:will|(?:is|are) (?:{_ARRANGED}))\b[^.;:“”\"]{{0,80}}$")
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


def tells_past(sentence: str) -> bool:
    """Whether a sentence has a verb in the past tense."""
    return _PAST.search(sentence) is not None


def leaves_open(sentence: str) -> bool:
    """Whether a sentence holds words that speak of something not yet come, so that a date in it need not lie in the past."""
    return _OPEN.search(sentence) is not None


def announced(text: str, sentence: Span, expression: Span) -> bool:
    """Whether the words before a time expression announce it in the present tense: "will meet on", "is due on"."""
    return _ANNOUNCES.search(text, max(sentence.start, expression.start - 100), expression.start) is not None
