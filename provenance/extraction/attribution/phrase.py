"""Where the phrase that names a source begins and ends, judged by the words around a cue."""

from functools import cache

from provenance.extraction.attribution.tokens import Token, is_quotation_mark
from provenance.language.lexicon import cue_forms, phrases, states_by_demonym, states_by_name, words
from provenance.model.text import Span

_LONGEST = 32  # words; a naming phrase with its apposition is hardly ever longer
_DETERMINERS = words("grammar", "determiners")
_OPENERS = words("grammar", "openers")
_PREPOSITIONS = words("grammar", "prepositions")
_CLAUSE_OPENERS = words("grammar", "clause_openers")
_CONJUNCTIONS = words("grammar", "conjunctions")
_FINITE = words("grammar", "finite")
_WEEKDAYS = words("grammar", "weekdays")
_TIMES = words("grammar", "weekdays") | words("grammar", "months")
_PRONOUNS = words("sources", "person", "pronouns_singular") | words("sources", "person", "pronouns_plural") | {"i", "who", "which", "it", "some", "many", "others", "one"}
_NOT_NAMES = _DETERMINERS | _OPENERS | _PREPOSITIONS
_QUANTIFIERS = {"both", "some", "many", "others", "one", "those", "most", "all", "two", "three", "several", "half"}


@cache
def person_heads() -> frozenset[str]:
    """Words that stand for a person or persons who can be a source, plurals included."""
    singular = words("sources", "person", "official") | words("sources", "person", "expert") | words("sources", "person", "other")
    singular |= words("sources", "person", "insider") | words("sources", "person", "spokes")
    plurals = {f"{w}s" for w in singular} | {f"{w[:-1]}ies" for w in singular if w.endswith("y")}
    return frozenset(singular | plurals | set(_irregular_plurals()))


@cache
def _irregular_plurals() -> dict[str, str]:
    from provenance.language.lexicon import read_lexicon

    table: dict[str, str] = read_lexicon("en")["sources"]["person"]["irregular_plurals"]
    return table


def singular_of(word: str) -> str:
    """The singular of a person word: `officials` is `official`, `spokesmen` is `spokesman`."""
    irregular = _irregular_plurals().get(word)
    if irregular:
        return irregular
    heads = person_heads()
    if word.endswith("ies") and f"{word[:-3]}y" in heads:
        return f"{word[:-3]}y"
    if word.endswith("s") and word[:-1] in heads:
        return word[:-1]
    return word


@cache
def body_heads() -> frozenset[str]:
    """Words that stand for an institution, a document or a medium that can be a source."""
    return words("sources", "body", "heads") | words("sources", "document", "heads") | words("sources", "media", "heads") | words("sources", "vague", "heads")


@cache
def finite_verbs() -> frozenset[str]:
    """Single words that show that a stretch is a clause: auxiliaries and past forms of cue verbs."""
    past = {form[0] for kind in ("speech", "tell", "assert", "deny") for form in cue_forms(kind) if len(form) == 1 and form[0].endswith(("ed", "aid", "old", "ote"))}
    return past | _FINITE


def names_a_source(tokens: list[Token]) -> bool:
    """Whether the words can name a source: a name, a pronoun, a role, a body or a document stands among them."""
    if not tokens:
        return False
    if len(tokens) == 1 and tokens[0].low in _PRONOUNS:
        return True
    heads, bodies = person_heads(), body_heads()
    states = states_by_name()
    for token in tokens:
        low = token.low.removesuffix("'s")
        if low in heads or low in bodies or low in states or low in states_by_demonym():
            return True
        if any(part in heads for part in low.split("-")):
            return True
        if token.is_capital and low not in _NOT_NAMES:
            return True
    return tokens[0].low in _QUANTIFIERS


def span_of(tokens: list[Token]) -> tuple[Span, ...]:
    """The place that the words take, as the one span of a source; none for no words."""
    return (Span(tokens[0].start, tokens[-1].end),) if tokens else ()


