"""Where the phrase that names a source begins, judged backwards from the cue behind it."""

from provenance.extraction.attribution.tokens import Token, is_quotation_mark
from provenance.extraction.attribution.wording import body_heads, finite_verbs, is_person_word, names_a_source, person_heads
from provenance.language.lexicon import states_by_demonym, words
from provenance.model.text import Span

LONGEST = 32
"""Words that a naming phrase with its appositions can have; hardly any has more."""
_DETERMINERS = words("grammar", "determiners")
_OPENERS = words("grammar", "openers")
_PREPOSITIONS = words("grammar", "prepositions")
_CLAUSE_OPENERS = words("grammar", "clause_openers")
_CONJUNCTIONS = words("grammar", "conjunctions")
_FINITE = words("grammar", "finite") | words("grammar", "contracted")
_BE = words("grammar", "be")
_TIMES = words("grammar", "weekdays") | words("grammar", "months")
_PERIODS = _TIMES | {"week", "month", "year", "night"}
_LEFT_OVER = _TIMES | {"on", "last", "week", "also", "earlier", "neither", "who"}
_ASIDES = words("grammar", "apposition_openers") | _DETERMINERS
_SUBJECTS = frozenset({"he", "she", "they", "we"})
_WHEN = _TIMES | {"last", "this", "earlier", "yesterday", "today", "late"}
_OCCASIONS = words("carry", "occasions")
_NOMINAL = person_heads() | body_heads() | _DETERMINERS | frozenset(states_by_demonym()) | words("sources", "media", "state")


def span_of(tokens: list[Token]) -> tuple[Span, ...]:
    """The place that the words take, as the one span of a source; none for no words."""
    return (Span(tokens[0].start, tokens[-1].end),) if tokens else ()


def before(tokens: list[Token], last: int, floor: int = 0) -> tuple[int, int] | None:
    """The naming phrase that ends with token `last`, as token indices, end exclusive; None where none can be told.

    An apposition that a comma closes right before the cue belongs to the phrase ("Ali Mamlouk, the head of the bureau, told").
    """
    if last < floor:
        return None
    if tokens[last].text in ",—–":
        return _with_apposition(tokens, last, floor)
    if tokens[last].low in _SUBJECTS and not _acronym(tokens[last]):
        return last, last + 1  # "In the past he"
    start = _behind_clause(tokens, _phrase_start(tokens, last, floor), last, floor)
    return _with_relative(tokens, start, last, floor) or _trimmed(tokens, start, last + 1)


def _behind_clause(tokens: list[Token], start: int, last: int, floor: int) -> int:
    """`… had accepted the deal and | Israel`: behind an auxiliary stands a verb, and the speaker only behind the conjunction."""
    if start <= floor or tokens[start - 1].low not in _FINITE or tokens[start].is_capital:
        return start
    return next((k + 1 for k in range(last - 1, start, -1) if tokens[k].low in _CONJUNCTIONS), start)


def _with_relative(tokens: list[Token], start: int, last: int, floor: int) -> tuple[int, int] | None:
    """`A minister who asked not to be named | said`: the clause behind the pronoun belongs to whom it tells of.

    Where a name or a noun follows the pronoun, that one may be the speaker: "the man who Reuters said …".
    """
    if not floor < start - 1 or start > last or tokens[start - 1].low not in ("who", "which") or _acronym(tokens[start - 1]):
        return None
    opening, holder = tokens[start], start - 2
    if opening.is_capital or opening.low in _DETERMINERS or not tokens[holder].is_word or start == last:
        return None
    head = _trimmed(tokens, _phrase_start(tokens, holder, floor), holder + 1)
    return (head[0], last + 1) if head is not None and names_a_source(tokens[head[0] : head[1]]) else None


def _with_apposition(tokens: list[Token], comma: int, floor: int) -> tuple[int, int] | None:
    at = comma - 1
    while at > floor and comma - at <= LONGEST:
        if tokens[at].text in ";:":
            return None
        if is_quotation_mark(tokens[at]):  # "marked “confidential”"
            at = next((k - 1 for k in range(at - 1, max(floor, at - 5), -1) if is_quotation_mark(tokens[k])), floor)
            continue
        if tokens[at].text == tokens[comma].text:
            inner = tokens[at + 1 : comma]
            aside = bool(inner) and all(t.low in _OPENERS for t in inner)
            if inner and (aside or _is_apposition(inner)):
                head = _trimmed(tokens, _phrase_start(tokens, at - 1, floor), at)
                if head and (names_a_source(tokens[head[0] : head[1]]) or _tells_who(tokens[head[0]], inner)):
                    return head if aside else (head[0], comma)
        at -= 1
    return None


def _tells_who(opening: Token, apposition: list[Token]) -> bool:
    """`A smaller rival, the union of dockers, | said`: behind a description that may be anybody's, the apposition tells of a speaker."""
    return opening.low in _DETERMINERS and names_a_source(apposition) and not any(t.low in _FINITE or t.text == "," for t in apposition)


