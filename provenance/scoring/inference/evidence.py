"""What the sources say, put in order: who gives which value to which object, whatever order it came in."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims as numbers into `sources`, `objects` and `values`; a fact is one value of one object.

    A source that gives several values to one object stands behind each with an equal part, kept in `part`; all other parts are 1.
    """

    sources: tuple[str, ...]
    objects: tuple[str, ...]
    values: tuple[str, ...]
    """The value of each fact."""
    object_of: tuple[int, ...]
    """The object of each fact."""
    facts_of: tuple[range, ...]
    """The facts of each object, by value."""
    holders: tuple[tuple[int, ...], ...]
    """The sources behind each fact, those with most claims first."""
    said: tuple[tuple[int, ...], ...]
    """The facts behind which each source stands."""
    spoken: tuple[int, ...]
    """Of how many objects each source speaks."""
    part: Mapping[tuple[int, int], float]
    """For a source and a fact: its part, where it is not 1."""

    def single(self, source: int) -> dict[int, int]:
        """The fact that a source gives for each object of which it says one thing only."""
        return {self.object_of[fact]: fact for fact in self.said[source] if (source, fact) not in self.part}


def evidence_of(triples: Iterable[Triple]) -> Evidence:
    """The evidence in (source, object, value) triples; a triple given twice counts once."""
    ordered = sorted(set(triples))
    sources = tuple(dict.fromkeys(source for source, _, _ in ordered))
    numbers = {source: number for number, source in enumerate(sources)}
    pairs = sorted({(thing, value) for _, thing, value in ordered})
    objects = tuple(dict.fromkeys(thing for thing, _ in pairs))
    place = {thing: number for number, thing in enumerate(objects)}
    fact_of = {pair: number for number, pair in enumerate(pairs)}
    object_of = tuple(place[thing] for thing, _ in pairs)
    said: list[list[int]] = [[] for _ in sources]
    for source, thing, value in ordered:
        said[numbers[source]].append(fact_of[thing, value])
    spoken = tuple(len({object_of[fact] for fact in facts}) for facts in said)
    holders: list[list[int]] = [[] for _ in pairs]
    for speaker in sorted(range(len(sources)), key=lambda number: (-spoken[number], number)):
        for fact in said[speaker]:
            holders[fact].append(speaker)
    return Evidence(
        sources=sources,
        objects=objects,
        values=tuple(value for _, value in pairs),
        object_of=object_of,
        facts_of=_ranges(object_of, len(objects)),
        holders=tuple(map(tuple, holders)),
        said=tuple(map(tuple, said)),
        spoken=spoken,
        part=_parts(said, spoken, object_of),
    )


def _ranges(object_of: tuple[int, ...], objects: int) -> tuple[range, ...]:
    starts = [0] * (objects + 1)
    for thing in object_of:
        starts[thing + 1] += 1
    for number in range(objects):
        starts[number + 1] += starts[number]
    return tuple(range(starts[number], starts[number + 1]) for number in range(objects))


def _parts(said: list[list[int]], spoken: tuple[int, ...], object_of: tuple[int, ...]) -> dict[tuple[int, int], float]:
    parts = {}
    for source, facts in enumerate(said):
        if len(facts) == spoken[source]:
            continue
        of_object: dict[int, list[int]] = {}
        for fact in facts:
            of_object.setdefault(object_of[fact], []).append(fact)
        for several in of_object.values():
            if len(several) > 1:
                parts.update(dict.fromkeys(((source, fact) for fact in several), 1 / len(several)))
    return parts
