"""A citation of a claim, as one would paste it into a fact-check: words, who says so, where, grade and standing."""

from provenance.model.queue import ClaimCard
from tui.days import publication
from tui.look import STANDING_WORDS, text_word, type_word


def citation(card: ClaimCard) -> str:
    """The citation as plain text; restated and translated words are never put into quotation marks."""
    claim, article = card.claim, card.article
    words = " ".join(claim.text.split())
    not_its_own = text_word(article.text_status)
    said = f"{words} [{not_its_own}]" if not_its_own else f"“{words}”"
    where = ", ".join(filter(None, (article.outlet_name, article.masthead.title, publication(article.masthead.published), article.url)))
    named = [attribution.origin_name for attribution in claim.attributions if attribution.origin_name]
    who = f"{' and '.join(named) or 'no source named'} ({type_word(claim.sourcing_type)})"
    return f"{said} — {where}. Source: {who}. {STANDING_WORDS[card.entry.standing][0]}, {card.score.grade}. Claim {claim.id}."
