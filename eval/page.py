"""Writes a report: one HTML page that needs nothing beside it, and the JSON it was made from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
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
    """Writes the page and the data into a folder, making it; raises EvalError if it refuses.

    Either file is there whole or as it was before, whenever this is cut off.
    """
    prepare(folder)
    page, data = folder / PAGE, folder / DATA
    with _refused(folder):
        _put(page, _page(run, record))
        _put(data, json.dumps(record, ensure_ascii=False, indent=1) + "\n")
    return page, data


def prepare(folder: Path) -> None:
    """Makes sure that a folder is there and can be written; raises EvalError if not."""
    with _refused(folder):
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass


def _put(file: Path, text: str) -> None:
    draft = file.with_suffix(f"{file.suffix}.new")
    draft.write_text(text, "utf-8", errors="backslashreplace")
    draft.replace(file)


@contextmanager
def _refused(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EvalError(
            f"The report cannot be written into {str(folder)!r} ({error.strerror or error}); "
            "name another folder."
        ) from error


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
