"""Papers in two dimensions: neighbours by their embeddings stay neighbours.

After UMAP (McInnes, Healy and Melville, arXiv 1802.03426), in numpy and scipy: a fuzzy graph of
nearest neighbours, laid out by stochastic gradient descent with negative samples. Two things are
simpler: the start is PCA, and near and far are told by the Student kernel of t-SNE
(a = b = 1 in UMAP's terms). The same vectors give the same picture.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from store.embed import Vectors
from store.library import Library
from store.papers import TITLE

Points = NDArray[np.float64]

_NEIGHBOURS = 15
_EPOCHS_FEW, _EPOCHS_MANY, _MANY = 500, 200, 2_000
_NEGATIVES = 5
_LARGEST_STEP = 4.0
_BLOCK = 1_000  # rows compared at once


def paper_vectors(library: Library) -> Vectors:
    """A unit vector for each paper, in order: the mean of its title's and opening's passages."""
    place = {paper_id: i for i, paper_id in enumerate(library.papers)}
    opening = [paper.opening for paper in library.papers.values()]
    told = [
        (place[p.paper_id], row)
        for row, p in enumerate(library.passages)
        if p.section == TITLE or p.start < opening[place[p.paper_id]]
    ]
    sums = np.zeros((len(place), library.passage_vectors.shape[1]))
    if told:
        papers, rows = np.array(told).T
        np.add.at(sums, papers, library.passage_vectors[rows])
    lengths = np.linalg.norm(sums, axis=1, keepdims=True)
    return np.asarray(sums / np.maximum(lengths, 1e-12), dtype=np.float32)


def laid_out(vectors: Vectors) -> Points:
    """A place for each unit vector, shape (papers, 2), each axis from 0 to 1."""
    count = len(vectors)
    points = _principal(vectors)
    if count > 3:
        points = _pulled(points, _graph(vectors))
    if not count:
        return points
    points = _principal(points)  # the widest direction lies level
    low, wide = points.min(axis=0), np.ptp(points, axis=0)
    return np.where(wide > 0, (points - low) / np.where(wide > 0, wide, 1.0), 0.5)


def _principal(vectors: Vectors | Points) -> Points:
    """The first two principal components, signs fixed."""
    if len(vectors) < 2:
        return np.zeros((len(vectors), 2))
    centred = np.asarray(vectors - vectors.mean(axis=0), dtype=np.float64)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :2]
    signs = np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    return np.asarray(centred @ (axes * np.where(signs == 0, 1, signs)))


def _graph(vectors: Vectors) -> Any:
    """UMAP's fuzzy graph: how surely two papers are neighbours, as a sparse symmetric matrix."""
    count = len(vectors)
    k = min(_NEIGHBOURS, max(4, count // 6), count - 1)
    near = np.empty((count, k), dtype=np.intp)
    far = np.empty((count, k))
    for start in range(0, count, _BLOCK):
        block = slice(start, min(start + _BLOCK, count))
        similar = vectors[block] @ vectors.T
        similar[np.arange(len(similar)), np.arange(block.start, block.stop)] = -np.inf
        near[block] = np.argsort(-similar, axis=1, kind="stable")[:, :k]
        far[block] = 1.0 - np.take_along_axis(similar, near[block], axis=1)
    sure = _sureness(far)
    rows = np.repeat(np.arange(count), k)
    one_way = sparse.csr_matrix((sure.ravel(), (rows, near.ravel())), shape=(count, count))
    other_way = one_way.T.tocsr()
    return (one_way + other_way - one_way.multiply(other_way)).tocoo()


def _sureness(distances: Points) -> Points:
    """1 for the nearest, falling with distance so that each paper has log2(k) neighbours in all."""
    wanted = np.log2(distances.shape[1]) if distances.shape[1] > 1 else 1.0
    beyond = np.maximum(distances - distances.min(axis=1, keepdims=True), 0.0)
    low, high = np.full(len(beyond), 1e-6), np.full(len(beyond), 1e3)
    for _ in range(64):
        middle = np.sqrt(low * high)
        total = np.exp(-beyond / middle[:, None]).sum(axis=1)
        low, high = np.where(total < wanted, middle, low), np.where(total < wanted, high, middle)
    return np.asarray(np.exp(-beyond / np.sqrt(low * high)[:, None]))


def _pulled(start: Points, graph: Any) -> Points:
    """Neighbours pull each other, everything else pushes a little: the layout after all epochs."""
    dice = np.random.default_rng(0)
    count = len(start)
    points: Points = 10.0 * start / max(np.abs(start).max(), 1e-12) + dice.normal(
        0, 1e-3, start.shape
    )
    epochs = _EPOCHS_FEW if count < _MANY else _EPOCHS_MANY
    rows, columns, weight = graph.row, graph.col, graph.data / graph.data.max()
    for epoch in range(epochs):
        chosen = dice.random(len(weight)) < weight
        here, there = rows[chosen], columns[chosen]
        apart = points[here] - points[there]
        square = (apart**2).sum(axis=1, keepdims=True)
        pull = np.clip(-2.0 * apart / (1.0 + square), -_LARGEST_STEP, _LARGEST_STEP)
        others = dice.integers(0, count, (len(here), _NEGATIVES))
        gap = points[here][:, None, :] - points[others]
        wide = (gap**2).sum(axis=2, keepdims=True)
        push = np.clip(2.0 * gap / ((1e-3 + wide) * (1.0 + wide)), -_LARGEST_STEP, _LARGEST_STEP)
        push[others == here[:, None]] = 0.0
        step = pull + push.sum(axis=1)
        moved = [np.bincount(here, step[:, axis], count) for axis in (0, 1)]
        points += (1.0 - epoch / epochs) * np.clip(np.stack(moved, axis=1), -10.0, 10.0)
    return points
