"""Reads JSON and JSON Lines: works of OpenAlex, papers of Semantic Scholar, or objects whose keys
name a paper's fields.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from store.papers import Paper
from store.readers import openalex, semantic_scholar
from store.readers.card import paper_of
from store.readers.columns import unwrapped
from store.readers.reading import Content, NoSuchColumn, Problem, Unreadable
from store.readers.table import fields_of

_LISTS = ("results", "data", "papers", "items", "works", "records", "entries")
_LARGEST_DOCUMENT = 60_000_000  # bytes; parsed JSON takes ten times its size in memory
_LONGEST_LINE = 10_000_000
_TITLE = 100  # characters
_BEGINS = re.compile(r"\s*(?:\{|\[\s*(?:[\[{\"\]]|\Z))")
_FAULTS = (ValueError, RecursionError)


def looks_like(content: Content) -> bool:
    """Whether the text begins as an object does, or a list of objects; "[PDF]" is neither."""
    return _BEGINS.match(content.text[:1_000]) is not None


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
    records = _records(found)
    _check_columns(content, records)
    for number, record in enumerate(records, start=1):
        yield _read_record(record, content, number, "record")


def _check_columns(content: Content, records: Iterable[object]) -> None:
    """Raises NoSuchColumn where a column that a person named is a key of no record."""
    if not content.columns.given:
        return
    objects = (unwrapped(record) for record in records if isinstance(record, dict))
    keys = dict.fromkeys(key for record in objects for key in record)
    if strange := content.columns.strange_to(keys):
        raise NoSuchColumn(strange, keys)


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
    lines = content.text.split("\n")
    _check_columns(content, (_object(line) for line in lines))
    for number, line in enumerate(lines, start=1):
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


def _opening(text: str) -> str:
    """What a document without a title is called: its first words, as many as a title has."""
    first = text.split(". ")[0]
    if len(first) <= _TITLE:
        return first
    return f"{first[:_TITLE].rpartition(' ')[0] or first[:_TITLE]} …"


def _paper(record: Mapping[str, Any], content: Content, number: int) -> Paper | None:
    if openalex.is_work(record) and not content.columns.given:
        fields = openalex.fields_of(record)
    elif semantic_scholar.is_paper(record) and not content.columns.given:
        fields = semantic_scholar.fields_of(record)
    else:
        flat = unwrapped(record)
        fields = fields_of(flat, content.columns.among(flat))
    if not fields.title and fields.text:
        fields = replace(fields, title=_opening(fields.text))
    return paper_of(fields, str(number)) if fields.title else None
