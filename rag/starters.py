"""Questions to begin with, made from a library's own papers."""

from __future__ import annotations

from rag.records.catalog import Catalog
from rag.selection.select import Judge
from store.lexical import terms

_FEW, _MANY = 2, 12  # a topic worth a list: neither one paper's nor everybody's


def starters(catalog: Catalog, judge: Judge) -> list[str]:
    """Up to five questions, one of a kind: a set, a count, an order, a summary, a comparison."""
    papers = catalog.papers.values()
    questions = [f"Which papers {topic}?" for topic in _topics(catalog, judge)[:1]]
    if any(paper.has_code for paper in papers):
        questions.append("How many papers have code?")
    if sum(paper.date is not None for paper in papers) > 2:
        questions.append("What are the three newest papers?")
    heads = [paper.title.partition(":")[0] for paper in papers if ":" in paper.title]
    short = [head for head in heads if len(head.split()) == 1]
    if short:
        questions.append(f"What is {short[0]} about?")
    if len(short) > 2:
        questions.append(f"Compare {short[1]} and {short[2]}")
    return questions


def _topics(catalog: Catalog, judge: Judge) -> list[str]:
    """What several papers are about: CPUs, or what the library has an acronym for."""
    common = [(catalog.words[short], short) for short in catalog.acronyms]
    known = [short for count, short in sorted(common, reverse=True) if _FEW < count <= _MANY]
    found = ["target CPUs"] if judge.fits_some("CPUs") else []
    return found + [f"are about {short.upper()}" for short in known if terms(short)]
