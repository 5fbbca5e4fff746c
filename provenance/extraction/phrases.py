"""A naming phrase taken apart: its words, its head, and what the head stands for."""

from collections.abc import Collection
from dataclasses import dataclass

from provenance.extraction.asides import apposed, steps_aside, told_aside, without_brackets
from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import is_plural_source, person_heads, singular_of
from provenance.extraction.capacities import capacity_of, side_of
from provenance.language.lexicon import noun_endings, nouns, states_by_demonym, words

_DOCUMENTS = words("sources", "document", "heads")
_BODIES = words("sources", "body", "heads") | nouns("bodies")
_PARTICLES = words("sources", "person", "particles")
_PLURAL_PEOPLE = words("sources", "person", "plural_people")
_QUANTIFIERS = words("grammar", "quantifiers") | {"each", "none"}
_QUANTITIES = nouns("quantities")
_SHARES = nouns("shares")
_ALWAYS_SHARES = nouns("always_shares")
_NUMBERS = nouns("numbers")
_STRESS = nouns("stress")
_INSIDE_NAMES = frozenset({"of", "for", "the", "and"})
_SINGULAR = nouns("singular")
_DETERMINERS = words("grammar", "determiners")
_DASHES = frozenset({"—", "–", "--"})
_ABOUT = tuple(tuple(phrase.split()) for phrase in noun_endings("about"))
_OPENS_ABOUT = frozenset(phrase[0] for phrase in _ABOUT)
ENDS_HEAD = (
    words("grammar", "clause_openers")
    | words("grammar", "prepositions")
    | words("sources", "person", "ends_head")
    | nouns("adverbs")
    | {",", "(", "–", "—"}
)
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
    core: list[Token]
    """The words up to the head, which is the last of them: "a former minister" of "a former minister of the state"."""
    aside: list[str]
    """The words that a comma sets behind a name: "the state's railway company" of "TCDD, the state's railway company"."""
    apposed: list[Token]
    """The name that a comma sets behind the description: "Ali Mamlouk" of "his deputy, Ali Mamlouk"."""
    share: bool = False
    """Whether it counts those who were asked: "two-thirds of the voters", "33%", "six in ten"."""

    @property
    def bare(self) -> list[str]:
        """The words without a leading article, up to an apposition's or clause's end."""
        return without_article(self.lows)

    @property
    def apposed_to(self) -> str:
        """The word behind which the apposed name stands: `bank` of "the country's largest bank, Ziraat"; empty where no name does."""
        place = len(self.tokens) - len(self.apposed) - 1
        return self.tokens[place].low if self.apposed and 0 <= place < len(self.tokens) else ""

    @property
    def proper(self) -> list[Token]:
        """The capitalised words that can be a name; a sentence's first word is none where only common words follow it."""
        demonyms = states_by_demonym()
        named = [t for t in self.tokens if t.is_capital and t.low not in _DETERMINERS and t.low.removesuffix("'s") not in demonyms]
        first_only = self.opens_sentence and len(named) == 1 and named[0] is self.tokens[0] and len(self.tokens) > 1
        if first_only and not self.tokens[1].text[0].isdigit() and not named[0].low.endswith("'s") and not named[0].text.isupper():
            return []
        return named

    @property
    def named_by_head(self) -> bool:
        """Whether the head is a name and no common noun: "the ally of Putin" and "Putin's ally" are none, "Putin" is."""
        others = [t for t in self.tokens if t.low not in _STRESS]  # "Erdogan himself"
        return self.core[-1].is_capital and not (self.opens_sentence and self.core[-1] is self.tokens[0] and len(others) > 1)


def taken_apart(text: str, tokens: list[Token], common: Collection[str] = ()) -> Phrase:
    """The phrase that the tokens of a text make, without brackets and without what is told of the source behind a comma.

    `common` are the words that the article writes in lower case, too: at the head of a sentence these are no names.
    """
    aside = next(
        (
            k
            for k, t in enumerate(tokens)
            if k and k + 1 < len(tokens) and (t.text in _DASHES or (t.text == "," and steps_aside(tokens, k)))
        ),
        len(tokens),
    )
    kept = without_brackets(tokens[:aside])
    lows = [t.low for t in kept]
    first, at = _behind_long_name(kept) or _head_place(lows)
    head = lows[at].removesuffix("'s")
    ahead = text[max(0, tokens[0].start - 3) : tokens[0].start].rstrip(" \t“”\"‘’'")
    opens_sentence = not ahead or ahead[-1] in ".!?:\n\r"
    name = text[tokens[0].start : tokens[-1].end]
    counted = first > 0 and lows[first - 1] in ("of", "the", "their", "his", "her", "its", "those", "these") and "of" in lows[:first]
    plural = head in _PLURAL_PEOPLE or is_plural_source(head) or _is_plural_noun(kept[at], common if opens_sentence and at == 0 else ())
    one_of = lows[0] in ("one", "each", "none") and counted
    return Phrase(
        kept,
        lows,
        name,
        head,
        singular_of(head),
        (plural or (counted and lows[0] not in ("one", "each"))) and not one_of,
        side_of(lows),
        opens_sentence,
        kept[first : at + 1],
        told_aside(tokens, aside),
        apposed(tokens, aside),
        _tells_a_share(text, tokens, lows),
    )


