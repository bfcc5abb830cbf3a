"""One small call, to see whether the model that is named can be had, and what it can do."""

from __future__ import annotations

import json
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from prompts.load import load
from rag.models.model import Reply, Request, Usage, open_model
from rag.settings import ModelSettings

_WORD = "footnote"
_SCHEMA = {
    "type": "object",
    "properties": {"word": {"type": "string"}},
    "required": ["word"],
    "additionalProperties": False,
}
_MOST = 60  # tokens of the reply


@dataclass(frozen=True, slots=True)
class Probe:
    """What a call to a model found."""

    engine: str
    milliseconds: float
    structured: bool
    usage: Usage


def probe(settings: ModelSettings) -> Probe:
    """Calls the model once, never from the cache; raises ModelError."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_model(settings, Path(folder))) as model,
        model.talk() as talk,
    ):
        system, user = load("hello").fill(word=_WORD)
        started = time.perf_counter()
        *_, reply = talk.stream(Request(system, user, _SCHEMA, _MOST))
        taken = (time.perf_counter() - started) * 1000
        assert isinstance(reply, Reply)
        structured = model.endpoint.keeps_to_schema and _is_an_object(reply.text)
        return Probe(model.engine, taken, structured, reply.usage)


def _is_an_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except ValueError:
        return False
