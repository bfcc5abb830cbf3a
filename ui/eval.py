"""`footnote eval`: measure answers and retrieval, here and offline."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from store.errors import CallError
from ui.index import open_library
from ui.options import ExplainOption, JsonOption, LibraryOption, missing, settings_for
from ui.streams import complain, print_line

if TYPE_CHECKING:
    from eval.compare import Comparison
    from eval.questions import Row
    from eval.responses import System
    from eval.run import Run
    from rag.settings import Settings

Record = Mapping[str, Any]

eval_app = typer.Typer(help="Measure answers and retrieval.")


@eval_app.callback(invoke_without_command=True)
def evaluate(
    context: typer.Context,
    library: LibraryOption = None,
    only: Annotated[
        list[str] | None, typer.Option(help="A question's id; may be given several times.")
    ] = None,
    half: Annotated[str | None, typer.Option(help="tune or report; both if not set.")] = None,
    questions: Annotated[
        Path | None, typer.Option(help="A file of questions other than the project's own.")
    ] = None,
    report: Annotated[
        Path | None, typer.Option(help="A folder for a page with plots, and its data.")
    ] = None,
    compare: Annotated[
        Path | None, typer.Option(help="An earlier report's eval.json to compare with.")
    ] = None,
    gate: Annotated[
        Path | None, typer.Option(help="A file of thresholds; falling below fails.")
    ] = None,
    write_gate: Annotated[
        Path | None, typer.Option(help="Write the thresholds of this run into a file.")
    ] = None,
    explain: ExplainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Ask the questions of eval/questions.jsonl, beside two baselines, and print the figures."""
    context.obj = library  # `footnote eval --library DIR flags` means that library too
    if context.invoked_subcommand is not None:
        return
    from eval.compare import compared
    from eval.gate import read_gate
    from eval.page import prepare
    from eval.record import as_record, read_record

    if explain and not only:
        raise CallError("Name the questions to explain, with --only.")
    if only and (gate or write_gate):
        raise CallError("A gate is for all questions; leave out --only, or the gate.")
    # What the call names is looked at before the questions take their time.
    rows = _rows(questions, half, only or [])
    earlier = read_record(compare) if compare else None
    thresholds = read_gate(gate) if gate else {}
    if report:
        prepare(report)
    run = _run(library, rows, alone=bool(only), explain=explain)
    record = as_record(run)
    comparison = compared(earlier, record) if earlier else None
    if as_json:
        more = {"comparison": asdict(comparison)} if comparison else {}
        print_line(json.dumps({**record, **more}, ensure_ascii=False))
    else:
        _show(run, record, comparison, one_by_one=bool(only))
    if report:
        _report(run, record, report)
    if write_gate:
        _write_gate(record, write_gate)
    _gate(record, thresholds)


@eval_app.command()
def retrieval(
    collection: Annotated[Path, typer.Argument(help="The folder of a collection in BEIR format.")],
    as_json: JsonOption = False,
    split: Annotated[
        str | None, typer.Option(help="The judgements to use; test where there are such.")
    ] = None,
) -> None:
    """Measure dense, BM25 and Footnote's own retrieval on a collection, side by side."""
    from eval.collections import read_collection
    from eval.retrieval import compare
    from store.embed import default_embedder
    from ui import tables, terminal

    read = read_collection(collection, split)
    with terminal.progress_bar() as progress:
        found = compare(read, _cache(settings_for(None)), default_embedder(), progress)
    if as_json:
        print_line(json.dumps(asdict(found)))
    else:
        tables.show_retrieval(found)


@eval_app.command()
def flags(
    context: typer.Context,
    library: LibraryOption = None,
    write: Annotated[
        Path | None, typer.Option(help="Also add the rows to this file of questions.")
    ] = None,
) -> None:
    """Show the verdicts that people gave on answers, as rows for a file of questions."""
    from eval.proposals import append, known_rows, proposals
    from eval.questions import QUESTIONS
    from store import manifest
    from store.flags import FILE, read
    from ui import tables

    library = library or context.obj
    folder = settings_for(library).library
    kept = read(folder)
    if not kept.flags and manifest.read(folder) is None:
        raise missing(folder, library)
    for line in kept.damaged:
        complain(f"Skipped: {folder / FILE}, line {line}: This is no verdict.")
    found = proposals(kept.flags, known_rows(QUESTIONS, *([write] if write else [])))
    tables.show_proposals(found, len(kept.flags))
    if write and found:
        append(found, write)
        complain(f"Rows added to {write}: {len(found)}; fill in what is null before asking them.")


def _rows(questions: Path | None, half: str | None, only: list[str]) -> tuple[Row, ...]:
    from eval.questions import QUESTIONS, chosen, read_questions

    return chosen(read_questions(questions or QUESTIONS), half, only)


def _run(library: Path | None, rows: tuple[Row, ...], *, alone: bool, explain: bool) -> Run:
    """Every system's answers, or the product's alone, as the baselines take seconds to prepare.

    The default library is made first where there is none yet.
    """
    from eval.product import Product
    from eval.questions import check_papers
    from eval.run import run
    from store.embed import default_embedder
    from ui import terminal

    opened = open_library(library)
    check_papers(rows, {paper.title for paper in opened.papers.values()})
    with terminal.progress_bar() as progress:
        systems: list[System] = [Product(opened, explain=explain)]
        if not alone:
            from eval.baselines import baselines

            systems += baselines(opened, default_embedder())
        return run(systems, rows, opened.papers, progress)


def _show(run: Run, record: Record, comparison: Comparison | None, *, one_by_one: bool) -> None:
    from ui import tables
    from ui.explain import explained

    if one_by_one:
        told = {
            outcome.row.id: explained(outcome.response.steps, outcome.response.timings_ms)
            for outcome in next(iter(run.outcomes.values()))
            if outcome.response.steps
        }
        tables.show_answers(record, told)
    else:
        tables.show_figures(record)
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


def _gate(record: Record, thresholds: Mapping[str, float]) -> None:
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


def _cache(settings: Settings) -> Path:
    """Where embeddings and indexes are kept that only measuring needs."""
    return settings.home / "cache"
