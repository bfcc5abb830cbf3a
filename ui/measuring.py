"""What `footnote eval` does once it is clear what is wanted: ask, judge, show, write, gate."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from store.errors import CallError, ModelError
from ui.index import open_library
from ui.streams import complain, print_line

if TYPE_CHECKING:
    from eval.compare import Comparison
    from eval.questions import Row
    from eval.responses import System
    from eval.run import Run
    from rag.models.calls import Model
    from rag.settings import Settings
    from store.library import Library

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a call asks for beside the figures; see the command's options."""

    alone: bool = False
    explain: bool = False
    judge: bool = False
    replay: bool = False
    as_json: bool = False
    report: Path | None = None
    compare: Path | None = None
    gate: Path | None = None
    write_gate: Path | None = None

    def check(self, settings: Settings) -> None:
        """Raises CallError where these do not go together."""
        if self.explain and not self.alone:
            raise CallError("Name the questions to explain, with --only.")
        if self.alone and (self.gate or self.write_gate):
            raise CallError("A gate is for all questions; leave out --only, or the gate.")
        if self.judge and settings.model is None:
            raise CallError(
                "No language model is named that could judge; name one with --model, or in "
                "FOOTNOTE_MODEL."
            )


def measure(wanted: Wanted, folder: Path | None, rows: Sequence[Row], settings: Settings) -> None:
    """Asks, judges and shows. Where a model fails, that is said after all else is done."""
    from eval.compare import compared
    from eval.gate import read_gate
    from eval.page import prepare
    from eval.questions import check_papers
    from eval.record import as_record, read_record

    # What the call names is looked at before the questions take their time.
    earlier = read_record(wanted.compare) if wanted.compare else None
    thresholds = read_gate(wanted.gate) if wanted.gate else {}
    if wanted.report:
        prepare(wanted.report)
    library = open_library(folder)
    check_papers(rows, {paper.title for paper in library.papers.values()})
    with _named_model(settings, replay=wanted.replay) as model:
        run = _asked(wanted, library, rows, model)
        record = as_record(run)
        failure = _failure(run)
        if model and wanted.judge:
            failure = _judge(run, record, library, model) or failure
    _show(wanted, run, record, compared(earlier, record) if earlier else None)
    _tell_of_model(run)
    if wanted.report:
        _report(run, record, wanted.report)
    if wanted.write_gate:
        _write_gate(record, wanted.write_gate)
    if failure:
        raise failure
    _pass_gate(record, thresholds)


@contextmanager
def _named_model(settings: Settings, *, replay: bool) -> Iterator[Model | None]:
    from ui.chains import model_of

    with closing(opened) if (opened := model_of(settings, replay=replay)) else nullcontext() as it:
        yield it


def _failure(run: Run) -> ModelError | None:
    """What kept a system from answering; told once all else is done."""
    return next(iter(run.failures.values()), None)


def _tell_of_model(run: Run) -> None:
    """Which answers are not a named model's: figures of fall-backs would pass for its own."""
    from eval.run import notes

    asked = len(run.rows)
    for note, count in notes(next(iter(run.outcomes.values()))):
        complain(f"{count} of {asked} answers: {note}")
    for system in run.failures:
        complain(f"{system} is left out: its model failed.")


def _asked(wanted: Wanted, library: Library, rows: Sequence[Row], model: Model | None) -> Run:
    """Every system's answers, or the product's alone: baselines take seconds to prepare."""
    from eval.product import Product
    from eval.run import run
    from store.embed import default_embedder
    from ui import terminal

    with terminal.progress_bar() as progress:
        systems: list[System] = [Product(library, model, explain=wanted.explain)]
        if not wanted.alone:
            from eval.baselines import baselines

            systems += baselines(library, default_embedder())
        if model and not wanted.alone:
            from eval.citing import Citing

            systems.append(Citing(library, default_embedder(), model))
        return run(systems, rows, library.papers, progress)


def _judge(run: Run, record: dict[str, Any], library: Library, model: Model) -> ModelError | None:
    """Puts opinions of what was written into the record; what kept the model from it, if it was.

    Plain chunks are no answers that one could have an opinion of.
    """
    from eval.citing import Citing
    from eval.judges import judged
    from eval.product import Product
    from ui import terminal

    names = [name for name in run.outcomes if name in (Product.name, Citing.name)]
    try:
        with terminal.progress_bar() as progress:
            found = {
                name: asdict(judged(name, run.outcomes[name], library.papers, model, progress))
                for name in names
            }
    except ModelError as error:
        return error
    record["judges"] = {"engine": model.engine, "systems": found}
    return None


def _show(wanted: Wanted, run: Run, record: Record, comparison: Comparison | None) -> None:
    from ui import tables
    from ui.explain import explained

    if wanted.as_json:
        more = {"comparison": asdict(comparison)} if comparison else {}
        print_line(json.dumps({**record, **more}, ensure_ascii=False))
        return
    if wanted.alone:
        told = {
            outcome.row.id: explained(outcome.response.steps, outcome.response.timings_ms)
            for outcome in next(iter(run.outcomes.values()))
            if outcome.response.steps
        }
        tables.show_answers(record, told)
    else:
        tables.show_figures(record)
    if "judges" in record:
        tables.show_opinions(record["judges"])
    if comparison:
        tables.show_comparison(comparison)


def _report(run: Run, record: Record, folder: Path) -> None:
    from eval.page import write_report

    page, data = write_report(run, record, folder)
    complain(f"The report is {page}, its data {data}.")


def _write_gate(record: Record, file: Path) -> None:
    from eval.gate import write_gate
    from eval.product import Product
    from eval.record import figures_of

    write_gate(figures_of(record, Product.name), file)


def _pass_gate(record: Record, thresholds: Mapping[str, float]) -> None:
    """Names every figure beyond its threshold; with any, the exit status is 1."""
    from eval.gate import misses
    from eval.product import Product
    from eval.record import figures_of

    found = misses(figures_of(record, Product.name), thresholds)
    for miss in found:
        reached = "was not measured" if miss.found is None else f"is {miss.found:.3f}"
        complain(f"The gate: {miss.name} {reached}, the threshold is {miss.threshold}.")
    if found:
        raise typer.Exit(1)
