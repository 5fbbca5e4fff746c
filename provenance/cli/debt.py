"""`debt`: what articles and outlets leave open about where their claims come from."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.claims import SHORT
from provenance.cli.debt_records import COUNTS, KEYS, OUTLET_KEYS, article_record, outlet_record
from provenance.cli.records import ListFormat, checked_list_format, write_records
from provenance.cli.terminal import counted, print_table, say, tell
from provenance.cli.words import in_words

if TYPE_CHECKING:
    from provenance.desk.debts import ArticleDebt, OutletDebt
    from provenance.scoring.debt import Debt

_HEADINGS = ("Claims", "No source", "Vague", "Anonymous", "Carried over")


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(debt)


def debt(
    context: typer.Context,
    wanted: Annotated[
        str | None,
        typer.Argument(metavar="[ARTICLE|OUTLET]", help="One article, by its id, or all of one outlet; else all.", show_default=False),
    ] = None,
    by: Annotated[str, typer.Option("--by", metavar="WHAT", help="article, or outlet for all articles of each together.")] = "article",
    output_format: ListFormat = "table",
) -> None:
    """Show what articles leave open about their sources. Shares of claims without source, and whether the key claim has one."""
    checked_list_format(output_format)
    if by not in ("article", "outlet"):
        raise typer.BadParameter(f"“{by}” is not one of article, outlet.", param_hint="--by")
    with desk_of(context) as desk:
        found = desk.debts(wanted)
    if by == "outlet":
        from provenance.desk.debts import by_outlet

        _outlets(by_outlet(found), output_format)
    elif output_format != "table":
        write_records(output_format, KEYS, map(article_record, found))
    elif not found:
        tell("No articles yet. `provenance intake FILE` takes one in.")
    else:
        _articles(found)


def _articles(found: "Sequence[ArticleDebt]") -> None:
    print_table(
        ("Article", "Outlet", *_HEADINGS, "Key claim", "Title"),
        ((each.article[:SHORT], each.outlet_name, *_cells(each.debt), _key(each), each.title or "") for each in found),
        wide="Title",
        right=_HEADINGS,
    )
    if len(found) == 1:
        for line in key_lines(found[0]):
            say(line)


def _outlets(found: "Sequence[OutletDebt]", output_format: str) -> None:
    if output_format != "table":
        write_records(output_format, OUTLET_KEYS, map(outlet_record, found))
        return
    print_table(
        ("Outlet", "Articles", *_HEADINGS, "Key claims sourced"),
        ((each.outlet_name, str(each.articles), *_cells(each.debt), f"{each.debt.keys_sourced} of {each.debt.keys}") for each in found),
        wide="Outlet",
        right=("Articles", *_HEADINGS, "Key claims sourced"),
    )


def lines(of: "ArticleDebt") -> "Iterator[str]":
    """What an article leaves open, in words, for a page about one of its claims."""
    owed = of.debt
    yield (
        f"  {counted(owed.claims, 'claim')}: {owed.unattributed} without source, {owed.vague} in words that show nobody, "
        f"{owed.anonymous} from unnamed sources, {owed.carried_over} with a source carried over from another sentence"
    )
    yield from key_lines(of)


def key_lines(of: "ArticleDebt") -> "Iterator[str]":
    """Which claim is an article's key claim, why, and whether it has a source."""
    if of.key is None:
        return
    yield f"  Its key claim {of.key.claim.id[:SHORT]} ({_key(of)}): {of.key.claim.text}"
    yield f"    because {of.key.why}"


def _key(of: "ArticleDebt") -> str:
    if of.key is None:
        return ""
    kind = of.key.claim.sourcing_type
    return f"sourced, {in_words(kind.value)}" if kind.shows_origin else f"no source, {in_words(kind.value)}"


def _cells(owed: "Debt") -> tuple[str, ...]:
    shares = (owed.share(getattr(owed, name)) for name in COUNTS[1:])
    return (str(owed.claims), *("" if share is None else f"{share:.0%}" for share in shares))
