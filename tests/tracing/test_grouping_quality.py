"""A pinned floor under grouping, on sentences of news that people have compared: it may rise, not fall."""

import json
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from provenance.tracing import trace

sys.path.insert(0, str(Path(__file__).parent))
from told import told

_DATA = Path(__file__).parents[2] / "../shared/data/same_claim/ecb_dev.jsonl"


def test_sentences_of_one_event_are_grouped_with_precision_three_quarters() -> None:
    if not _DATA.exists():
        pytest.skip("no ecb_dev.jsonl beside the repository")
    topics = defaultdict(list)
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        item = told(row["text"], row["doc"], article=f"{row['doc']}:{row['sentence']}")
        topics[row["topic"]].append((item, row["doc"], set(row["events"])))
    right = said = wanted = 0
    for topic in topics.values():
        group = {claim: place for place, g in enumerate(trace([item for item, *_ in topic]).groups) for claim in g.claims}
        for (a, doc_a, events_a), (b, doc_b, events_b) in combinations(topic, 2):
            if doc_a != doc_b:
                same, together = bool(events_a & events_b), group[a.claim.id] == group[b.claim.id]
                right, said, wanted = right + (same and together), said + together, wanted + same
    precision, recall = right / said, right / wanted
    assert precision >= 0.78
    assert 2 * precision * recall / (precision + recall) >= 0.6
