"""A list as a table for people, or as CSV or JSON Lines with its keys for other programs."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping
from typing import Annotated

import typer

from provenance.cli.terminal import exact_output

ListFormat = Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, csv or jsonl.")]
FORMATS = ("table", "csv", "jsonl")


def checked_list_format(name: str) -> str:
    """One of `FORMATS`. Raises typer.BadParameter."""
    if name not in FORMATS:
        raise typer.BadParameter(f"“{name}” is not one of {', '.join(FORMATS)}.", param_hint="--format")
    return name


def write_records(output_format: str, keys: Iterable[str], records: Iterable[Mapping[str, object]]) -> None:
    """Write records to standard output: as CSV with the keys as heading, lists joined by a bar, or as JSON Lines in ASCII."""
    from provenance.exporters.spreadsheets import guarded

    exact_output()
    if output_format == "jsonl":
        for record in records:
            sys.stdout.write(json.dumps({key: record[key] for key in keys}, separators=(",", ":")) + "\n")
        return
    table = csv.writer(sys.stdout)
    table.writerow(keys)
    table.writerows([guarded(_cell(record[key])) for key in keys] for record in records)


def _cell(value: object) -> str:
    if isinstance(value, list | tuple):
        return " | ".join(str(each) for each in value)
    return "" if value is None else str(value)
