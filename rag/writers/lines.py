"""A field of a record: the line that holds it, and what it says in a few words."""

from __future__ import annotations

from rag.types import Evidence
from store.papers import RECORD, Paper

_BESIDE_DATE = frozenset({"date", "category", "code"})


def record_line(paper: Paper, name: str) -> Evidence:
    """The whole line of the record that holds a field, or would."""
    beside = ("date", "title") if name in _BESIDE_DATE else ("title",)
    start = next((paper.fields[n][0] for n in (name, *beside) if n in paper.fields), 0)
    begin = paper.record.rfind("\n", 0, start) + 1
    stop = paper.record.find("\n", start)
    stop = len(paper.record) if stop < 0 else stop
    return Evidence(paper.id, RECORD, begin, stop, paper.record[begin:stop])


def so_many(count: int) -> str:
    """A number of papers: "1 paper", "12 papers"."""
    return "1 paper" if count == 1 else f"{count} papers"


def people(paper: Paper) -> str:
    """The authors that a record names, and whether there are more."""
    return ", ".join(paper.authors) + (" et al." if paper.authors_cut else "")


def said_of(paper: Paper, name: str) -> str:
    """What a record says of a field, or that it says nothing."""
    said = {
        "authors": people(paper) or "no author named",
        "date": paper.day if paper.date else "no date",
        "organisations": ", ".join(paper.organisations) or "no organisation named",
        "category": paper.category or "no category named",
        "code": "code available" if paper.has_code else "no code flag",
    }
    return said[name]
