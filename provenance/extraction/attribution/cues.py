"""Which words of a sentence can introduce what somebody says, and in what form they stand there."""

from functools import cache
from typing import NamedTuple

from provenance.extraction.attribution.tokens import Token
from provenance.language.lexicon import cue_forms, words

_KINDS = ("speech", "tell", "assert", "deny", "accuse", "demand", "belief", "document", "relay")
_AUXILIARIES = words("grammar", "auxiliaries")
_DETERMINERS = words("grammar", "determiners")
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being"})
_KEEP = frozenset({"keeps", "keep", "kept", "began", "begin", "begins", "started", "continues", "continued", "is", "are", "was", "were", "been", "be"})
# As nouns these are at least as frequent as the verb: they need more evidence than their form.
_ALSO_NOUNS = frozenset(
    "report claim note state charge question comment answer plan hope fear view request demand estimate remark post tweet blame fault wish doubt worry promise pledge vow call forecast "
    "list document detail outline read find show order caution protest praise welcome voice slam rule number stress boast hint read put project value quote cite feel think study".split()
)


class Cue(NamedTuple):
    """A cue verb in a sentence: token indices of the verb and of its auxiliaries, what verb it is and in which form."""

    first: int
    """Index of the verb group's first word, auxiliaries and adverbs included."""
    verb: int
    end: int
    """Index behind the verb and its particle."""
    lemma: str
    kinds: frozenset[str]
    participle: bool
    """The -ing form."""
    passive: bool
    infinitive: bool


@cache
def _forms() -> dict[str, tuple[tuple[tuple[str, ...], str, frozenset[str]], ...]]:
    by_form: dict[tuple[str, ...], tuple[str, set[str]]] = {}
    for kind in _KINDS:
        for form, lemma in cue_forms(kind).items():
            by_form.setdefault(form, (lemma, set()))[1].add(kind)
    by_word: dict[str, list[tuple[tuple[str, ...], str, frozenset[str]]]] = {}
    for form, (lemma, kinds) in by_form.items():
        by_word.setdefault(form[0], []).append((form, lemma, frozenset(kinds)))
    return {word: tuple(sorted(forms, key=lambda f: -len(f[0]))) for word, forms in by_word.items()}


def cues_of(tokens: list[Token]) -> list[Cue]:
    """The cue verbs of a sentence in order; nouns and adjectives that only look like one are left out."""
    forms, found = _forms(), []
    for at, token in enumerate(tokens):
        candidates = forms.get(token.low)
        if candidates is None or (token.is_capital and at > 0):
            continue
        for form, lemma, kinds in candidates:
            if all(at + k < len(tokens) and tokens[at + k].low == word for k, word in enumerate(form)):
                cue = _cue(tokens, at, len(form), lemma, kinds)
                if cue is not None:
                    found.append(cue)
                break
    return found


def _cue(tokens: list[Token], at: int, length: int, lemma: str, kinds: frozenset[str]) -> Cue | None:
    word = tokens[at].low
    first = at
    while first > 0 and (tokens[first - 1].low in _AUXILIARIES or (tokens[first - 1].low.endswith("ly") and len(tokens[first - 1].low) > 4 and not tokens[first - 1].is_capital)):
        if tokens[first - 1].low in ("both", "all") and first - 1 > 0 and tokens[first - 2].low in ("of", "with", "by"):
            break
        first -= 1
    group = [t.low for t in tokens[first:at]]
    participle = word.endswith("ing")
    infinitive = first > 0 and tokens[first - 1].low == "to"
    nearest = next((w for w in reversed(group) if not w.endswith("ly") and w not in ("not", "also", "never", "now", "then", "later", "earlier", "once")), "")
    passive = not participle and nearest in _BE
    if participle and nearest not in _KEEP and not (at > 0 and tokens[at - 1].text in ',"”—–'):
        return None
    if not group and at > 0:
        before = tokens[at - 1].low
        if before in _DETERMINERS - {"both", "all", "some", "many", "most", "two", "three", "several", "few", "that", "other", "another", "one", "each"} or before.endswith("'s") and before not in ("he's", "she's", "who's", "it's"):
            return None
        if before in ("of", "in", "by", "for", "from", "with", "at", "on", "than", "no", "as") and length == 1:
            return None
    behind = tokens[at + length].low if at + length < len(tokens) else ""
    if behind == "by" and not (group and group[-1] in ("has", "have", "had")):
        passive = True
    if _looks_like_noun(tokens, at, word, lemma, group, behind):
        return None
    if lemma == "agree" and behind != "that":
        return None
    if lemma in ("brief", "inform") and not group and behind in ("on", "about", "of"):
        return None  # "people briefed on the talks": whom a source is, not what it does
    if lemma in ("respond", "reply", "answer", "comment") and behind in ("to", "on"):
        return None
    if lemma == "see" and not any(t.low == "as" for t in tokens[at : at + 14]):
        return None
    return Cue(first, at, at + length, lemma, kinds, participle, passive, infinitive)


def _looks_like_noun(tokens: list[Token], at: int, word: str, lemma: str, group: list[str], behind: str) -> bool:
    verb = lemma.split()[0]
    if verb not in _ALSO_NOUNS or word.endswith(("ed", "ing")) or word in ("found", "showed", "shown", "thought", "felt", "saw"):
        return False
    if behind in ("that", ":", "“", '"', "he", "she", "they", "it") or any(w in ("has", "have", "had", "did", "does", "do", "will", "would", "could") for w in group):
        return False
    if at == 0 or behind in _forms():
        return True
    before = tokens[at - 1]
    if word == verb:  # bare form: only behind a plural pronoun
        return before.low not in ("they", "we", "i", "you", "who", "some", "many", "others")
    if before.low in ("he", "she", "it", "who", "which"):
        return False
    return behind in ("of", "by", "about", "on", "in", "from", "and", ",", ".", "for", "to", "against", "are", "were", "have", "is", "was", "as", "between") or not before.is_capital
