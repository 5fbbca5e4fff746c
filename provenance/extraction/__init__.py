"""Text in, claims out: pure functions that read an article without looking at any other."""

from provenance.extraction.reading import Reading, article_id, claim_id, claims_of, read_again, read_article
from provenance.extraction.sourced import slug

__all__ = ["Reading", "article_id", "claim_id", "claims_of", "read_again", "read_article", "slug"]
