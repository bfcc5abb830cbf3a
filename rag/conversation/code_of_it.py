"""Follow-ups that ask whether the code of the paper before is to be had: "is it out?"."""

from __future__ import annotations

import re

from rag.conversation.variation import short_name
from rag.records.catalog import Catalog
from rag.types import Answer, Kind, Question

_LEAD = r"^\W*(?:(?:and|but|so|ok|also|what about|how about)\W+)*"
_CODE = r"(?:(?:the|its|their|any) )?(?:source ?)?(?:code|implementation|repo(?:sitory)?)"
_OUT = (
    r"(?:out|out there|available|public(?:ly available)?|open(?:[- ]sourced?)?|released|published"
    r"|online|on git ?hub|shared|free|somewhere|anywhere|downloadable)"
)
_HAVE = r"(?:get|have|find|download|see|use|try|run)"
_IT = r"(?:it|that|this|they)"
_ASKED = re.compile(
    rf"{_LEAD}(?:{_CODE},? (?:is|are|was|were|has) {_IT} (?:been |made )*{_OUT}"
    rf"|(?:is|was) there (?:already |now )?{_CODE}"
    rf"|{_CODE},? (?:can|could|may) (?:i|we|one|you) {_HAVE} {_IT}"
    rf"|(?:is|are|was|were|has) {_CODE} (?:been |made )*{_OUT}"
    rf"|(?:can|could|may) (?:i|we|one|you) {_HAVE} {_CODE}"
    rf"|(?:did|do|have) they (?:release|released|publish|published|share|shared|open) {_CODE}"
    rf"|{_CODE} {_OUT}|{_CODE})"
    r"(?: (?:yet|already|too|anywhere|somewhere|now|for (?:it|that)))*\W*$",
    re.I,
)


def code_of_it(text: str, before: Answer, catalog: Catalog) -> Question | None:
    """Whether the record of the one paper before says that its code is to be had."""
    compared = before.question.kind is Kind.COMPARE
    if not (len(before.papers) == 1 or compared) or not _ASKED.match(text):
        return None
    ids = tuple(paper.id for paper in before.papers)
    names = " and ".join(short_name(i, catalog) for i in ids)
    whole = f"Is the code of {names} available?"
    return Question(text, whole, Kind.RECORD, named=ids, asks=("code",))
