"""Factors of the source: who speaks, from how far away, and what is known of them."""

from provenance.model.reliability import Letter
from provenance.model.source import Family, SourcingType
from provenance.model.weighing import Place
from provenance.scoring.factors.case import Case, Hand, Reason
from provenance.scoring.method import Method
from provenance.scoring.track_record import record_weight

CAPACITY = {
    SourcingType.NAMED_OFFICIAL: "an office-holder",
    SourcingType.NAMED_EXPERT: "a specialist",
    SourcingType.NAMED_PERSON: "a person with a name",
    SourcingType.OFFICIAL_BODY: "an institution",
    SourcingType.STATE_AGENCY: "an agency run by a state",
    SourcingType.WIRE_AGENCY: "an independent wire agency",
    SourcingType.MEDIA_OUTLET: "another outlet, whose own source is not shown",
    SourcingType.DOCUMENT: "a document",
    SourcingType.ANONYMOUS_OFFICIAL: "an office-holder, as far as the outlet says so",
    SourcingType.ANONYMOUS_INSIDER: "somebody described only by their access",
    SourcingType.ANONYMOUS_GROUP: "several unnamed sources, counted as one",
    SourcingType.VAGUE_ESTIMATE: "an estimate that nobody is given for",
    SourcingType.HEARSAY: "something that is said, without saying by whom",
    SourcingType.OUTLET_ANALYSIS: "the outlet's own inference",
    SourcingType.UNATTRIBUTED: "told in the outlet's own voice",
}

HANDS = {
    Hand.WIRE_AGENCY: "a wire agency",
    Hand.STATE_AGENCY: "an agency run by a state",
    Hand.MEDIA_OUTLET: "another outlet",
    Hand.UNKNOWN: "somebody of whom nothing is known",
}


def family(case: Case, method: Method) -> Reason | None:
    """Whether a house answers for it, or nobody outside the outlet is shown; people are weighed by whether they are named."""
    match case.kind.family:
        case Family.INSTITUTION:
            return Reason(method.weights.family.institution.weight, "answers for it as a house", Place.SOURCE)
        case Family.NONE:
            return Reason(method.weights.family.none.weight, "nobody outside the outlet is shown", Place.SOURCE)
        case _:
            return None


def capacity(case: Case, method: Method) -> Reason | None:
    """In what capacity the origin speaks: office, knowledge, what kind of house, or nobody in particular."""
    if case.kind is SourcingType.OUTLET_ANALYSIS:
        return None
    told = CAPACITY[case.kind] + (" (behind {relay}, as another article shows)" if case.behind else "")
    return Reason(method.weights.capacity[case.kind].weight, told, Place.SOURCE)


def outlet_analysis(case: Case, method: Method) -> Reason | None:
    """Whether it is what the outlet itself concludes, marked as such by its words."""
    if case.kind is not SourcingType.OUTLET_ANALYSIS:
        return None
    return Reason(method.weights.capacity[case.kind].weight, CAPACITY[case.kind], Place.INFERENCE)


def naming(case: Case, method: Method) -> Reason | None:
    """Whether somebody stands for it by name, and so can be asked."""
    match case.kind.family:
        case Family.NAMED:
            return Reason(method.weights.naming.named.weight, "given by name", Place.SOURCE)
        case Family.ANONYMOUS:
            return Reason(method.weights.naming.anonymous.weight, "not named, so nobody can ask", Place.SOURCE)
        case _:
            return None


def party(case: Case, method: Method) -> Reason | None:
    """Whether the origin speaks for a side, which has an interest in what is believed."""
    if not case.party:
        return None
    return Reason(method.weights.attribution.party.weight, "speaks for a side: {side}", Place.SOURCE)


def distance(case: Case, method: Method) -> Reason | None:
    """Through how many hands it came on its way from the origin; each adds as much."""
    if not case.hands:
        return None
    return Reason(len(case.hands) * method.weights.relay.hand.weight, "heard through {hands}")


def kind_of_relay(case: Case, method: Method) -> Reason | None:
    """Through what kind of hands it came: a wire's trade is to pass things on unchanged, others choose and rewrite."""
    weights = method.weights.relay
    weighty = {hand: getattr(weights, hand.value).weight for hand in case.hands}
    total = sum(weighty[hand] for hand in sorted(case.hands))
    if not total:
        return None
    kinds = [HANDS[hand] for hand in dict.fromkeys(case.hands) if weighty[hand]]
    return Reason(total, "passed on by " + " and ".join(kinds))


def carried_over(case: Case, method: Method) -> Reason | None:
    """Whether the sentence names nobody itself, so that its source is inferred from another sentence."""
    if not case.carried_over:
        return None
    return Reason(method.weights.attribution.carried_over.weight, "source inferred from another sentence", Place.ANTECEDENT)


def doubtful_attribution(case: Case, method: Method) -> Reason | None:
    """Whether the machine is unsure that it read the right source; a person can settle it."""
    weights = method.weights.attribution
    if not case.attributed or case.confidence >= weights.sure.weight:
        return None
    return Reason(weights.doubtful.weight, f"source read with confidence {case.confidence:.2f}", Place.SOURCE)


def assessment(case: Case, method: Method) -> Reason | None:
    """What people have judged of the source, as a letter with its basis; F says nothing and weighs nothing."""
    letter = case.record.letter
    weight = None if letter is Letter.F else method.assessed(letter)
    if weight is None:
        return None
    return Reason(weight.weight, f"judged {letter.value}: {{basis}}")


def stale_assessment(case: Case, method: Method) -> Reason | None:
    """Whether the letter that people gave is so old that it counts in part only; this takes the other part away again."""
    letter = case.record.letter
    weight = None if letter is Letter.F else method.assessed(letter)
    if weight is None or not method.stale(case.letter_age):
        return None
    lost = 1 - method.weights.staleness.left.weight
    return Reason(-lost * weight.weight, f"judged {letter.value} {case.letter_age} days ago, longer than a letter is fresh")


def track_record(case: Case, method: Method) -> Reason | None:
    """How the source's other claims were judged here; without verdicts it weighs nothing."""
    record = case.record
    decided = record.supported + record.refuted
    if not decided:
        return None
    weight = record_weight(record, case.voice, method).expected
    whose = " from {source}" if case.known else ""
    claims = "claim" if decided == 1 else "claims"
    return Reason(weight, f"of {decided} decided {claims}{whose}, {record.supported} supported, {record.refuted} refuted")
