"""Lists of articles and sources, and the record that verdicts give each source."""

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
    assert (north.key, north.kind, north.claims, north.refuted, north.open) == ("north-press", "outlet", 1, 1, 0)
    assert archive.sources(limit=1, offset=1) == [north]


def test_an_outlet_whose_name_holds_a_stray_character_is_listed_and_filtered(archive, make):
    make.take_in(archive, make.reading("stray", "A rose.", name="Stray\x00Post"))
    assert [source.name for source in archive.sources()] == ["Stray Post"]
    assert archive.progress(ClaimQuery(outlets=("stray post",)), "ada").matching == 1


def test_a_group_counts_once_in_a_record(archive, make):
    reads = [make.take_in(archive, make.reading(outlet, f"{outlet} said so.", origins={0: "reuters"})) for outlet in ("sana", "anadolu")]
    claims = [read.claims[0] for read in reads]
    archive.save_tracing([make.grouped(*claims)], (), [claim.id for claim in claims])
    archive.journal.append(make.verdict(*claims))
    records = archive.records(["reuters", "sana", "anadolu", "nobody"])
    assert {key: (record.supported, record.refuted) for key, record in records.items()} == {
        "reuters": (1, 0),
        "sana": (1, 0),
        "anadolu": (1, 0),
        "nobody": (0, 0),
    }


def test_a_record_holds_supported_and_refuted_only_and_follows_undo(archive, make):
    read = make.take_in(archive, make.reading("sana", "A rose.", "B rose.", "C rose.", "D rose."))
    for claim, found in zip(read.claims, (Verdict.SUPPORTED, R, Verdict.NOT_A_CLAIM, R), strict=True):
        archive.journal.append(make.verdict(claim, found=found))
    record = archive.records(["sana"])["sana"]
    assert (record.supported, record.refuted) == (1, 2)
    archive.journal.undo("ada", make.noon)
    assert archive.records(["sana"])["sana"].refuted == 1


def test_a_group_on_which_verdicts_differ_counts_for_neither_side(archive, make):
    claim = make.take_in(archive, make.reading("sana", "A rose.")).claims[0]
    archive.journal.append(make.verdict(claim))
    archive.journal.append(make.verdict(claim, found=R, by="bo"))
    record = archive.records(["sana"])["sana"]
    assert (record.supported, record.refuted) == (0, 0)
    assert archive.sources()[0].open == 1


def test_verdicts_on_a_withdrawn_article_leave_the_record(archive, make):
    read = make.take_in(archive, make.reading("sana", "A rose."))
    archive.journal.append(make.verdict(read.claims[0]))
    archive.update_article(read.article.model_copy(update={"withdrawn": True}))
    assert archive.records(["sana"])["sana"].supported == 0
    assert archive.sources() == []
