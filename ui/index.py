"""`footnote index`: make a library, or bring it in step with its files."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.errors import CallError
from ui.options import LibraryOption, missing, settings_for
from ui.streams import complain

if TYPE_CHECKING:
    from rag.settings import Settings
    from store.library import Library
    from store.readers.columns import Columns
    from store.report import IndexReport

_BETWEEN_LOOKS = 1.0  # seconds


def index(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files and folders of papers to add.")
    ] = None,
    library: LibraryOption = None,
    column: Annotated[
        list[str] | None,
        typer.Option(
            "--column",
            metavar="FIELD=NAME",
            help="Which column of a table holds a field, such as title=Name; kept for later runs.",
        ),
    ] = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Drop papers whose file is gone or that left it.")
    ] = False,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the whole index anew; the old one serves on.")
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on: index again whenever the files change.")
    ] = False,
) -> None:
    """Add files and folders, and bring the library in step with all that it follows.

    A new library that is given none is made of the default list.
    """
    from store.readers.columns import Columns
    from store.sources import source_name

    columns = Columns.parse(column or [])
    if columns.given and not paths:
        raise CallError("--column says how to read a file; name the file, too.")
    settings = settings_for(library)
    report = bring_up_to_date(settings, paths or [], columns=columns, prune=prune, rebuild=rebuild)
    if watch:
        _watch(settings, prune)
    named = {source_name(path) for path in paths or []}
    if any(problem.line == 0 and problem.source in named for problem in report.problems):
        raise typer.Exit(2)  # a path of the call could not be read; the others are in


def _watch(settings: Settings, prune: bool) -> None:
    """Indexes whenever the files that the library follows have changed, until interrupted."""
    import time

    from store import manifest
    from store.watching import changes

    def sources() -> Sequence[str]:
        state = manifest.read(settings.library)
        return state.sources if state else ()

    complain("Watching; Ctrl-C ends it.")
    for _ in changes(sources, lambda: time.sleep(_BETWEEN_LOOKS)):
        bring_up_to_date(settings, [], prune=prune)


def bring_up_to_date(
    settings: Settings,
    paths: list[Path],
    *,
    columns: Columns | None = None,
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
            columns=columns,
            prune=prune,
            rebuild=rebuild,
            progress=progress,
            on_wait=complain,
            decide=decide,
        )
    for problem in terminal.problems(report):
        complain(problem)
    print(
        terminal.summed_up(report, settings.library),
        file=sys.stderr if aside else sys.stdout,
        flush=True,
    )
    return report


def open_library(library: Path | None) -> Library:
    """The library, opened; the default one is made first where there is none yet.

    One of an older schema is brought up to date first.
    """
    from store import manifest
    from store.library import Library

    settings = settings_for(library)
    state = manifest.read(settings.library)
    if state is None and library is not None:
        raise missing(settings, library)
    if state is None or state.schema < manifest.SCHEMA:
        if state:
            complain("An older version made this library; it is brought up to date, once.")
        bring_up_to_date(settings, [], aside=True)
    return Library.open(settings.library)
