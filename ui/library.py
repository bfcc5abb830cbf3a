"""`footnote library`: what a library holds and where that comes from."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from ui.index import bring_up_to_date
from ui.options import JsonOption, LibraryOption, missing, settings_for
from ui.streams import complain, print_line

library_app = typer.Typer(help="Show libraries, and what they are made of.", no_args_is_help=True)


@library_app.command("list")
def list_libraries(as_json: JsonOption = False) -> None:
    """Show the libraries that live side by side under FOOTNOTE_HOME.

    One that is damaged is named on standard error, with its cure.
    """
    from store import manifest
    from store.errors import LibraryBrokenError

    home = settings_for(None).home
    sizes = {}
    for folder in manifest.libraries_in(home):
        try:
            if state := manifest.read(folder):
                sizes[folder.name] = len(state.papers)
        except LibraryBrokenError as error:
            complain(str(error))
    if as_json:
        print_line(json.dumps({"home": str(home), "libraries": sizes}))
    elif not sizes:
        print(f"There is no library in {home} yet; `footnote index` makes one.")
    for name, papers in sizes.items() if not as_json else ():
        print(f"{name}  {papers} paper{'s' * (papers != 1)}")


@library_app.command()
def show(library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Show what the library holds, what made it, and the state of every file."""
    from store import ledger, manifest
    from ui.terminal import without_controls

    settings = settings_for(library)
    folder = settings.library
    state = manifest.read(folder)
    if state is None:
        raise missing(settings, library)
    files = ledger.read(folder).files
    if as_json:
        known = {name: asdict(entry) for name, entry in files.items()}
        print_line(json.dumps({"library": str(folder), **asdict(state), "files": known}))
        return
    print(f"library    {folder}")
    print(f"papers     {len(state.papers)}")
    print(f"pieces     {state.sentences} sentences, {state.passages} passages")
    print(f"embedder   {state.embedder}")
    print(f"schema     {state.schema}")
    for source in state.sources:
        columns = state.columns.get(source, {}).items()
        named = "".join(f", {field} in {column!r}" for field, column in columns)
        print(without_controls(f"source     {source}{named}"))
    for name, entry in files.items():
        why = f": {entry.reason}" if entry.reason else ""
        line = f"{entry.state:<12} {entry.papers:>6}  {entry.time[:16]}  {name}{why}"
        print(without_controls(line))


@library_app.command()
def merged(library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Show the papers that several files have, and where each of them is from."""
    from store.curating import merged_papers
    from ui.terminal import without_controls

    found = merged_papers(settings_for(library).library)
    if as_json:
        known = [
            {"id": paper.id, "title": paper.title, "sources": [record.place for record in records]}
            for paper, records in found
        ]
        print_line(json.dumps({"merged": known}))
        return
    if not found:
        print("No paper stands in more than one place.")
    for paper, records in found:
        print(without_controls(f"{paper.id}  {paper.title}"))
        for record in records:
            print(without_controls(f"    {record.place}: {record.paper.title}"))


@library_app.command()
def split(
    paper: Annotated[str, typer.Argument(help="The paper's id, as `merged` shows it.")],
    library: LibraryOption = None,
) -> None:
    """Undo a merging: each record is a paper of its own, in this run and all later ones."""
    from store import curating

    bring_up_to_date(settings_for(library), [], decide=lambda folder: curating.split(folder, paper))


@library_app.command()
def join(
    paper: Annotated[str, typer.Argument(help="The id of a paper that was split.")],
    library: LibraryOption = None,
) -> None:
    """Undo a split: what looks like one paper is merged again."""
    from store import curating

    bring_up_to_date(settings_for(library), [], decide=lambda folder: curating.join(folder, paper))


PaperIds = Annotated[list[str], typer.Argument(help="Ids of papers.", metavar="PAPER…")]


@library_app.command()
def remove(papers: PaperIds, library: LibraryOption = None) -> None:
    """Take papers out for good; their files stay, and `restore` brings them back."""
    from store import curating

    bring_up_to_date(settings_for(library), [], decide=lambda f: curating.remove(f, papers))


@library_app.command()
def restore(papers: PaperIds, library: LibraryOption = None) -> None:
    """Have papers again that were removed."""
    from store import curating

    bring_up_to_date(settings_for(library), [], decide=lambda f: curating.restore(f, papers))


@library_app.command()
def removed(library: LibraryOption = None, as_json: JsonOption = False) -> None:
    """Show the papers that were removed, the oldest removal first."""
    from store import removals
    from ui.terminal import without_controls

    found = removals.read(settings_for(library).library)
    if as_json:
        print_line(json.dumps({"removed": removals.to_json(found)}))
        return
    if not found.papers:
        print("No paper was removed.")
    for paper in found.papers:
        print(without_controls(f"{paper.id}  {paper.time[:16]}  {paper.title}"))


@library_app.command("export")
def export_library(
    file: Annotated[Path, typer.Argument(help="The file to make.")], library: LibraryOption = None
) -> None:
    """Write the library to one file, to be imported on another machine."""
    from store import transfer

    done = transfer.export_library(settings_for(library).library, file, complain)
    print(f"Exported {done.papers} papers to {file} (sha256 {done.sha256}).")


@library_app.command("import")
def import_library(
    file: Annotated[Path, typer.Argument(help="A file that was exported.")],
    library: LibraryOption = None,
) -> None:
    """Make a library of an exported file, once all of it has been verified."""
    from store import transfer
    from store.embed import default_embedder
    from ui.terminal import progress_bar

    folder = settings_for(library).library
    with progress_bar() as progress:
        done = transfer.import_library(
            file, folder, embedder=default_embedder(), progress=progress, on_wait=complain
        )
    print(f"Imported {done.papers} papers into {folder} (sha256 of the file {done.sha256}).")
