"""The files that a reader loads: papers, pieces, vectors, BM25. Written once, never changed.

They are all derived from the papers and hold the same pieces as the Chroma collections, in
one order: row i of `pieces` has vector i. A set question judges every sentence, and an exact
scan of a matrix does that in a fraction of the time of a filtered Chroma query.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from store.embed import Vectors
from store.lexical import LexicalIndex
from store.papers import TITLE, Paper, Passage, Sentence
from store.records import Record
from store.segment import passages, sentences

UNREADABLE = (OSError, ValueError, KeyError, TypeError, EOFError)
"""What reading a damaged snapshot raises."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One state of a library, whole, in memory.

    `sentences` and `passages` are in the papers' order; `sentence_vectors` and
    `passage_vectors` have a row for each, unit length, float32.
    """

    papers: Mapping[str, Paper]
    sentences: Sequence[Sentence]
    passages: Sequence[Passage]
    sentence_vectors: Vectors
    passage_vectors: Vectors
    sentence_words: LexicalIndex
    passage_words: LexicalIndex


def cut(papers: Sequence[Paper]) -> tuple[list[Sentence], list[Passage]]:
    """The sentences and the passages of the papers, in order."""
    all_sentences: list[Sentence] = []
    all_passages: list[Passage] = []
    for paper in papers:
        own = sentences(paper)
        all_sentences += own
        all_passages += passages(paper, own)
    return all_sentences, all_passages


def embedded_text(piece: Sentence, papers: Mapping[str, Paper]) -> str:
    """What is embedded for a piece: a passage stands under its paper's title."""
    if isinstance(piece, Passage) and piece.section != TITLE:
        return f"{papers[piece.paper_id].title}. {piece.text}"
    return piece.text


def _indexed_text(passage: Passage, papers: Mapping[str, Paper]) -> str:
    """What BM25 sees of a passage: its paper's title, which counts double, text and people."""
    paper = papers[passage.paper_id]
    text = "" if passage.section == TITLE else passage.text
    people = " ".join((*paper.authors, *paper.organisations))
    return f"{paper.title} {paper.title} {text} {people}"


def write(
    folder: Path,
    papers: Sequence[Paper],
    records: Iterable[Record],
    vectors: tuple[Vectors, Vectors],
) -> None:
    """Writes a snapshot into a new folder; `vectors` are those of `cut(papers)`, in order.

    `records` are what the papers were merged from; a reader has no need of them. When this
    returns all of it is on the disk, so that a manifest may name it.
    """
    folder.mkdir(parents=True)
    _write_lines(folder / "papers.jsonl", (paper.to_json() for paper in papers))
    _write_lines(folder / "records.jsonl", (record.to_json() for record in records))
    by_id = {paper.id: paper for paper in papers}
    own_sentences, own_passages = cut(papers)
    np.save(folder / "sentences.npy", vectors[0])
    np.save(folder / "passages.npy", vectors[1])
    LexicalIndex.build([s.text for s in own_sentences]).save(folder / "sentences.bm25")
    texts = [_indexed_text(p, by_id) for p in own_passages]
    LexicalIndex.build(texts).save(folder / "passages.bm25")
    for file in folder.rglob("*"):
        if file.is_file():
            _put_on_disk(file)


def _write_lines(path: Path, values: Iterable[object]) -> None:
    # ASCII: the name of a source need not be UTF-8, and JSON's escapes carry that, too.
    with path.open("w", encoding="ascii") as file:
        file.writelines(f"{json.dumps(value)}\n" for value in values)


def _put_on_disk(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


def read_papers(folder: Path) -> list[Paper]:
    """The papers of a snapshot alone, in order; raises as `load` does."""
    with (folder / "papers.jsonl").open(encoding="utf-8") as file:
        return [Paper.from_json(json.loads(line)) for line in file]


def read_records(folder: Path) -> dict[str, list[Record]]:
    """What the papers were merged from, by file; raises as `load` does."""
    found: dict[str, list[Record]] = {}
    with (folder / "records.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = Record.from_json(json.loads(line))
            found.setdefault(record.file, []).append(record)
    return found


def load(folder: Path) -> Snapshot:
    """Reads a snapshot. Raises one of `UNREADABLE` where a file is missing or damaged."""
    papers = read_papers(folder)
    own_sentences, own_passages = cut(papers)
    snapshot = Snapshot(
        papers={paper.id: paper for paper in papers},
        sentences=own_sentences,
        passages=own_passages,
        sentence_vectors=_vectors(folder / "sentences.npy"),
        passage_vectors=_vectors(folder / "passages.npy"),
        sentence_words=LexicalIndex.load(folder / "sentences.bm25", len(own_sentences)),
        passage_words=LexicalIndex.load(folder / "passages.bm25", len(own_passages)),
    )
    if len(snapshot.sentence_vectors) != len(own_sentences):
        raise ValueError("the vectors do not belong to the sentences")
    if len(snapshot.passage_vectors) != len(own_passages):
        raise ValueError("the vectors do not belong to the passages")
    return snapshot


def _vectors(path: Path) -> Vectors:
    """The vectors of a file; what numpy says of a damaged one is advice to trust it."""
    try:
        return np.asarray(np.load(path, allow_pickle=False), dtype=np.float32)
    except (ValueError, EOFError) as error:
        raise ValueError(f"{path.name} holds no vectors") from error
