"""Where libraries live side by side, and what a call says to mean one of them."""

from __future__ import annotations

import os
import shlex
from collections.abc import Mapping
from pathlib import Path

import platformdirs

DEFAULT_LIBRARY = "default"


def home_of(environment: Mapping[str, str]) -> Path:
    """The folder that libraries live in: FOOTNOTE_HOME, or else the platform's data folder."""
    named = environment.get("FOOTNOTE_HOME", "").strip()
    return Path(named).expanduser() if named else Path(platformdirs.user_data_dir("footnote"))


def index_call(directory: Path, *arguments: str) -> str:
    """The call that indexes the library in this folder, in backquotes.

    Example: ``index_call(folder, "--rebuild")`` is "`footnote index --rebuild --library old`".
    """
    named = _named(directory)
    option = ("--library", shlex.quote(named)) if named else ()
    return f"`{' '.join(('footnote', 'index', *arguments, *option))}`"


def _named(directory: Path) -> str:
    """What `--library` says to mean the library in this folder; nothing for the default one.

    A bare name would mean a folder of that name where one stands, and not the one at home.
    """
    folder, home = directory.absolute(), home_of(os.environ).absolute()
    if folder == home / DEFAULT_LIBRARY:
        return ""
    is_bare = folder.parent == home and not folder.name.startswith(".")
    return folder.name if is_bare and not Path(folder.name).exists() else str(directory)
