"""Which words of a sentence can introduce what somebody says, and in what form they stand there."""

from functools import cache
from typing import NamedTuple

from provenance.extraction.attribution.tokens import Token, is_quotation_mark
from provenance.extraction.attribution.wording import is_plural_source
from provenance.language.lexicon import cue_forms, words

_KINDS = ("speech", "tell", "assert", "deny", "accuse", "demand", "belief", "document", "relay", "naming", "newsroom")
_AUXILIARIES = words("grammar", "auxiliaries") | words("grammar", "contracted")
_ADVERBS = words("grammar", "adverbs")
_BE = words("grammar", "be")
_PLURAL_SUBJECTS = words("grammar", "plural_subjects")
_PHASE = words("grammar", "phase_verbs")
_GOING = frozenset({"go", "goes", "went", "gone"})
_DOCUMENTS = words("sources", "document", "heads")
_HAVE = frozenset({"has", "have", "had"})
_ALSO_NOUNS = words("cues", "also_nouns")
_UNLIKE_NOUNS = words("cues", "unlike_nouns")
_PURE_PARTICIPLES = words("grammar", "pure_participles")
_DETERMINERS = words("grammar", "determiners")
_CANNOT_PRECEDE = _DETERMINERS - words("grammar", "standalone")
_VERB_SIGNS = _HAVE | words("grammar", "contracted") | {"did", "does", "do", "will", "would", "could"}
_BEHIND_NOUN = words("cues", "behind_noun")
_PLACES = frozenset({"of", "in", "by", "for", "from", "with", "at", "on", "than", "no", "as"})
_CLAUSE_SIGNS = frozenset({"that", ":", "“", '"', "he", "she", "they", "it"})
_ONE_OF_SOMETHING = frozenset({"a", "an", "his", "her", "its", "their"})
_MEANS = words("cues", "means")
_SILENT = frozenset({"comment", "respond", "reply", "answer", "elaborate"})
_NOT = words("grammar", "contracted") | {"not", "never"}
_SUITS = words("cues", "suits")
_MARKS_BEFORE = frozenset(',"”—–')


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
    first = _group_start(tokens, at)
    group = [t.low for t in tokens[first:at]]
    participle = word.endswith("ing")
    nearest = next((w for w in reversed(group) if not w.endswith("ly") and w not in _ADVERBS and w != "on"), "")
    if word in _PURE_PARTICIPLES and not any(w in _HAVE or w in _BE for w in group):
        return None  # "the contests known as …"
    if participle and nearest not in _PHASE and not (at > 0 and tokens[at - 1].text in _MARKS_BEFORE):
        return None
    behind = tokens[at + length].low if at + length < len(tokens) else ""
    if not group and at > 0 and _stands_as_noun(tokens, at, length):
        return None
    if _looks_like_noun(tokens, at, word, lemma, group, behind) or not _takes_content(tokens, at + length, lemma, group, behind):
        return None
    passive = (not participle and nearest in _BE) or (
        behind == "by" and not (group and group[-1] in _HAVE) and not _by_means(tokens, at + length + 1)
    )
    return Cue(first, at, at + length, lemma, kinds, participle, passive, infinitive=first > 0 and tokens[first - 1].low == "to")


def _by_means(tokens: list[Token], at: int) -> bool:
    """Whether what stands behind "by" is no speaker but a means: "said by email"."""
    return at < len(tokens) and tokens[at].low in _MEANS


def _group_start(tokens: list[Token], at: int) -> int:
    """Index of the first auxiliary or adverb of the verb group that ends with this token."""
    first = at
    if first > 1 and tokens[first - 1].low == "on" and tokens[first - 2].low in _GOING:
        first -= 2  # "goes on accusing"
    while first > 0:
        before = tokens[first - 1]
        adverb = before.low.endswith("ly") and len(before.low) > 4 and not before.is_capital
        if not adverb and (before.low not in _AUXILIARIES or before.text in ("May", "Will")):
            break
        if before.low in ("both", "all") and first - 1 > 0 and tokens[first - 2].low in ("of", "with", "by"):
            break
        first -= 1
    return first


def _stands_as_noun(tokens: list[Token], at: int, length: int) -> bool:
    """Behind a determiner, a possessive or a preposition stands a noun or an adjective ("the reported deal")."""
    before = tokens[at - 1].low
    if before in _CANNOT_PRECEDE or (before.endswith("'s") and before not in ("he's", "she's", "who's", "it's")):
        return True
    return before in _PLACES and length == 1


