"""What stands beside a name and says who that is: titles in front, appositions before and behind, and "is the mayor"."""

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import finite_verbs, singular_of
from provenance.extraction.capacities import Capacity, capacity_of, capacity_told, role_heads
from provenance.language.lexicon import roles, states_by_demonym, words

_TITLE_WORDS = words("sources", "person", "title_words")
_ABBREVIATED = words("sources", "person", "official") | words("sources", "person", "expert")
_OPENS_APPOSITION = words("grammar", "articles") | words("grammar", "possessives") | {"who", "one"}
_OPENERS = words("grammar", "openers")
_PRONOUNS = frozenset({"he", "she", "him", "it", "they", "them", "we", "us", "i", "you"})
_WHO = frozenset({"who", "who's"})
_SEEKS = frozenset({"running", "ran", "runs"})
_SERVES = tuple(tuple(phrase.split()) for phrase in roles("serves_as"))
_ALSO_VERBS = frozenset(roles("also_verbs"))
_TRADE_ENDINGS = roles("trade_endings")
_NO_TRADE = frozenset().union(*(words("grammar", kind) for kind in ("prepositions", "openers", "clause_openers", "adverbs"))) | _TITLE_WORDS
_LEARNED_HOUSE = frozenset(roles("learned"))
_MARKS = ',.;:—"”“'
_DASHES = frozenset({"-", "–", "—"})
_LONGEST = 24  # words of an apposition that are read
_NEAR = 6  # words of a title in front, and of what somebody "is", that are read


def title_before(sentence: list[Token], at: int) -> list[str]:
    """The office or trade that stands right in front of the name at token `at`; whom a spokesman speaks for is no name of his."""
    first = at
    while first > 0 and at - first < _NEAR:
        token = sentence[first - 1]
        low = token.low.removesuffix("'s")
        if token.text == "." and first > 1 and sentence[first - 2].low in _ABBREVIATED and sentence[first - 2].end == token.start:
            first -= 1  # "Gen. Ali Mamlouk"
            continue
        if first == 1 and token.low in _OPENERS:
            break  # "But Kremlin spokesman …"
        joins = token.low == "and" and first < at and first > 1 and capacity_of([sentence[first - 2].low]) is not None
        if not joins and (
            not token.is_word
            or not (capacity_of([low]) is not None or token.is_capital or low in states_by_demonym() or low in _TITLE_WORDS)
        ):
            break
        first -= 1
    if first == at and at > 2 and (sentence[at - 2].low, sentence[at - 1].low) == ("known", "as"):
        return title_before(sentence, at - 2)  # "the chief of the base, known as" and a name
    lows = [t.text if t.low in _WHO and t.text.isupper() else t.low for t in sentence[first:at] if t.is_word]  # "WHO spokesperson"
    if not lows:
        return _trade_before(sentence, at)
    if lows[-1] in ("of", "for"):
        return []
    if lows[-1] in _ALSO_VERBS and at > 1 and sentence[at - 2].is_capital and not sentence[at - 1].is_capital:
        return []  # "Erdogan accused Assad"
    lows[-1] = singular_of(lows[-1])  # "Senators A and B" are a senator each
    return lows if capacity_told(tuple(lows)) is not None else []


def _trade_before(sentence: list[Token], at: int) -> list[str]:
    """A trade that no list holds, by its ending: "a comedian" and a name."""
    token = sentence[at - 1] if at else None
    if token is None or not token.is_word or token.is_capital or len(token.low) < 5 or token.low in _NO_TRADE:
        return []
    return [token.low] if token.low.endswith(_TRADE_ENDINGS) else []


def apposition_behind(sentence: list[Token], end: int) -> list[str]:
    """What a comma or a dash behind the name sets beside it: an office, a trade, an age; what somebody did before is none of these."""
    if end + 1 >= len(sentence) or not (sentence[end].text == "," or sentence[end].text in _DASHES):
        return []
    stop = _mark_behind(sentence, end + 1)
    lows = [t.low for t in sentence[end + 1 : stop] if t.is_word]
    owned = lows[:1] and (lows[0].endswith("'s") or lows[0] in states_by_demonym())
    if not lows or (sentence[end].text != "," and not owned and lows[0] not in words("grammar", "articles")):
        return []
    if len(lows) == 1 and lows[0].isdigit():
        return [*lows, *apposition_behind(sentence, stop)]  # a name, "22, a student"
    if lows[0] in _WHO:
        return _what_who_tells(lows)
    if not _PRONOUNS.isdisjoint(lows[: lows.index("who")] if "who" in lows else lows):
        return []  # "Despite X's appeal, a judge jailed him"
    if lows[0] in _OPENS_APPOSITION or _opens_with_role(lows) or lows[0].endswith("'s"):
        past = next((k for k, low in enumerate(lows) if k and low in ("who", "whose")), len(lows))
        if lows[past - 1] in finite_verbs():
            return []  # "… near Sochi, the regional governor said"
        return [*lows[:past], *(_house_behind(sentence, stop) if past == len(lows) else [])]
    return []


