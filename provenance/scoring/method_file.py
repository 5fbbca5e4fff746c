"""Method files: the packaged one and a newsroom's own, read from TOML and refused with the place to mend."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from provenance.errors import MethodError
from provenance.scoring.method import Method
from provenance.scoring.places import line_of

PACKAGED = Path(__file__).with_name("method.toml")


def load_method(path: Path | None = None) -> Method:
    """The packaged method, or a newsroom's own from a file: complete, or with `extends` on top of another.

    Raises MethodError, which names file, line and key, for anything that cannot be used.
    """
    return _packaged() if path is None else _checked(Path(path))


@cache
def _packaged() -> Method:
    return _checked(PACKAGED)


def _checked(path: Path) -> Method:
    texts: dict[Path, str] = {}
    tables = _read(path, texts)
    try:
        return Method.model_validate(tables)
    except ValidationError as error:
        problem = error.errors(include_url=False)[0]
        key = tuple(str(part) for part in problem["loc"] if part != "[key]")
        raise _refused(_place(path, texts, key), _in_words(dict(problem))) from error


def _read(path: Path, texts: dict[Path, str]) -> dict[str, Any]:
    """The tables of a method file, laid over those of the file that it extends."""
    place = path.resolve()
    if place in texts:
        raise _refused(str(path), "it extends itself, by way of " + ", ".join(str(p.name) for p in texts))
    try:
        texts[place] = path.read_text(encoding="utf-8-sig")
        tables = tomllib.loads(texts[place])
    except OSError as error:
        raise _refused(str(path), f"it cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise _refused(str(path), f"it is not UTF-8 text (byte {error.start})") from error
    except tomllib.TOMLDecodeError as error:
        raise _refused(str(path), f"it is not TOML: {error}") from error
    if not tables:
        raise _refused(str(path), "it is empty")
    if "extends" not in tables:
        return tables
    base = tables.pop("extends")
    if not isinstance(base, str) or not base.strip():
        raise _refused(f"{path}, extends", 'it should say "packaged" or name another method file')
    if "version" not in tables:
        raise _refused(str(path), "it has no version of its own, so its scores could not be told from those of the method it extends")
    return _laid_over(_read(PACKAGED if base == "packaged" else path.parent / base, texts), tables)


def _laid_over(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Tables merged key by key; an entry that holds a figure is replaced whole, its reason included."""
    merged = dict(below)
    for key, value in above.items():
        lower = below.get(key)
        merge = isinstance(value, dict) and isinstance(lower, dict) and "weight" not in value
        merged[key] = _laid_over(lower, value) if merge and isinstance(lower, dict) else value
    return merged


def _place(path: Path, texts: dict[Path, str], key: tuple[str, ...]) -> str:
    """File, line and key as people look them up; the uppermost file that mentions the key is the one to mend."""
    dotted = ".".join(key)
    for file, text in texts.items():
        line = line_of(text, key)
        if line is not None:
            return f"{path if file == path.resolve() else file.name}, line {line}, {dotted}"
    return f"{path}, {dotted}" if dotted else str(path)


def _in_words(problem: dict[str, Any]) -> str:
    found = problem["input"]
    match problem["type"]:
        case "extra_forbidden":
            return "no such key is known"
        case "missing":
            return "it is missing"
        case "float_type":
            return f"it should be a number and is {found!r}"
        case "int_type" | "int_from_float":
            return f"it should be a whole number and is {found!r}"
        case "finite_number":
            return f"it should be a finite number and is {found}"
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            return f"{found} is out of range: {str(problem['msg']).lower().removeprefix('input ')}"
        case "enum" | "value_error":
            return str(problem["msg"]).removeprefix("Value error, ").removeprefix("Input ")
        case "string_too_short":
            return "it is empty; every figure says why"
        case _:
            return f"{problem['msg']} (found {str(found)[:60]!r})"


def _refused(place: str, what: str) -> MethodError:
    return MethodError(
        f"The method cannot be used: {place}: {what}.",
        means="Nothing was scored with it, and the method used so far stays in force.",
        do="Mend that place and try again.",
    )
