"""The libraries that the chat can be asked about, and who answers from each of them.

Each is opened when it is first wanted, and again when an indexing run has changed it.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from rag.settings import ModelSettings, Settings
from store import manifest
from store.errors import FootnoteError, LibraryMissingError
from store.library import Library
from ui.conversation import Answerer

if TYPE_CHECKING:
    from rag.models.calls import Model

_CHAINS, _MODELS = 12, 8  # kept ready
_NONE = "There is no library {name!r} here; choose another in the settings."


@dataclass(frozen=True, slots=True)
class Desk:
    """What one question is asked with: a library under its name, and who answers from it."""

    name: str
    library: Library
    chain: Answerer


class Desks:
    """The library that the chat was started with, and those beside it under `settings.home`.

    Without settings there is that one alone.
    """

    def __init__(self, chain: Answerer, library: Library, settings: Settings | None = None) -> None:
        """`chain` answers from `library` until that changes or somebody chooses otherwise."""
        self.settings = settings
        self.started_with = settings.model if settings else None
        self._own = library.directory
        self._last = {self._own: library}
        self._opening = threading.Lock()
        self._given = (library, self.started_with, chain)
        self._chain = lru_cache(_CHAINS)(self._make_chain)
        self._model = lru_cache(_MODELS)(self._open_model)

    @property
    def has_changed(self) -> bool:
        """Whether the chat's own library is another by now than when the chat was started."""
        return self.library("") is not self._given[0]

    @property
    def default(self) -> str:
        """The name of the library that the chat was started with."""
        home = self.settings.home if self.settings else self._own.parent
        # Outside of home it may share its name with one that stands there.
        return self._own.name if self._own.parent == home else f"{self._own.name} (elsewhere)"

    def names(self) -> list[str]:
        """All libraries that can be chosen, the one that the chat was started with first."""
        return list(self._folders())

    def library(self, name: str) -> Library:
        """A library as it stands now; an empty name is the default's.

        One that was read before goes on as it was while its folder cannot be read. Raises
        LibraryMissingError where there is none of this name, and as `Library.open` does.
        """
        # A name is looked up, never made into a path: it may come from anywhere.
        folder = self._folders().get(name or self.default)
        if folder is None:
            raise LibraryMissingError(_NONE.format(name=name))
        with self._opening:  # whoever comes meanwhile waits, and opens nothing twice
            last = self._last.get(folder)
            try:
                state = manifest.read(folder)
                if last is None or (state and state.snapshot != last.manifest.snapshot):
                    last = self._last[folder] = Library.open(folder)
            except FootnoteError:
                if last is None:
                    raise
        return last

    def desk(self, name: str, model: ModelSettings | None) -> Desk:
        """A library with who answers from it; raises as `library` and opening the model do."""
        library = self.library(name)
        return Desk(name or self.default, library, self._chain(library, model))

    def _folders(self) -> dict[str, Path]:
        found = {self.default: self._own}
        if self.settings:
            for folder in manifest.libraries_in(self.settings.home):
                found.setdefault(folder.name, folder)
        return found

    def _make_chain(self, library: Library, model: ModelSettings | None) -> Answerer:
        own, started_with, chain = self._given
        if library is own and model == started_with:
            return chain
        from rag.chain import Chain

        return Chain(library, self._model(model) if model else None)

    def _open_model(self, model: ModelSettings) -> Model:
        from rag.models.model import open_model

        assert self.settings, "a model is chosen where there are settings"
        return open_model(model, self.settings.replies)
