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
from ui.desks import Desks
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
    """Gives the page's content for each library; maps are drawn in threads."""

    def __init__(self, desks: Desks) -> None:
        """Nothing is prepared before a page is asked for."""
        self._desks = desks
        self._preparing = threading.Lock()
        self._prepared: dict[str, _Prepared] = {}

    def now(self, name: str) -> Shelf:
        """A library as it is on the disk now; raises as `Desks.library` does."""
        library = self._desks.library(name)
        with self._preparing:
            prepared = self._prepared.get(name)
            if prepared is None or prepared.library is not library:
                prepared = _Prepared(library, holdings(library.papers.values()))
                self._prepared[name] = prepared
                threading.Thread(target=prepared.draw, name="drawing", daemon=True).start()
        prepared.drawn.wait(_PATIENCE)
        try:
            removed = removals.read(library.directory)
        except LibraryBrokenError as error:
            _log.warning("%s", error)
            removed = removals.NONE
        return Shelf(prepared.holdings, removed, prepared.atlas, library.manifest.snapshot)
