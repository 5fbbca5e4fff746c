"""`method`: the weights in force with their reasons, whether a file can be used, and what it would change."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from provenance import settings
from provenance.cli.chosen import chosen
from provenance.cli.failures import FAILED
from provenance.cli.records import write_records
from provenance.cli.terminal import counted, exact_output, on_one_line, page_width, say

if TYPE_CHECKING:
    from provenance.desk.rescoring import Effect
    from provenance.scoring import Method
    from provenance.scoring.figures import Weight
    from provenance.scoring.method_pages import Change

MethodFile = Annotated[Path, typer.Argument(metavar="FILE", help="A method file.", show_default=False)]

_method = typer.Typer(help="Show, check and compare methods.", rich_markup_mode=None, no_args_is_help=False)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(_method, name="method")


@_method.callback(invoke_without_command=True)
def method(context: typer.Context) -> None:
    """Show, check and compare methods."""
    if context.invoked_subcommand is None:
        show(context)


@_method.command()
def show(
    context: typer.Context,
    output_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, csv, jsonl or toml.")] = "text",
) -> None:
    """Show the method in force. Every weight, threshold and rule with its reason; as TOML, a file to start your own from."""
    from provenance.scoring.method_pages import as_text, as_toml

    _one_of(output_format, ("text", "csv", "jsonl", "toml"))
    in_force = _in_force(context)
    entries = list(in_force.entries())
    if output_format == "toml":
        exact_output().write(as_toml(in_force))
    elif output_format == "text":
        say(_named(in_force))
        say("Weights are log-odds: +0.69 doubles the odds, -0.69 halves them. A score is the logistic of their sum.")
        for line in as_text(in_force, page_width()):
            say(line)
    else:
        records = ({"key": key, "weight": of.weight, "why": of.why, "reference": of.reference} for key, of in entries)
        write_records(output_format, ("key", "weight", "why", "reference"), records)


@_method.command()
def check(context: typer.Context, file: MethodFile) -> None:
    """Say whether a method file can be used. Every problem is a sentence that names file, line and key."""
    from provenance.scoring.method_file import check_method
    from provenance.scoring.method_pages import changes

    checked = check_method(file)
    for problem in checked.problems:
        say(str(problem))
    if checked.method is None:
        raise typer.Exit(FAILED)
    different = sum(change.weighs_differently for change in changes(_in_force(context), checked.method))
    say(f"{file} can be used: {_named(checked.method)}")
    say(f"{_figures(different)} from the method in force.".capitalize())


@_method.command()
def diff(
    context: typer.Context,
    file: MethodFile,
    output_format: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text or jsonl.")] = "text",
) -> None:
    """Show what a method file changes. Each figure with both values and reasons, and how many grades change in the database."""
    from provenance.scoring import load_method
    from provenance.scoring.method_pages import changes

    _one_of(output_format, ("text", "jsonl"))
    candidate, in_force = load_method(file), _in_force(context)
    found = list(changes(in_force, candidate))
    if output_format == "jsonl":
        keys = ("key", "was", "now", "why_was", "why_now")
        write_records(output_format, keys, (dict(zip(keys, _values(change), strict=True)) for change in found))
        return
    say(f"{_named(candidate)} Against method {in_force.version} ({in_force.digest}):")
    for change in found:
        _tell(change)
    say(f"{_figures(sum(change.weighs_differently for change in found))}.".capitalize())
    effect = _effect(context, candidate)
    if effect is not None:
        say(
            f"In {effect.where}, of {counted(effect.claims, 'claim')} {effect.scores} would get another score, "
            f"and {effect.grades} another grade. Nothing was changed."
        )


def _in_force(context: typer.Context) -> "Method":
    from provenance.scoring import load_method

    return load_method(chosen(context).method or settings.method())


def _one_of(name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        raise typer.BadParameter(f"“{name}” is not one of {', '.join(known)}.", param_hint="--format")


def _named(of: "Method") -> str:
    return f"Method {of.version} ({of.digest}), {counted(len(list(of.entries())), 'figure')}."


def _figures(different: int) -> str:
    return f"{different or 'no'} {'figure differs' if different in (0, 1) else 'figures differ'}"


def _values(change: "Change") -> tuple[object, ...]:
    return change.key, change.was.weight, change.now.weight, change.was.why, change.now.why


def _tell(change: "Change") -> None:
    from provenance.scoring.method_pages import figure

    what = f"{figure(change.was.weight)} → {figure(change.now.weight)}" if change.weighs_differently else "another reason, the same figure"
    say(f"  {change.key}  {what}")
    say(f"    was: {on_one_line(_reason(change.was))}")
    say(f"    now: {on_one_line(_reason(change.now))}")


def _reason(of: "Weight") -> str:
    return f"{of.why} ({of.reference})" if of.reference else of.why


def _effect(context: typer.Context, candidate: "Method") -> "Effect | None":
    """What the candidate would change in the database; None where there is none and nobody named one."""
    own, usual = chosen(context), settings.database()
    if own.db is None and "://" not in usual and not Path(usual).exists():
        return None
    with own.desk() as desk:
        return desk.effect_of(candidate)
