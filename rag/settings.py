"""Every setting, read once from the environment, with its default and its reason."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from store import manifest

DEFAULT_LIBRARY = "default"


@dataclass(frozen=True, slots=True)
class Settings:
    """`home` is the folder where libraries live, `library` the folder of the one in use.

    `log_level` is a name that the logging module knows; warnings and worse are shown.
    """

    home: Path
    library: Path
    log_level: str = "WARNING"


def load_settings(
    library: Path | None = None, environment: Mapping[str, str] | None = None
) -> Settings:
    """Reads FOOTNOTE_HOME and FOOTNOTE_LOG; a library named in the call goes first."""
    environment = os.environ if environment is None else environment
    named = environment.get("FOOTNOTE_HOME", "").strip()
    home = Path(named).expanduser() if named else Path(platformdirs.user_data_dir("footnote"))
    return Settings(
        home=home,
        library=_folder(library, home) if library else home / DEFAULT_LIBRARY,
        log_level=environment.get("FOOTNOTE_LOG", "").strip().upper() or "WARNING",
    )


def _folder(library: Path, home: Path) -> Path:
    """The folder that a call names. A bare name is that of a library in `home`, unless a library
    or an empty folder of that name stands where the call was made.
    """
    named = library.expanduser()
    if named.is_absolute() or len(named.parts) != 1:
        return named
    here = (named / manifest.FILE).exists() or (named.is_dir() and not any(named.iterdir()))
    return named if here else home / named
