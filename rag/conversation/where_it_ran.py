"""What "on it" stands for after a question on what runs on a thing: "how fast on it?"."""

from __future__ import annotations

import re

from rag.conversation.named_paper import with_name
from rag.conversation.variation import short_name
from rag.records.catalog import Catalog
from rag.types import Answer, Question

# "Anything running LLMs on a Raspberry Pi", but not "any paper on a Raspberry Pi".
_RAN_ON = re.compile(
    r"\b(?:runn?(?:s|ing)?|ran|work(?:s|ing)?|train(?:s|ed|ing)?|deploy(?:s|ed|ing)?"
    r"|execut(?:e|es|ed|ing)|infer(?:s|ence|ring)?|serv(?:e|es|ed|ing)|evaluat(?:e|es|ed|ing)"
    r"|test(?:s|ed|ing)?|us(?:e|es|ed|ing)|quick|fast|speed)\b[^.?!]*?"
    r" on (?P<thing>(?:an? |the )?(?!(?:it|that|this|those|them)\b)[\w.+-]+(?: [\w.+-]+){0,3})"
    r"\W*$",
    re.I,
)
_ON_IT = re.compile(
    r"\bon (?:it|one(?: of (?:them|those))?|that(?: one| thing| device)?|those|them|there)(?=\W*$)",
    re.I,
)
_FEW = 8  # words


def where_it_ran(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """What is asked of the one paper before on the thing that the question before named."""
    last = before.question
    if len(before.papers) != 1 or len(text.split()) > _FEW or catalog.named_in(text)[0]:
        return None
    ran, match = _RAN_ON.search(last.whole), _ON_IT.search(text)
    if ran is None or match is None:
        return None
    paper_id = before.papers[0].id
    rest = text[: match.start()].rstrip()
    whole = f"{rest} on {ran['thing']} in {short_name(paper_id, catalog)}?"
    return with_name(whole, paper_id, catalog)
