"""The map of a library: where each paper lies, and what its group is called.

It is made once for each state of the library and kept beside the derived files of that state,
so that it goes when they go. Where it cannot be kept it is made again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from store.groups import grouped, named
from store.ledger import replace_json
from store.library import Library, snapshot_folder
from store.plane import laid_out, paper_vectors

_FILE = "atlas.json"
_DAMAGED = (OSError, ValueError, TypeError, KeyError)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a paper lies, from 0 to 1 to the right and downwards, and the number of its group."""

    x: float
    y: float
    group: int


@dataclass(frozen=True, slots=True)
class Group:
    """Papers that lie together: the terms that set them apart, their number and their middle."""

    terms: tuple[str, ...]
    size: int
    x: float
    y: float

    @property
    def name(self) -> str:
        """The terms as one text."""
        return ", ".join(self.terms) or "mixed"


@dataclass(frozen=True, slots=True)
class Atlas:
    """Every paper's spot, by its id, and the groups by their numbers."""

    spots: Mapping[str, Spot]
    groups: tuple[Group, ...]


def atlas_of(library: Library) -> Atlas:
    """The map of a library: read where it was kept, else made and kept."""
    path = snapshot_folder(library.directory, library.manifest) / _FILE
    with suppress(*_DAMAGED):
        kept = _from_json(json.loads(path.read_text("ascii")))
        if kept.spots.keys() == library.papers.keys():
            return kept
    made = _made(library)
    with suppress(OSError):  # a disk that is full or read-only
        if path.parent.is_dir():
            replace_json(path, _to_json(made))
    return made


def _made(library: Library) -> Atlas:
    papers = list(library.papers.values())
    points = np.round(laid_out(paper_vectors(library)), 4)
    numbers = grouped(points)
    # The largest group comes first.
    order = np.argsort(-np.bincount(numbers), kind="stable") if papers else np.zeros(0, int)
    numbers = np.argsort(order)[numbers] if papers else numbers
    names = named(papers, numbers)
    groups = []
    for number, terms in enumerate(names):
        own = points[numbers == number]
        x, y = (round(float(v), 4) for v in np.median(own, axis=0))
        groups.append(Group(terms, len(own), x, y))
    spots = {
        paper.id: Spot(float(x), float(y), int(number))
        for paper, (x, y), number in zip(papers, points, numbers, strict=True)
    }
    return Atlas(spots, tuple(groups))


def _to_json(atlas: Atlas) -> dict[str, Any]:
    spots = {paper_id: [spot.x, spot.y, spot.group] for paper_id, spot in atlas.spots.items()}
    return {"spots": spots, "groups": [asdict(group) for group in atlas.groups]}


def _from_json(data: Mapping[str, Any]) -> Atlas:
    groups = tuple(Group(**{**group, "terms": tuple(group["terms"])}) for group in data["groups"])
    spots = {i: Spot(float(x), float(y), int(group)) for i, (x, y, group) in data["spots"].items()}
    if any(not 0 <= spot.group < len(groups) for spot in spots.values()):
        raise ValueError("a spot is in no group")
    return Atlas(spots, groups)
