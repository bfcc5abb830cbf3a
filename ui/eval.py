"""`footnote eval`: measure answers and retrieval, here and offline."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.index import open_library
from ui.options import (
    ExplainOption,
    JsonOption,
    LibraryOption,
    ModelOption,
    ReplayOption,
    missing,
    settings_for,
)
from ui.streams import complain, print_line

if TYPE_CHECKING:
    from eval.questions import Row
    from rag.settings import Settings

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
    model: ModelOption = None,
    judge: Annotated[
        bool, typer.Option("--judge", help="Also ask the model what it thinks of the answers.")
    ] = False,
    replay: ReplayOption = False,
    explain: ExplainOption = False,
    as_json: JsonOption = False,
) -> None:
    """Ask the questions of eval/questions.jsonl, beside two baselines, and print the figures."""
    context.obj = library  # `footnote eval --library DIR flags` means that library too
    if context.invoked_subcommand is not None:
        return
    from ui.measuring import Wanted, measure

    settings = settings_for(library, model)
    wanted = Wanted(
        alone=bool(only),
        explain=explain,
        judge=judge,
        replay=replay,
        as_json=as_json,
        report=report,
        compare=compare,
        gate=gate,
        write_gate=write_gate,
    )
    wanted.check(settings)
    measure(wanted, library, _rows(questions, half, only or []), settings)


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
    settings = settings_for(library)
    folder = settings.library
    kept = read(folder)
    if not kept.flags and manifest.read(folder) is None:
        raise missing(settings, library)
    for line in kept.damaged:
        complain(f"Skipped: {folder / FILE}, line {line}: This is no verdict.")
    found = proposals(kept.flags, known_rows(QUESTIONS, *([write] if write else [])))
    tables.show_proposals(found, len(kept.flags))
    if write and found:
        append(found, write)
        complain(f"Rows added to {write}: {len(found)}; fill in what is null before asking them.")


@eval_app.command()
def checker(
    library: LibraryOption = None,
    claims: Annotated[
        Path | None, typer.Option(help="A file of claims other than the project's own.")
    ] = None,
    half: Annotated[str | None, typer.Option(help="tune or report; both if not set.")] = None,
    as_json: JsonOption = False,
) -> None:
    """Measure the checks of a language model's claims, on true claims and false ones."""
    from eval.checker import CLAIMS, cases, judged, mistakes
    from ui import terminal

    opened = open_library(library)
    chosen = cases(opened, claims or CLAIMS, half)
    verdicts = []
    with terminal.progress_bar() as progress:
        for verdict in judged(opened, chosen):
            verdicts.append(verdict)
            progress("Checking claims", len(verdicts), len(chosen))
    found = {name: asdict(figure) for name, figure in mistakes(verdicts).items()}
    if as_json:
        print_line(json.dumps(found))
        return
    for name, figure in found.items():
        print_line(
            f"{name:<22}{figure['value']:7.3f}  [{figure['low']:.3f}, {figure['high']:.3f}]"
            f"  of {figure['count']}"
        )


def _rows(questions: Path | None, half: str | None, only: list[str]) -> tuple[Row, ...]:
    from eval.questions import QUESTIONS, chosen, read_questions

    return chosen(read_questions(questions or QUESTIONS), half, only)


def _cache(settings: Settings) -> Path:
    """Where embeddings and indexes are kept that only measuring needs."""
    return settings.home / "cache"
