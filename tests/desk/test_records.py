"""Verdicts and letters move the scores of what depends on them, and of nothing else."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from provenance.desk import Desk, analyze_inputs
from provenance.desk import records as records_of_desk
from provenance.desk.rescoring import _score_everything
from provenance.errors import NotFound, ProvenanceError
from provenance.model.queue import ClaimQuery
from provenance.model.reliability import Letter
from provenance.model.review import Action, ArticleCorrection, AttributionCorrection, Verdict
from provenance.model.source import Assessment
from provenance.registry import Registry

S, R = Verdict.SUPPORTED, Verdict.REFUTED
ALL = ClaimQuery()
TOLD = {
    "North Press": "The pumping station at al-Khafsa resumed work on Sunday, according to SANA.\n\n"
    "Residents wait for the first deliveries.",
    "Baladi News": "The pumping station at al-Khafsa resumed work on Sunday, SANA reported.\n\n"
    "The crossing at Bab al-Hawa was closed on Friday, Reuters said.",
    "The New Arab": "The ceasefire in Idlib held for three days, SANA said.\n\n"
    "The price of bread in Homs doubled in April, Reuters reported.",
    "TRT World": "The crossing at Bab al-Hawa was closed on Friday.\n\nThe parliament in Damascus elected a new speaker, SANA said.\n\n"
    "The harbour of Latakia was dredged in spring.",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("told")
    for day, (outlet, words) in enumerate(TOLD.items(), 6):
        (folder / f"{outlet}.md").write_text(f"---\noutlet: {outlet}\npublished: 2024-05-0{day}\n---\n\n{words}\n", encoding="utf-8")
    return {outlet: folder / f"{outlet}.md" for outlet in TOLD}


@pytest.fixture
def told(desk: Desk, files: dict[str, Path]) -> Desk:
    desk.intake([*files.values()])
    return desk


def claim(desk: Desk, outlet: str, words: str) -> str:
    (found,) = (e.claim for e in desk.claims(ALL, 0, 100) if e.outlet_name == outlet and words in e.text)
    return found


def everything(desk: Desk) -> dict[str, object]:
    """Every score with all its reasons, and where the list has it."""
    return {e.claim: (desk.archive.score(e.claim), e.score, e.low, e.grade) for e in desk.claims(ALL, 0, 100)}


def moved(desk: Desk, before: dict[str, object]) -> set[tuple[str, str]]:
    """The claims whose scores are other ones now, by outlet and first word after the article."""
    after = everything(desk)
    return {(e.outlet_name, e.text.split()[1]) for e in desk.claims(ALL, 0, 100) if after[e.claim] != before[e.claim]}


def from_nothing(desk: Desk) -> dict[str, object]:
    """The scores that the whole way from the claims gives."""
    with desk.archive.transaction():
        with desk.archive.writing() as connection:
            connection.execute(text("DELETE FROM claim_source"))
        _score_everything(desk.archive, desk.registry, desk.method)
    return everything(desk)


def test_a_verdict_moves_the_other_claims_of_the_same_origin_and_nothing_else(told: Desk) -> None:
    before = everything(told)
    told.judge(claim(told, "The New Arab", "ceasefire"), R)
    assert moved(told, before) == {("North Press", "pumping"), ("Baladi News", "pumping"), ("TRT World", "parliament")}
    score = told.card(claim(told, "TRT World", "parliament")).score
    reasons = [factor.reason for factor in score.factors if factor.factor == "track_record"]
    assert reasons == ["of 1 decided claim from SANA, 0 supported, 1 refuted"]
    told.undo()
    assert everything(told) == before
    told.redo()
    assert everything(told) == from_nothing(told)


def test_no_verdict_moves_the_scores_of_its_own_group(told: Desk) -> None:
    before = everything(told)
    told.judge(claim(told, "North Press", "pumping"), S)
    assert ("Baladi News", "pumping") not in moved(told, before)
    assert ("The New Arab", "ceasefire") in moved(told, before)


def test_a_group_counts_once_and_an_outlet_that_repeats_does_not_answer(told: Desk) -> None:
    told.judge([claim(told, "North Press", "pumping"), claim(told, "Baladi News", "pumping")], R)
    assert told.source("sana").record.refuted == 1
    assert told.source("north-press").record.refuted == told.source("baladi-news").record.refuted == 0
    told.judge(claim(told, "Baladi News", "crossing"), R)
    assert told.source("trt-world").record.refuted == 1, "it said so in its own voice"
    assert told.source("reuters").record.refuted == 1


def test_two_reviewers_who_differ_leave_a_group_open(told: Desk, tmp_path: Path) -> None:
    before = everything(told)
    wanted = claim(told, "The New Arab", "ceasefire")
    told.judge(wanted, R)
    with Desk.open(tmp_path / "desk.db", reviewer="second reviewer") as other:
        other.judge(wanted, S)
        assert everything(other) == before
        other.undo()
    assert everything(told) != before
    assert everything(told) == from_nothing(told)


def test_what_a_verdict_covers_follows_merges_splits_corrections_and_withdrawals(told: Desk) -> None:
    judged = claim(told, "The New Arab", "ceasefire")
    told.judge(judged, R)
    trt = claim(told, "TRT World", "harbour")
    for decide in (
        lambda: told.merge([judged, trt]),
        lambda: told.split(trt),
        lambda: told.correct_attribution(judged, AttributionCorrection(origin_name="Reuters")),
        lambda: told.correct_article(told.card(trt).article.id, ArticleCorrection(outlet="North Press")),
        lambda: told.withdraw_article(told.card(judged).article.id),
    ):
        decide()
        assert everything(told) == from_nothing(told)
    assert told.source("sana").record.refuted == 0
    told.undo()
    assert told.source("reuters").record.refuted == 1, "as corrected"


def test_a_merge_makes_whoever_joins_answer_for_the_verdict(told: Desk) -> None:
    judged, trt = claim(told, "The New Arab", "ceasefire"), claim(told, "TRT World", "harbour")
    told.judge(judged, R)
    before = everything(told)
    told.merge([judged, trt])
    assert told.source("trt-world").record.refuted == 1
    assert ("TRT World", "crossing") in moved(told, before)
    told.undo()
    assert everything(told) == before


orders = st.permutations(list(TOLD))
verdicts = st.lists(
    st.tuples(
        st.sampled_from([("North Press", "pumping"), ("Baladi News", "crossing"), ("The New Arab", "ceasefire"), ("The New Arab", "bread"),
                         ("TRT World", "crossing"), ("TRT World", "parliament")]),
        st.sampled_from([S, R, Verdict.NOT_ENOUGH_EVIDENCE]),
    ),
    max_size=4,
    unique_by=lambda pair: pair[0],
)  # fmt: skip


@settings(max_examples=12, deadline=None)
@given(orders, orders, verdicts, st.randoms())
def test_the_same_articles_and_verdicts_give_the_same_scores_in_whatever_order(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, Path], one: Sequence[str], other: Sequence[str], found: list, chance: object
) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    seen = []
    for order, judged, early in ((one, found, True), (other, shuffled, False)):
        folder = tmp_path_factory.mktemp("order")
        with Desk.open(folder / "desk.db", reviewer="r") as desk:
            pending = list(judged)
            for outlet in order:
                desk.intake([files[outlet]])
                for (who, words), verdict in [pair for pair in pending if early and pair[0][0] == outlet]:
                    desk.judge(claim(desk, who, words), verdict)
            for (who, words), verdict in [] if early else pending:
                desk.judge(claim(desk, who, words), verdict)
            seen.append(everything(desk))
    assert seen[0] == seen[1]


@settings(max_examples=10, deadline=None)
@given(verdicts, st.sampled_from([("North Press", "pumping"), ("The New Arab", "ceasefire"), ("Baladi News", "crossing")]))
def test_refuting_a_source_s_claim_never_raises_its_other_claims(
    tmp_path_factory: pytest.TempPathFactory, files: dict[str, Path], found: list, refuted: tuple[str, str]
) -> None:
    with Desk.open(tmp_path_factory.mktemp("refuted") / "desk.db", reviewer="r") as desk:
        desk.intake([*files.values()])
        for (who, words), verdict in found:
            desk.judge(claim(desk, who, words), verdict)
        before = {e.claim: (e.score, e.low, e.high) for e in desk.claims(ALL, 0, 100)}
        desk.judge(claim(desk, *refuted), R)
        for entry in desk.claims(ALL, 0, 100):
            assert all(now <= then for now, then in zip((entry.score, entry.low, entry.high), before[entry.claim], strict=True))


# Letters


def test_a_letter_moves_what_rests_on_its_source_and_is_told_with_its_basis(told: Desk) -> None:
    before = everything(told)
    entry = told.grade_source("SANA", "d", " retracted twice {oddly} ")
    assert (entry.action, entry.source, entry.letter, entry.note) == (Action.GRADE_SOURCE, "sana", Letter.D, "retracted twice {oddly}")
    assert {words for _, words in moved(told, before)} == {"pumping", "ceasefire", "parliament"}
    score = told.card(claim(told, "The New Arab", "ceasefire")).score
    basis = f"given by first reviewer: retracted twice {{oddly}}, {datetime.now(UTC).date()}"
    assert (score.letter, score.letter_reason) == (Letter.D, basis)
    assert everything(told) == from_nothing(told)
    told.grade_source("sana", "D", "another reason")
    assert "another reason" in told.card(claim(told, "The New Arab", "ceasefire")).score.letter_reason
    told.undo()
    told.undo()
    assert everything(told) == before
    told.redo()
    told.grade_source("sana", "F", "withdrawn: it was another agency")
    assert everything(told) == before
    assert len(told.source("sana").letters) == 6


def test_a_letter_stands_before_what_verdicts_give(told: Desk) -> None:
    told.judge(claim(told, "The New Arab", "ceasefire"), R)
    told.grade_source("sana", "B", "long known")
    score = told.card(claim(told, "TRT World", "parliament")).score
    assert score.letter is Letter.B
    assert {"assessment", "track_record"} <= {factor.factor for factor in score.factors}
    assert everything(told) == from_nothing(told)


@pytest.mark.parametrize("letter", ["G", "", "AA", "1", "Ä"])
def test_what_is_no_letter_is_refused_and_nothing_is_kept(told: Desk, letter: str) -> None:
    with pytest.raises(ProvenanceError, match=r"no letter.*Give A \(completely reliable\), B, C, D or E"):
        told.grade_source("sana", letter, "why")
    with pytest.raises(ProvenanceError, match="needs its reason"):
        told.grade_source("sana", "A", "  ")
    assert told.archive.journal.entries() == ()


def test_a_source_is_meant_by_key_or_by_a_name_that_only_it_has(told: Desk) -> None:
    assert told.source("new arab").summary.key == "the-new-arab"
    assert told.source("reuters").summary.key == "reuters"
    told.grade_source("Xinhua", "C", "known before its first claim came in")
    assert told.source("xinhua").summary.letter == "C"
    for words in ("nobody at all", "", "  "):
        with pytest.raises(NotFound, match="No outlet or origin is called"):
            told.source(words)


def test_a_name_that_several_have_is_answered_with_their_keys(desk: Desk, tmp_path: Path) -> None:
    for name in ("Valley Gazette North", "Valley Gazette South"):
        (tmp_path / f"{name}.md").write_text(f"---\noutlet: {name}\n---\n\nThe dam of {name} broke on Friday.\n", encoding="utf-8")
    desk.intake([tmp_path / "Valley Gazette North.md", tmp_path / "Valley Gazette South.md"])
    with pytest.raises(NotFound, match=r"(?s)several sources.*valley-gazette-north.*valley-gazette-south") as caught:
        desk.source("valley gazette")
    assert "key" in caught.value.do


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Lets days pass."""

    def pass_days(days: int) -> None:
        monkeypatch.setattr(records_of_desk, "today", lambda: datetime.now(UTC).date() + timedelta(days=days))

    return pass_days


