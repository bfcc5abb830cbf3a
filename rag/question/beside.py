"""A question about papers that it plainly sets side by side: whatever is asked is asked of each."""

from __future__ import annotations

from dataclasses import replace

from rag.question.understand import about_papers
from rag.types import Kind, Question


def set_side_by_side(question: Question, named: tuple[str, ...], unnamed: str) -> Question:
    """A comparison of the papers, or what the question asks of their records.

    `unnamed` are its words without those that stand for the papers.
    """
    read = about_papers(question, named, unnamed)
    if read.kind in (Kind.FACT, Kind.SUMMARY):
        return replace(read, kind=Kind.COMPARE, topic=unnamed)
    return read
