"""Collections in BEIR's format: documents, queries, and who judged what relevant.

Format: Thakur et al. 2021, arXiv 2104.08663; `corpus.jsonl`, `queries.jsonl`, `qrels/*.tsv`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from store.errors import EvalError
from store.papers import Paper

_USUAL_SPLIT = "test"

Qrels = Mapping[str, Mapping[str, int]]
"""query id -> document id -> grade of relevance."""


@dataclass(frozen=True, slots=True)
class Collection:
    """A test collection; `queries` are only those that have judgements."""

    name: str
    documents: Mapping[str, Paper]
    queries: Mapping[str, str]
    qrels: Qrels


def read_collection(folder: Path, split: str | None = None) -> Collection:
    """Reads a collection with the judgements of one split: `test` where there is such a file.

    Raises EvalError, with file and line, for what is not of that format.
    """
    documents = {paper.id: paper for paper in map(_paper, _lines(folder / "corpus.jsonl"))}
    texts = {str(row["_id"]): _text(row, "text") for row in _lines(folder / "queries.jsonl")}
    qrels: dict[str, dict[str, int]] = {}
    for file in _judgements(folder, split):
        for query, document, grade in _triples(file):
            qrels.setdefault(query, {})[document] = grade
    texts = {query: text for query, text in texts.items() if text.strip()}
    relevant = {query for query, grades in qrels.items() if any(g > 0 for g in grades.values())}
    if not documents or not relevant & texts.keys():
        raise EvalError(
            f"The collection {str(folder)!r} holds no document or no judged query; "
            "name a folder with corpus.jsonl, queries.jsonl and qrels/*.tsv of one collection."
        )
    queries = {query: text for query, text in texts.items() if query in relevant}
    return Collection(
        folder.resolve().name, documents, queries, {query: qrels[query] for query in queries}
    )


def _paper(row: Mapping[str, Any]) -> Paper:
    """A document as a paper; its authors, where it names some, stand in the record."""
    title, metadata = _text(row, "title"), row.get("metadata")
    named = metadata.get("authors") if isinstance(metadata, dict) else None
    given = named if isinstance(named, list) else [named] if named else []
    authors = tuple(_sound(str(name)) for name in given)
    record = "\n".join(part for part in (title, "; ".join(authors)) if part)
    return Paper(str(row["_id"]), title, _text(row, "text"), record, authors)


def _text(row: Mapping[str, Any], field: str) -> str:
    """A field as text, empty where there is none."""
    return _sound(str(row.get(field) or ""))


def _sound(text: str) -> str:
    """Without the lone surrogates that JSON can bring and UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _lines(file: Path) -> Iterator[Mapping[str, Any]]:
    """The JSON objects of a file, a line each; every one has an `_id`."""
    for number, line in _numbered(file):
        try:
            row = json.loads(line)
            row["_id"], row.keys()
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise EvalError(
                f"Line {number} of {str(file)!r} is no JSON object with an '_id' ({error!r}); "
                "mend it."
            ) from error
        yield row


def _numbered(file: Path) -> Iterator[tuple[int, str]]:
    """The lines that hold something, counted from 1."""
    try:
        with file.open(encoding="utf-8") as lines:
            yield from ((n, line) for n, line in enumerate(lines, start=1) if line.strip())
    except (OSError, UnicodeDecodeError) as error:
        raise EvalError(
            f"{str(file)!r} cannot be read ({error}); name the folder of a collection in BEIR "
            "format."
        ) from error


def _judgements(folder: Path, split: str | None) -> list[Path]:
    files = {file.stem: file for file in sorted((folder / "qrels").glob("*.tsv"))}
    wanted = split or (_USUAL_SPLIT if _USUAL_SPLIT in files else None)
    if not files or (wanted and wanted not in files):
        there = f"there are {', '.join(files)}" if files else "there is none"
        raise EvalError(
            f"{str(folder / 'qrels')!r} has no judgements of the split {wanted or 'test'!r}: "
            f"{there}; name one with --split."
        )
    return [files[wanted]] if wanted else list(files.values())


def _triples(file: Path) -> Iterator[tuple[str, str, int]]:
    """Query, document and grade of each line; BEIR's head is passed over."""
    for number, line in _numbered(file):
        cells = line.rstrip("\n").split("\t")
        if number == 1 and cells[-1].strip() == "score":
            continue
        try:
            query, document, grade = cells
            yield query, document, int(grade)
        except ValueError as error:
            raise EvalError(
                f"Line {number} of {str(file)!r} is not a query, a document and a whole number, "
                "with tabs between; mend it."
            ) from error
