"""Facts about the desk: what people decide stays decided, can be taken back, and goes before what the machine reads."""

import json
import threading
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from provenance.desk import Desk, taking_in
from provenance.errors import NotFound, ProvenanceError
from provenance.extraction import Reading
from provenance.model.article import Document, PublicationBounds
from provenance.model.chain import Support
from provenance.model.queue import ClaimQuery, IntakeOutcome
from provenance.model.review import Action, ArticleCorrection, AttributionCorrection, Verdict
from provenance.model.source import SourcingType
from provenance.model.text import Span
from provenance.registry import Registry

ALL = ClaimQuery()


def claim_with(desk: Desk, words: str, outlet: str = "") -> str:
    found = [e.claim for e in desk.claims(ALL, 0, 100) if words in e.text and outlet in e.outlet]
    assert found, f"no claim says {words!r}"
    return found[0]


def everything(desk: Desk) -> list[str]:
    return [f"{e.claim} {e.support} {e.conflict} {e.grade} {e.score} {e.sourcing_type} {e.outlet}" for e in desk.claims(ALL, 0, 100)]


def test_taking_an_article_in_twice_changes_nothing(desk: Desk, texts: dict[str, Path]) -> None:
    first = desk.intake([texts["agency"]])
    before = everything(desk)
    second = desk.intake([texts["agency"]])
    assert first.count(IntakeOutcome.TAKEN_IN) == 1
    assert second.count(IntakeOutcome.ALREADY_THERE) == 1
    assert everything(desk) == before


def test_the_order_of_intake_does_not_matter(desk: Desk, texts: dict[str, Path], tmp_path: Path) -> None:
    desk.intake([texts["agency"], texts["copy"], texts["other"]])
    with Desk.open(tmp_path / "other.db", reviewer="first reviewer") as other:
        for name in ("other", "copy", "agency"):
            other.intake([texts[name]])
        assert sorted(everything(other)) == sorted(everything(desk))


