"""Follow-ups that mean the larger set that the answer before was taken from.

"All of them, oldest first" after a single paper, "how many are about pruning?" after the one that
was left, "any others in 2021?" after one of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.narrowing import narrowed, scoped
from rag.language.topic import topic_of
from rag.language.words import GENERIC
from rag.question.understand import understand
from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind, Question
from store.lexical import terms

_LEAD = r"^\W*(?:(?:and|but|so|ok|now|then|sorry|please|back to|show|list|give|me|us|again)\W+)*"
_ALL = re.compile(
    rf"{_LEAD}(?P<all>(?:all|every one) of (?:them|those|these)|them all|all)\b", re.I
)
_AGAIN = re.compile(
    rf"{_LEAD}(?:them )?all(?: (?:of (?:them|those|these)|papers))?(?: again| once more)"
    r"(?: please)?\W*$",
    re.I,
)
_HOW_MANY = re.compile(
    r"^\W*(?:(?:and|but|so|ok)\W+)*how many (?:of (?:them|those|these) )?(?:are|were|have|use|deal"
    r"|come|mention|report)\b(?! (?:there|that|those|they|left|in all|none|not)\b)",
    re.I,
)
# "Which is the newest?" after a word on one of several.
_WHICH_END = re.compile(
    r"^\W*(?:(?:and|but|so)\W+)*which (?:one )?(?:(?:of (?:them|those|these) )?is|was) (?:the )?"
    r"(?:newest|oldest|latest|earliest|most recent)(?: one)?\W*$",
    re.I,
)
_ONLY = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then)\W+)*(?:only|just)(?: the)?(?: ones?)?(?: (?:on|about))?"
    r" (?P<what>(?:[\w-]+ ){0,3}[\w-]+)\W*$",
    re.I,
)
_OTHERS = re.compile(
    r"^\W*(?:(?:and|but|so|ok|are there|is there|do you have)\W+)*(?:any(?:thing)?|some(?:thing)?)"
    r" (?:others?|else|more)(?: ones?| papers?)? (?=\w)",
    re.I,
)


def of_larger_set(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The question of the set that the one paper before was taken from; None for other texts.

    `answers` are those with papers, the last one first.
    """
    before = answers[0]
    last = {paper.id for paper in before.papers}
    larger = [a for a in answers if a.question.of_set and last < {paper.id for paper in a.papers}]
    if not larger:
        return None
    if _AGAIN.match(text) and (before.question.scope is not None or len(last) == 1):
        return _shown(text, larger[0])
    if other := _other_part(text, answers, catalog):
        return other
    if len(last) > 1:
        return None
    if whole := _ALL.match(text):
        text = text[whole.start("all") :]
        return narrowed(text, larger[-1], _ids(larger[-1]), catalog)
    if _HOW_MANY.match(text) and before.question.scope is not None:
        return narrowed(text, larger[0], _ids(larger[0]), catalog)
    if _WHICH_END.match(text) and larger[0] is answers[1] and before.question.named:
        return narrowed(text, larger[0], _ids(larger[0]), catalog)
    return _others(text, larger[0], last, catalog)


def _other_part(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The other of two topics of a set, after one of them: "only A", and then "only B"."""
    asked, last = _ONLY.match(text), answers[0].question
    if asked is None or last.scope is None or not _ONLY.match(last.text):
        return None
    wanted = set(terms(topic_of(asked["what"]))) - GENERIC
    for listed in answers:
        said = set(terms(listed.question.topic))
        if _ids(listed) == last.scope and wanted and wanted <= said - set(terms(last.topic)):
            return narrowed(text, listed, _ids(listed), catalog)
    return None


def _others(text: str, listed: Answer, last: set[str], catalog: Catalog) -> Question | None:
    """Others of the list with something in their record, where it has any."""
    match = _OTHERS.match(text)
    if match is None:
        return None
    asked = understand(f"papers {text[match.end() :]}", catalog)
    left = [i for i in _ids(listed) if i not in last]
    by_record = asked.kind is Kind.RECORD and asked.filters != Filters() and not asked.named
    if not by_record or not any(fits(catalog.papers[i], asked.filters) for i in left):
        return None
    whole = f"{text.rstrip(' ?.!')} (among the papers that answered “{listed.question.whole}”)"
    return replace(scoped(asked, _ids(listed)), text=text, whole=whole, besides=tuple(last))


def _shown(text: str, listed: Answer) -> Question:
    whole = f"{text.rstrip(' ?.!')} (the papers that answered “{listed.question.whole}”)"
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=_ids(listed))


def _ids(answer: Answer) -> tuple[str, ...]:
    return tuple(paper.id for paper in answer.papers)
