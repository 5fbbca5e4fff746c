"""The Sources screen shows every outlet and origin with what is known of it, and lets people give it a letter."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from piloting import HOSTILE, NARROW, WIDE, lines, press, said, settle, settled, top
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from provenance.desk import Desk
from provenance.model.queue import ClaimQuery
from provenance.model.reliability import Letter
from provenance.model.review import Action, Verdict
from tui.app import ProvenanceApp
from tui.screens.claims import ClaimsScreen
from tui.screens.grading import GradeDialog
from tui.screens.help import bindings_of
from tui.screens.source_keys import FOOT_KEYS, GRADE_KEYS
from tui.screens.sources import SourcesScreen
from tui.widgets import pages as paging
from tui.widgets.key_line import KeyLine
from tui.widgets.pane import Pane

RunApp = Callable[..., ProvenanceApp]
BREAD = "The price of bread doubled in April, Reuters reported."
TOLDS = [
    ("North Press", "2024-05-06", "The pumping station at al-Khafsa resumed work on Sunday, according to SANA."),
    ("Baladi News", "2024-05-07", "The pumping station at al-Khafsa resumed work on Sunday, SANA reported."),
    ("The New Arab", "2024-05-08", f"The ceasefire in Idlib held for three days, SANA said.\n\n{BREAD}"),
]


@pytest.fixture
def told(open_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """Three outlets, two of which repeat one agency's report."""
    desk = open_desk()
    for place, (outlet, day, text) in enumerate(TOLDS):
        (tmp_path / f"{place}.md").write_text(f"---\noutlet: {outlet}\npublished: {day}\n---\n\n{text}\n", encoding="utf-8")
    desk.intake([tmp_path / f"{place}.md" for place in range(len(TOLDS))])
    return desk


async def in_sources(app: ProvenanceApp, pilot: Pilot) -> SourcesScreen:
    """The Sources screen, once it shows something."""
    await settled(app, pilot)
    await pilot.press("3")
    for _ in range(100):
        if isinstance(app.screen, SourcesScreen) and app.screen.order is not None:
            break
        await asyncio.sleep(0.02)
    await settle(pilot)
    screen = app.screen
    assert isinstance(screen, SourcesScreen)
    return screen


def known(screen: SourcesScreen) -> str:
    return screen.query_one("#known", Pane).shown


def listed(screen: SourcesScreen) -> list[str]:
    return [screen.sources.render_line(y).text for y in range(1, screen.sources.size.height)]


def feedback(screen: SourcesScreen) -> str:
    return screen.query_one("#decisions", KeyLine).said


async def go_to(screen: SourcesScreen, pilot: Pilot, key: str) -> None:
    assert screen.order is not None
    screen.sources.focus()
    screen.sources.move_to(screen.order.index(key))
    await settle(pilot)


async def give(app: ProvenanceApp, pilot: Pilot, letter: str, why: str) -> None:
    """Answer the question for a letter."""
    await press(pilot, "g")
    assert isinstance(app.screen, GradeDialog)
    await press(pilot, letter, "enter")
    app.screen.query_one(Input).value = why
    await press(pilot, "enter")
    await settle(pilot)


