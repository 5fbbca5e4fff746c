"""What stands against a claim counts with its independent origins, also with those that come in later."""

import json
from pathlib import Path

from provenance.desk import Desk
from provenance.model.chain import ConflictStatus
from provenance.model.queue import ClaimQuery
from provenance.model.reliability import Factor

HEALTH = "12 people were killed by a roadside bomb in Daraa on Sunday, the ministry of health said."
CRESCENT = "When a roadside bomb went off in Daraa on Sunday, 30 people were killed, volunteers of the Red Crescent said."
GOVERNOR = "According to the governor of Daraa, a bomb by the roadside killed 30 people in his town on Sunday."


def take_in(desk: Desk, tmp_path: Path, outlet: str, claim: str) -> None:
    article = {"id": outlet, "outlet": outlet, "published": "2023-05-21", "text": f"News\n\n{claim}\n"}
    file = tmp_path / f"{outlet}.jsonl"
    file.write_text(json.dumps(article), encoding="utf-8")
    assert not [item for item in desk.intake([file]).items if item.message]


def contradiction(desk: Desk, words: str) -> Factor:
    card = desk.card(desk.claims(ClaimQuery(text=words))[0].claim)
    return next(factor for factor in card.score.factors if factor.factor == "contradiction")


def test_a_further_origin_of_the_opposite_lowers_the_score_when_it_comes_in_and_an_echo_of_it_does_not(desk: Desk, tmp_path: Path) -> None:
    take_in(desk, tmp_path, "sana", HEALTH)
    take_in(desk, tmp_path, "reuters", CRESCENT)
    one = contradiction(desk, "health")
    take_in(desk, tmp_path, "north-press", GOVERNOR)
    two = contradiction(desk, "health")
    assert two.weight < one.weight < 0
    assert two.reason.endswith(", as 2 independent origins say")
    take_in(desk, tmp_path, "baladi-news", GOVERNOR)
    assert contradiction(desk, "health") == two


def test_scores_are_the_same_however_they_were_come_by(desk: Desk, tmp_path: Path) -> None:
    for outlet, claim in (("sana", HEALTH), ("reuters", CRESCENT), ("north-press", GOVERNOR)):
        take_in(desk, tmp_path, outlet, claim)
    before = {entry.claim: entry.score for entry in desk.claims(ClaimQuery())}
    desk.recompute()
    assert {entry.claim: entry.score for entry in desk.claims(ClaimQuery())} == before


def test_an_article_goes_on_contradicting_itself_whatever_becomes_of_the_groups_of_its_claims(desk: Desk, tmp_path: Path) -> None:
    states = "The army attacked the bridge in Latakia on Friday with 12 rockets, SANA reported."
    denies = "The army denied on Friday that the bridge in Latakia was attacked with rockets, officials said."
    take_in(desk, tmp_path, "north-press", f"{states}\n\n{denies}")
    take_in(desk, tmp_path, "reuters", "The mayor of Izmir rejected the new harbour budget, the council said.")
    (denial,) = desk.claims(ClaimQuery(text="denied"))
    (mayor,) = desk.claims(ClaimQuery(text="mayor"))
    assert desk.group_of(denial.claim).conflict is ConflictStatus.CONTESTED
    desk.merge([denial.claim, mayor.claim])
    assert desk.group_of(denial.claim).conflict is ConflictStatus.CONTESTED
    desk.undo()
    assert desk.group_of(denial.claim).conflict is ConflictStatus.CONTESTED
