"""Merges and splits: what people say of groups goes before what the machine makes of the words, and lasts."""

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance.desk import Desk
from provenance.desk.constraints import constraints
from provenance.errors import NotFound, ProvenanceError
from provenance.model.chain import Support
from provenance.model.queue import ClaimQuery
from provenance.model.review import Action, JournalEntry

TOLDS = [
    ("BBC News", "The Adana bridge collapsed on Friday, the transport ministry said."),
    ("CNN", "On Friday the Adana bridge collapsed, according to the transport ministry."),
    ("Reuters", "Commuters lost their crossing over the Seyhan river, the mayor's office said."),
    ("AFP", "The Adana bridge collapsed on Friday morning, the Red Crescent said."),
    ("Al Jazeera", "The bridge of Adana collapsed on Friday, police said."),
]


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return written(tmp_path)


def written(folder: Path) -> list[Path]:
    files = []
    for n, (outlet, text) in enumerate(TOLDS):
        files.append(folder / f"{n}.txt")
        files[-1].write_text(f"{outlet}\n5 March 2022\n\n{text}\n", encoding="utf-8")
    return files


def claims(desk: Desk) -> dict[str, str]:
    """The claim of each outlet."""
    return {entry.outlet: entry.claim for entry in desk.claims(ClaimQuery(), 0, 100)}


def group(desk: Desk, outlet: str) -> set[str]:
    """The outlets whose claims are in one group with the claim of this one."""
    by_claim = {claim: name for name, claim in claims(desk).items()}
    return {by_claim[claim] for claim in desk.card(claims(desk)[outlet]).group.claims}


def test_a_merge_makes_one_group_of_two_whatever_their_words_say(desk: Desk, files: list[Path]) -> None:
    desk.intake(files[:3])
    assert group(desk, "bbc") == {"bbc", "cnn"}
    entry = desk.merge([claims(desk)["bbc"], claims(desk)["reuters"]], "one event")
    assert (entry.action, entry.note, entry.reviewer) == (Action.MERGE, "one event", "first reviewer")
    assert group(desk, "bbc") == {"bbc", "cnn", "reuters"}
    desk.undo()
    assert group(desk, "bbc") == {"bbc", "cnn"}
    desk.redo()
    assert group(desk, "reuters") == {"bbc", "cnn", "reuters"}


def test_what_comes_in_later_joins_a_merged_group_where_it_is_like_one_of_its_wordings(desk: Desk, files: list[Path]) -> None:
    desk.intake(files[:3])
    desk.merge([claims(desk)["cnn"], claims(desk)["reuters"]])
    desk.intake(files[3:4])
    assert group(desk, "afp") == {"afp", "bbc", "cnn", "reuters"}


def test_a_split_takes_a_claim_out_of_its_group_and_another_origin_with_it(desk: Desk, files: list[Path]) -> None:
    desk.intake([files[0], files[3]])
    assert desk.entry(claims(desk)["afp"]).support is Support.CORROBORATED
    entry = desk.split(claims(desk)["afp"], "another bridge")
    assert [ref.claim for ref in entry.companions] == [claims(desk)["bbc"]]
    assert group(desk, "afp") == {"afp"}
    assert desk.entry(claims(desk)["bbc"]).support is Support.SINGLE_SOURCE
    desk.undo()
    assert desk.entry(claims(desk)["afp"]).support is Support.CORROBORATED


