"""Method files: the packaged one and a newsroom's own, checked whole, and refused with every place to mend."""

import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from provenance.errors import MethodError
from provenance.scoring.method import Method
from provenance.scoring.method_text import PACKAGED, MethodText, Problem, Unreadable, read_method
from provenance.scoring.promises import broken_promises

__all__ = ["PACKAGED", "Checked", "check_method", "load_method"]


class Checked(NamedTuple):
    """What came of checking a method file: the method, or why there is none."""

    method: Method | None
    problems: tuple[Problem, ...] = ()


def load_method(path: Path | None = None) -> Method:
    """The packaged method, or a newsroom's own from a file: complete, or with `extends` on top of another.

    Raises MethodError, which names file, line and key, for anything that cannot be used.
    """
    if path is None:
        return _packaged()
    method, problems = check_method(Path(path))
    if method is None:
        more = f" There {_further(len(problems) - 1)}; `provenance method check` lists them." if len(problems) > 1 else ""
        raise MethodError(
            f"The method cannot be used: {problems[0]}",
            means=f"Nothing was scored with it, and the method used so far stays in force.{more}",
            do="Mend that place and try again.",
        )
    return method


def _further(number: int) -> str:
    return "is 1 more place to mend" if number == 1 else f"are {number} more places to mend"


@cache
def _packaged() -> Method:
    method = check_method(PACKAGED).method
    if method is None:
        raise AssertionError("the packaged method is broken")
    return method


def check_method(path: Path) -> Checked:
    """A method file read and checked; every problem that can be found at once, each with its place."""
    try:
        text = read_method(path)
    except Unreadable as error:
        return Checked(None, (error.problem,))
    try:
        method = Method.model_validate(text.tables)
    except ValidationError as error:
        return Checked(None, tuple(_problems(text, error)))
    broken = tuple(text.problem([tuple(key.split(".")) for key in each.keys], each.why) for each in broken_promises(method))
    return Checked(None, broken) if broken else Checked(method)


def _problems(text: MethodText, error: ValidationError) -> Iterator[Problem]:
    for problem in error.errors(include_url=False):
        key = tuple(str(part) for part in problem["loc"] if part != "[key]")
        yield text.problem([key], _in_words(dict(problem), key))


def _in_words(problem: dict[str, Any], key: tuple[str, ...]) -> str:
    found = problem["input"]
    match problem["type"]:
        case "extra_forbidden":
            return _unknown(key)
        case "missing":
            return "it is missing"
        case "float_type" | "int_type" | "int_from_float":
            wanted = "a number" if problem["type"] == "float_type" else "a whole number"
            return f"it should be {wanted} and is {_as_written(found)}"
        case "finite_number":
            return f"it should be a finite number and is {found}"
        case "greater_than_equal" | "greater_than" | "less_than_equal" | "less_than":
            return f"{found} is out of range: {str(problem['msg']).lower().removeprefix('input ')}{_rule(key)}"
        case "string_type":
            return f"it should be words in quotation marks and is {_as_written(found)}"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"it should be a table and is {_as_written(found)}"
        case "enum":
            return _unknown_kind(problem, key)
        case "value_error":
            return str(problem["msg"]).removeprefix("Value error, ")
        case "string_too_short":
            return "it is empty" + ("; every figure says why" if key[-1] in ("why", "reference") else "")
        case _:
            return f"{problem['msg']} (found {_as_written(found)})"


def _as_written(found: object) -> str:
    """A value as it stands in a TOML file, as far as that is short."""
    if isinstance(found, bool):
        return str(found).lower()
    return "a table" if isinstance(found, dict) else repr(found)[:60]


def _rule(key: tuple[str, ...]) -> str:
    """Why a figure that is a rule cannot be another one."""
    match key[:3]:
        case ("weights", "agreement", "echo"):
            return "; repetition is never confirmation"
        case ("grade", "digit", "no_origin"):
            return "; 6 says that it cannot be judged"
        case _:
            return ""


def _unknown(key: tuple[str, ...]) -> str:
    """That a key is not known, with the nearest one that is."""
    if key[:2] in (("weights", "assessment"), ("grade", "letter")) and len(key[-1]) == 1:
        given = "A to E; F says that a source cannot be judged, and unknown is not a number"
        below = "A to D; what is below D is E, and what nobody judged is F"
        return f"no such key is known: letters with a figure are {given if key[0] == 'weights' else below}"
    return "no such key is known" + _nearest(key[-1], _known_beside(key))


def _unknown_kind(problem: dict[str, Any], key: tuple[str, ...]) -> str:
    expected = str(problem.get("ctx", {}).get("expected", ""))
    return "no such kind is known" + _nearest(key[-1], [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")])


def _known_beside(key: tuple[str, ...]) -> list[str]:
    """The keys that are known where this one stands."""
    part: Any = _packaged()
    for name in key[:-1]:
        part = part.get(name) if isinstance(part, dict) else getattr(part, name, None)
    return list(type(part).model_fields) if isinstance(part, BaseModel) else []


def _nearest(name: str, known: list[str]) -> str:
    near = difflib.get_close_matches(name, known, n=1)
    if near:
        return f"; perhaps {near[0]} is meant"
    return f"; known here are {', '.join(known)}" if 0 < len(known) <= 8 else ""
