"""Outlets and origins as people look at them: what is known of each, and which one is meant by a name."""

from collections.abc import Sequence

from provenance.desk.records import pasts, today
from provenance.errors import NotFound
from provenance.model.queue import SourceCard, SourceSummary
from provenance.model.reliability import Letter
from provenance.model.source import SourcingType
from provenance.registry import Registry
from provenance.scoring import NOBODY, Method
from provenance.scoring.sources import letter_is_stale, past_of_source, source_letter
from provenance.storage.archive import Archive

PARTNERS = 20
"""Sources that are named as relied on, and as repeating."""
_OUTLET = "outlet"
_NOT_ONE = "publishers that nobody names share no record"


def known(archive: Archive, registry: Registry, method: Method, summaries: Sequence[SourceSummary]) -> list[SourceSummary]:
    """Rows of the list of sources with what registry, letters and verdicts say."""
    records = pasts(archive, registry, [summary.key for summary in summaries])
    found = []
    for summary in summaries:
        record, house = records[summary.key].record, registry.by_key(summary.key)
        judged = source_letter(record, kind_of(summary, registry), summary.name, method, today())
        told: dict[str, object] = {
            "letter": judged.letter.value,
            "letter_basis": judged.reason,
            "stale": letter_is_stale(record, method, today()),
        }
        if summary.key == NOBODY:
            told |= {"letter": Letter.F.value, "letter_basis": _NOT_ONE}
        if house is not None:
            told |= {"name": house.name, "kind": house.kind.value, "owner": house.owner or (house.state and f"the state of {house.state}")}
        found.append(summary.model_copy(update=told))
    return found


def kind_of(summary: SourceSummary, registry: Registry) -> SourcingType:
    """In what capacity a source speaks: as the registry has it, else as its claims do."""
    house = registry.by_key(summary.key)
    if house is not None:
        return house.sourcing_type
    return SourcingType.MEDIA_OUTLET if summary.kind == _OUTLET else SourcingType[summary.kind.upper()]


def card(archive: Archive, registry: Registry, method: Method, key: str) -> SourceCard:
    """Everything about one source, by its key. Raises NotFound."""
    summary = _summary(archive, registry, key)
    kind, record = kind_of(summary, registry), pasts(archive, registry, [key])[key].record
    past, level = past_of_source(record, kind, method), method.interval.level.weight
    ends = past.interval(level)
    relies_on, repeated_by = archive.partners(key, PARTNERS)
    return SourceCard(
        summary=known(archive, registry, method, [summary])[0],
        kind=kind,
        record=record,
        share=past.mean,
        low=ends.low,
        high=ends.high,
        level=level,
        relies_on=tuple(relies_on),
        repeated_by=tuple(repeated_by),
        letters=archive.reliance.history(key),
    )


def _summary(archive: Archive, registry: Registry, key: str) -> SourceSummary:
    """The counts of a source; all zeros for a house that the registry knows and no claim shows yet."""
    found, house = archive.source(key), registry.by_key(key)
    if found is None and house is None:
        raise _not_found(key)
    return found or SourceSummary(key=key, name=house.name if house else key, kind=_OUTLET)


def key_of(archive: Archive, registry: Registry, words: str) -> str:
    """The key of the source that is meant: by its key, its name, or a part of its name that no other has. Raises NotFound."""
    wanted = words.strip()
    if archive.source(wanted) is not None:
        return wanted
    house = registry.find(wanted) if wanted else None
    if house is not None:
        return house.key
    found = archive.sources_named(wanted)
    if not found:
        raise _not_found(words)
    if len(found) > 1:
        listed = "".join(f"\n  {key}  {name}" for key, name in found[:5]) + ("\n  and more" if len(found) > 5 else "")
        raise NotFound(f"“{words}” may be several sources.", do=f"Give the key of one of them:{listed}")
    return found[0][0]


def _not_found(words: str) -> NotFound:
    return NotFound(
        f"No outlet or origin is called “{words}”, and none has that key.",
        means="Nothing was changed.",
        do="List them with their keys: provenance sources --format csv",
    )
