"""What a person decides is kept under their name, can be taken back, and changes what is shown."""

import json

import pytest


def claims(run, *options: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("export", "--format", "jsonl", *options).out.splitlines()]


def one(run, words: str) -> dict[str, object]:
    return claims(run, "--search", words)[0]


def test_a_verdict_is_kept_with_reviewer_note_and_evidence(taken_in) -> None:
    claim = one(taken_in, "trucks")
    done = taken_in("review", claim["id"], "--verdict", "refuted", "--note", "seen", "--evidence", "https://example.org/1")
    assert done.code == 0
    (verdict,) = one(taken_in, "trucks")["verdicts"]
    assert (verdict["reviewer"], verdict["verdict"], verdict["note"]) == ("tester", "refuted", "seen")
    assert verdict["evidence"] == ["https://example.org/1"]
    assert [found["id"] for found in claims(taken_in, "--verdict", "refuted")] == [claim["id"]]


def test_two_reviewers_may_differ(taken_in) -> None:
    claim = one(taken_in, "trucks")
    taken_in("review", claim["id"], "--verdict", "supported")
    taken_in("review", claim["id"], "--verdict", "refuted", before=("--reviewer", "other"))
    assert [found["id"] for found in claims(taken_in, "--disputed")] == [claim["id"]]


def test_undo_takes_back_and_redo_brings_back(taken_in) -> None:
    claim = one(taken_in, "trucks")
    taken_in("review", claim["id"], "--verdict", "refuted")
    assert "refuted" in taken_in("undo").out
    assert one(taken_in, "trucks")["verdicts"] == []
    assert "refuted" in taken_in("redo").out
    assert len(one(taken_in, "trucks")["verdicts"]) == 1
    assert taken_in("redo").err == "There is nothing to bring back.\n"


def test_the_other_reviewers_decision_is_not_undone(taken_in) -> None:
    taken_in("review", one(taken_in, "trucks")["id"], "--verdict", "refuted", before=("--reviewer", "other"))
    assert "nothing of yours" in taken_in("undo").err


def test_a_verdict_for_the_echoes_too_is_one_decision(taken_in) -> None:
    claim = claims(taken_in, "--outlet", "baladi-news", "--search", "reopened")[0]
    taken_in("review", claim["id"], "--verdict", "supported", "--echoes")
    assert len(claims(taken_in, "--verdict", "supported")) == 2
    taken_in("undo")
    assert claims(taken_in, "--verdict", "supported") == []


def test_a_note_without_a_verdict_is_a_note(taken_in) -> None:
    claim = one(taken_in, "trucks")
    assert taken_in("review", claim["id"], "--note", "ask the ministry").code == 0
    assert "ask the ministry" in taken_in("show", claim["id"]).out
    assert one(taken_in, "trucks")["verdicts"] == []


@pytest.mark.parametrize("options", [(), ("--verdict", "true"), ("--note", "x", "--echoes"), ("--note", "x", "--evidence", "y")])
def test_a_review_that_says_nothing_clear_is_not_kept(taken_in, options: tuple[str, ...]) -> None:
    claim = one(taken_in, "trucks")
    assert taken_in("review", claim["id"], *options).code == 2
    assert one(taken_in, "trucks")["journal"] == []


def test_an_attribution_can_be_set_right_and_put_back(taken_in) -> None:
    claim = one(taken_in, "trucks")
    done = taken_in(
        "attribute", claim["id"], "--type", "named_official", "--source", "A ministry official", "--origin", "the minister", "--why", "x"
    )
    assert done.code == 0, done.err
    after = one(taken_in, "trucks")
    assert (after["sourcing_type"], after["corrected"]) == ("named_official", True)
    assert after["attributions"][0]["source_words"] == ["A ministry official"]
    assert after["attributions"][0]["origin_name"] == "the minister"
    taken_in("undo")
    assert one(taken_in, "trucks")["sourcing_type"] == claim["sourcing_type"]


@pytest.mark.parametrize(("words", "says"), [("nobody here", "do not stand"), ("e", "times")])
def test_source_words_have_to_stand_in_the_claim_once(taken_in, words: str, says: str) -> None:
    done = taken_in("attribute", one(taken_in, "trucks")["id"], "--source", words)
    assert done.code == 2
    assert says in done.err


def test_outlet_and_day_of_an_article_can_be_set_right(taken_in) -> None:
    article = one(taken_in, "mayor")["article"]
    done = taken_in("articles", "correct", article[:8], "--outlet", "sana", "--published", "2023-05-01..2023-05-31", "--why", "imprint")
    assert done.code == 0, done.err
    published_in = one(taken_in, "mayor")["published_in"]
    assert published_in["outlet"] == "sana"
    assert (published_in["published"]["earliest"], published_in["published"]["latest"]) == ("2023-05-01", "2023-05-31")
    taken_in("undo")
    assert one(taken_in, "mayor")["published_in"]["outlet"] == "baladi-news"


@pytest.mark.parametrize("days", ["May", "2023-05-31..2023-05-01", ".."])
def test_days_that_make_no_sense_are_refused(taken_in, days: str) -> None:
    assert taken_in("articles", "correct", one(taken_in, "mayor")["article"], "--published", days).code == 2


def test_a_withdrawn_article_counts_no_longer_and_comes_back_with_undo(taken_in) -> None:
    article = one(taken_in, "mayor")["article"]
    assert taken_in("articles", "withdraw", article, "--why", "retracted").code == 0
    assert {claim["article"] for claim in claims(taken_in)} != {article}
    assert len(claims(taken_in, "--standing", "echo")) == 0
    assert "withdrawn" in taken_in("articles").out
    taken_in("undo")
    assert len(claims(taken_in, "--standing", "echo")) == 2
