"""Years of earlier news put into an archive, row by row: a million claims in minutes, where telling them anew would take an hour.

What an archive holds is put in again some times, each time further back by as many weeks as it spans, under other ids. An earlier row is as
large as the later one, stands under as many terms of its weeks, and is a member of as large a group. Its words stay, though news of other
years has other words; so what brings together copies of one text, and what goes by one name, however late, is kept apart.
"""

import re
import shutil
import sqlite3
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from provenance.model.filing import WEEK_MARK
from provenance.storage.claims import POSITIONS

_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ID = re.compile(r'(?<=")[0-9a-f](?=(?:[0-9a-f]{11}|[0-9a-f]{15})")')
_FIRST_LETTER = "ghijklmnopqrstuvwxyz"  # of the ids of each time: none of them is a hexadecimal digit
_TABLES = {
    "article": "SELECT number + :articles, renamed(id), outlet, outlet_name, withdrawn, earlier(head), earlier(body), '[]' FROM article",
    "claim": "SELECT number + :claims, renamed(id), article + :articles, position, start, stop, earlier(body) FROM claim",
    "claim_words": "SELECT number + :claims, words FROM claim_words",
    "claim_group": "SELECT renamed(id), standing, articles, claims, origins, earlier(body) FROM claim_group",
    "claim_origin": 'SELECT "key", claim + :claims FROM claim_origin',
    "claim_term": "SELECT filed(term), claim + :claims FROM claim_term ORDER BY 1, 2",
}


def put_years_before(source: Path, path: Path, times: int) -> None:
    """Write an archive that holds so many times what another one does, most of it from earlier years."""
    start = time.perf_counter()
    unfinished = path.with_suffix(".unfinished")
    shutil.copyfile(source, unfinished)
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as before:
        articles, claims = (before.execute(f"SELECT max(number) FROM {table}").fetchone()[0] for table in ("article", "claim"))  # noqa: S608
        newest, oldest = before.execute("SELECT -min(newest), -max(newest) FROM queue WHERE newest < 0").fetchone()
    weeks = (newest - oldest) // 7 + 1
    archive = sqlite3.connect(unfinished)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
        archive.execute(f"PRAGMA {pragma}")
    archive.execute("ATTACH ? AS before", (str(source),))
    for again in range(1, times):
        _prepare(archive, _FIRST_LETTER[again - 1], weeks * again)
        values = {"articles": articles * again, "claims": claims * again, "days": 7 * weeks * again}
        for table, rows in _TABLES.items():
            archive.execute(f"INSERT INTO main.{table} {rows.replace(' FROM ', ' FROM before.')}", values)
        _queue(archive, values)
        archive.commit()
        print(f"\r  {claims * (again + 1):,} claims in {time.perf_counter() - start:.0f} s", end="", file=sys.stderr, flush=True)
    archive.close()
    unfinished.rename(path)
    print(
        f"\r{path.name}: {claims * times:,} claims in {time.perf_counter() - start:.0f} s, {path.stat().st_size / 1e6:,.0f} MB",
        file=sys.stderr,
    )


def _prepare(archive: sqlite3.Connection, letter: str, weeks: int) -> None:
    """The functions that make an earlier row of a later one."""

    def earlier(body: str) -> str:
        before = _ISO_DATE.sub(lambda day: (date.fromisoformat(day.group()) - timedelta(weeks=weeks)).isoformat(), body)
        return _ID.sub(letter, before)

    def filed_earlier(term: str) -> str:
        if term[0] in "%=":
            return term + letter
        word, mark, week = term.partition(WEEK_MARK)
        return f"{word}{mark}{int(week) - weeks}" if mark else term

    archive.create_function("earlier", 1, earlier, deterministic=True)
    archive.create_function("renamed", 1, lambda id_: letter + id_[1:], deterministic=True)
    archive.create_function("filed", 1, filed_earlier, deterministic=True)


def _queue(archive: sqlite3.Connection, values: dict[str, int]) -> None:
    changed = {
        "number": "number + :claims",
        "article": "article + :articles",
        "place": f"place + :articles * {POSITIONS}",
        "newest": "newest + :days",
        "group_id": "renamed(group_id)",
    }
    columns = [row[1] for row in archive.execute("PRAGMA main.table_info(queue)")]
    told = ", ".join(changed.get(column, column) for column in columns)
    archive.execute(f"INSERT INTO main.queue SELECT {told} FROM before.queue", values)  # noqa: S608
