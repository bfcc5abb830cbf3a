"""What is in use and what is wrong, each with its cure. Looks only; changes nothing."""

from __future__ import annotations

import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Literal

from rag.settings import ModelSettings, Settings
from rag.writers.extractive import ENGINE
from store import manifest
from store.embed import default_embedder
from store.errors import FootnoteError, ModelError
from store.homes import index_call
from store.library import Library, chroma_folder
from store.manifest import Manifest

_PACKAGES = (
    "footnote",
    "chromadb",
    "llama-index-core",
    "llama-index-vector-stores-chroma",
    "onnxruntime",
    "tokenizers",
    "bm25s",
    "gradio",
)
_OLDEST_PYTHON = (3, 11)
_LEAST_FREE = 500 * 2**20  # bytes; a rebuild holds the old index and the new one
_NOTHING_FREE = 20 * 2**20  # bytes; less than the smallest library takes
_REINSTALL = "delete the folder .venv and run `make chat`"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: fine, worth knowing, or in the way."""

    name: str
    state: Literal["ok", "warn", "bad"]
    detail: str
    cure: str = ""


def examine(settings: Settings) -> list[Finding]:
    """Everything that answering needs, looked at in the order in which it is needed."""
    return [
        _python(),
        *(_package(name) for name in _PACKAGES),
        look_at_engine(settings.model),
        _embedder(),
        *_library(settings.library),
        _disk(settings.library),
    ]


def _python() -> Finding:
    if sys.version_info < _OLDEST_PYTHON:
        cure = "make .venv anew: make chat PYTHON=/path/to/python3.11"
        return Finding("Python", "bad", f"{platform.python_version()} is too old", cure)
    return Finding("Python", "ok", platform.python_version())


def _package(name: str) -> Finding:
    try:
        return Finding(name, "ok", metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, "bad", "is not installed", _REINSTALL)


def look_at_engine(model: ModelSettings | None) -> Finding:
    """Who writes; a model that is named is called once."""
    if model is None:
        return Finding("engine", "ok", f"{ENGINE}: the papers' own sentences; no model is named")
    from rag.models.probe import probe

    try:
        found = probe(model)
    except ModelError as error:
        return _failed("engine", error)
    took = f"{found.milliseconds:.0f} ms, {found.usage.prompt} + {found.usage.completion} tokens"
    shape = "" if found.structured else "; no structured output: its replies are read as they come"
    price = "" if model.price else "; no price is set"
    return Finding(
        "engine", "ok", f"{found.engine}: {took}; context {model.context} tokens{price}{shape}"
    )


def _embedder() -> Finding:
    try:
        embedder = default_embedder()
        embedder.verify()
        embedder.embed(["The model and its runtime work."])
    except FootnoteError as error:
        return _failed("embedder", error)
    return Finding("embedder", "ok", f"{embedder.name}, sha256 {embedder.checksum[:12]}… verified")


def _failed(name: str, error: FootnoteError) -> Finding:
    """What went wrong, with the cure that the error itself ends with, and no other."""
    what, _, cure = str(error).rstrip(".").rpartition("; ")
    return Finding(name, "bad", what, cure)


def _library(folder: Path) -> Iterator[Finding]:
    try:
        state = manifest.read(folder)
        if state is None:
            yield Finding("library", "warn", f"none yet in {folder}", f"run {index_call(folder)}")
            return
        library = Library.open(folder)
    except FootnoteError as error:
        yield _failed("library", error)
        return
    pieces = f"{state.sentences} sentences, {state.passages} passages"
    made = f"schema {state.schema}, {state.generation}"
    detail = f"{folder}: {len(state.papers)} papers, {pieces}, {made}"
    if state.papers:
        yield Finding("library", "ok", detail)
    else:
        yield Finding("library", "bad", detail, f"run {index_call(folder, 'FILE')} to add some")
    rebuild = f"run {index_call(folder, '--rebuild')}"
    if {p.id: p.content_hash for p in library.papers.values()} != dict(state.papers):
        yield Finding("papers", "bad", "a text is not what was indexed", rebuild)
    yield _chroma(chroma_folder(folder, state), state, rebuild)


def _chroma(folder: Path, state: Manifest, rebuild: str) -> Finding:
    """Whether Chroma holds what the manifest says; asking it would make a missing folder."""
    from store.vectors import VectorIndex

    wanted = state.sentences + state.passages
    if not folder.is_dir() or not any(folder.iterdir()):
        return Finding("Chroma", "bad", f"nothing is in {folder}", rebuild)
    try:
        found = VectorIndex(folder).count()
    except Exception as error:  # a damaged database raises many types, Rust's among them
        return Finding("Chroma", "bad", f"cannot be read ({error})", rebuild)
    if found < wanted:
        return Finding("Chroma", "bad", f"holds {found} of {wanted} rows", rebuild)
    if found > wanted:
        left = f"holds {found - wanted} rows of a run that was cut off or is under way"
        return Finding("Chroma", "warn", left, rebuild)
    return Finding("Chroma", "ok", f"complete: {found} rows")


def _disk(folder: Path) -> Finding:
    """Whether the library's folder, or the nearest one above it, can be written and has room."""
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    try:
        with tempfile.TemporaryFile(dir=folder):
            free = shutil.disk_usage(folder).free
    except OSError as error:
        cure = "name another with --library or FOOTNOTE_HOME"
        return Finding("disk", "bad", f"{folder} cannot be written ({error.strerror})", cure)
    detail = f"{folder} can be written, {free / 2**30:.1f} GiB free"
    if free < _NOTHING_FREE:
        return Finding("disk", "bad", detail, f"make room for {_LEAST_FREE // 2**20} MiB there")
    if free < _LEAST_FREE:
        return Finding("disk", "warn", detail, f"make room for {_LEAST_FREE // 2**20} MiB there")
    return Finding("disk", "ok", detail)