def before(tokens: list[Token], last: int, floor: int = 0) -> tuple[int, int] | None:
    """The naming phrase that ends with token `last`, as token indices, end exclusive; None where none can be told.

    An apposition that a comma closes right before the cue belongs to the phrase ("Kyle Orton, an expert on Syria, told").
    """
    if last < floor:
        return None
    if tokens[last].text == ",":
        return _with_apposition(tokens, last, floor)
    start = _phrase_start(tokens, last, floor)
    return _trimmed(tokens, start, last + 1)


def _with_apposition(tokens: list[Token], comma: int, floor: int) -> tuple[int, int] | None:
    at = comma - 1
    while at > floor and comma - at <= _LONGEST:
        if is_quotation_mark(tokens[at]) or tokens[at].text in ";:":
            return None
        if tokens[at].text == ",":
            inner = tokens[at + 1 : comma]
            if inner and _is_apposition(inner):
                start = _phrase_start(tokens, at - 1, floor)
                head = _trimmed(tokens, start, at)
                if head and names_a_source(tokens[head[0] : head[1]]):
                    return head[0], comma
        at -= 1
    return None


def _is_apposition(tokens: list[Token]) -> bool:
    first = tokens[0]
    if first.low in ("who", "whose", "which", "himself", "herself", "speaking", "writing", "citing", "quoting", "asked", "appearing") or first.low in _DETERMINERS or first.text.isdigit():
        return True
    if first.is_capital:
        return not any(t.low in _FINITE for t in tokens)
    if first.low in _CONJUNCTIONS or first.low in _CLAUSE_OPENERS or first.low in _PREPOSITIONS:
        return False
    return any(singular_of(t.low) in person_heads() or t.low in person_heads() for t in tokens)


def _phrase_start(tokens: list[Token], last: int, floor: int) -> int:
    finite = finite_verbs()
    at = last
    while at >= floor and last - at <= _LONGEST:
        token = tokens[at]
        if token.text == ")":
            opened = next((k for k in range(at, floor - 1, -1) if tokens[k].text == "("), None)
            if opened is None:
                break
            at = opened - 1
            continue
        if is_quotation_mark(token):
            if _inner_quote(tokens, at, last):
                at -= 1
                continue
            break
        if token.text in ",;:—–-(" or (token.text in ".!?…" and not _is_initial(tokens, at)):
            break
        if token.low in _CLAUSE_OPENERS and not (token.low == "as" and at == last):
            break
        if token.low in finite and at < last and not _before_noun(tokens, at, floor):
            break
        if token.low in _CONJUNCTIONS and not _joins_names(tokens, at, last, floor):
            break
        at -= 1
    return at + 1


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
    if tokens[at].low not in ("and", "or") or at == floor or at == last:
        return False
    left = tokens[at - 1]
    if left.text == ")":
        return True
    if not left.is_word:
        return False
    return _nominal(left) and _nominal(tokens[at + 1])


def _nominal(token: Token) -> bool:
    low = token.low.removesuffix("'s")
    return token.is_capital or low in person_heads() or low in body_heads() or low in _DETERMINERS or low in states_by_demonym() or low in words("sources", "media", "state")


def _trimmed(tokens: list[Token], start: int, end: int) -> tuple[int, int] | None:
    """Without openers ("But"), times ("On Friday") and a leading prepositional phrase before a determiner."""
    while start < end:
        token = tokens[start]
        if token.low in _OPENERS or not token.is_word:
            start += 1
        elif token.low == "last" and start + 1 < end and tokens[start + 1].low in {"week", "month", "year", "night"} | _TIMES:
            start += 2
        elif token.low in _TIMES and end - start > 1:
            start += 1
        elif token.low in _PREPOSITIONS:
            later = next((k for k in range(start + 1, end) if tokens[k].low in _DETERMINERS and k > start + 1), None)
            if start + 1 < end and (tokens[start + 1].low in _TIMES or tokens[start + 1].text.isdigit()):
                start += 2
            elif later is not None:
                start = later
            else:
                capital = next((k for k in range(start + 1, end) if tokens[k].is_capital and (k == start + 1 or (not tokens[k - 1].is_capital and tokens[k - 1].low not in _PREPOSITIONS | _CONJUNCTIONS))), None)
                if capital is None:
                    return None
                start = capital
        else:
            break
    while end > start and (not tokens[end - 1].is_word and tokens[end - 1].text not in ")”\""):
        end -= 1
    while end > start + 1 and tokens[end - 1].low in _TIMES | {"on", "last", "week", "also"}:
        end -= 1
    if start >= end:
        return None
    return start, end


