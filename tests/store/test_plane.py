"""Papers in two dimensions: what is alike lies together, and the picture is always the same."""

import numpy as np
import pytest

from store.plane import laid_out, paper_vectors


def two_heaps(size):
    """Unit vectors around two axes."""
    dice = np.random.default_rng(7)
    heaps = np.repeat(np.eye(2, 48), size, axis=0) + dice.normal(0, 0.05, (2 * size, 48))
    return (heaps / np.linalg.norm(heaps, axis=1, keepdims=True)).astype(np.float32)


def test_neighbours_stay_neighbours():
    points = laid_out(two_heaps(40))
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    nearest = apart.argsort(axis=1)[:, 1:11]
    assert np.all((nearest < 40) == (np.arange(80) < 40)[:, None])


def test_every_place_is_within_the_picture_and_the_same_every_time():
    points = laid_out(two_heaps(30))
    assert points.shape == (60, 2)
    assert points.min() == 0.0
    assert points.max() == 1.0
    assert np.array_equal(points, laid_out(two_heaps(30)))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5])
def test_few_papers_have_places_too(count):
    points = laid_out(two_heaps(5)[:count])
    assert points.shape == (count, 2)
    assert np.all((points >= 0) & (points <= 1))


def test_papers_that_are_all_the_same_lie_somewhere():
    points = laid_out(np.ones((30, 4), dtype=np.float32) / 2)
    assert np.all((points >= 0) & (points <= 1))


def test_a_paper_has_one_unit_vector_of_its_title_and_opening(library):
    vectors = paper_vectors(library)
    assert vectors.shape == (50, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(50), abs=1e-5)
    ids = list(library.papers)
    near = vectors @ library.embed("sparse attention for long contexts")
    assert "SeerAttention" in library.papers[ids[int(near.argmax())]].title
