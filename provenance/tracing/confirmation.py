"""Whether one voice confirms another's word: both must tell so much of the same, not merely speak of the same event."""

from collections.abc import Mapping

from provenance.model.claim import ClaimInContext
from provenance.tracing.aspects import Aspects, aspects_of
from provenance.tracing.slots import same_time
from provenance.tracing.voices import Voice
from provenance.tracing.words import threshold, tracing_words


def confirmed_by(a: Voice, b: Voice, told: Mapping[str, ClaimInContext]) -> bool:
    """Whether what one voice tells is enough of what the other tells for the one to stand beside the other; `told` has their claims."""
    return a.claim == b.claim or confirms(aspects_of(told[a.claim]), aspects_of(told[b.claim]))


def confirms(a: Aspects, b: Aspects) -> bool:
    """Whether what both claims tell makes up enough of what either tells, each word by its rarity; who says it does not count.

    That something is to happen does not confirm that it happened, unless both say when, and the same.
    """
    if a.future != b.future and not same_time(a, b):
        return False
    one, other = _asserted(a), _asserted(b)
    return weight_of(one & other, a, b) >= threshold("confirming_share") * weight_of(one | other, a, b)


def meets_in_background(a: Aspects, b: Aspects) -> bool:
    """Whether two claims have in common what one takes for granted: of "the ferry that ran aground" each tells something of its own."""
    if not (a.granted or b.granted):
        return False
    one, other = _asserted(a), _asserted(b)
    return weight_of(one & other, a, b) < threshold("background_share") * min(weight_of(one, a, b), weight_of(other, a, b))


def told_in_common(a: Aspects, b: Aspects) -> float:
    """What both claims tell, and do not merely take for granted, weighs so much, in nats; who says it does not count."""
    return weight_of(_asserted(a) & _asserted(b), a, b)


def _asserted(a: Aspects) -> frozenset[str]:
    """What a claim tells and does not merely take for granted."""
    return (a.deeds | a.told_names | a.figures) - a.granted


def weight_of(terms: frozenset[str], a: Aspects, b: Aspects) -> float:
    """What terms weigh in two claims together, in nats: a figure as a number does, everything else by its rarity and 1 at least."""
    figures, number = a.figures | b.figures, float(tracing_words()["weights"]["number"])
    return sum(number if term in figures else max(a.weights.get(term, 0.0), b.weights.get(term, 0.0), 1.0) for term in sorted(terms))
