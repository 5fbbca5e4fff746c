"""The fact-checker's desk: the one door for the command line and the terminal interface."""

from typing import TYPE_CHECKING

from provenance.desk.analysis import Analysis, analyze_inputs

if TYPE_CHECKING:
    from provenance.desk.desk import Desk

__all__ = ["Analysis", "Desk", "analyze_inputs"]


def __getattr__(name: str) -> object:
    """The desk itself only when it is asked for: it brings the database with it, which `analyze` does without."""
    if name != "Desk":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from provenance.desk.desk import Desk

    return Desk
