"""The archive: the only place that knows SQL."""

from provenance.storage.archive import Archive
from provenance.storage.journal import Journal

__all__ = ["Archive", "Journal"]