async def test_three_opens_the_sources_at_the_outlet_at_hand_and_one_goes_back(told: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        claims = await settled(app, pilot)
        here = claims.claims.entry
        screen = await in_sources(app, pilot)
        assert here is not None
        assert screen.sources.entry is not None
        assert screen.sources.entry.key == here.outlet
        assert "3 Sources" in top(screen)  # type: ignore[arg-type]
        await press(pilot, "1")
        assert app.screen is claims
        assert claims.claims.entry == here


async def test_a_row_shows_kind_owner_counts_echoes_and_the_letter_with_its_basis(told: Desk, run_app: RunApp) -> None:
    told.grade_source("sana", "D", "retracted twice")
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        assert screen.order == tuple(told.source_order())
        assert f"{len(screen.order)} sources" in str(screen.sources.border_subtitle)
        words = listed(screen)[screen.order.index("sana")].split()
        assert words[:3] == ["SANA", "state", "agency"]
        assert "the state of Syria" in listed(screen)[screen.order.index("sana")]
        assert words[words.index("D") - 4 : words.index("D") + 1] == ["3", "0", "0", "2", "D"]
        assert "given by reader" in listed(screen)[screen.order.index("sana")]
        assert " 100% F " in listed(screen)[screen.order.index("baladi-news")]


async def test_below_stand_record_neighbours_letters_and_claims(told: Desk, run_app: RunApp) -> None:
    bread = next(entry.claim for entry in told.claims(ClaimQuery(), 0, 9) if "ceasefire" in entry.text)
    told.judge(bread, Verdict.REFUTED)
    told.grade_source("sana", "B", "long known")
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        await go_to(screen, pilot, "sana")
        for words in (
            "0 supported · 1 refuted · 1 open",
            "share that holds 0.39 (0.19–0.60)",
            "with probability 0.8, after its decided claims",
            "repeated by  Baladi News (1), North Press (1), The New Arab (1)",
            "reader: B: long known",
        ):
            assert words in known(screen)
        assert screen.members.pages.total == 3
        assert "3 claims" in str(screen.members.border_subtitle)
        await go_to(screen, pilot, "the-new-arab")
        assert "relies on  Reuters (1), SANA (1)" in known(screen)
        assert "2 claims published, 0% of them echoes" in known(screen)
        assert "no verdict yet" in known(screen)


async def test_a_letter_is_given_with_its_reason_and_u_takes_it_back(told: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        await go_to(screen, pilot, "sana")
        row = screen.sources.cursor
        before = screen.order
        await give(app, pilot, "d", "retracted twice")
        entry = told.archive.journal.entries()[-1]
        assert (entry.action, entry.source, entry.letter, entry.note) == (Action.GRADE_SOURCE, "sana", Letter.D, "retracted twice")
        assert feedback(screen) == "graded D · u undoes"
        assert "given by reader: retracted twice" in known(screen)
        assert " D  given by reader" in listed(screen)[row]
        assert (screen.sources.cursor, screen.order) == (row, before), "no row has moved"
        assert all(entry.grade[0] == "D" for entry in told.claims(ClaimQuery(source="sana"), 0, 9))
        await press(pilot, "u")
        assert feedback(screen) == "undone: source graded"
        assert " F  nobody has given" in listed(screen)[row]
        assert "(taken back)" in known(screen)
        await press(pilot, "ctrl+r")
        assert " D  given by reader" in listed(screen)[row]
        await press(pilot, "1")
        claims = app.screen
        assert isinstance(claims, ClaimsScreen)
        await settle(pilot)
        assert any(entry is not None and entry.grade[0] == "D" for entry in map(claims.claims.pages.row, range(4)))


async def test_a_letter_is_taken_back_from_the_claims_too_and_no_row_moves(told: Desk, run_app: RunApp) -> None:
    told.grade_source("reuters", "E", "seen otherwise")
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        claims = await settled(app, pilot)
        before = [entry.claim for row in range(4) if (entry := claims.claims.pages.row(row)) is not None]
        await press(pilot, "u")
        assert said(claims) == "undone: source graded"
        assert told.source("reuters").summary.letter == "F"
        await asyncio.sleep(0.3)  # until the keys are known to rest
        await settle(pilot)
        rows = [entry for row in range(4) if (entry := claims.claims.pages.row(row)) is not None]
        assert [entry.claim for entry in rows] == before
        assert {entry.grade[0] for entry in rows} == {"F"}


async def test_a_letter_without_a_reason_is_not_kept_and_escape_drops_it(told: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        await press(pilot, "g", "b", "ctrl+s")
        dialog = app.screen
        assert isinstance(dialog, GradeDialog)
        assert dialog.query_one(OptionList).highlighted == 1
        assert "needs its reason" in str(dialog.query_one("#missing", Static).content)
        await press(pilot, "escape")
        assert app.screen is screen
        await press(pilot, "u")
        assert feedback(screen) == "nothing to undo"
        assert told.archive.journal.entries() == ()


async def test_enter_lists_the_claims_of_the_source_where_they_are_judged(told: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        await go_to(screen, pilot, "sana")
        await press(pilot, "tab", "tab", "j")
        here = screen.members.entry
        await press(pilot, "enter")
        claims = app.screen
        assert isinstance(claims, ClaimsScreen)
        assert claims.query_shown == ClaimQuery(source="sana")
        assert claims.claims.pages.total == 3
        assert here is not None
        assert claims.claims.entry is not None
        assert claims.claims.entry.claim == here.claim
        assert "source:sana" in str(claims.claims.border_title)
        await press(pilot, "escape")
        assert claims.claims.pages.total == 4


@pytest.mark.parametrize("ascii_only", [False, True])
async def test_a_small_terminal_shows_everything_one_part_after_the_other(told: Desk, run_app: RunApp, ascii_only: bool) -> None:
    app = run_app(ascii_only=ascii_only)
    async with app.run_test(size=NARROW) as pilot:
        screen = await in_sources(app, pilot)
        await go_to(screen, pilot, "sana")
        assert "tab turns" in str(screen.query_one("#known", Pane).border_title)
        shown = "\n".join(lines(app))
        assert "3 Sources" in shown
        assert "0 of 4 reviewed" in shown
        assert "repeated by" in known(screen)
        assert not ascii_only or shown.isascii()
        await press(pilot, "tab", "tab")
        assert screen.query_one("#members").display
        assert not screen.query_one("#known").display
        await press(pilot, "z")
        assert not screen.query_one("#sources").display
        await press(pilot, "escape")
        assert screen.sources.has_focus


async def test_names_and_reasons_from_outside_reach_the_terminal_as_harmless_signs(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path
) -> None:
    (tmp_path / "hostile.jsonl").write_text(
        '{"id": "1", "outlet": "[/b] =1+1 \\u001b[31mRed\\u001b[0m \\u202eevil", "text": "The dam broke on Friday, the mayor said."}\n',
        encoding="utf-8",
    )
    (tmp_path / "words.md").write_text(f"---\noutlet: DW\n---\n\n{HOSTILE}", encoding="utf-8")
    desk = open_desk()
    desk.intake([tmp_path / "hostile.jsonl", tmp_path / "words.md"])
    hostile = next(source.key for source in desk.sources() if "evil" in source.name)
    desk.grade_source(hostile, "E", "[/red] \x1b[31m\u202e said so")
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        await go_to(screen, pilot, hostile)
        shown = "\n".join(lines(app))
        assert "[/b] =1+1" in shown
        assert "[/red]" in known(screen)
        assert not {"\x1b", "\u202e"} & set(shown)
        await press(pilot, "g")
        assert not {"\x1b", "\u202e"} & set("\n".join(lines(app)))


async def test_long_lists_are_read_page_by_page(told: Desk, run_app: RunApp, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("tui.widgets.pages", "tui.widgets.row_list", "tui.screens.source_finding"):
        monkeypatch.setattr(f"{module}.PAGE", 2)
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        await press(pilot, "end")
        assert screen.sources.entry is not None
        assert screen.order is not None
        assert screen.sources.entry.key == screen.order[-1]
        assert paging.PAGE == 2


async def test_an_empty_database_has_no_sources_and_says_where_they_come_from(open_desk: Callable[..., Desk], run_app: RunApp) -> None:
    open_desk()
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        assert "No sources yet" in known(screen)
        await press(pilot, "g", "enter", "u")
        assert app.screen is screen or isinstance(app.screen, ClaimsScreen)


def test_every_key_shown_on_the_sources_screen_is_bound() -> None:
    actions = {binding.action for binding in bindings_of(SourcesScreen.__new__(SourcesScreen))}
    shown = {key.action for key in (*GRADE_KEYS, *FOOT_KEYS) if not key.action.startswith("app.")}
    assert shown <= actions


async def test_a_search_leaves_the_sources_whose_name_holds_the_words_and_esc_lists_all_again(told: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_sources(app, pilot)
        everyone = screen.order
        await press(pilot, "slash")
        app.screen.query_one(Input).value = "press"
        await press(pilot, "enter")
        assert screen.order == ("north-press",)
        assert "press" in str(screen.sources.border_title)
        assert "North Press" in known(screen)
        await press(pilot, "slash")
        app.screen.query_one(Input).value = "no such name [b]"
        await press(pilot, "enter")
        assert "No source is called so" in known(screen)
        await press(pilot, "escape")
        assert screen.order == everyone
        await press(pilot, "escape")
        assert isinstance(app.screen, ClaimsScreen)
