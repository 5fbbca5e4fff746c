"""The tree drawn for a group: origins are roots, relays and outlets branches; a trail that cannot be followed ends in the unknown."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from provenance.model.chain import ClaimGroup, Collapse, Origin, TraceNode
from provenance.model.claim import Attribution, ClaimInContext
from provenance.model.source import SourcingType

UNKNOWN = "?"


@dataclass
class _Knot:
    key: str
    relation: str = ""
    claim: str | None = None
    echo: bool = False
    inferred: str | None = None
    children: dict[tuple[str, str | None], "_Knot"] = field(default_factory=dict)

    def child(self, key: str, relation: str, claim: str | None = None) -> "_Knot":
        return self.children.setdefault((key, claim), _Knot(key, relation, claim))


def origin_tree(group: ClaimGroup, members: Sequence[ClaimInContext], this: str, names: Mapping[str, str]) -> tuple[TraceNode, ...]:
    """The origins of a group with everything that passes them on; `names` gives the words to show for keys, `this` the claim looked at."""
    origins = {origin.key: origin for origin in group.origins}
    roots = {key: _Knot(key) for key in origins}
    outlets: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    perhaps = {**{p.claim: p.reason for p in group.presumed}, **{echo.claim: echo.reason for echo in group.suspected_echoes}}
    for item in sorted(members, key=lambda member: member.claim.id):
        outlets[item.article.outlet] = item.article.outlet_name
        for attribution, key, why in _trails(item, group, origins):
            leaf = _plant(roots.setdefault(key, _Knot(key)), item, attribution, why, first=(key, item.claim.article) not in seen)
            seen.add((key, item.claim.article))
            if key == UNKNOWN:
                leaf.inferred = perhaps.get(item.claim.id)
    presumed = {p.key: p.name for p in group.presumed}
    shown = {**presumed, **{o.key: o.name for o in group.origins}, **outlets, **names, UNKNOWN: "origin unknown"}
    ordered = [*origins, *(key for key in sorted(roots) if key not in origins)]
    return tuple(_node(roots[key], this, shown, origins) for key in ordered if roots[key].children)


def roots_of(item: ClaimInContext, group: ClaimGroup) -> frozenset[str]:
    """The keys of the origins under which the tree shows a claim; empty where its trail ends in the unknown."""
    origins = {origin.key: origin for origin in group.origins}
    return frozenset(key for _, key, _ in _trails(item, group, origins)) - {UNKNOWN}


def _trails(item: ClaimInContext, group: ClaimGroup, origins: Mapping[str, Origin]) -> list[tuple[Attribution | None, str, str | None]]:
    """For each attribution of a claim the root it belongs to, and why it was folded into it where it was."""
    own = [collapse for collapse in group.collapsed if collapse.claim == item.claim.id]
    folded = {collapse.into: collapse for collapse in own if collapse.rule != "unsure_reading"}
    doubted = next((collapse for collapse in own if collapse.rule == "unsure_reading"), None)
    trails: list[tuple[Attribution | None, str, str | None]] = []
    left = dict(folded)
    for attribution in item.claim.own_attributions:
        key = _among(attribution.origin, item, origins, left) if attribution.origin else None
        if key:
            collapse = left.pop(key, None)
            trails.append((attribution, key, collapse.reason if collapse and collapse.rule != "shared_origin" else None))
        elif attribution.origin:
            collapse = doubted or next(iter(left.values()), None)
            into = collapse.into if collapse else next(iter(origins), UNKNOWN)
            trails.append((attribution, into, collapse.reason if collapse else "counted with it"))
    if not trails and left:
        into = next(iter(left))
        trails.append((None, into, left[into].reason))
    return trails or [(None, UNKNOWN, None)]


def _among(origin: str, item: ClaimInContext, origins: Mapping[str, Origin], folded: Mapping[str, Collapse]) -> str | None:
    """The key under which an origin stands among the group's; a namesake of another stands with its article behind its name."""
    own = f"{origin}@{item.article.outlet}:{item.article.id[:8]}"
    apart = own if own in origins else next((key for key in folded if key.startswith(f"{origin}@")), None)
    return apart or (origin if origin in origins else None)


def _plant(root: _Knot, item: ClaimInContext, attribution: Attribution | None, why: str | None, *, first: bool) -> _Knot:
    """Hang a claim into the tree, along its chain from the origin down to its outlet."""
    chain = attribution.chain if attribution else (item.article.outlet,)
    ends_at_root = bool(attribution and chain and chain[-1] == attribution.origin)
    relays = [key for key in reversed(chain[1:-1] if ends_at_root else chain[1:]) if key != root.key]
    if (
        attribution
        and attribution.origin
        and attribution.origin != root.key
        and ends_at_root
        and not attribution.origin.startswith("unnamed-")
    ):
        relays.insert(0, attribution.origin)  # a relay that another report sees through stays in sight
    knot = root
    for depth, relay in enumerate(relays):
        knot = knot.child(relay, "quotes" if depth == 0 else "cites")
    relation = (
        "republishes"
        if item.article.republished_from and knot.key == item.article.republished_from
        else "repeats"
        if attribution is None and root.key != UNKNOWN
        else "publishes"
        if root.key == UNKNOWN
        else "cites"
        if relays
        else "quotes"
    )
    leaf = knot.child(item.article.outlet, relation, item.claim.id)
    leaf.inferred = why or ("attributed by another sentence of the article" if attribution and attribution.carried_over else None)
    leaf.echo = bool(why) or not first or relation == "republishes"
    return leaf


def _node(knot: _Knot, this: str, names: Mapping[str, str], origins: Mapping[str, Origin]) -> TraceNode:
    kind: SourcingType | None = origins[knot.key].sourcing_type if knot.key in origins else None
    return TraceNode(
        key=knot.key,
        label=names.get(knot.key, knot.key),
        sourcing_type=kind,
        relation=knot.relation,
        claim=knot.claim,
        is_this=knot.claim == this and knot.claim is not None,
        echo=knot.echo,
        inferred=knot.inferred,
        children=tuple(_node(knot.children[key], this, names, origins) for key in sorted(knot.children, key=lambda k: (k[0], k[1] or ""))),
    )
