"""What Chroma holds for each piece: its id, its vector, and what can be filtered by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from store.embed import Vectors
from store.papers import Paper, Passage, Sentence


@dataclass(frozen=True, slots=True)
class Row:
    """One piece with its vector and the filters' fields of its paper."""

    id: str
    piece: Sentence
    vector: Sequence[float]
    metadata: Mapping[str, str | int | bool]


def row_ids(papers: Mapping[str, Paper], pieces: Sequence[Sentence]) -> list[str]:
    """Names each piece and its paper's content, so that nothing changed passes for the old."""
    hashes = {paper_id: paper.content_hash[:8] for paper_id, paper in papers.items()}
    return [f"{piece.id}#{hashes[piece.paper_id]}" for piece in pieces]


def rows_of(papers: Mapping[str, Paper], pieces: Sequence[Sentence], vectors: Vectors) -> list[Row]:
    """A row for each piece; `vectors` are theirs, in order."""
    filters = {paper_id: _filters(paper) for paper_id, paper in papers.items()}
    shown = {paper_id: _shown(paper) for paper_id, paper in papers.items()}
    return [
        Row(
            row,
            piece,
            vector.tolist(),
            filters[piece.paper_id]
            | (shown[piece.paper_id] if isinstance(piece, Passage) else {})
            | {"section": piece.section, "start": piece.start, "end": piece.end},
        )
        for row, piece, vector in zip(row_ids(papers, pieces), pieces, vectors, strict=True)
    ]


def _filters(paper: Paper) -> dict[str, str | int | bool]:
    """Flat values that Chroma can filter by; a date as the number 20240812, 0 if unknown."""
    return {
        "paper_id": paper.id,
        "category": paper.category,
        "date": int(paper.date.strftime("%Y%m%d")) if paper.date else 0,
        "has_code": paper.has_code,
    }


def _shown(paper: Paper) -> dict[str, str | int | bool]:
    """What a passage is shown with; with every sentence it would cost a tenth of the writing."""
    return {
        "title": paper.title,
        "authors": "; ".join(paper.authors),
        "organisations": "; ".join(paper.organisations),
    }
