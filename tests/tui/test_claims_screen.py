"""The Claims screen shows the queue and everything about the claim under the cursor, on large and small terminals."""

from collections.abc import Callable
from pathlib import Path

import pytest
from piloting import NARROW, WIDE, all_rows, lines, pane, press, rows, said, settle, settled, top
from textual.widgets import Input, Static

from provenance.desk import Desk
from provenance.model.queue import ClaimQuery, Order
from provenance.model.review import Verdict
from tui.app import ProvenanceApp
from tui.screens.claims import FOOT_KEYS, VERDICT_KEYS
from tui.screens.evidence import PANES
from tui.screens.help import HelpScreen
from tui.screens.reader import ReaderScreen
from tui.widgets import pages as paging
from tui.widgets.key_line import KeyLine
from tui.widgets.pane import Pane
from tui.widgets.reading import Reading
from tui.widgets.tick_list import TickList

RunApp = Callable[..., ProvenanceApp]


async def test_a_wide_terminal_shows_list_article_trail_score_and_notes_at_once(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        entry = screen.claims.entry
        assert entry is not None
        assert entry.text[:20] in rows(screen)[0]
        assert entry.grade in rows(screen)[0]
        assert entry.text[:30] in pane(screen, "article").replace("\n", " ")
        assert entry.grade in pane(screen, "score")
        assert "this claim" in pane(screen, "chain")
        assert "w writes a note" in pane(screen, "notes")
        assert all(screen.query_one(f"#{name}", Pane).size.height > 0 for name in ("article", "chain", "score", "notes"))
        assert "valley.db" in top(screen)
        assert f"0 of {len(all_rows(screen))} reviewed" in top(screen)


async def test_a_small_terminal_loses_nothing_one_pane_after_the_other(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await settled(app, pilot)
        seen = []
        for _ in range(4):
            shown = [name for name in ("article", "chain", "score", "notes") if screen.query_one(f"#{name}", Pane).size.height > 0]
            assert len(shown) == 1
            assert pane(screen, shown[0]).strip()
            seen += shown
            await press(pilot, "tab")
        assert seen == ["article", "chain", "score", "notes"]
        assert screen.claims.size.width > 0
        await press(pilot, "shift+tab")
        assert screen.query_one("#notes", Pane).size.height > 0


async def test_a_small_terminal_shows_the_whole_claim_in_its_article_and_above_every_other_pane(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await settled(app, pilot)
        entry = screen.claims.entry
        assert entry is not None
        for _ in PANES:
            drawn = " ".join(" ".join(lines(app)).replace("│", " ").split())
            assert " ".join(entry.text.split()) in drawn
            await press(pilot, "shift+tab")


async def test_feedback_goes_with_the_next_key_or_after_some_seconds(
    valley: Desk, run_app: RunApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "s")
        assert "supported" in said(screen)
        await press(pilot, "j")
        assert said(screen) == ""
        monkeypatch.setattr(KeyLine, "STAYS", 0.3)
        await press(pilot, "b")
        await pilot.pause(0.5)
        assert said(screen) == ""


async def test_every_key_of_a_two_line_footer_can_be_clicked(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await settled(app, pilot)
        await pilot.click("#foot", offset=(2, 1))
        await settle(pilot)
        assert screen.claims.cursor == 1
        await pilot.click("#foot", offset=(2, 0))
        await settle(pilot)
        assert isinstance(app.screen, HelpScreen)


async def test_every_line_fits_the_terminal_and_the_footer_begins_with_help(valley: Desk, run_app: RunApp) -> None:
    for size in (NARROW, WIDE):
        app = run_app()
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            drawn = lines(app)
            assert len(drawn) == size[1]
            foot = " ".join(drawn[-1 if size == WIDE else -2 :])
            assert foot.strip().startswith("? Help")
            assert drawn[-1].rstrip().endswith("Commands")
            assert "…" not in foot
            assert [key.words for key in (*FOOT_KEYS, *VERDICT_KEYS) if key.words not in " ".join(drawn)] == []


async def test_zoom_gives_one_pane_the_whole_screen_and_gives_it_back(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "z")
        assert screen.query_one("#article", Pane).size.height > 25
        await press(pilot, "tab")
        assert screen.query_one("#chain", Pane).size.height > 25
        await press(pilot, "tab", "tab")
        assert screen.query_one("#notes", Pane).size.height > 25
        await press(pilot, "escape")
        assert screen.query_one("#notes", Pane).size.height < 20
        assert screen.claims.has_focus


async def test_search_words_filter_and_escape_lists_everything_again(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        everything = screen.claims.pages.total
        await press(pilot, "slash")
        await press(pilot, *"type:hearsay", "enter")
        assert 0 < screen.claims.pages.total < everything
        assert {entry.sourcing_type.value for entry in all_rows(screen)} == {"hearsay"}
        assert "type:hearsay" in str(screen.claims.border_title)
        await press(pilot, "escape")
        assert screen.claims.pages.total == everything


async def test_a_search_word_that_makes_no_sense_is_named_under_the_field(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "slash", *"standing:green", "enter")
        complaint = screen.query_one("#search-error", Static)
        assert "green" in str(complaint.content)
        assert complaint.size.height == 1
        assert screen.query_one("#search", Input).has_focus
        await press(pilot, "escape")
        assert screen.claims.has_focus


async def test_no_match_names_the_filter_and_escape_clears_it(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "slash", *"zeppelin", "enter")
        assert "zeppelin" in pane(screen, "nothing")
        await press(pilot, "escape")
        assert screen.claims.pages.total > 0
        assert screen.claims.size.height > 0


async def test_the_filter_panel_counts_and_what_is_ticked_filters(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "f")
        types = app.screen.query_one("#types", TickList)
        place = next(place for place, choice in enumerate(types.choices) if choice.value == "hearsay")
        count = types.choices[place].claims
        assert count >= 1
        types.focus()
        types.highlighted = place
        await press(pilot, "space", "enter")
        assert app.screen is screen
        assert screen.claims.pages.total == count
        assert screen.query_shown.types == ("hearsay",)


async def test_the_next_order_keeps_the_cursor_on_its_claim(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "j", "j")
        entry = screen.claims.entry
        await press(pilot, "o")
        assert screen.query_shown.order is Order.STRONGEST_FIRST
        assert screen.claims.entry == entry
        scores = [row.score for row in all_rows(screen)]
        assert scores[0] >= scores[-1]


async def test_the_reader_shows_the_whole_article_and_leads_back_to_a_claim(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        entry = screen.claims.entry
        assert entry is not None
        await press(pilot, "enter")
        assert isinstance(app.screen, ReaderScreen)
        reading = app.screen.query_one(Reading)
        view = valley.reading(entry.article)
        shown = " ".join(reading.shown.split())
        for sentence in view.sentences:
            last_word = sentence.span.within(view.article.text).split()[-1]
            assert last_word in shown
        assert reading.sentence is not None
        assert reading.sentence.entry is not None
        assert reading.sentence.entry.claim == entry.claim
        await press(pilot, "n")
        chosen = reading.sentence.entry.claim
        await press(pilot, "enter")
        assert app.screen is screen
        assert screen.claims.entry is not None
        assert screen.claims.entry.claim == chosen


async def test_the_verdict_has_a_column_of_its_own_in_the_reader(valley: Desk, run_app: RunApp) -> None:
    entry = valley.claims(ClaimQuery(), 0, 1)[0]
    valley.judge(entry.claim, Verdict.NOT_ENOUGH_EVIDENCE)
    for size in (NARROW, WIDE):
        app = run_app()
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            await press(pilot, "g", "enter")
            row = next(line for line in lines(app) if f"{entry.grade} E" in line)
            _, _, after = row.partition(f"{entry.grade} E")
            assert after.startswith("  ")
            assert after.strip().startswith(entry.text[:20])


async def test_the_keys_of_screens_to_come_do_nothing_and_are_not_shown(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        before = lines(app)
        await press(pilot, *"145")
        assert app.screen is screen
        assert lines(app) == before
        assert "1 Claims  2 Groups  3 Sources  i Intake" in top(screen)


async def test_the_mouse_moves_the_cursor_opens_articles_and_presses_keys(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await pilot.click(screen.claims, offset=(20, 4))
        await settle(pilot)
        assert screen.claims.cursor == 2
        claim = screen.claims.entry
        await pilot.click("#verdicts", offset=(2, 0))
        await settle(pilot)
        assert claim is not None
        assert valley.entry(claim.claim).verdict == "supported"
        await pilot.click(screen.claims, offset=(20, 3), times=2)
        await settle(pilot)
        assert isinstance(app.screen, ReaderScreen)


async def test_a_long_list_is_read_page_by_page_and_held_in_part(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGES_KEPT", 2)
    with open_desk() as desk:
        for part in range(4):
            text = " ".join(f"Bridge number {part * 150 + n} was opened in May, the ministry said." for n in range(150))
            (tmp_path / f"bridges{part}.txt").write_text(text, encoding="utf-8")
        desk.intake([tmp_path / f"bridges{part}.txt" for part in range(4)])
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        total = screen.claims.pages.total
        assert total > 3 * paging.PAGE
        await press(pilot, "G")
        assert screen.claims.cursor == total - 1
        assert screen.claims.entry is not None
        assert screen.claims.pages.held <= 2 * paging.PAGE
        await press(pilot, "g")
        assert screen.claims.entry is not None
        await press(pilot, "pagedown", "pagedown", "k")
        assert said(screen) == ""
        assert screen.claims.cursor == 2 * screen.claims.rows_in_sight - 1
