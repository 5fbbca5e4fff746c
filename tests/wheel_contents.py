"""Looks into a built wheel for the files that are no Python and that the program cannot do without. Usage: wheel_contents.py FOLDER."""

import sys
import zipfile
from pathlib import Path

NEEDED = (
    "provenance/seeds/outlets.toml",
    "provenance/seeds/reports/",
    "provenance/language/lexicon/en.toml",
    "provenance/scoring/method.toml",
    "provenance/storage/migrations/versions/",
    "provenance/py.typed",
    "tui/",
    ".dist-info/licenses/LICENSE",
)


def main() -> None:
    """Name whatever is missing, and end with 1 if something is."""
    wheels = list(Path(sys.argv[1]).glob("*.whl"))
    if len(wheels) != 1:
        sys.exit(f"{len(wheels)} wheels in {sys.argv[1]} instead of one.")
    inside = zipfile.ZipFile(wheels[0]).namelist()
    missing = [name for name in NEEDED if not any(name in each for each in inside)]
    # Modules, and every file that lies beside them, have to be in the wheel at the same place.
    beside = [
        path
        for package in ("provenance", "tui")
        for path in Path(package).rglob("*")
        if "__pycache__" not in path.parts and path.suffix != ".svg"
    ]
    missing += [path.as_posix() for path in beside if path.is_file() and path.as_posix() not in inside]
    if missing:
        sys.exit(f"Missing in {wheels[0].name}: {', '.join(missing)}")
    print(f"{wheels[0].name}: {len(inside)} files, nothing missing.")


if __name__ == "__main__":
    main()
