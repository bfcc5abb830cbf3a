"""The face of the store: open a library and search in it."""

from __future__ import annotations

import logging
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import numpy as np

from store import manifest, snapshot
from store.embed import Embedder, Vectors, default_embedder, query_vector
from store.errors import EmbedderError, FootnoteError, LibraryBrokenError
from store.homes import index_call
from store.lexical import Scores
from store.manifest import Manifest
from store.papers import RECORD, TITLE, Paper, Passage, Sentence
from store.rows import row_ids
from store.snapshot import Snapshot
from store.vectors import VectorIndex

_log = logging.getLogger(__name__)


def chroma_folder(directory: Path, state: Manifest) -> Path:
    """Where the Chroma database of a library's state stands."""
    return directory / state.generation / "chroma"


def snapshot_folder(directory: Path, state: Manifest) -> Path:
    """Where the derived files of a library's state stand."""
    return directory / state.generation / state.snapshot


class Library:
    """A pile of papers, indexed, as it stood when it was opened.

    Example: ``Library.open(Path("~/papers").expanduser()).papers``
    """

    def __init__(
        self, directory: Path, state: Manifest, content: Snapshot, embedder: Embedder
    ) -> None:
        """Use `Library.open`."""
        self.directory = directory
        self.manifest = state
        self._content = content
        self._embedder = embedder
        self._vector_of = lru_cache(maxsize=1_000)(self._embed_now)

    @classmethod
    def open(cls, directory: Path, embedder: Embedder | None = None) -> Library:
        """Opens the library in a folder, with the embedder that made it.

        Raises LibraryMissingError where there is none, LibraryBrokenError where it cannot be
        read or is of another schema, EmbedderError where another embedder made it.
        """
        embedder = embedder or default_embedder()
        for last_try in (False, True):
            state = _usable(directory, embedder)
            try:
                content = snapshot.load(snapshot_folder(directory, state))
                return cls(directory, state, content, embedder)
            except snapshot.UNREADABLE as error:
                # An indexing run may have swept away what the manifest named a moment ago.
                if last_try:
                    raise LibraryBrokenError(
                        f"The library in {str(directory)!r} cannot be read ({error}); "
                        f"run {index_call(directory, '--rebuild')}."
                    ) from error
        raise AssertionError("unreachable")

    @property
    def papers(self) -> Mapping[str, Paper]:
        """All papers by id, in the order of their sources."""
        return self._content.papers

    @property
    def sentences(self) -> Sequence[Sentence]:
        """All sentences, titles among them; scores and vectors are in this order."""
        return self._content.sentences

    @property
    def passages(self) -> Sequence[Passage]:
        """All passages; their scores are in this order."""
        return self._content.passages

    @property
    def sentence_vectors(self) -> Vectors:
        """Shape (sentences, dimension), unit length."""
        return self._content.sentence_vectors

    @property
    def passage_vectors(self) -> Vectors:
        """Shape (passages, dimension), unit length."""
        return self._content.passage_vectors

    def embed(self, text: str) -> Vectors:
        """The unit vector of a query, shape (dimension,)."""
        return self._vector_of(text)

    def _embed_now(self, text: str) -> Vectors:
        if self._embedder is default_embedder():
            return query_vector(text)
        return np.asarray(self._embedder.embed([text])[0], dtype=np.float32)

    def sentence_similarity(self, vector: Vectors) -> Scores:
        """Cosine similarity of every sentence with a unit vector: an exact scan."""
        return np.asarray(self._content.sentence_vectors @ vector, dtype=np.float32)

    def sentence_bm25(self, terms: Sequence[str]) -> Scores:
        """The BM25 score of every sentence."""
        return self._content.sentence_words.scores(terms)

    def passage_bm25(self, terms: Sequence[str]) -> Scores:
        """The BM25 score of every passage, under its paper's title."""
        return self._content.passage_words.scores(terms)

    def nearest_passages(self, vector: Vectors, count: int) -> list[tuple[int, float]]:
        """Places in `passages` and cosine similarities of the nearest, from Chroma."""
        count = min(count, len(self.passages))
        try:
            rows = self._chroma.nearest(vector, count)
        except FootnoteError as error:
            # Chroma opens no database that it cannot write, on a full or read-only disk.
            _log.warning("Passages are compared one by one: %s", error)
            return self._nearest_one_by_one(vector, count)
        # Rows of a run that is under way, or was cut off, are not part of this state; and rows
        # of this state go when a newer one is complete.
        found = [(self._passage_rows[i], s) for i, s in rows if i in self._passage_rows]
        return found if len(found) == count else self._nearest_one_by_one(vector, count)

    def passage_around(self, paper_id: str, section: str, start: int, end: int) -> Passage:
        """The passage that holds a span; of a title or record, the whole of it.

        A span over several passages gets the run from the first to the last of them.
        """
        text = self.papers[paper_id].part(section)
        in_text = section not in (TITLE, RECORD)
        own = [p for p in self._passages_of.get(paper_id, ()) if in_text and p.section != TITLE]
        starts = [p.start for p in own]
        if not own:
            return Passage(paper_id, section, 0, len(text), text)
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first, bisect_right(starts, max(start, end - 1)) - 1)
        begin, stop = min(own[first].start, start), max(own[last].end, end)
        return Passage(paper_id, section, begin, stop, text[begin:stop])

    def _nearest_one_by_one(self, vector: Vectors, count: int) -> list[tuple[int, float]]:
        similarity = self._content.passage_vectors @ vector
        return [(int(i), float(similarity[i])) for i in np.argsort(-similarity)[:count]]

    @cached_property
    def _chroma(self) -> VectorIndex:
        return VectorIndex(chroma_folder(self.directory, self.manifest))

    @cached_property
    def _passage_rows(self) -> Mapping[str, int]:
        ids = row_ids(self.papers, self.passages)
        return {row: place for place, row in enumerate(ids)}

    @cached_property
    def _passages_of(self) -> Mapping[str, Sequence[Passage]]:
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.paper_id, []).append(passage)
        return found


def _usable(directory: Path, embedder: Embedder) -> Manifest:
    """The manifest, if this program and this embedder can read what it describes."""
    state = manifest.expected(directory)
    if state.schema != manifest.SCHEMA:
        raise LibraryBrokenError(
            f"The library in {str(directory)!r} has schema {state.schema}, this version reads "
            f"{manifest.SCHEMA}; run {index_call(directory, '--rebuild')}."
        )
    if (state.embedder, state.embedder_checksum) != (embedder.name, embedder.checksum):
        raise EmbedderError(
            f"The library in {str(directory)!r} was made with the embedder {state.embedder!r}, "
            f"not {embedder.name!r}; run {index_call(directory, '--rebuild')}."
        )
    return state
