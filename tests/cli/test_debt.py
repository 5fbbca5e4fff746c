"""`provenance debt` shows what articles and outlets leave open about their sources; `show` tells it of a claim's article."""

import csv
import io
import json


def records(run, *arguments: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in run("debt", *arguments, "--format", "jsonl").out.splitlines()]


def test_each_article_is_shown_with_its_shares_and_whether_its_key_claim_has_a_source(taken_in) -> None:
    out = taken_in("debt").out
    assert "Carried" in out
    assert "sourced" in out
    agency = next(each for each in records(taken_in) if each["outlet"] == "reuters")
    assert (agency["claims"], agency["vague"], agency["anonymous"]) == (3, 1, 1)
    assert agency["share_anonymous"] == round(1 / 3, 4)
    assert (agency["key_claim_sourced"], agency["key_claim_type"]) == (True, "state_agency")


def test_one_article_is_shown_with_its_key_claim_and_why(taken_in) -> None:
    article = records(taken_in, "reuters")[0]["article"]
    out = taken_in("debt", str(article)[:8]).out
    assert "The bridge over the river reopened on Friday" in out
    assert "because it says most of what the headline says" in out


def test_an_outlet_is_found_by_its_key_and_by_a_part_of_its_name(taken_in) -> None:
    assert records(taken_in, "baladi-news") == records(taken_in, "Baladi")
    assert [each["outlet"] for each in records(taken_in, "baladi-news")] == ["baladi-news"]


def test_the_articles_of_each_outlet_are_told_together(taken_in) -> None:
    rows = list(csv.DictReader(io.StringIO(taken_in("debt", "--by", "outlet", "--format", "csv").out)))
    assert {row["outlet"]: row["articles"] for row in rows} == {"reuters": "1", "baladi-news": "1"}
    assert all(row["key_claims"] == "1" for row in rows)
    assert "Key claims" in taken_in("debt", "--by", "outlet").out


def test_what_is_neither_article_nor_outlet_is_refused_in_words(taken_in) -> None:
    done = taken_in("debt", "nowhere")
    assert done.code == 1
    assert "no outlet is called so" in done.err
    assert taken_in("debt", "--by", "planet").code == 2


def test_a_withdrawn_article_owes_nothing(taken_in) -> None:
    article = str(records(taken_in, "reuters")[0]["article"])
    taken_in("articles", "withdraw", article)
    assert [each["outlet"] for each in records(taken_in)] == ["baladi-news"]


def test_show_tells_it_of_the_article_of_a_claim(taken_in) -> None:
    one = json.loads(taken_in("claims", "--format", "jsonl", "--search", "trucks").out)
    out = taken_in("show", one["id"]).out
    assert "How the article shows its sources" in out
    assert "3 claims: 0 without source, 1 in words that show nobody, 1 from unnamed sources" in out


def test_the_list_of_articles_says_how_many_claims_show_no_source(taken_in) -> None:
    listed = {each["id"]: each for each in map(json.loads, taken_in("articles", "list", "--format", "jsonl").out.splitlines())}
    assert all(listed[each["article"]]["unattributed"] == each["unattributed"] for each in records(taken_in))
    assert "No source" in taken_in("articles").out
