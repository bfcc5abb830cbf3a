"""Follow-ups that put papers that they name to the set before: "plus WRENCH", "how many now?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rag.language.topic import topic_of
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_ADDS = re.compile(
    r"^\W*(?:(?:and|but|so|ok|now|then|please|also|can you|could you)\W+)*"
    r"(?:plus|add(?:ing)?|include|including|throw in|put in|together with|along with)"
    r" (?:(?:also|in|back|the|paper|one)\W+)*(?=\w)",
    re.I,
)
_TO_IT = re.compile(
    r"(?:,? (?:too|as well|also|please|back|again|in|(?:in)?to (?:that|the|this|it|them|those)"
    r"(?: (?:list|set))?))*\W*$",
    re.I,
)
_HOW_MANY = re.compile(
    r"^\W*(?:(?:and|so|ok)\W+)*how many (?:(?:(?:is|are|do|does) (?:that|there|they|those|these|it"
    r"|we|you|i)(?: have| got| make)?|are left|are there|left|remain|papers)\W+)*"
    r"(?:now|then|left|in all|altogether|in total|together)\W*$",
    re.I,
)


def named_besides(text: str, answers: Sequence[Answer], catalog: Catalog) -> Question | None:
    """The set before with the papers that a text names; or how many papers it has by now.

    `answers` are those with papers, the last one first.
    """
    before = next((a for a in answers if a.question.of_set and not a.question.asks), None)
    if before is None:
        return None
    ids = [paper.id for paper in before.papers]
    whole = f"{text.rstrip(' ?.!')} (with the papers that answered “{before.question.whole}”)"
    plain = Question(text=text, whole=whole, kind=Kind.RECORD, scope=tuple(ids))
    if before is answers[0] and _HOW_MANY.match(text):
        return replace(plain, counted=True)
    match = _ADDS.match(text)
    if match is None:
        return None
    named, rest = catalog.named_in(_TO_IT.sub("", text[match.end() :]))
    if not named or topic_of(re.sub(r"\b(?:and|or)\b", " ", rest)):
        return None
    return replace(plain, scope=tuple(dict.fromkeys((*ids, *named))))
