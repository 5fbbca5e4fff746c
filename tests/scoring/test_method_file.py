"""Method files: what is accepted, and what the message says of one that is not."""

import os
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given

from provenance.errors import MethodError
from provenance.model.source import Family, SourcingType
from provenance.scoring import load_method
from provenance.scoring.method_file import PACKAGED, check_method
from provenance.scoring.method_pages import as_toml
from provenance.scoring.places import found_in
from provenance.scoring.promises import broken_promises

sys.path.insert(0, str(Path(__file__).parent))
from methods_made import valid_methods, whatever_methods

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
    assert method.version == "1.2"
    assert method.start.weight == 0.0
    assert load_method(PACKAGED) == method
    assert all(len(entry.figure.why) > 10 for entry in method.entries())


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
    assert "it extends itself" in refusal(write('version = "c"\nextends = "c.toml"\n', "c.toml"))


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (
            '[weights.naming]\nanonymus = { weight = -1.0, why = "typo" }',
            "line 4, weights.naming.anonymus: no such key is known; perhaps anonymous is meant",
        ),
        (
            '[weights.naming]\nnamed = { weight = "a lot", why = "x" }',
            "line 4, weights.naming.named.weight: it should be a number and is 'a lot'",
        ),
        (
            '[weights.naming]\nnamed = { weight = true, why = "x" }',
            "line 4, weights.naming.named.weight: it should be a number and is true",
        ),
        (
            '[weights.naming]\nnamed = { weight = 2024-01-01, why = "x" }',
            "line 4, weights.naming.named.weight: it should be a number and is datetime.date",
        ),
        ("[weights.naming]\nnamed = 0.4", "line 4, weights.naming.named: it should be a table and is 0.4"),
        ('[weights.naming]\nnamed = { weight = 1e400, why = "x" }', "weights.naming.named.weight: it should be a finite number and is inf"),
        (f'[start]\nweight = {"9" * 5000}\nwhy = "x"', "it is not TOML: Exceeds the limit"),
        (f"deep = {'[' * 100_000}", "its brackets stand too deep in each other"),
        ("[start]\nweight = 1.0\nwhy = 3", "line 5, start.why: it should be words in quotation marks and is 3"),
        (
            '[weights.naming]\nnamed = { weight = 0.1, why = "x", becuase = "y" }',
            "line 4, weights.naming.named.becuase: no such key is known",
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
        ('[weights.capacity]\nspy = { weight = 0.1, why = "x" }', "line 4, weights.capacity.spy: no such kind is known"),
        (
            '[weights.capacity]\nwire_agncy = { weight = 0.1, why = "x" }',
            "line 4, weights.capacity.wire_agncy: no such kind is known; perhaps wire_agency is meant",
        ),
        (
            '[grade.letter]\nG = { weight = 0.1, why = "x" }',
            "line 4, grade.letter.G: no such key is known: letters with a figure are A to D",
        ),
        (
            '[grade.digit]\nno_origin = { weight = 5, why = "x" }',
            "line 4, grade.digit.no_origin.weight: 5 is out of range: should be greater than or equal to 6; 6 says that it",
        ),
        ('[grade.digit]\nworst_alone = { weight = 6, why = "x" }', "line 4, grade.digit.worst_alone.weight: 6 is out of range"),
        ('[weights.conflict]\nlow = { weight = -3.0, why = "x" }', "line 4, weights.conflict.low: medium would weigh -0.50 and low -3.00"),
        ('[weights.assessment]\nD = { weight = 0.3, why = "x" }', "line 4, weights.assessment.D: C would weigh +0.15 and D +0.30"),
        (
            '[grade.digit]\ncontested = { weight = 2, why = "x" }',
            "line 4, grade.digit.contested: named_official alone would be graded 3 and contradicted 2: a contradiction must not better",
        ),
        (
            '[grade.digit_alone]\ndocument = { weight = 1, why = "x" }',
            "line 4, grade.digit_alone.document: document alone would be graded 1 and several origins 2",
        ),
        (
            '[grade.digit_alone]\nnamed_person = { weight = 5, why = "x" }',
            "line 4, grade.digit_alone.named_person: named_person alone would be graded 5 and anonymous_official 4: a name must not worsen",
        ),
        (
            '[weights.assessment]\nF = { weight = -1.0, why = "x" }',
            "line 4, weights.assessment.F: no such key is known: letters with a figure are A to E; F says",
        ),
        (
            '[weights.assessment]\nG = { weight = -1.0, why = "x" }',
            "line 4, weights.assessment.G: no such key is known: letters with a figure are A to E",
        ),
        ('[grade.digit]\nfar = { weight = 1.5, why = "x" }', "line 4, grade.digit.far.weight: it should be a whole number and is 1.5"),
        (
            '[grade.letter]\nB = { weight = 0.95, why = "x" }',
            "line 4, grade.letter.B: A would be given from 0.9 on and B from 0.95: the thresholds must fall",
        ),
        ("[weights.naming\n", "it is not TOML: Expected ']' at the end of a table declaration (at line 3"),
        ("weights = 3", "line 3, weights: it should be a table and is 3"),
        ("capacity = 3", "line 3, capacity: no such key is known"),
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
    without = "\n".join(line for line in whole.splitlines() if not line.startswith("wire_agency = { weight = 0.30"))
    table = 1 + without.splitlines().index("[weights.capacity]")
    assert f"line {table}, weights.capacity: nothing is said for wire_agency" in refusal(write(without))
    other = "\n".join(line for line in whole.splitlines() if not line.startswith("restated ="))
    assert f"line {1 + other.splitlines().index('[weights.text]')}, weights.text.restated: it is missing" in refusal(write(other))


def test_an_empty_file_a_missing_one_a_folder_and_a_binary_one_are_refused(write, tmp_path):
    assert "it is empty" in refusal(write(""))
    assert "it is empty" in refusal(write("# only a remark\n"))
    assert "cannot be read (No such file or directory)" in refusal(tmp_path / "nowhere.toml")
    assert "it is a folder, not a file" in refusal(tmp_path)
    assert "cannot be read (Not a directory)" in refusal(write("x") / "method.toml")
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00")
    assert "it is not UTF-8 text (byte 0)" in refusal(binary)


def test_a_file_that_never_ends_a_huge_one_and_a_circle_of_links_are_refused_at_once(write, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "it is no ordinary file" in refusal(tmp_path / "pipe")
    assert "it is no ordinary file" in refusal(Path("/dev/zero"))
    huge = write(OWN + "# " + "x" * 1_000_001)
    assert "bytes, and no method file has more than 1,000,000" in refusal(huge)
    (tmp_path / "one").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "one")
    assert "it cannot be read" in refusal(tmp_path / "one")


def test_a_name_that_no_file_can_have_is_refused(write):
    assert "it cannot be read" in refusal(write('version = "2"\nextends = "a\\u0000b"\n'))
    assert "it cannot be read" in refusal(write(f'version = "2"\nextends = "{"a" * 5000}"\n'))


@pytest.mark.parametrize(
    ("version", "says"),
    [
        ('""', "line 1, version: it is empty."),
        ("2.0", "line 1, version: it should be words in quotation marks and is 2.0"),
        ('"two\\u001b[31m"', "line 1, version: it holds signs that cannot be shown"),
        ('"evil \\u202e"', "line 1, version: it holds signs that cannot be shown"),
        (f'"{"v" * 41}"', "line 1, version: String should have at most 40"),
    ],
)
def test_a_version_that_cannot_stand_beside_a_score_is_refused(write, version, says):
    assert says in refusal(write(f'version = {version}\nextends = "packaged"\n'))


def test_all_problems_are_found_at_once_each_a_sentence_with_file_line_and_key(write):
    path = write(
        OWN + '[weights.naming]\nanonymus = { weight = -1.0, why = "x" }\nnamed = { weight = "a", why = " " }\n[grade]\nnone = 1\n'
    )
    method, problems = check_method(path)
    assert method is None
    assert sorted(str(problem).removeprefix(f"{path}, ") for problem in problems) == [
        "line 4, weights.naming.anonymus: no such key is known; perhaps anonymous is meant.",
        "line 5, weights.naming.named.weight: it should be a number and is 'a'.",
        "line 5, weights.naming.named.why: it is empty; every figure says why.",
        "line 7, grade.none: no such key is known; known here are letter, digit, digit_alone, digit_hedged.",
    ]
    with pytest.raises(MethodError) as refused:
        load_method(path)
    assert "There are 3 more places to mend; `provenance method check` lists them." in str(refused.value)


def test_methods_of_one_version_that_weigh_differently_differ_in_their_digest(write):
    one = load_method(write(OWN, "one.toml"))
    other = load_method(write(OWN + '[weights.naming]\nanonymous = { weight = -0.9, why = "We were burnt." }\n', "other.toml"))
    reworded = load_method(write(OWN + '[weights.naming]\nanonymous = { weight = -0.5, why = "In other words." }\n', "reworded.toml"))
    assert one.version == other.version == reworded.version
    assert one.digest != other.digest
    assert one.digest == reworded.digest == load_method().digest, "reasons and names weigh nothing"


@given(whatever_methods)
def test_a_method_in_which_a_name_would_lower_a_score_breaks_a_promise_whatever_its_other_figures(method):
    naming, capacity = method.weights.naming, method.weights.capacity
    named = min(round(capacity[kind].weight, 2) for kind in SourcingType if kind.family is Family.NAMED) + round(naming.named.weight, 2)
    hidden = max(round(capacity[kind].weight, 2) for kind in SourcingType if kind.family is Family.ANONYMOUS)
    hurts = round(named - hidden - round(naming.anonymous.weight, 2), 2) < 0
    assert hurts == any("a name must not lower a score" in why and "would weigh" in why for why, _ in broken_promises(method))


@given(valid_methods)
def test_a_method_that_keeps_every_promise_is_accepted_from_a_file(tmp_path_factory, method):
    path = tmp_path_factory.mktemp("method") / "own.toml"
    path.write_text(as_toml(method), encoding="utf-8")
    assert load_method(path) == method


def test_a_method_that_extends_another_needs_a_version_of_its_own(write):
    assert "it has no version of its own" in refusal(write('extends = "packaged"\n'))
    assert 'extends: it should say "packaged"' in refusal(write('version = "1"\nextends = 3\n'))


def test_a_fault_in_the_extended_file_is_placed_there(write):
    write(OWN + '[weights.hedge]\nmodal = { weight = 3.0, why = "x" }\n', "house.toml")
    assert "house.toml, line 4, weights.hedge.modal.weight" in refusal(write('version = "2"\nextends = "house.toml"\n', "desk.toml"))


def test_the_line_of_a_key_is_that_of_its_longest_beginning():
    text = "# a.b = 1\n\n[a]\nc = 1\n[a.b]\n'd' = { e = 1 }\n"
    assert found_in(text, ("a", "b", "d", "e")) == (6, 3)
    assert found_in(text, ("a", "b", "x")) == (5, 2)
    assert found_in(text, ("a", "c")) == (4, 2)
    assert found_in(text, ("z",)) is None


SEVERAL_LINES = """a = '''
[b]
c = 1
'''
d = \"\"\"x\"\"\" # \"\"\"
'b.c' = "\\\\" # '''
[[e]]
f = 1
"""


def test_keys_that_only_stand_in_a_text_of_several_lines_are_passed_over():
    assert tomllib.loads(SEVERAL_LINES)["e"] == [{"f": 1}]
    assert found_in(SEVERAL_LINES, ("b", "c")) is None
    assert found_in(SEVERAL_LINES, ("d",)) == (5, 1)
    assert found_in(SEVERAL_LINES, ("b.c",)) == (6, 1)
    assert found_in(SEVERAL_LINES, ("e", "f")) == (8, 2)


def test_a_prior_next_to_nothing_is_refused(write):
    assert "refuted" in refusal(write(OWN + '[track_record.prior.media_outlet]\nrefuted = { weight = 1e-300, why = "They never err." }\n'))
