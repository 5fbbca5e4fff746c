"""What articles and outlets leave open about where their claims come from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from provenance.errors import NotFound
from provenance.extraction.key_claim import KeyClaim, key_claim
from provenance.model.article import Article
from provenance.model.queue import ArticleSummary
from provenance.scoring import Method
from provenance.scoring.debt import Debt, debt_of, total
from provenance.storage.archive import Archive


@dataclass(frozen=True)
class ArticleDebt:
    """What one article leaves open."""

    article: str
    title: str | None
    outlet: str
    outlet_name: str
    debt: Debt
    key: KeyClaim | None
    """None for an article without claims."""


@dataclass(frozen=True)
class OutletDebt:
    """What the articles of one outlet leave open together."""

    outlet: str
    outlet_name: str
    articles: int
    debt: Debt


def of_article(archive: Archive, article: Article, method: Method) -> ArticleDebt:
    """What an article leaves open."""
    claims = archive.claims_of(article.id)
    key = key_claim(article.masthead.title, claims, method.debt.headline.weight)
    debt = debt_of(claims, key.claim if key else None)
    return ArticleDebt(article.id, article.masthead.title, article.outlet_key, article.outlet_name, debt, key)


def of_articles(archive: Archive, wanted: str | None, reviewer: str, method: Method) -> tuple[ArticleDebt, ...]:
    """What these articles leave open, those that show fewest sources first: the one whose id begins so, all of an outlet, or all there are.

    Withdrawn articles are left out. Raises NotFound where no article and no outlet is meant, or several are.
    """
    present = [article for article in archive.articles(reviewer) if not article.withdrawn]
    chosen = present if wanted is None else _meant(present, wanted.strip())
    found = [of_article(archive, archive.article(article.id), method) for article in chosen]
    return tuple(sorted(found, key=lambda each: (-_unsourced(each.debt), each.article)))


def by_outlet(debts: Iterable[ArticleDebt]) -> tuple[OutletDebt, ...]:
    """The same for every outlet, those that show fewest sources first."""
    of: dict[str, list[ArticleDebt]] = {}
    for each in debts:
        of.setdefault(each.outlet, []).append(each)
    found = [OutletDebt(key, _name(those), len(those), total(each.debt for each in those)) for key, those in of.items()]
    return tuple(sorted(found, key=lambda each: (-_unsourced(each.debt), each.outlet)))


def _name(those: Sequence[ArticleDebt]) -> str:
    """The outlet's name; publishers that nobody knows are told together and not taken for one."""
    return f"{len(those)} unknown publishers" if those[0].outlet == "unknown" and len(those) > 1 else those[0].outlet_name


def _unsourced(debt: Debt) -> float:
    return debt.share(debt.unattributed + debt.vague) or 0.0


def _meant(articles: Sequence[ArticleSummary], wanted: str) -> list[ArticleSummary]:
    """An outlet by its key, an article by the beginning of its id, or an outlet by a part of its name."""
    by_key = [article for article in articles if article.outlet == wanted.lower()]
    by_id = [article for article in articles if wanted and article.id.startswith(wanted)]
    if by_key or len(by_id) == 1:
        return by_key or by_id
    if by_id:
        raise NotFound(f"The ids of {len(by_id)} articles begin with {wanted}.", do="Give more of it; `provenance articles` lists them.")
    by_name = [article for article in articles if wanted and wanted.casefold() in article.outlet_name.casefold()]
    outlets = sorted({article.outlet_name for article in by_name})
    if len(outlets) == 1:
        return by_name
    if outlets:
        raise NotFound(f"Several outlets are called {wanted}: {', '.join(outlets)}.", do="Give the name of one of them.")
    raise NotFound(f"No article's id begins with {wanted}, and no outlet is called so.", do="`provenance articles` lists both.")
