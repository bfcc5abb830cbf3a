"""Reads JSON and JSON Lines: works of OpenAlex, papers of Semantic Scholar, or objects whose keys
name a paper's fields.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from store.papers import Paper
from store.readers import openalex, semantic_scholar
from store.readers.card import paper_of
from store.readers.reading import Content, Problem, Unreadable
from store.readers.table import fields_of

_NESTED = ("metadata", "meta")  # where BEIR's corpora and others keep all but title and text
_LISTS = ("results", "data", "papers", "items", "works", "records", "entries")
_LARGEST_DOCUMENT = 60_000_000  # bytes; parsed JSON takes ten times its size in memory
_LONGEST_LINE = 10_000_000
_FAULTS = (ValueError, RecursionError)


def looks_like(content: Content) -> bool:
    """Whether the text begins as JSON does."""
    return content.text[:1_000].lstrip().startswith(("{", "["))


def read(content: Content) -> Iterator[Paper | Problem]:
    """The objects of a document or of its lines; `source` is a record's number or line."""
    if _is_lines(content.text):
        yield from _read_lines(content)
        return
    if len(content.text) > _LARGEST_DOCUMENT:
        raise Unreadable("it is JSON of more than 60 MB; export it as JSON Lines")
    try:
        found = json.loads(content.text)
    except _FAULTS as error:
        raise Unreadable(f"it is no whole JSON ({error}); export it again") from error
    for number, record in enumerate(_records(found), start=1):
        yield _read_record(record, content, number, "record")


def _is_lines(text: str) -> bool:
    """Whether the first line is an object of its own and more follows."""
    first, _, rest = text.lstrip().partition("\n")
    if not first.startswith("{") or not first.rstrip().endswith("}"):
        return False
    return bool(rest.strip()) and _object(first) is not None


def _object(line: str) -> dict[str, Any] | None:
    try:
        found = json.loads(line) if len(line) <= _LONGEST_LINE else None
    except _FAULTS:
        return None
    return found if isinstance(found, dict) else None


def _read_lines(content: Content) -> Iterator[Paper | Problem]:
    for number, line in enumerate(content.text.split("\n"), start=1):
        if not line.strip():
            continue
        if (record := _object(line)) is None:
            yield Problem(number, f"the line is no JSON object: {line[:60]!r}")
        else:
            yield _read_record(record, content, number, "line")


def _records(found: object) -> list[object]:
    """The list that a document is, or holds under one of the usual keys; else itself."""
    if isinstance(found, dict):
        for key in _LISTS:
            if isinstance(found.get(key), list):
                return list(found[key])
    return found if isinstance(found, list) else [found]


def _read_record(record: object, content: Content, number: int, unit: str) -> Paper | Problem:
    if not isinstance(record, dict):
        return Problem(number, "it is no JSON object", unit=unit)
    try:
        paper = _paper(record, content, number)
    except (TypeError, ValueError, KeyError, AttributeError, IndexError) as error:
        return Problem(number, f"a value is not what it should be ({error})", unit=unit)
    return paper or Problem(number, "it has no title", unit=unit)


def _paper(record: Mapping[str, Any], content: Content, number: int) -> Paper | None:
    if openalex.is_work(record):
        fields = openalex.fields_of(record)
    elif semantic_scholar.is_paper(record):
        fields = semantic_scholar.fields_of(record)
    else:
        record = _levelled(record)
        fields = fields_of(record, content.columns.among(record))
    return paper_of(fields, str(number)) if fields.title else None


def _levelled(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The record with the keys of an object inside it as its own; its own go first."""
    for key in _NESTED:
        if isinstance(inner := record.get(key), dict):
            record = {**inner, **{name: value for name, value in record.items() if name != key}}
    return record
