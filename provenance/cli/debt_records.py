"""What articles and outlets leave open, for other programs."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from provenance.desk.debts import ArticleDebt, OutletDebt
    from provenance.scoring.debt import Debt

COUNTS = ("claims", "unattributed", "vague", "anonymous", "carried_over")
_SHARES = tuple(f"share_{name}" for name in COUNTS[1:])
KEYS = (
    "article",
    "title",
    "outlet",
    "outlet_name",
    *COUNTS,
    *_SHARES,
    "key_claim",
    "key_claim_type",
    "key_claim_sourced",
    "key_claim_why",
)
OUTLET_KEYS = ("outlet", "outlet_name", "articles", *COUNTS, *_SHARES, "key_claims", "key_claims_sourced")


def _counts(owed: "Debt") -> dict[str, object]:
    counts: dict[str, object] = {name: getattr(owed, name) for name in COUNTS}
    for name in COUNTS[1:]:
        share = owed.share(getattr(owed, name))
        counts[f"share_{name}"] = None if share is None else round(share, 4)
    return counts


def article_record(of: "ArticleDebt") -> dict[str, object]:
    """What one article leaves open, by `KEYS`."""
    key = of.key
    return {
        **{name: getattr(of, name) for name in KEYS[:4]},
        **_counts(of.debt),
        "key_claim": key.claim.id if key else None,
        "key_claim_type": key.claim.sourcing_type.value if key else None,
        "key_claim_sourced": key.claim.sourcing_type.shows_origin if key else None,
        "key_claim_why": key.why if key else None,
    }


def outlet_record(of: "OutletDebt") -> dict[str, object]:
    """What the articles of one outlet leave open, by `OUTLET_KEYS`."""
    named = {name: getattr(of, name) for name in OUTLET_KEYS[:3]}
    return {**named, **_counts(of.debt), "key_claims": of.debt.keys, "key_claims_sourced": of.debt.keys_sourced}
