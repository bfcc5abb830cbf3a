"""Whether a question that names no paper still asks of those of the answer before.

What no word of it tells, its answer may: where a paper that was just spoken of has what is asked,
and no other has it much more surely, that paper is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.named_paper import OF_OTHERS
from rag.evidence.finder import Finder, Found
from rag.evidence.silence import confidence, margin
from rag.language import wording
from rag.question.lead_ins import after_a_new_subject
from rag.records.catalog import Catalog
from rag.retrieve import Retriever
from rag.types import Answer, Filters, Kind, Question

_AT_ONCE = 4  # papers that can be spoken of as one after the other
_NEAR = 0.3  # what another paper may be surer by, and those before are still meant
# "How many engineers work in this team?" is of the paper before, whatever it says of them.
_THAT = re.compile(
    r"\b(?:this|that|these|those)(?: (?!is\b|are\b|was\b|were\b|do\b|does\b|has\b|have\b|paper"
    r"|article|work|stud|topic|field|area|subject|year|month|kind|sort|type|collection|librar|list"
    r"|categor|can\b|could\b|use\b|need\b|deal\b|may\b|and\b|or\b)[a-z]{3,})+",
    re.I,
)
_ASKS = re.compile(
    r"^\W*(?:(?:and|but|so|ok|then|also) )*(?:(?:by|on|in|with|for|to|of|from|at|under|against) )?"
    r"(?:what|which|how|why|where|when|who|does|did|do|is|are|was|were|can|has|have)\b",
    re.I,
)


# "Were there any side effects?" is of something; "is there anything on salt?" of the library.
_THERE_WAS = re.compile(r"^\W*(?:(?:and|but|so|ok) )*(?:was|were) there\b", re.I)


class StillMeant:
    """Makes out whether the papers of the answer before are meant."""

    def __init__(self, retriever: Retriever, finder: Finder, catalog: Catalog) -> None:
        """Uses the ranking of papers, and what finds sentences in one."""
        self._retriever = retriever
        self._finder = finder
        self._catalog = catalog

    def of_those_before(self, asked: Question, history: Sequence[Answer]) -> Question:
        """The question about one of the papers before where that has the answer; else as it is."""
        before = next((a for a in reversed(history) if a.papers and not a.abstained), None)
        if before is None or not _is_open(asked) or after_a_new_subject(asked.text):
            return asked
        ids = [paper.id for paper in before.papers if paper.id in self._catalog.papers]
        if len(ids) == 1 and asked.kind is not Kind.RECORD and _speaks_of_that(asked.text):
            return _asked_of(asked, ids[0])
        if asked.kind is not Kind.FACT or not self._finder.wanted(asked.whole):
            return asked
        best = self._best(asked.whole, ids[:_AT_ONCE])
        if best and margin(best, named=True) >= 0 and self._is_as_sure(asked.whole, best):
            return _asked_of(asked, best.paper_id)
        return asked

    def _best(self, text: str, ids: Sequence[str]) -> Found | None:
        found = [self._finder.find(paper_id, text, text) for paper_id in ids]
        return max(found, key=lambda one: one.coverage + one.cosine, default=None)

    def _is_as_sure(self, text: str, best: Found) -> bool:
        """Whether no paper of the library answers much more surely."""
        first = self._retriever.first(text)
        other = self._finder.find(first, text, text)
        return confidence(best, named=False) >= confidence(other, named=False) - _NEAR


def _is_open(asked: Question) -> bool:
    """Whether a question takes nothing from the conversation and says nothing of records."""
    taken = asked.named or asked.scope is not None or asked.besides or asked.like or asked.without
    of_records = asked.asks or asked.tally or asked.order or asked.filters != Filters()
    whole = len(asked.whole) > len(asked.text) + 2  # made whole already
    return not (taken or of_records or whole)


def _speaks_of_that(text: str) -> bool:
    """Whether a text asks something of a thing that it only points to, and not for papers."""
    asks = (_ASKS.match(text) and _THAT.search(text)) or _THERE_WAS.match(text)
    return bool(asks) and not (OF_OTHERS.search(text) or wording.PAPERS.search(text))


def _asked_of(asked: Question, paper_id: str) -> Question:
    return replace(asked, kind=Kind.FACT, topic="", named=(paper_id,))
