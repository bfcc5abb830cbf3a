"""The papers of a list of which nothing was asked yet: "and the rest in one sentence"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.narrowing import narrowed
from rag.conversation.of_each import of_each
from rag.conversation.summed_up import summed_up
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_REST = re.compile(
    r"\b(?:all )?(?:of )?the (?:rest|others|remainder|(?:other|remaining) (?:ones|papers|two|three"
    r"|four|five))(?: of (?:them|those|these|the (?:list|papers)))?(?= |\W*$)",
    re.I,
)
_WHAT_OF = re.compile(
    r"\W*(?:(?:and|but|so|ok|now|then|also|what about|how about|same for|the same for|for|of|do"
    r"|show me|list|give me|please)\W+)*them\W*",
    re.I,
)


def of_those_not_spoken_of(
    text: str, answers: Sequence[Answer], catalog: Catalog
) -> Question | None:
    """What is asked of the papers of a list but for those that were spoken of one by one since.

    `answers` are those with papers, the last one first. Without a word on what is asked, it is
    what was asked of the last one.
    """
    match, last = _REST.search(text), answers[0].question
    listed = next((a for a in answers if len(a.papers) > 1), None)
    if match is None or listed is None or not last.named or len(answers[0].papers) > 1:
        return None
    spoken_of = {a.papers[0].id for a in answers[: answers.index(listed)]}
    left = tuple(paper for paper in listed.papers if paper.id not in spoken_of)
    if answers[0].papers[0] not in listed.papers or len(left) < 2:
        return None
    before, ids = replace(listed, papers=left), tuple(paper.id for paper in left)
    asked = f"{text[: match.start()]}them{text[match.end() :]}"
    if not _WHAT_OF.fullmatch(asked):
        return (
            summed_up(asked, before, catalog)
            or of_each(asked, before, catalog)
            or narrowed(re.sub(r"\bthem\b", "of them", asked), before, ids, catalog)
        )
    if last.kind is Kind.RECORD and last.asks:
        return replace(last, whole=f"{last.whole.rstrip(' ?.!')} – {text}", named=ids)
    if last.kind is Kind.SUMMARY:
        return summed_up("summarise them", before, catalog)
    whole = f"{text.rstrip(' ?.!')} (of the papers that answered “{listed.question.whole}”)"
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=ids)