def _opens_with_role(lows: list[str]) -> bool:
    """Whether the words in front of the first verb hold a role: "once press secretary of the ministry in …"."""
    verb = next((k for k, low in enumerate(lows) if low in finite_verbs() or _acts(lows, k)), len(lows))
    return bool(role_heads(lows[: min(verb, _NEAR + 2)]))


def _acts(lows: list[str], at: int) -> bool:
    """Whether the word tells of an act: "speaking to", "named the", but not "managing director"."""
    behind = lows[at + 1] if at + 1 < len(lows) else "of"
    return lows[at].endswith(("ed", "ing")) and (behind in words("grammar", "prepositions") or behind in words("grammar", "determiners"))


def _what_who_tells(lows: list[str]) -> list[str]:
    """`who is the mayor`, `who's running for governor`: what somebody is by a relative clause; nothing by one that tells what they do."""
    bare = ["who", "is", *lows[1:]] if lows[0] == "who's" else lows
    verb = next((p for p in _SERVES if tuple(bare[1 : 1 + len(p)]) == p), None)
    if verb is None:
        return []
    told = bare[1 + len(verb) :]
    seeks = verb[-1] == "against" or (verb[-1] in _SEEKS and told[:1] in (["for"], ["against"]))
    return ["candidate", *told] if seeks else told


def _house_behind(sentence: list[Token], comma: int) -> list[str]:
    """`X, president of a house with a name | , a small consulting firm`: what kind of house it is that somebody heads."""
    if comma + 1 >= len(sentence) or sentence[comma].text != "," or sentence[comma + 1].low not in words("grammar", "articles"):
        return []
    lows = [t.low for t in sentence[comma + 1 : _mark_behind(sentence, comma + 1)] if t.is_word]
    return lows if not _LEARNED_HOUSE.isdisjoint(lows) else []


def affiliation_behind(sentence: list[Token], end: int) -> list[str]:
    """`X of the University of Ankara`: who is named with a house of learning knows something of the matter."""
    if end + 1 >= len(sentence) or sentence[end].low not in ("of", "at", "from", "with"):
        return []
    stop = end + 1
    while stop < len(sentence) and (sentence[stop].is_capital or sentence[stop].low in ("the", "of", "for", "and")):
        stop += 1
    return ["researcher"] if any(t.is_capital and t.low in _LEARNED_HOUSE for t in sentence[end + 1 : stop]) else []


def apposition_before(sentence: list[Token], at: int) -> list[str]:
    """`The foreign minister, | Hakan Fidan`, `talks with the head of the bureau, | Ali Mamlouk`."""
    if at < 2 or sentence[at - 1].text != ",":
        return []
    first = at - 1
    while first > 0 and sentence[first - 1].text not in _MARKS and at - first < 16:
        first -= 1
    inner = [t.low for t in sentence[first : at - 1]]
    opens = next((k for k in range(len(inner) - 1, -1, -1) if _opens_phrase(inner[k]) and role_heads(inner[k:])), None)
    if opens is None or (opens and not finite_verbs().isdisjoint(inner[opens:])):
        return []
    return inner[opens:]


def _opens_phrase(low: str) -> bool:
    return low in _OPENS_APPOSITION - {"who", "one"} or low.endswith("'s") or low in states_by_demonym()


def said_to_be(sentence: list[Token], end: int) -> list[str]:
    """`X is the mayor of …`, `X was one of the candidates`: an office that a sentence says somebody holds or seeks."""
    if end + 2 >= len(sentence) or sentence[end].low not in ("is", "was"):
        return []
    lows = [t.low for t in sentence[end : end + _NEAR + 2]]
    if lows[1] not in words("grammar", "articles") | {"one"}:
        return []
    stop = next(
        (k for k in range(2, len(lows)) if lows[k] in _NO_TRADE - {"of", "former"} - _TITLE_WORDS or not lows[k][0].isalnum()), len(lows)
    )
    inner = lows[1:stop]
    return inner if capacity_told(tuple(inner)) is Capacity.OFFICIAL else []


def sits_in_parliament(sentence: list[Token], end: int) -> bool:
    """A name and `(R-Tenn.)`, or a name and `, R-Tenn.`: party and seat behind the name."""
    if end + 1 >= len(sentence) or sentence[end].text not in ("(", ","):
        return False
    party = sentence[end + 1].text
    return len(party) > 2 and party[0] in "RDI" and party[1] in "-–" and party[2].isupper()


def _mark_behind(sentence: list[Token], at: int) -> int:
    """The next mark; a full stop behind an initial or a short title is none."""
    end = at
    while end < len(sentence) and end - at < _LONGEST:
        if sentence[end].text in _MARKS and not (sentence[end].text == "." and end > at and _is_short(sentence[end - 1])):
            break
        end += 1
    return end


def _is_short(token: Token) -> bool:
    return token.is_capital and (len(token.text) == 1 or token.low in _ABBREVIATED)
