"""Quotes the line of a record that holds a field."""

from __future__ import annotations

from rag.types import Evidence
from store.papers import RECORD, Paper

_BESIDE_TITLE = frozenset({"authors", "author count", "organisations", "title"})


def record_line(paper: Paper, name: str) -> Evidence:
    """The whole line of the record that holds a field, or would."""
    beside = "title" if name in _BESIDE_TITLE else "date"
    start, _ = paper.fields.get(name) or paper.fields.get(beside) or (0, 0)
    begin = paper.record.rfind("\n", 0, start) + 1
    stop = paper.record.find("\n", start)
    stop = len(paper.record) if stop < 0 else stop
    return Evidence(paper.id, RECORD, begin, stop, paper.record[begin:stop])