def test_a_letter_turns_stale_when_the_database_is_opened_a_year_later(told: Desk, tmp_path: Path, later: Callable[[int], None]) -> None:
    told.grade_source("sana", "A", "long known")
    fresh = told.card(claim(told, "TRT World", "parliament")).score
    for days, stale in ((365, False), (366, True)):
        later(days)
        with Desk.open(tmp_path / "desk.db", reviewer="r") as again:
            score = again.card(claim(again, "TRT World", "parliament")).score
            assert ("stale" in score.letter_reason) is stale
            assert (score.value < fresh.value) is stale
            assert score.letter is Letter.A


def test_a_dated_assessment_from_the_registry_is_used_where_the_newsroom_gave_no_letter(
    desk: Desk, files: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = Assessment(letter=Letter.C, on=date.today(), by="a press council", citation="its yearly report, page 12")
    known = Registry.load()
    outlets = tuple(o.model_copy(update={"assessment": outside}) if o.key == "sana" else o for o in known.outlets)
    monkeypatch.setattr(Registry, "load", classmethod(lambda _cls, *_extra: Registry(outlets, known.ambiguous, known.wording)))
    desk.registry = Registry.load()
    desk.intake([*files.values()])
    told = f"assessment by a press council, cited: its yearly report, page 12, {date.today()}"
    assert desk.card(claim(desk, "TRT World", "parliament")).score.letter_reason == told
    assert desk.source("sana").summary.letter == "C"
    desk.grade_source("sana", "E", "seen otherwise")
    assert desk.source("sana").summary.letter == "E"
    analysis = analyze_inputs([*files.values()])
    assert {score.letter_reason for score in analysis.scores.values() if score.letter is Letter.C} == {told}


def test_every_source_is_listed_with_what_is_known_of_it(told: Desk) -> None:
    told.judge(claim(told, "The New Arab", "ceasefire"), R)
    listed = told.sources()
    assert [source.key for source in listed] == told.source_order()
    assert told.sources(1, 2) == listed[1:3]
    sana = next(source for source in listed if source.key == "sana")
    assert (sana.name, sana.kind, sana.owner, sana.letter) == ("SANA", "state_agency", "the state of Syria", "F")
    assert sana.letter_basis == "only 1 decided claim from SANA; a letter takes 5"
    assert (sana.claims, sana.supported, sana.refuted, sana.open) == (4, 0, 1, 2)
    north = next(source for source in listed if source.key == "north-press")
    baladi = next(source for source in listed if source.key == "baladi-news")
    assert (north.published, north.echoes) == (2, 0), "it was the first to tell"
    assert (baladi.published, baladi.echoes) == (2, 1)
    card = told.source("sana")
    assert {each.claims for each in card.repeated_by} == {1}
    assert len(card.repeated_by) == 4
    assert 0 < card.low < card.share < card.high < 1
    assert [each.key for each in told.source("the-new-arab").relies_on] == ["reuters", "sana"]


def test_scores_whose_cases_an_older_version_wrote_down_are_given_anew_at_the_next_opening(told: Desk, tmp_path: Path) -> None:
    with told.archive.writing() as connection:
        connection.execute(text("UPDATE weighing SET facts = 'another form {}'"))
    told.judge(claim(told, "The New Arab", "ceasefire"), R)
    with Desk.open(tmp_path / "desk.db", reviewer="r") as again:
        now = everything(again)
        assert again.card(claim(again, "TRT World", "parliament")).score.letter_reason.startswith("only 1 decided claim")
        assert now == from_nothing(again)


def test_publishers_that_nobody_names_are_no_source_that_could_be_judged(tmp_path: Path) -> None:
    (tmp_path / "nameless.txt").write_text("The harbour was closed on Friday, the port authority said.", encoding="utf-8")
    with Desk.open(tmp_path / "nameless.db", reviewer="test") as desk:
        desk.intake([tmp_path / "nameless.txt"])
        with pytest.raises(ProvenanceError, match="need not have one publisher"):
            desk.grade_source("unknown", "B", "looks sound")
        assert not desk.archive.journal.entries()
        (nobody,) = [source for source in desk.sources() if source.key == "unknown"]
        assert (nobody.letter, nobody.letter_basis) == ("F", "publishers that nobody names share no record")