def test_a_copy_of_an_agency_is_an_echo_and_another_origin_corroborates(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"], texts["copy"]])
    assert desk.entry(claim_with(desk, "resumed work")).support is Support.ECHO
    desk.intake([texts["other"]])
    entry = desk.entry(claim_with(desk, "resumed work"))
    assert entry.support is Support.CORROBORATED
    assert entry.group_origins == 2


def test_a_missing_file_does_not_keep_good_ones_out(desk: Desk, texts: dict[str, Path], tmp_path: Path) -> None:
    report = desk.intake([tmp_path / "nowhere.txt", texts["agency"]])
    assert report.count(IntakeOutcome.REFUSED) == 1
    assert report.count(IntakeOutcome.TAKEN_IN) == 1
    assert "nowhere.txt" in report.items[0].ref


def test_an_intake_that_is_stopped_keeps_what_is_done(desk: Desk, texts: dict[str, Path]) -> None:
    asked = iter([False, False, True, True, True, True])
    report = desk.intake(list(texts.values()), stop=lambda: next(asked))
    assert report.stopped
    assert len(desk.articles()) == report.count(IntakeOutcome.TAKEN_IN) == 1


def test_an_article_in_another_language_is_kept_and_not_read(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "fr.txt"
    text = "Le ministre a déclaré lundi que les travaux de la station reprendraient dans la semaine, après plusieurs mois d'arrêt.\n" * 4
    path.write_text(text, encoding="utf-8")
    report = desk.intake([path])
    assert report.count(IntakeOutcome.TAKEN_IN) == 1
    assert "only English" in " ".join(report.items[0].notes)
    assert desk.claims(ALL) == []
    assert desk.reading(desk.articles()[0].id).article.text == text


def test_a_verdict_is_shown_to_its_reviewer_and_to_others_as_another_s(desk: Desk, texts: dict[str, Path], tmp_path: Path) -> None:
    desk.intake([texts["agency"]])
    claim = claim_with(desk, "resumed work")
    desk.judge(claim, Verdict.SUPPORTED, note="seen on the ministry's own page", evidence=["https://example.org/record"])
    assert desk.entry(claim).verdict is Verdict.SUPPORTED
    with Desk.open(tmp_path / "desk.db", reviewer="second reviewer") as second:
        entry = second.entry(claim)
        assert entry.verdict is None
        assert entry.other_verdicts == (("first reviewer", Verdict.SUPPORTED),)


def test_a_verdict_for_echoes_is_one_entry_and_one_undo(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"], texts["copy"], texts["other"]])
    mine, echo = claim_with(desk, "resumed work", "sana"), claim_with(desk, "resumed work", "north-press")
    independent = claim_with(desk, "resumed work", "reuters")
    entry = desk.judge(mine, Verdict.REFUTED, echoes=True)
    assert {ref.claim for ref in entry.claims} == {mine, echo}
    assert desk.entry(independent).verdict is None
    assert desk.undo() is not None
    assert desk.entry(mine).verdict is None
    assert desk.entry(echo).verdict is None


def test_undo_and_redo_go_back_and_forth_across_restarts(desk: Desk, texts: dict[str, Path], tmp_path: Path) -> None:
    desk.intake([texts["agency"]])
    claim = claim_with(desk, "resumed work")
    desk.judge(claim, Verdict.SUPPORTED)
    desk.judge(claim, Verdict.REFUTED)
    with Desk.open(tmp_path / "desk.db", reviewer="first reviewer") as again:
        again.undo()
        assert again.entry(claim).verdict is Verdict.SUPPORTED
        again.undo()
        assert again.entry(claim).verdict is None
        assert again.undo() is None
        again.redo()
        again.redo()
        assert again.entry(claim).verdict is Verdict.REFUTED
        assert again.redo() is None


def test_a_corrected_attribution_goes_before_the_machine_and_can_be_taken_back(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"]])
    claim = claim_with(desk, "had stood still")
    before = everything(desk)
    desk.correct_attribution(
        claim, AttributionCorrection(sourcing_type=SourcingType.DOCUMENT, origin_name="maintenance log"), "seen the log"
    )
    card = desk.card(claim)
    assert card.claim.sourcing_type is SourcingType.DOCUMENT
    assert card.claim.origins == ("maintenance-log",)
    assert card.entry.corrected
    assert card.entry.support is Support.SINGLE_SOURCE
    desk.recompute()
    assert desk.card(claim).claim.sourcing_type is SourcingType.DOCUMENT
    desk.undo()
    assert everything(desk) == before
    desk.redo()
    assert desk.card(claim).claim.origins == ("maintenance-log",)


def test_a_corrected_outlet_changes_the_chains_and_can_be_taken_back(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["copy"]])
    article = desk.articles()[0].id
    before = everything(desk)
    desk.correct_article(
        article,
        ArticleCorrection(
            outlet="Baladi News", published=PublicationBounds(earliest=date(2023, 5, 1), latest=date(2023, 5, 2), basis=("seen in print",))
        ),
    )
    entry = desk.entry(claim_with(desk, "resumed work"))
    assert entry.outlet == "baladi-news"
    assert entry.published is not None
    assert entry.published.earliest == date(2023, 5, 1)
    assert desk.card(entry.claim).claim.attributions[0].chain[0] == "baladi-news"
    desk.undo()
    assert everything(desk) == before


def test_a_withdrawn_article_no_longer_counts_and_comes_back_on_undo(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"], texts["other"]])
    before = everything(desk)
    other = next(a.id for a in desk.articles() if a.outlet == "reuters")
    claim = claim_with(desk, "resumed work", "sana")
    assert desk.entry(claim).support is Support.CORROBORATED
    desk.withdraw_article(other, "retracted by the outlet")
    assert desk.entry(claim).support is Support.SINGLE_SOURCE
    assert all(e.outlet != "reuters" for e in desk.claims(ALL, 0, 100))
    assert [a.withdrawn for a in desk.articles() if a.id == other] == [True]
    desk.undo()
    assert sorted(everything(desk)) == sorted(before)


def test_a_sentence_marked_as_a_claim_joins_the_queue(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"]])
    article = desk.articles()[0].id
    headline = next(m.span for m in desk.reading(article).sentences if m.role == "headline")
    count = desk.progress(ALL).total
    entry = desk.mark_claim(article, headline)
    assert entry.action is Action.MARK_CLAIM
    assert desk.progress(ALL).total == count + 1
    desk.undo()
    assert desk.progress(ALL).total == count
    with pytest.raises(ProvenanceError, match="no words"):
        desk.mark_claim(article, Span(10_000, 10_010))


def test_verdicts_survive_a_recomputation(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake(list(texts.values()))
    claim = claim_with(desk, "resumed work")
    desk.judge(claim, Verdict.SUPPORTED)
    desk.note(claim, "call the ministry")
    before = everything(desk)
    assert desk.recompute() == 3
    assert everything(desk) == before
    assert desk.entry(claim).verdict is Verdict.SUPPORTED
    assert desk.entry(claim).notes == 1


def test_every_entry_of_the_journal_names_who_when_and_what(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"]])
    claim = claim_with(desk, "resumed work")
    desk.judge(claim, Verdict.SUPPORTED)
    desk.undo()
    actions = [(e.action, e.reviewer) for e in desk.card(claim).journal]
    assert actions == [(Action.VERDICT, "first reviewer"), (Action.UNDO, "first reviewer")]


def test_an_unknown_claim_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.card("ffffffffffff")
    with pytest.raises(NotFound):
        desk.resolve("zz")


def test_export_writes_every_matching_claim(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake(list(texts.values()))
    out = StringIO()
    count = desk.export("jsonl", ClaimQuery(outlets=("sana",)), out)
    assert count == len(out.getvalue().splitlines()) == desk.progress(ClaimQuery(outlets=("sana",))).matching
    with pytest.raises(ProvenanceError, match="parquet"):
        desk.export("parquet", ALL, out)


def test_a_verdict_on_several_claims_is_one_entry_and_one_undo(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"]])
    ids = [entry.claim for entry in desk.claims(ALL)]
    entry = desk.judge(ids, Verdict.SUPPORTED)
    assert [ref.claim for ref in entry.claims] == ids
    assert desk.progress(ALL).reviewed == len(ids)
    desk.undo()
    assert desk.progress(ALL).reviewed == 0


def test_capitals_reach_the_same_claims_from_either_side_of_a_collapse(desk: Desk, tmp_path: Path) -> None:
    for name, text in (
        (
            "first",
            "Talks in Ankara\n\nQAMISHLI, Syria (North Press) – The ministers discussed the border crossing at Bab al-Hawa, "
            "Reuters said citing a Turkish official.\n",
        ),
        ("second", "Border talks\n\nBALADI NEWS\n\nThe ministers discussed the border crossing at Bab al-Hawa, according to Reuters.\n"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        desk.intake([tmp_path / f"{name}.txt"])
    claims = [claim_with(desk, "Bab al-Hawa", outlet) for outlet in ("north-press", "baladi-news")]
    for claim in claims:
        assert {ref.claim for ref in desk.judge(claim, Verdict.SUPPORTED, echoes=True).claims} == set(claims)
        desk.undo()


def test_a_withdrawn_article_stays_out_though_a_decision_about_it_is_undone(desk: Desk, texts: dict[str, Path], tmp_path: Path) -> None:
    desk.intake([texts["agency"], texts["copy"]])
    mine, copy = claim_with(desk, "resumed work", "sana"), claim_with(desk, "resumed work", "north-press")
    collapse = next(c for c in desk.card(copy).group.collapsed)
    with Desk.open(tmp_path / "desk.db", reviewer="second reviewer") as second:
        second.reject_collapse(collapse.claim, collapse.into, "not the same report")
        desk.withdraw_article(second.card(copy).claim.article)
        second.undo()
        assert second.entry(mine).support is Support.SINGLE_SOURCE
        assert second.card(mine).group.claims == (mine,)


def test_threads_that_judge_get_their_turn_while_articles_come_in(desk: Desk, texts: dict[str, Path], tmp_path: Path) -> None:
    desk.intake([texts["agency"]])
    ids = [entry.claim for entry in desk.claims(ALL)]
    many = tmp_path / "many.jsonl"
    with many.open("w", encoding="utf-8") as lines:
        for number in range(12):
            lines.write(
                json.dumps(
                    {
                        "id": str(number),
                        "text": f"The bridge at place {number} opened on Monday, the ministry said. It is {number} metres long.",
                    }
                )
                + "\n"
            )
    done: list[int] = []

    def judge() -> None:
        done.extend(desk.judge(claim, Verdict.SUPPORTED).id for claim in ids * 4)

    thread = threading.Thread(target=judge)
    thread.start()
    report = desk.intake([many])
    thread.join()
    assert report.count(IntakeOutcome.TAKEN_IN) == 12
    assert len(set(done)) == len(ids) * 4


def test_an_article_in_which_everybody_speaks_inside_another_s_words_goes_in(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "nested.txt"
    path.write_text(
        "It is said that Turkey denied that its foreign minister met his Russian counterpart in Oslo on Friday.\n", encoding="utf-8"
    )
    assert desk.intake([path]).count(IntakeOutcome.TAKEN_IN) == 1


def test_another_method_gives_every_score_anew_and_touches_no_verdict(desk: Desk, texts: dict[str, Path], tmp_path: Path) -> None:
    desk.intake(list(texts.values()))
    claim = claim_with(desk, "resumed work", "sana")
    desk.judge(claim, Verdict.SUPPORTED)
    before = everything(desk)
    own = tmp_path / "own.toml"
    weight = '[weights.capacity]\nofficial_body = { weight = -0.05, why = "Our ministries are poor sources." }\n'
    own.write_text(f'extends = "packaged"\nversion = "house 1"\n{weight}', encoding="utf-8")
    with Desk.open(tmp_path / "desk.db", reviewer="first reviewer", method=own) as other:
        card = other.card(claim)
        assert card.score.method == "house 1"
        assert any(factor.weight == -0.05 for factor in card.score.factors)
        assert everything(other) != before
        assert other.entry(claim).verdict is Verdict.SUPPORTED
    with Desk.open(tmp_path / "desk.db", reviewer="first reviewer") as again:
        assert everything(again) == before


def test_corrections_without_content_never_enter_the_journal(desk: Desk, texts: dict[str, Path]) -> None:
    desk.intake([texts["agency"]])
    claim = desk.claims(ClaimQuery())[0]
    for empty in (AttributionCorrection(), AttributionCorrection(origin_name=" ")):
        with pytest.raises(ProvenanceError):
            desk.correct_attribution(claim.claim, empty)
    for nothing in (
        ArticleCorrection(),
        ArticleCorrection(outlet=""),
        ArticleCorrection(published=PublicationBounds(basis=("nobody knows",))),
    ):
        with pytest.raises(ProvenanceError):
            desk.correct_article(claim.article, nothing)
    with pytest.raises(ProvenanceError):
        desk.note(claim.claim, "\n")
    assert desk.undo() is None


def test_an_article_corrected_to_the_agency_it_was_taken_from_is_republished_by_nobody(desk: Desk, tmp_path: Path) -> None:
    head = "Sky News\n\nPumping station works again\n\nBy Reuters\n\n"
    page = f"{head}The pumping station at al-Khafsa works again, the ministry said on Sunday.\n"
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    desk.intake([tmp_path / "page.txt"])
    (claim,) = desk.claims(ClaimQuery())
    assert desk.card(claim.claim).article.masthead.republished_from == "reuters"
    desk.correct_article(claim.article, ArticleCorrection(outlet="reuters"))
    masthead = desk.card(claim.claim).article.masthead
    assert (masthead.outlet, masthead.republished_from) == ("reuters", None)


def test_an_article_that_nobody_foresaw_is_refused_and_the_others_go_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = taking_in.read_article

    def fails_on_one(document: Document, registry: Registry) -> Reading:
        return read(document, registry) if "good" in document.text else 1 / 0  # type: ignore[return-value]

    monkeypatch.setattr(taking_in, "read_article", fails_on_one)
    for name in ("bad", "good"):
        (tmp_path / f"{name}.txt").write_text(f"The {name} road was opened on Friday, the ministry said.", encoding="utf-8")
    with Desk.open(tmp_path / "x.db", reviewer="test") as desk:
        report = desk.intake([tmp_path / "bad.txt", tmp_path / "good.txt"])
    assert [item.outcome for item in report.items] == [IntakeOutcome.REFUSED, IntakeOutcome.TAKEN_IN]
    assert "was not foreseen (ZeroDivisionError); nothing of it was stored" in report.items[0].message
