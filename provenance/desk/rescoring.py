"""Every score given anew, where the database was scored by another method than the one chosen."""

from provenance.desk.retracing import rescore
from provenance.registry import Registry
from provenance.scoring import Method
from provenance.storage.archive import Archive
from provenance.tracing import Tracing

_GROUPS = 500  # at a time


def follow_method(archive: Archive, registry: Registry, method: Method) -> bool:
    """Score everything by this method unless it is scored by it already; says whether it had to. Nothing that people decided is touched."""
    if archive.method_of_scores() in (None, method.version):
        return False
    with archive.transaction():
        done = 0
        while groups := archive.groups(_GROUPS, done):
            conflicts = archive.conflicts_of([claim for group in groups for claim in group.claims])
            rescore(archive, Tracing(groups=groups, conflicts=conflicts), registry, method)
            done += len(groups)
    return True
