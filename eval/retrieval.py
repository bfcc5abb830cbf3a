"""Measures retrieval on a collection: dense, BM25 and the product's fusion, side by side."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import filelock
import numpy as np

import store
from eval.bootstrap import Figure, figure
from eval.collections import Collection, Qrels
from eval.embeddings import CachedEmbedder
from rag.retrieve import Retriever
from store.embed import Embedder
from store.errors import LibraryLockedError
from store.indexing import Progress, index_papers
from store.lexical import LexicalIndex, Scores, terms
from store.library import Library

MEASURES = ("nDCG@10", "R@10", "R@50", "AP")
DEPTH = 1_000  # documents of a ranking that are kept, as at TREC

Rankings = Mapping[str, Sequence[str]]
"""query id -> document ids, best first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What was measured: system -> measure -> figure; and per query, for paired tests."""

    collection: str
    documents: int
    queries: int
    systems: Mapping[str, Mapping[str, Figure]]
    per_query: Mapping[str, Mapping[str, Mapping[str, float]]]


def compare(
    collection: Collection, cache: Path, embedder: Embedder, progress: Progress
) -> Compared:
    """Ranks every document for every query with each system, and measures the rankings.

    `cache` is a folder for embeddings and indexes; a second run takes seconds.
    """
    cached = CachedEmbedder(embedder, cache / f"embeddings-{embedder.checksum[:12]}.sqlite")
    library = open_library(collection, cache, cached, progress)
    systems = {
        "dense": _dense(collection, cached, progress),
        "BM25": _bm25(collection),
        "Footnote": _fusion(library),
    }
    per_query = {}
    for name, scores in systems.items():
        ranked = {}
        for done, (query, text) in enumerate(collection.queries.items(), start=1):
            ranked[query] = best_first(scores(text), list(collection.documents))
            progress(f"Ranking by {name}", done, len(collection.queries))
        per_query[name] = measured(collection.qrels, ranked)
    figures = {
        name: {m: f for m, values in own.items() if (f := figure(list(values.values())))}
        for name, own in per_query.items()
    }
    sizes = len(collection.documents), len(collection.queries)
    return Compared(collection.name, *sizes, figures, per_query)


def measured(
    qrels: Qrels, ranked: Rankings, measures: Sequence[str] = MEASURES
) -> dict[str, dict[str, float]]:
    """Values by measure and query, by ir-measures (MacAvaney et al. 2022, arXiv 2111.13466)."""
    import ir_measures

    # Scores made of ranks: the evaluator would break ties its own way.
    run = {
        query: {document: -float(rank) for rank, document in enumerate(documents)}
        for query, documents in ranked.items()
    }
    found: dict[str, dict[str, float]] = {name: dict.fromkeys(qrels, 0.0) for name in measures}
    wanted = [ir_measures.parse_measure(name) for name in measures]
    for metric in ir_measures.iter_calc(wanted, qrels, run):
        found[str(metric.measure)][metric.query_id] = float(metric.value)
    return found


def best_first(scores: Scores, ids: Sequence[str]) -> list[str]:
    """The ids with the highest scores; of equal ones, the earlier document first."""
    return [ids[i] for i in np.argsort(-scores, kind="stable")[:DEPTH]]


def open_library(
    collection: Collection, cache: Path, embedder: Embedder, progress: Progress
) -> Library:
    """A library of the collection's documents, made anew where the store's code has changed.

    Raises LibraryLockedError while another process makes it.
    """
    folder = cache / f"collection-{collection.name}"
    version, wanted = folder / "made-of", _fingerprint(collection, embedder)
    try:
        with filelock.FileLock(f"{folder}.lock", timeout=0):
            if not version.is_file() or version.read_text("utf-8") != wanted:
                shutil.rmtree(folder, ignore_errors=True)
                papers = list(collection.documents.values())
                index_papers(folder, papers, progress=progress, embedder=embedder)
                version.write_text(wanted, "utf-8")
    except filelock.Timeout as error:
        raise LibraryLockedError(
            f"Another process is indexing the collection {collection.name!r}; try again when it "
            "is done."
        ) from error
    return Library.open(folder, embedder)


def _fingerprint(collection: Collection, embedder: Embedder) -> str:
    """Of the documents, the embedder, and the code that cuts and indexes them."""
    digest = hashlib.sha256(embedder.checksum.encode())
    for path in sorted(Path(str(store.__file__)).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    for paper in collection.documents.values():
        digest.update(repr(paper.to_json()).encode())
    return digest.hexdigest()


def _texts(collection: Collection) -> list[str]:
    return [f"{paper.title}. {paper.text}".strip() for paper in collection.documents.values()]


def _dense(
    collection: Collection, embedder: Embedder, progress: Progress
) -> Callable[[str], Scores]:
    """Cosine similarity of title and text, embedded as one."""
    texts = _texts(collection)
    done = 0

    def tick(count: int) -> None:
        nonlocal done
        done += count
        progress("Embedding whole documents", done, len(texts))

    vectors = embedder.embed(texts, tick)
    return lambda text: np.asarray(vectors @ embedder.embed([text])[0], dtype=np.float32)


def _bm25(collection: Collection) -> Callable[[str], Scores]:
    """BM25 of title and text, indexed as one."""
    index = LexicalIndex.build(_texts(collection))
    return lambda text: index.scores(terms(text))


def _fusion(library: Library) -> Callable[[str], Scores]:
    """The product's own ranking of papers."""
    retriever = Retriever(library)
    return lambda text: retriever.score(text).papers
