"""Factors of the source: who speaks, from how far away, and what is known of them."""

from provenance.model.reliability import Letter
from provenance.model.source import Family, Outlet, SourcingType
from provenance.scoring.factors.case import Case, Reason
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
    SourcingType.UNATTRIBUTED: "the outlet's own voice, no source shown",
}


def capacity(case: Case) -> Reason | None:
    """In what capacity the origin speaks: office, knowledge, an institution, or nobody that is shown."""
    kind = case.sourcing_type
    told = (
        f"{CAPACITY[kind]} (behind {case.claim.attributions[0].origin_name}, as another article shows)" if case.behind else CAPACITY[kind]
    )
    return Reason(case.method.weights.capacity[kind].weight, told, case.source_words)


def naming(case: Case) -> Reason | None:
    """Whether somebody stands for it by name, and so can be asked."""
    family = case.sourcing_type.family
    if family is Family.NAMED:
        return Reason(case.method.weights.naming.named.weight, "given by name", case.source_words)
    if family is Family.ANONYMOUS:
        return Reason(case.method.weights.naming.anonymous.weight, "not named, so nobody can ask", case.source_words)
    return None


def relays(case: Case) -> Reason | None:
    """Through whose hands it came: each adds distance, a state's agency more than a wire."""
    hands = case.relays
    if not hands:
        return None
    weights = case.method.weights.relay
    total = 0.0
    for key in hands:
        total += getattr(weights, _kind_of_relay(case.outlets.get(key))).weight
    return Reason(total, "heard through " + ", then ".join(case.name_of(key) or key for key in hands))


def _kind_of_relay(outlet: Outlet | None) -> str:
    if outlet is None:
        return "unknown"
    kind = outlet.sourcing_type
    return kind.value if kind in (SourcingType.WIRE_AGENCY, SourcingType.STATE_AGENCY) else SourcingType.MEDIA_OUTLET.value


def party(case: Case) -> Reason | None:
    """Whether the origin speaks for a side, which has an interest in what is believed."""
    attribution = case.attribution
    side = case.behind.party if case.behind else attribution.party if attribution else None
    if side is None:
        return None
    return Reason(case.method.weights.attribution.party.weight, f"speaks for a side: {side}", case.source_words)


def carried_over(case: Case) -> Reason | None:
    """Whether the sentence names nobody itself, so that its source is inferred from another sentence."""
    attribution = case.attribution
    if attribution is None or not attribution.carried_over:
        return None
    where = attribution.antecedent[0] if attribution.antecedent else None
    return Reason(case.method.weights.attribution.carried_over.weight, "source inferred from another sentence", where)


def doubtful_attribution(case: Case) -> Reason | None:
    """Whether the machine is unsure that it read the right source; a person can settle it."""
    attribution = case.attribution
    weights = case.method.weights.attribution
    if attribution is None or attribution.confidence >= weights.sure.weight:
        return None
    return Reason(weights.doubtful.weight, f"source read with confidence {attribution.confidence:.2f}", case.source_words)


def assessment(case: Case) -> Reason | None:
    """What people have judged of the source, as a letter with its basis; F says nothing and weighs nothing."""
    letter = case.record.letter
    weight = None if letter is Letter.F else case.method.assessed(letter)
    if weight is None:
        return None
    return Reason(weight.weight, f"judged {letter.value}: {case.record.letter_basis}")


def track_record(case: Case) -> Reason | None:
    """How the source's earlier claims were judged here; without verdicts it weighs nothing."""
    record = case.record
    if not record.supported and not record.refuted:
        return None
    weight = record_weight(record, case.method).expected
    return Reason(weight, f"earlier claims: {record.supported} supported, {record.refuted} refuted")
