"""The Chroma index: every sentence and passage with its vector. The one importer of chromadb.

Rows are written through LlamaIndex's Chroma store, so that any LlamaIndex program can read
them, and read straight from Chroma, which starts in half the time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from store.embed import Vectors
from store.errors import LibraryBrokenError, LibraryUnwritableError
from store.homes import index_call
from store.papers import Passage
from store.rows import Row

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection

_T = TypeVar("_T")

PAGE = 5_000  # Chroma refuses to write more than 5,461 rows at once, and to read 32,700
SENTENCES, PASSAGES = "sentences", "passages"
_HNSW: Mapping[str, CreateHNSWConfiguration] = {
    # Some five times as many as passages, and here they are scanned, not searched: a sparser
    # graph finds 98 of 100 neighbours for a third of the time.
    SENTENCES: {
        "space": "cosine",
        "ef_search": 200,
        "ef_construction": 40,
        "max_neighbors": 8,
    },
    PASSAGES: {"space": "cosine", "ef_search": 200},
}

_REFUSED = ("(code: 13)", "(code: 778)")
"""What SQLite says of a disk that is full, and of one that takes no more from this person."""


class VectorIndex:
    """A Chroma database with two collections, of sentences and of passages."""

    def __init__(self, folder: Path) -> None:
        """Opens the database in this folder, making it where there is none.

        Raises LibraryBrokenError if Chroma cannot open it, LibraryUnwritableError if the
        folder cannot be made.
        """
        self._folder = folder
        self._client = _open(folder)
        self._collections: dict[str, Collection] = {}

    def nearest(self, vector: Vectors, count: int) -> list[tuple[str, float]]:
        """Ids and cosine similarities of the `count` passages nearest to a unit vector.

        Raises LibraryBrokenError where Chroma cannot tell, as when its folder was swept away.
        """
        try:
            found = self._collection(PASSAGES).query(
                query_embeddings=[vector.tolist()], n_results=count, include=["distances"]
            )
        except Exception as error:  # Chroma's own errors and Rust's, of many types
            raise LibraryBrokenError(
                f"Chroma cannot search {str(self._folder)!r} ({error}); "
                f"run {_rebuild(self._folder)}."
            ) from error
        distances = found["distances"] or [[]]
        return [(i, 1.0 - d) for i, d in zip(found["ids"][0], distances[0], strict=True)]

    def add(self, rows: Sequence[Row], tick: Callable[[int], None]) -> None:
        """Writes rows that are not there yet; calls `tick(n)` after each page of n rows."""
        from llama_index.vector_stores.chroma import ChromaVectorStore

        for name in (SENTENCES, PASSAGES):
            collection = self._collection(name)
            wanted = [r for r in rows if isinstance(r.piece, Passage) == (name == PASSAGES)]
            store = ChromaVectorStore(chroma_collection=collection)
            for page in _pages(wanted):
                try:
                    there = set(collection.get(ids=[row.id for row in page], include=[])["ids"])
                    store.add([_node(row) for row in page if row.id not in there])
                except Exception as error:  # Rust errors of many types, for a full disk too
                    raise LibraryUnwritableError(
                        f"Chroma cannot write {str(self._folder)!r} ({error}); make room on the "
                        "disk, or name another folder with --library or FOOTNOTE_HOME."
                    ) from error
                tick(len(page))

    def keep_only(self, ids: set[str]) -> int:
        """Deletes every row that is not among the ids; returns how many it deleted."""
        deleted = 0
        for name in (SENTENCES, PASSAGES):
            collection = self._collection(name)
            stale = [i for i in self._ids(collection) if i not in ids]
            for page in _pages(stale):
                collection.delete(ids=list(page))
            deleted += len(stale)
        return deleted

    def count(self) -> int:
        """The number of rows in both collections."""
        return sum(self._collection(name).count() for name in (SENTENCES, PASSAGES))

    def _collection(self, kind: str) -> Collection:
        if kind not in self._collections:
            # No embedding function: Chroma's own would download a model.
            self._collections[kind] = self._client.get_or_create_collection(
                kind,
                embedding_function=None,
                configuration={"hnsw": _HNSW[kind]},
            )
        return self._collections[kind]

    def _ids(self, collection: Collection) -> Iterator[str]:
        offset = 0
        while page := collection.get(include=[], limit=PAGE, offset=offset)["ids"]:
            yield from page
            offset += len(page)


def _pages(rows: Sequence[_T]) -> Iterator[Sequence[_T]]:
    for first in range(0, len(rows), PAGE):
        yield rows[first : first + PAGE]


def _open(folder: Path) -> ClientAPI:
    import chromadb
    from chromadb.api.shared_system_client import SharedSystemClient
    from chromadb.config import Settings

    try:
        folder.mkdir(parents=True, exist_ok=True)
        # Chroma opens a folder once for the whole process; what another process has written since
        # would not be searched, and writing beside it would lose it. Open clients stay open.
        SharedSystemClient.clear_system_cache()
        return chromadb.PersistentClient(folder, Settings(anonymized_telemetry=False))
    except OSError as error:
        raise LibraryUnwritableError(
            f"Chroma's folder {str(folder)!r} cannot be made ({error.strerror}); "
            "name another with --library or FOOTNOTE_HOME."
        ) from error
    except Exception as error:  # Chroma raises Rust errors of many types for a damaged file
        if any(code in str(error) for code in _REFUSED):
            raise LibraryUnwritableError(
                f"Chroma cannot write {str(folder)!r} ({error}); make room on the disk, or name "
                "another folder with --library or FOOTNOTE_HOME."
            ) from error
        raise LibraryBrokenError(
            f"Chroma cannot open {str(folder)!r} ({error}); run {_rebuild(folder)}."
        ) from error


def _rebuild(folder: Path) -> str:
    """The call that makes the index anew: the database stands in a generation of its library."""
    return index_call(folder.parent.parent, "--rebuild")


def _node(row: Row) -> Any:
    from llama_index.core.schema import NodeRelationship, RelatedNodeInfo, TextNode

    return TextNode(
        id_=row.id,
        text=row.piece.text,
        embedding=list(row.vector),
        metadata=dict(row.metadata),
        relationships={NodeRelationship.SOURCE: RelatedNodeInfo(node_id=row.piece.paper_id)},
    )
