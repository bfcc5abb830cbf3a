"""Follow-ups that want to see which papers the answer before meant: "which one is that?"."""

from __future__ import annotations

import re

from rag.types import Answer, Kind, Question

_LEAD = r"^\W*(?:(?:and|so|but|ok|sorry|wait|well)\W+)*"
_THEM = r"(?:it|that|this|they|those|these|them|that one|this one)"
_WHICH = re.compile(
    rf"{_LEAD}(?:(?:which|what) (?:ones?|papers?|articles?|stud(?:ies|y)|works?)"
    rf" (?:(?:is|are|was|were) {_THEM}|(?:do|did) you mean)"
    rf"|what(?:['’]s| is| was| are| were) (?:{_THEM} called"
    rf"|(?:its|the|their) (?:names?|titles?)(?: of {_THEM}(?: papers?)?)?)|name {_THEM})"
    r"(?: (?:again|then|exactly|called|please))*\W*$"
    rf"|{_LEAD}(?:which|what) (?:ones?|papers?|articles?)\W*$",
    re.I,
)


def shown_again(text: str, before: Answer) -> Question | None:
    """The papers of the answer before, where a text only asks which they are."""
    if not _WHICH.match(text):
        return None
    whole = f"{text.rstrip(' ?.!')} (the papers that answered “{before.question.whole}”)"
    ids = tuple(paper.id for paper in before.papers)
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=ids)
