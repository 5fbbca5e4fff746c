"""Words that can stand for a source: persons, institutions, documents and media, in the singular and the plural."""

from functools import cache, lru_cache

from provenance.extraction.attribution.tokens import Token
from provenance.language.lexicon import cue_forms, nouns, phrases, read_lexicon, roles, states_by_demonym, states_by_name, words

_PERSON_KINDS = ("official", "expert", "other", "insider", "spokes")
_NO_PLURAL = words("sources", "person", "no_plural")
_NOT_NAMES = words("grammar", "determiners") | words("grammar", "openers") | words("grammar", "prepositions")
_PRONOUNS = (
    words("sources", "person", "pronouns_singular")
    | words("sources", "person", "pronouns_plural")
    | words("sources", "person", "pronouns_other")
)


@cache
def person_heads() -> frozenset[str]:
    """Words that stand for a person or persons who can be a source, plurals included."""
    singular = frozenset().union(
        *(words("sources", "person", kind) for kind in _PERSON_KINDS), *(roles(kind) for kind in ("official", "expert", "other"))
    )
    plurals = (
        {f"{w[:-2]}en" for w in singular if w.endswith(("man", "woman"))}
        | {f"{w}s" for w in singular - _NO_PLURAL}
        | {f"{w[:-1]}ies" for w in singular if w.endswith("y")}
    )
    return frozenset(singular | plurals | set(_irregular_plurals()))


@cache
def _irregular_plurals() -> dict[str, str]:
    table: dict[str, str] = read_lexicon("en")["sources"]["person"]["irregular_plurals"]
    return table


@lru_cache(maxsize=65536)
def singular_of(word: str) -> str:
    """The singular of a person word: `officials` is `official`, `spokesmen` is `spokesman`; any other word as it is."""
    irregular = _irregular_plurals().get(word)
    if irregular:
        return irregular
    heads = person_heads()
    if word.endswith("men") and f"{word[:-2]}an" in heads:
        return f"{word[:-2]}an"
    if word.endswith("ies") and f"{word[:-3]}y" in heads:
        return f"{word[:-3]}y"
    if word.endswith("s") and word[:-1] in heads and word[:-1] not in _NO_PLURAL:
        return word[:-1]
    return word


def is_person_word(low: str) -> bool:
    """Whether the word stands for a person or persons, compounds included (`co-founder`, `commander-in-chief`)."""
    heads = person_heads()
    return low in heads or ("-" in low and any(part in heads for part in low.split("-")))


@cache
def body_heads() -> frozenset[str]:
    """Words that stand for an institution, a document or a medium that can be a source."""
    return (
        words("sources", "body", "heads")
        | words("sources", "document", "heads")
        | words("sources", "media", "heads")
        | words("sources", "vague", "heads")
    )


@lru_cache(maxsize=65536)
def is_plural_source(word: str) -> bool:
    """Whether the word stands for several persons, bodies or documents: `officials`, `records`."""
    return singular_of(word) != word or (
        word.endswith("s") and not word.endswith("ss") and (word in body_heads() or word[:-1] in body_heads())
    )


@cache
def source_words() -> frozenset[str]:
    """Every single word of the lexicon that can stand for a source, states and their people included."""
    return person_heads() | body_heads() | frozenset(states_by_name()) | frozenset(states_by_demonym())


@cache
def finite_verbs() -> frozenset[str]:
    """Single words that show that a stretch is a clause: auxiliaries and past forms of cue verbs."""
    kinds = ("speech", "tell", "assert", "deny")
    past = frozenset(
        form[0] for kind in kinds for form in cue_forms(kind) if len(form) == 1 and form[0].endswith(("ed", "aid", "old", "ote"))
    )
    return past | words("grammar", "finite") | words("grammar", "contracted")


def names_a_source(tokens: list[Token]) -> bool:
    """Whether the words can name a source: a name, a pronoun, a role, a body or a document stands among them."""
    if not tokens:
        return False
    if len(tokens) == 1 and tokens[0].low in _PRONOUNS:
        return True
    known = source_words()
    for token in tokens:
        low = token.low.removesuffix("'s")
        if low in known or is_person_word(low) or is_plural_source(low) or (token.is_capital and low not in _NOT_NAMES):
            return True
    return tokens[0].low in words("grammar", "quantifiers") or any(t.low in nouns("counted") for t in tokens[1:])


def called_a_medium(tokens: list[Token]) -> list[Token]:
    """The name that a word for a medium introduces at the end of a phrase: of `the Turkish daily Hürriyet` the last word."""
    heads = words("sources", "media", "introducing")
    for at in range(len(tokens) - 2, -1, -1):
        behind = [t for t in tokens[at + 1 :] if t.is_word]
        if tokens[at].low in heads and not tokens[at].is_capital:
            return behind if all(t.is_capital for t in behind) else []
    return []


@cache
def phrase_list(kind: str) -> tuple[tuple[str, ...], ...]:
    """The fixed phrases of a kind of cue, as words in lower case, longest first."""
    return tuple(sorted((tuple(p.split()) for p in phrases("cues", kind)), key=len, reverse=True))
