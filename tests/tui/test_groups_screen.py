"""The Groups screen shows what says the same and what contradicts it, and lets people say so otherwise."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from piloting import HOSTILE, NARROW, WIDE, lines, press, rows, said, settle, settled, top
from textual.pilot import Pilot
from textual.widgets import Input

from provenance.desk import Desk
from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery, QueueEntry
from provenance.model.review import Action, Verdict
from tui.app import ProvenanceApp
from tui.screens.claims import ClaimsScreen
from tui.screens.dialogs import AskLine
from tui.screens.group_keys import DECISION_KEYS, FOOT_KEYS
from tui.screens.groups import GroupsScreen
from tui.widgets import pages as paging
from tui.widgets.key_line import KeyLine
from tui.widgets.pane import Pane

RunApp = Callable[..., ProvenanceApp]
TOLDS = [
    ("BBC", "2022-03-05", "The Adana bridge collapsed on Friday, the transport ministry said."),
    ("CNN", "2022-03-06", "On Friday the Adana bridge collapsed, according to the transport ministry."),
    ("Reuters", "", "Commuters lost their crossing over the Seyhan river, the mayor's office said."),
    ("AFP", "2022-03-09", "Parliament in Lisbon accepted the new budget, the speaker said."),
    ("Al Jazeera", "2022-03-10", "Parliament in Lisbon rejected the new budget, the speaker said."),
    ("DW", "2022-03-07", "The bridge of Adana collapsed on Friday, the Red Crescent said."),
]


@pytest.fixture
def story(open_desk: Callable[..., Desk], tmp_path: Path) -> Desk:
    """A bridge in three articles, one that tells it in other words, and a budget of which the opposite is told."""
    desk = open_desk()
    for place, (outlet, day, text) in enumerate(TOLDS):
        published = f"published: {day}\n" if day else ""
        (tmp_path / f"{place}.md").write_text(f"---\noutlet: {outlet}\n{published}---\n\n{text}\n", encoding="utf-8")
    desk.intake([tmp_path / f"{place}.md" for place in range(len(TOLDS))])
    return desk


def claim_of(desk: Desk, outlet: str) -> str:
    return next(entry.claim for entry in desk.claims(ClaimQuery(), 0, 100) if entry.outlet == outlet)


def outlets_with(desk: Desk, outlet: str) -> set[str]:
    """The outlets whose claims share a group with this one's."""
    group = desk.group_of(claim_of(desk, outlet)).claims
    return {entry.outlet for entry in desk.claims(ClaimQuery(), 0, 100) if entry.claim in group}


async def in_groups(app: ProvenanceApp, pilot: Pilot) -> GroupsScreen:
    """The Groups screen, once it shows something."""
    await settled(app, pilot)
    await pilot.press("2")
    for _ in range(100):
        if isinstance(app.screen, GroupsScreen) and app.screen.total is not None:
            break
        await asyncio.sleep(0.02)
    await settle(pilot)
    screen = app.screen
    assert isinstance(screen, GroupsScreen)
    return screen


async def answer(app: ProvenanceApp, pilot: Pilot, why: str) -> str:
    """Answer the question on show; returns its words."""
    assert isinstance(app.screen, AskLine)
    asked = app.screen.words
    app.screen.query_one(Input).value = why
    await press(pilot, "enter")
    await settle(pilot)
    return asked


def feedback(screen: GroupsScreen) -> str:
    return screen.query_one("#decisions", KeyLine).said


def wordings(screen: GroupsScreen) -> str:
    return screen.query_one("#wordings", Pane).shown


def listed(screen: GroupsScreen) -> list[str]:
    return [screen.groups.render_line(y).text for y in range(1, screen.groups.size.height)]


def member_rows(screen: GroupsScreen) -> list[QueueEntry]:
    return [entry for row in range(screen.members.pages.total) if (entry := screen.members.pages.row(row)) is not None]


async def go_to(screen: GroupsScreen, pilot: Pilot, words: str) -> None:
    """Put the cursor on the group whose row holds these words."""
    screen.groups.focus()
    row = next(place for place, line in enumerate(listed(screen)) if words in line)
    screen.groups.move_to(screen.groups.scroll_offset.y + row)
    await settle(pilot)


