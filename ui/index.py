"""`footnote index`: make a library, or bring it in step with its files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.options import LibraryOption, missing, settings_for
from ui.streams import complain

if TYPE_CHECKING:
    from rag.settings import Settings
    from store.library import Library
    from store.report import IndexReport


def index(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders of papers to add.")
    ] = None,
    library: LibraryOption = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop papers whose file is gone or that left it.")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the whole index anew; the old one serves on.")
    ] = False,
) -> None:
    """Add files and folders, and bring the library in step with all that it follows.

    A new library that is given none is made of the default list.
    """
    from store.sources import source_name

    report = bring_up_to_date(settings_for(library), paths or [], prune=prune, rebuild=rebuild)
    named = {source_name(path) for path in paths or []}
    if any(problem.line == 0 and problem.source in named for problem in report.problems):
        raise typer.Exit(2)  # a path of the call could not be read; the others are in


def bring_up_to_date(
    settings: Settings,
    paths: list[Path],
    *,
    prune: bool = False,
    rebuild: bool = False,
    aside: bool = False,
    decide: Callable[[Path], None] | None = None,
) -> IndexReport:
    """Indexes with a bar on standard error; what it did goes there too if `aside`."""
    from store.indexing import index_library
    from ui import terminal

    with terminal.progress_bar() as progress:
        report = index_library(
            settings.library,
            paths,
            prune=prune,
            rebuild=rebuild,
            progress=progress,
            on_wait=complain,
            decide=decide,
        )
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
