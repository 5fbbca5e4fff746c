"""`export`: claims with every judgement, reason and span, for other programs."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.filters import Disputed, InArticle, OrderOption, Outlets, Search, Standings, Types, Verdicts, query_of, with_whole_id
from provenance.cli.terminal import counted, exact_output, tell
from provenance.errors import ProvenanceError


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(export)


def export(
    context: typer.Context,
    output_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="csv or jsonl.")] = "csv",
    output: Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="The file to write; - is standard output.")] = "-",
    search: Search = "",
    outlet: Outlets = None,
    standing: Standings = None,
    sourcing_type: Types = None,
    verdict: Verdicts = None,
    article: InArticle = None,
    disputed: Disputed = False,
    order: OrderOption = "weakest_first",
) -> None:
    """Write claims with every judgement and reason. As CSV for spreadsheets, or as JSON Lines for programs."""
    from provenance.exporters import EXPORTERS

    if output_format not in EXPORTERS:
        raise typer.BadParameter(f"“{output_format}” is not one of {', '.join(EXPORTERS)}.", param_hint="--format")
    query = query_of(
        search=search,
        outlets=outlet,
        standings=standing,
        types=sourcing_type,
        verdicts=verdict,
        article=article,
        disputed=disputed,
        order=order,
    )
    with desk_of(context) as desk:
        query = with_whole_id(desk, query)
        if output == "-":
            count = desk.export(output_format, query, exact_output())
        else:
            path = Path(output)
            with _whole_or_not_at_all(path) as draft, draft.open("w", encoding="utf-8", newline="") as out:
                count = desk.export(output_format, query, out)
    tell(f"{counted(count, 'claim')} written{'' if output == '-' else f' to {output}'}.")


@contextlib.contextmanager
def _whole_or_not_at_all(path: Path) -> Iterator[Path]:
    """A draft beside the file that takes its place when it is complete: a run that is stopped leaves the old file as it was."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as made:
            draft = Path(made.name)
        try:
            yield draft
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise ProvenanceError(
            f"{path} cannot be written.",
            means="Nothing was exported; the database is as it was.",
            do="Choose another place with -o.",
            detail=str(error),
        ) from error
