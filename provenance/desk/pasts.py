"""What is known of a source's past: the letter that people gave it, and the verdicts on its claims."""

from collections.abc import Mapping
from typing import NamedTuple

from provenance.model.reliability import GivenLetter, Letter, SourceRecord
from provenance.model.source import Assessment
from provenance.registry import Registry


class Past(NamedTuple):
    """A source's record, and the decided groups that it rests on: whether each was supported."""

    record: SourceRecord
    decided: Mapping[str, bool]

    def apart_from(self, group: str | None) -> SourceRecord:
        """The record without one group.

        A verdict must not speak for or against the very claims that it was given on: whoever found a claim refuted has said so, and
        its score would only repeat it. So each claim is weighed by what was found of its source's other groups, and its own score
        stays as it was before its verdict.
        """
        supported = self.decided.get(group) if group is not None else None
        if supported is None:
            return self.record
        side = "supported" if supported else "refuted"
        return self.record.model_copy(update={side: getattr(self.record, side) - 1})


def assessed(registry: Registry) -> dict[str, SourceRecord]:
    """The records that the registry's assessments alone give, where there is no archive to ask."""
    return {outlet.key: past_of(outlet.key, {}, None, registry).record for outlet in registry.outlets if outlet.assessment}


def past_of(key: str, decided: Mapping[str, bool], given: GivenLetter | None, registry: Registry) -> Past:
    """What is known of a source: the newsroom's letter, else a dated assessment from the registry, and what verdicts decided."""
    outlet = registry.by_key(key)
    letter = _letter(given, outlet.assessment if outlet else None)
    supported = sum(decided.values())
    record = SourceRecord(key=key, supported=supported, refuted=len(decided) - supported, **letter)
    return Past(record, decided)


def _letter(given: GivenLetter | None, outside: Assessment | None) -> dict[str, object]:
    """The letter and what it rests on: one's own newsroom goes before others."""
    if given is not None:
        return {"letter": given.letter, "letter_basis": f"given by {given.by}: {given.why}", "letter_on": given.on}
    if outside is not None and outside.letter is not Letter.F:
        return {"letter": outside.letter, "letter_basis": f"assessment by {outside.by}, cited: {outside.citation}", "letter_on": outside.on}
    return {}
