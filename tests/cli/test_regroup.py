"""What a person says of groups is kept, holds, and is refused in words where it changes nothing."""

import json
from pathlib import Path

import pytest

TOLDS = {
    "bbc": "The Adana bridge collapsed on Friday, the transport ministry said.",
    "cnn": "On Friday the Adana bridge collapsed, according to the transport ministry.",
    "reuters": "Commuters lost their crossing over the Seyhan river, the mayor's office said.",
    "north-press": "The ministers discussed the border crossing at Bab al-Hawa, Reuters said citing a Turkish official.",
    "baladi-news": "The ministers discussed the border crossing at Bab al-Hawa, according to Reuters.",
}


@pytest.fixture
def story(run, tmp_path: Path):
    """As `run`, with a bridge in two articles, one in other words, and talks that two outlets have from one agency."""
    for outlet, text in TOLDS.items():
        (tmp_path / f"{outlet}.md").write_text(f"---\noutlet: {outlet}\npublished: 2022-03-05\n---\n\n{text}\n", encoding="utf-8")
    assert run("intake", *(tmp_path / f"{outlet}.md" for outlet in TOLDS)).code == 0
    return run


def claim(run, outlet: str) -> dict:
    return next(
        each for each in map(json.loads, run("export", "--format", "jsonl").out.splitlines()) if each["published_in"]["outlet"] == outlet
    )


def size(run, outlet: str) -> int:
    return len(claim(run, outlet)["group_claims"])


def test_a_merge_brings_the_groups_of_its_claims_together_until_it_is_undone(story) -> None:
    ids = [claim(story, outlet)["id"] for outlet in ("bbc", "reuters")]
    done = story("merge", ids[0][:8], ids[1], "--why", "one bridge")
    assert (done.code, done.err) == (0, "")
    assert "Kept as tester: a group of 3 claims." in done.out
    assert size(story, "cnn") == 3
    (entry,) = claim(story, "cnn")["journal"]
    assert (entry["action"], entry["note"], entry["claims"]) == ("merge", "one bridge", ids)
    assert entry["companions"] == [claim(story, "cnn")["id"]]
    assert "merge (with 1 further claim) (bringing along 1 other) “one bridge”" in story("show", ids[0]).out
    assert "Taken back: merge" in story("undo").out
    assert size(story, "cnn") == 2
    story("redo")
    assert size(story, "cnn") == 3


def test_a_split_takes_its_claim_out_of_the_group(story) -> None:
    done = story("split", claim(story, "cnn")["id"], "--why", "another bridge")
    assert "1 claim split from 1 other." in done.out
    assert (size(story, "cnn"), size(story, "bbc")) == (1, 1)


def test_a_merge_says_what_stays_apart_because_a_person_said_so(story, tmp_path: Path) -> None:
    (tmp_path / "dw.md").write_text("---\noutlet: dw\n---\n\nThe bridge of Adana collapsed on Friday, police said.\n", encoding="utf-8")
    story("intake", tmp_path / "dw.md")
    story("split", claim(story, "cnn")["id"], claim(story, "deutsche-welle")["id"])
    done = story("merge", claim(story, "bbc")["id"], claim(story, "cnn")["id"])
    assert "a group of 2 claims. 1 claim stayed apart, as a person said before" in done.out
    assert (size(story, "bbc"), size(story, "deutsche-welle")) == (2, 1)


def test_what_changes_nothing_is_refused_in_words(story) -> None:
    bbc, cnn, reuters = (claim(story, outlet)["id"] for outlet in ("bbc", "cnn", "reuters"))
    for arguments, words in (
        (("merge", bbc), "two claims or more"),
        (("merge", bbc, cnn), "one group already"),
        (("merge", bbc, "zz"), "No claim zz"),
        (("merge", bbc, ""), "No claim"),
        (("split", reuters), "alone in its group"),
        (("split", bbc, reuters), "several groups"),
        (("split", bbc, cnn), "all the claims"),
        (("independent", reuters), "not counted with any other origin"),
    ):
        done = story(*arguments)
        assert (done.code, done.out) == (1, "")
        assert words in done.err
    assert claim(story, "bbc")["journal"] == []
    story("articles", "withdraw", claim(story, "reuters")["article"])
    assert "was withdrawn" in story("merge", bbc, reuters).err


def test_a_collapse_is_rejected_by_the_claim_or_by_the_name_of_its_origin_too(story) -> None:
    collapse = claim(story, "baladi-news")["collapsed"][0]
    assert len(claim(story, "baladi-news")["origins"]) == 1
    refused = story("independent", collapse["claim"], "the mayor")
    assert refused.code == 1
    assert collapse["into"] in refused.err
    for origin in ((), (collapse["into"],), ("a turkish official",)):
        done = story("independent", collapse["claim"], *origin, "--why", "two calls")
        assert (done.code, done.err) == (0, "")
        assert "is independent of" in done.out
        assert len(claim(story, "baladi-news")["origins"]) == 2
        story("undo")
        assert len(claim(story, "baladi-news")["origins"]) == 1


def test_groups_say_support_conflict_origins_and_days(story) -> None:
    out = story("groups").out
    assert "2 claims, 2 outlets; origins: the transport ministry; told 2022-03-05\n" in out
    assert "single source" in out
