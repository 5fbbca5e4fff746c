"""`merge`, `split` and `independent`: what a person says about groups and their origins, which no machine overrules."""

from typing import TYPE_CHECKING, Annotated

import typer

from provenance.cli.chosen import desk_of
from provenance.cli.claims import SHORT
from provenance.cli.review import Why
from provenance.cli.show import ClaimId, named, names_on
from provenance.cli.terminal import counted, say

if TYPE_CHECKING:
    from provenance.model.queue import ClaimCard

ClaimIds = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM", help="Ids of claims, or beginnings of them that no other claim has.", show_default=False),
]


def add_to(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(merge)
    app.command()(split)
    app.command()(independent)


def merge(context: typer.Context, claims: ClaimIds, why: Why = None) -> None:
    """Put claims into one group: they say the same. The other claims of their groups come along."""
    with desk_of(context) as desk:
        entry = desk.merge([desk.resolve(claim) for claim in claims], why)
        group = desk.group_of(entry.claims[0].claim)
    together = set(group.claims)
    apart = sum(ref.claim not in together for ref in (*entry.claims, *entry.companions))
    held = f" {counted(apart, 'claim')} stayed apart, as a person said before; name it here if it belongs to them." if apart else ""
    say(f"Kept as {entry.reviewer}: a group of {counted(len(group.claims), 'claim')}.{held} `provenance undo` takes it back.")


def split(context: typer.Context, claims: ClaimIds, why: Why = None) -> None:
    """Take claims out of their group: they say something else. No later article brings them together with the others again."""
    with desk_of(context) as desk:
        entry = desk.split([desk.resolve(claim) for claim in claims], why)
    others = counted(len(entry.companions), "other")
    say(f"Kept as {entry.reviewer}: {counted(len(entry.claims), 'claim')} split from {others}. `provenance undo` takes it back.")


def independent(
    context: typer.Context,
    claim: ClaimId,
    origin: Annotated[
        str | None,
        typer.Argument(
            metavar="ORIGIN",
            help="The origin it was counted with, by the name that `show` prints, or its key; needed where there are several.",
            show_default=False,
        ),
    ] = None,
    why: Why = None,
) -> None:
    """Count a claim's source as an origin of its own. It was counted once with another one; `show` says why."""
    with desk_of(context) as desk:
        card = desk.card(desk.resolve(claim))
        into = _origin(card, origin)
        entry = desk.reject_collapse(card.claim.id, into, why)
    name = named(into, names_on(card))
    say(f"Kept as {entry.reviewer}: {card.claim.id[:SHORT]} is independent of {name}. `provenance undo` takes it back.")


def _origin(card: "ClaimCard", words: str | None) -> str:
    """The key of the origin that is meant, among those with which the claim was counted once. Raises ProvenanceError."""
    from provenance.errors import ProvenanceError

    names = names_on(card)
    into = {collapse.into: named(collapse.into, names) for collapse in card.group.collapsed if collapse.claim == card.claim.id}
    if not into:
        raise ProvenanceError(
            f"Claim {card.claim.id[:SHORT]} was not counted with any other origin.",
            means="Nothing was kept; the journal is as it was.",
            do=f"See what was counted once with: provenance show {card.claim.id[:SHORT]}",
        )
    wanted = (words or "").strip().casefold()
    for fits in (str.__eq__, str.startswith):
        found = [key for key, name in into.items() if any(fits(each.casefold(), wanted) for each in (key, name))]
        if len(found) == 1:
            return found[0]
    listed = "".join(f"\n  {name} ({key})" for key, name in into.items())
    which = f"“{words}” is none, or not one alone, of the origins" if words else "There are several origins"
    raise ProvenanceError(
        f"{which} with which claim {card.claim.id[:SHORT]} was counted.", means="Nothing was kept.", do=f"Name one of these:{listed}"
    )