def _is_apposition(tokens: list[Token]) -> bool:
    first = tokens[0]
    if first.low in _ASIDES or first.text.isdigit():
        return True
    if any(t.low in _FINITE and t.text != "May" for t in tokens):
        return False
    if first.is_capital:
        return True
    if (
        len(tokens) > 1
        and len(first.low) > 4
        and first.low.endswith(("ed", "ing"))
        and (tokens[1].low in _PREPOSITIONS | _WHEN or tokens[1].text.isdigit())
    ):
        return True  # "published in Nature", "speaking by telephone", "dated 3 May"
    if first.low in ("from", "of", "at") and any(t.is_capital for t in tokens[1:4]):
        return True  # "from University College London"
    if first.low in ("in", "on", "at", "during", "through") and any(t.low in _OCCASIONS for t in tokens[1:4]):
        return True  # "in a note to clients"
    if first.low == "for" and tokens[-1].low == "part":
        return True  # "for his part"
    if first.low in _CONJUNCTIONS or first.low in _CLAUSE_OPENERS or first.low in _PREPOSITIONS:
        return False
    return any(is_person_word(t.low) for t in tokens)


def _phrase_start(tokens: list[Token], last: int, floor: int) -> int:
    at = last
    while at >= floor and last - at <= LONGEST:
        token = tokens[at]
        if token.text == ")":
            opened = next((k for k in range(at, max(floor, at - LONGEST) - 1, -1) if tokens[k].text == "("), None)
            if opened is None:
                break
            at = opened - 1
        elif is_quotation_mark(token) and _inner_quote(tokens, at, last):
            at -= 1
        elif _ends_phrase(tokens, at, last, floor):
            break
        else:
            at -= 1
    return at + 1


def _ends_phrase(tokens: list[Token], at: int, last: int, floor: int) -> bool:
    """Whether the token, read backwards, stands before the phrase: a mark, a clause opener, a verb or a conjunction of clauses."""
    token = tokens[at]
    if not token.is_word:
        return is_quotation_mark(token) or token.text in ",;:—–-(•*▪" or (token.text in ".!?…" and not _is_initial(tokens, at))
    if token.low in _CLAUSE_OPENERS and not (token.low == "as" and at == last) and not _acronym(token):
        return True
    if token.low == "by" and at > 1 and at < last and tokens[at - 2].low in _BE:
        return True  # "He was echoed by | X"
    if token.low in finite_verbs() and at < last and not _before_noun(tokens, at, floor):
        return True
    return token.low in _CONJUNCTIONS and not _joins_names(tokens, at, last, floor)


def _acronym(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _before_noun(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether a verb form is an adjective here: it opens the phrase or stands behind a determiner ("An informed source")."""
    if at + 1 < len(tokens) and tokens[at + 1].low in ("on", "about", "by", "of"):
        return True  # "people briefed on the talks"
    return tokens[at].low not in _FINITE and (at == floor or tokens[at - 1].low in _DETERMINERS or not tokens[at - 1].is_word)


def _is_initial(tokens: list[Token], at: int) -> bool:
    """A full stop behind an initial or a short title ("Gen.", "J.") ends nothing."""
    return at > 0 and tokens[at - 1].is_capital and tokens[at - 1].end == tokens[at].start and at + 1 < len(tokens)


def _inner_quote(tokens: list[Token], at: int, last: int) -> bool:
    """A nickname or title in quotation marks inside the phrase: both marks stand within a few words."""
    near = [k for k in range(max(0, at - 4), min(last, at + 4) + 1) if k != at and is_quotation_mark(tokens[k])]
    return bool(near) and at != last and not any(tokens[k].text in ",." for k in range(min(near[0], at), max(near[-1], at)))


def _joins_names(tokens: list[Token], at: int, last: int, floor: int) -> bool:
    """Whether `and` joins two names or roles, and not two clauses: what stands left of it must be able to name a source."""
    if tokens[at].low not in ("and", "or") or at in (floor, last):
        return False
    left = tokens[at - 1]
    right = tokens[at + 1]
    again = right.low in _PREPOSITIONS and any(t.low == right.low for t in tokens[max(floor, at - 8) : at])  # "close to X and to Y"
    return left.text == ")" or (left.is_word and nominal(left) and (again or nominal(right)))


def nominal(token: Token) -> bool:
    """Whether the word can stand in a name or a role."""
    return token.is_capital or token.low.removesuffix("'s") in _NOMINAL


def _trimmed(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """Without openers ("But"), times ("On Friday") and a leading prepositional phrase before a determiner."""
    while start < end:
        token = tokens[start]
        following = tokens[start + 1] if start + 1 < end else None
        if token.low in _OPENERS or not token.is_word:
            start += 1
        elif token.low == "last" and following is not None and following.low in _PERIODS:
            start += 2
        elif token.low in _TIMES and following is not None:
            start += 1
        elif token.low in _PREPOSITIONS:
            behind = _behind_preposition(tokens, start, end)
            if behind is None:
                return None
            start = behind
        else:
            break
    while end > start and not tokens[end - 1].is_word and tokens[end - 1].text not in ')”"':
        end -= 1
    while end > start + 1 and tokens[end - 1].low in _LEFT_OVER and not _acronym(tokens[end - 1]):
        end -= 1
    return (start, end) if start < end else None


def _behind_preposition(tokens: list[Token], start: int, end: int) -> int | None:
    """Where the phrase begins behind a leading "On Friday", "In the north": at a time's end, a determiner or a new name."""
    if start + 1 < end and (tokens[start + 1].low in _TIMES or tokens[start + 1].text.isdigit()):
        return start + 2
    determiner = next((k for k in range(start + 2, end) if tokens[k].low in _DETERMINERS), None)
    if determiner is not None:
        return determiner
    joined = _PREPOSITIONS | _CONJUNCTIONS
    return next(
        (
            k
            for k in range(start + 1, end)
            if tokens[k].is_capital and (k == start + 1 or not (tokens[k - 1].is_capital or tokens[k - 1].low in joined))
        ),
        None,
    )
