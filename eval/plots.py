"""The report's plots, each one SVG element that needs nothing from outside."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure as Canvas

from eval.bootstrap import Figure
from eval.risk import Point

COLOURS = ("#1d4ed8", "#d97706", "#6b7280", "#059669")
_STYLE: dict[Any, Any] = {
    "svg.fonttype": "none",  # text stays text: it can be read, searched and tested
    "font.family": "sans-serif",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.grid": True,
    "grid.color": "#e5e7eb",
}

Named = Mapping[str, Mapping[str, Figure]]
"""system -> measure -> figure."""


def bars(systems: Named, title: str, prefix: str) -> str:
    """The share passed of each kind, a bar a system, with its interval."""
    kinds = [m for m in next(iter(systems.values())) if m.startswith(prefix)]
    width = 0.8 / len(systems)
    with mpl.rc_context({**_STYLE, "svg.hashsalt": title}):
        canvas, axes = _canvas(title, 8.4)
        for place, (name, figures) in enumerate(systems.items()):
            shown = [figures[kind] for kind in kinds]
            axes.bar(
                [i + (place - (len(systems) - 1) / 2) * width for i in range(len(kinds))],
                [f.value for f in shown],
                width * 0.92,
                yerr=[[f.value - f.low for f in shown], [f.high - f.value for f in shown]],
                color=_colour(place),
                error_kw={"elinewidth": 1, "capsize": 2, "ecolor": "#111827"},
                label=name,
            )
        axes.set_xticks(range(len(kinds)), [kind.removeprefix(prefix) for kind in kinds])
        axes.set_ylim(0, 1.05)
        axes.set_ylabel("share passed")
        axes.grid(axis="x", visible=False)
        axes.legend(frameon=False, loc="upper center", bbox_to_anchor=(0.5, -0.1), ncols=4)
        return _svg(canvas, title)


def curves(risks: Mapping[str, Sequence[Point]], title: str) -> str:
    """Risk over coverage; a dot where each system stops answering."""
    with mpl.rc_context({**_STYLE, "svg.hashsalt": title}):
        canvas, axes = _canvas(title, 5.6)
        for place, (name, points) in enumerate(risks.items()):
            if points:
                xs, ys = [p.coverage for p in points], [p.risk for p in points]
                axes.step(xs, ys, where="post", color=_colour(place), label=name)
                axes.plot(xs[-1], ys[-1], "o", color=_colour(place))
        axes.set_xlim(0, 1.02)
        axes.set_ylim(0, 1)
        axes.set_xlabel("coverage: share of questions answered, the surest first")
        axes.set_ylabel("risk: mean loss of the answers given")
        if any(risks.values()):
            axes.legend(frameon=False)
        return _svg(canvas, title)


def latencies(taken: Mapping[str, Sequence[float]], title: str) -> str:
    """The share of questions answered within a time, on a logarithmic scale."""
    with mpl.rc_context({**_STYLE, "svg.hashsalt": title}):
        canvas, axes = _canvas(title, 5.6)
        for place, (name, values) in enumerate(taken.items()):
            axes.ecdf(list(values), color=_colour(place), label=name)
        axes.set_xscale("log")
        axes.set_ylim(0, 1.02)
        axes.set_xlabel("milliseconds")
        axes.set_ylabel("share of questions answered within")
        axes.legend(frameon=False)
        return _svg(canvas, title)


def _canvas(title: str, width: float) -> tuple[Canvas, Any]:
    canvas = Canvas(figsize=(width, 4.0), layout="constrained")
    axes = canvas.subplots()
    axes.set_title(title, loc="left", fontweight="bold")
    return canvas, axes


def _colour(place: int) -> str:
    return COLOURS[place % len(COLOURS)]


def _svg(canvas: Canvas, title: str) -> str:
    """The element alone: no prologue, whose address of a document type is on the web."""
    made = io.StringIO()
    canvas.savefig(made, format="svg", metadata={"Date": None, "Creator": None})
    svg = made.getvalue()
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg[svg.index("<svg") :], flags=re.S)
    return svg.replace("<svg ", f'<svg role="img" aria-label="{title}" ', 1)
