"""Every key has an effect, every key stands in the help, and every command in the palette names its key."""

from collections.abc import Callable

import pytest
from piloting import WIDE, press, settled
from textual.actions import parse
from textual.dom import DOMNode
from textual.widgets import Static

from provenance.desk import Desk
from tui.app import ProvenanceApp
from tui.screens.claims import FOOT_KEYS, NO_MATCH_KEYS, NOTHING_KEYS, VERDICT_KEYS, ClaimsScreen
from tui.screens.group_keys import DECISION_KEYS
from tui.screens.group_keys import FOOT_KEYS as GROUP_FOOT_KEYS
from tui.screens.groups import GroupsScreen
from tui.screens.help import HelpScreen, bindings_of, shown_keys
from tui.screens.intake import IntakeScreen
from tui.screens.reader import ReaderScreen
from tui.screens.sources import SourcesScreen
from tui.widgets.chain_pane import ChainPane
from tui.widgets.key_line import Key
from tui.widgets.word_picker import WordPicker

RunApp = Callable[..., ProvenanceApp]


def has_action(node: type, action: str) -> bool:
    destination, name, _ = parse(action)
    node = ProvenanceApp if destination == "app" else node
    return hasattr(node, f"action_{name}") or hasattr(node, f"_action_{name}")


@pytest.mark.parametrize(
    "node", [ProvenanceApp, ClaimsScreen, GroupsScreen, SourcesScreen, ReaderScreen, IntakeScreen, ChainPane, WordPicker, HelpScreen]
)
def test_no_key_is_bound_to_nothing(node: type[DOMNode]) -> None:
    declared = [binding for kind in node.__mro__ if kind.__module__.startswith("tui.") for binding in kind.__dict__.get("BINDINGS", ())]
    assert declared
    assert [binding.key for binding in declared if not has_action(node, binding.action)] == []
    assert [binding.key for binding in declared if not binding.description] == []


@pytest.mark.parametrize("keys", [FOOT_KEYS, NOTHING_KEYS, NO_MATCH_KEYS, VERDICT_KEYS])
def test_every_key_shown_in_a_line_does_what_it_says(keys: tuple[Key, ...]) -> None:
    for key in keys:
        if key.action:
            assert has_action(ClaimsScreen, key.action)


@pytest.mark.parametrize("keys", [DECISION_KEYS, GROUP_FOOT_KEYS])
def test_every_key_shown_on_the_groups_screen_does_what_it_says(keys: tuple[Key, ...]) -> None:
    assert all(has_action(GroupsScreen, key.action) for key in keys)


async def test_help_and_palette_hold_every_key_of_the_groups_screen(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        await settled(app, pilot)
        await press(pilot, "2")
        screen = app.screen
        assert isinstance(screen, GroupsScreen)
        commands = {(command.title, command.help.split()[0]) for command in app.get_system_commands(screen)}
        await press(pilot, "question_mark")
        words = " ".join(str(app.screen.query_one(Static).content).split())
        for binding in bindings_of(screen):
            assert binding.description in words
            assert (binding.description, shown_keys(binding, app.signs).split()[0]) in commands


async def test_the_help_lists_every_key_and_every_sign(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        await press(pilot, "question_mark")
        assert isinstance(app.screen, HelpScreen)
        words = str(app.screen.query_one(Static).content)
        for node in (screen, screen.query_one(ChainPane), app):
            for binding in bindings_of(node):
                assert shown_keys(binding, app.signs) in words
                compact = binding.group is not None and binding.group.compact
                assert (binding.tooltip if compact else binding.description) in " ".join(words.split())
        flat = " ".join(words.split())
        assert flat.count("goes back to the same origin, also outside the filter") == 1
        assert "S R E C X" in flat
        for sign in "◆≈○×·•■":
            assert sign in words
        await press(pilot, "escape")
        assert app.screen is screen


async def test_the_palette_holds_every_command_with_its_key(valley: Desk, run_app: RunApp) -> None:
    app = run_app()
    async with app.run_test(size=WIDE) as pilot:
        screen = await settled(app, pilot)
        commands = {command.title: command for command in app.get_system_commands(screen)}
        for node in (screen, app):
            for binding in bindings_of(node):
                if binding.action not in ("command_palette", "load_seeds", "open_other"):  # the last two are for an empty database
                    assert commands[binding.description].help.startswith(shown_keys(binding, app.signs))
        commands["Supported"].callback()
        await press(pilot)
        assert sum(entry.verdict is not None for entry in valley.claims(screen.query_shown, 0, 100)) == 1
