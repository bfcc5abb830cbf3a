"""What indexing costs beside its embedder, on a hundred; `make cost` measures thousands."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

COST = Path(__file__).with_name("cost.py")
# The ratio on 3,000 must be 1.15. Here what a run costs once (libraries are imported, a database
# is made) falls on a thirtieth of the abstracts, and processor time is judged, because the
# tests' machine may be busy. Bare batches that have a thread each cost a third less.
MOST = {"two threads a batch": 1.20, "a batch a thread": 1.35}
RATIO = re.compile(r"^processor .* bare, (?P<way>[a-z ]+?)  ratio (?P<ratio>\d\.\d+)$", re.M)


@pytest.mark.alone
def test_indexing_costs_little_more_than_embedding():
    done = subprocess.run(
        [sys.executable, COST, "100"], check=False, capture_output=True, text=True
    )
    found = {match["way"]: float(match["ratio"]) for match in RATIO.finditer(done.stdout)}
    assert found.keys() == MOST.keys(), done.stdout + done.stderr
    assert all(found[way] <= most for way, most in MOST.items()), found
