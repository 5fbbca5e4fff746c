"""Articles stored together: what is found is the same as if each came alone, and none stops another."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from provenance.desk import intake_batch
from provenance.desk.taking_in import documents_of, take_in
from provenance.extraction import Reading
from provenance.model.article import Document
from provenance.model.queue import IntakeOutcome
from provenance.registry import Registry
from provenance.scoring import load_method
from provenance.storage.archive import Archive

TOLD = (
    "The Adana bridge collapsed on Friday, the transport ministry said.",
    "On Friday the Adana bridge collapsed, according to the transport ministry.",
    "The mayor of Lisbon rejected the new harbour budget, the council said.",
    "The mayor of Lisbon accepted the new harbour budget, the port authority said.",
    "The new harbour budget was rejected by the mayor of Lisbon.",
    "A storm damaged 214 houses in Latakia, SANA reported.",
    "In Latakia 214 houses were damaged by a storm, according to SANA.",
)
DOCUMENTS = [Document(ref=f"{n}.txt", text=text, outlet=f"outlet-{n}", published=date(2022, 3, 5)) for n, text in enumerate(TOLD)]


def found_in(archive: Archive) -> set[str]:
    """Groups, conflicts and scores, in a form that does not depend on the order of intake."""
    groups = archive.groups()
    claims = [claim for group in groups for claim in group.claims]
    scores = {f"{claim} {archive.score(claim).low:.3f}" for claim in claims}
    conflicts = {f"{conflict.a} {conflict.b} {conflict.kind}" for conflict in archive.conflicts_of(claims)}
    return {group.model_dump_json() for group in groups} | conflicts | scores


def test_together_articles_make_the_groups_conflicts_and_scores_that_they_make_one_by_one(tmp_path: Path) -> None:
    registry, method = Registry.load(), load_method(None)
    with Archive(tmp_path / "together.db") as together, Archive(tmp_path / "alone.db") as alone:
        report = take_in(together, DOCUMENTS, registry, method)
        for document in reversed(DOCUMENTS):
            take_in(alone, [document], registry, method)
        assert [item.ref for item in report.items] == [document.ref for document in DOCUMENTS]
        assert found_in(together) == found_in(alone)


def test_what_was_read_before_the_intake_is_stopped_is_kept(tmp_path: Path) -> None:
    asked: list[int] = []
    with Archive(tmp_path / "x.db") as archive:
        report = take_in(archive, DOCUMENTS, Registry.load(), load_method(None), stop=lambda: asked.append(1) or len(asked) > 5)
        assert report.stopped
        assert [item.article for item in report.items] == list(archive.all_article_ids())
        assert len(report.items) == 5


@pytest.mark.parametrize(("total", "bad"), [(total, bad) for total in range(1, len(TOLD) + 1) for bad in range(total)])
def test_one_of_several_that_cannot_be_stored_stops_no_other(total: int, bad: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filed = intake_batch.terms_of

    def fails_on_one(reading: Reading) -> dict[str, frozenset[str]]:
        return filed(reading) if reading.article.text != TOLD[bad] else 1 / 0  # type: ignore[return-value]

    monkeypatch.setattr(intake_batch, "terms_of", fails_on_one)
    with Archive(tmp_path / "x.db") as archive:
        report = take_in(archive, DOCUMENTS[:total], Registry.load(), load_method(None))
        refused = [item for item in report.items if item.outcome is IntakeOutcome.REFUSED]
        assert [item.ref for item in refused] == [f"{bad}.txt"]
        assert "was not foreseen (ZeroDivisionError)" in refused[0].message
        assert [item.ref for item in report.items] == [document.ref for document in DOCUMENTS[:total]]
        assert len(archive.all_article_ids()) == total - 1


def test_long_articles_behind_short_ones_do_not_go_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    together: list[int] = []
    stored = intake_batch.IntakeBatch._stored
    monkeypatch.setattr(
        intake_batch.IntakeBatch,
        "_stored",
        lambda self, several: together.append(sum(len(each.reading.claims) for each in several)) or stored(self, several),
    )
    long = " ".join(f"Bridge number {n} in Izmir was closed, the transport ministry said." for n in range(40))
    articles = [Document(ref=f"long-{n}", text=f"{long} Report {n} was published.", outlet="sana") for n in range(3)]
    with Archive(tmp_path / "x.db") as archive:
        take_in(archive, [*DOCUMENTS, *articles], Registry.load(), load_method(None))
    assert together[-3:] == [41, 41, 41]


def test_what_was_read_is_kept_where_a_reader_fails(tmp_path: Path) -> None:
    def documents() -> Iterator[Document]:
        yield from DOCUMENTS[:5]
        raise KeyboardInterrupt

    with Archive(tmp_path / "x.db") as archive:
        with pytest.raises(KeyboardInterrupt):
            take_in(archive, documents(), Registry.load(), load_method(None))
        assert len(archive.all_article_ids()) == 5


def test_progress_counts_the_articles_of_one_file(tmp_path: Path) -> None:
    file = tmp_path / "told.jsonl"
    file.write_text("\n".join(document.model_dump_json(include={"text", "outlet"}) for document in DOCUMENTS[:3]), encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    list(documents_of([file], None, lambda *step: told.append(step), None))
    assert told == [(0, 1, str(file)), (0, 1, f"article 2 of {file}"), (0, 1, f"article 3 of {file}"), (1, 1, "")]
