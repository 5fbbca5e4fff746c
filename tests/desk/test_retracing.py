"""Retracing: article by article the archive comes to the groups and standings that reading all at once gives."""

from pathlib import Path

from provenance.desk import Desk
from provenance.desk.analysis import analyze_inputs

TOLDS = [
    ("BBC News", "The transport ministry said the Adana bridge collapsed on Friday."),
    ("CNN", "The governor denied that the Adana bridge collapsed on Friday."),
    ("Reuters", "The Adana bridge collapsed on Friday, witnesses said.\n\nThe flood in Sinop killed 12 people, AFAD said."),
    ("Al Jazeera", "The flood in Sinop killed 27 people, AFAD said."),
    ("AFP", "The flood in Sinop killed 27 people, the Red Crescent said.\n\nThe Adana bridge did not collapse on Friday, police said."),
]


def test_article_by_article_gives_the_groups_and_standings_of_all_at_once(tmp_path: Path) -> None:
    files = []
    for n, (outlet, text) in enumerate(TOLDS):
        file = tmp_path / f"{n}.txt"
        file.write_text(f"{outlet}\n5 March 2022\n\n{text}\n", encoding="utf-8")
        files.append(file)
    wanted = {(g.claims, g.support, g.conflict, len(g.origins)) for g in analyze_inputs(files).tracing.groups}
    for place, order in enumerate((files, files[::-1], [files[k] for k in (2, 0, 4, 1, 3)])):
        with Desk.open(tmp_path / f"{place}.db", reviewer="r") as desk:
            for file in order:
                desk.intake([file])
            kept = {(g.claims, g.support, g.conflict, len(g.origins)) for g in desk.archive.groups(limit=100)}
        assert kept == wanted
