"""Where the phrase that names a source ends, judged forwards from the cue in front of it."""

from provenance.extraction.attribution.phrase import LONGEST, nominal
from provenance.extraction.attribution.tokens import Token, is_quotation_mark
from provenance.extraction.attribution.wording import body_heads, is_person_word
from provenance.language.lexicon import words

_DETERMINERS = words("grammar", "determiners")
_PREPOSITIONS = words("grammar", "prepositions")
_CLAUSE_OPENERS = words("grammar", "clause_openers") - {"as"}
_CONJUNCTIONS = words("grammar", "conjunctions")
_FINITE = words("grammar", "finite") | words("grammar", "contracted")
_WHEN = words("grammar", "weekdays") | {"yesterday", "today", "recently"}
_PAST = words("cues", "unlike_nouns") | words("grammar", "past")
_PAST_AS_PARTICIPLE = words("grammar", "past_as_participle")
_OPENS_ASIDE = frozenset({"who", "whose", "which", "speaking", "writing", "citing", "quoting"})
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i", "you", "there"})
_GOES_ON = frozenset({"and", "or", "in", "on", "at", "during", "after", "as", "with", "about", "via", "through"})
_APPOSED = frozenset({"a", "an", "the", "its", "his", "her", "their", "who", "whose"})


def after(tokens: list[Token], first: int, *, greedy: bool = False) -> tuple[int, int] | None:
    """The naming phrase that begins with token `first`, as token indices, end exclusive; None where none begins there.

    With `greedy`, as behind "according to", the phrase runs to the next comma or clause; otherwise it ends with its noun.
    """
    if first >= len(tokens) or tokens[first].low == "that":
        return None
    at = first
    while at < len(tokens) and at - first <= LONGEST:
        behind = _next(tokens, at, first, greedy)
        if behind is None:
            break
        at = behind
    end = min(at, len(tokens))
    while end > first and not tokens[end - 1].is_word and tokens[end - 1].text not in ')”"':
        end -= 1
    while (
        end > first and tokens[end - 1].low in _PREPOSITIONS | _CONJUNCTIONS | {"last", "earlier", "also"} and not _acronym(tokens[end - 1])
    ):
        end -= 1
    return (first, end) if end > first else None


def _next(tokens: list[Token], at: int, first: int, greedy: bool) -> int | None:
    """The index of the next token to look at while the phrase goes on; None where it ends before this one."""
    token = tokens[at]
    if not token.is_word:
        return _behind_mark(tokens, at, first)
    if at == first:
        return at + 1
    if (token.low in _CLAUSE_OPENERS and not _acronym(token)) or token.low in _FINITE:
        return _behind_clause(tokens, at) if token.low in ("who", "whose") and greedy else None
    if token.low in _WHEN or (token.low in _SUBJECTS and not _acronym(token)):
        return None
    if not greedy and (
        _starts_clause(tokens, at)
        or (token.low in _GOES_ON and not (token.low == "and" and at + 1 < len(tokens) and nominal(tokens[at + 1])))
    ):
        return None
    return at + 1


def _behind_mark(tokens: list[Token], at: int, first: int) -> int | None:
    token = tokens[at]
    if token.text == "(":
        closing = next((k for k in range(at, min(at + LONGEST, len(tokens))) if tokens[k].text == ")"), None)
        return None if closing is None else closing + 1
    if token.text == ",":
        return _apposition_end(tokens, at)
    if is_quotation_mark(token):
        closing = next((k for k in range(at + 1, min(at + 5, len(tokens))) if is_quotation_mark(tokens[k])), None)
        return closing + 1 if closing is not None and at > first else None
    if token.text in ";:—–!?":
        return None
    if token.text == ".":
        initial = at + 1 < len(tokens) and tokens[at - 1].is_capital and len(tokens[at - 1].text) <= 4
        return at + 1 if initial else None
    return at + 1


def _starts_clause(tokens: list[Token], at: int) -> bool:
    """Whether what was told begins here without "that": "told the inquest | the cracks", "told reporters | he"."""
    token, previous = tokens[at], tokens[at - 1]
    if token.low in _SUBJECTS and not _acronym(token):
        return True
    return token.low in _DETERMINERS and previous.is_word and previous.low not in _PREPOSITIONS | _DETERMINERS | _CONJUNCTIONS


def _acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _behind_clause(tokens: list[Token], at: int) -> int:
    at += 1
    while at < len(tokens) and tokens[at].text not in ",.;:":
        at += 1
    return at


def aside_end(tokens: list[Token], comma: int) -> int | None:
    """The index of the mark that ends an aside of a source's own clause behind the comma: "…, filed on Monday | ,", "…, which …"."""
    if comma + 1 >= len(tokens) or tokens[comma].text != ",":
        return None
    opening = tokens[comma + 1].low
    if not (_is_told_of(tokens[comma + 1 : comma + 3]) or opening in _OPENS_ASIDE):
        return None
    return next((k for k in range(comma + 2, len(tokens)) if tokens[k].text in ",.;:—–"), len(tokens))


def _is_told_of(tokens: list[Token]) -> bool:
    """Whether the words begin with a participle that tells of what stands before: "filed on Monday", "brought by two employees"."""
    if len(tokens) < 2 or not (tokens[0].low.endswith("ed") or tokens[0].low in _PAST_AS_PARTICIPLE):
        return False
    return tokens[1].low in _PREPOSITIONS or tokens[1].low in _WHEN


def _apposition_end(tokens: list[Token], comma: int) -> int | None:
    """The index behind an apposition that follows the comma, its own closing comma left out; None where it is none."""
    end = next(
        (k for k in range(comma + 1, min(comma + LONGEST, len(tokens))) if tokens[k].text in ",.;:" or is_quotation_mark(tokens[k])),
        len(tokens),
    )
    inner = tokens[comma + 1 : end]
    if not inner or tokens[comma - 1].text.isdigit():
        return None
    first = inner[0]
    if _states_something(inner):
        return None
    if first.low in _APPOSED or (first.text.isdigit() and len(inner) == 1):
        heads = first.text.isdigit() or any(is_person_word(t.low) or t.low in body_heads() for t in inner)
        clause = any(t.low in _FINITE for t in inner) and first.low not in ("who", "whose")
        return end if heads and not clause else None
    lower = (
        not first.is_capital
        and first.low not in _PREPOSITIONS | _DETERMINERS
        and not first.text.isdigit()
        and not _is_told_of(inner)
        and any(is_person_word(t.low) for t in inner[:4])
    )
    return end if lower and not any(t.low in _FINITE for t in inner) else None


def _states_something(tokens: list[Token]) -> bool:
    """Whether a verb in the past follows the first person or body: "the man died", but "a man named in the report"."""
    head = next((k for k, t in enumerate(tokens) if is_person_word(t.low) or t.low in body_heads()), None)
    if head is None or head + 1 >= len(tokens):
        return False
    verb = tokens[head + 1].low
    either = verb.endswith("ed") or verb in _PAST_AS_PARTICIPLE
    return verb in _PAST or (either and (head + 2 == len(tokens) or tokens[head + 2].low not in _PREPOSITIONS))
