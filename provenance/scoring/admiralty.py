"""The Admiralty code (STANAG 2511, AJP-2.1): a letter for the source and a digit for the information, judged apart."""

from typing import NamedTuple

from provenance.model.chain import ConflictStatus, Severity
from provenance.model.reliability import Digit, Letter, SourceRecord
from provenance.model.source import Family
from provenance.scoring.factors.case import Case
from provenance.scoring.method import Method
from provenance.scoring.track_record import posterior

LETTER_WORDS = {
    Letter.A: "completely reliable",
    Letter.B: "usually reliable",
    Letter.C: "fairly reliable",
    Letter.D: "not usually reliable",
    Letter.E: "unreliable",
    Letter.F: "cannot be judged",
}

DIGIT_WORDS = {
    Digit.CONFIRMED: "confirmed by other sources",
    Digit.PROBABLY_TRUE: "probably true",
    Digit.POSSIBLY_TRUE: "possibly true",
    Digit.DOUBTFUL: "doubtful",
    Digit.IMPROBABLE: "improbable",
    Digit.CANNOT_BE_JUDGED: "cannot be judged",
}


class LetterJudged(NamedTuple):
    """The source's letter and why."""

    letter: Letter
    reason: str


class DigitJudged(NamedTuple):
    """The information's digit and why."""

    digit: Digit
    reason: str


def letter_from_verdicts(record: SourceRecord, method: Method) -> Letter:
    """The letter that a source's decided claims give; F where they are fewer than the method asks for."""
    rules = method.grade.letter
    if record.supported + record.refuted < rules.verdicts.weight:
        return Letter.F
    share = posterior(record, method).mean
    for letter, threshold in ((Letter.A, rules.A), (Letter.B, rules.B), (Letter.C, rules.C), (Letter.D, rules.D)):
        if share >= threshold.weight:
            return letter
    return Letter.E


def letter(case: Case) -> LetterJudged:
    """The letter given by people, else the one that verdicts give, else F: what nobody has judged is unknown, not bad."""
    record, name = case.record, case.source_name
    whose = f" from {name}" if name else ""
    decided = record.supported + record.refuted
    if record.letter is not Letter.F:
        when = f", {record.letter_on.isoformat()}" if record.letter_on else ""
        return LetterJudged(record.letter, f"{record.letter_basis}{when}")
    earned = letter_from_verdicts(record, case.method)
    if earned is not Letter.F:
        return LetterJudged(earned, f"of {decided} decided claims{whose}, {record.supported} supported and {record.refuted} refuted")
    if case.sourcing_type.family is Family.ANONYMOUS and not decided:
        return LetterJudged(Letter.F, "an unnamed source has no record that could be looked up")
    if decided:
        needed = case.method.grade.letter.verdicts.weight
        return LetterJudged(Letter.F, f"only {decided} decided {_claims(decided)}{whose}; a letter takes {needed:g}")
    if name is None:
        return LetterJudged(Letter.F, "no source is shown that could be judged")
    return LetterJudged(Letter.F, f"nobody has given {name} a letter yet")


def digit(case: Case) -> DigitJudged:
    """The digit of the information, from who else says it and who contradicts it, whatever the source's letter."""
    rules = case.method.grade.digit
    origins = len(case.group.origins)
    if _contested(case):
        if origins > 1:
            return _judged(rules.contested_yet_confirmed.weight, f"contradicted, though {origins} independent origins say it")
        return _judged(rules.contested.weight, "contradicted, and nobody independent confirms it")
    if origins > 1:
        weakness = _weak_agreement(case)
        if weakness:
            return _judged(rules.confirmed_weakly.weight, f"{origins} independent origins, but {weakness}")
        return _judged(rules.confirmed.weight, f"{origins} independent origins say the same")
    if origins == 0:
        return _judged(rules.no_origin.weight, "no origin is shown, so there is nothing to judge it by")
    return _alone(case)


def _contested(case: Case) -> bool:
    if case.group.conflict is ConflictStatus.CONTESTED:
        return True
    return any(c.reconcile is None and c.severity in (Severity.HIGH, Severity.MEDIUM) for c in case.conflicts)


def _weak_agreement(case: Case) -> str:
    """What keeps an agreement of independent origins from confirming; an empty string where nothing does."""
    group = case.group
    if group.parties_only and not group.adversaries_agree:
        return "only parties to the event"
    if all(origin.sourcing_type.family is Family.ANONYMOUS for origin in group.origins):
        return "none of them named"
    if group.conflict is ConflictStatus.RECONCILABLE:
        return "they differ in something that may be reconciled"
    return ""


def _alone(case: Case) -> DigitJudged:
    """One origin: by its kind, a step worse for weakening words and for distance, doubtful at worst."""
    grades, origin = case.method.grade, case.group.origins[0]
    alone = grades.digit_alone[origin.sourcing_type].weight
    if alone == grades.digit.no_origin.weight:
        return _judged(alone, "no origin is shown, so there is nothing to judge it by")
    hedges = {hedge.kind for hedge in case.claim.hedges}
    hedged = max((grades.digit_hedged[kind].weight for kind in hedges), default=0)
    far = len(case.relays) >= grades.digit.far.weight
    reasons = [f"one origin, {origin.name}", *(["weakening words"] if hedged else []), *(["heard at several removes"] if far else [])]
    worst = max(alone, grades.digit.worst_alone.weight)
    return _judged(min(alone + hedged + far, worst), "; ".join(reasons))


def _judged(number: int, reason: str) -> DigitJudged:
    return DigitJudged(Digit(str(number)), reason)


def _claims(number: int) -> str:
    return "claim" if number == 1 else "claims"
