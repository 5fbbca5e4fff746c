"""The Admiralty code (STANAG 2511, AJP-2.1): a letter for the source and a digit for the information, judged apart."""

from typing import NamedTuple

from provenance.model.chain import ConflictStatus, Severity
from provenance.model.reliability import Digit, Letter, SourceRecord
from provenance.model.source import Family, Voice
from provenance.scoring.factors.case import Case
from provenance.scoring.method import Method
from provenance.scoring.track_record import posterior

UNKNOWN = int(Digit.CANNOT_BE_JUDGED.value)


class LetterJudged(NamedTuple):
    """The source's letter and why; names stand open in the reason, as in `Reason`."""

    letter: Letter
    reason: str


class DigitJudged(NamedTuple):
    """The information's digit and why; names stand open in the reason, as in `Reason`."""

    digit: Digit
    reason: str


def letter_from_verdicts(record: SourceRecord, voice: Voice, method: Method) -> Letter:
    """The letter that a source's decided claims give; F where they are fewer than the method asks for."""
    rules = method.grade.letter
    if record.supported + record.refuted < rules.verdicts.weight:
        return Letter.F
    share = posterior(record, voice, method).mean
    for letter, threshold in ((Letter.A, rules.A), (Letter.B, rules.B), (Letter.C, rules.C), (Letter.D, rules.D)):
        if share >= threshold.weight:
            return letter
    return Letter.E


def letter(case: Case, method: Method) -> LetterJudged:
    """The letter given by people, else the one that verdicts give, else F: what nobody has judged is unknown, not bad."""
    record = case.record
    whose = " from {source}" if case.known else ""
    decided = record.supported + record.refuted
    if record.letter is not Letter.F:
        return LetterJudged(record.letter, _given(case, method))
    earned = letter_from_verdicts(record, case.voice, method)
    if earned is not Letter.F:
        return LetterJudged(earned, f"of {decided} decided claims{whose}, {record.supported} supported, {record.refuted} refuted")
    if case.kind.family is Family.ANONYMOUS and not decided:
        return LetterJudged(Letter.F, "an unnamed source has no record that could be looked up")
    if decided:
        needed = method.grade.letter.verdicts.weight
        return LetterJudged(Letter.F, f"only {decided} decided {_claims(decided)}{whose}; a letter takes {needed:g}")
    if not case.known:
        return LetterJudged(Letter.F, "no source is shown that could be judged")
    return LetterJudged(Letter.F, "nobody has given {source} a letter yet")


def _given(case: Case, method: Method) -> str:
    """What a letter given by people rests on, from when it is, and whether that is long ago."""
    if not case.dated:
        return "{basis}, undated"
    old = f", stale: older than {method.grade.letter.fresh.weight} days" if method.stale(case.letter_age) else ""
    return "{basis}, {given}" + old


def digit(case: Case, method: Method) -> DigitJudged:
    """The digit of the information, from who else says it and who contradicts it, whatever the source's letter."""
    rules = method.grade.digit
    origins = len(case.origins)
    if _contested(case):
        if origins > 1:
            return _judged(rules.contested_yet_confirmed.weight, f"contradicted, though {origins} independent origins say it")
        return _judged(rules.contested.weight, "contradicted, and nobody independent confirms it")
    if origins > 1:
        weakness = _weak_agreement(case)
        if weakness:
            return _judged(rules.confirmed_weakly.weight, f"{origins} independent origins, but {weakness}")
        return _judged(rules.confirmed.weight, f"{origins} independent origins say the same")
    return _alone(case, method) if origins else _unknown()


def _contested(case: Case) -> bool:
    if case.conflict is ConflictStatus.CONTESTED:
        return True
    return any(each.severity in (Severity.HIGH, Severity.MEDIUM) and not each.reconcilable for each in case.against)


def _weak_agreement(case: Case) -> str:
    """What keeps an agreement of independent origins from confirming; an empty string where nothing does."""
    if case.parties_only and not case.adversaries_agree:
        return "only parties to the event"
    if all(kind.family is Family.ANONYMOUS for kind in case.origins):
        return "none of them named"
    if case.conflict is ConflictStatus.RECONCILABLE:
        return "they differ in something that may be reconciled"
    return ""


def _alone(case: Case, method: Method) -> DigitJudged:
    """One origin: by its kind, a step worse for weakening words and for distance, doubtful at worst."""
    grades = method.grade
    alone = grades.digit_alone[case.origins[0]].weight
    if alone == UNKNOWN:
        return _unknown()
    hedged = max((grades.digit_hedged[kind].weight for kind in case.hedges), default=0)
    far = len(case.hands) >= grades.digit.far.weight
    reasons = ["one origin, {origin}", *(["weakening words"] if hedged else []), *(["heard at several removes"] if far else [])]
    worst = max(alone, grades.digit.worst_alone.weight)
    return _judged(min(alone + hedged + far, worst), "; ".join(reasons))


def _judged(number: int, reason: str) -> DigitJudged:
    return DigitJudged(Digit(str(number)), reason)


def _unknown() -> DigitJudged:
    return DigitJudged(Digit.CANNOT_BE_JUDGED, "no origin is shown, so there is nothing to judge it by")


def _claims(number: int) -> str:
    return "claim" if number == 1 else "claims"
