"""What is printed: lines for other programs on one stream, complaints to people on the other."""

from __future__ import annotations

import sys


def print_line(line: str) -> None:
    """For other programs: there at once, for whoever reads as it comes."""
    print(line, flush=True)


def complain(sentence: str) -> None:
    """One sentence to the person, beside whatever is printed."""
    print(sentence, file=sys.stderr, flush=True)
