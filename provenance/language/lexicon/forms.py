"""Regular forms of English verbs, so that the lexicon need only list lemmas."""

_VOWELS = "aeiou"


def verb_forms(lemma: str) -> tuple[str, str, str]:
    """Third person, past and present participle of a regular verb: `deny` gives `denies`, `denied`, `denying`."""
    if lemma.endswith("e"):
        return f"{lemma}s", f"{lemma}d", f"{lemma[:-1]}ing"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return f"{lemma[:-1]}ies", f"{lemma[:-1]}ied", f"{lemma}ing"
    third = f"{lemma}es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else f"{lemma}s"
    return third, f"{lemma}ed", f"{lemma}ing"
