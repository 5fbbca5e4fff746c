"""One door for all inputs: files, folders, standard input; what cannot be read comes back as a refusal, in its place."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from provenance.errors import InputRefused
from provenance.importers import IMPORTERS, find_inputs, read_documents
from provenance.importers.markdown import _split
from provenance.model.article import Document, TextStatus

TEXT = "The ministry said on Friday that the bridge had reopened.\r\n\r\nNobody else has said so."


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def only(source: Path, **options: int) -> Document | InputRefused:
    (found,) = read_documents(source, **options)
    return found


def document(source: Path) -> Document:
    found = only(source)
    assert isinstance(found, Document), found
    return found


def refusal(source: Path, **options: int) -> InputRefused:
    found = only(source, **options)
    assert isinstance(found, InputRefused), found
    return found


def test_plain_text_is_one_article_exactly_as_written(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    assert document(path) == Document(ref=str(path), text=TEXT)


def test_front_matter_states_what_the_text_does_not(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "a.md",
        '---\ntitle: "Bridge: open"\noutlet: sana\nauthor: [A. Writer, B. Writer]\nurl: https://example.org/1\n'
        f"date: 2023-05-20\ntext: restated\n---\n\n\n{TEXT}\n",
    )
    found = document(path)
    assert found.text == TEXT + "\n"
    assert (found.title, found.outlet, found.byline) == ("Bridge: open", "sana", "A. Writer, B. Writer")
    assert (found.url, found.published, found.text_status) == ("https://example.org/1", date(2023, 5, 20), TextStatus.RESTATED)
    assert found.notes == ()


@pytest.mark.parametrize("status", TextStatus)
def test_front_matter_says_how_the_text_relates_to_what_was_printed(tmp_path: Path, status: TextStatus) -> None:
    assert document(written(tmp_path, "a.md", f"---\ntext: {status.value}\n---\n{TEXT}")).text_status is status


def test_values_of_front_matter_stay_words(tmp_path: Path) -> None:
    assert document(written(tmp_path, "a.md", f"---\ntitle: No\noutlet: 1984\n---\n{TEXT}")).title == "No"


def test_what_front_matter_says_beyond_that_is_noted_and_not_guessed_at(tmp_path: Path) -> None:
    found = document(written(tmp_path, "a.md", f"---\npublished: 20 May\nmood: calm\ntext: polished\n---\n{TEXT}"))
    assert found.published is None
    assert found.text_status is TextStatus.AS_PUBLISHED
    assert [word for word in ("20 May", "polished", "mood") if any(word in note for note in found.notes)] == ["20 May", "polished", "mood"]


def test_the_day_of_a_time_is_the_day_at_its_own_place(tmp_path: Path) -> None:
    found = document(written(tmp_path, "a.md", f"---\npublished: 2023-05-20T23:50:00+03:00\n---\n{TEXT}"))
    assert found.published == date(2023, 5, 20)


def test_markdown_without_front_matter_is_text_from_the_first_character(tmp_path: Path) -> None:
    assert document(written(tmp_path, "a.md", f"# Bridge\n\n{TEXT}")).text == f"# Bridge\n\n{TEXT}"


@given(st.text())
def test_front_matter_and_text_never_lose_a_character_but_the_fence(text: str) -> None:
    matter, body = _split(f"---\ntitle: x\n---\n{text}")
    assert matter == "title: x\n"
    assert body == text.lstrip("\r\n")


@pytest.mark.parametrize("matter", ["title: a: b", "- just\n- a list", "[" * 5000])
def test_front_matter_that_cannot_be_read_refuses_the_file(tmp_path: Path, matter: str) -> None:
    assert "nothing was taken in" in str(refusal(written(tmp_path, "a.md", f"---\n{matter}\n---\n{TEXT}")))


def test_json_lines_hold_one_article_a_line(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "a.jsonl",
        '{"id": "one", "text": "He said\\r\\nso.", "outlet": "sana", "published": "2023-05-20"}\n\n'
        '{"id": 2, "text": "She did not."}\n{"text": "Nor did we."}',
    )
    assert list(read_documents(path)) == [
        Document(ref="one", text="He said\r\nso.", outlet="sana", published=date(2023, 5, 20)),
        Document(ref="2", text="She did not."),
        Document(ref=f"{path}:4", text="Nor did we."),
    ]


@pytest.mark.parametrize(
    "line", ["not json", "[1]", '{"id": "x"}', '{"text": 1}', '{"text": " "}', '{"text": "\\ud800"}', '{"text": "a"', "[" * 100_000]
)
def test_a_bad_line_is_refused_by_its_number_and_the_others_go_on(tmp_path: Path, line: str) -> None:
    first, bad, last = read_documents(written(tmp_path, "a.jsonl", f'{{"text": "One."}}\n{line}\n{{"text": "Three."}}\n'))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, InputRefused)
    assert bad.ref.endswith(":2")
    assert "Line 2" in str(bad)


def test_the_limit_is_for_a_line_of_json_lines_and_not_for_the_file(tmp_path: Path) -> None:
    lines = ['{"text": "Short."}'] * 20 + ['{"text": "' + "x" * 300 + '"}', '{"text": "Short again."}']
    found = list(read_documents(written(tmp_path, "a.jsonl", "\n".join(lines)), limit_bytes=200))
    assert [isinstance(each, InputRefused) for each in found] == [False] * 20 + [True, False]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.jsonl"])
@pytest.mark.parametrize("content", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_input_without_words_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    assert "nothing in it to read" in str(refusal(written(tmp_path, name, content)))


def test_a_file_above_the_limit_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as out:
        out.truncate(50_000_000)  # a hole in the disk: nothing but its size could tell
    assert "larger than 20 MB" in str(refusal(path))


def test_a_folder_is_read_in_sorted_order_without_hidden_and_unknown_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "picture.png", "deep/c.TXT", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        written(tmp_path, name, TEXT)
    assert [Path(each.ref).name for each in read_documents(tmp_path)] == ["a.md", "b.txt", "c.TXT"]


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", TEXT)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    found = list(read_documents(tmp_path))
    assert [type(each) for each in found] == [Document, InputRefused]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "no such file"),
        (lambda path: path.symlink_to(path.parent / "gone"), "link leads to a file that is not there"),
        (lambda path: os.mkfifo(path), "pipe"),
        (lambda path: path.mkdir(), "no file that can be read"),
    ],
)
def test_what_is_no_file_is_refused_in_words(tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    path = tmp_path / "a.txt"
    make(path)
    found = refusal(path)
    assert says in str(found)
    assert found.ref == str(path)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    path.chmod(0)
    assert "may not read" in str(refusal(path))


def test_a_file_that_disappears_while_it_is_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = written(tmp_path, "a.txt", TEXT)
    monkeypatch.setattr("provenance.importers.check_file", lambda path: path.unlink())
    assert "no such file" in str(refusal(path))


def test_an_ending_that_nobody_reads_is_refused_with_those_that_are_read(tmp_path: Path) -> None:
    assert ".jsonl, .markdown, .md" in str(refusal(written(tmp_path, "a.html", "<p>Hello</p>")))


def test_a_named_format_goes_before_the_ending(tmp_path: Path) -> None:
    (found,) = read_documents(written(tmp_path, "a.html", "<p>Hello</p>"), input_format="text")
    assert isinstance(found, Document)


def test_a_missing_file_among_good_ones_keeps_its_place(tmp_path: Path) -> None:
    good = written(tmp_path, "a.txt", TEXT)
    found = find_inputs([good, tmp_path / "gone.txt", good, "-"])
    assert [isinstance(each, InputRefused) for each in found] == [False, True, False, False]


def test_a_file_name_that_is_no_text_still_has_a_ref_that_can_be_stored(tmp_path: Path) -> None:
    try:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt"))
        path.write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    assert document(path).ref.encode("utf-8").endswith(b"caf\\xe9.txt")


@pytest.mark.parametrize(("given", "refs"), [(TEXT, ["-"]), ('{"id": "x", "text": "He did."}\n{"text": "No."}', ["x", "-:2"])])
def test_standard_input_is_plain_text_or_json_lines_as_it_looks(given: str, refs: list[str]) -> None:
    code = "from provenance.importers import read_documents; print([d.ref for d in read_documents('-')])"
    done = subprocess.run([sys.executable, "-c", code], input=given.encode(), capture_output=True, check=True)
    assert done.stdout.decode().strip() == str(refs)


def test_every_importer_has_an_ending_of_its_own() -> None:
    suffixes = [suffix for importer in IMPORTERS.values() for suffix in importer.suffixes]
    assert len(suffixes) == len(set(suffixes)) > 0


@pytest.mark.parametrize("opening", ["<!DOCTYPE html>\n<html>", "  <html lang='en'>", '<?xml version="1.0"?>\n<html>'])
def test_a_web_page_with_its_markup_is_refused_whatever_its_ending(tmp_path: Path, opening: str) -> None:
    path = tmp_path / "page.txt"
    path.write_text(f"{opening}<body><p>The road was opened on Friday, the ministry said.</p></body></html>", encoding="utf-8")
    (refused,) = read_documents(path)
    assert isinstance(refused, InputRefused)
    assert "web page" in str(refused)
