"""Lists of articles and sources."""

from provenance.model.queue import ClaimQuery
from provenance.model.review import Verdict
from provenance.model.source import SourcingType

R = Verdict.REFUTED


def test_articles_are_listed_in_order_of_intake_with_the_reviewer_s_progress(archive, make):
    first = make.take_in(archive, make.reading("sana", "The river rose."))
    second = make.take_in(archive, make.reading())
    archive.update_article(first.article.model_copy(update={"withdrawn": True}))
    archive.journal.append(make.verdict(second.claims[0]))
    rows = archive.articles("ada")
    assert [(row.id, row.claims, row.reviewed, row.withdrawn) for row in rows] == [
        (first.article.id, 1, 0, True),
        (second.article.id, 2, 1, False),
    ]
    assert (rows[1].title, rows[1].outlet, rows[1].outlet_name, rows[1].refs) == (
        "The crossing reopened.",
        "north-press",
        "North Press",
        second.article.refs,
    )
    assert archive.articles("bo")[1].reviewed == 0
    assert archive.articles("ada", limit=1, offset=1) == rows[1:]


def test_a_source_is_counted_as_outlet_and_as_origin_under_one_key(archive, make):
    make.take_in(archive, make.reading("sana", "A rose.", "B rose.", kind=SourcingType.STATE_AGENCY))
    read = make.take_in(archive, make.reading("north-press", "C rose.", origins={0: "sana"}, kind=SourcingType.STATE_AGENCY))
    archive.journal.append(make.verdict(read.claims[0], found=R))
    sana, north = archive.sources()
    assert (sana.key, sana.name, sana.kind, sana.claims, sana.articles) == ("sana", "Sana", "state_agency", 3, 2)
    assert (sana.supported, sana.refuted, sana.open) == (0, 1, 2)
    assert (north.key, north.kind, north.claims) == ("north-press", "outlet", 1)
    assert (north.supported, north.refuted, north.open) == (0, 0, 0), "what it has from others it does not answer for"
    assert archive.sources(limit=1, offset=1) == [north]


def test_an_outlet_whose_name_holds_a_stray_character_is_listed_and_filtered(archive, make):
    make.take_in(archive, make.reading("stray", "A rose.", name="Stray\x00Post"))
    assert [source.name for source in archive.sources()] == ["Stray Post"]
    assert archive.progress(ClaimQuery(outlets=("stray post",)), "ada").matching == 1


def test_withdrawn_articles_are_no_source_s(archive, make):
    read = make.take_in(archive, make.reading("sana", "A rose."))
    archive.update_article(read.article.model_copy(update={"withdrawn": True}))
    assert archive.sources() == []
    assert archive.source("sana") is None


def test_whom_an_outlet_relies_on_and_who_repeats_a_source_are_counted(archive, make):
    kind = SourcingType.WIRE_AGENCY
    make.take_in(archive, make.reading("sana", "A rose.", "B rose.", origins={0: "reuters", 1: "reuters"}, kind=kind))
    make.take_in(archive, make.reading("anadolu", "C rose.", "D rose.", origins={0: "reuters", 1: "anadolu"}, kind=kind))
    relied, repeating = archive.partners("reuters", 5)
    assert relied == []
    assert [(each.key, each.name, each.claims) for each in repeating] == [("sana", "Sana", 2), ("anadolu", "Anadolu", 1)]
    relied, repeating = archive.partners("anadolu", 5)
    assert [(each.key, each.claims) for each in relied] == [("reuters", 1)]
    assert repeating == []
    assert len(archive.partners("reuters", 1)[1]) == 1


def test_a_source_is_found_by_its_whole_name_before_a_part_of_one(archive, make):
    make.take_in(archive, make.reading("press", "A rose.", name="Press"))
    make.take_in(archive, make.reading("north-press", "B rose.", name="North Press"))
    assert archive.sources_named("press") == [("press", "Press")]
    assert archive.sources_named("NORTH") == [("north-press", "North Press")]
    assert archive.sources_named("res") == [], "a part of a word is no word of the name"
    assert archive.sources_named(" ") == []


def test_the_claims_of_a_source_are_those_that_it_published_or_is_the_origin_of(archive, make):
    own = make.take_in(archive, make.reading("sana", "A rose."))
    other = make.take_in(archive, make.reading("north-press", "B rose.", "C rose.", origins={0: "sana"}))
    found = {entry.claim for entry in archive.queue(ClaimQuery(source="sana"), "ada", 0, 10)}
    assert found == {own.claims[0].id, other.claims[0].id}
