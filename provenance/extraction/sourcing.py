"""In what capacity a source speaks, and the key under which its claims are counted together."""

from dataclasses import replace

from provenance.extraction.attribution.tokens import Token
from provenance.extraction.attribution.wording import called_a_medium
from provenance.extraction.capacities import Capacity, capacity_of, capacity_told
from provenance.extraction.institutions import (
    BODIES,
    DOCUMENTS,
    body,
    by_what_is_told,
    called_a_body,
    ends_with_a_body,
    holds_a_name,
    is_document,
    is_known_body,
    is_medium,
    medium,
    named_body,
    names_a_body,
    publishes,
    spoken_for,
    states,
    tells_of_a_body,
    written,
)
from provenance.extraction.named_sources import apposed_name, known_person, mere_name, named_with_title, speaker_of
from provenance.extraction.people import People
from provenance.extraction.phrases import Phrase, taken_apart, without_article
from provenance.extraction.posts import is_account, is_post, owner_of
from provenance.extraction.sourced import Sourced, slug, unnamed_key
from provenance.language.lexicon import noun_endings, nouns, phrases, roles, words
from provenance.model.source import Family, Outlet, SourcingType

_SPOKES = words("sources", "person", "spokes")
_VAGUE = words("sources", "vague", "only")
_VAGUE_HEADS = words("sources", "vague", "estimates")
_INSIDER = words("sources", "person", "insider")
_OFFICIAL = words("sources", "person", "official") | frozenset(roles("official"))
_STAFF, _LEFT = frozenset(roles("staff")), frozenset(roles("left"))
_UNNAMED = words("sources", "person", "unnamed")
_ACCESS = phrases("sources", "person", "access")
_PERSON_ENDINGS = phrases("sources", "person", "endings")
_PLURAL_PEOPLE = words("sources", "person", "plural_people")
_EVERYBODY = words("sources", "person", "everybody")
_PLURAL_PRONOUNS = words("sources", "person", "pronouns_plural")
_PRONOUNS = words("sources", "person", "pronouns_singular") | _PLURAL_PRONOUNS | {"it", "who", "which", "that", "this"}
_COLLECTIVES = nouns("collectives")
_FIRST_PERSON = frozenset({"i", "my", "me", "mine"})
_PERSONAL = (
    _PRONOUNS - {"who", "which", "that", "this"} | _FIRST_PERSON | {"his", "her", "its", "their", "our", "you", "your", "them", "us"}
)
_OF_OUTLETS = nouns("of_outlets")


def sourced(text: str, tokens: list[Token], outlet: Outlet | None, people: People, *, document: bool = False) -> Sourced:
    """What the words of a naming phrase tell of the source.

    `outlet` is the registered house named in them, if any; `document` says that the cue is one that documents take.
    """
    phrase = taken_apart(text, tokens, people.common)
    lows, head = phrase.lows, phrase.head
    where = lows.index("in") if "in" in lows and (head in DOCUMENTS or head in _VAGUE_HEADS) else len(lows)  # "reports in Italy"
    if " ".join(lows[:where]) in _VAGUE or (head in _VAGUE_HEADS and not any(t.is_capital for t in phrase.tokens[1:where])):
        return Sourced(SourcingType.VAGUE_ESTIMATE, None, phrase.name)
    if lows in (["that"], ["this"]) or (len(lows) == 1 and head in nouns("nobody")):
        return _inferred(phrase)  # "that suggests"
    if len(lows) == 1 and head in _PERSONAL:
        return _pronoun(phrase, document=document)
    if (
        lows[0] in _EVERYBODY
        or head in _COLLECTIVES
        or " ".join(phrase.bare) in nouns("metonyms")
        or (lows[0] in _PLURAL_PEOPLE and lows[1:2] == ["who"])
    ):
        return _group(phrase)
    unnamed = any(low in _UNNAMED for low in lows) or any(access in " ".join(lows) for access in _ACCESS)
    medium_name = " ".join(token.text for token in called_a_medium(phrase.tokens)) if not unnamed else ""
    if medium_name and outlet is not None:
        return Sourced(outlet.sourcing_type, outlet.key, outlet.name, outlet.state)
    if medium_name:
        return Sourced(SourcingType.MEDIA_OUTLET, slug(medium_name), medium_name, phrase.side)
    person = speaker_of(phrase, people)
    if person is not None and not unnamed and not phrase.share:
        return known_person(person, phrase, people)
    if outlet is not None and _outlet_speaks(phrase, unnamed=unnamed):
        return Sourced(outlet.sourcing_type, outlet.key, outlet.name, outlet.state)
    if phrase.role in _INSIDER or unnamed:
        return _anonymous(phrase)
    if is_post(phrase) or is_account(phrase):
        return _posted(text, phrase, people)
    found = states(phrase) or _by_head(phrase, people, document=document)
    return replace(found, named=holds_a_name(phrase)) if found.sourcing_type.family is Family.INSTITUTION else found


