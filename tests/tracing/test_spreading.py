"""Claims taken apart and compared in other processes: what is found is the same."""

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from provenance.model.source import SourcingType
from provenance.tracing import trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told


def test_two_processes_find_the_groups_and_conflicts_that_one_finds() -> None:
    items = [
        told(text, f"outlet-{n}", by=[("ministry", SourcingType.OFFICIAL_BODY)] if n % 2 else [])
        for n, text in enumerate(
            [
                "The mayor of Lisbon rejected the new harbour budget",
                "The new harbour budget was rejected by the mayor of Lisbon",
                "The mayor of Lisbon accepted the new harbour budget",
                "Miners in Chile signed the pay deal with 240 owners",
                "The pay deal was signed by miners in Chile with 240 owners",
            ]
        )
    ]
    alone = trace(items)
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as executor:
        assert trace(items, executor=executor) == alone
    assert alone.conflicts
    assert len(alone.groups) < len(items)
