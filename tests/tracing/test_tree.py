"""The tree of origins: roots are origins, branches pass on, and what nobody can follow ends in the unknown."""

import sys
from pathlib import Path

from provenance.model.chain import TraceNode
from provenance.model.source import SourcingType
from provenance.tracing import origin_tree, trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told

TEXT = "The harbour of Aden was closed to ships on Tuesday"
OFFICIAL = SourcingType.ANONYMOUS_OFFICIAL


def outline(nodes: tuple[TraceNode, ...], depth: int = 0) -> list[str]:
    return [line for node in nodes for line in ("  " * depth + node.label, *outline(node.children, depth + 1))]


def test_relays_stand_between_the_origin_and_its_outlets() -> None:
    one = told(TEXT, "Outlet A", by=[("unnamed-official@reuters:1", OFFICIAL, ("reuters",))])
    two = told(TEXT + " morning", "Outlet B", by=[("unnamed-official@reuters:2", OFFICIAL, ("reuters",))])
    group = trace([one, two]).groups[0]
    tree = origin_tree(group, [one, two], one.claim.id, {"reuters": "Reuters"})
    assert outline(tree) == ["unnamed-official@reuters:1", "  Reuters", "    Outlet A", "    Outlet B"]
    leaves = tree[0].children[0].children
    assert [leaf.is_this for leaf in leaves] == [True, False]
    assert leaves[1].echo
    assert leaves[1].inferred == "both pass on an unnamed source of reuters"


def test_claims_without_an_origin_hang_under_the_unknown() -> None:
    one, two = told(TEXT, "Outlet A"), told(TEXT + " morning", "Outlet B")
    group = trace([one, two]).groups[0]
    assert outline(origin_tree(group, [one, two], one.claim.id, {})) == ["origin unknown", "  Outlet A", "  Outlet B"]


def test_the_number_of_roots_is_the_number_of_origins() -> None:
    one = told(TEXT, "Outlet A", by=[("tass", SourcingType.STATE_AGENCY)])
    two = told(TEXT + " morning", "Outlet B", by=[("unnamed-official@afp:2", OFFICIAL, ("afp",))])
    group = trace([one, two]).groups[0]
    tree = origin_tree(group, [one, two], one.claim.id, {})
    assert len(tree) == len(group.origins)
