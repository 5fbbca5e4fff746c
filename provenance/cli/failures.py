"""How a command ends when something goes wrong: one message for a person, never a traceback."""

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path

from provenance import settings
from provenance.cli.terminal import tell
from provenance.errors import ProvenanceError

FAILED = 1
INTERRUPTED = 130


def report(error: Exception) -> None:
    """Say what went wrong: the error's own words where it was foreseen, else one sentence and where the technical text is."""
    if settings.debugging():
        traceback.print_exception(error)
    if isinstance(error, ProvenanceError):
        tell(f"provenance: {error}")
        return
    saved = _save(error)
    where = f"The technical text is in {saved}." if saved else "PROVENANCE_DEBUG=1 before the command shows the technical text."
    tell(f"provenance: Something went wrong that was not foreseen ({type(error).__name__}). What was stored before is safe. {where}")


def _save(error: Exception) -> Path | None:
    """Put the traceback into a file of its own; None where that is not possible."""
    now = datetime.now(UTC)
    folder = settings.log_folder()
    path = folder / f"failure-{now:%Y%m%d-%H%M%S}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        text = "".join(traceback.format_exception(error))
        path.write_text(f"{now.isoformat()}\npython {sys.version}\n\n{text}", encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
