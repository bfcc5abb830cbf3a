"""What a follow-up takes from the answer before where it has no word for it."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.leaning import leaning
from rag.conversation.narrowing import scoped
from rag.conversation.terse import terse
from rag.language.topic import topic_of
from rag.question.asks import without_fields
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.order import ordered_as
from rag.types import Answer, Filters, Kind, Question

_OF_ALL = re.compile(
    r"\b(?:papers?|articles?|works?|publications?|collection|library|here|all|altogether"
    r"|everything|whole|total|in (?:this|the) (?:list|set))\b",
    re.I,
)
_GOES_ON = re.compile(r"^\W*(?:and|but|also|so) (?:how|what|which|why|where)\b(?! about\b)", re.I)
# "Good for batteries? How much is saved?": what has no verb is said of something before.
_ELLIPTIC = re.compile(
    r"^\W*(?!(?:what|which|who|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|can"
    r"|could|will|would|should|papers?|articles?|works?)\b)(?:[\w/’'-]+ ){0,5}[\w/’'-]+\? +"
    r"(?:and |but |so )?(?:how|what|why|where|by how)\b(?! (?:papers|articles|works)\b)",
    re.I,
)
_THE_ONE = re.compile(r"\bthe (?!first|second|third|last|other|same)[\w-]+ ones?\b", re.I)
_ASKS_MUCH = re.compile(r"^\W*(?:(?:and|but|so) )?(?:how (?!many\b)|what|why|where)\b", re.I)
_ANOTHER = re.compile(
    r"\b(?:an)?other (?=(?:papers?|articles?|works?|publications?|ones?|study|studies)\b)"
    r"|\b(?:others|another|any more|else)\b",
    re.I,
)
_OTHERS = re.compile(r"^others\b", re.I)
_ANYTHING_ELSE = re.compile(
    r"^\W*(?:(?:and|but|so|ok) )*(?:(?:are|is) there |do you have |have you got )?"
    r"(?:(?:any(?:thing)?|some(?:thing)?|what) else\b|(?:any )?others\b"
    r"|(?:do|does|did|have|has|are|is|were|can|which) (?:any |some |the )?others?\b(?= [a-z])"
    r"|(?:any |some )?(?:an)?other (?:[\w-]+ ){0,3}?"
    r"(?:papers?|articles?|works?|publications?|ones?|stud(?:y|ies))\b)",
    re.I,
)


def of_what_was_spoken(question: Question, before: Answer, catalog: Catalog) -> Question:
    """The question with what it takes from the answer before without a word for it.

    A field of a record asked for without a word on whose is that of the answer before.
    """
    if leans := leaning(question, before, catalog):
        return leans
    if brief := terse(question, before, catalog):
        return brief
    if others := _others(question, before, catalog):
        return others
    if _goes_on(question, before):
        return replace(question, named=(before.papers[0].id,))
    of_all = _OF_ALL.search(question.text) or question.filters.authors  # "Cao's co-authors"
    if question.tally and len(before.papers) > 1 and not of_all:
        return scoped(question, [paper.id for paper in before.papers])
    last = before.question
    if _is_of_nothing(question) and question.order and last.order and not last.named:
        return ordered_as(last, question.text)  # "the second oldest?"
    if _is_of_nothing(question) and (len(before.papers) > 1 or not question.order):
        return scoped(question, [paper.id for paper in before.papers])
    says_which = question.named or question.tally or question.order or question.counted
    limited = question.filters != Filters() or question.unwanted != Filters()
    if not question.asks or says_which or limited or topic_of(without_fields(question.text)):
        return question
    ids = tuple(paper.id for paper in before.papers)
    question = replace(question, kind=Kind.RECORD, topic="")
    return replace(question, named=ids) if len(ids) == 1 else scoped(question, ids)


def _goes_on(question: Question, before: Answer) -> bool:
    """Whether more is asked of the one paper that the question before named: "and how much …?"."""
    open_one = question.kind is Kind.FACT and not question.named and question.filters == Filters()
    if not open_one or len(before.papers) != 1:
        return False
    goes_on = bool(before.question.named) and _GOES_ON.match(question.text) is not None
    if _THE_ONE.search(question.text) and _ASKS_MUCH.match(question.text):
        return True  # of what the paper has several of: "how far did the BERT one fall?"
    return goes_on or _ELLIPTIC.match(question.text) is not None


def _is_of_nothing(question: Question) -> bool:
    """Whether nothing says which papers, but an order at most: "newest first", "show me those"."""
    if question.kind is not Kind.RECORD or question.named or question.scope or question.besides:
        return False
    if not question.order and (question.asks or question.tally):
        return False
    limited = question.filters != Filters() or question.unwanted != Filters()
    return not (limited or question.topic or _OF_ALL.search(question.text))


def _others(question: Question, before: Answer, catalog: Catalog) -> Question | None:
    """Other papers than those before: "has Gear written another one?", "anything else on salt?"."""
    of_some = question.filters.authors or (question.kind is Kind.LIST and question.topic)
    if not of_some or question.named or question.besides:
        return None
    pattern = _ANOTHER if question.filters.authors else _ANYTHING_ELSE
    if not pattern.search(question.text):
        return None
    asked = replace(question, topic=_OTHERS.sub("", question.topic).strip())
    if question.filters.authors:
        asked = understand(_ANOTHER.sub("", question.text, count=1), catalog)
    return replace(asked, besides=tuple(paper.id for paper in before.papers))
