"""What indexing costs beside its embedder, on some hundreds; `make cost` measures thousands."""

import re
import subprocess
import sys
from pathlib import Path

COST = Path(__file__).with_name("cost.py")
# The ratio on 3,000 must be 1.15. Here what a run costs once (libraries are imported, a database
# is made) falls on a fifteenth of the abstracts, and processor time is judged, because the
# tests' machine may be busy.
MOST = 1.20


def test_indexing_costs_little_more_than_embedding():
    done = subprocess.run(
        [sys.executable, COST, "200"], check=False, capture_output=True, text=True
    )
    found = re.search(r"^processor .* ratio (\d\.\d+)$", done.stdout, re.M)
    assert found, done.stdout + done.stderr
    assert float(found[1]) <= MOST
