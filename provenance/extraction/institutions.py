"""Institutions, media and documents by their heads: which noun speaks for a body, which is read or shown."""

from collections.abc import Sequence

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.capacities import capacity_of
from provenance.extraction.people import People
from provenance.extraction.phrases import Phrase, head_of, without_article
from provenance.extraction.sourced import Sourced, slug
from provenance.language.lexicon import nouns, states_by_demonym, states_by_name, words
from provenance.language.names import fold
from provenance.model.source import SourcingType

BODIES = words("sources", "body", "heads") | nouns("bodies")
"""Nouns that stand for an institution."""
DOCUMENTS = words("sources", "document", "heads") | nouns("documents")
"""Nouns that stand for a text, a record or a set of data."""
_BODY_NAMES = words("sources", "body", "names") | nouns("body_names")
_LONG_BODY_NAMES = tuple(sorted(name for name in _BODY_NAMES if " " in name))
_UNIQUE = _BODY_NAMES | words("sources", "body", "unique")
_MEDIA = words("sources", "media", "heads") | nouns("media")
_EITHER = nouns("mastheads") & DOCUMENTS - words("sources", "media", "generic")
"""Nouns that are a medium's name with a capital, and something written without: "The Post", "the post"."""
_COMMON = (
    words("sources", "body", "heads")
    | words("sources", "body", "common")
    | words("sources", "person", "title_words")
    | words("grammar", "determiners")
    | words("sources", "document", "heads")
    | words("sources", "media", "heads")
)
_ISSUED = words("sources", "document", "issued")
_OPENS_ASIDE = words("grammar", "articles") | words("grammar", "possessives")
_STATE_RUN = words("sources", "media", "state")


def is_medium(phrase: Phrase) -> bool:
    """Whether the head stands for a medium: "the newspaper", "media organizations", "The Boston Herald"."""
    head = phrase.head
    if not phrase.core[-1].is_capital and head in _EITHER:
        return False
    if head in _MEDIA or head.removesuffix("s") in _MEDIA:
        return True
    if publishes(phrase):
        return True
    lows = [t.low.removesuffix("'s") for t in phrase.core]
    return (
        phrase.core[-1].is_capital
        and len(lows) > 1
        and head.rpartition("-")[2] in nouns("mastheads")
        and phrase.core[-2].is_capital
        and lows[0] == "the"
    )


def publishes(phrase: Phrase) -> bool:
    """Whether the words make a medium of a body: "a media organization", "the Fars news agency"."""
    return _is_media_house([t.low for t in phrase.core[-2:]])


def _is_media_house(lows: list[str]) -> bool:
    return len(lows) == 2 and lows[0] in nouns("of_media") and lows[1] in nouns("media_houses")


def is_document(phrase: Phrase) -> bool:
    """Whether the head stands for something that is read, heard or looked at."""
    return phrase.head in DOCUMENTS or phrase.head.removesuffix("s") in DOCUMENTS


def names_a_body(phrase: Phrase) -> bool:
    """Whether a word is the acronym of a body that the lexicon knows, or the words hold its longer name."""
    joined = " ".join(phrase.bare)
    core = " ".join(without_article([t.low for t in phrase.core]))
    if joined in _BODY_NAMES or core in _BODY_NAMES or ends_with_a_body(phrase):
        return True
    return capacity_of([phrase.head]) is None and any(t.text.isupper() and len(t.text) > 1 and t.low in _BODY_NAMES for t in phrase.core)


def ends_with_a_body(phrase: Phrase) -> bool:
    """Whether the words end with a longer name that the lexicon knows: "the U.S. Geological Survey" is no survey."""
    return " ".join(t.low for t in phrase.core).endswith(_LONG_BODY_NAMES)


def is_known_body(phrase: Phrase, people: People) -> bool:
    """Whether the text treats the name, or its last word, as a body's."""
    name = [fold(t.text).removesuffix("'s") for t in phrase.proper]
    return bool(name) and (name[-1] in people.bodies or " ".join(name) in people.bodies)


def holds_a_name(phrase: Phrase) -> bool:
    """Whether the words tell which institution it is: by a name, a state, or a body known by that very name.

    Capitals alone do not: "Police said", "the Company", "the Interior Ministry".
    """
    bare = [low.removesuffix("'s") for low in phrase.bare]
    if phrase.side is not None or _UNIQUE.intersection((*bare, " ".join(bare))):
        return True
    return any(t.low.removesuffix("'s") not in _COMMON for t in phrase.proper)


def states(phrase: Phrase) -> Sourced | None:
    """One state, or several that speak with one voice: these are one source, and on no single side."""
    parts: list[list[str]] = [[]]
    for low in phrase.lows:
        if low == "and":
            parts.append([])
        else:
            parts[-1].append(low)
    names = states_by_name()
    found = [names.get(" ".join(without_article(part)).removesuffix("'s")) if part else None for part in parts]
    if not all(found):
        return None
    together = sorted({state for state in found if state})
    if len(together) == 1:
        return Sourced(SourcingType.OFFICIAL_BODY, slug(together[0]), together[0], together[0])
    return Sourced(SourcingType.OFFICIAL_BODY, slug(" and ".join(together)), phrase.name, None)


