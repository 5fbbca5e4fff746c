"""The options that say which claims, the same for every command that lists them."""

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.words import all_of, one_of

if TYPE_CHECKING:
    from provenance.desk import Desk
    from provenance.model.queue import ClaimQuery

# Spelled out, because `--help` would take twice as long if it imported the model; a test holds them against it.
STANDINGS = "corroborated, echo, single_source, contested, unattributed"
TYPES = (
    "named_official, named_expert, named_person, official_body, state_agency, wire_agency, media_outlet, document, anonymous_official, "
    "anonymous_insider, anonymous_group, vague_estimate, hearsay, outlet_analysis, unattributed"
)
FAMILIES = "named, institution, anonymous, none"
VERDICTS = "supported, refuted, not_enough_evidence, conflicting_evidence, not_a_claim"
ORDERS = "weakest_first, strongest_first, newest_first, outlet, article, contested_first"

Search = Annotated[
    str, typer.Option("--search", metavar="WORDS", help="Words that all have to stand in the claim or its source.", show_default=False)
]
Outlets = Annotated[
    list[str] | None, typer.Option("--outlet", metavar="OUTLET", help="Only this outlet: its key, or a part of its name. Repeatable.")
]
Standings = Annotated[
    list[str] | None, typer.Option("--standing", metavar="STANDING", help=f"Only this standing: {STANDINGS}. Repeatable.")
]
Types = Annotated[
    list[str] | None,
    typer.Option("--type", metavar="TYPE", help=f"Only this sourcing type: {TYPES}; or a family of them: {FAMILIES}. Repeatable."),
]
Verdicts = Annotated[
    list[str] | None,
    typer.Option("--verdict", metavar="VERDICT", help=f"Only with this verdict of yours: {VERDICTS}; none (yet), or any. Repeatable."),
]
InArticle = Annotated[str | None, typer.Option("--article", metavar="ID", help="Only claims of this article: its id, or how it begins.")]
Disputed = Annotated[bool, typer.Option("--disputed", help="Only claims on which two reviewers differ.")]
OrderOption = Annotated[str, typer.Option("--order", metavar="ORDER", help=f"In which order: {ORDERS}.")]


def query_of(
    *,
    search: str = "",
    outlets: list[str] | None = None,
    standings: list[str] | None = None,
    types: list[str] | None = None,
    verdicts: list[str] | None = None,
    article: str | None = None,
    disputed: bool = False,
    order: str = "weakest_first",
) -> "ClaimQuery":
    """The query that these options make. Raises typer.BadParameter naming the option and the words it knows."""
    from provenance.model.chain import Standing
    from provenance.model.queue import ClaimQuery, Order
    from provenance.model.review import Verdict
    from provenance.model.source import Family, SourcingType

    families = {family.value for family in Family}
    given = [word.strip().lower() for word in verdicts or ()]
    reviewed = {(): None, ("none",): False, ("any",): True}.get(tuple(word for word in given if word in ("none", "any")))
    return ClaimQuery(
        text=search,
        outlets=tuple(outlets or ()),
        standings=all_of(Standing, standings, "--standing"),
        types=all_of(SourcingType, [word for word in types or () if word not in families], "--type"),
        families=tuple(word for word in types or () if word in families),
        verdicts=all_of(Verdict, [word for word in given if word not in ("none", "any")], "--verdict"),
        reviewed=reviewed,
        disputed=disputed,
        article=article,
        order=one_of(Order, order, "--order"),
    )


def article_of(desk: "Desk", beginning: str) -> str:
    """The id of the only article whose id begins so. Raises NotFound."""
    from provenance.errors import NotFound

    fitting = [article.id for article in desk.articles() if article.id.startswith(beginning)]
    if len(fitting) != 1:
        many = "No article's id begins" if not fitting else f"The ids of {len(fitting)} articles begin"
        raise NotFound(f"{many} with {beginning}.", do="List the articles with: provenance articles")
    return fitting[0]


def with_whole_id(desk: "Desk", query: "ClaimQuery") -> "ClaimQuery":
    """The query with the whole id of the article of which it holds a beginning. Raises NotFound."""
    return query.model_copy(update={"article": article_of(desk, query.article)}) if query.article else query