async def test_two_opens_the_groups_at_the_claim_at_hand_and_one_goes_back(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        claims = await settled(app, pilot)
        await press(pilot, "j", "j")
        here = claims.claims.entry
        screen = await in_groups(app, pilot)
        assert here is not None
        assert screen.groups.entry is not None
        assert screen.groups.entry.id == here.group
        assert "2 Groups" in top(screen)  # type: ignore[arg-type]
        await press(pilot, "1")
        assert app.screen is claims
        assert claims.claims.entry == here


async def test_a_row_shows_support_conflict_origins_outlets_days_and_wording(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        first = listed(screen)[0].split("  ")
        assert [word.strip() for word in first if word.strip()][-6:-1] == ["◆ corroborated", "2", "3", "5 Mar 2022", "7 Mar 2022"]
        assert "The Adana bridge" in first[-1] or "The Adana bridge" in listed(screen)[0]
        assert any("× contested" in row and "Lisbon accepted" in row for row in listed(screen))
        assert any("unknown" in row and "Commuters" in row for row in listed(screen))
        assert f"{len(story.groups())} groups" in str(screen.groups.border_subtitle)


async def test_a_contested_group_shows_both_wordings_beside_each_other_with_what_differs_marked(story: Desk, run_app: RunApp) -> None:
    for size in (WIDE, NARROW):
        app = run_app()
        async with app.run_test(size=size) as pilot:
            screen = await in_groups(app, pilot)
            await go_to(screen, pilot, "Lisbon accepted")
            shown = [line for line in wordings(screen).split("\n") if "│" in line]
            sides = [" ".join(part.strip() for part in side) for side in zip(*(line.split("│") for line in shown), strict=True)]
            assert [word for side in sides for word in ("accepted", "rejected") if word in side] == ["accepted", "rejected"]
            assert all("the new budget" in side for side in sides)
            content = screen.query_one("#wordings", Pane).query_one("Static").content  # type: ignore[attr-defined]
            marked = {content.plain[span.start : span.end] for span in content.spans if "underline" in str(span.style)}
            assert marked == {"accepted", "rejected"}
            assert "negation" in wordings(screen)


async def test_marked_groups_are_merged_with_a_reason_and_undo_takes_it_back(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await go_to(screen, pilot, "Commuters")
        await press(pilot, "v")
        assert "1 marked" in str(screen.groups.border_subtitle)
        await go_to(screen, pilot, "The Adana bridge")
        await press(pilot, "m")
        asked = await answer(app, pilot, "it is one bridge")
        assert "Commuters" in asked
        assert "The Adana bridge" in asked
        assert outlets_with(story, "reuters") == {"bbc", "cnn", "deutsche-welle", "reuters"}
        assert feedback(screen) == "one group of 4 claims · u undoes"
        assert screen.groups.entry is not None
        assert screen.groups.entry.first.group_claims == 4
        assert "it is one bridge" in wordings(screen)
        assert not screen.groups.marked
        entry = story.archive.journal.entries()[-1]
        assert (entry.action, entry.note, entry.reviewer) == (Action.MERGE, "it is one bridge", "reader")
        await press(pilot, "u")
        assert outlets_with(story, "reuters") == {"reuters"}
        assert feedback(screen) == "undone: groups merged, 2 claims"
        await press(pilot, "ctrl+r")
        assert outlets_with(story, "reuters") == {"bbc", "cnn", "deutsche-welle", "reuters"}
        await press(pilot, "1")
        assert isinstance(app.screen, ClaimsScreen)
        assert any("×3" in row or "corroborated" in row for row in rows(app.screen) if "Commuters" in row)


async def test_a_question_that_is_dropped_decides_nothing(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await press(pilot, "g", "v", "v", "m", "escape")
        assert app.screen is screen
        assert story.archive.journal.entries() == ()
        assert len(screen.groups.marked) == 2


async def test_a_claim_is_split_from_its_group(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await go_to(screen, pilot, "The Adana bridge")
        await press(pilot, "M")
        assert screen.members.has_focus
        assert "v marks what does not belong" in feedback(screen)
        await press(pilot, *["j"] * [row.outlet for row in member_rows(screen)].index("deutsche-welle"))
        assert "The bridge of Adana collapsed" in wordings(screen)  # the claim at hand stands beside the group's
        await press(pilot, "M")
        assert "The bridge of Adana" in await answer(app, pilot, "")
        assert outlets_with(story, "deutsche-welle") == {"deutsche-welle"}
        assert feedback(screen) == "1 claim split from 2 others · u undoes"
        await press(pilot, "u")
        assert outlets_with(story, "deutsche-welle") == {"bbc", "cnn", "deutsche-welle"}


async def test_of_two_claims_either_is_split_and_one_alone_is_not(story: Desk, run_app: RunApp) -> None:
    story.split(claim_of(story, "deutsche-welle"))
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await go_to(screen, pilot, "Commuters")
        await press(pilot, "M")
        assert "nothing to split" in feedback(screen)
        await press(pilot, "m")
        assert "mark what says the same" in feedback(screen)
        await go_to(screen, pilot, "The Adana bridge")
        await press(pilot, "M")
        await answer(app, pilot, "")
        assert outlets_with(story, "bbc") == {"bbc"}


async def test_a_merge_says_what_stays_apart_because_somebody_said_so(story: Desk, run_app: RunApp) -> None:
    story.split([claim_of(story, "cnn"), claim_of(story, "deutsche-welle")])
    assert outlets_with(story, "cnn") == {"cnn", "deutsche-welle"}
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await go_to(screen, pilot, "On Friday the Adana")
        await press(pilot, "v")
        await go_to(screen, pilot, "The Adana bridge")
        await press(pilot, "m")
        await answer(app, pilot, "")
        assert outlets_with(story, "bbc") == {"bbc", "cnn"}
        assert feedback(screen) == "one group of 2 claims, 1 set apart before stays apart · u undoes"


async def test_f_goes_through_the_standings_and_back_to_all(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await press(pilot, "f")
        assert ["contested" in row for row in listed(screen) if row.strip()] == [True, True]
        assert "2 groups" in str(screen.groups.border_subtitle)
        seen = [screen.standing]
        while screen.standing is not None:
            await press(pilot, "f")
            seen.append(screen.standing)
            if screen.groups.pages.total == 0:
                assert "No group is" in wordings(screen)
        assert set(seen) == {None, *Standing}
        assert screen.groups.pages.total == len(story.groups())


async def test_enter_lists_the_claims_of_the_group_where_they_are_judged(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await go_to(screen, pilot, "The Adana bridge")
        group = screen.groups.entry
        assert group is not None
        await press(pilot, "tab", "tab", "j")
        here = screen.members.entry
        await press(pilot, "enter")
        claims = app.screen
        assert isinstance(claims, ClaimsScreen)
        assert claims.query_shown.group == group.id
        assert claims.claims.pages.total == 3
        assert here is not None
        assert claims.claims.entry is not None
        assert claims.claims.entry.claim == here.claim
        assert f"group:{group.id}" in str(claims.claims.border_title)
        await press(pilot, "escape")
        assert claims.claims.pages.total == len(TOLDS)


async def test_the_list_of_one_group_follows_what_becomes_of_the_group(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await go_to(screen, pilot, "The Adana bridge")
        await press(pilot, "enter")
        claims = app.screen
        assert isinstance(claims, ClaimsScreen)
        here = claims.claims.entry
        assert here is not None
        await press(pilot, "j", "M")
        await answer(app, pilot, "")
        assert claims.claims.pages.total == 1
        await press(pilot, "u")
        assert claims.claims.pages.total == 3
        assert claims.query_shown.group == story.group_of(here.claim).id
        await press(pilot, "q")
    assert app.kept.words == ""


async def test_a_small_terminal_shows_wordings_and_claims_one_after_the_other(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await in_groups(app, pilot)
        await go_to(screen, pilot, "The Adana bridge")
        assert screen.query_one("#wordings").size.height > 5
        assert screen.members.size.height == 0
        assert "5 Mar 2022" in "".join(listed(screen))
        await press(pilot, "tab", "tab")
        assert screen.members.size.height > 5
        assert screen.query_one("#wordings").size.height == 0
        assert "2 of 2" in str(screen.members.border_title)
        await press(pilot, "z")
        assert screen.members.size.height > 15
        await press(pilot, "v")
        assert "1 marked" in str(screen.members.border_subtitle)
        await press(pilot, "escape", "escape")
        assert screen.groups.has_focus
        assert not screen.members.marked
        assert screen.groups.size.height > 4
        await press(pilot, "escape")
        assert isinstance(app.screen, ClaimsScreen)


async def test_every_line_fits_and_every_key_of_the_lines_is_shown(story: Desk, run_app: RunApp) -> None:
    for size in (NARROW, WIDE):
        app = run_app()
        async with app.run_test(size=size) as pilot:
            await in_groups(app, pilot)
            drawn = lines(app)
            assert len(drawn) == size[1]
            foot = " ".join(drawn[-1 if size == WIDE else -2 :])
            assert foot.strip().startswith("? Help")
            assert drawn[-1].rstrip().endswith("Commands")
            assert [key.words for key in (*FOOT_KEYS, *DECISION_KEYS) if key.words not in " ".join(drawn)] == []


async def test_a_long_list_of_groups_is_read_page_by_page(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PAGES_KEPT", 2)
    with open_desk() as desk:
        text = " ".join(f"Bridge number {n} was opened in May, the ministry said." for n in range(450))
        (tmp_path / "bridges.txt").write_text(text, encoding="utf-8")
        desk.intake([tmp_path / "bridges.txt"])
        total = desk.group_count()
    assert total > 3 * paging.PAGE
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await press(pilot, "G")
        assert screen.groups.cursor == total - 1
        assert screen.groups.entry is not None
        assert screen.groups.pages.held <= 2 * paging.PAGE
        assert screen.card is not None
        assert screen.card.entry.id == screen.groups.entry.id
        await press(pilot, "g")
        assert screen.groups.entry is not None


async def test_hostile_text_harms_nothing_in_rows_wordings_or_questions(
    open_desk: Callable[..., Desk], run_app: RunApp, tmp_path: Path
) -> None:
    (tmp_path / "hostile.txt").write_text(HOSTILE.replace("\x00", ""), encoding="utf-8")
    desk = open_desk()
    desk.intake([tmp_path / "hostile.txt"])
    for size in (WIDE, NARROW):
        app = run_app()
        async with app.run_test(size=size) as pilot:
            screen = await in_groups(app, pilot)
            drawn = []
            for keys in (("g",), ("v", "v"), ("m",), ("escape",), ("tab",), ("tab",)):
                await press(pilot, *keys)
                drawn += lines(app)
            assert any("[/b]" in line for line in drawn)
            assert any("␛[31m" in line for line in drawn)
            assert not any(sign in "".join(drawn) for sign in "\x1b\x00\u202e\u202c\x9b")
            assert app.screen is screen


async def test_ascii_draws_no_sign_outside_ascii(story: Desk, run_app: RunApp) -> None:
    for size in (WIDE, NARROW):
        app = run_app(ascii_only=True)
        async with app.run_test(size=size) as pilot:
            screen = await in_groups(app, pilot)
            await go_to(screen, pilot, "Lisbon accepted")
            for keys in (("tab",), ("tab",), ("shift+tab", "shift+tab", "v", "v", "m"), ("escape",), ("f",), ("question_mark",)):
                await press(pilot, *keys)
                assert not {sign for line in lines(app) for sign in line if not sign.isascii()}, keys


async def test_an_empty_database_has_no_groups_and_says_so(run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=NARROW) as pilot:
        screen = await in_groups(app, pilot)
        assert "No groups yet" in wordings(screen)
        await press(pilot, "v", "m", "M", "u", "enter", "tab", "space", "G")
        assert app.screen is screen
        await press(pilot, "1")
        assert isinstance(app.screen, ClaimsScreen)


async def test_undo_takes_back_whatever_was_decided_last(story: Desk, run_app: RunApp) -> None:
    story.judge(claim_of(story, "bbc"), Verdict.SUPPORTED)
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await in_groups(app, pilot)
        await press(pilot, "u")
        assert feedback(screen) == "undone: supported"
        await press(pilot, "u")
        assert feedback(screen) == "nothing to undo"


async def test_marked_claims_are_merged_from_the_list_of_claims(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "m")
        assert "mark what says the same" in said(screen)
        screen.claims.marked |= {claim_of(story, "bbc"), claim_of(story, "reuters")}
        await press(pilot, "m")
        await answer(app, pilot, "one bridge")
        assert outlets_with(story, "reuters") == {"bbc", "cnn", "deutsche-welle", "reuters"}
        assert "one group of 4 claims" in said(screen)
        assert not screen.claims.marked
        row = next(place for place in range(len(TOLDS)) if (e := screen.claims.pages.row(place)) and e.outlet == "reuters")
        screen.claims.move_to(row)
        await settle(pilot)
        await press(pilot, "M")
        assert "Commuters" in await answer(app, pilot, "")
        assert outlets_with(story, "reuters") == {"reuters"}
        assert "1 claim split from 3 others" in said(screen)


async def test_a_refused_merge_is_said_in_words_and_keeps_the_marks(story: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        screen.claims.marked |= {claim_of(story, "bbc"), claim_of(story, "cnn")}
        await press(pilot, "m")
        await answer(app, pilot, "")
        assert "one group already" in " ".join(lines(app))
        await press(pilot, "escape")
        assert len(screen.claims.marked) == 2
