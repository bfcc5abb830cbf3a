"""One writer at a time: who holds a library, and how the next one waits for it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import filelock

from store.errors import LibraryLockedError, LibraryUnwritableError

FILE = "index.lock"
_HOLDER = "index.holder"
_POLL = 0.05  # seconds between two looks at a lock that another process holds


@contextmanager
def writing(directory: Path, on_wait: Callable[[str], None] | None = None) -> Iterator[None]:
    """Holds the library's lock; Chroma loses rows for good where two processes write.

    While another process holds it, `on_wait` is told so in a sentence, once, and this one
    waits; without `on_wait` LibraryLockedError is raised. A killed process holds nothing: the
    system lets go of its lock. Raises LibraryUnwritableError where the folder or its disk
    refuses, then or later.
    """
    try:
        directory.mkdir(parents=True, exist_ok=True)
        lock = filelock.FileLock(directory / FILE)
        with _held(lock, directory, on_wait):
            _sign(directory)
            yield
    except OSError as error:
        raise LibraryUnwritableError(
            f"The library's folder {str(directory)!r} cannot be written "
            f"({error.strerror or error}); make room there, or name another folder with "
            "--library or FOOTNOTE_HOME."
        ) from error


@contextmanager
def _held(
    lock: filelock.BaseFileLock, directory: Path, on_wait: Callable[[str], None] | None
) -> Iterator[None]:
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout as error:
        taken = f"{_holder(directory)} is indexing the library in {str(directory)!r}"
        if on_wait is None:
            raise LibraryLockedError(f"{taken}; try again when it is done.") from error
        on_wait(f"{taken}; waiting for it to end (Ctrl-C gives up).")
        lock.acquire(poll_interval=_POLL)
    try:
        yield
    finally:
        lock.release()


def _sign(directory: Path) -> None:
    """Leaves word of who holds the lock. A disk without room for it is no reason to refuse."""
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    holder = {"pid": os.getpid(), "host": socket.gethostname(), "since": now}
    with suppress(OSError):
        (directory / _HOLDER).write_text(json.dumps(holder), "utf-8")


def _holder(directory: Path) -> str:
    try:
        holder = json.loads((directory / _HOLDER).read_text("utf-8"))
        since = datetime.fromisoformat(holder["since"])
        return f"Process {holder['pid']} on {holder['host']} (since {since:%H:%M:%S})"
    except (OSError, ValueError, TypeError, KeyError):
        return "Another process"
