"""`claims`: the queue as a table, or as CSV or JSON Lines for other programs."""

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.filters import Disputed, InArticle, OrderOption, Outlets, Search, Standings, Types, Verdicts, query_of, with_whole_id
from provenance.cli.terminal import exact_output, print_table, tell
from provenance.cli.words import in_words

if TYPE_CHECKING:
    from provenance.model.queue import QueueEntry

SHORT = 8
"""Characters of an id that are printed; every command takes the beginning of an id that only one claim has."""


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(claims)


def claims(
    context: typer.Context,
    search: Search = "",
    outlet: Outlets = None,
    standing: Standings = None,
    sourcing_type: Types = None,
    verdict: Verdicts = None,
    article: InArticle = None,
    disputed: Disputed = False,
    order: OrderOption = "weakest_first",
    limit: Annotated[
        int, typer.Option("--limit", metavar="NUMBER", min=1, help="How many rows at most; csv and jsonl always give all.")
    ] = 50,
    output_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, csv or jsonl.")] = "table",
) -> None:
    """List claims with grade, standing and source, weakest first."""
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
    known = ("table", *_formats())
    if output_format not in known:
        raise typer.BadParameter(f"“{output_format}” is not one of {', '.join(known)}.", param_hint="--format")
    with desk_of(context) as desk:
        query = with_whole_id(desk, query)
        if output_format != "table":
            desk.export(output_format, query, exact_output())
            return
        entries = desk.claims(query, 0, limit)
        matching = desk.progress(query).matching
    if not entries:
        tell("No claim matches. `provenance claims` without options lists all; `provenance intake FILE` takes in an article.")
        return
    print_claims(entries)
    if matching > len(entries):
        tell(f"{len(entries)} of {matching} claims; --limit {matching} lists all.")


def print_claims(entries: "list[QueueEntry] | tuple[QueueEntry, ...]") -> None:
    """Print rows of the queue as a table."""
    print_table(
        ("Claim", "Grade", "Standing", "Outlet", "Sourcing", "Verdict", "Says"),
        (
            (
                entry.claim[:SHORT],
                entry.grade,
                standing_words(entry),
                published_by(entry),
                sourcing_words(entry),
                in_words(entry.verdict.value) if entry.verdict else "",
                entry.text,
            )
            for entry in entries
        ),
        wide="Says",
    )


def published_by(entry: "QueueEntry") -> str:
    """The outlet of a claim, with a mark where the text at hand is not its wording."""
    status = entry.text_status.value
    return entry.outlet_name if status == "as_published" else f"{entry.outlet_name} ({in_words(status)})"


def standing_words(entry: "QueueEntry") -> str:
    """The standing of a claim, with the number of articles of an echo."""
    times = f" ×{entry.group_articles}" if entry.group_articles > 1 and entry.standing.value == "echo" else ""
    return f"{in_words(entry.standing.value)}{times}"


def sourcing_words(entry: "QueueEntry") -> str:
    """The sourcing type of a claim, with the number of further origins."""
    more = f" +{entry.more_origins}" if entry.more_origins else ""
    return f"{in_words(entry.sourcing_type.value)}{more}"


def _formats() -> tuple[str, ...]:
    from provenance.exporters import EXPORTERS

    return tuple(EXPORTERS)