def _posted(text: str, phrase: Phrase, people: People) -> Sourced:
    """A post is a document, and counts as its writer's; an account speaks as whoever it belongs to."""
    owner = owner_of(phrase)
    by = sourced(text, owner, None, people) if owner else None
    if by is None or by.key is None:
        own = [t for t in phrase.proper if t.low not in nouns("platforms")]
        kind = SourcingType.MEDIA_OUTLET if is_account(phrase) and is_medium(phrase) else SourcingType.DOCUMENT
        return Sourced(kind, slug(" ".join(t.text for t in own)) or slug(" ".join(phrase.bare)), phrase.name, phrase.side, named=bool(own))
    whose = taken_apart(text, owner)
    person = people.in_role(whose.role, whose.side) if by.key.startswith("unnamed-") else None
    by = known_person(person, whose, people) if person is not None else by
    kind = SourcingType.DOCUMENT if is_post(phrase) else by.sourcing_type
    return replace(by, sourcing_type=kind, name=phrase.name)


def _pronoun(phrase: Phrase, *, document: bool) -> Sourced:
    """A pronoun that goes back to nobody whom the article names before."""
    if phrase.head in _PLURAL_PRONOUNS | {"their", "our", "us", "them"}:
        return _group(phrase)
    if phrase.head in ("it", "its"):
        kind = SourcingType.DOCUMENT if document else SourcingType.OFFICIAL_BODY
        return Sourced(kind, unnamed_key(phrase.bare), phrase.name, named=False)
    if phrase.head in _FIRST_PERSON:
        return Sourced(SourcingType.NAMED_PERSON, unnamed_key(phrase.bare), phrase.name)
    return Sourced(SourcingType.ANONYMOUS_INSIDER, unnamed_key(phrase.bare), phrase.name)


def _outlet_speaks(phrase: Phrase, *, unnamed: bool) -> bool:
    """Whether the outlet that the words name is who speaks: not somebody at it, and not the people whom its poll asked."""
    if phrase.role in _INSIDER or unnamed or capacity_of([phrase.head]) is not None:
        return False
    return not phrase.share and (not is_document(phrase) or phrase.head in _OF_OUTLETS)


def _by_head(phrase: Phrase, people: People, *, document: bool) -> Sourced:
    head = phrase.head
    if phrase.role in _SPOKES and not phrase.plural:
        return spoken_for(phrase, people)
    is_body = (head in BODIES and not publishes(phrase)) or names_a_body(phrase)
    told = called_a_body(phrase) or by_what_is_told(phrase)
    if told is not None:
        return told
    titled = None if head in BODIES or ends_with_a_body(phrase) else named_with_title(phrase)
    if titled is not None:
        return titled
    if phrase.apposed_to in BODIES:
        return named_body(phrase.apposed, phrase)
    if phrase.apposed and not phrase.plural and head not in BODIES:
        return apposed_name(phrase)
    if capacity_of([head]) is not None and not is_body:
        return _anonymous(phrase)
    medium_speaks = is_medium(phrase) and not is_body
    if medium_speaks and not (document and is_document(phrase)):
        return medium(phrase)
    if (head in DOCUMENTS and not ends_with_a_body(phrase)) or (is_document(phrase) and not is_body):
        return written(phrase)
    if is_body:
        return body(phrase)
    if phrase.share:
        return _group(phrase)
    if phrase.named_by_head and is_known_body(phrase, people):
        return named_body(phrase.proper, phrase)
    return _by_form(phrase, document=document)


def _by_form(phrase: Phrase, *, document: bool) -> Sourced:
    """A head that no list holds: a name, several people, somebody, or something, by capitals, determiners and endings."""
    person_like = (phrase.head.endswith(_PERSON_ENDINGS) and phrase.head not in nouns("not_people")) or phrase.head in _PRONOUNS - {"which"}
    thing = phrase.head in nouns("events") or (
        phrase.head.endswith(noun_endings("things")) and not phrase.head.endswith(noun_endings("people"))
    )
    if phrase.plural and not (thing or document):
        return _anonymous(phrase)
    if phrase.proper and phrase.named_by_head:
        return mere_name(phrase)
    if phrase.head in _PLURAL_PRONOUNS:
        return _group(phrase)
    if document and not person_like:
        return written(phrase)
    if phrase.head == "which":  # nobody is called so
        return body(phrase)
    if not person_like and tells_of_a_body(phrase):
        return body(phrase)
    return _inferred(phrase) if thing and not person_like else _anonymous(phrase)


def _inferred(phrase: Phrase) -> Sourced:
    """A fact or an event that the writer lets speak: the outlet infers."""
    return Sourced(SourcingType.OUTLET_ANALYSIS, None, phrase.name)


def _group(phrase: Phrase) -> Sourced:
    return Sourced(SourcingType.ANONYMOUS_GROUP, unnamed_key(phrase.bare), phrase.name, phrase.side)


def _anonymous(phrase: Phrase) -> Sourced:
    bare = without_article([low.removesuffix("'s") for low in phrase.lows if low not in _UNNAMED])
    if phrase.plural:
        kind = SourcingType.ANONYMOUS_GROUP
    elif _holds_office(phrase):
        kind = SourcingType.ANONYMOUS_OFFICIAL
    else:
        kind = SourcingType.ANONYMOUS_INSIDER
    return Sourced(kind, unnamed_key(bare), phrase.name, phrase.side)


def _holds_office(phrase: Phrase) -> bool:
    """Whether the description is of somebody in office: a minister is, a former minister, too, a former aide is not."""
    if phrase.role in _STAFF and not _LEFT.isdisjoint(phrase.lows):
        return False
    told = capacity_told(tuple(t.low for t in phrase.core))
    return told is Capacity.OFFICIAL or (phrase.role in _OFFICIAL and told is None)
