"""What is taken in stays as it was, once, whole, and together."""

import threading
from datetime import date

import pytest

from provenance.errors import NotFound
from provenance.model.article import PublicationBounds
from provenance.model.chain import ConflictStatus, Standing, Support
from provenance.model.filing import Sought, filed
from provenance.model.queue import ClaimQuery
from provenance.storage import Archive


def test_an_article_comes_back_as_it_went_in(archive, make):
    read = make.reading("north-press", "Hay’at said “we stay”.", "It rained\x00 \u202eon Monday [sic].", origins={0: "hayat"})
    assert archive.save_article(*read)
    assert archive.article(read.article.id) == read.article
    assert archive.sentences(read.article.id) == read.sentences
    assert archive.claims_of(read.article.id) == read.claims


def test_taking_the_same_article_in_twice_changes_nothing_but_its_refs(archive, make):
    read = make.take_in(archive, make.reading())
    before = archive.queue(ClaimQuery(), "ada", 0, 10)
    again = read.article.model_copy(update={"refs": ("another.txt", *read.article.refs)})
    assert not archive.save_article(again, (), (), {})
    assert archive.article(again.id) == read.article.model_copy(update={"refs": (*read.article.refs, "another.txt")})
    assert archive.sentences(again.id) == read.sentences
    assert archive.queue(ClaimQuery(), "ada", 0, 10) == before


def test_what_a_transaction_began_and_an_error_ended_was_never_there(archive, make):
    read = make.reading()
    with pytest.raises(ZeroDivisionError), archive.transaction():  # noqa: PT012
        archive.save_article(*read)
        assert archive.claims_of(read.article.id)
        raise ZeroDivisionError
    with pytest.raises(NotFound, match="No article"):
        archive.article(read.article.id)
    assert archive.all_article_ids() == ()
    assert archive.claims_sharing([Sought({"crossing": 6.0})], 5.0, ()) == ()


def test_another_thread_sees_a_transaction_only_when_it_is_complete(archive, make):
    read, seen = make.reading(), []
    other = lambda: seen.append(archive.all_article_ids())  # noqa: E731
    with archive.transaction():
        archive.save_article(*read)
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    other()
    assert seen == [(), (read.article.id,)]


def test_writers_in_several_threads_wait_for_each_other(archive, make):
    texts = [make.reading("north-press", f"The council met {i} times.", article_id=f"a{i}") for i in range(40)]
    threads = [threading.Thread(target=lambda part=part: [archive.save_article(*r) for r in part]) for part in (texts[::2], texts[1::2])]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(archive.all_article_ids()) == sorted(r.article.id for r in texts)
    assert archive.progress(ClaimQuery(), "ada").total == 40


def test_a_claim_is_found_by_the_beginning_of_its_id_if_only_one_begins_so(archive, make):
    read = make.take_in(archive, make.reading(article_id="abc"))
    _, second = read.claims
    assert archive.claim(second.id) == second
    assert archive.claim(second.id[:-1]) == second
    with pytest.raises(NotFound, match="Several claims begin with abc"):
        archive.claim("abc")
    for nothing in ("", "zzz", "abc%"):
        with pytest.raises(NotFound, match="No claim"):
            archive.claim(nothing)


def test_claims_are_found_by_the_terms_they_share(archive, make):
    here = make.take_in(archive, make.reading("north-press", "The crossing reopened.", "The river rose."))
    there = make.take_in(archive, make.reading("the-new-arab", "A crossing was closed."))
    found = archive.claims_sharing([Sought({"crossing": 6.0, "nowhere": 6.0})], 5.0, ())
    assert [(item.claim, item.article.outlet) for item in found] == [(here.claims[0], "north-press"), (there.claims[0], "the-new-arab")]


def test_what_very_many_claims_share_counts_as_much_as_what_few_do(archive, make):
    many = make.reading("north-press", *(f"Rain fell in place {i}." for i in range(200)))
    archive.save_article(*many)
    assert len(archive.claims_sharing([Sought({"rain": 6.0})], 5.0, ())) == 200
    assert [item.claim for item in archive.claims_sharing([Sought({"rain": 3.0, "7": 6.0})], 8.0, ())] == [many.claims[7]]
    assert archive.claims_sharing([Sought({"rain": 3.0, "nowhere": 6.0})], 8.0, ()) == ()


