"""How likely two claims say the same."""

import sys
from pathlib import Path

import pytest

from provenance.tracing.aspects import aspects_of
from provenance.tracing.similarity import compare
from provenance.tracing.words import threshold

sys.path.insert(0, str(Path(__file__).parent))
from told import told


@pytest.mark.parametrize("other", ["Critics of Erdogan gave a speech about the price of bread", "A rival of Erdogan left the hall early"])
def test_one_short_name_in_common_speaks_against_a_group_and_not_for_it(other):
    found = compare(aspects_of(told("Erdogan has a band", "a")), aspects_of(told(other, "b")))
    assert found.probability < threshold("cluster_mean")
