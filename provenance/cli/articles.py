"""`articles`: what was taken in; who published it and when can be set right, and an article withdrawn."""

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.claims import SHORT
from provenance.cli.filters import article_of
from provenance.cli.intake import progress_shown, stop_by_hand
from provenance.cli.records import ListFormat, checked_list_format, write_records
from provenance.cli.review import Why
from provenance.cli.show import days_in_words
from provenance.cli.terminal import counted, print_table, say, tell
from provenance.cli.words import days, in_words, short_days

if TYPE_CHECKING:
    from provenance.model.queue import ArticleSummary

ArticleId = Annotated[
    str, typer.Argument(metavar="ARTICLE", help="The article's id, or a beginning of it that no other article has.", show_default=False)
]

_KEYS = (
    "id",
    "title",
    "outlet",
    "outlet_name",
    "outlet_basis",
    "republished_from",
    "earliest",
    "latest",
    "language",
    "text_status",
    "claims",
    "reviewed",
    "unattributed",
    "withdrawn",
    "refs",
    "notes",
)

_articles = typer.Typer(help="List, correct and withdraw articles.", rich_markup_mode=None, no_args_is_help=False)


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(_articles, name="articles")


@_articles.callback(invoke_without_command=True)
def articles(context: typer.Context) -> None:
    """List, correct and withdraw articles."""
    if context.invoked_subcommand is None:
        listed(context)


@_articles.command("list")
def listed(context: typer.Context, output_format: ListFormat = "table") -> None:
    """List every article with outlet, day and progress. Only your own verdicts count; those of other reviewers do not."""
    checked_list_format(output_format)
    with desk_of(context) as desk:
        found = desk.articles()
    if output_format != "table":
        write_records(output_format, _KEYS, (_record(article) for article in found))
        return
    if not found:
        tell("No articles yet. `provenance intake FILE` takes one in.")
        return
    print_table(
        ("Article", "Outlet", "Published", "Text", "Judged by you", "No source", "Title"),
        (
            (
                article.id[:SHORT],
                article.outlet_name,
                short_days(article.published.earliest, article.published.latest) if article.published else "unknown",
                "withdrawn"
                if article.withdrawn
                else in_words(article.text_status.value)
                if article.language == "en"
                else f"language {article.language}",
                f"{article.reviewed} of {article.claims}",
                f"{article.unattributed} of {article.claims}",
                article.title or ", ".join(article.refs),
            )
            for article in found
        ),
        wide="Title",
    )


@_articles.command("correct")
def correct(
    context: typer.Context,
    article: ArticleId,
    outlet: Annotated[
        str | None, typer.Option("--outlet", metavar="OUTLET", help="Who published it: registry key, name or domain.")
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(
            "--published", metavar="DAY", help="When: a day (2023-05-20), or the first and last possible (2023-05-01..2023-05-31)."
        ),
    ] = None,
    why: Why = None,
) -> None:
    """Set right who published an article, or when."""
    from provenance.model.review import ArticleCorrection

    if outlet is None and published is None:
        raise typer.BadParameter("Give --outlet, --published or both.")
    if outlet is not None and not outlet.strip():
        raise typer.BadParameter("Give the registry key, name or domain of an outlet.", param_hint="--outlet")
    with desk_of(context) as desk:
        bounds = days(published, "--published", f"Set by {desk.reviewer}.") if published is not None else None
        entry = desk.correct_article(article_of(desk, article), ArticleCorrection(outlet=outlet, published=bounds), why)
    set_to = [outlet or "", f"published on {days_in_words(bounds)}" if bounds else ""]
    say(f"Kept as {entry.reviewer}: {', '.join(part for part in set_to if part)}. `provenance undo` takes it back.")


@_articles.command("withdraw")
def withdraw(context: typer.Context, article: ArticleId, why: Why = None) -> None:
    """Withdraw an article. Its claims no longer count for or against anything; nothing is deleted."""
    with desk_of(context) as desk:
        entry = desk.withdraw_article(article_of(desk, article), why)
    say(f"Withdrawn by {entry.reviewer}. `provenance undo` takes it back.")


def _record(article: "ArticleSummary") -> dict[str, object]:
    """An article for other programs; `reviewed` counts the claims that this reviewer has judged."""
    bounds = article.published
    days = {"earliest": bounds.earliest if bounds else None, "latest": bounds.latest if bounds else None}
    return {**article.model_dump(mode="json"), **{key: day.isoformat() if day else None for key, day in days.items()}}


@_articles.command()
def reread(context: typer.Context) -> None:
    """Read every article anew, as after a newer version came. Verdicts, notes and corrections stay. Ctrl-C stops after an article."""
    with desk_of(context) as desk, stop_by_hand() as stopped, progress_shown() as progress:
        done = desk.recompute(progress, stopped)
        total = len(desk.articles())
    say(
        f"{counted(done, 'article')} read anew."
        if done == total
        else f"{done} of {counted(total, 'article')} read anew; the others are as they were."
    )
