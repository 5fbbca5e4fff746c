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


COPIED = [
    "Engineers opened two of the four gates of the Kajaki dam on Wednesday after a week of heavy rain.",
    "The reservoir had filled to within half a metre of the crest before the first gate was lifted.",
]
LAST = [
    "Nobody was hurt when the water reached the villages below the Kajaki dam on Thursday, an army officer said.",
    "On Thursday the water reached the villages below the Kajaki dam and nobody was hurt, a farmer said.",
    "The water reached the villages below the Kajaki dam on Thursday, and nobody was hurt, the Red Crescent said.",
]


def test_that_articles_derive_from_each_other_is_seen_in_whatever_order_they_come_in(tmp_path: Path) -> None:
    files = []
    for n, (outlet, sentences) in enumerate(
        (("BBC News", [*COPIED, LAST[0]]), ("CNN", [*COPIED, LAST[1]]), ("Reuters", ["Rain fell in Helmand.", LAST[2]]))
    ):
        file = tmp_path / f"{n}.txt"
        file.write_text(f"{outlet}\n5 March 2022\n\n{' '.join(sentences)}\n", encoding="utf-8")
        files.append(file)
    (wanted,) = [g for g in analyze_inputs(files).tracing.groups if len(g.origins) > 1]
    assert [(c.rule.value, c.reason) for c in wanted.collapsed] == [
        ("article_derivation", "their articles share 12 words in a row and more in 2 sentences")
    ]
    assert len(wanted.origins) == 2
    for place, order in enumerate((files, files[::-1], [files[k] for k in (0, 2, 1)])):
        with Desk.open(tmp_path / f"{place}.db", reviewer="r") as desk:
            for file in order:
                desk.intake([file])
            assert wanted in desk.archive.groups(limit=100)
