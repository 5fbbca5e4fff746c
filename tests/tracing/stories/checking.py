"""What the program finds in a story, held against what a careful fact-checker finds there."""

import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from telling import Mark, Matter, Report, Story, TrueOrigin

from provenance.desk import analyze_inputs
from provenance.desk.analysis import Analysis
from provenance.model.chain import ClaimGroup, Conflict, Severity
from provenance.model.claim import Claim


@dataclass(frozen=True)
class Found:
    """The claims, groups and conflicts that were read in some reports; reports by the name `story/report`."""

    claims: dict[str, tuple[Claim, ...]]
    home: dict[str, str]
    """By claim id, the report that holds the claim."""
    group: dict[str, ClaimGroup]
    """By claim id, the group that the claim is in."""
    conflicts: tuple[Conflict, ...]

    def claim_at(self, report: str, at: int) -> Claim | None:
        """The claim at a place of a report; None where no claim was read there."""
        return next((claim for claim in self.claims[report] if claim.span.start <= at < claim.span.end), None)

    def words(self, claim: str) -> str:
        """The beginning of a claim with the report that holds it."""
        text = next(each.text for each in self.claims[self.home[claim]] if each.id == claim)
        return f"{self.home[claim].rpartition('/')[2]}: “{' '.join(text.split())[:70]}…”"


def as_lines(stories: Sequence[Story]) -> list[str]:
    """The reports of some stories as the JSON lines that the program reads, in order."""
    return [json.dumps(_row(story, report)) for story in stories for report in story.reports]


def _row(story: Story, report: Report) -> dict[str, str | None]:
    day = report.published.isoformat() if report.published else None
    return {"id": f"{story.name}/{report.name}", "text": report.text, "outlet": report.outlet, "published": day}


def analyze(*stories: Story) -> Found:
    """Read, trace and score all reports of these stories together, as `provenance analyze` does."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stories.jsonl"
        path.write_text("\n".join(as_lines(stories)) + "\n", encoding="utf-8")
        return found_in(analyze_inputs([path]))


def found_in(analysis: Analysis) -> Found:
    """What an analysis holds, by report and by claim."""
    assert not analysis.refused, analysis.refused
    claims = {ref: reading.claims for reading in analysis.readings for ref in reading.article.refs}
    return Found(
        claims=claims,
        home={claim.id: ref for ref, several in claims.items() for claim in several},
        group={claim: group for group in analysis.tracing.groups for claim in group.claims},
        conflicts=analysis.tracing.conflicts,
    )


@dataclass(frozen=True)
class Weighed:
    """What was found of one matter, and what differs from what is right, in sentences."""

    matter: Matter
    groups: tuple[ClaimGroup, ...]
    in_number: tuple[str, ...]
    """What makes the number of independent origins wrong, or right only by chance."""
    in_reason: tuple[str, ...]
    """What else differs: who stands behind the group and by which rule, and what is said against it."""

    @property
    def given(self) -> str:
        """The groups in a few words."""
        return " + ".join(f"{len(group.origins)} {group.support.value} {group.conflict.value}" for group in self.groups) or "nothing"

    @property
    def wanted(self) -> str:
        """What is right, in a few words."""
        return " ".join("/".join(sorted(map(str, each))) for each in (self.matter.origins, self.matter.support, self.matter.conflict))


def weigh(story: Story, found: Found) -> list[Weighed]:
    """Every matter of a story, with what differs from what is right."""
    return [_weigh_matter(story, matter, found) for matter in story.matters]


def conflict_differences(story: Story, found: Found) -> list[str]:
    """The contradictions between matters of a story that were not found, or found to be of another kind."""
    out = []
    for wanted in story.conflicts:
        one, other = (_sure_claims(story, mark, found).keys() for mark in wanted.between)
        across = [c for c in found.conflicts if {c.a, c.b} & one and {c.a, c.b} & other and c.severity is not Severity.INFO]
        kinds = {conflict.kind.value for conflict in across}
        names, right = " and ".join(wanted.between), " or ".join(sorted(wanted.kinds))
        if not across:
            out.append(f"between {names} a conflict of {right} is right, and none was found")
        elif not kinds & wanted.kinds:
            out.append(f"between {names} a conflict of {right} is right, and one of {', '.join(sorted(kinds))} was found")
    return out


def _sure_claims(story: Story, mark: str, found: Found) -> dict[str, str]:
    """The claims that have to be in a matter's group, and the report of each."""
    out = {}
    for each in _marks(story, mark):
        claim = found.claim_at(f"{story.name}/{each.report}", each.at) if each.sure else None
        if claim:
            out[claim.id] = each.report
    return out