def test_terms_of_two_claims_do_not_add_up_and_known_claims_are_left_out(archive, make):
    read = make.take_in(archive, make.reading("north-press", "The crossing reopened.", "The river rose."))
    assert archive.claims_sharing([Sought({"crossing": 6.0}), Sought({"reopened": 6.0})], 8.0, ()) == ()
    both = [Sought({"crossing": 6.0}), Sought({"river": 6.0})]
    assert [item.claim for item in archive.claims_sharing(both, 5.0, [read.claims[0].id])] == [read.claims[1]]


def test_terms_count_in_the_weeks_that_are_sought_and_where_no_week_is_known(archive, make):
    read = make.reading("north-press", "The crossing reopened.", "The crossing closed.", "A crossing is open.")
    new, old, undated = read.claims
    terms = {new.id: [filed("crossing", 105_600)], old.id: [filed("crossing", 105_400)], undated.id: ["crossing"]}
    archive.save_article(read.article, read.sentences, read.claims, terms)

    def found(*weeks):
        return [item.claim for item in archive.claims_sharing([Sought({"crossing": 6.0}, weeks)], 5.0, ())]

    assert found(105_599, 105_600) == [new, undated]
    assert found(105_400) == [old, undated]
    assert found() == [new, old, undated]
    assert archive.claims_sharing([Sought({"cross": 6.0}, ())], 5.0, ()) == ()


def test_a_lasting_term_is_enough(archive, make):
    read = make.reading("north-press", "The crossing reopened.", "The river rose.")
    archive.save_article(read.article, read.sentences, read.claims, {read.claims[0].id: ["=deal sochi", filed("crossing", 105_600)]})
    sought = Sought({"crossing": 3.0}, {105_000}, {"=deal sochi", "=deal adana"})
    assert [item.claim for item in archive.claims_sharing([sought], 8.0, ())] == [read.claims[0]]


def test_what_very_many_claims_of_a_week_share_counts_there_alone(archive, make):
    many = make.reading("north-press", *(f"Rain fell in place {i}." for i in range(700)))
    terms = {claim.id: [filed("rain", 105_600 + i % 2), filed(f"#{i}", 105_600 + i % 2)] for i, claim in enumerate(many.claims)}
    archive.save_article(many.article, many.sentences, many.claims, terms)
    assert len(archive.claims_sharing([Sought({"rain": 6.0}, {105_600})], 5.0, ())) == 350
    assert len(archive.claims_sharing([Sought({"rain": 6.0}, {105_600, 105_601})], 5.0, ())) == 700
    rare = [Sought({"rain": 3.0, "#7": 6.0}, {105_600, 105_601})]
    assert [item.claim for item in archive.claims_sharing(rare, 8.0, (), 16.0)] == [many.claims[7]]


def test_claims_are_connected_by_groups_and_conflicts(archive, make):
    a, b, c, d = (make.take_in(archive, make.reading("sana", f"Day {i} passed.", article_id=f"a{i}")).claims[0] for i in range(4))
    archive.save_tracing([make.grouped(a, b), make.lone(c), make.lone(d)], [make.against(c, a)], [a.id, b.id, c.id, d.id])
    assert [item.claim for item in archive.claims_connected([a.id])] == [a, b, c]
    assert [item.claim for item in archive.claims_connected([d.id])] == [d]
    assert archive.conflicts_of([a.id]) == archive.conflicts_of([c.id]) == (make.against(a, c),)
    assert archive.group_of(b.id) == make.grouped(a, b) == archive.group(f"g-{a.id}")
    assert [item.claim for item in archive.members(f"g-{a.id}")] == [a, b]


def test_a_new_tracing_takes_the_place_of_the_old_one(archive, make):
    a, b = (make.take_in(archive, make.reading("sana", f"Day {i} passed.", article_id=f"a{i}")).claims[0] for i in range(2))
    contested = make.grouped(a, b, support=Support.SINGLE_SOURCE, conflict=ConflictStatus.CONTESTED)
    archive.save_tracing([contested], [make.against(a, b)], [a.id, b.id])
    assert [entry.standing for entry in archive.entries([a.id, b.id], "ada")] == [Standing.CONTESTED] * 2
    assert [(e.group_articles, e.group_claims) for e in archive.entries([a.id], "ada")] == [(2, 2)]
    archive.save_tracing([make.lone(a), make.lone(b)], (), [a.id, b.id])
    assert archive.conflicts_of([a.id, b.id]) == ()
    assert archive.groups() == (make.lone(b), make.lone(a))
    assert [entry.standing for entry in archive.entries([a.id, b.id], "ada")] == [Standing.UNATTRIBUTED] * 2


