"""Follow-ups about one paper of a list: counted out, the newest, or the one on something."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.named_paper import with_name
from rag.conversation.narrowing import scoped
from rag.conversation.references import (
    Pick,
    dated_paper,
    nth_paper,
    nth_papers,
    other_paper,
    with_each_named,
)
from rag.conversation.the_one import described_paper, the_one
from rag.conversation.variation import VARIES, renamed, short_name
from rag.language.stated import stated_in
from rag.language.topic import topic_of
from rag.question import summary_wording
from rag.question.asks import asked_fields
from rag.question.understand import understand
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

# Of two papers, where a list on a topic shows the likeliest first.
_OF_TWO = re.compile(r"\bthe (?:newer|older|earlier|later|younger|more recent)\b", re.I)
_BY_RECORD = re.compile(r"\bthe one (?:by|from)\b", re.I)
_OF_IT = re.compile(r"\b(?:does|did|do|can|had)\b|\b(?:is|was|has) (?:it|they)\b", re.I)
_ONLY_WHICH = re.compile(
    r"^\W*(?:(?:and|but|so|now|(?:what|which|who)(?:['’]s)?|show|give|tell|list|name|me|us|one|paper|of|them"
    r"|those|these"
    r"|about|is|are|was|were|came|['’]s)\W+)*$",
    re.I,
)


def picked(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """A question about one paper of a list, counted out, by its date, or by what it is about.

    `answers` are those with papers, the last one first.
    """
    if catalog.named_in(text)[0] or stated_in(text)[0]:  # "which claim to be the first?"
        return None
    before, listed = answers[0], next((a for a in answers if len(a.papers) > 1), answers[0])
    ids, alone = [paper.id for paper in listed.papers], len(before.papers) == 1
    counted = ids if len(ids) > 1 else _spoken_of(answers)
    if len(both := nth_papers(text, counted)) > 1:  # "who wrote the first and the third?"
        whole = with_each_named(text, counted, {i: short_name(i, catalog) for i in both})
        return replace(understand(whole, catalog), named=tuple(both), scope=None)
    pick = nth_paper(text, counted) or _other(text, before, counted)
    if pick is None:
        pick = _described(text, before, ids, catalog) or the_one(text, answers, catalog)
        if pick and not _asks_more(text, pick) and not (alone and before.question.named):
            return _shown(text, answers, listed, catalog)
    if pick is None:
        return None
    if pick.paper_id is None:
        return scoped(understand(text, catalog), ())
    last, name = before.question, short_name(pick.paper_id, catalog)
    if alone and last.named and not _asks_more(text, pick):
        return renamed(last, name, catalog)
    asked = with_name(f"{text[: pick.start]}{name}{text[pick.end :]}", pick.paper_id, catalog)
    # Another paper may be called so, too, but it is this one that was picked.
    return replace(asked, named=(pick.paper_id,)) if pick.paper_id in asked.named else asked


def _shown(
    text: str, answers: Sequence[Answer], listed: Answer, catalog: Catalog
) -> Question | None:
    """The paper alone, where a text only says by its record which it wants: "the one by Gear"."""
    pick = the_one(text, answers, catalog) if _BY_RECORD.search(text) else None
    if pick is None or pick.paper_id not in {paper.id for paper in listed.papers}:
        return None
    whole = f"{text.rstrip(' ?.!')} (of the papers that answered “{listed.question.whole}”)"
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=(pick.paper_id,))


def _spoken_of(answers: Sequence[Answer]) -> list[str]:
    """The papers of several answers on one each, the first spoken of first."""
    return list(dict.fromkeys(answer.papers[0].id for answer in reversed(answers)))


def _other(text: str, before: Answer, ids: Sequence[str]) -> Pick | None:
    """The paper of two that was not spoken of last."""
    one = before.papers[0].id
    return other_paper(text, one, ids) if len(before.papers) == 1 else None


def _described(text: str, before: Answer, ids: Sequence[str], catalog: Catalog) -> Pick | None:
    """The paper of a list by what it is about, or by its date, where more is asked of it."""
    if before.papers[0].id not in ids:  # that list is left for another paper
        return None
    if pick := described_paper(text, ids, catalog):
        return pick
    if before.question.order and len(ids) == 1:
        return None  # "and the newest one?" after the oldest
    two = before.question.kind is Kind.LIST and _OF_TWO.search(text) is not None
    pick = dated_paper(text, ids[:2] if two else ids, catalog)
    same = len(before.papers) == 1 < len(ids) and before.question.named  # "and the newest?"
    return pick if pick and (same or _asks_more(text, pick)) else None


def _asks_more(text: str, pick: Pick) -> bool:
    """Whether a text asks something of the paper that it picks, and not only which it is."""
    rest = f"{text[: pick.start]} {text[pick.end :]}"
    if _ONLY_WHICH.match(rest):
        return False
    rest = VARIES.sub(" ", rest)
    return bool(
        _OF_IT.search(rest)
        or asked_fields(rest)
        or topic_of(rest)
        or summary_wording.SUMMARY.search(rest)
    )
