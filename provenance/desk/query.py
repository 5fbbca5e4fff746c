"""The words of a search: `outlet:baladi standing:single type:anonymous` filter, everything else has to stand in the claim."""

import shlex
from enum import StrEnum
from typing import TypeVar

from provenance.errors import ProvenanceError
from provenance.model.chain import ConflictStatus, Standing, Support
from provenance.model.queue import ClaimQuery, Order
from provenance.model.review import Verdict
from provenance.model.source import Family, SourcingType

_Word = TypeVar("_Word", bound=StrEnum)
FILTERS = ("outlet", "standing", "support", "conflict", "type", "verdict", "is", "article", "group", "origin", "source", "order")
_IS = {"open": {"reviewed": False}, "reviewed": {"reviewed": True}, "disputed": {"disputed": True}, "noted": {"has_note": True}}


def parse_query(words: str) -> ClaimQuery:
    """The query that the words mean.

    A value may be cut short where only one begins so, or one family: `standing:single`, `type:anonymous`, `verdict:none`.
    A filter that stands twice leaves what either leaves. Words that are no filter are searched for.

    Raises:
        ProvenanceError: a filter or value is not known; the message names it and those that are.

    """
    found: dict[str, object] = {}
    free: list[str] = []
    for word in _split(words):
        name, colon, value = word.partition(":")
        if not colon or name.lower() not in FILTERS:
            if colon and value and name.isalpha() and not value.startswith("//"):
                raise _unknown(f"“{name}:” is no filter.", FILTERS)
            free.append(word)
            continue
        if not value:
            raise ProvenanceError(f"“{name}:” needs a value.", do=f"For example {_EXAMPLES.get(name.lower(), name + ':…')}.")
        _take(found, name.lower(), value)
    return ClaimQuery.model_validate({**found, "text": " ".join(free)})


_EXAMPLES = {
    "outlet": "outlet:baladi",
    "standing": "standing:single",
    "type": "type:anonymous",
    "verdict": "verdict:none",
    "is": "is:open",
    "order": "order:newest",
}


def _split(words: str) -> list[str]:
    try:
        parts = shlex.shlex(words, posix=True, punctuation_chars="")
        parts.whitespace_split = True
        parts.commenters = ""
        parts.quotes = '"'
        parts.escape = ""
        return list(parts)
    except ValueError:  # a quotation mark without its partner is a character like any other
        return words.split()


def _take(found: dict[str, object], name: str, value: str) -> None:
    if name == "outlet":
        _add(found, "outlets", value)
    elif name == "standing":
        _add(found, "standings", *_matching(Standing, value, "standing"))
    elif name == "support":
        _add(found, "supports", *_matching(Support, value, "support"))
    elif name == "conflict":
        _add(found, "conflicts", *_matching(ConflictStatus, value, "conflict"))
    elif name == "type":
        families = [f.value for f in Family if f.value == value.lower()]
        if families:
            _add(found, "families", *families)
        else:
            _add(found, "types", *_matching(SourcingType, value, "type", also=tuple(Family)))
    elif name == "verdict":
        if value.lower() in ("none", "any"):
            found["reviewed"] = value.lower() == "any"
        else:
            _add(found, "verdicts", *_matching(Verdict, value, "verdict"))
    elif name == "is":
        if value.lower() not in _IS:
            raise _unknown(f"“is:{value}” is not known.", _IS)
        found.update(_IS[value.lower()])
    elif name == "order":
        found["order"] = _matching(Order, value, "order")[0]
    else:
        found[name] = value


def _add(found: dict[str, object], field: str, *values: object) -> None:
    before = found.get(field, ())
    kept = before if isinstance(before, tuple) else ()
    found[field] = (*kept, *(v for v in values if v not in kept))


def _matching(kind: type[_Word], value: str, name: str, also: tuple[StrEnum, ...] = ()) -> list[_Word]:
    wanted = value.lower().replace("-", "_").replace(" ", "_")
    exact = [member for member in kind if member.value == wanted]
    fitting = exact or [member for member in kind if member.value.startswith(wanted)]
    if not fitting:
        raise _unknown(f"“{name}:{value}” is not known.", (*kind, *also))
    return fitting


def _unknown(what: str, known: object) -> ProvenanceError:
    return ProvenanceError(what, do=f"Known are: {', '.join(str(getattr(word, 'value', word)) for word in known)}.")  # type: ignore[attr-defined]
