"""What a decision must say to be kept: a note its words, a letter its reason, evidence an address, a correction what it sets right.

The journal is only ever added to, so nothing empty may enter it.
"""

import re
from collections.abc import Sequence

from provenance.errors import ProvenanceError
from provenance.model.reliability import Letter
from provenance.model.review import ArticleCorrection, AttributionCorrection

NOTHING = "Nothing was kept; the journal is as it was."
_URL = re.compile(r"https?://[^\s/?#@]+(?:[/?#]\S*)?", re.IGNORECASE)
# The shape of a DOI: prefix 10 with a registrant, a slash, a suffix (DOI Handbook, section 2.2; ISO 26324).
_DOI = re.compile(r"(?:doi:\s?|https?://(?:dx\.)?doi\.org/)?10\.\d{4,9}(?:\.\d+)*/\S+", re.IGNORECASE)


def note(text: str) -> str:
    """A note that says something. Raises ProvenanceError."""
    if not text.strip():
        raise ProvenanceError("The note is empty.", means=NOTHING, do="Write what those who read it later should know.")
    return text


def letter(given: str) -> Letter:
    """A letter of the Admiralty code, in either case. Raises ProvenanceError."""
    try:
        return Letter(given.strip().upper())
    except ValueError:
        raise ProvenanceError(
            f"“{given}” is no letter of the Admiralty code.",
            means=NOTHING,
            do="Give A (completely reliable), B, C, D or E (unreliable), or F to withdraw a letter.",
        ) from None


def reason(why: str) -> str:
    """A reason that says something. Raises ProvenanceError."""
    if not why.strip():
        raise ProvenanceError(
            "A letter needs its reason.", means=NOTHING, do="Say what it rests on, for those who read it a year from now."
        )
    return why.strip()


def evidence(addresses: Sequence[str]) -> tuple[str, ...]:
    """Addresses that others can follow: http, https, or a DOI. Raises ProvenanceError naming the first that is none."""
    for given in addresses:
        if not (_URL.fullmatch(given.strip()) or _DOI.fullmatch(given.strip())):
            raise ProvenanceError(
                f"“{given}” is no address that others can follow.",
                means=NOTHING,
                do="Give one that begins with http:// or https://, or a DOI such as 10.1000/182; words belong in the note.",
            )
    return tuple(given.strip() for given in addresses)


def article_correction(correction: ArticleCorrection) -> ArticleCorrection:
    """A correction that sets an outlet or a day. Raises ProvenanceError."""
    bounds = correction.published
    if correction.outlet is not None and not correction.outlet.strip():
        raise ProvenanceError("The outlet's name is empty.", means=NOTHING, do="Give its registry key, name or domain.")
    if correction.outlet is None and (bounds is None or (bounds.earliest is None and bounds.latest is None)):
        raise ProvenanceError("The correction sets neither outlet nor day.", means=NOTHING, do="Give the outlet, the day, or both.")
    return correction


def attribution_correction(correction: AttributionCorrection) -> AttributionCorrection:
    """A correction that sets a type, a source or an origin. Raises ProvenanceError."""
    named = correction.origin_name is not None and correction.origin_name.strip()
    if correction.origin_name is not None and not named:
        raise ProvenanceError("The origin's name is empty.", means=NOTHING, do="Give the name of who says it in the end.")
    if correction.sourcing_type is None and correction.source is None and not named:
        raise ProvenanceError("The correction sets nothing.", means=NOTHING, do="Give the sourcing type, the source's words or the origin.")
    return correction
