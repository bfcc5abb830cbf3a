"""Vectors of the words of a text as they stand in it: "bank" by a river and one that lends differ.

They come from the packaged embedder's layer before the last, whichever embedder a library has:
the last layer brings each word near to the whole text's meaning, and told invention from
rewording worse (docs/decisions.md). The layer is not among the model's outputs and is made one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from store.embed import MiniLM, Vectors, default_embedder, open_session

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_LAYER = "layer_norm_10"  # what the fifth of six layers gives
_WORD = re.compile(r"[^\s,;:()]+")
_GRAPH, _OUTPUT, _NAME = 7, 12, 1  # fields of ModelProto, GraphProto and ValueInfoProto in ONNX


@dataclass(frozen=True, slots=True)
class WordsInContext:
    """The words of a text: where each begins and ends, and a row of `vectors` for each.

    `vectors` has the shape (words, 384), each row of length 1. Words past the model's 256 word
    pieces are left out.
    """

    places: tuple[tuple[int, int], ...]
    vectors: Vectors


@lru_cache(maxsize=2_000)
def words_in_context(text: str) -> WordsInContext:
    """The words of a text with their vectors; raises EmbedderError if the model cannot be had."""
    session, tokenizer = _loaded(default_embedder())
    encoding = tokenizer.encode(text)
    ids = np.array([encoding.ids], dtype=np.int64)
    feed = {"input_ids": ids, "attention_mask": np.ones_like(ids)}
    feed["token_type_ids"] = np.zeros_like(ids)
    wanted = {argument.name for argument in session.get_inputs()}
    pieces = session.run([_LAYER], {k: v for k, v in feed.items() if k in wanted})[0][0]
    places, vectors = [], []
    for match in _WORD.finditer(text):
        own = [
            place
            for place, (start, end) in enumerate(encoding.offsets)
            if start < match.end() and end > match.start()
        ]
        if own:
            mean = pieces[own].mean(axis=0)
            places.append(match.span())
            vectors.append(mean / max(float(np.linalg.norm(mean)), 1e-12))
    rows = np.array(vectors, dtype=np.float32).reshape(len(vectors), MiniLM.dimension)
    return WordsInContext(tuple(places), rows)


@cache
def _loaded(embedder: MiniLM) -> tuple[InferenceSession, Tokenizer]:
    """A session of its own: with one more output the embedder's vectors might not stay the same."""
    model = embedder.model_file.read_bytes() + _as_output(_LAYER)
    return open_session(model), embedder.tokenizer


def _as_output(name: str) -> bytes:
    """What, after an ONNX model's bytes, makes a value of its graph one of its outputs.

    A field that occurs twice in a protocol buffer is merged, lists are joined:
    https://protobuf.dev/programming-guides/encoding/#last-one-wins.
    """
    return _field(_GRAPH, _field(_OUTPUT, _field(_NAME, name.encode())))


def _field(number: int, content: bytes) -> bytes:
    """A field of bytes in a protocol buffer; all lengths here are under 128, one byte each."""
    return bytes([number << 3 | 2, len(content)]) + content
