"""Few words after a set that say nothing by themselves: "for phones", "best result?".

They are of the papers of that set. Alone they would be looked for in the whole library.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.narrowing import scoped
from rag.conversation.variation import short_name
from rag.language import wording
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.order import wanted_order
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_AT_ONCE = 4  # papers in a table
_NO_QUESTION = r"(?!(?:what|which|whom|who|whose|how|it|that|this|those|them|these|me|us|all)\b)"
# "On phones" asks for other papers, "for phones" for some of those.
_FOR = re.compile(
    rf"^\W*(?:(?:but|only|just|ok|now) )*(?:for|in|using|via|through|inside|under)"
    rf" {_NO_QUESTION}(?:[\w.+&/-]+ ){{0,4}}[\w.+&/-]+\W*$",
    re.I,
)
_BEST = (
    r"(?:best|worst|highest|lowest|largest|biggest|smallest|greatest|strongest|weakest|top|maximum"
    r"|minimum|max|min|peak|most|fewest|least)"
)
_LEAD = r"^\W*(?:(?:and|but|so|ok|now|with|what(?:['’]s| is| was| about)|how about|the)\W+)*"
_BEST_OF = re.compile(
    rf"{_LEAD}(?:which(?: one| of (?:them|those|these))? (?:has|have|had|gets?|got|reports?"
    rf"|reach(?:es)?|shows?|gives?|achieves?) (?:the )?)?(?P<best>{_BEST})"
    r"(?P<what>(?: (?!of\b|papers?\b|one\b|ones\b)[\w-]+){1,3}|(?: one)?)\W*$",
    re.I,
)
_HOW = re.compile(
    r"^\W*(?:(?:and|but|so) )*(?:(?:by|on|in|with|for|to|of|from|at|under|against|over|than) )?"
    r"(?:what|how (?:many|much)) (?:kinds? of |sorts? of |types? of )?"
    r"(?!(?:about|else|if|with|without|by|from|is|are|was|were|of|for|do|does|did|has|have|had|can|could|so|they|it|that"
    r"|this|those|these|them|we|you|i|there)\b)[\w-]+(?: (?!that\b|those\b|these\b)[\w-]+)?\W*$"
    r"|^\W*(?:(?:and|but|so) )*how (?!come\b|so\b|about\b|many\b|much\b|old\b|new\b|recent\b)"
    r"[a-z]+\W*$",
    re.I,
)
_PAPERS = re.compile(
    r"\b(?:papers?|articles?|works?|publications?|stud(?:y|ies)|ones?|others?|else|authors?|people"
    r"|years?|pages?|now|left|then|more|total)\b",
    re.I,
)
_NO_PART = re.compile(
    r"^\W*in (?:short|brief|total|all|general|detail|particular|full|order|other words|a\b|one\b"
    r"|two\b|three\b|plain|simple|more\b|my\b|your\b|our\b)|^\W*for (?:example|instance|now|me|us"
    r"|my\b|your\b|our\b)|\bsentences?\b|\bwords?\b",
    re.I,
)


def within_set(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """The few words as of the papers of the set before; None for any other text."""
    last = before.question
    if catalog.named_in(text)[0] or wanted_order(text) is not None:
        return None
    if len(before.papers) < 2 and not _is_fitting(last):
        return None
    if last.kind is Kind.COMPARE:
        return _measured(text, before, catalog)
    is_set = last.kind in (Kind.LIST, Kind.RECORD) and not (last.named or last.tally)
    if not is_set:
        return None
    fitting = _fitting(text, before, catalog)
    return fitting or (_measured(text, before, catalog) if len(before.papers) > 1 else None)


def _is_fitting(last: Question) -> bool:
    """Whether a question was such a few words itself: "for text?" may follow "for phones?"."""
    return last.scope is not None and _FOR.match(last.text) is not None


def _fitting(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """Those of the set for what a text says, after another such text those of the set before it."""
    last = before.question
    if not _FOR.match(text) or _NO_PART.search(text) or last.asks:
        return None
    asked = understand(f"which papers are {text.strip(' ?.!')}", catalog)
    says = set(terms(asked.topic)) - GENERIC
    if asked.kind is not Kind.LIST or not says or asked.filters != Filters():
        return None
    whole = f"{text.rstrip(' ?.!')} (among the papers that answered “{last.whole}”)"
    asked = replace(asked, whole=whole, named=())
    if last.scope is not None and _is_fitting(last):
        return scoped(asked, last.scope)
    return scoped(asked, [paper.id for paper in before.papers])


def _measured(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What a few papers say of a measure, side by side; of many, those that say something of it."""
    ids = tuple(paper.id for paper in before.papers)
    best, how = _BEST_OF.match(text), _HOW.match(text)
    if not (best or how) or _PAPERS.search(text) or wording.PAPERS.search(text):
        return None
    if best:
        what = best["what"].strip()
        topic = what if topic_of(what) else _measure_of(before.question)
    elif len(ids) > _AT_ONCE:
        return None
    else:
        topic = text.strip(" ?.!")
    if len(ids) <= _AT_ONCE:
        whole = f"{text.rstrip(' ?.!')} ({' and '.join(short_name(i, catalog) for i in ids)})"
        return Question(text, whole, Kind.COMPARE, topic=topic, named=ids)
    whole = f"{text.rstrip(' ?.!')} (among the papers that answered “{before.question.whole}”)"
    return Question(text, whole, Kind.LIST, topic=topic, scope=ids)


def _measure_of(last: Question) -> str:
    """What the question before wanted the best of, or had a table made of: "and the lowest?"."""
    of_measure = last.kind is Kind.COMPARE or _BEST_OF.match(last.text)
    return last.topic if of_measure and last.topic else "results"
