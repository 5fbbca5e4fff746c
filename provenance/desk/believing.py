"""Whom to believe where sources conflict and nobody has judged: a suggestion from what they say alone, which moves no score."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from provenance.model.chain import ClaimGroup, Standing
from provenance.scoring import Method
from provenance.scoring.inference import CopyingFinding, ObjectFinding, SourceFinding, infer
from provenance.storage.archive import Archive
from provenance.tracing import Dispute, disputes

_GROUPS = 500  # at a time


@dataclass(frozen=True)
class SuggestedValue:
    """A matter in dispute, and how credible each value is that sources give it, the most credible first."""

    dispute: Dispute
    finding: ObjectFinding
    wording: str
    """A claim that speaks of it, exactly as published."""


@dataclass(frozen=True)
class SuspectedCopying:
    """A pair of which one seems to copy, and every value that both give: the matter, the value, and how credible it is."""

    finding: CopyingFinding
    shared: tuple[tuple[Dispute, str, float], ...]
    """The least credible first: that is what gives them away."""


@dataclass(frozen=True)
class Suggestion:
    """What the claims alone suggest. Never a verdict."""

    objects: int
    """On how many matters that sources tell differently it rests."""
    least: int
    """From how many on anything is suggested."""
    names: Mapping[str, str]
    """What people read for each source's key."""
    values: tuple[SuggestedValue, ...] = ()
    sources: tuple[SourceFinding, ...] = ()
    """Those that speak of most matters first."""
    copying: tuple[SuspectedCopying, ...] = ()
    settled: bool = True
    """Whether the estimate came to rest."""

    @property
    def enough(self) -> bool:
        """Whether there are matters enough to suggest anything."""
        return self.objects >= self.least


def suggestion(archive: Archive, method: Method) -> Suggestion:
    """What the conflicts of the archive suggest; nothing but their number where they are fewer than the method asks for."""
    contested = list(_contested(archive))
    ids = [claim for group in contested for claim in group.claims]
    items = {item.claim.id: item for item in archive.in_context(ids, withdrawn=False)}
    found = disputes(items.values(), contested, archive.conflicts_of(ids))
    names = {told.speaker.key: told.speaker.name for dispute in found for told in dispute.told}
    least = method.inference.objects.weight
    if len(found) < least:
        return Suggestion(len(found), least, names)
    inferred = infer((told.speaker.key, dispute.key, told.value) for dispute in found for told in dispute.told)
    by_key = {dispute.key: dispute for dispute in found}
    return Suggestion(
        objects=len(found),
        least=least,
        names=names,
        values=tuple(SuggestedValue(d, inferred.objects[d.key], items[d.told[0].claim].claim.text) for d in found),
        sources=tuple(sorted(inferred.sources.values(), key=lambda source: (-source.claims, -source.accuracy, source.source))),
        copying=tuple(SuspectedCopying(pair, _shared(pair.sources, inferred.objects, by_key)) for pair in inferred.copying),
        settled=inferred.settled,
    )


def _contested(archive: Archive) -> Iterator[ClaimGroup]:
    done = 0
    while groups := archive.groups(_GROUPS, done, (Standing.CONTESTED,)):
        yield from groups
        done += len(groups)


def _shared(
    pair: Sequence[str], objects: Mapping[str, ObjectFinding], by_key: Mapping[str, Dispute]
) -> tuple[tuple[Dispute, str, float], ...]:
    both = frozenset(pair)
    found = [
        (by_key[key], value.value, value.probability)
        for key, finding in objects.items()
        for value in finding.values
        if both <= frozenset(value.sources)
    ]
    return tuple(sorted(found, key=lambda each: (each[2], each[0].key, each[1])))
