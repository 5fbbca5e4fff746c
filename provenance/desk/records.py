"""What verdicts and letters say of sources, and the scores that follow: of the claims for which these speak, and of no others."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime

from provenance.desk.pasts import Past, past_of
from provenance.model.reliability import Letter
from provenance.model.weighing import Weighing
from provenance.registry import Registry
from provenance.scoring import NAMES_OF_RECORD, Method, names_of_record, weigh_with_record
from provenance.storage.archive import Archive
from provenance.storage.reliance import Dependent


def pasts(archive: Archive, registry: Registry, keys: Collection[str]) -> dict[str, Past]:
    """What is known of these sources, by the letters and verdicts in force."""
    letters = archive.reliance.letters(keys)
    return {key: past_of(key, decided, letters.get(key), registry) for key, decided in archive.reliance.decided(keys).items()}


def follow_records(archive: Archive, registry: Registry, method: Method, keys: Collection[str], *, letters: bool = False) -> int:
    """Score anew the claims for which these sources speak, where their records have changed; says how many there were.

    With `letters`, what letters rest on is told anew as well.
    """
    if not keys:
        return 0
    with archive.transaction():
        known = pasts(archive, registry, keys)
        dependents = archive.reliance.dependents(keys)
        found = _weighed(archive, dependents, known, method)
        archive.reliance.move(found)
        lettered = [each for each in dependents if letters or (each.claim in found and known[each.key].record.letter is not Letter.F)]
        archive.reliance.rename({each.claim: names_of_record(known[each.key].record) for each in lettered}, NAMES_OF_RECORD)
    return len(found)


def _weighed(archive: Archive, dependents: Iterable[Dependent], known: Mapping[str, Past], method: Method) -> dict[int, Weighing]:
    """The claims, by number, that have another score now. Claims of one kind are weighed once."""
    dependents = list(dependents)
    cases = archive.reliance.cases({each.weighing for each in dependents})
    seen: dict[tuple[int, str, bool | None], Weighing | None] = {}
    found: dict[int, Weighing] = {}
    for each in dependents:
        past = known[each.key]
        kind = (each.weighing, each.key, past.decided.get(each.group or ""))
        if kind not in seen:
            weighing = weigh_with_record(cases[each.weighing], past.apart_from(each.group), method, today())
            seen[kind] = weighing if weighing is not None and weighing.case != cases[each.weighing] else None
        now = seen[kind]
        if now is not None:
            found[each.claim] = now
    return found


def follow_days(archive: Archive, registry: Registry, method: Method) -> int:
    """Score anew what depends on letters that have turned stale meanwhile, or on assessments that the registry has got."""
    old = {key for key, given in archive.reliance.letters().items() if method.stale((today() - given.on).days)}
    outside = archive.reliance.present(outlet.key for outlet in registry.outlets if outlet.assessment)
    return follow_records(archive, registry, method, old | outside)


def follow_everything(archive: Archive, registry: Registry, method: Method) -> int:
    """Score anew what depends on any verdict."""
    return follow_records(archive, registry, method, archive.reliance.judged())


def today() -> date:
    """The day from which the age of letters is counted; the same as that of journal entries."""
    return datetime.now(UTC).date()
