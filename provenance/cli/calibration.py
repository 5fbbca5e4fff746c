"""`calibration`: whether scores that were given before a verdict foresaw it, drawn and in figures."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import typer

from provenance.cli.calibration_records import KEYS, records
from provenance.cli.chosen import desk_of
from provenance.cli.records import ListFormat, checked_list_format, write_records
from provenance.cli.reliability_diagram import diagram, signs_of_output
from provenance.cli.terminal import counted, print_table, say
from provenance.cli.words import in_words

if TYPE_CHECKING:
    from provenance.scoring.calibration import Calibration, Left, Quality


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(calibration)


def calibration(context: typer.Context, output_format: ListFormat = "table") -> None:
    """Hold scores against the verdicts that came after them. As a diagram, with Brier score and expected calibration error."""
    checked_list_format(output_format)
    with desk_of(context) as desk:
        found = desk.calibration()
    if output_format != "table":
        write_records(output_format, KEYS, records(found))
        return
    _figures(found)
    if found.quality is not None:
        for line in diagram(found.bins, signs_of_output()):
            say(line)
    _kinds(found)
    for line in _left_out(found.left):
        say(line)


def _figures(found: "Calibration") -> None:
    say(f"Scores held against {counted(found.count, 'verdict')}, each on a group of claims and given after the score.")
    for version, number in found.methods:
        say(f"  {number} scored by method {version}")
    quality = found.quality
    if quality is None:
        say(f"Too few to draw a conclusion: that takes {found.least} (calibration.verdicts in the method). Nothing is said of the scores.")
        return
    say(f"  Brier score                 {quality.brier:.3f}  (0: always sure and right; 0.250: a score of .5 whatever the claim)")
    say(f"  Expected calibration error  {quality.error:.3f}  ({quality.by_chance:.3f} by chance alone, if the scores were right)")
    say(f"  Mean score {quality.mean:.2f}, of the verdicts supported {quality.supported:.2f}")


def _kinds(found: "Calibration") -> None:
    if not found.kinds:
        return
    say("By sourcing type; without figures where the verdicts are too few")
    print_table(
        ("Sourcing", "Groups", "Mean", "Supported", "Brier", "Error", "By chance"),
        ((in_words(of.kind.value), str(of.number), *_cells(of.quality)) for of in found.kinds),
        wide="Sourcing",
        right=("Groups", "Mean", "Supported", "Brier", "Error", "By chance"),
    )


def _cells(quality: "Quality | None") -> tuple[str, ...]:
    if quality is None:
        return ("",) * 5
    return (
        f"{quality.mean:.2f}",
        f"{quality.supported:.2f}",
        *(f"{figure:.3f}" for figure in (quality.brier, quality.error, quality.by_chance)),
    )


def _left_out(left: "Left") -> Iterator[str]:
    told = [
        *((number, f"with the verdict {in_words(verdict.value)}, which says neither") for verdict, number in left.undecided),
        (left.differing, "on which verdicts differ"),
        (left.unscored, "given before scores were kept"),
        (left.gone, "on claims that no longer stand, or of withdrawn articles"),
    ]
    if any(number for number, _ in told):
        yield "Left out"
    yield from (f"  {number} {words}" for number, words in told if number)
