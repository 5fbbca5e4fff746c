"""A run that is killed midway leaves whole articles only, and the archive usable."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from provenance.model.queue import ClaimQuery
from provenance.storage import Archive
from provenance.storage import tables as t

CLAIMS = 30

RUN = """
import runpy, sys, time
maker = runpy.run_path({conftest!r})
from provenance.storage import Archive
archive = Archive({database!r})
for i in range(100_000):
    read = maker["reading"]("sana", *(f"Column {{i}} passed {{n}}." for n in range({claims})), article_id=f"a{{i}}")
    with archive.transaction():
        archive.save_article(*read)
        if {halt} == i:
            print("midway", flush=True)
            time.sleep(60)
        archive.save_tracing([maker["lone"](claim) for claim in read.claims], (), [claim.id for claim in read.claims])
        archive.save_scores({{claim.id: maker["scored"](0.5) for claim in read.claims}})
    print("stored", flush=True)
"""


def run(database: str, halt: int) -> "subprocess.Popen[str]":
    conftest = str(Path(__file__).with_name("conftest.py"))
    program = RUN.format(conftest=conftest, database=database, claims=CLAIMS, halt=halt)
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)


def whole_articles(database: str) -> int:
    """How many articles there are; all of them whole, in every table."""
    with Archive(database) as archive:
        ids = archive.all_article_ids()
        with archive.reading() as connection:
            counts = [
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (t.claim, t.queue, t.claim_words, t.score, t.claim_group)
            ]
        assert counts == [len(ids) * CLAIMS] * 5
        assert all(len(archive.claims_of(id_)) == CLAIMS for id_ in ids)
        assert archive.progress(ClaimQuery(text="column passed"), "ada").matching == len(ids) * CLAIMS
        return len(ids)


def test_an_article_of_which_half_was_written_is_not_there(database, make):
    process = run(database, halt=2)
    assert process.stdout is not None
    for line in process.stdout:
        if line.strip() == "midway":
            break
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert whole_articles(database) == 2
    with Archive(database) as archive:
        assert archive.save_article(*make.reading(article_id="a2"))


@pytest.mark.parametrize("moment", [0.013, 0.05, 0.111])
def test_a_run_killed_at_any_moment_leaves_whole_articles_only(database, moment):
    process = run(database, halt=-1)
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    stored = 1 + process.stdout.read().count("stored")
    process.wait()
    assert stored <= whole_articles(database) <= stored + 1
