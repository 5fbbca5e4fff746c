"""Stories: a few reports of one event, and what a careful fact-checker finds in them."""

import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from provenance.model.chain import ConflictKind, ConflictStatus, IndependenceRule, Support

HERE = Path(__file__).parent
_MARK = re.compile(r"\[(?P<matter>[a-z0-9-]+)(?P<open>\??)\] ")


@dataclass(frozen=True)
class Mark:
    """Where a sentence that matters begins in a report's text; `sure` where it has to be in the matter's group, and not merely may be."""

    report: str
    matter: str
    at: int
    sure: bool


@dataclass(frozen=True)
class Report:
    """What one outlet prints, without the marks."""

    name: str
    outlet: str | None
    published: date | None
    text: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class TrueOrigin:
    """An independent origin: who it is, a pattern that its name has to show, and who has it from there, by which of these rules."""

    who: str
    named: str
    reports: dict[str, frozenset[str]]


@dataclass(frozen=True)
class Matter:
    """One thing that reports tell, and what stands behind it. Where several readings can be defended, all of them are here."""

    mark: str
    origins: frozenset[int]
    support: frozenset[str]
    conflict: frozenset[str]
    true_origins: tuple[TrueOrigin, ...] = ()
    labels: dict[str, bool] = field(default_factory=dict)
    """What the group has to say of its parties: `parties_only`, `adversaries_agree`."""


@dataclass(frozen=True)
class TrueConflict:
    """Two matters that contradict each other, and in what."""

    between: tuple[str, str]
    kinds: frozenset[str]


@dataclass(frozen=True)
class Story:
    """Some reports with everything that is known about them."""

    name: str
    title: str
    reports: tuple[Report, ...]
    matters: tuple[Matter, ...]
    conflicts: tuple[TrueConflict, ...]


def stories_in(folder: Path = HERE) -> list[Story]:
    """All stories of a folder, by name. Raises ValueError, with the file's name, for one that contradicts itself."""
    return [read_story(path) for path in sorted(folder.glob("*.toml"))]


def read_story(path: Path) -> Story:
    """The story of one file. Raises ValueError where it contradicts itself."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    reports = tuple(_report(each) for each in written["report"])
    matters = tuple(_matter(each) for each in written["matter"])
    conflicts = tuple(
        TrueConflict((each["between"][0], each["between"][1]), _several(each["kind"])) for each in written.get("conflict", ())
    )
    story = Story(path.stem, written["title"], reports, matters, conflicts)
    for fault in _faults(story):
        raise ValueError(f"{path.name}: {fault}")
    return story


def _report(written: dict[str, Any]) -> Report:
    """A report with its marks taken out of the text, and remembered."""
    marks: list[Mark] = []
    text, rest = "", written["text"].strip() + "\n"
    while found := _MARK.search(rest):
        text += rest[: found.start()]
        marks.append(Mark(written["name"], found["matter"], len(text), sure=not found["open"]))
        rest = rest[found.end() :]
    return Report(written["name"], written.get("outlet"), written.get("published"), text + rest, tuple(marks))


def _matter(written: dict[str, Any]) -> Matter:
    origins = written["origins"]
    return Matter(
        mark=written["mark"],
        origins=frozenset([origins] if isinstance(origins, int) else origins),
        support=_several(written["support"]),
        conflict=_several(written["conflict"]),
        true_origins=tuple(
            TrueOrigin(each["who"], each.get("named", ""), {name: frozenset(rules) for name, rules in each["reports"].items()})
            for each in written.get("origin", ())
        ),
        labels={label: written[label] for label in ("parties_only", "adversaries_agree") if label in written},
    )


def _several(written: str | list[str]) -> frozenset[str]:
    return frozenset([written] if isinstance(written, str) else written)


def _faults(story: Story) -> list[str]:
    """What in a story contradicts itself, or the words of the model."""
    marked: dict[str, set[str]] = {}
    for report in story.reports:
        for mark in report.marks:
            marked.setdefault(mark.matter, set()).add(report.name)
    known = {matter.mark for matter in story.matters}
    faults = [f"no matter is called {mark}" for mark in (marked.keys() | {m for c in story.conflicts for m in c.between}) - known]
    faults += [f"no sentence is marked {mark}" for mark in known - marked.keys()]
    for matter in story.matters:
        for origin in matter.true_origins:
            faults += [f"no sentence of {name} is marked {matter.mark}" for name in origin.reports.keys() - marked.get(matter.mark, set())]
            faults += [f"no rule is called {rule}" for rules in origin.reports.values() for rule in rules - set(IndependenceRule)]
        faults += [f"no support is called {word}" for word in matter.support - set(Support)]
        faults += [f"no conflict is called {word}" for word in matter.conflict - set(ConflictStatus)]
    return faults + [f"no kind of conflict is called {kind}" for conflict in story.conflicts for kind in conflict.kinds - set(ConflictKind)]