def _looks_like_noun(tokens: list[Token], at: int, word: str, lemma: str, group: list[str], behind: str) -> bool:
    verb = lemma.split()[0]
    if verb not in _ALSO_NOUNS or word.endswith(("ed", "ing")) or word in _UNLIKE_NOUNS:
        return False
    if any(w in _VERB_SIGNS for w in group):
        return False
    before = tokens[at - 1] if at else None
    if (
        before is not None
        and not group
        and before.low in _forms()
        and before.low not in _BE
        and not before.is_capital
        and not _is_document(before)
    ):
        return True  # "denied reports that …"
    if before is not None and not group and before.low in _DETERMINERS and (word != verb or behind not in _CLAUSE_SIGNS):
        return True  # "several reports that", but "many report that"
    if behind in _CLAUSE_SIGNS:
        return False
    if before is None or behind in _forms():
        return True
    if is_quotation_mark(before):
        return False  # "“…,” reads the letter"
    if word == verb:  # bare form: only behind a plural
        return not _papers_close(tokens, at) and not (before.low in _PLURAL_SUBJECTS or (is_plural_source(before.low) and behind != "of"))
    if before.low in ("he", "she", "it", "who", "which") or _closes_the_sentence(tokens, at, before):
        return False
    return behind in _BEHIND_NOUN or not before.is_capital


def _is_document(token: Token) -> bool:
    """`court documents show`: a plural that is a verb's form, too."""
    return is_plural_source(token.low) and (token.low in _DOCUMENTS or token.low.removesuffix("s") in _DOCUMENTS)


def _closes_the_sentence(tokens: list[Token], at: int, before: Token) -> bool:
    """`…, a lawsuit filed in Delaware claims.`: behind a comma and somebody, with nothing to follow."""
    ends = all(not t.is_word for t in tokens[at + 1 :]) and tokens[at].low not in _DOCUMENTS
    return ends and before.is_word and any(t.text == "," for t in tokens[max(0, at - 12) : at])


def _papers_close(tokens: list[Token], at: int) -> bool:
    """`…, figures from the ministry show.`: papers in the plural behind the last comma, and nothing to follow."""
    comma = next((k for k in range(at - 1, max(0, at - 12), -1) if tokens[k].text == ","), None)
    ends = all(not t.is_word for t in tokens[at + 1 :])
    return ends and comma is not None and any(_is_document(t) for t in tokens[comma + 1 : comma + 4])


def _takes_content(tokens: list[Token], end: int, lemma: str, group: list[str], behind: str) -> bool:
    """Whether the verb stands in the one construction in which it reports something."""
    if lemma == "agree":
        return behind == "that"
    if lemma == "find" and _HAVE.intersection(group) and tokens[end : end + 1] and tokens[end].text[0].isdigit():
        return False  # "has found 300 packets": what somebody came upon
    if lemma in ("brief", "inform") and not group and behind in ("on", "about", "of"):
        return False  # "people briefed on the talks": whom a source is, not what it does
    if lemma == "request" and behind == "anonymity":
        return False
    if lemma in _SILENT and not _NOT.isdisjoint(group):
        return False  # "has not commented"
    if lemma in ("dismiss", "reject") and any(t.low in _SUITS for t in tokens[end : end + 3]):
        return False  # "dismissed the case": what a court does, and nothing that it says
    if lemma in ("respond", "reply", "answer", "comment") and behind in ("to", "on"):
        return False
    if lemma in ("add", "continue", "lead") and behind == "to":
        return False  # "adding to its losses", "continued to rise"
    if lemma == "go on":
        if not _VERB_SIGNS.isdisjoint(group):
            return False
        return behind in ("", ",", ":", "“", '"', ".") or (
            behind == "to" and any(t.low in ("say", "add", "claim", "explain", "describe") for t in tokens[end : end + 3])
        )
    if lemma in ("see", "describe", "regard", "view", "paint", "portray"):
        return lemma == "describe" or any(t.low == "as" for t in tokens[end - 1 : end + 13])
    if lemma in ("write", "blog") and behind in _ONE_OF_SOMETHING:
        return any(is_quotation_mark(t) for t in tokens[end:])  # "wrote a book": what somebody made, not what it says
    if lemma == "appeal":
        return behind in ("for", "to")
    if lemma in ("post", "continue", "maintain", "share"):
        return behind != "" and (
            behind in ("on", "that", ":", ",", ".", "it", "there", "he", "she", "they") or any(is_quotation_mark(t) for t in tokens)
        )
    if lemma == "put it":
        return behind in ("", ",", ":", ".", "this", "more", "bluntly", "simply", "like", "“", '"')
    kinds = kinds_of(lemma)
    return "naming" not in kinds or len(kinds) > 1 or any(is_quotation_mark(t) for t in tokens[end:])


@cache
def kinds_of(lemma: str) -> frozenset[str]:
    """The kinds of cue that the lexicon lists this lemma under."""
    return frozenset(kind for kind in _KINDS if lemma in words("cues", kind))
