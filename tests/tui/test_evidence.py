"""The trail and the score are drawn so that origins can be counted and every step has its reason."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from provenance.desk import Desk
from provenance.model.article import TextStatus
from provenance.model.chain import Conflict, ConflictKind, Severity, TraceNode
from provenance.model.queue import ClaimCard, ClaimQuery
from provenance.model.source import SourcingType
from tui.look import ASCII, UNICODE
from tui.picture import draw
from tui.screens.citation import citation
from tui.widgets.article_view import marks
from tui.widgets.chain_view import chain_summary, chain_view, knots
from tui.widgets.score_view import score_view


def card_of(desk: Desk, words: str) -> ClaimCard:
    return desk.card(desk.claims(ClaimQuery(text=words), 0, 1)[0].claim)


def with_tree(card: ClaimCard, *tree: TraceNode) -> ClaimCard:
    return card.model_copy(update={"tree": tree})


def origin(name: str, *children: TraceNode, denial: bool = False) -> TraceNode:
    return TraceNode(key=name, label=name, sourcing_type=SourcingType.WIRE_AGENCY, denial=denial, children=children)


def outlet(name: str, **marks: object) -> TraceNode:
    return TraceNode(key=name, label=name, relation="cites", **marks)


def test_origins_are_numbered_roots_and_a_denial_is_a_root_that_is_marked(valley: Desk) -> None:
    card = with_tree(
        card_of(valley, "turbines"), origin("Reuters", outlet("Here", is_this=True)), origin("SANA", outlet("There"), denial=True)
    )
    drawn = chain_view(card, 70, UNICODE).plain.split("\n")
    assert drawn[0].startswith("▼ 1 Reuters")
    assert drawn[1].startswith("  └─ Here")
    assert "◀ this claim" in drawn[1]
    assert drawn[2].startswith("▼ × 2 SANA")
    assert "denies" in drawn[2]


def test_a_trail_that_cannot_be_followed_ends_in_a_question_mark(valley: Desk) -> None:
    card = with_tree(card_of(valley, "turbines"), TraceNode(key="?", label="origin unknown", children=(outlet("Here"),)))
    assert chain_view(card, 70, UNICODE).plain.startswith("? origin unknown")


def test_a_long_run_of_outlets_folds_but_keeps_this_claim(valley: Desk) -> None:
    run = [outlet(f"Outlet {number}", is_this=number == 17) for number in range(18)]
    card = with_tree(card_of(valley, "turbines"), origin("Reuters", *run))
    drawn = chain_view(card, 70, UNICODE).plain
    assert "12 more outlets" in drawn
    assert "Outlet 17" in drawn
    assert "Outlet 9" not in drawn
    assert len(knots(card.tree, UNICODE)) == 8


def test_an_inferred_link_says_what_it_is_inferred_from(valley: Desk) -> None:
    card = with_tree(card_of(valley, "turbines"), origin("Reuters", outlet("Here", inferred="carried over from the sentence before")))
    assert "↳ inferred: carried over from the sentence before" in chain_view(card, 70, UNICODE).plain


def test_the_frame_counts_what_stands_against_the_claim_in_the_pane(valley: Desk) -> None:
    card = card_of(valley, "turbines")
    assert chain_summary(card, UNICODE).endswith("0 against")
    against = Conflict(a=card.claim.id, b="other", kind=ConflictKind.QUANTITY, severity=Severity.HIGH, reason="12 against 30")
    contested = card.model_copy(update={"conflicts": ((against, card.entry),)})
    assert "× against it" in chain_view(contested, 70, UNICODE).plain
    assert chain_summary(contested, UNICODE).endswith("1 against")


def test_what_the_labeller_found_says_so_and_how_sure_it_is(valley: Desk) -> None:
    card = card_of(valley, "turbines")
    assert "labeller" not in chain_view(card, 70, UNICODE).plain
    heard = card.claim.attributions[0].model_copy(update={"rule": "labeller: goes on", "confidence": 0.834})
    claim = card.claim.model_copy(update={"attributions": (heard,)})
    drawn = chain_view(card.model_copy(update={"claim": claim}), 70, UNICODE).plain
    assert f"found by the labeller, 0.83 sure: {heard.origin_name}" in " ".join(drawn.split())


def test_attitudes_in_the_outlets_own_voice_are_not_marked_as_who_says_it(valley: Desk) -> None:
    claim = card_of(valley, "turbines").claim
    stance = claim.attributions[0]
    assert marks(claim.model_copy(update={"attributions": (), "stances": (stance,)})) == marks(
        claim.model_copy(update={"attributions": ()})
    )


def test_no_line_of_the_trail_is_wider_than_its_pane(valley: Desk) -> None:
    long = "An outlet with a name that goes on and on, as some of them do, in every language " * 2
    card = with_tree(card_of(valley, "turbines"), origin(long, outlet("外交部发言人" * 9, is_this=True), outlet(long, echo=True)))
    for width in (44, 66, 76):
        for signs in (UNICODE, ASCII):
            assert all(cell_len(line) <= width for line in chain_view(card, width, signs).plain.split("\n"))


def test_the_score_card_shows_every_step_with_its_reason_and_sums_to_the_score(valley: Desk) -> None:
    card = card_of(valley, "repairs")
    drawn = score_view(card, 60, UNICODE).plain
    flat = " ".join(drawn.split())
    for factor in card.score.factors:
        if factor.factor != "start":
            assert factor.factor.replace("_", " ") in drawn
            assert factor.reason in flat
    assert card.score.grade in drawn
    assert "What would change it" in drawn
    assert "The source" in drawn
    assert "The information" in drawn


def test_words_that_bring_their_own_quotation_marks_get_no_second_pair(valley: Desk) -> None:
    card = card_of(valley, "repairs")
    step = card.score.factors[0].model_copy(update={"factor": "distancing", "words": "“safe zone”"})
    shown = card.model_copy(update={"score": card.score.model_copy(update={"factors": (step,)})})
    assert "““" not in score_view(shown, 60, UNICODE).plain


def test_the_starting_point_drawn_is_the_one_that_the_method_states(valley: Desk) -> None:
    card = card_of(valley, "repairs")
    start, *steps = card.score.factors
    hopeful = start.model_copy(update={"weight": 0.4})
    shown = card.model_copy(update={"score": card.score.model_copy(update={"factors": (hopeful, *steps), "value": 0.9999})})
    line = next(line for line in score_view(shown, 60, UNICODE).plain.split("\n") if line.startswith("starting point"))
    assert line.split() == ["starting", "point", "+0.40", "(0.60)"]


@pytest.mark.parametrize("status", [TextStatus.RESTATED, TextStatus.TRANSLATED])
def test_a_citation_of_a_restated_or_translated_text_quotes_nothing(valley: Desk, status: TextStatus) -> None:
    card = card_of(valley, "repairs")
    assert f"“{card.claim.text}”" in citation(card)
    article = card.article.model_copy(update={"text_status": status})
    restated = citation(card.model_copy(update={"article": article}))
    assert "“" not in restated.replace(card.claim.text, "")
    assert f"[{status.value} text]" in restated


async def test_the_picture_for_the_readme_shows_the_real_screen(tmp_path: Path, open_desk: Callable[..., Desk]) -> None:
    await draw(tmp_path / "screen.svg", "dark")
    drawn = (tmp_path / "screen.svg").read_text(encoding="utf-8").replace("&#160;", " ")
    assert drawn.startswith("<svg")
    assert "weakest first" in drawn
    assert "this claim" in drawn
    assert "@font-face" not in drawn
    assert "@import" not in drawn
    assert all(address.startswith("#") for address in re.findall(r"url\(\s*([^)]*)", drawn))
    assert re.findall(r"(?:href|src)\s*=", drawn) == []
