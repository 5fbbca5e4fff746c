"""What may be set from outside, and what holds where nobody sets anything."""

import getpass
from pathlib import Path

import pytest

from provenance import settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (settings.DB_VARIABLE, settings.REVIEWER_VARIABLE, settings.METHOD_VARIABLE, settings.DEBUG_VARIABLE):
        monkeypatch.delenv(variable, raising=False)


def test_the_environment_names_database_reviewer_and_method(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_DB", "sqlite:///desk.db")
    monkeypatch.setenv("PROVENANCE_REVIEWER", " Ada ")
    monkeypatch.setenv("PROVENANCE_METHOD", "own.toml")
    assert (settings.database(), settings.reviewer(), settings.method()) == ("sqlite:///desk.db", "Ada", Path("own.toml"))


def test_an_empty_variable_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROVENANCE_DB", "")
    monkeypatch.setenv("PROVENANCE_METHOD", " ")
    assert settings.database() == str(settings.data_folder() / "provenance.db")
    assert settings.method() is None


def test_the_reviewer_is_who_is_logged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "ada")
    assert settings.reviewer() == "ada"


@pytest.mark.parametrize("failure", [KeyError, OSError, ImportError])
def test_a_user_without_a_name_is_still_a_reviewer(monkeypatch: pytest.MonkeyPatch, failure: type[Exception]) -> None:
    def nobody() -> str:
        raise failure("no such user id")

    monkeypatch.setattr(getpass, "getuser", nobody)
    assert settings.reviewer() == "reviewer"


def test_the_seeds_lie_where_the_program_lies() -> None:
    assert (settings.seeds_folder() / "outlets.toml").is_file()
    assert list((settings.seeds_folder() / "reports").glob("*.md"))


@pytest.mark.parametrize(("value", "wanted"), [("1", True), ("yes", True), ("0", False), ("", False), ("no", False)])
def test_tracebacks_are_for_those_who_ask(monkeypatch: pytest.MonkeyPatch, value: str, wanted: bool) -> None:
    monkeypatch.setenv("PROVENANCE_DEBUG", value)
    assert settings.debugging() is wanted
