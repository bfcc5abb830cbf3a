"""Follow-ups that ask the same of each paper before: "how many bits does each go down to?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.conversation.the_one import described_paper
from rag.conversation.variation import short_name
from rag.question.understand import about_papers
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_EACH = (
    r"(?:each|every one)(?: (?:of (?:them|those|these|the (?:two|three|four))|one|paper|method"
    r"|system|work|approach|article|study))?"
)
_LEAD = r"^\W*(?:(?:and|but|so|now|ok|also|then)\W+)*"
_ASKS = (
    r"(?:(?:on|in|with|for|by|at|to|from|of|under|against) )?(?:what|which|how|who|whose|when|where"
    r"|why)\b"
)
_TELL = r"(?:(?:give|show|tell|list|add|me|us|please)\W+)*"
# "Which of each …?" and "each of the layers" speak of no papers.
_OF_EACH = re.compile(
    rf"{_LEAD}(?:{_ASKS}[^?.!]*?|{_TELL}(?:the |what )?(?:[\w-]+ ){{1,4}}(?:of|for"
    rf"|by) )(?<!in )(?P<each>\b{_EACH}\b|\bthey(?: each)?(?= .*\beach\W*$))"
    r"(?! (?:of|other|time|day|year|layer|step|token|query|head|model|case|user|sample|gpu|cpu)\b)"
    r"[^?.!]*\W*$",
    re.I,
)
_EACH_BEHIND = re.compile(r",? (?:for |in |by |of )?each(?: (?:of them|one|paper|case))?\W*$", re.I)
# What is asked of two or three papers as a fact: "what hardware do they run on?".
_THEY = re.compile(
    rf"{_LEAD}(?:(?:on|in|with|for|by|at|to|from|against) )?(?:what|which|how)\b"
    r"(?! (?:papers?|ones?|of (?:them|those|these))\b)[^?.!]*?"
    r"\b(?:(?:do|did|are|were|can|have) (?P<each>they)|(?:do|did) (?P<those>(?:these|those|the)"
    r" (?:two|three|four)|those|these|both)(?: papers| ones)?)\b"
    r"(?! (?:have in common|share|differ|compare)\b)"
    r"[^?.!]*\W*$",
    re.I,
)
_IT = re.compile(r"\bits?\b", re.I)  # beside it "they" are the authors
_HOW_MANY_ARE = re.compile(r"\bhow many (?:are|were|papers)\b", re.I)
_MOST = 4  # papers in a table, as of those that are compared


def of_each(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What is asked of each of the papers before, side by side or by their records."""
    ids = tuple(paper.id for paper in before.papers)
    if len(ids) < 2 or catalog.named_in(text)[0] or _HOW_MANY_ARE.search(text):
        return None
    they = len(ids) <= _MOST and not _IT.search(text)
    match = _OF_EACH.match(text) or (_THEY.match(text) if they else None)
    if match is None or (match.re is _THEY and described_paper(text, ids, catalog)):
        return None  # "what did they find in the soap study?"
    group = "each" if match["each"] else "those"
    rest = f"{text[: match.start(group)]} {text[match.end(group) :]}"
    rest = " ".join(_EACH_BEHIND.sub("", rest).split())
    asked = about_papers(Question(text, _whole(text, ids, catalog), Kind.FACT), ids, rest)
    if asked.kind is Kind.RECORD and asked.asks:
        return asked
    ids = ids[:_MOST]
    return Question(text, _whole(text, ids, catalog), Kind.COMPARE, topic=rest, named=ids)


def _whole(text: str, ids: Sequence[str], catalog: Catalog) -> str:
    return f"{text.rstrip(' ?.!')} ({' and '.join(short_name(i, catalog) for i in ids)})"
