"""Echoes: a capital verdict reaches exactly the claims that the origin tree shows under an origin of the claim."""

from pathlib import Path

from provenance.desk import Desk
from provenance.model.chain import TraceNode
from provenance.model.review import Verdict

TOLDS = [
    ("BBC News", "The Adana bridge collapsed on Friday, the Roads and Bridges Authority (RBA) said."),
    ("CNN", "The Adana bridge collapsed on Friday, according to the RBA."),
    ("Reuters", "On Friday the Adana bridge collapsed, the Red Crescent said."),
    ("AFP", "The Adana bridge collapsed on Friday."),
]


def claims_under(node: TraceNode) -> set[str]:
    own = {node.claim} if node.claim else set()
    return own.union(*(claims_under(child) for child in node.children))


def test_a_capital_verdict_reaches_what_the_tree_shows_under_the_same_origin(tmp_path: Path) -> None:
    for n, (outlet, text) in enumerate(TOLDS):
        (tmp_path / f"{n}.txt").write_text(f"{outlet}\n5 March 2022\n\n{text}\n", encoding="utf-8")
    with Desk.open(tmp_path / "a.db", reviewer="r") as desk:
        desk.intake(sorted(tmp_path.glob("*.txt")))
        largest = desk.archive.groups(limit=1)[0]
        assert len(largest.claims) == len(TOLDS)
        for claim in largest.claims:
            roots = [root for root in desk.card(claim).tree if root.key != "?"]
            shown = {claim}.union(*(claims_under(root) for root in roots if claim in claims_under(root)))
            entry = desk.judge(claim, Verdict.SUPPORTED, echoes=True)
            assert {ref.claim for ref in entry.claims} == shown
