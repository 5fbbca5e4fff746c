"""Which files an input stands for: a file itself, or all files in a folder that can be read, in the same order on every machine."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

from provenance.errors import InputRefused


def ref_of(path: Path) -> str:
    """The path as a text that can be stored and printed, whatever bytes the file system takes for a name."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def files_of(source: Path, suffixes: Collection[str]) -> Iterator[Path | InputRefused]:
    """The file itself; or those below a folder with these endings, sorted, hidden ones left out. What cannot be looked at is refused."""
    ref = ref_of(source)
    try:
        mode = source.stat().st_mode
    except (OSError, ValueError) as error:
        yield _unreachable(source, error)
        return
    if not stat.S_ISDIR(mode):
        yield source
        return
    found = False
    for each in _below(source, suffixes):
        found = True
        yield each
    if not found:
        yield InputRefused(
            f"The folder holds no file that can be read ({', '.join(sorted(suffixes))}).",
            means="Nothing was taken in of it.",
            do="Check the folder, or give a file by its name.",
            ref=ref,
        )


def _below(folder: Path, suffixes: Collection[str]) -> Iterator[Path | InputRefused]:
    """Links to folders are not followed: they lead in circles, and what they hold is taken in where it lies."""
    refused: list[InputRefused] = []
    for parent, folders, names in os.walk(folder, onerror=lambda error: refused.append(_unreachable(Path(error.filename), error))):
        yield from refused
        refused.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield Path(parent, name)
    yield from refused


def passed_over(source: Path, suffixes: Collection[str]) -> Iterator[str]:
    """The ending of each file below a folder that is not read, hidden ones left out; a name without one gives no letters."""
    for _parent, folders, names in os.walk(source):
        folders[:] = [name for name in folders if not name.startswith(".")]
        endings = (Path(name).suffix.lower() for name in names if not name.startswith("."))
        yield from (ending for ending in endings if ending not in suffixes)


def check_file(path: Path) -> None:
    """That this is a file that can be read to its end. Raises InputRefused."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise _unreachable(path, error) from error
    if not stat.S_ISREG(mode):
        raise InputRefused(
            "This is not a file but a pipe or a device.",
            means="Reading it might never end, so it was left alone.",
            do="Pass its text on standard input, and give - for the file.",
            ref=ref_of(path),
        )


def _unreachable(path: Path, error: OSError | ValueError) -> InputRefused:
    ref = ref_of(path)
    if isinstance(error, FileNotFoundError) and path.is_symlink():
        what, do = "The link leads to a file that is not there.", "Put the file back, or take the link away."
    elif isinstance(error, FileNotFoundError):
        what, do = "There is no such file or folder.", "Check the name and the folder that you are in."
    elif isinstance(error, NotADirectoryError):
        what, do = "A part of this path is a file and no folder.", "Check the path."
    elif isinstance(error, PermissionError):
        what, do = "You may not read it.", "Ask for the permission, or copy it to a place of your own."
    else:
        what, do = "It cannot be opened; a link that leads in a circle and a broken disk both do that.", "Check where it lies."
    return InputRefused(what, means="Nothing was taken in of it; the other inputs go on.", do=do, detail=str(error), ref=ref)


def cannot_read(path: Path, error: OSError) -> InputRefused:
    """The refusal of a file that could be seen and not be read."""
    return _unreachable(path, error)
