"""What plain words that point back stand for: "those", "it", "and by …?", "the one on salt".

The last resort among the follow-ups, where none of the modules beside it knows the wording.
"""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.named_paper import about
from rag.conversation.narrowing import DROPS, NARROWS, THOSE, narrowed, of_several, scoped
from rag.conversation.pronouns import it_in, its_own_in, speaks_of_it
from rag.conversation.variation import VARIES, varied
from rag.language.topic import topic_of
from rag.question.asks import asked_fields
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.records.filters import parse_filters
from rag.records.order import wanted_order
from rag.types import Answer, Filters, Kind, Question

_HOW_MANY_BY = re.compile(r"^\W*(?:and )?how many (?:by|from|were)\b", re.I)
_HOW_MANY_WITH = re.compile(r"^\W*(?:and |but )?how many with(?:out)?\b", re.I)
_INSTEAD = re.compile(r"\binstead\W*$", re.I)  # of the answer before, whose papers are left
_AND_WITH = re.compile(r"^\W*and with \w", re.I)
_ONE_ON = re.compile(
    r"(?<!without )(?<!except )(?<!excluding )(?<!but not )"
    r"\bthe one (?:on|about|for|with|that|from|by)\b ?",
    re.I,
)
_FEW = 9  # words of a question that leaves something to the one before
_FIELD = r"(code|authors?|category|date|year|journal|venue)"
_BARE_THE = re.compile(rf"(?:\bthe |^\W*(?:and |any |what (?=\w+\W*$))?){_FIELD}\b", re.I)
_A_FIELD = re.compile(rf"(?:the )?{_FIELD}\W*$", re.I)
_ONE_AUTHOR = re.compile(r"the (?:\w+ )?authors?", re.I)
_CONDITION = re.compile(
    r"^\W*(?:(?:by|from|in|before|after|since|until|between|during|at|of|up to|earlier than"
    r"|later than|newer than|older than|the) )?(?:[\w.’'-]+ ){0,4}[\w.’'-]+\W*$",
    re.I,
)
_BARE_TOPIC = re.compile(
    r"^\W*(?:on|about) (?!(?:what|which|whom|how|it|that|this|those|them|these)\b)"
    r"(?:[\w-]+ ){0,4}[\w-]+\W*$",
    re.I,
)
_OF_ONE = re.compile(r"\b(?:it|its|he|she|this one|that one)\b", re.I)
_WHOLE = re.compile(r"(?:what|who|when|where|why|how|which|is|are|does|do|did)\b", re.I)


def pointed_back(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """The question with what its words take from the answer before; None where they take none."""
    ids = tuple(paper.id for paper in before.papers)
    alone, _ = catalog.named_in(text)
    if len(ids) > 1 and (match := _ONE_ON.search(text)):
        rest = f"{text[: match.start()]} the paper about {text[match.end() :]}"
        question = scoped(understand(rest, catalog), ids)
        return replace(question, limit=1) if question.kind is Kind.LIST else question
    another = _INSTEAD.search(text) or _is_parallel(text, before)
    counted = _counts_some(text, before.question)
    ordered = of_several(text) and wanted_order(text) is not None  # even of a list of one
    narrows = THOSE.search(text) or counted or (NARROWS.search(text) and not another)
    if (
        (ordered or len(ids) > 1)
        and narrows
        and (not alone or (DROPS.match(text) and {*alone} <= {*ids}))
    ):
        return narrowed(text, before, ids, catalog)
    varies = VARIES.search(text)
    bare = _BARE_TOPIC.match(text) and not alone
    if not varies and (bare or _is_bare_condition(text, before, catalog)):
        return varied(text, before, catalog)
    if varies and (_WHOLE.match(text, varies.end()) or _A_FIELD.match(text, varies.end())):
        varies = None
    described = varies and _ONE_ON.match(text, varies.end())
    if varies and len(text.split()) <= _FEW and (described or not speaks_of_it(text)):
        return varied(text[varies.end() :], before, catalog)
    match = it_in(text, catalog)
    if match and len(ids) > 1 and _ONE_AUTHOR.fullmatch(match.group()):
        return None  # of each of them
    if match is None and len(ids) == 1 and len(text.split()) <= _FEW:
        match = its_own_in(text)
    if match and len(alone) < 2 and not catalog.named_in(text[: match.start()])[0]:
        return about(text, match, ids[0], catalog)
    one = len(ids) == 1 and not alone and len(text.split()) <= 6
    if one and wanted_order(text) is None and (match := _BARE_THE.search(text)):
        return about(text, match, ids[0], catalog, keep=match[1])
    return None


def _counts_some(text: str, last: Question) -> bool:
    """Whether a text asks how many of the set before have something: "how many with code?"."""
    if _HOW_MANY_WITH.match(text):
        return last.of_set and last.filters.has_code is None
    return _HOW_MANY_BY.match(text) is not None and last.kind is Kind.LIST


def _is_bare_condition(text: str, before: Answer, catalog: Catalog) -> bool:
    """Whether a text says nothing but whose or of when papers are, after a set: "before 2023?"."""
    last = before.question
    if last.named or last.kind not in (Kind.LIST, Kind.RECORD) or not _CONDITION.match(text):
        return False
    if _OF_ONE.search(text):
        return False  # "does it have code?"
    parsed = parse_filters(text, catalog)
    return parsed.filters != Filters() and not topic_of(parsed.rest) and not parsed.without


def _is_parallel(text: str, before: Answer) -> bool:
    """Whether "and with …" goes on from the question before as from "deal with …"."""
    parallel = _AND_WITH.match(text) and " with " in before.question.text
    return bool(parallel) and not asked_fields(text)
