"""What the commands have in common: their options and the settings that follow."""

from __future__ import annotations

import shlex
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from store.errors import CallError, LibraryMissingError
from store.homes import index_call

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

ReplayOption = Annotated[
    bool, typer.Option("--replay", help="Call no model: answer from the replies kept on disk.")
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


def missing(settings: Settings, library: Path | None) -> LibraryMissingError:
    """That no library stands there: which was meant by the name, or how to make this one."""
    nowhere = f"There is no library in {str(settings.library)!r}"
    if library is None:
        return LibraryMissingError(f"{nowhere}; run {index_call(settings.library)} to make one.")
    from store import manifest

    names = [folder.name for folder in manifest.libraries_in(settings.home)]
    near = get_close_matches(library.name, names, n=1)
    if near and len(library.parts) == 1:
        return LibraryMissingError(f"{nowhere}. Did you mean --library {shlex.quote(near[0])}?")
    return LibraryMissingError(
        f"{nowhere}; `footnote library list` shows those there are, "
        f"`footnote index FILE --library {shlex.quote(str(library))}` makes this one of files."
    )
