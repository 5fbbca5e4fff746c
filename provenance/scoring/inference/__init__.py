"""Whom to believe where sources conflict and nobody has judged yet: values, accuracies and copying, estimated together."""

from collections.abc import Iterable

from provenance.scoring.inference.accuracy import believed_of
from provenance.scoring.inference.copying import direction
from provenance.scoring.inference.estimate import Estimate, estimate
from provenance.scoring.inference.evidence import Evidence, Triple, evidence_of
from provenance.scoring.inference.findings import DECIMALS, CopyingFinding, Inference, ObjectFinding, SourceFinding, ValueFinding
from provenance.scoring.inference.likeness import roundness
from provenance.scoring.inference.overlap import Overlap
from provenance.scoring.inference.rules import Rules, packaged_rules

__all__ = ["CopyingFinding", "Inference", "ObjectFinding", "Rules", "SourceFinding", "ValueFinding", "infer", "most_credible_values"]


def most_credible_values(triples: Iterable[Triple]) -> dict[str, str]:
    """Which value to believe of each object, given (source, object, value) triples in any order; see `infer`."""
    return {name: finding.believed for name, finding in infer(triples).objects.items()}


def infer(triples: Iterable[Triple], rules: Rules | None = None) -> Inference:
    """What to believe of each object, how accurate each source is, and who seems to copy from whom.

    After Dong, Berti-Equille and Srivastava, Integrating conflicting data: the role of source dependence, VLDB 2009. It rests on the claims
    alone; `rules` are the figures of the estimate, else those that come with the program. The same triples give the same result on
    every machine and in any order. What is told of the copying of two sources holds for what they both speak of.
    """
    chosen = rules or packaged_rules()
    evidence = evidence_of(triples)
    found = estimate(evidence, chosen)
    believed = believed_of(evidence, found.probability)
    return Inference(
        objects={name: _object(evidence, found, number) for number, name in enumerate(evidence.objects)},
        sources={
            name: SourceFinding(name, evidence.spoken[number], round(believed[number], DECIMALS))
            for number, name in enumerate(evidence.sources)
        },
        copying=_copying(evidence, found, believed, chosen),
        compared=len(found.pairs),
        rounds=found.rounds,
        settled=found.settled,
    )


def _object(evidence: Evidence, found: Estimate, number: int) -> ObjectFinding:
    values = [
        ValueFinding(
            evidence.values[fact],
            round(found.probability[fact], DECIMALS),
            tuple(sorted(evidence.sources[source] for source in evidence.holders[fact])),
        )
        for fact in evidence.facts_of[number]
    ]
    # A round number can stand for any near it; of two that are as credible, the one that states more is the better informed.
    values.sort(key=lambda finding: (-finding.probability, roundness(finding.value), finding.value))
    return ObjectFinding(evidence.objects[number], tuple(values))


def _copying(evidence: Evidence, found: Estimate, believed: list[float], rules: Rules) -> tuple[CopyingFinding, ...]:
    findings = [
        _pair(evidence, found, believed, pair, rules) for pair, suspicion in found.copying.items() if suspicion >= rules.copying.shown
    ]
    findings.sort(key=lambda finding: (-finding.probability, -finding.same_false, finding.sources))
    return tuple(findings)


def _pair(evidence: Evidence, found: Estimate, believed: list[float], pair: tuple[int, int], rules: Rules) -> CopyingFinding:
    overlap: Overlap = found.pairs[pair]
    true = sum(found.probability[fact] for fact in overlap.same)
    number = len(overlap.same)

    def own(source: int) -> tuple[float, float]:
        others = max(evidence.spoken[source] - number, 0)
        right = min(max(believed[source] - true, 0.0), others)
        return right, others - right

    first = round(direction(true, own(pair[0]), own(pair[1]), number), DECIMALS)
    names = (evidence.sources[pair[0]], evidence.sources[pair[1]])
    told = rules.copying.told
    return CopyingFinding(
        sources=names,
        probability=round(found.copying[pair], DECIMALS),
        shared=number + overlap.different,
        same=number,
        same_false=round(number - true, DECIMALS),
        copier=names[0] if first >= told else names[1] if first <= 1 - told else None,
        direction=first,
    )
