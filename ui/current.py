"""The chain that answers now: made anew when its library has changed on the disk.

The library may change under the chat's feet: by an upload, or by `footnote index` in another
window. What is being answered goes on with the library that it began with.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import NamedTuple

from store import manifest
from store.errors import FootnoteError
from store.library import Library
from ui.conversation import Answerer

_log = logging.getLogger(__name__)


ChainOver = Callable[[Library], Answerer]
"""Makes the chain of a library."""


class Now(NamedTuple):
    """A chain and the library that it answers from."""

    chain: Answerer
    library: Library


class Current:
    """What to answer from; one for all tabs."""

    def __init__(
        self,
        chain: Answerer,
        library: Library,
        chain_over: ChainOver | None = None,
    ) -> None:
        """`chain_over` makes the chain of a library that has changed; without it nothing does."""
        self._now = Now(chain, library)
        self._chain_over = chain_over
        self._looking = threading.Lock()
        self._seen = (0, 0)  # it may have changed since it was opened

    @property
    def chain(self) -> Answerer:
        """The chain that new questions are answered with, without a look at the disk."""
        return self._now.chain

    @property
    def library(self) -> Library:
        """The library that new questions are answered from, without a look at the disk."""
        return self._now.library

    def look(self, *, wait: bool = False) -> Now:
        """The chain over the library as it is on the disk now.

        While it is being opened others go on with the one before, unless they `wait`. A library
        that cannot be opened is logged, and the one before it stays.
        """
        if not self._looking.acquire(blocking=wait):
            return self._now
        try:
            stamp = _stamp(self.library)
            if self._chain_over and stamp != self._seen:
                self._now = self._opened(self._chain_over)
                self._seen = stamp
        except FootnoteError:
            _log.warning("The changed library cannot be opened.", exc_info=True)
            self._seen = stamp
        finally:
            self._looking.release()
        return self._now

    def _opened(self, chain_over: ChainOver) -> Now:
        folder, before = self.library.directory, self.library.manifest
        state = manifest.read(folder)
        same = state and (state.generation, state.snapshot) == (before.generation, before.snapshot)
        if same:
            return self._now
        library = Library.open(folder)
        return Now(chain_over(library), library)


def _stamp(library: Library) -> tuple[int, int]:
    """What tells one writing of the manifest from the next; each makes the file anew."""
    try:
        stat = (library.directory / manifest.FILE).stat()
    except OSError:
        return 0, 0
    return stat.st_ino, stat.st_mtime_ns
