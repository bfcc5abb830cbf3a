"""How a question speaks of authors: by whom, and whether together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.records.people import Mention
from rag.types import Filters

_BY = re.compile(
    r"(?:\b(?:written |published |co-?authored |authored |done |led )?(?:by|from|of"
    r"|(?:together |jointly |along |in collaboration )?with)"
    r"(?: either| both)?(?: (?:(?:an?|any|some|the) )?(?:authors?|people|persons?|researchers?"
    r"|some(?:body"
    r"|one)|any(?:body|one))(?: who (?:is|are))? (?:called|named"
    r"|with the (?:\w+ )?name(?: of)?))?|\b(?:and|or|did|does|has|have|is|was)|[,&]) *$",
    re.I,
)
_AUTHORING = re.compile(
    r"(?:['’]s?)?(?: (?:(?:is |are )?among (?:the |its |their )?(?:listed )?(?:co-?)?authors\b"
    r"|as (?:an? )?(?:co-?)?authors?\b|is (?:an? author )?(?:on|of)\b"
    r"|(?:ever |also )?(?:wrote|write|written|publish(?:ed)?|(?:co-?)?author(?:ed)?)\b))?",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:both|together|joint(?:ly)?|co-?author\w*|shared?|in common|collaborat\w*|each other"
    r"|(?:write|wrote|written|publish(?:ed)?|work(?:ed)?) (?:together )?with)\b",
    re.I,
)


def by_people(filters: Filters, text: str, mentions: Sequence[Mention]) -> tuple[Filters, str]:
    """The filters with these authors, and the text less the words that ask for them.

    One whom no record names stands as asked, so that no paper fits.
    """
    found = [author for one in mentions for author in one.authors or (one.words,)]
    together = len(mentions) if len(mentions) > 1 and _TOGETHER.search(text) else 0
    for one in reversed(mentions):
        before = _BY.search(text[: one.start])
        after = _AUTHORING.match(text[one.end :])
        start = before.start() if before else one.start
        text = f"{text[:start]} {text[one.end + (after.end() if after else 0) :]}"
    text = _TOGETHER.sub(" ", text) if together else text
    authors = tuple(dict.fromkeys(found))
    return replace(filters, authors=authors, together=together), text
