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


def decisions(run) -> int:
    return sum(len(claim["journal"]) for claim in claims(run))


@pytest.mark.parametrize("evidence", ["notaurl", "see the ministry's site", "javascript:alert(1)", "https://", "10.1000"])
def test_evidence_that_nobody_can_follow_is_refused_in_words(taken_in, evidence: str) -> None:
    done = taken_in("review", one(taken_in, "trucks")["id"], "--verdict", "refuted", "--evidence", evidence)
    assert done.code == 1
    assert evidence in done.err
    assert "http" in done.err
    assert decisions(taken_in) == 0


@pytest.mark.parametrize("evidence", ["http://example.org", "https://example.org/a?b=c#d", "10.1000/182", "doi:10.1000/182"])
def test_evidence_is_a_web_address_or_a_doi(taken_in, evidence: str) -> None:
    claim = one(taken_in, "trucks")["id"]
    assert taken_in("review", claim, "--verdict", "refuted", "--evidence", evidence).code == 0
    assert one(taken_in, "trucks")["verdicts"][0]["evidence"] == [evidence]


@pytest.mark.parametrize("options", [("--published", ""), ("--outlet", ""), ("--outlet", " ", "--published", "2023-05-20")])
def test_a_correction_of_nothing_is_refused_and_what_was_undone_can_still_come_back(taken_in, options) -> None:
    claim = one(taken_in, "trucks")
    taken_in("review", claim["id"], "--verdict", "refuted")
    taken_in("undo")
    done = taken_in("articles", "correct", claim["article"], *options)
    assert (done.code, done.out) == (2, "")
    assert "refuted" in taken_in("redo").out


@pytest.mark.parametrize("command", [("show",), ("explain",), ("review", "--verdict", "refuted"), ("review", "--note", "seen")])
def test_a_claim_of_a_withdrawn_article_is_said_to_be_withdrawn(taken_in, command) -> None:
    claim = one(taken_in, "trucks")
    taken_in("articles", "withdraw", claim["article"])
    done = taken_in(command[0], claim["id"], *command[1:])
    assert done.code == 1
    assert "was withdrawn" in done.err
    assert claim["article"] in done.err


def test_an_article_is_withdrawn_once(taken_in) -> None:
    article = one(taken_in, "trucks")["article"]
    assert taken_in("articles", "withdraw", article).code == 0
    again = taken_in("articles", "withdraw", article)
    assert again.code == 1
    assert "withdrawn before" in again.err


def test_an_empty_note_is_refused(taken_in) -> None:
    done = taken_in("review", one(taken_in, "trucks")["id"], "--note", "  ")
    assert done.code == 1
    assert "empty" in done.err


def test_a_beginning_that_several_claims_share_lists_up_to_five_of_them(run, tmp_path) -> None:
    lines = "\n\n".join(f"The ministry said {number} people were hurt in district {number}." for number in range(2, 130))
    (tmp_path / "long.txt").write_text(f"Report of the ministry\n\n{lines}\n", encoding="utf-8")
    run("intake", tmp_path / "long.txt")
    ids = [claim["id"] for claim in claims(run)]
    shared = max("0123456789abcdef", key=lambda digit: sum(id_.startswith(digit) for id_ in ids))
    done = run("review", shared, "--verdict", "refuted")
    assert done.code == 1
    assert f"Several claims begin with {shared}" in done.err
    assert sum(id_ in done.err for id_ in ids) == 5


def test_articles_are_read_anew_and_what_people_decided_stays(taken_in) -> None:
    claim = json.loads(taken_in("claims", "--format", "jsonl").out.splitlines()[0])["id"]
    taken_in("review", claim, "--verdict", "refuted", "--note", "The record says Tuesday.")
    before = taken_in("claims", "--format", "jsonl").out
    assert taken_in("articles", "reread").out == "2 articles read anew.\n"
    assert taken_in("claims", "--format", "jsonl").out == before
    assert "refuted" in before
