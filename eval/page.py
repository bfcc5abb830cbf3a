"""Writes a report: one HTML page that needs nothing beside it, and the JSON it was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from eval import plots
from eval.bootstrap import Figure
from eval.layout import PASSED, Section, sections
from eval.record import figures_of
from eval.risk import risk_coverage
from eval.run import Run
from store.errors import EvalError

TEMPLATE = Path(__file__).parent / "report.html"
PAGE, DATA = "eval.html", "eval.json"


def write_report(run: Run, record: Mapping[str, Any], folder: Path) -> tuple[Path, Path]:
    """Writes the page and the data into a folder, making it; raises EvalError if it refuses."""
    page, data = folder / PAGE, folder / DATA
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page.write_text(_page(run, record), "utf-8")
        data.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", "utf-8")
    except OSError as error:
        raise EvalError(
            f"The report cannot be written into {str(folder)!r} ({error.strerror or error}); "
            "name another folder."
        ) from error
    return page, data


def _page(run: Run, record: Mapping[str, Any]) -> str:
    systems = {name: figures_of(record, name) for name in record["systems"]}
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    template = environment.from_string(TEMPLATE.read_text("utf-8"))
    product = next(iter(systems))
    return template.render(
        product=product,
        systems=list(systems),
        sections=[_shown(section) for section in sections(systems)],
        plots=_plots(run, systems),
        questions=len(record["questions"]),
        failed=_failed(record, product),
    )


def _shown(section: Section) -> dict[str, Any]:
    lines = [
        {"label": line.label, "cells": [_cell(figure, line.digits) for figure in line.figures]}
        for line in section.lines
    ]
    return {"title": section.title, "lines": lines}


def _cell(figure: Figure | None, digits: int) -> dict[str, Any] | None:
    if figure is None:
        return None
    ends = {name: f"{getattr(figure, name):.{digits}f}" for name in ("value", "low", "high")}
    return {**ends, "count": figure.count}


def _plots(run: Run, systems: Mapping[str, Mapping[str, Figure]]) -> list[str]:
    taken = {
        name: [outcome.response.latency_ms for outcome in outcomes]
        for name, outcomes in run.outcomes.items()
    }
    return [
        plots.bars(systems, "Share passed by kind of question", PASSED),
        plots.curves(risk_coverage(run), "Risk over coverage"),
        plots.latencies(taken, "Latency of a question"),
    ]


def _failed(record: Mapping[str, Any], system: str) -> list[dict[str, Any]]:
    """Every question that the product failed: asked, expected, answered and retrieved."""
    found = []
    for question, answer in record["systems"][system]["answers"].items():
        if not answer["values"]["passed"]:
            row = record["questions"][question]
            known = {*row["gold"], *row["optional"]}
            extra = [title for title in answer["papers"] if title not in known]
            found.append({**row, **answer, "extra": extra})
    return found
