"""`sources`: whom the archive relies on, and how far each can be trusted."""

import typer

from provenance.cli import infer, source_card
from provenance.cli.chosen import desk_of
from provenance.cli.records import ListFormat, checked_list_format, write_records
from provenance.cli.terminal import print_table, tell
from provenance.cli.words import in_words

_sources = typer.Typer(rich_markup_mode=None, no_args_is_help=False)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    _sources.command()(source_card.show)
    _sources.command()(source_card.grade)
    app.add_typer(_sources, name="sources")
    infer.add_to(_sources)


@_sources.callback(invoke_without_command=True)
def sources(context: typer.Context, output_format: ListFormat = "table") -> None:
    """List every outlet and origin with its record so far. F means that nobody can tell yet, not that it is bad."""
    checked_list_format(output_format)
    if context.invoked_subcommand is not None:
        return
    with desk_of(context) as desk:
        found = desk.sources()
    if output_format != "table":
        from provenance.model.queue import SourceSummary

        write_records(output_format, list(SourceSummary.model_fields), (source.model_dump(mode="json") for source in found))
        return
    if not found:
        tell("No sources yet. `provenance intake FILE` takes in an article.")
        return
    print_table(
        ("Source", "Kind", "Owner", "Letter", "Because", "Articles", "Claims", "Supported", "Refuted", "Open"),
        (
            (
                source.name,
                in_words(source.kind),
                source.owner or "",
                f"{source.letter}, stale" if source.stale else source.letter,
                source.letter_basis,
                *(str(count) for count in (source.articles, source.claims, source.supported, source.refuted, source.open)),
            )
            for source in found
        ),
        wide="Source",
        right=("Articles", "Claims", "Supported", "Refuted", "Open"),
    )
