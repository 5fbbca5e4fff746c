"""How far a source can be trusted, apart from any claim: its letter with the reason, and what verdicts say of its past."""

from datetime import date

from provenance.model.reliability import SourceRecord
from provenance.model.source import SourcingType
from provenance.scoring.admiralty import LetterJudged, letter
from provenance.scoring.beta import Beta
from provenance.scoring.factors.case import Case
from provenance.scoring.factors.particulars import names_of_record, with_record
from provenance.scoring.method import Method
from provenance.scoring.track_record import posterior


def source_letter(record: SourceRecord, kind: SourcingType, name: str, method: Method, on: date) -> LetterJudged:
    """The letter of a source that speaks in this capacity, and why, as its claims show it too."""
    case = with_record(Case(kind=kind, known=True, voice=kind.voice), record, on)
    judged = letter(case, method)
    return judged._replace(reason=judged.reason.format_map({"source": name, **names_of_record(record)}))


def letter_is_stale(record: SourceRecord, method: Method, on: date) -> bool:
    """Whether people gave the letter longer ago than a letter is fresh."""
    return record.letter_on is not None and method.stale((on - record.letter_on).days)


def past_of_source(record: SourceRecord, kind: SourcingType, method: Method) -> Beta:
    """What is believed of the share of its claims that hold."""
    return posterior(record, kind.voice, method)
