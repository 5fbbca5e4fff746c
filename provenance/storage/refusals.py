"""What a database's refusals mean for a fact-checker's work, and what to do about them."""

import os
from pathlib import Path

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from provenance.errors import ArchiveError

NOTHING_LOST = "What was stored before is safe; the last action was not stored."


def refuse_place(file: Path, *, make_folder: bool) -> None:
    """Look at the place of a SQLite file before it is opened; make its folder where that is wanted.

    Raises:
        ArchiveError: the folder is missing or cannot be written, or the file is a folder or cannot be written.

    """
    if str(file).startswith("file:"):
        return
    folder = file.parent
    if make_folder:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _read_only(folder, detail=str(error)) from None
    if not folder.is_dir():
        raise ArchiveError(
            f"The folder {folder} does not exist.",
            means="No database was opened or made.",
            do="Make the folder first, or give another place with --db.",
        )
    if file.is_dir():
        raise ArchiveError(
            f"{file} is a folder.", means="No database was opened or made.", do=f"Give a file in it, such as {file / 'archive.db'}."
        )
    for place in (file, folder):
        if place.exists() and not os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
            raise _read_only(place)


def _read_only(place: Path | str, detail: str = "") -> ArchiveError:
    return ArchiveError(
        f"{place} cannot be written.",
        means="No decision could be kept, so the database was not opened. Nothing was changed.",
        do="Change its permissions, or copy the database to a folder of your own and give it with --db.",
        detail=detail,
    )


def driver_missing(url: URL, error: ImportError) -> ArchiveError:
    """The database's driver is not installed."""
    return ArchiveError(
        f"The driver for {url.get_backend_name()} is not installed.",
        means="No database was opened.",
        do="Install it with: pip install 'claim-provenance[postgresql]'",
        detail=str(error),
    )


def foreign_database(place: str) -> ArchiveError:
    """A working database of some other program."""
    return ArchiveError(
        f"{place} is a database of another program.",
        means="It was left as it is.",
        do="Give another file or database; a new one is made where none exists.",
    )


def newer_database(place: str, revision: str) -> ArchiveError:
    """A database that a later version of this program has made or changed."""
    return ArchiveError(
        f"{place} was made by a newer version of this program.",
        means="This version does not know its form, so it was left as it is.",
        do="Update with: pip install --upgrade claim-provenance",
        detail=f"revision {revision}",
    )


def in_words(error: SQLAlchemyError, url: URL) -> ArchiveError:
    """A database's error as what happened, what it means, and what to do; without statement, values or password."""
    detail = str(error.orig) if isinstance(error, DBAPIError) else type(error).__name__
    if url.password:
        detail = detail.replace(str(url.password), "***")
    if url.get_backend_name() == "sqlite":
        return _sqlite(detail, url.database or "")
    return _postgresql(detail, f"{url.host or 'this machine'}, database {url.database or '(default)'}")


def _sqlite(detail: str, file: str) -> ArchiveError:
    low = detail.lower()
    if "locked" in low or "busy" in low:
        return ArchiveError(
            f"{file} is in use by another program.",
            means=NOTHING_LOST,
            do="Wait until the other program has finished, or end it, and try again.",
            detail=detail,
        )
    if "readonly" in low or "read-only" in low:
        return _read_only(file, detail)
    if "not a database" in low or "encrypted" in low:
        return ArchiveError(
            f"{file} is not a database.",
            means="It was left as it is.",
            do="Give another file; to take in a text, use: provenance intake FILE",
            detail=detail,
        )
    if "malformed" in low or "corrupt" in low:
        return ArchiveError(
            f"{file} is damaged.",
            means="Parts of it can no longer be read.",
            do="Keep a copy, then save what can be saved with: sqlite3 FILE .recover | sqlite3 NEWFILE",
            detail=detail,
        )
    if "full" in low or "disk i/o" in low:
        return ArchiveError("The disk is full or cannot be written.", means=NOTHING_LOST, do="Make room, then try again.", detail=detail)
    if "unable to open" in low:
        return ArchiveError(
            f"{file} cannot be opened.",
            means="Nothing was changed.",
            do="Check that you may read and write it and its folder, or give another file with --db.",
            detail=detail,
        )
    return _unexpected(file, detail)


def _postgresql(detail: str, place: str) -> ArchiveError:
    low = detail.lower()
    if "lock timeout" in low or "deadlock" in low:
        return ArchiveError(
            f"The database on {place} is in use by another writer.", means=NOTHING_LOST, do="Wait a moment and try again.", detail=detail
        )
    if "authentication failed" in low or "no password supplied" in low:
        return ArchiveError(
            f"The database on {place} refuses this user or password.", means="Nothing was opened.", do="Check both.", detail=detail
        )
    if "does not exist" in low and "database" in low:
        return ArchiveError(
            f"There is no such database on {place}.", means="Nothing was opened.", do="Make it with: createdb NAME", detail=detail
        )
    if "permission denied" in low or "read-only transaction" in low:
        return ArchiveError(
            f"You may not write to the database on {place}.",
            means=NOTHING_LOST,
            do="Ask its owner for the right to create and change tables.",
            detail=detail,
        )
    if "disk full" in low or "no space left" in low:
        return ArchiveError(f"The disk of {place} is full.", means=NOTHING_LOST, do="Make room there, then try again.", detail=detail)
    if any(sign in low for sign in ("connection", "could not translate", "resolve host", "timeout", "terminating", "server closed")):
        return ArchiveError(
            f"The database on {place} cannot be reached.",
            means=NOTHING_LOST,
            do="Check the address, that the server runs, and the network; then try again.",
            detail=detail,
        )
    return _unexpected(place, detail)


def _unexpected(place: str, detail: str) -> ArchiveError:
    return ArchiveError(
        f"The database {place} refused: {detail.splitlines()[0] if detail else 'no reason given'}.",
        means=NOTHING_LOST,
        do="Try again; if it comes back, report it with the words above.",
        detail=detail,
    )
