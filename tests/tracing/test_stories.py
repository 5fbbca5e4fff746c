"""Stories of news: the independent origins behind them are counted right, in all that the program has come to count right so far.

`attained_stories.toml` names these stories; a name may come in and none may go. `measure.py` beside the stories says how all of them stand.

`STORIES=FOLDER pytest tests/tracing/test_stories.py` reads the stories of another folder.
"""

import os
import random
import sys
import tomllib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from provenance.desk import Desk
from provenance.model.chain import ClaimGroup, IndependenceRule
from provenance.model.queue import IntakeOutcome

sys.path.insert(0, str(Path(__file__).parent / "stories"))
from checking import Found, analyze, as_lines, conflict_differences, weigh
from telling import HERE, Story, read_story, stories_in

STORIES = stories_in(Path(os.environ.get("STORIES") or HERE))
ATTAINED = tomllib.loads((Path(__file__).parent / "attained_stories.toml").read_text(encoding="utf-8"))
FOUND: dict[str, Found] = {}


def read(story: Story) -> Found:
    """What the program finds in a story, each read once."""
    if story.name not in FOUND:
        FOUND[story.name] = analyze(story)
    return FOUND[story.name]


def each_story(stories: Iterable[Story]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("story", stories, ids=lambda story: story.name)


def in_sentences(differences: Iterable[str]) -> str:
    return "\n".join(f"- {difference}" for difference in differences)


def attained(what: str) -> list[Story]:
    """The stories that the program has right; all of a folder that the environment names."""
    return [story for story in STORIES if os.environ.get("STORIES") or story.name in ATTAINED[what]]


@each_story(attained("origins"))
def test_the_independent_origins_of_a_story_are_counted_right(story: Story) -> None:
    differences = [difference for each in weigh(story, read(story)) for difference in each.in_number]
    assert not differences, f"{story.title}:\n{in_sentences(differences)}"


@each_story(attained("whole"))
def test_who_is_folded_into_whom_and_what_is_contradicted_is_right(story: Story) -> None:
    differences = [difference for each in weigh(story, read(story)) for difference in each.in_reason]
    differences += conflict_differences(story, read(story))
    assert not differences, f"{story.title}:\n{in_sentences(differences)}"


def test_no_group_and_no_conflict_joins_two_stories() -> None:
    found = analyze(*STORIES)
    joined = {group.id: sorted(map(found.words, group.claims)) for group in found.group.values() if len(told_in(group, found)) > 1}
    assert not joined, "\n".join("\n".join(words) for words in joined.values())
    across = [c for c in found.conflicts if found.home[c.a].split("/")[0] != found.home[c.b].split("/")[0]]
    assert not across, "\n".join(f"{c.kind}: {found.words(c.a)} and {found.words(c.b)}" for c in across)


def told_in(group: ClaimGroup, found: Found) -> set[str]:
    """The stories that a group's claims are of."""
    return {found.home[claim].split("/")[0] for claim in group.claims}


@pytest.mark.parametrize("seed", range(2))
def test_stories_taken_in_report_by_report_in_any_order_come_to_what_they_come_to_at_once(seed: int, tmp_path: Path) -> None:
    at_once = analyze(*STORIES)
    lines = as_lines(STORIES)
    random.Random(seed).shuffle(lines)  # noqa: S311
    file = tmp_path / "stories.jsonl"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with Desk.open(tmp_path / "stories.db", reviewer="test") as desk:
        assert desk.intake([file]).count(IntakeOutcome.TAKEN_IN) == len(lines)
        groups = {group.claims: group for group in desk.archive.groups(limit=100_000)}
        conflicts = set(desk.archive.conflicts_of(list(at_once.home)))
    expected = {group.claims: group for group in at_once.group.values()}
    names = {claims: [at_once.words(claim) for claim in claims] for claims in groups.keys() ^ expected.keys()}
    assert not names, f"grouped otherwise: {list(names.values())[:6]}"
    assert groups == expected
    assert conflicts == set(at_once.conflicts)


def test_every_story_that_was_right_is_still_told() -> None:
    assert {*ATTAINED["origins"], *ATTAINED["whole"]} <= {story.name for story in stories_in()}


def test_every_rule_of_independence_has_a_story() -> None:
    """Who tells another part of the event, or may be misread, has it from nobody: no origin of a story names these rules."""
    origins = [origin for story in stories_in() for matter in story.matters for origin in matter.true_origins]
    folding = {rule for origin in origins for rules in origin.reports.values() for rule in rules}
    assert folding == set(IndependenceRule) - {IndependenceRule.ANOTHER_PART, IndependenceRule.UNSURE_READING}


def test_who_tells_another_part_of_an_event_confirms_nobody() -> None:
    story = next(story for story in STORIES if story.name == "another-part-of-the-event")
    (group,) = {group for group in analyze(story).group.values() if len(group.claims) > 1}
    assert [origin.name for origin in group.origins] == ["the governor's office", "The prosecutor's office"]
    assert [collapse.rule for collapse in group.collapsed] == [IndependenceRule.ANOTHER_PART]


BROKEN = """
title = "A story that contradicts itself"
[[report]]
name = "one"
text = '''
A headline

[said] The bridge is open, the council said.
'''
[[matter]]
mark = "said"
origins = 1
support = "echo"
conflict = "none"
[[matter.origin]]
who = "the council"
[matter.origin.reports]
{report} = ["{rule}"]
"""


@pytest.mark.parametrize(
    ("report", "rule", "fault"),
    [("two", "shared_origin", "no sentence of two is marked said"), ("one", "by_magic", "no rule is called by_magic")],
)
def test_a_story_that_contradicts_itself_is_refused(report: str, rule: str, fault: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(BROKEN.format(report=report, rule=rule), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"broken\.toml: {fault}"):
        read_story(path)


def test_marks_are_no_part_of_the_text_and_show_where_their_sentence_begins() -> None:
    for story in STORIES:
        for report in story.reports:
            assert "[" not in report.text
            for mark in report.marks:
                claim = read(story).claim_at(f"{story.name}/{report.name}", mark.at)
                assert claim is None or claim.span.within(report.text) == claim.text


def test_what_the_program_gets_wrong_is_told_in_sentences() -> None:
    story = read_story(HERE / "two-cities-of-one-name.toml")
    found = read(story)
    claims = tuple(found.claims[f"{story.name}/{report.name}"][0].id for report in story.reports)
    thrown_together = replace(found, group=dict.fromkeys(claims, ClaimGroup(id="one", claims=claims)))
    told = [difference for each in weigh(story, thrown_together) for difference in (*each.in_number, *each.in_reason)]
    assert "libya has 1 independent origin(s), and 0 were counted: none" in told
    assert any(difference.startswith("the group of libya also holds another claim, nna: “") for difference in told)
    assert "libya is echo, and was called unattributed" in told