def test_decisions_outlast_recomputation_restart_and_withdrawal(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    desk.intake(files[:4])
    desk.split(claims(desk)["afp"])
    desk.merge([claims(desk)["cnn"], claims(desk)["reuters"]])
    wanted = {"bbc", "cnn", "reuters"}
    desk.recompute()
    assert (group(desk, "cnn"), group(desk, "afp")) == (wanted, {"afp"})
    with Desk.open(tmp_path / "desk.db", reviewer="second reviewer") as second:
        second.withdraw_article(second.card(claims(second)["cnn"]).article.id)
        assert group(second, "reuters") == {"bbc", "reuters"}
        second.undo()
        assert (group(second, "cnn"), group(second, "afp")) == (wanted, {"afp"})


def test_a_merge_waits_for_a_claim_that_is_none_for_a_while(desk: Desk, files: list[Path], texts: dict[str, Path], tmp_path: Path) -> None:
    desk.intake([files[2], texts["agency"]])
    article = next(a.id for a in desk.articles() if a.outlet == "sana")
    headline = next(m.span for m in desk.reading(article).sentences if m.role == "headline")
    desk.mark_claim(article, headline)
    marked = next(m.claim.id for m in desk.reading(article).sentences if m.span == headline and m.claim)
    with Desk.open(tmp_path / "desk.db", reviewer="second reviewer") as second:
        second.merge([marked, claims(second)["reuters"]])
        assert len(second.card(marked).group.claims) == 2
        desk.undo()
        assert group(second, "reuters") == {"reuters"}
        desk.redo()
        assert len(second.card(marked).group.claims) == 2


def test_the_latest_decision_counts_whoever_took_it(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    desk.intake(files[:3])
    both = [claims(desk)["cnn"], claims(desk)["reuters"]]
    desk.merge(both)
    with Desk.open(tmp_path / "desk.db", reviewer="second reviewer") as second:
        second.split(both[1], "another place")
        assert group(second, "reuters") == {"reuters"}
        desk.merge(both, "the same place after all")
        assert group(second, "reuters") == {"bbc", "cnn", "reuters"}
        desk.undo()
        assert group(second, "reuters") == {"reuters"}
        second.undo()
        assert group(second, "reuters") == {"bbc", "cnn", "reuters"}


def test_what_changes_nothing_is_refused_in_words_and_never_enters_the_journal(desk: Desk, files: list[Path]) -> None:
    desk.intake([*files[:4]])
    named = claims(desk)
    for refused, words in (
        (lambda: desk.merge([named["bbc"]]), "two claims or more"),
        (lambda: desk.merge([named["bbc"], named["bbc"]]), "two claims or more"),
        (lambda: desk.merge([named["bbc"], named["cnn"]]), "one group already"),
        (lambda: desk.split([]), "needs a claim"),
        (lambda: desk.split(named["reuters"]), "alone in its group"),
        (lambda: desk.split([named["bbc"], named["reuters"]]), "several groups"),
        (lambda: desk.split([named[outlet] for outlet in ("bbc", "cnn", "afp")]), "all the claims"),
        (lambda: desk.reject_collapse(named["reuters"], "sana"), "not counted with sana"),
    ):
        with pytest.raises(ProvenanceError, match=words):
            refused()
    with pytest.raises(NotFound, match="No claim zz"):
        desk.merge([named["cnn"], "zz"])
    desk.withdraw_article(desk.card(named["reuters"]).article.id)
    with pytest.raises(NotFound, match="was withdrawn"):
        desk.merge([named["cnn"], named["reuters"]])
    assert [entry.action for entry in desk.archive.journal.entries()] == [Action.WITHDRAW_ARTICLE]


def apart(desk: Desk, entry: JournalEntry) -> bool:
    """Whether no claim that a split names shares a group with one that it was split from."""
    companions = {ref.claim for ref in entry.companions}
    return all(companions.isdisjoint(desk.archive.group_of(ref.claim).claims) for ref in entry.claims)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_a_split_is_never_undone_by_the_machine(chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder:
        split_while_articles_come_in(str(Path(folder) / "a.db"), Path(folder), chance)


def test_a_split_is_never_undone_by_the_machine_in_postgresql(postgresql_server, tmp_path: Path) -> None:
    postgresql_server.psql("CREATE DATABASE splits")
    assert split_while_articles_come_in(str(postgresql_server.get_uri("splits")), tmp_path, random.Random(3))  # noqa: S311


def split_while_articles_come_in(database: str, folder: Path, chance: random.Random) -> int:
    """Takes articles in, in any order, splits whatever can be split now and then, and looks whether all of it stays so."""
    files = written(folder)
    chance.shuffle(files)
    splits: list[JournalEntry] = []
    with Desk.open(database, reviewer="r") as desk:
        for file in files:
            desk.intake([file])
            several = [found for found, _ in desk.groups() if len(found.claims) > 1]
            if several and chance.random() < 0.7:
                splits.append(desk.split(chance.choice(chance.choice(several).claims)))
            if chance.random() < 0.3:
                desk.recompute()
            assert all(apart(desk, entry) for entry in splits)
    with Desk.open(database, reviewer="r") as desk:
        desk.recompute()
        assert all(apart(desk, entry) for entry in splits)
    return len(splits)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False))
def test_after_any_decisions_the_groups_are_as_people_said(chance: random.Random) -> None:
    with tempfile.TemporaryDirectory() as folder, Desk.open(Path(folder) / "a.db", reviewer="r") as desk:
        files = written(Path(folder))
        chance.shuffle(files)
        for file in files:
            desk.intake([file])
            for _ in range(2):
                try:
                    decide_something(desk, list(claims(desk).values()), chance)
                except (ProvenanceError, ValueError):  # one claim in all, one group already, alone in its group
                    continue
            said = constraints(desk.archive.journal.in_force(), claims(desk).values())
            of = {claim: found.id for found, _ in desk.groups() for claim in found.claims}
            assert all(of[a] == of[b] for a, b in said.merged)
            assert all(of[a] != of[b] for a, b in said.split)


def decide_something(desk: Desk, ids: list[str], chance: random.Random) -> None:
    deed = chance.choice(("undo", "redo", "split", "merge"))
    if deed == "split":
        desk.split(chance.choice(ids))
    elif deed == "merge":
        desk.merge(chance.sample(ids, 2))
    else:
        getattr(desk, deed)()
