"""Worlds of fifty sources whose accuracy is known: how well scores foresee verdicts, and how well records rank the sources.

    python tests/benchmarks/measure_calibration.py           # five worlds; --worlds N for others, --method FILE for another method

Sources of every capacity speak of objects and are right as often as they are; some copy from others. Who says the same of one object is a
group, and other values stand against it. A tenth of the groups is judged, drawn at random, and every verdict goes into the records of the
group's independent origins. Then every claim of the other groups is weighed in the program's own way, from the record to the score. What is
expected: a calibration error of the rest of at most .05, and a rank correlation of records and accuracies of at least .8.

The worlds know no kinds: an unnamed source is as often right as a wire agency. What the method expects of a kind is of no help here.
"""

import argparse
import random
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from provenance.model.article import ArticleHead
from provenance.model.chain import ClaimGroup, Conflict, ConflictKind, ConflictStatus, Origin, Severity, Stand
from provenance.model.claim import Attribution, Claim, ClaimInContext
from provenance.model.reliability import SourceRecord
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.model.weighing import Weighing
from provenance.scoring import Method, load_method, weigh_claim
from provenance.scoring.calibration import Calibration, Observation, measured
from provenance.scoring.inference import infer

SOURCES, GROUPS, JUDGED = 50, 2000, 0.1
COPIERS, COPIED = 8, 0.5
"""How many sources copy, and the share of what they say that they have from another, where that one speaks of it."""
SEEN = 0.8
"""The share of copied claims that tracing folds into the origin they come from; the others pass for independent."""
FALSE_VALUES = (1, 1, 2, 4)
"""In how many ways a source can be wrong about an object, each as often as it stands here: yes-or-no matters, places, days, numbers."""
SPEAKERS = (1, 1, 2, 3, 5, 8)
"""How many sources speak of an object, each as often as it stands here."""
ACCURACY = (0.2, 0.98)
"""Between which ends the accuracies of the sources lie, each as likely as any other, whatever the source's kind."""
TRUE = "true"
KINDS = [kind for kind in SourcingType if kind.shows_origin]


class Source(NamedTuple):
    """A source with the truth about it: how often it is right when it looks for itself, and from whom it copies."""

    kind: SourcingType
    accuracy: float
    copies: int | None = None


class Group(NamedTuple):
    """One value of one object, and who gives it."""

    thing: int
    value: str
    origins: tuple[int, ...]
    """Those who are held for independent: all that look for themselves, and copies that nobody noticed."""
    against: int
    """How many others there are that give another value."""

    @property
    def true(self) -> bool:
        """Whether this is the true value."""
        return self.value == TRUE


def sources(chance: random.Random) -> list[Source]:
    """Fifty sources; who copies does so from one who does not."""
    found = []
    for number in range(SOURCES):
        copies = chance.randrange(SOURCES - COPIERS) if number >= SOURCES - COPIERS else None
        found.append(Source(chance.choice(KINDS), chance.uniform(*ACCURACY), copies))
    return found


def groups(known: Sequence[Source], chance: random.Random) -> list[Group]:
    """Two thousand groups that these sources make."""
    found: list[Group] = []
    while len(found) < GROUPS:
        found += of_object(len(found), known, chance)
    return found[:GROUPS]


def of_object(thing: int, known: Sequence[Source], chance: random.Random) -> list[Group]:
    """The groups of one object: one for each value that is given; 0 is the true one."""
    false, said, folded = chance.choice(FALSE_VALUES), dict[int, int](), set[int]()
    speakers = chance.sample(range(SOURCES), chance.choice(SPEAKERS))
    for speaker in sorted(speakers, key=lambda number: known[number].copies is not None):
        source = known[speaker]
        if source.copies in said and chance.random() < COPIED:
            said[speaker] = said[source.copies]
            folded |= {speaker} if chance.random() < SEEN else set()
        else:
            said[speaker] = 0 if chance.random() < source.accuracy else chance.randint(1, false)
    by_value = {value: [speaker for speaker in sorted(said) if said[speaker] == value] for value in sorted(set(said.values()))}
    independent = len(said) - len(folded)
    found = []
    for value, who in by_value.items():
        origins = tuple(speaker for speaker in who if speaker not in folded)
        found.append(Group(thing, TRUE if value == 0 else f"false {value}", origins, independent - len(origins)))
    return found


def records(judged: Sequence[Group]) -> list[SourceRecord]:
    """What verdicts on these groups say of every source: each counts for the group's independent origins, and for no echo."""
    right: Counter[int] = Counter()
    wrong: Counter[int] = Counter()
    for group in judged:
        (right if group.true else wrong).update(group.origins)
    return [SourceRecord(key=f"s{number}", supported=right[number], refuted=wrong[number]) for number in range(SOURCES)]


@cache
def claim_of(number: int, kind: SourcingType) -> ClaimInContext:
    """What a source says, through an outlet, without hedge or quotation."""
    said = Attribution(sourcing_type=kind, origin=f"s{number}", chain=("outlet", f"s{number}"), rule="simulated")
    claim = Claim(id="claim", article="article", position=0, span=Span(0, 4), text="Said", attributions=(said,), sourcing_type=kind)
    return ClaimInContext(claim=claim, article=ArticleHead(id="article", outlet="outlet", outlet_name="outlet"))


