"""What the page shows of the library as it is now, prepared once for each state of it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

from store import removals
from store.atlas import Atlas, atlas_of
from store.errors import LibraryBrokenError
from store.library import Library
from ui.current import Current
from ui.shelf.holdings import Holding, holdings
from ui.shelf.page import Shelf

_log = logging.getLogger(__name__)

_PATIENCE = 1.0  # seconds that a page waits for its map; of a large library it comes later


@dataclass(slots=True)
class _Prepared:
    """One state of the library."""

    library: Library
    holdings: Sequence[Holding]
    atlas: Atlas | None = None
    drawn: threading.Event = field(default_factory=threading.Event)

    def draw(self) -> None:
        try:
            self.atlas = atlas_of(self.library)
        except Exception:  # the papers are shown all the same
            _log.exception("The map of the library could not be drawn.")
        finally:
            self.drawn.set()


class Shelves:
    """Gives the page's content; the map is drawn in a thread."""

    def __init__(self, current: Current) -> None:
        """Nothing is prepared before the page is asked for."""
        self._current = current
        self._preparing = threading.Lock()
        self._prepared: _Prepared | None = None

    def now(self) -> Shelf:
        """The library as it is on the disk now."""
        library = self._current.look().library
        with self._preparing:
            if self._prepared is None or self._prepared.library is not library:
                self._prepared = _Prepared(library, holdings(library.papers.values()))
                threading.Thread(target=self._prepared.draw, name="drawing", daemon=True).start()
            prepared = self._prepared
        prepared.drawn.wait(_PATIENCE)
        try:
            removed = removals.read(library.directory)
        except LibraryBrokenError as error:
            _log.warning("%s", error)
            removed = removals.NONE
        return Shelf(prepared.holdings, removed, prepared.atlas, library.manifest.snapshot)
