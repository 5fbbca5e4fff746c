"""The interface in every state: empty, hostile text, other themes and terminals, a second run, and errors."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from piloting import HOSTILE, NARROW, WIDE, all_rows, lines, pane, press, rows, said, settle, settled, top
from textual.widgets import Input

from provenance.desk import Desk
from provenance.model.queue import ClaimQuery, Order
from provenance.model.review import Verdict
from tui.app import ProvenanceApp
from tui.screens.claims import ClaimsScreen
from tui.screens.dialogs import ErrorDialog
from tui.screens.intake import IntakeScreen
from tui.widgets.pane import Pane

RunApp = Callable[..., ProvenanceApp]


async def test_an_empty_database_says_what_this_is_and_takes_in_a_folder(
    open_desk: Callable[..., Desk], articles: Path, run_app: RunApp
) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await settled(app, pilot)
        words = pane(screen, "nothing")
        assert "import articles" in words
        assert "load the seeds" in words
        assert "open another database" in words
        assert "Search" not in lines(app)[-1]
        await press(pilot, "i")
        assert isinstance(app.screen, IntakeScreen)
        (articles / "broken.txt").write_bytes(b"\x00\x01\x02\x03" * 50)
        app.screen.query_one(Input).value = str(articles)
        await press(pilot, "enter")
        outcomes = app.screen.query_one("#outcomes", Pane).shown
        assert "taken in" in outcomes
        assert "refused" in outcomes
        assert "On the river" in app.screen.query_one("#articles", Pane).shown
        await press(pilot, "escape")
        assert app.screen is screen
        assert screen.claims.pages.total > 0
        assert screen.claims.has_focus


async def test_the_seeds_can_be_loaded_from_the_empty_state(run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "d")
        for _ in range(100):
            if app.screen is screen and screen.claims.pages.total:
                break
            await settle(pilot)
        assert screen.claims.pages.total > 50
        assert "restated text" in str(screen.query_one("#article", Pane).border_title).lower()


async def test_another_database_can_be_opened(valley: Desk, run_app: RunApp, tmp_path: Path) -> None:
    app = run_app(where=tmp_path / "other.db")
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(pilot, "o")
        app.screen.query_one(Input).value = str(tmp_path / "valley.db")
        await press(pilot, "enter")
        screen = await settled(app, pilot)
        assert "valley.db" in top(screen)
        assert screen.claims.pages.total > 0


async def test_a_file_that_is_no_database_is_refused_in_words(valley: Desk, run_app: RunApp, tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("this is no database at all, only words " * 100)
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        app.action_open_database()
        await settle(pilot)
        app.screen.query_one(Input).value = str(tmp_path / "no.db")
        await press(pilot, "enter")
        assert isinstance(app.screen, ErrorDialog)
        assert "Traceback" not in app.screen.words
        await press(pilot, "escape")
        assert app.screen is screen


async def test_hostile_text_is_shown_as_written_and_harms_nothing(open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path) -> None:
    (tmp_path / "hostile.md").write_text(f"---\ntitle: On [b]bold[/b] claims\n---\n\n{HOSTILE}", encoding="utf-8")
    desk = open_desk()
    desk.intake([tmp_path / "hostile.md"])
    if not desk.progress(ClaimQuery()).total:  # an importer may refuse the NUL; the rest has to hold all the same
        (tmp_path / "hostile.md").write_text(HOSTILE.replace("\x00", ""), encoding="utf-8")
        desk.intake([tmp_path / "hostile.md"])
    for size in (WIDE, NARROW):
        app = run_app()
        async with app.run_test(size=size) as pilot:
            screen = await settled(app, pilot)
            if size == NARROW:
                await press(pilot, "tab", "tab")
            assert "[sic]" in pane(screen, "article")
            assert "[/b]" in pane(screen, "article")
            assert "␛[31mred" in pane(screen, "article")
            assert any("[sic]" in row or "␛[31m" in row for row in rows(screen))
            drawn = "".join(lines(app))
            assert not any(sign in drawn for sign in "\x1b\x00\u202e\u202c\x9b")
            await press(pilot, "enter")
            assert "[31m" in "".join(lines(app))
            await press(pilot, "escape", "w", "escape", "a", "escape")
            assert app.screen is screen
            widths = {len(row.rstrip("\n")) for row in rows(screen) if row.isascii()}
            assert len(widths) <= 1


async def test_theme_words_order_and_cursor_are_kept_for_the_next_run(valley: Desk, run_app: RunApp, tmp_path: Path) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "slash", *"is:open", "enter")
        await press(pilot, "o", "g", "j")
        entry = screen.claims.entry
        app.turn_theme("light")
        await press(pilot, "q")
    assert json.loads((tmp_path / "state" / "tui.json").read_text())["theme"] == "light"
    again = run_app()
    async with again.run_test(size=WIDE) as pilot:
        screen = await settled(again, pilot)
        assert again.theme == "light"
        assert screen.query_shown.reviewed is False
        assert screen.query_shown.order is Order.STRONGEST_FIRST
        assert screen.claims.entry == entry


async def test_state_that_cannot_be_read_is_no_reason_to_stop(valley: Desk, run_app: RunApp, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir()
    (tmp_path / "state" / "tui.json").write_text('{"order": "by colour", "theme": 7}')
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        assert screen.claims.pages.total > 0


async def test_ascii_draws_no_sign_outside_ascii(valley: Desk, run_app: RunApp) -> None:
    app = run_app(ascii_only=True)
    for size in (WIDE, NARROW):
        app = run_app(ascii_only=True)
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            for keys in (("s",), ("f",), ("escape",), ("enter",), ("escape",), ("i",), ("escape",), ("question_mark",), ("escape",)):
                await press(pilot, *keys)
                beyond = {sign for line in lines(app) for sign in line if not sign.isascii()}
                assert not beyond, keys


async def test_without_colour_every_state_still_differs(valley: Desk, run_app: RunApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        assert app.no_color
        assert "▶" in rows(screen)[0]
        await press(pilot, "s")
        assert "S" in rows(screen)[0][:6]


async def test_when_all_is_reviewed_the_frame_says_what_is_left_to_do(valley: Desk, run_app: RunApp) -> None:
    for entry in valley.claims(ClaimQuery(), 0, 100):
        valley.judge(entry.claim, Verdict.SUPPORTED)
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        assert "export" in str(screen.claims.border_subtitle)
        await press(pilot, "n")
        assert "nothing is left unreviewed" in said(screen)


async def test_another_reviewers_verdict_shows_where_it_differs(valley: Desk, open_desk: Callable[..., Desk], run_app: RunApp) -> None:
    other = open_desk(reviewer="colleague")
    first = valley.claims(ClaimQuery(), 0, 1)[0]
    other.judge(first.claim, Verdict.REFUTED)
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "s", "g")
        assert "S/r" in rows(screen)[0]
        assert "colleague: refuted" in pane(screen, "notes")


async def test_a_citation_goes_to_the_clipboard_and_a_missing_page_is_said(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "y")
        entry = screen.claims.entry
        assert entry is not None
        assert entry.text in app.clipboard
        assert entry.grade in app.clipboard
        await press(pilot, "b")
        assert "no page address" in said(screen)


async def test_a_database_that_cannot_be_opened_ends_with_a_sentence(tmp_path: Path, run_app: RunApp) -> None:
    (tmp_path / "no.db").write_text("this is no database at all, only words " * 100)
    app = run_app(where=tmp_path / "no.db")
    async with app.run_test(size=WIDE) as pilot:
        for _ in range(50):
            if app.return_code is not None:
                break
            await pilot.pause(0.05)
    assert app.return_code == 1


async def test_rows_that_are_not_read_yet_are_blank_and_no_key_meets_another_claim(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        assert isinstance(screen, ClaimsScreen)
        order = [entry.claim for entry in all_rows(screen)]
        screen.claims.pages._pages.clear()
        assert "…" in rows(screen)[1]
        await press(pilot, "s")
        assert valley.entry(order[0]).verdict is Verdict.SUPPORTED


async def test_what_others_do_is_seen_where_it_stands_and_new_claims_wait_to_be_listed(
    valley: Desk, open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path
) -> None:
    colleague = open_desk(reviewer="colleague")
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        screen.look_again()
        await settle(pilot)
        before, at = all_rows(screen), screen.claims.entry
        assert at is not None
        colleague.judge(before[1].claim, Verdict.REFUTED)
        (tmp_path / "third.txt").write_text(
            "The bridge below the dam will be closed in May, the transport ministry said.\n", encoding="utf-8"
        )
        colleague.intake([tmp_path / "third.txt"])
        screen.look_again()
        await settle(pilot)
        await pilot.pause(0.2)
        await settle(pilot)
        assert all_rows(screen)[1].other_verdicts == (("colleague", Verdict.REFUTED),)
        assert [row.claim for row in all_rows(screen)] == [row.claim for row in before]
        assert "1 more came in, l lists anew" in str(screen.claims.border_subtitle)
        await press(pilot, "l")
        assert len(all_rows(screen)) == len(before) + 1
        assert screen.claims.entry is not None
        assert screen.claims.entry.claim == at.claim
        assert "came in" not in str(screen.claims.border_subtitle)
