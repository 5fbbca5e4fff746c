"""What the desk refuses: a database that is not there, a claim that counts no longer, groups that cannot be merged or split."""

from collections.abc import Sequence
from pathlib import Path

from provenance.desk.checked import NOTHING
from provenance.errors import ArchiveError, NotFound, ProvenanceError
from provenance.model.article import Article
from provenance.model.chain import ClaimGroup
from provenance.model.claim import Claim
from provenance.scoring import NOBODY
from provenance.storage.archive import Archive
from provenance.storage.engine import address


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


def several_groups(claims: Sequence[Claim], groups: Sequence[ClaimGroup]) -> list[ClaimGroup]:
    """The groups to merge, each once: those of two claims or more that are not in one group yet. Raises ProvenanceError."""
    if len({claim.id for claim in claims}) < 2:
        raise ProvenanceError("A merge needs two claims or more.", means=NOTHING, do="Name those that say the same.")
    several = {group.id or claim.id: group for claim, group in zip(claims, groups, strict=True)}
    if len(several) < 2:
        which = "These claims are" if len(claims) > 2 else "Both claims are"
        raise ProvenanceError(f"{which} in one group already.", means=NOTHING, do=f"See it with: provenance show {claims[0].id[:8]}")
    return list(several.values())


def one_group_with_others(claims: Sequence[Claim], groups: Sequence[ClaimGroup]) -> ClaimGroup:
    """The group to split: the one of all these claims, which holds others too. Raises ProvenanceError."""
    if not claims:
        raise ProvenanceError("A split needs a claim.", means=NOTHING, do="Name what does not belong with the others of its group.")
    group = groups[0]
    if len({other.id or claim.id for claim, other in zip(claims, groups, strict=True)}) > 1:
        raise ProvenanceError("These claims are in several groups.", means=NOTHING, do="Split one group at a time.")
    if len(group.claims) == 1:
        raise ProvenanceError(
            f"Claim {claims[0].id[:8]} is alone in its group: there is nothing to split it from.",
            means=NOTHING,
            do="If others stand against it, that is a conflict and no group.",
        )
    if set(group.claims) <= {claim.id for claim in claims}:
        raise ProvenanceError(
            "These are all the claims of their group.", means=NOTHING, do="Name only those that do not belong with the others."
        )
    return group


def folded_into(claim: Claim, origin_key: str, group: ClaimGroup) -> None:
    """That a claim is counted with this origin, and not as one of its own. Raises ProvenanceError."""
    into = [collapse.into for collapse in group.collapsed if collapse.claim == claim.id]
    if origin_key not in into:
        known = f"It is counted with {', '.join(into)}." if into else "It is counted with no origin but what it shows itself."
        raise ProvenanceError(
            f"Claim {claim.id[:8]} is not counted with {origin_key}.",
            means=f"{known} {NOTHING}",
            do=f"See: provenance show {claim.id[:8]}",
        )


def gradable(key: str) -> str:
    """The key of a source, unless it stands for publishers of whom nothing is known. Raises ProvenanceError."""
    if key == NOBODY:
        raise ProvenanceError(
            "Who published these texts is not known, and they need not have one publisher.",
            means=NOTHING,
            do="Set right who published an article first: provenance articles correct",
        )
    return key


def not_yet_withdrawn(article: Article) -> Article:
    """An article that still counts. Raises ProvenanceError for one that was withdrawn before."""
    if article.withdrawn:
        raise ProvenanceError(f"The article {article.id} was withdrawn before.", means=NOTHING)
    return article
