"""The fact-checker's desk: the one door for the command line and the terminal interface."""

from provenance.desk.analysis import Analysis, analyze_inputs
from provenance.desk.desk import Desk

__all__ = ["Analysis", "Desk", "analyze_inputs"]
