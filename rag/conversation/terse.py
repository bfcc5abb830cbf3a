"""Fragments that ask for a figure of the one paper before: "tokens per sec on the pi?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.named_paper import OF_OTHERS, with_name
from rag.conversation.variation import short_name, varied
from rag.language import wording
from rag.language.words import GENERIC
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_FEW, _FEWER = 8, 4  # words with a question mark, and without
_AT_ONCE = 4  # papers in a table
_UNITS = frozenset(terms("per second sec seconds minute hour ms millisecond gb mb gib watt joule"))
# What is reported of one paper, and is seldom what papers are about.
_MEASURES = _UNITS | frozenset(
    terms(
        """token tokens throughput latency speedup speed-up speedups accuracy perplexity recall
        precision error errors cost costs price size length steps epochs parameters params hours
        runtime overhead savings saving reduction improvement improvements gain gains bits
        baseline baselines benchmark benchmarks dataset datasets gpus hardware limitations
        drawbacks results
        max maximum minimum peak average mean score scores rate rates level
        levels sample participants"""
    )
)
_NAMED_THING = re.compile(
    r"^\W*(?:(?:and|or|on|for|with|at|the|an?)\W+)*(?=[\w.+-]*[A-Z\d])[\w.+-]+"
    r"(?: (?=[\w.+-]*[A-Z\d])[\w.+-]+)?\W*\?\W*$"
)

_BARE_NAME = re.compile(r"^\W*(?:(?:and|or|on|the)\W+)*[\w.+-]+(?: [\w.+-]+)?\s*\?\W*$")


def terse(question: Question, before: Answer, catalog: Catalog) -> Question | None:
    """The question about the paper of the answer before that a few words without a verb ask.

    Each of them is a measure or stands in that paper, unless no set could be meant. A mere name
    varies the fact asked before.
    """
    text, last = question.text, before.question
    if side := _of_several(question, before, catalog):
        return side
    if _is_next_thing(question, before, catalog):
        return varied(text, _as_of_set(before), catalog)
    bare = question.text.rstrip().endswith("?") and {*terms(text)} - GENERIC <= _MEASURES
    of_one = last.named or bare or last.kind in (Kind.FACT, Kind.SUMMARY)
    if len(before.papers) != 1 or not of_one or not _may_be_terse(question):
        return None
    paper = catalog.papers[before.papers[0].id]
    said = set(terms(text))
    content = said - GENERIC
    if not content:
        return None
    if not content <= set(terms(paper.text)) | _MEASURES and question.kind is not Kind.FACT:
        return None
    if last.kind is Kind.FACT and _NAMED_THING.match(text):
        return varied(text, before, catalog)
    if not said & _MEASURES:
        return None
    return with_name(
        f"{text.rstrip(' ?.!')} in {short_name(paper.id, catalog)}?", paper.id, catalog
    )


def _is_next_thing(question: Question, before: Answer, catalog: Catalog) -> bool:
    """Whether the bare name of a thing asks for papers as a thing before it did: "GSM8K?".

    After "papers with AIME numbers", also where a name before it found one paper, which has none
    of this.
    """
    last, text = before.question, question.text
    wanted = set(terms(text)) - GENERIC
    of_set = last.kind is Kind.LIST and last.topic and not last.named
    found = last.kind is Kind.FACT and not last.named and _BARE_NAME.match(last.whole)
    if not (of_set or found) or not _BARE_NAME.match(text) or not wanted or wanted & _MEASURES:
        return False
    if question.kind not in (Kind.FACT, Kind.LIST) or not _may_be_terse(question):
        return False
    papers = [catalog.papers[paper.id] for paper in before.papers]
    return len(papers) > 1 or not wanted <= set(terms(papers[0].text))


def _as_of_set(before: Answer) -> Answer:
    """The answer as one to a question for a set, as which a bare name may be read."""
    last = before.question
    topic = last.topic if last.kind is Kind.LIST else last.whole.rstrip(" ?.!")
    return replace(before, question=replace(last, kind=Kind.LIST, topic=topic))


def _of_several(question: Question, before: Answer, catalog: Catalog) -> Question | None:
    """A bare measure of a few papers, side by side: "speedups?"."""
    text, ids = question.text, tuple(paper.id for paper in before.papers)
    content = set(terms(text)) - GENERIC
    if not 1 < len(ids) <= _AT_ONCE or not text.rstrip().endswith("?"):
        return None
    if not content or not content <= _MEASURES or not _may_be_terse(question):
        return None
    whole = f"{text.rstrip(' ?.!')} ({' and '.join(short_name(i, catalog) for i in ids)})"
    return Question(text, whole, Kind.COMPARE, topic=text.rstrip(" ?.!"), named=ids)


def _may_be_terse(question: Question) -> bool:
    """Whether a question is a few words that ask without a verb, and say nothing of records."""
    text = question.text
    if question.named or question.tally or question.order or question.asks or question.without:
        return False
    if question.filters != Filters() or question.unwanted != Filters():
        return False
    plain = not (wording.ASKING.search(text) or OF_OTHERS.search(text))
    return plain and len(text.split()) <= (_FEW if text.rstrip().endswith("?") else _FEWER)
