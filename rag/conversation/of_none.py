"""Follow-ups on a set that found no papers: "do any of them have code?" is asked of none."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.conversation.narrowing import of_several
from rag.conversation.references import is_counted_out
from rag.types import Answer, Filters, Kind, Question

_OF_THE_SET = re.compile(
    r"\b(?:any|all|some|most|many|none|both|each|which|what|who|how many|one)"
    r" of (?:them|those|these)\b"
    r"|\bthe (?:newest|oldest|latest|earliest|most recent|first|last|only) one\b"
    r"|^\W*(?:(?:and|but|so)\W+)*(?:do|does|did|are|is|were|have|has) (?:they|those|these|it)\b",
    re.I,
)
_OF_PAPERS = re.compile(r"\b(?:papers?|articles?|works|publications?|stud(?:y|ies))\b", re.I)
_THEIR = re.compile(r"\b(?:they|them|their)\b", re.I)

_CLOSE = re.compile(
    r"^\W*(?:(?:and|but|so|ok|well|then|hm+|(?:is|are) there|do you have|have you(?: got)?|show"
    r"|give|list|me|us|what(?:['’]s| is| comes| would be| else is)?)\W+)*"
    r"(?:(?:any(?:thing|one)?|some(?:thing)?|the|papers?|which|that|is|comes?|else|least)\W+)*(?:close(?:r|st)?|similar|near(?:by|er|est)?"
    r"|related|like (?:it|that)|in that direction|along those lines|remotely (?:close|related"
    r"|similar))(?: (?:enough|at all|to (?:it|that|this)|papers?|ones?|works?|topics?|stuff|thing"
    r"|match(?:es)?|then|here|please|there))*\W*$",
    re.I,
)


def close_to_none(text: str, before: Answer) -> Question | None:
    """The set before that found none, as one whose near misses are told: "anything close?"."""
    last = before.question
    what = last.topic or last.whole.strip(" ?.!")
    found_none = before.abstained and not before.papers and not last.named
    if not (found_none and what and _CLOSE.match(text)):
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    return replace(last, text=text, whole=whole, kind=Kind.LIST, topic=what)


def is_of_none(text: str, before: Answer) -> bool:
    """Whether a text speaks of the papers of the answer before, where there were none."""
    if is_counted_out(text):
        return True
    last = before.question
    of_set = not last.named and (last.topic or last.filters != Filters())
    asked = before.abstained and not before.papers and of_set
    return bool(asked and (of_several(text) or _OF_THE_SET.search(text) or _is_theirs(text)))


def _is_theirs(text: str) -> bool:
    """Whether "they" are not of a set that the text asks for itself."""
    return bool(_THEIR.search(text)) and not _OF_PAPERS.search(text)
