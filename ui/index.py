"""`footnote index`: make a library, bring it up to date, show its state."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import JsonOption, LibraryOption, missing, settings_for
from ui.streams import complain, print_line

if TYPE_CHECKING:
    from rag.settings import Settings
    from store.library import Library
    from store.sources import IndexReport

index_app = typer.Typer(help="Make a library, bring it up to date, or show its state.")


@index_app.callback(invoke_without_command=True)
def index(context: typer.Context, library: LibraryOption = None) -> None:
    """Bring the library up to date with its lists; a new one is made of the default list."""
    context.obj = library  # `footnote index --library DIR add …` means that library too
    if context.invoked_subcommand is None:
        bring_up_to_date(settings_for(library), [])


@index_app.command()
def add(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(help="Lists of papers.")],
    library: LibraryOption = None,
) -> None:
    """Add the papers of these lists, or update those that changed."""
    report = bring_up_to_date(settings_for(library or context.obj), paths)
    if any(problem.line == 0 for problem in report.problems):
        raise typer.Exit(2)  # one of the lists could not be read; the others are in


@index_app.command()
def rebuild(context: typer.Context, library: LibraryOption = None) -> None:
    """Make the whole index anew; the old one serves until the new one is complete."""
    bring_up_to_date(settings_for(library or context.obj), [], rebuild=True)


@index_app.command()
def status(
    context: typer.Context, library: LibraryOption = None, as_json: JsonOption = False
) -> None:
    """Show what the library holds and what made it."""
    from dataclasses import asdict

    from store import manifest

    library = library or context.obj
    folder = settings_for(library).library
    state = manifest.read(folder)
    if state is None:
        raise missing(folder, library)
    if as_json:
        print_line(json.dumps({"library": str(folder), **asdict(state)}, ensure_ascii=False))
        return
    print(f"library    {folder}")
    print(f"papers     {len(state.papers)}")
    print(f"pieces     {state.sentences} sentences, {state.passages} passages")
    print(f"embedder   {state.embedder}")
    print(f"schema     {state.schema}")
    for source in state.sources:
        print(f"source     {source}")


def bring_up_to_date(
    settings: Settings, paths: list[Path], *, rebuild: bool = False, aside: bool = False
) -> IndexReport:
    """Indexes with a bar on standard error; what it did goes there too if `aside`."""
    from store.indexing import index_library
    from ui import terminal

    with terminal.progress_bar() as progress:
        report = index_library(settings.library, paths, rebuild=rebuild, progress=progress)
    for problem in terminal.problems(report):
        complain(problem)
    print(terminal.summed_up(report), file=sys.stderr if aside else sys.stdout, flush=True)
    return report


def open_library(library: Path | None) -> Library:
    """The library, opened; the default one is made first where there is none yet."""
    from store import manifest
    from store.library import Library

    settings = settings_for(library)
    if manifest.read(settings.library) is None:
        if library is not None:
            raise missing(settings.library, library)
        bring_up_to_date(settings, [], aside=True)
    return Library.open(settings.library)
