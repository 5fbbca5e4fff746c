"""The figures of the estimate, as `inference.toml` gives them with their reasons."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field


def _figure(entry: Any) -> Any:
    """The figure of an entry; one without a reason is an error."""
    if isinstance(entry, dict):
        if not str(entry.get("why", "")).strip():
            raise ValueError("every figure says why")
        return entry.get("value")
    return entry


Figure = BeforeValidator(_figure)
Share = Annotated[float, Figure, Field(gt=0, lt=1, allow_inf_nan=False)]
Positive = Annotated[float, Figure, Field(gt=0, allow_inf_nan=False)]
Number = Annotated[int, Figure, Field(ge=1)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AccuracyRules(_Table):
    """What is expected of sources before their claims are looked at, and what a claim weighs."""

    strength: Positive
    habit: Annotated[float, Figure, Field(gt=1, allow_inf_nan=False)]
    gain: Annotated[float, Figure, Field(ge=0, allow_inf_nan=False)]
    least: Positive
    errors: Annotated[float, Figure, Field(ge=1)]


class CopyingRules(_Table):
    """What copying is expected to look like, and which pairs are compared."""

    prior: Share
    rate: Share
    least_shared: Number
    least_same: Number
    most_shared: Number
    most_pairs: Number
    most_errors: Number
    start: Share
    kept: Annotated[float, Figure, Field(ge=0, lt=1, allow_inf_nan=False)]
    told: Share
    shown: Share


class LikenessRules(_Table):
    """How numbers that are close support each other."""

    reach: Share
    share: Annotated[float, Figure, Field(ge=0, lt=1, allow_inf_nan=False)]


class RoundRules(_Table):
    """When to stop."""

    most: Number
    settled: Positive


class Rules(_Table):
    """All figures of the estimate."""

    accuracy: AccuracyRules
    copying: CopyingRules
    likeness: LikenessRules
    rounds: RoundRules

    def but(self, **changes: float) -> "Rules":
        """These figures with some replaced, each named by table and key, as in `copying__rate=0.8`; they are checked like the others."""
        tables = self.model_dump()
        for name, value in changes.items():
            table, _, key = name.partition("__")
            if key not in tables.get(table, {}):
                raise KeyError(name)
            tables[table][key] = value
        return Rules.model_validate(tables)


@cache
def packaged_rules() -> Rules:
    """The figures that come with the program."""
    return Rules.model_validate(tomllib.loads(Path(__file__).with_name("inference.toml").read_text(encoding="utf-8")))
