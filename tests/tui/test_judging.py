"""One key a verdict: it goes to the claim under the cursor, nothing is lost, and everything can be undone."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from piloting import NARROW, WIDE, all_rows, hold, pane, press, rows, said, settle, settled, top
from textual.widgets import Input, Static, TextArea

from provenance.desk import Desk
from provenance.model.article import PublicationBounds
from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery
from provenance.model.review import Action, AttributionCorrection, Verdict
from tui.app import ProvenanceApp
from tui.screens.dialogs import ErrorDialog
from tui.screens.fix_article import ArticleDialog, in_field, read_bounds
from tui.widgets.key_line import KeyLine
from tui.widgets.reading import Reading, marked_by_hand
from tui.widgets.word_picker import WordPicker

RunApp = Callable[..., ProvenanceApp]
EVERYTHING = ClaimQuery()


async def test_a_verdict_key_judges_the_claim_and_goes_on_to_the_next_unreviewed(valley: Desk, run_app: RunApp) -> None:
    second = valley.claims(EVERYTHING, 1, 1)[0]
    valley.judge(second.claim, Verdict.REFUTED)
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        first = screen.claims.entry
        assert first is not None
        before = rows(screen)
        await press(pilot, "e")
        assert valley.entry(first.claim).verdict is Verdict.NOT_ENOUGH_EVIDENCE
        assert screen.claims.cursor == 2
        assert said(screen) == "claim 1: not enough evidence · u undoes"
        assert "2 of" in top(screen)
        assert rows(screen)[0][5:] == before[0][5:]  # the row stays where it was
        assert " E " in rows(screen)[0][:8]


async def test_keys_held_down_judge_every_claim_once_and_lose_none(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        order = [entry.claim for entry in all_rows(screen)]
        keys = "srecx" * 4
        await hold(pilot, keys[: len(order)])
        words = {"s": "supported", "r": "refuted", "e": "not_enough_evidence", "c": "conflicting_evidence", "x": "not_a_claim"}
        assert [valley.entry(claim).verdict for claim in order] == [words[key] for key in keys[: len(order)]]
        assert "all reviewed" in said(screen)


async def test_a_held_key_runs_over_page_ends_without_losing_a_claim(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path
) -> None:
    text = " ".join(f"Bridge number {n} was opened in May, the ministry said." for n in range(140))
    (tmp_path / "bridges.txt").write_text(text, encoding="utf-8")
    desk = open_desk()
    desk.intake([tmp_path / "bridges.txt"])
    total = desk.progress(EVERYTHING).total
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await hold(pilot, "s" * total)
    assert desk.progress(EVERYTHING).reviewed == total
    assert len(desk.card(desk.claims(EVERYTHING, 0, 1)[0].claim).journal) == 1


async def test_in_a_list_of_open_claims_judged_rows_stay_and_none_is_skipped(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path
) -> None:
    text = " ".join(f"Bridge number {n} was opened in May, the ministry said." for n in range(140))
    (tmp_path / "bridges.txt").write_text(text, encoding="utf-8")
    desk = open_desk()
    desk.intake([tmp_path / "bridges.txt"])
    total = desk.progress(EVERYTHING).total
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "slash", *"is:open", "enter")
        first = screen.claims.entry
        await hold(pilot, "s" * total)
        assert first is not None
        await press(pilot, "g")
        assert screen.claims.entry is not None
        assert screen.claims.entry.claim == first.claim
    assert desk.progress(EVERYTHING).reviewed == total


async def test_verdicts_that_move_scores_move_no_row_and_the_scores_in_sight_are_those_of_now(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path
) -> None:
    agencies = ("SANA", "Reuters", "Anadolu")
    text = " ".join(f"Bridge number {n} in Aleppo was opened in May, {agencies[n % 3]} said." for n in range(240))
    (tmp_path / "bridges.md").write_text(f"---\noutlet: North Press\npublished: 2024-06-01\n---\n\n{text}\n", encoding="utf-8")
    desk = open_desk()
    desk.intake([tmp_path / "bridges.md"])
    before = [entry.claim for entry in desk.claims(EVERYTHING, 0, 500)]
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await hold(pilot, "s" * 12)
        await asyncio.sleep(0.3)  # until the keys are known to rest
        await settle(pilot)
        assert [entry.claim for entry in desk.claims(EVERYTHING, 0, 500)] != before, "the scores have moved"
        here = screen.claims.entry
        assert here is not None
        assert here.score == desk.entry(here.claim).score, "shown as it is now"
        assert screen.card is not None
        assert screen.card.entry.score == here.score, "and so are its reasons"
        seen = []
        for row in range(len(before)):
            screen.claims.move_to(row)
            entry = await screen.claims.entry_now()
            assert entry is not None
            seen.append(entry.claim)
        assert seen == before
        await press(pilot, "o", "o", "o", "o", "o", "o")  # once around: asked for anew
        rows = [entry.claim for row in range(90) if (entry := screen.claims.pages.row(row)) is not None]
        assert rows == [entry.claim for entry in desk.claims(EVERYTHING, 0, 90)][: len(rows)]


async def test_a_capital_judges_the_echoes_too_and_one_undo_takes_all_back(valley: Desk, run_app: RunApp) -> None:
    echoes = [entry for entry in valley.claims(EVERYTHING, 0, 50) if entry.standing is Standing.ECHO]
    folded = {collapse.claim for entry in echoes for collapse in valley.card(entry.claim).group.collapsed}
    echo = next(entry for entry in echoes if entry.claim not in folded)
    members = {entry.claim for entry in valley.card(echo.claim).members}
    assert len(members) > 1
    app = run_app()
    app.kept.cursors = {valley.db_label: echo.claim}
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        assert screen.claims.entry == echo
        await press(pilot, "R")
        judged = {entry.claim for entry in valley.claims(EVERYTHING, 0, 50) if entry.verdict is Verdict.REFUTED}
        assert echo.claim in judged
        assert len(judged) > 1
        assert f"{len(judged)} claims" in said(screen)
        await press(pilot, "u")
        assert valley.progress(EVERYTHING).reviewed == 0
        assert "undone: refuted" in said(screen)
        assert not any(entry.verdict for entry in all_rows(screen))
        assert screen.claims.entry is not None
        assert screen.claims.entry.claim in judged


async def test_undo_and_redo_reach_back_over_a_restart(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        first = screen.claims.entry
        await press(pilot, "s", "r")
    assert first is not None
    again = run_app()
    async with again.run_test(size=WIDE) as pilot:
        screen = await settled(again, pilot)
        await press(pilot, "u", "u")
        assert valley.progress(EVERYTHING).reviewed == 0
        assert screen.claims.entry is not None
        assert screen.claims.entry.claim == first.claim
        await press(pilot, "ctrl+r")
        assert valley.entry(first.claim).verdict is Verdict.SUPPORTED
        assert said(screen) == "redone: supported"
        await press(pilot, "ctrl+r", "ctrl+r")
        assert said(screen) == "nothing to redo"


async def test_several_marked_claims_take_one_verdict(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        marked = [entry.claim for entry in all_rows(screen)[:3]]
        await press(pilot, "v", "v", "v")
        assert "3 marked" in str(screen.claims.border_subtitle)
        await press(pilot, "x")
        assert [valley.entry(claim).verdict for claim in marked] == [Verdict.NOT_A_CLAIM] * 3
        assert not screen.claims.marked
        assert screen.claims.cursor == 3
        assert said(screen) == "3 claims: not a claim · one u undoes all 3"
        await press(pilot, "u")
        assert valley.progress(EVERYTHING).reviewed == 0
        assert said(screen) == "undone: not a claim, 3 claims"


async def test_a_capital_over_marked_claims_says_how_many_echoes_came_along(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        count = len(all_rows(screen))
        echo = next(row for row, entry in enumerate(all_rows(screen)) if len(valley._with_echoes(entry.claim)) > 1)
        screen.claims.move_to(echo)
        await press(pilot, "v", "S")
        judged = valley.progress(EVERYTHING).reviewed
        assert 1 < judged < count
        assert said(screen) == f"{judged} claims, {judged - 1} of them echoes: supported · one u undoes all {judged}"
        await press(pilot, "u")
        assert valley.progress(EVERYTHING).reviewed == 0


async def test_a_note_is_kept_with_its_signs_and_dropped_with_escape(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        entry = screen.claims.entry
        assert entry is not None
        await press(pilot, "w")
        app.screen.query_one(TextArea).text = "see [b]page 3[/b], line [sic]"
        await press(pilot, "ctrl+s")
        assert "see [b]page 3[/b], line [sic]" in pane(screen, "notes")
        await press(pilot, "w", "n", "o", "escape")
        assert valley.entry(entry.claim).notes == 1


async def test_who_says_a_claim_can_be_set_right_in_words_of_the_sentence(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "slash", *"turbines", "enter")
        entry = screen.claims.entry
        assert entry is not None
        await press(pilot, "a")
        picker = app.screen.query_one(WordPicker)
        picker.focus()
        await press(pilot, "backspace", *["left"] * 30, "space")
        app.screen.query_one("#origin", Input).value = "Reuters"
        await press(pilot, "ctrl+s")
        entries = [kept for kept in valley.card(entry.claim).journal if kept.action is Action.CORRECT_ATTRIBUTION]
        assert len(entries) == 1
        correction = entries[0].attribution
        assert correction is not None
        assert correction.origin_name == "Reuters"
        assert correction.source is not None
        article = valley.reading(entry.article).article
        assert [span.within(article.text) for span in correction.source] == ["Reuters"]
        assert "attribution set right" in pane(screen, "notes")


async def test_a_correction_in_which_nothing_was_changed_is_not_written(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        for entry in all_rows(screen):
            await press(pilot, "a", "ctrl+s")
            assert said(screen) == "nothing changed, nothing written"
            assert valley.card(entry.claim).journal == ()
            await press(pilot, "j")
        assert said(screen) == ""


async def test_an_origin_of_escapes_is_shown_harmless_where_it_can_be_set_right(valley: Desk, run_app: RunApp) -> None:
    first = valley.claims(ClaimQuery(), 0, 1)[0].claim
    valley.correct_attribution(first, AttributionCorrection(origin_name="Ali \x1b[2J\x1b]0;x\x07\u202eX"))
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(pilot, "a")
        field = app.screen.query_one("#origin", Input)
        assert field.value.startswith("Ali ")
        assert not {"\x1b", "\x07", "\u202e"} & set(field.value)


async def test_a_sentence_that_was_passed_over_becomes_a_claim_in_the_reader(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path
) -> None:
    (tmp_path / "talks.txt").write_text(
        "The ministry said that the talks ended on Friday.\n\nShould the bridge be rebuilt?\n", encoding="utf-8"
    )
    desk = open_desk()
    desk.intake([tmp_path / "talks.txt"])
    before = desk.progress(EVERYTHING).total
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "enter", "j", "plus")
        assert desk.progress(EVERYTHING).total == before + 1
        reading = app.screen.query_one(Reading)
        assert reading.sentence is not None
        assert marked_by_hand(reading.sentence)
        assert "+ marked by hand" in str(reading.border_subtitle)
        assert "u undoes" in app.screen.query_one(KeyLine).said
        await press(pilot, "u")
        assert desk.progress(EVERYTHING).total == before
        assert app.screen.query_one(KeyLine).said == "undone: marked as a claim"
        assert "marked by hand" not in str(reading.border_subtitle)
        await press(pilot, "ctrl+r")
        assert desk.progress(EVERYTHING).total == before + 1
        await press(pilot, "escape")
        assert app.screen is screen
        assert any("rebuilt" in entry.text for entry in all_rows(screen))


async def test_outlet_and_date_of_an_article_are_set_right_in_the_reader_and_undone(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await settled(app, pilot)
        entry = screen.claims.entry
        assert entry is not None
        before = valley.reading(entry.article).article.masthead
        await press(pilot, "enter", "O")
        app.screen.query_one("#outlet", Input).value = "Reuters"
        app.screen.query_one("#date", Input).value = "next week"
        await press(pilot, "enter")
        assert isinstance(app.screen, ArticleDialog)
        assert "no date" in str(app.screen.query_one("#wrong", Static).content)
        app.screen.query_one("#date", Input).value = "2024-05-01..2024-05-03"
        await press(pilot, "enter")
        after = valley.reading(entry.article).article.masthead
        assert after.outlet == "reuters"
        assert after.published == PublicationBounds(earliest=date(2024, 5, 1), latest=date(2024, 5, 3), basis=("set by reader",))
        assert app.screen.query_one(KeyLine).said == "article set right · u undoes"
        assert "Reuters" in str(app.screen.query_one(Reading).border_title)
        await press(pilot, "u")
        assert valley.reading(entry.article).article.masthead == before
        await press(pilot, "O", "enter")
        assert app.screen.query_one(KeyLine).said == "nothing changed, nothing written"
        assert valley.reading(entry.article).article.masthead == before


async def test_an_article_is_withdrawn_with_a_reason_and_brought_back(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        entry = screen.claims.entry
        assert entry is not None
        everything = screen.claims.pages.total
        await press(pilot, "enter", "W", "enter")
        assert "no reason" in app.screen.query_one(KeyLine).said
        await press(pilot, "W", *"hoax", "enter")
        assert valley.reading(entry.article).article.withdrawn
        assert "withdrawn" in str(app.screen.query_one(Reading).border_title)
        await press(pilot, "escape")
        assert app.screen is screen
        assert 0 < screen.claims.pages.total < everything
        assert {row.article for row in all_rows(screen)}.isdisjoint({entry.article})
        await press(pilot, "u")
        assert not valley.reading(entry.article).article.withdrawn
        assert screen.claims.pages.total == everything


@pytest.mark.parametrize("words", ["2024-13-01", "..", "2024-05-03..2024-05-01", "soon"])
def test_what_is_no_date_is_not_guessed_at(words: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        read_bounds(words, "set by reader")


@pytest.mark.parametrize("words", ["2024-05-06", "2024-05-01..2024-05-03", "..2024-05-03", "2024-05-01.."])
def test_a_date_is_typed_as_the_field_shows_it(words: str) -> None:
    assert in_field(read_bounds(words, "set by reader")) == words


def test_an_unknown_date_is_an_answer_too() -> None:
    assert read_bounds("unknown", "set by reader") == PublicationBounds(basis=("set by reader",))


async def test_an_origin_counted_as_one_can_be_held_apart_at_any_size(valley: Desk, run_app: RunApp) -> None:
    found = None
    for entry in valley.claims(EVERYTHING, 0, 50):
        card = valley.card(entry.claim)
        found = next((collapse for collapse in card.group.collapsed if collapse.claim == entry.claim), found)
    assert found is not None
    for size, keys in ((WIDE, ["tab", "tab"]), (NARROW, ["tab"])):
        app = run_app()
        app.kept.cursors = {valley.db_label: found.claim}
        async with app.run_test(size=size) as pilot:
            screen = await settled(app, pilot)
            await press(pilot, *keys)
            assert "same origin" in pane(screen, "chain")
            assert "(h holds them apart)" in " ".join(pane(screen, "chain").split())
            await press(pilot, "h", *"own reporter", "enter")
            kept = [entry for entry in valley.card(found.claim).journal if entry.action is Action.REJECT_COLLAPSE]
            assert kept[-1].note == "own reporter"
            assert found not in valley.card(found.claim).group.collapsed
            await press(pilot, "u")
            assert found in valley.card(found.claim).group.collapsed


async def test_a_verdict_that_cannot_be_written_is_shown_as_not_given(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        entry = screen.claims.entry
        assert entry is not None
        valley.withdraw_article(entry.article)
        await press(pilot, "s")
        assert isinstance(app.screen, ErrorDialog)
        assert "Traceback" not in app.screen.words
        await press(pilot, "escape")
        assert screen.claims.pages.row(0) is not None
