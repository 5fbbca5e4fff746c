"""The same input and method give the same score on every machine: no order of hashing, no locale and no last bit decides."""

import os
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

from provenance.scoring import load_method
from provenance.scoring.factors import sum_of
from provenance.scoring.interval import logistic

HERE = Path(__file__).parent

SCORES = """
import hashlib, itertools, sys
sys.path.insert(0, {here!r})
from conftest import Make
from methods_made import made
from provenance.model.claim import HedgeKind, Mode
from provenance.model.reliability import SourceRecord
from provenance.model.source import SourcingType

make, told = Make(), hashlib.sha256()
for number, (kind, mode, hedge) in enumerate(itertools.product(SourcingType, Mode, HedgeKind)):
    situation = make(
        kind, mode=mode, hedges=[hedge, HedgeKind.MODAL], relays=["state", "wire", "paper"][: number % 4], party="Türkiye",
        further=[make.origin(other, other.value, "Syria") for other in list(SourcingType)[: number % 9] if other.shows_origin],
        conflicts=[make.conflict()] * (number % 2), adversaries_agree=number % 3 == 0, echoes=number % 5, confidence=number % 11 / 10,
        record=SourceRecord(key="origin", supported=number % 7, refuted=number % 4), method=made(number % 20, promises_kept=True),
    )
    for part in situation.weighed():
        told.update(part.model_dump_json().encode())
    told.update(situation.score().model_dump_json().encode())
print(told.hexdigest())
"""


def told_by_a_process_of_its_own(**environment: str) -> str:
    """The digest of some hundred scores as another process gives them."""
    code = SCORES.format(here=str(HERE))
    done = subprocess.run([sys.executable, "-c", code], env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_scores_are_the_same_whatever_the_order_of_hashing_and_the_locale():
    found = {
        told_by_a_process_of_its_own(PYTHONHASHSEED="0", LC_ALL="C"),
        told_by_a_process_of_its_own(PYTHONHASHSEED="1", LC_ALL="tr_TR.UTF-8", LANG="tr_TR.UTF-8"),
        told_by_a_process_of_its_own(PYTHONHASHSEED="4711", LC_ALL="de_DE.UTF-8", TZ="Pacific/Kiritimati"),
    }
    assert len(found) == 1


def test_the_digest_of_a_method_is_the_same_in_every_process():
    code = "from provenance.scoring import load_method; print(load_method().digest)"
    environment = {**os.environ, "PYTHONHASHSEED": "99"}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == load_method().digest


def test_no_score_lies_so_near_the_middle_of_two_roundings_that_the_last_bit_would_decide():
    """Totals are whole hundredths, and beyond 15 all scores are 0 or 1. Machines differ in the last bits of an exponential."""
    for hundredths in range(-1500, 1501):
        odds = _exponential(Fraction(hundredths, 100))
        exact = odds / (1 + odds) * 10_000
        assert abs(exact - int(exact) - Fraction(1, 2)) > Fraction(1, 10**9)
        assert logistic(hundredths / 100) == round(float(exact)) / 10_000


def _exponential(x: Fraction) -> Fraction:
    """The exponential of x, to more than 30 digits, by its series; halved and squared again for large x."""
    halvings = 0
    while abs(x) > 1:
        x, halvings = x / 2, halvings + 1
    term = total = Fraction(1)
    for n in range(1, 30):
        term = term * x / n
        total += term
    for _ in range(halvings):
        total = Fraction(round(total * total * 10**60), 10**60)
    return total


def test_no_order_of_adding_changes_a_sum():
    weights = [0.1, 0.2, -0.3, 1e-9, 0.07, -0.07, 3.0, -2.99]
    assert {sum_of(weights), sum_of(reversed(weights)), sum_of(sorted(weights))} == {0.01}
