"""The first or last few papers of a list, as they were shown: "who wrote the first two?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.conversation.references import ENDS
from rag.language.numbers import CARDINAL, number_of
from rag.types import Answer, Kind, Question

_FEW = re.compile(
    rf"\b(?:the )?(?P<end>first|last|top) (?P<count>{CARDINAL})(?: (?:papers|ones|results|entries"
    rf"|of (?:them|those|these|the list)))?{ENDS}",
    re.I,
)
# "Name three" of a list are its first three.
_SO_MANY = re.compile(
    rf"^(?P<lead>\W*(?:(?:and|but|ok|so|now|then|please|just|only)\W+)*(?:name|show|list|give|pick)"
    rf" (?:me |us )?(?:just |only |any )?)(?P<count>{CARDINAL})(?: (?:of (?:them|those|these)"
    r"|examples|papers|ones))?(?=(?: please)?\W*$)",
    re.I,
)
# "The last two, what are they about?" asks it of those.
_POINTED_AT = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|for|of|as for|about"
    r"|on)\W+)*those\s*[,:–-]\s*(?=[^?]*\b(?:they|them|their)\b)",
    re.I,
)
_SHOWN = re.compile(
    r"\W*(?:(?:and|but|ok|so|now|then|just|only|please|show|give|list|me|us|what about|how about"
    r"|keep)\W+)*those\W*",
    re.I,
)


def of_the_first_few(text: str, answers: Sequence[Answer]) -> tuple[str, list[Answer]]:
    """The text with "those" for the first few of the list before, and the answer cut to them.

    As it was where the answer before has no more papers than that.
    """
    text = _SO_MANY.sub(r"\g<lead>the first \g<count>", text, count=1)
    match, before = _FEW.search(text), answers[0]
    count = number_of(match["count"]) if match else 0
    if match is None or not 1 < count < len(before.papers):
        return text, [*answers]
    last = match["end"].lower() == "last"
    papers = before.papers[-count:] if last else before.papers[:count]
    few = replace(before, papers=papers)
    asked = f"{text[: match.start()]}those{text[match.end() :]}"
    return _POINTED_AT.sub("", asked, count=1), [few, *answers]


def few_shown(text: str, before: Answer) -> Question | None:
    """Papers that a text only wants to see, and asks nothing of."""
    if not _SHOWN.fullmatch(text):
        return None
    whole = f"{text.rstrip(' ?.!')} (of the papers that answered “{before.question.whole}”)"
    ids = tuple(paper.id for paper in before.papers)
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=ids)