def body(phrase: Phrase) -> Sourced:
    """An institution that speaks as one."""
    return Sourced(SourcingType.OFFICIAL_BODY, slug(" ".join(phrase.bare)), phrase.name, phrase.side)


def named_body(name: Sequence[Token], phrase: Phrase) -> Sourced:
    """A body that the article treats as one, by its name, which stands among the words."""
    return Sourced(SourcingType.OFFICIAL_BODY, slug(" ".join(t.text for t in name)), phrase.name, phrase.side)


def spoken_for(phrase: Phrase, people: People) -> Sourced:
    """The body, or the person, for whom a spokesperson without a name speaks."""
    lows = phrase.lows
    before = _ahead(lows, phrase.head) if lows[-1] == phrase.head else ""  # "a Ministry of Defence spokesman"
    body = before or _behind(lows, ("for", "of")) or _ahead(lows, phrase.head) or phrase.head
    person = people.named_in(phrase.tokens)
    whom = person.name if person is not None and slug(person.name).endswith(slug(body.removesuffix("'s"))) else body.removesuffix("'s")
    return Sourced(SourcingType.OFFICIAL_BODY, slug(whom), phrase.name, phrase.side)


def medium(phrase: Phrase) -> Sourced:
    """A medium that no registry knows; one that a state runs is a state agency."""
    state_run = any(low in _STATE_RUN or low.startswith("state-") for low in phrase.lows)
    kind = SourcingType.STATE_AGENCY if state_run else SourcingType.MEDIA_OUTLET
    return Sourced(kind, slug(" ".join(t.text for t in phrase.proper)) or slug(phrase.name), phrase.name, phrase.side)


def written(phrase: Phrase) -> Sourced:
    """A document; a statement or communiqué speaks for the body that issues it."""
    lows, name = phrase.lows, phrase.name
    owner = any(low.removesuffix("'s") in BODIES or low.removesuffix("'s") in states_by_name() for low in lows)
    if phrase.head in _ISSUED and owner:
        issuer = _behind(lows, ("by", "from", "of")) or _whose_page(lows) or _ahead([low.removesuffix("'s") for low in lows], phrase.head)
        return Sourced(SourcingType.OFFICIAL_BODY, slug(issuer or name), name, phrase.side)
    return Sourced(SourcingType.DOCUMENT, slug(" ".join(phrase.bare)), name, phrase.side)


def called_a_body(phrase: Phrase) -> Sourced | None:
    """`the security firm Ambrey`, `Athens-based Minerva Marine`: a name that a body's noun or seat introduces; None where none does."""
    tokens = phrase.tokens if phrase.apposed else phrase.core
    at = next((k for k in range(len(tokens) - 1, -1, -1) if not tokens[k].is_capital or tokens[k].low.endswith("-based")), None)
    if at is None or at + 1 == len(tokens) or capacity_of([tokens[at + 1].low]) is not None:
        return None
    if not (tokens[at].low.endswith("-based") or (tokens[at].low in BODIES and tokens[at].low not in _MEDIA)):
        return None
    name = " ".join(t.text for t in tokens[at + 1 :]).removesuffix("’s").removesuffix("'s")
    return Sourced(SourcingType.OFFICIAL_BODY, slug(name), name, phrase.side)


def by_what_is_told(phrase: Phrase) -> Sourced | None:
    """A name that the words behind a comma call a body or a medium: "X, the state's railway company"; None where they tell neither."""
    if not phrase.aside or not phrase.tokens[0].is_capital or phrase.aside[0] not in _OPENS_ASIDE:
        return None
    head = head_of(phrase.aside)
    at = phrase.aside.index(head) if head in phrase.aside else 0
    if _is_media_house(phrase.aside[max(0, at - 1) : at + 1]) or (head in _MEDIA and head not in BODIES):
        return medium(phrase)
    return body(phrase) if head in BODIES else None


def tells_of_a_body(phrase: Phrase) -> bool:
    """Whether a word of the part that holds the head stands for a body or a people: "the ministry's press room"."""
    return any(t.low in BODIES or t.low in states_by_demonym() for t in phrase.core)


def _behind(lows: list[str], marks: tuple[str, ...]) -> str:
    at = next((k for k, low in enumerate(lows) if low in marks), None)
    return " ".join(without_article(lows[at + 1 :])) if at is not None and at + 1 < len(lows) else ""


def _whose_page(lows: list[str]) -> str:
    """`a statement on the ministry's website`: the words in front of the possessive."""
    end = next((k for k, low in enumerate(lows) if low.endswith("'s") and "on" in lows[:k]), None)
    if end is None:
        return ""
    named = [*lows[lows.index("on") + 1 : end], lows[end].removesuffix("'s")]
    return " ".join(without_article(named))


def _ahead(lows: list[str], head: str) -> str:
    bare = without_article(lows)
    return " ".join(bare[: bare.index(head)]) if head in bare else ""
