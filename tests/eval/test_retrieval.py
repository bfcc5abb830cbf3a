"""Rankings are measured as by hand, and each system ranks a small collection for real."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import log2
from pathlib import Path

import filelock
import numpy as np
import pytest

from eval.collections import Collection
from eval.embeddings import CachedEmbedder
from eval.retrieval import best_first, compare, measured, open_library
from store.embed import Vectors, default_embedder
from store.errors import LibraryLockedError, LibraryUnwritableError
from store.papers import Paper

PAPERS = [
    Paper("boil", "Steam engines", "Boilers turn water into steam. Pistons do the work.", ""),
    Paper("loom", "Weaving", "A loom makes cloth of yarn. Cards with holes steer it.", ""),
    Paper("sail", "Sailing ships", "The wind drives a ship with sails over the sea.", ""),
    Paper("mill", "Windmills", "", ""),
]
COLLECTION = Collection(
    "tiny",
    {paper.id: paper for paper in PAPERS},
    {"q1": "machines driven by boiling water", "q2": "the wind over the sea"},
    {"q1": {"boil": 1}, "q2": {"sail": 1, "mill": 1}},
)


class Counting:
    """The packaged embedder, counting the texts that it is given."""

    name, checksum, dimension = "counting", "0", 384

    def __init__(self) -> None:
        self.texts = 0

    def embed(self, texts: Sequence[str], tick: Callable[[int], None] | None = None) -> Vectors:
        self.texts += len(texts)
        return default_embedder().embed(texts, tick)


def _quiet(step: str, done: int, total: int) -> None:
    pass


def test_measures_agree_with_a_hand_computed_ranking() -> None:
    # Relevant: a (grade 1) and b (grade 1); b stands second, a third, of three.
    found = measured({"q": {"a": 1, "b": 1}}, {"q": ["x", "b", "a"]})
    assert found["nDCG@10"]["q"] == pytest.approx((1 / log2(3) + 1 / log2(4)) / (1 + 1 / log2(3)))
    assert found["AP"]["q"] == pytest.approx((1 / 2 + 2 / 3) / 2)
    assert found["R@10"]["q"] == found["R@50"]["q"] == 1.0


def test_a_query_for_which_nothing_was_found_counts_as_zero() -> None:
    assert measured({"q": {"a": 1}}, {"q": []}, ["AP"]) == {"AP": {"q": 0.0}}


def test_recall_looks_at_the_first_ten_only() -> None:
    ranking = [f"x{n}" for n in range(10)] + ["a"]
    found = measured({"q": {"a": 1}}, {"q": ranking})
    assert (found["R@10"]["q"], found["R@50"]["q"]) == (0.0, 1.0)


def test_equal_scores_keep_the_documents_order() -> None:
    assert best_first(np.array([1, 3, 1, 3], dtype=np.float32), list("abcd")) == list("bdac")


def test_the_three_systems_are_measured_side_by_side(tmp_path: Path) -> None:
    found = compare(COLLECTION, tmp_path, default_embedder(), _quiet)
    assert (found.collection, found.documents, found.queries) == ("tiny", 4, 2)
    assert list(found.systems) == ["dense", "BM25", "Footnote"]
    # No word of the first query stands in "boil" but "water": vectors know better than words.
    assert found.per_query["dense"]["AP"]["q1"] == 1.0
    assert found.per_query["BM25"]["nDCG@10"]["q2"] > 0.6
    assert found.per_query["Footnote"]["R@10"] == {"q1": 1.0, "q2": 1.0}


def test_a_second_run_embeds_nothing_and_finds_the_same(tmp_path: Path) -> None:
    embedder = Counting()
    first = compare(COLLECTION, tmp_path, embedder, _quiet)
    made = embedder.texts
    assert compare(COLLECTION, tmp_path, embedder, _quiet) == first
    assert embedder.texts == made > 0


def test_a_changed_document_is_embedded_anew_and_nothing_else(tmp_path: Path) -> None:
    embedder = Counting()
    compare(COLLECTION, tmp_path, embedder, _quiet)
    made = embedder.texts
    changed = Paper("mill", "Watermills", "", "")
    other = Collection(
        "tiny", {**COLLECTION.documents, "mill": changed}, COLLECTION.queries, COLLECTION.qrels
    )
    compare(other, tmp_path, embedder, _quiet)
    assert embedder.texts == made + 2  # its title alone, and title and text as one


def test_cached_vectors_are_those_of_the_embedder(tmp_path: Path) -> None:
    texts = ["a loom", "the sea", "a loom"]
    cached = CachedEmbedder(default_embedder(), tmp_path / "vectors.sqlite")
    first, again = cached.embed(texts), cached.embed(texts)
    assert np.array_equal(first, again)
    for text, vector in zip(texts, first, strict=True):
        # int8 layers scale by the batch: alone, a text may come out a little different.
        assert float(vector @ default_embedder().embed([text])[0]) > 0.98


def test_a_collection_that_is_being_indexed_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "collection-tiny").mkdir()
    with (
        filelock.FileLock(tmp_path / "collection-tiny.lock"),
        pytest.raises(LibraryLockedError, match="try again when it is done"),
    ):
        open_library(COLLECTION, tmp_path, default_embedder(), _quiet)
    assert list((tmp_path / "collection-tiny").iterdir()) == []


@pytest.mark.parametrize("damage", [b"no database", b"SQLite format 3\x00" + b"x" * 4_000])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    file = tmp_path / "cache.sqlite"
    file.write_bytes(damage)
    vectors = CachedEmbedder(default_embedder(), file).embed(["steam"])
    assert np.array_equal(vectors, default_embedder().embed(["steam"]))


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for place in (tmp_path, tmp_path / "file" / "cache.sqlite"):
        with pytest.raises(LibraryUnwritableError, match="set FOOTNOTE_HOME to another"):
            CachedEmbedder(default_embedder(), place)
