"""What the desk refuses: a database that is not there, a claim that counts no longer, a decision without content.

The journal is only ever added to, so nothing empty may enter it.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from provenance.errors import ArchiveError, NotFound, ProvenanceError
from provenance.model.article import Article
from provenance.model.claim import Claim
from provenance.model.review import ArticleCorrection, AttributionCorrection
from provenance.storage.archive import Archive
from provenance.storage.engine import address

_NOTHING = "Nothing was kept; the journal is as it was."
_URL = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", re.IGNORECASE)
# The shape of a DOI: prefix 10 with a registrant, a slash, a suffix (DOI Handbook, section 2.2; ISO 26324).
_DOI = re.compile(r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}(?:\.\d+)*/\S+", re.IGNORECASE)


def refuse_absent(db: str | Path) -> None:
    """That the file of the database is there: a slip in its name shall not make an empty one. Raises ArchiveError."""
    url = address(db)
    file = Path(url.database or "")
    if url.get_backend_name() == "sqlite" and not str(file).startswith("file:") and not file.exists():
        raise ArchiveError(
            f"No database at {file}.",
            means="Nothing was made or changed.",
            do="Check the name after --db; `provenance intake FILE` makes a database.",
        )


def shown_claim(archive: Archive, claim_id: str) -> Claim:
    """A claim that people can look at and judge.

    Raises:
        NotFound: no claim has this id, or its article was withdrawn.

    """
    claim = archive.claim(claim_id)
    article = archive.article(claim.article)
    if article.withdrawn:
        raise NotFound(
            f"The article of claim {claim.id} was withdrawn ({article.outlet_name}, {article.id}).",
            means="Its claims are neither shown nor judged, and count for nothing.",
            do="Whoever withdrew it can take that back with: provenance undo",
        )
    return claim


def checked_note(text: str) -> str:
    """A note that says something. Raises ProvenanceError."""
    if not text.strip():
        raise ProvenanceError("The note is empty.", means=_NOTHING, do="Write what those who read it later should know.")
    return text


def checked_evidence(addresses: Sequence[str]) -> tuple[str, ...]:
    """Addresses that others can follow: http, https, or a DOI. Raises ProvenanceError naming the first that is none."""
    for given in addresses:
        if not (_URL.fullmatch(given.strip()) or _DOI.fullmatch(given.strip())):
            raise ProvenanceError(
                f"“{given}” is no address that others can follow.",
                means=_NOTHING,
                do="Give one that begins with http:// or https://, or a DOI such as 10.1000/182; words belong in the note.",
            )
    return tuple(given.strip() for given in addresses)


def checked_article_correction(correction: ArticleCorrection) -> ArticleCorrection:
    """A correction that sets an outlet or a day. Raises ProvenanceError."""
    bounds = correction.published
    if correction.outlet is not None and not correction.outlet.strip():
        raise ProvenanceError("The outlet's name is empty.", means=_NOTHING, do="Give its registry key, name or domain.")
    if correction.outlet is None and (bounds is None or (bounds.earliest is None and bounds.latest is None)):
        raise ProvenanceError("The correction sets neither outlet nor day.", means=_NOTHING, do="Give the outlet, the day, or both.")
    return correction


def checked_attribution_correction(correction: AttributionCorrection) -> AttributionCorrection:
    """A correction that sets a type, a source or an origin. Raises ProvenanceError."""
    named = correction.origin_name is not None and correction.origin_name.strip()
    if correction.origin_name is not None and not named:
        raise ProvenanceError("The origin's name is empty.", means=_NOTHING, do="Give the name of who says it in the end.")
    if correction.sourcing_type is None and correction.source is None and not named:
        raise ProvenanceError(
            "The correction sets nothing.", means=_NOTHING, do="Give the sourcing type, the source's words or the origin."
        )
    return correction


def not_yet_withdrawn(article: Article) -> Article:
    """An article that still counts. Raises ProvenanceError for one that was withdrawn before."""
    if article.withdrawn:
        raise ProvenanceError(f"The article {article.id} was withdrawn before.", means=_NOTHING)
    return article
