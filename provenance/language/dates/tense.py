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
_TO_VERB = rf"to (?!(?:the|a|an|his|her|their|its|{_any_of(read_lexicon('calendar')['numbers'])})\b|[A-Z])[a-z]+"
_AHEAD = re.compile(rf"\b(?:{_any_of(_WORDS['ahead'])}|(?:is|are|was|were|be|been) (?:{_ARRANGED})\b)\b|['’]ll\b")
_INFINITIVE = re.compile(rf"(?P<before>\b[\w’'-]{{1,30}},? )?\b{_TO_VERB}\b")
_BARE = "".join(rf"(?<!\b{word} )" for word in ("to", "will", "would", "can", "could", "may", "might", "should", "shall", "must", "not"))
_PAST = re.compile(rf"\b(?:\w{{2,24}}ed|{_any_of(_WORDS['past'])}|{_BARE}(?<!n['’]t )(?<!['’]ll )(?:{_any_of(_WORDS['unchanged'])}))\b")
_COMMITS = re.compile(rf"\b(?:{_any_of(_WORDS['commits'])})\b")
_OPEN = re.compile(rf"\b(?:may|(?i:{_any_of(_WORDS['open'])}))\b")
_ANNOUNCES = re.compile(rf"\b(?:will|(?:is|are) (?:{_ARRANGED}))\b[^.;:“”\"]{{0,80}}$")
_REACH = 150


def speaks_ahead(text: str, sentence: Span, expression: Span) -> bool:
    """Whether the verb nearest to a time expression, before it as a rule, points to the future."""
    start = max(sentence.start, expression.start - _REACH)
    before = text[start : expression.start]
    ahead, past = max(_last(_AHEAD, before), _last_infinitive(before)), _last(_PAST, before)
    if ahead >= 0 or past >= 0:
        return ahead > past
    after = text[expression.end : min(sentence.end, expression.end + _REACH)]
    first_past = _PAST.search(after)
    pointing = [found.start() for found in (_AHEAD.search(after), _INFINITIVE.search(after)) if found]
    return bool(pointing) and (first_past is None or min(pointing) <= first_past.start())


def _last(pattern: "re.Pattern[str]", words: str) -> int:
    found = -1
    for match in pattern.finditer(words):
        found = match.end()
    return found


def _last_infinitive(words: str) -> int:
    """Where the last infinitive that is still to be done ends; -1 where there is none, or where it tells what came of a past deed."""
    found = -1
    for match in _INFINITIVE.finditer(words):
        done = words[: match.start()]
        governor = match["before"] or ""
        came_of_it = not _PAST.search(governor) and _PAST.search(done) and not _COMMITS.search(done[-80:] + governor)
        found = found if came_of_it else match.end()
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
