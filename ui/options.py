"""What the commands have in common: their options and the settings that follow."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.errors import CallError, LibraryMissingError

if TYPE_CHECKING:
    from rag.settings import Settings


def _library(named: str) -> Path:
    """What --library names. A path loses its "./" and would pass for a bare name."""
    return Path(named).absolute() if named.startswith(".") else Path(named)


LibraryOption = Annotated[
    Path | None,
    typer.Option(
        "--library",
        parser=_library,
        metavar="DIR|NAME",
        help="Another library: its folder, or its name under FOOTNOTE_HOME.",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", help="The language model that writes, or gguf:PATH of one."),
]

ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Tell step by step how the answer came about.")
]


def settings_for(library: Path | None, model: str | None = None) -> Settings:
    """The settings, with the library and the language model that the call names."""
    from rag.settings import load_settings

    try:
        return load_settings(library, model=model)
    except RuntimeError as error:  # a ~name that is nobody's
        raise CallError(
            f"There is no such home folder ({error}); name the library's folder in full."
        ) from error


def missing(folder: Path, library: Path | None) -> LibraryMissingError:
    """That no library stands in this folder, with the call that makes it there."""
    named = f" --library {shlex.quote(str(library))}" if library else ""
    return LibraryMissingError(
        f"There is no library in {str(folder)!r}; run `footnote index{named}` to make one."
    )
