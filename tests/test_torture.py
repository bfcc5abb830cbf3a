"""A few kills of an indexing run; `make torture` does two hundred."""

import re
import subprocess
import sys
from pathlib import Path

TORTURE = Path(__file__).with_name("torture.py")


def test_a_library_outlives_kills_at_random_moments():
    done = subprocess.run(
        [sys.executable, TORTURE, "3"], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^ +3  kills$", done.stdout, re.M)