AGAINST = (Conflict(a="claim", b="other", kind=ConflictKind.PARTY, severity=Severity.HIGH, reason="another value"),)


def weighings(group: Group, known: Sequence[Source], record: Sequence[SourceRecord], method: Method) -> list[Weighing]:
    """Every claim of a group weighed, that of each origin by its own record."""
    names = [(f"s{number}", known[number].kind) for number in group.origins]
    whole = ClaimGroup(
        id="group",
        claims=("claim",),
        origins=tuple(Origin(key=key, name=key, sourcing_type=kind) for key, kind in names),
        conflict=ConflictStatus.CONTESTED if group.against else ConflictStatus.NONE,
    )
    conflicts, stands = AGAINST if group.against else (), {"other": Stand("other", group.against)}
    claims = [(claim_of(number, known[number].kind), record[number]) for number in group.origins]
    return [weigh_claim(claim, whole, conflicts, method, of, stands=stands).weighing for claim, of in claims]


def record_weights(known: Sequence[Source], record: Sequence[SourceRecord], method: Method) -> list[float]:
    """What the record of each source weighs in a claim of its own: by this it is ranked."""
    alone = [weighings(Group(0, TRUE, (number,), 0), known, record, method)[0] for number in range(SOURCES)]
    return [next((step.weight for step in each.steps if step.factor == "track_record"), 0.0) for each in alone]


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """The rank correlation of two rows of figures, ties sharing their ranks."""
    a, b = ranks(one), ranks(other)
    mean = (len(a) + 1) / 2
    return (
        sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True))
        / (sum((x - mean) ** 2 for x in a) * sum((y - mean) ** 2 for y in b)) ** 0.5
    )


def ranks(figures: Sequence[float]) -> list[float]:
    """The rank of each figure from 1; equal ones share the mean of theirs."""
    return [sum(other < figure for other in figures) + (sum(other == figure for other in figures) + 1) / 2 for figure in figures]


class World(NamedTuple):
    """What came of one world: scores held against the truth before and after the verdicts, and how well the sources are ranked."""

    before: Calibration
    after: Calibration
    ranking: float
    inferred: float
    """The same by what `sources infer` suggests from the claims alone, without a verdict."""


def world(seed: int, method: Method) -> World:
    """One world, judged and weighed."""
    chance = random.Random(seed)  # noqa: S311
    known = sources(chance)
    everything = groups(known, chance)
    truth = [source.accuracy for source in known]
    triples = [(f"s{number}", str(group.thing), group.value) for group in everything for number in group.origins]
    suggested = infer(triples).sources
    chance.shuffle(everything)
    cut = int(JUDGED * len(everything))
    record, rest = records(everything[:cut]), everything[cut:]

    def calibration(by: Sequence[SourceRecord]) -> Calibration:
        scores = [fmean(each.value for each in weighings(group, known, by, method)) for group in rest]
        return measured([Observation(score, group.true) for score, group in zip(scores, rest, strict=True)], method.calibration)

    return World(
        calibration(records([])),
        calibration(record),
        spearman(record_weights(known, record, method), truth),
        spearman([suggested[f"s{n}"].accuracy if f"s{n}" in suggested else 0.5 for n in range(SOURCES)], truth),
    )


def main() -> None:
    """Print what came of each world, and the means."""
    options = argparse.ArgumentParser(description="Fifty sources, two thousand groups, a tenth judged: calibration of the rest.")
    options.add_argument("--worlds", type=int, default=5, help="how many worlds")
    options.add_argument("--first", type=int, default=1, help="the number of the first")
    options.add_argument("--method", type=Path, help="another method file")
    given = options.parse_args()
    method = load_method(given.method)
    print(f"Method {method.version} ({method.digest}). {SOURCES} sources, {COPIERS} of which copy; {GROUPS} groups, {JUDGED:.0%} judged")
    numbers = range(given.first, given.first + given.worlds)
    found = [world(number, method) for number in numbers]
    for number, each in zip(numbers, found, strict=True):
        print(f"  world {number:>3}  {line(each)}")
    errors = [each.after.quality.error for each in found if each.after.quality]
    rankings = [each.ranking for each in found]
    print(f"Calibration error of the rest  {fmean(errors):.3f} (worst {max(errors):.3f}; at most .05 is expected)")
    print(f"Spearman of record and truth   {fmean(rankings):.3f} (worst {min(rankings):.3f}; at least .8 is expected)")


def line(found: World) -> str:
    """One world on one line."""
    before, after = found.before.quality, found.after.quality
    if before is None or after is None:
        raise SystemExit("There are too few groups to say anything.")
    return (
        f"error {after.error:.3f} (before any verdict {before.error:.3f}; by chance {after.by_chance:.3f})  Brier {after.brier:.3f} "
        f"(before {before.brier:.3f})  ranking {found.ranking:.3f} (inferred without verdicts {found.inferred:.3f})"
    )


if __name__ == "__main__":
    main()
