"""The thresholds below which the tests fail; `eval/gate.json` keeps them.

They are written by `footnote eval --write-gate`, by the rule in `RULE`, never by hand: the
answers are the same in every run, so a figure falls only when a change made answers worse.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.bootstrap import Figure
from eval.measures import LOWER_IS_BETTER
from eval.run import LATENCIES
from store.errors import EvalError

GATE = Path(__file__).parent / "gate.json"
RULE = (
    "Half-way from the figure to the worse end of its 95 % interval, rounded on to the next "
    "hundredth. Where all questions have the same value, the interval's end is 1 - 3/n (0 + 3/n "
    "for mistakes), the rule of three. Verbatim has no tolerance: a misquote is never right."
)
_UNTOLERATED = frozenset({"verbatim"})
_UNGATED = frozenset({*LATENCIES, "tokens"})


@dataclass(frozen=True, slots=True)
class Miss:
    """A figure on the wrong side of its threshold; None where it was not measured at all."""

    name: str
    threshold: float
    found: float | None


def thresholds(figures: Mapping[str, Figure]) -> dict[str, float]:
    """The thresholds that these figures give by the rule."""
    return {name: _threshold(name, f) for name, f in figures.items() if name not in _UNGATED}


def _threshold(name: str, figure: Figure) -> float:
    if name in _UNTOLERATED:
        return figure.value
    three = 3 / figure.count
    if name in LOWER_IS_BETTER:
        high = figure.high if figure.high > figure.value else figure.value + three
        return min(1.0, math.ceil(round((figure.value + high) * 50, 6)) / 100)
    low = figure.low if figure.low < figure.value else figure.value - three
    return max(0.0, math.floor(round((figure.value + low) * 50, 6)) / 100)


def write_gate(figures: Mapping[str, Figure], path: Path) -> None:
    """Writes the thresholds with their rule; raises EvalError if the file refuses."""
    content = {"rule": RULE, "thresholds": thresholds(figures)}
    try:
        path.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        raise EvalError(
            f"The thresholds cannot be written into {str(path)!r} ({error.strerror or error}); "
            "name another file."
        ) from error


def read_gate(path: Path) -> dict[str, float]:
    """The thresholds of a file; raises EvalError where it holds none."""
    try:
        read = json.loads(path.read_text("utf-8"))["thresholds"]
        return {str(name): float(value) for name, value in read.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvalError(
            f"{str(path)!r} holds no thresholds ({error}); name a file that --write-gate wrote."
        ) from error


def misses(figures: Mapping[str, Figure], thresholds: Mapping[str, float]) -> list[Miss]:
    """The figures on the wrong side of their thresholds, or not measured."""
    found = []
    for name, threshold in thresholds.items():
        figure = figures.get(name)
        if figure is None or _is_worse(name, figure.value, threshold):
            found.append(Miss(name, threshold, figure.value if figure else None))
    return found


def _is_worse(name: str, value: float, threshold: float) -> bool:
    return value > threshold if name in LOWER_IS_BETTER else value < threshold
