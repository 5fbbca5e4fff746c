"""Method files: what is accepted, and what the message says of one that is not."""

from pathlib import Path

import pytest

from provenance.errors import MethodError
from provenance.model.source import SourcingType
from provenance.scoring import load_method
from provenance.scoring.method_file import PACKAGED
from provenance.scoring.places import line_of

OWN = 'version = "desk-1"\nextends = "packaged"\n'


@pytest.fixture
def write(tmp_path: Path):
    """Writes a method file and returns its path."""

    def written(text: str, name: str = "method.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def refusal(path: Path) -> str:
    with pytest.raises(MethodError) as refused:
        load_method(path)
    assert "stays in force" in str(refused.value)
    return refused.value.what


def test_the_packaged_method_is_whole_and_gives_a_reason_for_every_figure():
    method = load_method()
    assert method.version == "1.0"
    assert method.start.weight == 0.0
    assert load_method(PACKAGED) == method


def test_a_newsroom_states_only_what_it_weighs_differently(write):
    own = load_method(write(OWN + '[weights.naming]\nanonymous = { weight = -0.9, why = "We were burnt." }\n'))
    assert own.version == "desk-1"
    assert own.weights.naming.anonymous.weight == -0.9
    assert own.weights.naming.anonymous.why == "We were burnt."
    assert own.weights.naming.anonymous.reference is None, "the packaged reference does not speak for another figure"
    assert own.weights.naming.named == load_method().weights.naming.named


def test_a_newsroom_method_changes_the_score_and_signs_it_with_its_version(make, write):
    own = load_method(write(OWN + '[weights.naming]\nanonymous = { weight = -0.9, why = "We were burnt." }\n'))
    packaged, strict = make(SourcingType.ANONYMOUS_OFFICIAL).score(), make(SourcingType.ANONYMOUS_OFFICIAL, method=own).score()
    assert strict.value < packaged.value
    assert strict.method == "desk-1"


def test_one_newsroom_method_can_extend_another(write):
    write(OWN + '[weights.text]\nrestated = { weight = -0.5, why = "Shades matter." }\n', "house.toml")
    desk = load_method(write('version = "desk-2"\nextends = "house.toml"\n', "desk.toml"))
    assert desk.version == "desk-2"
    assert desk.weights.text.restated.weight == -0.5


def test_a_method_that_extends_itself_is_refused(write):
    write('version = "a"\nextends = "b.toml"\n', "a.toml")
    path = write('version = "b"\nextends = "a.toml"\n', "b.toml")
    assert "it extends itself, by way of b.toml, a.toml" in refusal(path)


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ('[weights.naming]\nanonymus = { weight = -1.0, why = "typo" }', "line 4, weights.naming.anonymus: no such key is known"),
        (
            '[weights.naming]\nnamed = { weight = "a lot", why = "x" }',
            "line 4, weights.naming.named.weight: it should be a number and is 'a lot'",
        ),
        ('[weights.naming]\nnamed = { weight = nan, why = "x" }', "line 4, weights.naming.named.weight: it should be a finite number"),
        ('[start]\nweight = inf\nwhy = "x"', "line 4, start.weight: it should be a finite number and is inf"),
        ("[start]\nweight = 1.0", "line 3, start.why: it is missing"),
        ('[start]\nweight = 1.0\nwhy = " "', "line 5, start.why: it is empty; every figure says why"),
        (
            '[weights.hedge]\nmodal = { weight = 0.2, why = "x" }',
            "line 4, weights.hedge.modal.weight: 0.2 is out of range: should be less than",
        ),
        ('[weights.agreement]\necho = { weight = 0.1, why = "x" }', "line 4, weights.agreement.echo.weight: 0.1 is out of range"),
        ('[weights.capacity]\nspy = { weight = 0.1, why = "x" }', "line 4, weights.capacity.spy"),
        ('[weights.assessment]\nF = { weight = -1.0, why = "x" }', "line 4, weights.assessment.F: no such key is known"),
        ('[weights.assessment]\nG = { weight = -1.0, why = "x" }', "line 4, weights.assessment.G: no such key is known"),
        ('[grade.digit]\nfar = { weight = 1.5, why = "x" }', "line 4, grade.digit.far.weight: it should be a whole number and is 1.5"),
        ('[grade.letter]\nB = { weight = 0.95, why = "x" }', "line 3, grade.letter: the thresholds must fall from A to D"),
        ("[weights.naming\n", "it is not TOML: Expected ']' at the end of a table declaration (at line 3"),
        ("weights = 3", "line 3, weights"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_place(write, lines, says):
    assert says in refusal(write(OWN + lines + "\n"))


def test_a_method_in_which_a_name_would_lower_a_score_is_refused(write):
    said = refusal(write(OWN + '[weights.capacity]\nanonymous_insider = { weight = 2.0, why = "x" }\n'))
    assert "anonymous_insider +1.50: a name must not lower a score" in said


def test_a_method_in_which_parties_alone_weigh_more_is_refused(write):
    said = refusal(write(OWN + '[weights.agreement]\ndoubling_of_parties = { weight = 2.0, why = "x" }\n'))
    assert "an added origin must not lower a score" in said


def test_an_incomplete_method_names_what_it_leaves_out(write):
    whole = PACKAGED.read_text(encoding="utf-8")
    without = "\n".join(line for line in whole.splitlines() if not line.startswith("wire_agency = { weight = 0.60"))
    assert "nothing is said for wire_agency" in refusal(write(without))


def test_an_empty_file_a_missing_one_a_folder_and_a_binary_one_are_refused(write, tmp_path):
    assert "it is empty" in refusal(write(""))
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / "nowhere.toml")
    assert "cannot be read" in refusal(tmp_path)
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "it is not UTF-8 text (byte 0)" in refusal(binary)


def test_a_method_that_extends_another_needs_a_version_of_its_own(write):
    assert "it has no version of its own" in refusal(write('extends = "packaged"\n'))
    assert 'extends: it should say "packaged"' in refusal(write('version = "1"\nextends = 3\n'))


def test_a_fault_in_the_extended_file_is_placed_there(write):
    write(OWN + '[weights.hedge]\nmodal = { weight = 3.0, why = "x" }\n', "house.toml")
    assert "house.toml, line 4, weights.hedge.modal.weight" in refusal(write('version = "2"\nextends = "house.toml"\n', "desk.toml"))


def test_the_line_of_a_key_is_that_of_its_longest_beginning():
    text = "# a.b = 1\n\n[a]\nc = 1\n[a.b]\n'd' = { e = 1 }\n"
    assert line_of(text, ("a", "b", "d", "e")) == 6
    assert line_of(text, ("a", "b", "x")) == 5
    assert line_of(text, ("a", "c")) == 4
    assert line_of(text, ("z",)) is None