def _marks(story: Story, matter: str) -> list[Mark]:
    return [mark for report in story.reports for mark in report.marks if mark.matter == matter]


def _weigh_matter(story: Story, matter: Matter, found: Found) -> Weighed:
    read = {mark: found.claim_at(f"{story.name}/{mark.report}", mark.at) for mark in _marks(story, matter.mark)}
    unread = [f"{mark.report}'s sentence was not read as a claim" for mark, claim in read.items() if mark.sure and not claim]
    sure = _sure_claims(story, matter.mark, found)
    groups = tuple({found.group[claim].id: found.group[claim] for claim in sure}.values())
    may = {claim.id for claim in read.values() if claim}
    number, reason = [*unread, *_membership(matter, groups, sure, may, found)], []
    if len(groups) == 1:
        number += _counted(matter, groups[0])
        reason = [*_standing(matter, groups[0]), *_behind(matter, groups[0], sure, found)]
    return Weighed(matter, groups, tuple(number), tuple(reason))


def _membership(matter: Matter, groups: Sequence[ClaimGroup], sure: dict[str, str], may: set[str], found: Found) -> list[str]:
    out = []
    if len(groups) > 1:
        parts = " | ".join(", ".join(sorted(sure[claim] for claim in group.claims if claim in sure)) for group in groups)
        out.append(f"what all reports tell of {matter.mark} is split into {len(groups)} groups: {parts}")
    strangers = [claim for group in groups for claim in group.claims if claim not in may]
    return out + [f"the group of {matter.mark} also holds another claim, {found.words(claim)}" for claim in strangers]


def _counted(matter: Matter, group: ClaimGroup) -> list[str]:
    if len(group.origins) in matter.origins:
        return []
    names = "; ".join(origin.name for origin in group.origins) or "none"
    right = " or ".join(map(str, sorted(matter.origins)))
    return [f"{matter.mark} has {right} independent origin(s), and {len(group.origins)} were counted: {names}"]


def _standing(matter: Matter, group: ClaimGroup) -> list[str]:
    out = []
    if group.support.value not in matter.support:
        out.append(f"{matter.mark} is {' or '.join(sorted(matter.support))}, and was called {group.support.value}")
    if group.conflict.value not in matter.conflict:
        out.append(f"the conflict of {matter.mark} is {' or '.join(sorted(matter.conflict))}, and was called {group.conflict.value}")
    for label, right in matter.labels.items():
        if getattr(group, label) is not right:
            out.append(f"{matter.mark} should {'' if right else 'not '}be marked {label}")
    return out


def _behind(matter: Matter, group: ClaimGroup, sure: dict[str, str], found: Found) -> list[str]:
    """What differs in who stands behind a group, who is folded into whom, and by which rule."""
    shown = {claim.id: claim.origins for several in found.claims.values() for claim in several}
    name_of = {origin.key: origin.name for origin in group.origins}
    behind: dict[str, set[str]] = {}
    rules: dict[str, set[str]] = {}
    for claim, report in sure.items():
        folded = [collapse for collapse in group.collapsed if collapse.claim == claim]
        behind.setdefault(report, set()).update({*shown[claim], *(collapse.into for collapse in folded)} & name_of.keys())
        rules.setdefault(report, set()).update(collapse.rule.value for collapse in folded)
    out = []
    for true in matter.true_origins:
        out += _one_origin(true, behind, rules, name_of)
    for one, other in combinations(matter.true_origins, 2):
        for a, b in product(one.reports, other.reports):
            if behind.get(a, set()) & behind.get(b, set()):
                out.append(f"{a} ({one.who}) and {b} ({other.who}) have different origins, and were counted as one")
    return out


def _one_origin(true: TrueOrigin, behind: dict[str, set[str]], rules: dict[str, set[str]], name_of: dict[str, str]) -> list[str]:
    here = {report: behind[report] for report in true.reports if report in behind}
    common: set[str] = set.intersection(*here.values()) if here else set()
    out = [f"{report} has it from {true.who}, and was counted with no origin" for report, keys in here.items() if not keys]
    if not out and not common:
        return [f"{', '.join(here)} have it from {true.who}, and were not counted as one"]
    for report in here:
        if rules[report] and not rules[report] & true.reports[report]:
            right = " or ".join(sorted(true.reports[report])) or "by none: others are folded into what it shows"
            out.append(f"{report} is folded by {', '.join(sorted(rules[report]))}; right is {right}")
    if common and not any(re.search(true.named, f"{key} {name_of[key]}", re.IGNORECASE) for key in common):
        out.append(f"the origin is {true.who}, and it was called {', '.join(name_of[key] for key in sorted(common))}")
    return out