def after(tokens: list[Token], first: int, *, greedy: bool = False) -> tuple[int, int] | None:
    """The naming phrase that begins with token `first`, as token indices, end exclusive.

    With `greedy`, as behind "according to", the phrase runs to the next comma or clause; otherwise it ends with its noun.
    """
    if first >= len(tokens):
        return None
    at = first
    while at < len(tokens) and at - first <= _LONGEST:
        token = tokens[at]
        if token.text == "(":
            closing = next((k for k in range(at, len(tokens)) if tokens[k].text == ")"), None)
            if closing is None:
                break
            at = closing + 1
            continue
        if token.text == ",":
            closing = _apposition_end(tokens, at)
            if closing is None:
                break
            at = closing
            continue
        if is_quotation_mark(token):
            if at > first and _closes_soon(tokens, at):
                at = _closes_soon(tokens, at) + 1
                continue
            break
        if token.text in ";:—!?" or (token.text == "." and not (at + 1 < len(tokens) and tokens[at - 1].is_capital and len(tokens[at - 1].text) <= 4)):
            break
        if at > first and (token.low in _CLAUSE_OPENERS - {"as"} or token.low in _FINITE):
            if token.low in ("who", "whose") and greedy:
                at += 1
                while at < len(tokens) and tokens[at].text not in ",.;:":
                    at += 1
                continue
            break
        if at > first and token.low in ("and", "or", "in", "on", "at", "during", "after", "as", "with", "about") and not greedy and not _nominal_behind(tokens, at):
            break
        if at > first and token.low in _WEEKDAYS | {"yesterday", "today", "recently"}:
            break
        at += 1
    end = at
    while end > first and (not tokens[end - 1].is_word and tokens[end - 1].text not in ")”\""):
        end -= 1
    while end > first and tokens[end - 1].low in _PREPOSITIONS | _CONJUNCTIONS | {"last", "earlier", "also"}:
        end -= 1
    return (first, end) if end > first else None


def _nominal_behind(tokens: list[Token], at: int) -> bool:
    return tokens[at].low == "and" and at + 1 < len(tokens) and _nominal(tokens[at + 1])


def _closes_soon(tokens: list[Token], at: int) -> int:
    return next((k for k in range(at + 1, min(at + 5, len(tokens))) if is_quotation_mark(tokens[k])), 0)


def _apposition_end(tokens: list[Token], comma: int) -> int | None:
    """The index behind an apposition that follows the comma, its own closing comma left out; None where it is none."""
    end = next((k for k in range(comma + 1, min(comma + _LONGEST, len(tokens))) if tokens[k].text in ",.;:" or is_quotation_mark(tokens[k])), len(tokens))
    inner = tokens[comma + 1 : end]
    if not inner or tokens[comma - 1].text.isdigit():
        return None
    first = inner[0]
    if first.low in ("a", "an", "the", "its", "his", "her", "their", "who", "whose") or (first.text.isdigit() and len(inner) == 1):
        heads = any(t.low in person_heads() or t.low in body_heads() for t in inner)
        clause = any(t.low in _FINITE for t in inner) and first.low not in ("who", "whose")
        return end if heads and not clause else None
    lower = not first.is_capital and any(t.low in person_heads() for t in inner[:4])
    return end if lower and not any(t.low in _FINITE for t in inner) else None


def phrase_list(kind: str) -> tuple[tuple[str, ...], ...]:
    """The fixed phrases of a kind of cue, as words in lower case, longest first."""
    return tuple(sorted((tuple(p.split()) for p in phrases("cues", kind)), key=len, reverse=True))
