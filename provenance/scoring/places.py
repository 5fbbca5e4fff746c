"""Where a key stands in a TOML file, so that a message can name the line to mend."""

from collections.abc import Sequence


def line_of(text: str, key: Sequence[str]) -> int | None:
    """The line, from 1, of the longest beginning of a dotted key that the text mentions; None where it mentions nothing of it.

    Reads table headers and `key = …` at the start of lines, which is how method files are written; keys inside an inline table
    are found by the line that holds it.
    """
    best: tuple[int, int] | None = None
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("[") and not stripped.startswith("[["):
            table = _parts(stripped[1:].partition("]")[0])
            here = table
        elif "=" in stripped and not stripped.startswith("#"):
            here = table + _parts(stripped.partition("=")[0])
        else:
            continue
        if here == tuple(key[: len(here)]) and here and (best is None or len(here) > best[0]):
            best = (len(here), number)
    return best[1] if best else None


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in dotted.split("."))
