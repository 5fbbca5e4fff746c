"""The house keeps its rules: imports point down, and nothing heavy is loaded by those who do not need it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted([*ROOT.glob("provenance/**/*.py"), *ROOT.glob("tui/**/*.py")])
DATABASE = ("sqlmodel", "sqlalchemy", "alembic")
INTERFACE = ("textual", "tui")
TERMINAL = ("typer", "rich")


def loaded_by(code: str) -> set[str]:
    """The top-level names of all modules that a fresh interpreter has loaded after running this code."""
    script = (
        f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint(*{{m.partition('.')[0] for m in sys.modules}}, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stderr.split())


def test_imports_point_down() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_model_is_values_and_nothing_else() -> None:
    modules = ", ".join(f"provenance.model.{path.stem}" for path in (ROOT / "provenance/model").glob("*.py") if path.stem != "__init__")
    assert not loaded_by(f"import {modules}") & {*DATABASE, *INTERFACE, *TERMINAL}


@pytest.mark.parametrize("package", ["importers", "language", "registry", "extraction", "tracing", "scoring", "exporters"])
def test_what_reads_and_reckons_loads_no_database_and_no_interface(package: str) -> None:
    assert not loaded_by(f"import provenance.{package}") & {*DATABASE, *INTERFACE, *TERMINAL}


def test_the_desk_loads_no_interface() -> None:
    assert not loaded_by("from provenance.desk import Desk") & {*INTERFACE, *TERMINAL}


def test_help_loads_neither_the_database_nor_the_interface_nor_the_model() -> None:
    loaded = loaded_by("from provenance.cli import main; main(['--help'])")
    assert "typer" in loaded
    assert not loaded & {*DATABASE, *INTERFACE, "pydantic", "rich"}


def test_analyze_loads_no_database(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("The ministry said on Friday that the bridge had reopened.", encoding="utf-8")
    assert not loaded_by(f"from provenance.cli import main; main(['analyze', {str(article)!r}])") & {*DATABASE, *INTERFACE}


def test_help_comes_in_under_three_tenths_of_a_second() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(4):  # the first run writes the byte code
        begun = os.times()
        command = [sys.executable, "-c", "from provenance.cli import main; main(['--help'])"]
        subprocess.run(command, capture_output=True, check=True, env=environment, cwd=ROOT)
        # Time on the processor: on a machine that is busy with other tests the clock tells about those.
        ended = os.times()
        times.append(ended.children_user + ended.children_system - begun.children_user - begun.children_system)
    assert min(times) < 0.3


@pytest.mark.parametrize(
    "path", sorted([*ROOT.glob("provenance/**/*.py"), *ROOT.glob("tui/**/*.py")]), ids=lambda path: str(path.relative_to(ROOT))
)
def test_every_module_opens_with_a_sentence(path: Path) -> None:
    if path.read_text(encoding="utf-8").strip():
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
        assert docstring
        assert docstring.rstrip().endswith((".", "!", "?")) or "\n" in docstring


def test_no_folder_is_a_drawer_for_odds_and_ends() -> None:
    names = {path.stem for package in ("provenance", "tui") for path in (ROOT / package).rglob("*")}
    assert not names & {"utils", "util", "helpers", "common", "core", "misc"}