def head_of(lows: list[str]) -> str:
    """The head of the phrase: the last word before a preposition, comma, participle or relative clause; numbers are none."""
    return lows[_head_place(lows)[1]].removesuffix("'s")


def _head_place(lows: list[str], first: int = 0) -> tuple[int, int]:
    """Where the part of the phrase begins that holds the head, and where the head stands.

    Behind a noun that only counts, the head is what is counted: "a number of writers", "two of the ministers".
    """
    if lows[first] in _OPENS_ABOUT:
        first += next((len(p) for p in _ABOUT if tuple(lows[first : first + len(p)]) == p and _counts(lows, first + len(p))), 0)
    if lows[first] == "people":
        return first, first
    end = next((k for k in range(first + 1, len(lows)) if lows[k] in ENDS_HEAD or _describes(lows, k)), len(lows))
    if _counts(lows, end - 1) and end + 1 < len(lows) and lows[end] == "of":
        behind = next((k for k in range(end + 1, len(lows)) if lows[k] not in _DETERMINERS or _stands_alone(lows, k)), len(lows) - 1)
        if lows[behind] not in ENDS_HEAD:
            return _head_place(lows, behind)
    if end == first + 1 and lows[first] in _QUANTIFIERS and end < len(lows) and lows[end] not in ENDS_HEAD and not lows[end].endswith("ed"):
        behind = next((k for k in range(end, len(lows)) if lows[k] not in _DETERMINERS or k + 1 == len(lows)), end)
        return _head_place(lows, behind)
    while end > first + 1 and (lows[end - 1].isdigit() or lows[end - 1] in _STRESS):
        end -= 1
    return first, end - 1


def _behind_long_name(kept: list[Token]) -> tuple[int, int] | None:
    """`a | Bank of England official`: a role behind the name of a house that holds a preposition itself; None where none stands so."""
    last = len(kept) - 1
    first = next((k for k, t in enumerate(kept) if t.low not in _DETERMINERS and not _counts([t.low], 0)), last)
    named = kept[first:last]
    if len(named) < 3 or kept[last].is_capital or not named[-1].is_capital or not named[0].is_capital:
        return None
    if not any(t.low in ("of", "for") for t in named) or not all(t.is_capital or t.low in _INSIDE_NAMES for t in named):
        return None
    role = singular_of(kept[last].low)
    return (first, last) if role in person_heads() else None


def _counts(lows: list[str], at: int) -> bool:
    """Whether the word at this place only counts what stands behind it."""
    return at < len(lows) and (lows[at] in _QUANTITIES or lows[at] in _QUANTIFIERS or lows[at].isdigit())


def _stands_alone(lows: list[str], at: int) -> bool:
    """Whether a determiner has no noun behind it: "those polled", "those who"."""
    return lows[at] == "those" and at + 1 < len(lows) and (lows[at + 1] in ENDS_HEAD or lows[at + 1].endswith("ed"))


def _describes(lows: list[str], at: int) -> bool:
    """`analysts | polled by …`, `Democrats | trying to …`: a participle behind somebody begins what is said about them."""
    before = lows[at - 1]
    if "-" in lows[at] or before.endswith("'s"):
        return False  # "the Democrat's Brooklyn-based team"
    if lows[at].endswith("ing") and len(lows[at]) > 4:
        return is_plural_source(before) or before in nouns("communities") or before in _QUANTIFIERS
    return lows[at].endswith("ed") and (
        is_plural_source(before) or before in _DOCUMENTS or before in _BODIES or before in _QUANTIFIERS or capacity_of([before]) is not None
    )


def _is_plural_noun(token: Token, common: Collection[str]) -> bool:
    """Whether a common noun is a plural by its form: "conservatives", "policymakers"; a capital is a name's but for common words."""
    low = token.low
    if low in nouns("communities"):
        return not token.is_capital or low.endswith("s")
    if token.is_capital and low not in common:
        return False
    return len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is", "'s")) and low not in _SINGULAR


def _tells_a_share(text: str, tokens: list[Token], lows: list[str]) -> bool:
    """Whether the words count those who were asked: a percentage, a fraction, "six in ten", a bare number."""
    whole = text[tokens[0].start : tokens[-1].end + 1]
    lows = [low for low in lows if low not in ("out", "the", "every")]
    counted = any(
        low in ("in", "of") and k and _is_number(lows[k - 1]) and k + 1 < len(lows) and _is_number(lows[k + 1])
        for k, low in enumerate(lows)
    )
    led = next((k for k, low in enumerate(lows) if low in ENDS_HEAD and k), len(lows))
    share = (bool(lows) and lows[led - 1] in _SHARES) or not _ALWAYS_SHARES.isdisjoint(lows[:led])
    return counted or share or "%" in whole or (bool(lows) and all(_is_number(low) for low in lows))


def _is_number(low: str) -> bool:
    return low.isdigit() or low in _NUMBERS


def without_article(lows: list[str]) -> list[str]:
    """The words from the first that is no determiner; the last word stays."""
    while len(lows) > 1 and lows[0] in _DETERMINERS:
        lows = lows[1:]
    return lows
