"""Posts and accounts: whose account it is, so that what somebody posts counts as theirs."""

from provenance.extraction.attribution.tokens import Token, cut
from provenance.extraction.phrases import Phrase
from provenance.language.lexicon import nouns, words

_POSTS = nouns("posts")
_ACCOUNTS = nouns("accounts")
_BEHIND = frozenset({"by", "from", "of"})
_WHERE = frozenset({"on", "in", "via"})
_NEAR = 4  # words between whose it is and the account
_POSSESSIVES = words("grammar", "possessives")


def is_post(phrase: Phrase) -> bool:
    """Whether the head is something that somebody posts: "a tweet", "posts"."""
    return phrase.head in _POSTS


def is_account(phrase: Phrase) -> bool:
    """Whether the head is a place where somebody posts: "his account", "the ministry's Telegram channel", but no television channel."""
    if phrase.head not in _ACCOUNTS:
        return False
    before = [t.low for t in phrase.core[:-1]]
    return any(low in nouns("platforms") or low.endswith("'s") or low in _POSSESSIVES for low in before)


def owner_of(phrase: Phrase) -> list[Token]:
    """Whose post or account it is: the words in front of a possessive, else those behind "by"; nothing where none are given."""
    tokens = phrase.tokens
    owned = [k for k, t in enumerate(tokens) if t.low in _ACCOUNTS or t.low in _POSTS]
    owns = next((k for k, t in enumerate(tokens) if t.low.endswith("'s") and any(k < at <= k + _NEAR for at in owned)), None)
    if owns is not None:
        first = max((k + 1 for k in range(owns) if tokens[k].low in _WHERE or tokens[k].low in _BEHIND), default=0)
        return [*tokens[first:owns], cut(tokens[owns], tokens[owns].end - 2)]
    at = next((k for k, t in enumerate(tokens) if k and t.low in _BEHIND), None)
    if at is None:
        return []
    end = next((k for k in range(at + 1, len(tokens)) if tokens[k].low in _WHERE), len(tokens))
    return tokens[at + 1 : end]
