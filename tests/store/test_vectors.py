"""The Chroma index: what is written is found, once, and what is stale goes."""

import numpy as np
import pytest

from store.errors import LibraryBrokenError, LibraryUnwritableError
from store.papers import Passage, Sentence
from store.rows import Row
from store.vectors import VectorIndex


def axis(place):
    vector = np.zeros(384, dtype=np.float32)
    vector[place] = 1
    return vector


def row(piece, place):
    return Row(
        piece.id, piece, axis(place).tolist(), {"paper_id": piece.paper_id, "date": 20240812}
    )


FIRST = Passage("p", "abstract", 0, 6, "A pile")
SECOND = Passage("q", "abstract", 0, 6, "A heap")
SENTENCE = Sentence("p", "title", 0, 5, "Piles")
ROWS = [row(FIRST, 0), row(SECOND, 1), row(SENTENCE, 2)]


def ignore(count):
    pass


@pytest.fixture
def index(tmp_path):
    index = VectorIndex(tmp_path / "chroma")
    index.add(ROWS, ignore)
    return index


def test_the_nearest_passages_come_first_with_their_cosine(index):
    vector = (0.8 * axis(0) + 0.6 * axis(1)).astype(np.float32)
    found = index.nearest(vector, 2)
    assert [found_id for found_id, _ in found] == [FIRST.id, SECOND.id]
    assert [similarity for _, similarity in found] == pytest.approx([0.8, 0.6], abs=1e-5)


def test_adding_again_adds_nothing(index):
    index.add(ROWS, ignore)
    assert index.count() == 3


def test_progress_counts_rows_that_were_there_already(index):
    counts = []
    index.add(ROWS, counts.append)
    assert counts == [1, 2]  # the sentences, then the passages


def test_what_is_not_to_be_kept_goes_from_both_collections(index):
    assert index.keep_only({FIRST.id}) == 2
    assert index.count() == 1
    assert [found_id for found_id, _ in index.nearest(axis(1), 3)] == [FIRST.id]


def test_rows_come_back_when_the_folder_is_opened_again(index, tmp_path):
    assert VectorIndex(tmp_path / "chroma").count() == 3


def test_more_rows_than_chroma_takes_in_one_call(tmp_path):
    pieces = [Sentence("p", "abstract", n, n + 1, str(n)) for n in range(5_600)]
    index = VectorIndex(tmp_path / "chroma")
    index.add([row(piece, n % 384) for n, piece in enumerate(pieces)], ignore)
    assert index.count() == 5_600
    assert index.keep_only({piece.id for piece in pieces[:50]}) == 5_550


def test_a_damaged_database_is_broken(tmp_path):
    folder = tmp_path / "chroma"
    folder.mkdir()
    (folder / "chroma.sqlite3").write_bytes(b"not a database, but long enough to be read" * 100)
    with pytest.raises(LibraryBrokenError, match="footnote index --rebuild"):
        VectorIndex(folder)


def test_a_folder_that_cannot_be_made_is_unwritable(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LibraryUnwritableError, match="name another with --library"):
        VectorIndex(tmp_path / "file" / "chroma")
