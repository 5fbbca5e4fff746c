"""Another method gives every score anew, by the kinds of case alone, and touches nothing that people decided."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from provenance.desk import Desk
from provenance.desk.retracing import retrace
from provenance.errors import MethodError
from provenance.model.queue import ClaimQuery
from provenance.model.review import AttributionCorrection, Verdict
from provenance.model.source import SourcingType

ALL = ClaimQuery()
STRICT = '[weights.naming]\nanonymous = { weight = -2.0, why = "x" }\n[weights.family]\nnone = { weight = -1.5, why = "x" }\n'
MILD = '[weights.naming]\nanonymous = { weight = -0.1, why = "x" }\n'

Reopen = Callable[..., Desk]


@pytest.fixture
def reopened(tmp_path: Path) -> Callable[[str, str], Desk]:
    """Opens the database with a method of this version and these figures."""

    def opened(version: str, figures: str) -> Desk:
        own = tmp_path / "own.toml"
        own.write_text(f'extends = "packaged"\nversion = "{version}"\n{figures}', encoding="utf-8")
        return Desk.open(tmp_path / "desk.db", reviewer="first reviewer", method=own)

    return opened


def scores(desk: Desk) -> dict[str, object]:
    return {entry.claim: desk.archive.score(entry.claim) for entry in desk.claims(ALL, 0, 100)}


def from_nothing(desk: Desk) -> dict[str, object]:
    """The scores that the whole way from the claims gives."""
    with desk.archive.transaction():
        retrace(desk.archive, [entry.claim for entry in desk.claims(ALL, 0, 100)], desk.registry, desk.method)
    return scores(desk)


def test_scores_from_the_kinds_of_case_are_those_from_the_claims(desk: Desk, texts: dict[str, Path], reopened: Reopen) -> None:
    desk.intake([*texts.values()])
    for version, figures in (("strict", STRICT), ("mild", MILD)):
        with reopened(version, figures) as other:
            quick = scores(other)
            assert quick == from_nothing(other)
            assert {score.method for score in quick.values()} == {version}
            assert [e.low for e in other.claims(ALL, 0, 100)] == sorted(score.low for score in quick.values())
            assert all(entry.score == quick[entry.claim].value for entry in other.claims(ALL, 0, 100))


def test_a_method_of_the_same_version_with_other_figures_gives_all_scores_anew(
    desk: Desk, texts: dict[str, Path], reopened: Reopen
) -> None:
    desk.intake([*texts.values()])
    with reopened("house", STRICT) as one:
        strict = scores(one)
    with reopened("house", MILD) as other:
        mild = scores(other)
    assert {score.method for score in (*strict.values(), *mild.values())} == {"house"}
    assert len({score.method_digest for score in (*strict.values(), *mild.values())}) == 2
    assert any(strict[claim].value != mild[claim].value for claim in strict)


def test_what_people_decided_stays_whatever_the_method(desk: Desk, texts: dict[str, Path], reopened: Reopen) -> None:
    desk.intake([*texts.values()])
    judged, corrected = (entry.claim for entry in desk.claims(ALL, 0, 2))
    desk.judge(judged, Verdict.REFUTED, note="seen otherwise")
    desk.correct_attribution(corrected, AttributionCorrection(sourcing_type=SourcingType.NAMED_OFFICIAL, origin_name="the minister"))
    journal = desk.archive.journal.entries()
    with reopened("strict", STRICT) as other:
        assert other.archive.journal.entries() == journal
        assert other.entry(judged).verdict is Verdict.REFUTED
        assert other.card(corrected).claim.corrected
        assert other.entry(corrected).sourcing_type is SourcingType.NAMED_OFFICIAL


def test_a_file_that_cannot_be_used_leaves_every_score_as_it_was(desk: Desk, texts: dict[str, Path], reopened: Reopen) -> None:
    desk.intake([*texts.values()])
    before = scores(desk)
    for wrong in ('[weights.naming]\nanonymous = { weight = "x", why = "x" }\n', "[weights\n", 'extends = "own.toml"\n'):
        with pytest.raises(MethodError):
            reopened("wrong", wrong)
        assert scores(desk) == before


def test_scores_that_an_older_version_of_the_program_gave_are_given_anew_from_the_claims(
    desk: Desk, texts: dict[str, Path], tmp_path: Path
) -> None:
    desk.intake([*texts.values()])
    before = scores(desk)
    for damage in (
        "UPDATE weighing SET facts = 'another form {}', digest = 'old 1.0', key = 'old ' || number",
        "UPDATE weighing SET digest = '', facts = '', key = 'old ' || number",
    ):
        with desk.archive.writing() as connection:
            connection.execute(text(damage))
        with Desk.open(tmp_path / "desk.db", reviewer="r") as again:
            assert scores(again) == before


def test_what_a_method_would_change_is_what_it_changes(desk: Desk, texts: dict[str, Path], reopened: Reopen) -> None:
    desk.intake([*texts.values()])
    before = {entry.claim: entry for entry in desk.claims(ALL, 0, 100)}
    with reopened("strict", STRICT) as other:
        strict = other.method
        after = {entry.claim: entry for entry in other.claims(ALL, 0, 100)}
    with Desk.open(desk.archive._engine.url.database, reviewer="r") as again:
        effect = again.effect_of(strict)
        assert effect.claims == len(before)
        assert effect.scores == sum(f"{before[c].score:.2f}" != f"{after[c].score:.2f}" for c in before) > 0
        assert effect.grades == sum(before[c].grade != after[c].grade for c in before)
        assert {entry.claim: entry for entry in again.claims(ALL, 0, 100)} == {
            claim: entry.model_copy(update={"verdict": None}) for claim, entry in before.items()
        }


def test_an_archive_whose_scored_claims_are_all_gone_is_opened_with_another_method_all_the_same(
    desk: Desk, texts: dict[str, Path], reopened: Reopen
) -> None:
    desk.intake([texts["agency"]])
    with desk.archive.writing() as connection:
        connection.execute(text("DELETE FROM claim"))
    with reopened("strict", STRICT) as other:
        assert other.archive.methods_of_scores() == frozenset()
