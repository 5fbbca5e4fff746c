"""`intake` takes in what can be read, names what cannot, and says how it ended."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from provenance.cli.intake import lines_now_and_then


def test_articles_go_in_once(run, articles) -> None:
    first = run("intake", articles)
    assert (first.code, first.err) == (0, "")
    assert first.out.startswith("2 articles taken in with 5 claims, 0 already there, 0 refused.")
    again = run("intake", articles / "copy.txt", articles)
    assert again.code == 0
    assert again.out.startswith("0 articles taken in with 0 claims, 3 already there")


def test_what_cannot_be_read_is_named_and_the_others_go_in(run, articles, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("intake", tmp_path / "gone.txt", articles, tmp_path / "empty.txt")
    assert done.code == 1
    assert "2 articles taken in with 5 claims, 0 already there, 2 refused." in done.out
    assert [word in done.err for word in ("gone.txt: There is no such file", "empty.txt: The file is empty")] == [True, True]


def test_what_the_user_says_goes_before_what_the_text_shows(run, articles) -> None:
    run("intake", articles / "copy.txt", "--outlet", "sana", "--published", "2023-05-20")
    listed = run("articles").out
    assert "SANA" in listed
    assert "2023-05-20" in listed
    assert "Baladi" not in listed


@pytest.mark.parametrize(
    "options", [("--published", "20 May"), ("--input-format", "docx"), ("--nonsense",), ()], ids=["date", "format", "option", "no input"]
)
def test_a_command_that_is_not_understood_ends_with_2_and_touches_nothing(run, db, articles, options) -> None:
    done = run("intake", *([articles] if options else []), *options)
    assert done.code == 2
    assert "Error" in done.err
    assert not db.exists()


def test_an_encoding_that_had_to_be_detected_is_said(run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("The café at the bridge reopened on Friday, the mayor’s office said.".encode("cp1252"))
    done = run("intake", path)
    assert done.code == 0
    assert "cp1252" in done.err


def test_a_file_name_cannot_steer_the_terminal(run, tmp_path: Path) -> None:
    done = run("intake", tmp_path / "\x1b[2J\u202egone.txt")
    assert "\x1b" not in done.err
    assert "␛[2J⟨U+202E⟩gone.txt" in done.err


def test_hostile_text_comes_out_of_the_database_as_it_went_in(run, tmp_path: Path) -> None:
    sentence = "The ministry said [sic] on Friday [/b] that \x1b[31mthe bridge\u202e was \x00 closed."
    path = tmp_path / "a.txt"
    path.write_text(sentence, encoding="utf-8", newline="")
    assert run("intake", path).code == 0
    (line,) = run("export", "--format", "jsonl").out.splitlines()
    assert json.loads(line)["text"] == sentence
    table = run("claims").out
    assert "[sic]" in table
    assert "[/b]" in table
    assert "\x1b" not in table


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")
def test_ctrl_c_keeps_what_is_done_and_whole_articles_only(tmp_path: Path, db: Path) -> None:
    lines = tmp_path / "many.jsonl"
    sentence = "The ministry said on Friday that bridge number {} had reopened. A spokesman denied it on Sunday. "
    lines.write_text("".join(f'{{"id": "{n}", "text": "{sentence.format(n) * 20}"}}\n' for n in range(3000)), encoding="utf-8")
    code = "from provenance.cli import main; main()"
    command = [sys.executable, "-c", code, "--db", str(db), "intake", str(lines)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not db.exists() or db.stat().st_size + (Path(f"{db}-wal").stat().st_size if Path(f"{db}-wal").exists() else 0) < 400_000:
        assert time.monotonic() < deadline
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "What was taken in is kept" in err
    assert "Traceback" not in err
    taken = int(out.split()[0])
    assert 0 < taken < 3000
    listed = subprocess.run(
        [sys.executable, "-c", code, "--db", str(db), "export", "--format", "jsonl"], capture_output=True, text=True, check=True
    )
    by_article: dict[str, int] = {}
    for line in listed.stdout.splitlines():
        article = json.loads(line)["article"]
        by_article[article] = by_article.get(article, 0) + 1
    assert len(by_article) == taken
    assert len(set(by_article.values())) == 1


def test_a_known_article_with_another_outlet_or_day_is_said_to_be_known(run, articles: Path) -> None:
    run("intake", articles / "copy.txt")
    for options in (("--outlet", "sana"), ("--published", "2023-05-20"), ("--outlet", "baladi-news", "--published", "2023-05-20")):
        done = run("intake", articles / "copy.txt", *options)
        assert done.code == 0
        assert "1 already there" in done.out
        assert "Baladi News" in done.err
        assert "provenance articles correct" in done.err
    listed = run("articles").out
    assert "SANA" not in listed
    assert "2023-05-20" not in listed


def test_the_same_article_stated_alike_twice_is_no_matter_for_a_note(run, articles: Path) -> None:
    options = ("--outlet", "sana", "--published", "2023-05-20")
    assert run("intake", articles / "copy.txt", *options).err == ""
    again = run("intake", articles / "copy.txt", *options)
    assert "1 already there" in again.out
    assert again.err == ""


def test_files_of_a_folder_that_nobody_reads_are_counted_by_their_endings(run, articles: Path) -> None:
    (articles / "notes.csv").touch()
    (articles / "deep").mkdir()
    (articles / "deep" / "more.csv").touch()
    (articles / "scan.PDF").touch()
    (articles / ".hidden.csv").touch()
    done = run("intake", articles)
    assert done.code == 0
    assert "3 files were left out" in done.err
    assert ".csv (2), .pdf (1)" in done.err


def test_long_work_says_how_far_it_is_where_no_terminal_shows_a_bar(run, tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number:03}.txt").write_text(f"The road number {number} was opened on Friday, the ministry said.", encoding="utf-8")
    assert "50 of 60\n" in run("intake", tmp_path).err


def test_slow_work_says_so_after_ten_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter([0.0, 3.0, 11.0, 11.0, 12.0])
    show = lines_now_and_then(lambda: next(clock))
    for done in (1, 2, 3):
        show(done, 400, "x")
    assert capsys.readouterr().err == "2 of 400\n"
