"""`intake` takes in what can be read, names what cannot, and says how it ended."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest


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
