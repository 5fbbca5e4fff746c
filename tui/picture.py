"""`python -m tui.picture OUT.svg` draws the real Claims screen over the seeds, as the README shows it."""

import argparse
import asyncio
import os
import re
import tempfile
from pathlib import Path

from provenance.desk import Desk
from provenance.model.chain import Standing
from provenance.model.queue import ClaimQuery
from provenance.model.review import Verdict
from tui.app import ProvenanceApp

SIZE = (120, 36)
FONT_FACE = re.compile(r"\s*@font-face\s*\{[^}]*\}")
FONTS = "DejaVu Sans Mono, Menlo, Consolas, monospace"
JUDGED = 12
"""Claims with a verdict, so that the picture shows a review under way."""


async def draw(out: Path, theme: str) -> None:
    """Take the seeds into a database that is thrown away, judge a few claims, and draw what the screen shows."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PROVENANCE_STATE"] = folder
        database = Path(folder) / "idlib.db"
        with Desk.open(database, reviewer="picture") as desk:
            desk.load_seeds()
            queue = desk.claims(ClaimQuery(), 0, 500)
            echo = next((place for place, entry in enumerate(queue) if entry.standing is Standing.ECHO), JUDGED)
            for place, entry in enumerate(queue[max(0, echo - JUDGED) : echo]):
                desk.judge(entry.claim, Verdict.SUPPORTED if place % 3 else Verdict.NOT_ENOUGH_EVIDENCE)
            here = queue[min(echo, len(queue) - 1)].claim
        app = ProvenanceApp(lambda _: Desk.open(database, reviewer="picture"), database)
        app.theme = theme
        app.kept.remember_cursor(desk.db_label, here)
        async with app.run_test(size=SIZE):
            await settle(app)
            out.write_text(self_contained(app.export_screenshot(title="Provenance")), encoding="utf-8")


def self_contained(svg: str) -> str:
    """The drawing without fonts from the internet: whoever looks at it asks no other host for anything."""
    return FONT_FACE.sub("", svg).replace("Fira Code, monospace", FONTS)


async def settle(app: ProvenanceApp) -> None:
    """Wait until nothing is being read any more."""
    for _ in range(6):
        await asyncio.sleep(0.1)
        await app.workers.wait_for_complete()


def main() -> None:
    """Draw."""
    parser = argparse.ArgumentParser(prog="python -m tui.picture", description="Draw the Claims screen over the seeds as SVG.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--theme", choices=("dark", "light"), default="dark")
    options = parser.parse_args()
    asyncio.run(draw(options.out, options.theme))


if __name__ == "__main__":
    main()
