"""`analyze`: reads articles, writes everything that was read in them as JSON Lines, and keeps nothing."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import chosen
from provenance.cli.failures import FAILED
from provenance.cli.intake import InputFormat, Inputs, checked_format
from provenance.cli.terminal import exact_output, on_one_line, tell

if TYPE_CHECKING:
    from provenance.desk.analysis import Analysis


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(analyze)


def analyze(
    context: typer.Context,
    inputs: Inputs,
    output_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="jsonl, one record a line.")] = "jsonl",
    input_format: InputFormat = None,
    jobs: Annotated[int, typer.Option("--jobs", metavar="NUMBER", min=1, help="How many processes read and compare at the same time.")] = 1,
) -> None:
    """Read articles and print what was read, as JSON Lines. No database is opened or made, and nothing is kept."""
    if output_format != "jsonl":
        raise typer.BadParameter(f"“{output_format}” is not jsonl.", param_hint="--format")
    exact_output()
    analysis = _analysis(context, inputs, checked_format(input_format), jobs)
    for lines in _lines(analysis):
        sys.stdout.write(lines)
    sys.stdout.flush()
    for refused in analysis.refused:
        tell(f"refused  {on_one_line(refused.ref)}: {refused}")
    if analysis.refused:
        raise typer.Exit(FAILED)


def _analysis(context: typer.Context, inputs: list[str], input_format: str | None, jobs: int) -> "Analysis":
    from concurrent.futures import ProcessPoolExecutor

    from provenance.desk.analysis import analyze_inputs

    method = chosen(context).method
    if jobs == 1:
        return analyze_inputs(inputs, input_format=input_format, method=method)
    with ProcessPoolExecutor(jobs) as executor:
        return analyze_inputs(inputs, input_format=input_format, method=method, executor=executor)


def _lines(analysis: "Analysis") -> Iterator[str]:
    """The records of the contract: each article with its sentences, a claim right behind its sentence; then groups, then conflicts."""
    from provenance.exporters.json_lines import json_line
    from provenance.exporters.records import (
        article_record,
        claim_record,
        conflict_record,
        group_record,
        groups_by_claim,
        sentence_record,
    )

    group_of = groups_by_claim(analysis.tracing.groups)
    for reading in analysis.readings:
        claims = {claim.span: claim for claim in reading.claims}
        lines = [json_line(article_record(reading.article))]
        for sentence in reading.sentences:
            lines.append(json_line(sentence_record(reading.article.id, sentence)))
            claim = claims.get(sentence.span)
            if claim:
                lines.append(json_line(claim_record(claim, group_of[claim.id], analysis.scores[claim.id])))
        yield "".join(lines)
    for group in analysis.tracing.groups:
        yield json_line(group_record(group))
    for conflict in analysis.tracing.conflicts:
        yield json_line(conflict_record(conflict))
