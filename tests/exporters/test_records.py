"""The records of `analyze` hold the fields of the contract, by name, and nothing is rounded or invented on the way."""

import json
import math

from provenance.exporters.records import article_record, claim_record, conflict_record, group_record, groups_by_claim, sentence_record
from provenance.model.article import Article, Masthead, Role
from provenance.model.claim import Sentence


def test_an_article_has_the_fields_of_the_contract(make_card) -> None:
    assert article_record(make_card().article) == {
        "record": "article",
        "id": "a1",
        "refs": ["one.txt", "two.txt"],
        "outlet": "sana",
        "republished_from": None,
        "title": "Bridge open",
        "byline": None,
        "credits": [],
        "published": {"earliest": "2023-05-19", "latest": None, "basis": ["“on Friday”"]},
        "language": "en",
    }


def test_what_is_not_known_of_an_article_is_null() -> None:
    record = article_record(Article(id="a", refs=("x",), text="T", masthead=Masthead()))
    assert (record["outlet"], record["published"], record["title"]) == (None, None, None)


def test_a_claim_has_the_fields_of_the_contract_and_its_offsets_fit_the_text(make_card) -> None:
    card = make_card()
    record = claim_record(card.claim, card.group, card.score)
    assert list(record) == [
        *("record", "id", "article", "start", "end", "text", "attributions", "sourcing_type", "hedges", "dates"),
        *("group", "support", "conflict", "score"),
    ]
    (attribution,) = record["attributions"]
    words = {key: [card.article.text[start:end] for start, end in attribution[key]] for key in ("source", "cue", "content")}
    assert words == {"source": ["SANA"], "cue": ["said"], "content": ["The bridge had reportedly reopened on Friday"]}
    assert attribution["chain"] == ["baladi-news", "sana"]
    assert card.article.text[record["start"] : record["end"]] == record["text"]
    assert record["hedges"] == [{"start": 28, "end": 38, "kind": "hearsay"}]
    assert (record["support"], record["conflict"]) == ("echo", "contested")


def test_weights_leave_unrounded_and_still_add_up_to_the_value(make_card) -> None:
    card = make_card()
    record = json.loads(json.dumps(claim_record(card.claim, card.group, card.score)))
    total = sum(factor["weight"] for factor in record["score"]["factors"])
    assert math.isclose(1 / (1 + math.exp(-total)), record["score"]["value"], abs_tol=1e-6)
    assert record["score"]["grade"] == "F3"


def test_a_sentence_says_who_and_when_only_where_it_is_no_claim(make_card) -> None:
    claim = make_card().claim
    fields = {"span": claim.span, "attributions": claim.attributions, "dates": claim.dates}
    headline = sentence_record("a1", Sentence(role=Role.HEADLINE, **fields))
    assert (headline["role"], len(headline["attributions"]), len(headline["dates"])) == ("headline", 1, 1)
    as_claim = sentence_record("a1", Sentence(role=Role.CLAIM, **fields))
    assert (as_claim["attributions"], as_claim["dates"]) == ([], [])


def test_groups_and_conflicts_have_the_fields_of_the_contract(make_card) -> None:
    card = make_card()
    assert group_record(card.group) == {
        "record": "group",
        "id": "g1",
        "claims": ["c1", "c2"],
        "origins": ["sana"],
        "support": "echo",
        "conflict": "contested",
        "collapsed": [{"claim": "c2", "into": "sana", "reason": "both credit SANA"}],
        "suspected_echoes": [],
        "presumed": [],
    }
    assert conflict_record(card.conflicts[0][0]) == {
        "record": "conflict",
        "a": "c1",
        "b": "c3",
        "kind": "date",
        "severity": "high",
        "reason": "another day",
        "reconcile": None,
    }
    assert groups_by_claim([card.group]) == {"c1": card.group, "c2": card.group}
