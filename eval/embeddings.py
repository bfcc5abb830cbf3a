"""An embedder that embeds no text twice, in any run: its vectors are kept by content."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np

from store.embed import Embedder, Vectors
from store.errors import LibraryUnwritableError

_PAGE = 256  # texts embedded between two writes: what an interrupted run loses at most


class CachedEmbedder:
    """Has the interface of the embedder that it wraps; vectors lie in one SQLite file.

    A vector's key is a hash of the text and of the embedder's checksum, so that those of
    another embedder never meet them.
    """

    def __init__(self, inner: Embedder, file: Path) -> None:
        """Makes the file where there is none; raises LibraryUnwritableError if it cannot."""
        self._inner = inner
        self._file = file
        self.name, self.checksum, self.dimension = inner.name, inner.checksum, inner.dimension
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            self._make()
        except sqlite3.OperationalError as error:
            raise _refused(file, error) from error
        except sqlite3.DatabaseError:
            file.unlink()  # no cache, or a damaged one: everything in it can be made again
            self._make()
        except OSError as error:
            raise _refused(file, error.strerror or error) from error

    def _make(self) -> None:
        with closing(self._open()) as cache, cache:
            cache.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB)")
            if cache.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise sqlite3.DatabaseError("damaged")

    def embed(self, texts: Sequence[str], tick: Callable[[int], None] | None = None) -> Vectors:
        """Unit-length vectors, shape (len(texts), dimension), in the order of the texts."""
        keys = [self._key(text) for text in texts]
        with closing(self._open()) as cache:
            known = self._known(cache, keys)
            missing = {k: t for k, t in zip(keys, texts, strict=True) if k not in known}
            if tick:
                tick(sum(key in known for key in keys))
            # Of like length together, as the embedder itself sorts them within a call.
            wanted = sorted(missing, key=lambda key: len(missing[key]))
            for first in range(0, len(wanted), _PAGE):
                page = wanted[first : first + _PAGE]
                vectors = self._inner.embed([missing[key] for key in page], tick)
                rows = [(k, v.tobytes()) for k, v in zip(page, vectors, strict=True)]
                try:
                    with cache:
                        cache.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", rows)
                except sqlite3.OperationalError as error:
                    raise _refused(self._file, error) from error
                known |= dict(zip(page, vectors, strict=True))
        found = np.zeros((len(keys), self.dimension), dtype=np.float32)
        for place, key in enumerate(keys):
            found[place] = known[key]
        return found

    def _key(self, text: str) -> bytes:
        return hashlib.sha256(f"{self.checksum}\x1f{text}".encode()).digest()

    def _open(self) -> sqlite3.Connection:
        return sqlite3.connect(self._file)

    def _known(self, cache: sqlite3.Connection, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        query = "SELECT vector FROM vectors WHERE key = ?"
        found = {}
        for key in dict.fromkeys(keys):
            if row := cache.execute(query, (key,)).fetchone():
                found[key] = np.frombuffer(row[0], dtype=np.float32)
        return found


def _refused(file: Path, why: object) -> LibraryUnwritableError:
    return LibraryUnwritableError(
        f"The cache of embeddings {str(file)!r} cannot be written ({why}); make its folder "
        "writable, or set FOOTNOTE_HOME to another."
    )
