"""Every score given anew, where the database was scored by another method than the one chosen; and what a method would change."""

from typing import NamedTuple

from provenance.desk.records import follow_everything
from provenance.desk.retracing import rescore
from provenance.model.weighing import Weighing
from provenance.registry import Registry
from provenance.scoring import CASE_FORM, Method, weigh_anew
from provenance.storage.archive import Archive
from provenance.tracing import Tracing

_GROUPS = 500  # at a time


def follow_method(archive: Archive, registry: Registry, method: Method) -> bool:
    """Score everything by this method unless it is scored by it already; says whether it had to. Nothing that people decided is touched.

    A method is the same only if its version and all its figures are.
    """
    known = archive.methods_of_scores()
    if known <= {(method.digest, method.version)} and archive.cases_are_of(CASE_FORM):
        return False
    with archive.transaction():
        anew = _weighed_anew(archive, method) if all(version for _, version in known) else None
        if anew is not None:
            archive.weigh_anew(anew)
        else:
            _score_everything(archive, registry, method)
    return True


def _weighed_anew(archive: Archive, method: Method) -> dict[int, Weighing] | None:
    """What the method makes of every kind of case in the archive; None where some were found by another version of the program."""
    found: dict[int, Weighing] = {}
    for kept in archive.cases():
        weighing = weigh_anew(kept.case, method)
        if weighing is None:
            return None
        found[kept.number] = weighing
    return found


def _score_everything(archive: Archive, registry: Registry, method: Method) -> None:
    done = 0
    while groups := archive.groups(_GROUPS, done):
        conflicts = archive.conflicts_of([claim for group in groups for claim in group.claims])
        rescore(archive, Tracing(groups=groups, conflicts=conflicts), registry, method)
        done += len(groups)
    follow_everything(archive, registry, method)  # a record can be known only when every group is
    archive.forget_unused_weighings()


class Effect(NamedTuple):
    """What another method would change in a database: how many scores, as shown to two decimals, and how many grades."""

    where: str
    claims: int
    scores: int
    grades: int


def effect_of(archive: Archive, method: Method) -> Effect:
    """What a method would change against the scores that are kept; nothing is changed."""
    claims = scores = grades = 0
    for kept in archive.cases():
        weighing = weigh_anew(kept.case, method)
        claims += kept.claims
        if weighing is not None:
            scores += kept.claims if round(weighing.value, 2) != round(kept.value, 2) else 0
            grades += kept.claims if f"{weighing.letter.value}{weighing.digit.value}" != kept.grade else 0
    return Effect(archive.label, claims, scores, grades)
