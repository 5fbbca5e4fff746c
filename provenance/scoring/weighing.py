"""What a method makes of a case: weights, score, interval, grade, and what would change them."""

import hashlib
import json
from functools import lru_cache

from pydantic import TypeAdapter, ValidationError

from provenance.model.reliability import SourceRecord
from provenance.model.weighing import Weighing
from provenance.scoring.admiralty import digit, letter
from provenance.scoring.factors import steps_of, sum_of
from provenance.scoring.factors.case import Against, Case
from provenance.scoring.interval import interval, logistic
from provenance.scoring.method import Method
from provenance.scoring.prospects import what_if

_CASE = TypeAdapter(Case)

FORM = hashlib.sha256(repr((Case._fields, Against._fields, tuple(SourceRecord.model_fields))).encode()).hexdigest()[:6]
"""Which facts a case holds. A case that was written down when others were looked at says too little, or something else, today."""


@lru_cache(maxsize=8192)
def weigh(case: Case, method: Method) -> Weighing:
    """What this method makes of every claim of this case. Claims of one archive share some thousand cases, so each is weighed once."""
    return weigh_written(case, written(case), method)


def weigh_written(case: Case, facts: str, method: Method) -> Weighing:
    """The same where it is known how the case is written down.

    `value` is the logistic of the sum of the steps' weights, whatever machine sums them.
    """
    steps = steps_of(case, method)
    total = sum_of(step.weight for step in steps)
    ends = interval(case, method, total)
    source, information = letter(case, method), digit(case, method)
    return Weighing(
        case=facts,
        method=method.version,
        digest=method.digest,
        value=logistic(total),
        low=ends.low,
        high=ends.high,
        letter=source.letter,
        digit=information.digit,
        letter_reason=source.reason,
        digit_reason=information.reason,
        steps=steps,
        what_if=what_if(case, method, total, source.letter, information),
    )


def written(case: Case) -> str:
    """The case as text, to be read again by `read`; equal cases are equal texts."""
    facts = {name: value for name, value in case._asdict().items() if value != Case._field_defaults.get(name)}
    return f"{FORM} {json.dumps(facts, separators=(',', ':'), default=_record)}"


def _record(record: SourceRecord) -> object:
    return record.model_dump(mode="json", exclude_defaults=True)


def read(text: str) -> Case | None:
    """The case that was written down; None where another version of the program wrote it, which looked at other facts."""
    form, _, facts = text.partition(" ")
    if form != FORM:
        return None
    try:
        return _CASE.validate_json(facts)
    except ValidationError:
        return None
