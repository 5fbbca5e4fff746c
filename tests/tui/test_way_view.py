"""Under the tree: suspicions with both texts, changes from report to report, and the missing steps, within the width of the pane."""

from rich.cells import cell_len

from provenance.desk import Desk
from provenance.model.chain import PresumedOrigin, Step, StepKind, SuspectedEcho
from provenance.model.changes import MOST_SHOWN, Change, ChangeKind, Passage
from provenance.model.queue import ClaimCard, ClaimQuery
from provenance.model.text import Span
from tui.look import ASCII, UNICODE
from tui.widgets.chain_view import chain_view
from tui.widgets.way_view import changed, settling, suspected


def card_of(desk: Desk, words: str) -> ClaimCard:
    return desk.card(desk.claims(ClaimQuery(text=words), 0, 1)[0].claim)


def with_more(card: ClaimCard) -> ClaimCard:
    own, other = card.claim.id, "another"
    there = card.entry.model_copy(update={"claim": other, "text": "Somebody else [/b] told it \x1b[31mbefore", "outlet_name": "外交部"})
    group = card.group.model_copy(
        update={
            "suspected_echoes": (SuspectedEcho(claim=own, of=other, reason="it may repeat what was told", earlier=True),),
            "presumed": (PresumedOrigin(claim=own, key="afp", name="AFP", reason="the article credits AFP"),),
        }
    )
    before = (Passage(claim=other, span=Span(0, 8), words="in years"),)
    changes = [Change(kind=ChangeKind.SCOPE, earlier=other, later=own, before=before)]
    changes += [Change(kind=ChangeKind.HEDGE, earlier=other, later=f"report {n}", before=before) for n in range(MOST_SHOWN + 2)]
    steps = (Step(kind=StepKind.SECOND_ORIGIN, look_for="a second origin", reason="all goes back to one"),)
    return card.model_copy(update={"group": group, "members": (card.entry, there), "changes": tuple(changes), "steps": steps})


def plain(lines: list) -> str:
    return "\n".join(line.plain for line in lines)


def test_both_texts_of_a_suspected_echo_are_drawn_and_so_is_a_credit(valley: Desk) -> None:
    card = with_more(card_of(valley, "turbines"))
    drawn = " ".join(plain(suspected(card, 200, UNICODE)).split())
    assert "suspected echo, inferred" in drawn
    assert card.claim.text in drawn
    assert "Somebody else [/b] told it ␛[31mbefore" in drawn
    assert "perhaps from AFP, inferred" in drawn


def test_the_changes_of_this_claim_stand_first_and_the_many_are_counted(valley: Desk) -> None:
    drawn = plain(changed(with_more(card_of(valley, "turbines")), 80, UNICODE)).strip().split("\n")
    assert drawn[0] == "what changed on the way"
    assert "scope: “in years” was lost" in drawn[2]
    assert drawn[-1].strip() == "and in 3 further reports"


def test_the_missing_step_stands_in_the_pane_with_its_reason(valley: Desk) -> None:
    card = with_more(card_of(valley, "turbines"))
    assert plain(settling(card, 80, UNICODE)).split("\n")[1:] == [
        "what would settle it",
        "  a second origin",
        "  ↳ all goes back to one",
    ]
    assert "a second origin" in chain_view(card, 80, UNICODE).plain
    assert changed(card_of(valley, "turbines"), 80, UNICODE) == []


def test_no_line_is_wider_than_its_pane(valley: Desk) -> None:
    card = with_more(card_of(valley, "turbines"))
    for width in (44, 66, 76):
        for signs in (UNICODE, ASCII):
            assert all(cell_len(line) <= width for line in chain_view(card, width, signs).plain.split("\n"))
