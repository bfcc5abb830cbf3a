"""The chain that a call asks for: its library, and its language model if it names one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from store.errors import CallError
from ui.index import open_library

if TYPE_CHECKING:
    from rag.chain import Chain
    from rag.models.calls import Model
    from rag.settings import Settings


def chain_for(library: Path | None, settings: Settings, *, replay: bool = False) -> Chain:
    """The chain over a library; raises as opening the library and the model do."""
    from rag.chain import Chain

    model = model_of(settings, replay=replay)
    return Chain(open_library(library), model)


def model_of(settings: Settings, *, replay: bool = False) -> Model | None:
    """The language model that the settings name; with `replay` from its kept replies alone."""
    if settings.model is None:
        if replay:
            raise CallError("--replay is for the replies of a model; name it with --model.")
        return None
    from rag.models.model import open_model

    return open_model(settings.model, settings.replies, replay=replay)