def test_groups_that_span_most_articles_come_first_and_can_be_asked_for_by_standing(archive, make):
    a, b, c = (make.take_in(archive, make.reading("sana", f"Day {i} passed.", article_id=f"a{i}")).claims[0] for i in range(3))
    archive.save_tracing([make.lone(a), make.grouped(b, c)], (), [a.id, b.id, c.id])
    assert archive.groups() == (make.grouped(b, c), make.lone(a))
    assert archive.groups(1, 1) == (make.lone(a),)
    assert archive.groups(standings=[Standing.ECHO]) == (make.grouped(b, c),)


def test_claims_of_a_withdrawn_article_vanish_and_come_back_with_it(archive, make):
    kept = make.take_in(archive, make.reading("sana", "The river rose again."))
    gone = make.take_in(archive, make.reading())
    archive.update_article(gone.article.model_copy(update={"withdrawn": True}))
    assert {entry.article for entry in archive.queue(ClaimQuery(), "ada", 0, 10)} == {kept.article.id}
    assert archive.progress(ClaimQuery(), "ada").total == 1
    assert archive.claims_sharing([Sought({"crossing": 6.0})], 5.0, ()) == archive.members(f"g-{gone.claims[0].id}") == ()
    assert archive.facets(ClaimQuery(), "ada").outlets == (("sana", "Sana", 1),)
    assert archive.claims_of(gone.article.id) == gone.claims
    assert archive.article(gone.article.id).withdrawn
    archive.update_article(gone.article)
    assert archive.progress(ClaimQuery(), "ada").total == 3


def test_a_corrected_outlet_and_date_reach_list_search_and_filter(archive, make):
    read = make.take_in(archive, make.reading("unknown", name="publisher unknown"))
    day = date(2020, 1, 14)
    bounds = PublicationBounds(earliest=day, latest=day, basis=("given by a person",))
    masthead = read.article.masthead.model_copy(update={"outlet": "trt-world", "outlet_name": "TRT World", "published": bounds})
    archive.update_article(read.article.model_copy(update={"masthead": masthead}))
    first = archive.queue(ClaimQuery(outlets=("trt-world",), text="trt crossing"), "ada", 0, 10)[0]
    assert (first.outlet, first.outlet_name, first.published) == ("trt-world", "TRT World", bounds)
    assert archive.queue(ClaimQuery(outlets=("unknown",)), "ada", 0, 10) == []


def test_a_new_reading_takes_the_place_of_the_old_one(archive, make):
    read = make.take_in(archive, make.reading("sana", "The river rose.", "It fell.", origins={0: "reuters"}))
    whole = make.cut(read.article, [type(read.claims[0].span)(0, len(read.article.text))], {})
    archive.replace_reading(read.article.id, read.sentences[:1], whole, {whole[0].id: ["flood"]})
    assert archive.claims_of(read.article.id) == whole
    assert archive.sentences(read.article.id) == read.sentences[:1]
    assert archive.claims_sharing([Sought({"rose": 6.0, "fell": 6.0})], 5.0, ()) == ()
    assert [e.claim for e in archive.queue(ClaimQuery(text="river fell"), "ada", 0, 10)] == [whole[0].id]
    assert archive.groups() == ()
    with pytest.raises(NotFound):
        archive.score(read.claims[0].id)


def test_a_score_is_kept_whole_and_replaced_whole(archive, make):
    claim = make.take_in(archive, make.reading(), 0.2, 0.3).claims[0]
    archive.save_scores({claim.id: make.scored(0.6), "unknown": make.scored(0.1)})
    assert archive.score(claim.id) == make.scored(0.6).score
    assert archive.entries([claim.id], "ada")[0].low == 0.6


def test_decisions_survive_closing_and_opening(database, make):
    with Archive(database) as archive:
        read = make.take_in(archive, make.reading())
        archive.journal.append(make.verdict(read.claims[0]))
    with Archive(database) as archive:
        assert make.shown(archive, *read.claims) == [make.verdict(read.claims[0]).verdict, None]
