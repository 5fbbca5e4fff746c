"""What the newsroom may set from outside: which database, which reviewer, which method, and how large an input may be.

Plain environment variables, read when asked for: reading them through a settings library would double the time that `--help` takes.
"""

import getpass
import os
from pathlib import Path

from platformdirs import user_data_path, user_log_path

SIZE_LIMIT_BYTES = 20_000_000
"""The largest single text that is read, in bytes: a file, or one line of a JSON Lines file. A long article has about 50,000."""

APPLICATION = "claim-provenance"

DB_VARIABLE = "PROVENANCE_DB"
REVIEWER_VARIABLE = "PROVENANCE_REVIEWER"
METHOD_VARIABLE = "PROVENANCE_METHOD"
DEBUG_VARIABLE = "PROVENANCE_DEBUG"


def database() -> str:
    """The database to open where nobody names one: `PROVENANCE_DB` (a file or a SQLAlchemy URL), else a file in the user's data folder."""
    return os.environ.get(DB_VARIABLE, "").strip() or str(data_folder() / "provenance.db")


def data_folder() -> Path:
    """Where the user's own data lies by the customs of the operating system; it is not made here."""
    return user_data_path(APPLICATION, appauthor=False)


def log_folder() -> Path:
    """Where technical reports of failures go; it is not made here."""
    return user_log_path(APPLICATION, appauthor=False)


def reviewer() -> str:
    """The name under which verdicts are kept where nobody gives one: `PROVENANCE_REVIEWER`, else the logged-in user, else `reviewer`."""
    given = os.environ.get(REVIEWER_VARIABLE, "").strip()
    if given:
        return given
    try:
        # KeyError, OSError and ImportError by platform and version: a container may run under a user id that has no name.
        return getpass.getuser().strip() or "reviewer"
    except Exception:
        return "reviewer"


def method() -> Path | None:
    """The newsroom's own method file from `PROVENANCE_METHOD`; None for the published one."""
    given = os.environ.get(METHOD_VARIABLE, "").strip()
    return Path(given) if given else None


def debugging() -> bool:
    """Whether technical text (tracebacks) is to be shown to the user instead of being put into a file."""
    return os.environ.get(DEBUG_VARIABLE, "").strip().lower() not in ("", "0", "no", "false")


def seeds_folder() -> Path:
    """What the project knows before the first article: beside this file in an installed wheel, else at the top of the source tree."""
    installed = Path(__file__).parent / "seeds"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "seeds"
