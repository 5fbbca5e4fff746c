"""What is written about the program is true of it: every command and option is documented, and nothing else is."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from provenance.cli import app
from provenance.importers import IMPORTERS
from provenance.model.chain import ConflictStatus, Support
from provenance.model.review import Verdict
from provenance.model.source import Family, SourcingType
from provenance.settings import DB_VARIABLE, METHOD_VARIABLE, REVIEWER_VARIABLE, SIZE_LIMIT_BYTES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def commands(group: Any = None, before: str = "provenance") -> Iterator[tuple[str, Any]]:
    """Every command with its full name, subcommands included."""
    for name, command in (group or typer.main.get_command(app)).commands.items():
        yield f"{before} {name}", command
        if hasattr(command, "commands"):
            yield from commands(command, f"{before} {name}")


COMMANDS = dict(commands())
OPTIONS = {
    (name, option): parameter
    for name, command in {"provenance": typer.main.get_command(app), **COMMANDS}.items()
    for parameter in command.params
    for option in parameter.opts
    if option.startswith("--")
}


def row_of(command: str) -> str:
    """The row of the README's table that opens with this command."""
    (row,) = (
        line for line in README.splitlines() if line.startswith("| `") and re.search(rf"`{command}(?: [A-Z. ]+)?`", line.split("|")[1])
    )
    return row


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_stands_in_the_table_of_the_readme(command: str) -> None:
    assert row_of(command)


@pytest.mark.parametrize(("command", "option"), [key for key in OPTIONS if key[1] != "--help"])
def test_every_option_explains_itself_and_stands_in_the_readme(command: str, option: str) -> None:
    assert (OPTIONS[command, option].help or "").rstrip().endswith((".", "]"))
    assert f"`{option}`" in README or f" {option} " in README


def test_the_readme_names_no_command_and_no_option_that_is_not_there() -> None:
    for name in re.findall(
        r"provenance ([a-z]+(?: (?:list|correct|withdraw)\b)?)", " ".join(re.findall(r"`[^`]+`|^    .+$", README, re.MULTILINE))
    ):
        assert f"provenance {name}" in COMMANDS
    known = {option for _, option in OPTIONS} | {"--help"}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) <= known


@pytest.mark.parametrize("command", COMMANDS)
def test_the_short_help_of_every_command_fits_its_line(command: str) -> None:
    first = (COMMANDS[command].help or "").split(". ")[0].rstrip(".")
    assert 0 < len(first) <= 62


def test_help_is_printed_whole() -> None:
    code = "from provenance.cli import main; main(['--help'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "..." not in done.stdout.partition("Commands:")[2]
    assert all(f"\n  {name.removeprefix('provenance ')} " in done.stdout for name in COMMANDS if name.count(" ") == 1)


@pytest.mark.parametrize("words", [Support, ConflictStatus, Verdict, SourcingType], ids=lambda kind: kind.__name__)
def test_the_readme_explains_every_word_of_the_trade(words: type[Support]) -> None:
    assert [word.value for word in words if f"`{word.value}" not in README] == []


@pytest.mark.parametrize("family", Family)
def test_the_readme_sorts_the_sourcing_types_into_their_families(family: Family) -> None:
    (row,) = (line for line in README.splitlines() if line.startswith(f"| {family.value} |"))
    assert re.findall(r"`(\w+)`", row) == [kind.value for kind in SourcingType if kind.family is family]


def test_the_readme_says_what_is_read_and_up_to_which_size() -> None:
    assert f"{SIZE_LIMIT_BYTES // 1_000_000} MB" in README
    assert all(f"`{importer.suffixes[0]}`" in README for importer in IMPORTERS.values())
    assert all(variable in README for variable in (DB_VARIABLE, REVIEWER_VARIABLE, METHOD_VARIABLE))


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "seeds/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    links = re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not link.startswith("http") and not (path.parent / link).exists()] == []


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README", "CONTRIBUTING"])
def test_make_has_every_target_that_is_spoken_of(text: str) -> None:
    named = {target for words in re.findall(r"(?:`|    )make ([a-z ]+)", text) for target in words.split(" ") if target}
    named &= {*re.findall(r"(?:`|    )make ([a-z]+)", text)}
    assert named
    assert [target for target in named if not re.search(rf"^{target}:", MAKEFILE, re.MULTILINE)] == []
