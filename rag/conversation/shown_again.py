"""Follow-ups that want to see which papers the answer before meant: "which one is that?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.types import Answer, Kind, Question

_LEAD = r"^\W*(?:(?:and|so|but|ok|sorry|wait|well)\W+)*"
_THEM = r"(?:it|that|this|they|those|these|them|that one|this one)"
_WHICH = re.compile(
    rf"{_LEAD}(?:(?:which|what) (?:ones?|papers?|articles?|stud(?:ies|y)|works?)"
    rf" (?:(?:is|are|was|were) {_THEM}|(?:do|did) you mean)"
    rf"|(?:(?:give|show|tell|list|just|only|me|us|please)\W+)*(?:the |their |its |all )*names"
    r" ?(?:of (?:them|those|these)(?: all)?)?(?=\W*$| please)"
    rf"|what(?:['’]s| is| was| are| were) (?:{_THEM} called"
    rf"|(?:its|the|their) (?:names?|titles?)(?: of {_THEM}(?: papers?)?)?)|name {_THEM})"
    r"(?: (?:again|then|exactly|called|please))*\W*$"
    rf"|{_LEAD}(?:which|what) (?:ones?|papers?|articles?)\W*$",
    re.I,
)
_AGAIN = re.compile(
    rf"{_LEAD}(?:hmm? )?"
    r"(?:(?:please )?(?:show|give|list|repeat|name)(?: me| us)? |let me see |see )?"
    r"(?:(?P<two>both(?: of (?:them|those|these)| papers| ones)?"
    r"|the two(?: papers| ones| of them)?)"
    r"|them(?: all)?|all(?: of (?:them|those|these)| the papers)?|those|these|the (?:full |whole )?"
    r"(?:list|set|results|papers|three|four|five)) (?:again|once more|one more time)"
    r"(?: please)?\W*$",
    re.I,
)
_COUNT = re.compile(
    rf"{_LEAD}(?:(?:give|tell|show|just|only|need|want|please|can you|could you|me|us|i"
    rf"|what(?:['’]s| is))"
    r"\W+)*(?:the )?(?:(?:exact|total|bare) )?(?:number|count|total|headcount)"
    r"(?: (?:of (?:them|those|these|papers)|only|alone|please|then))*\W*$"
    rf"|{_LEAD}(?:please )?count (?:them|those|these)(?: all| up| please)*\W*$",
    re.I,
)
_BARE_WHICH = re.compile(rf"{_LEAD}which\W*$", re.I)
_TWO = 2


def shown_again(text: str, answers: Sequence[Answer]) -> Question | None:
    """The papers of the answer before, where a text only asks which they are.

    "Both again" are those of the nearest answer that had two, "them all again" of one that had
    several; `answers` are those with papers, the last one first.
    """
    before = answers[0]
    if again := _AGAIN.match(text):
        several = [a for a in answers if len(a.papers) > 1]
        of_two = [a for a in several if len(a.papers) == _TWO] if again["two"] else several
        before = next(iter(of_two), before)
    elif not (_WHICH.match(text) or _bare_which(text, before) or _counts(text, before)):
        return None
    whole = f"{text.rstrip(' ?.!')} (the papers that answered “{before.question.whole}”)"
    ids = tuple(paper.id for paper in before.papers)
    counted = _counts(text, before)
    return Question(text=text, whole=whole, kind=Kind.RECORD, scope=ids, counted=counted)


def _bare_which(text: str, before: Answer) -> bool:
    """Whether a text asks which papers were counted: "which?" after "how many have code?"."""
    return before.question.of_set and _BARE_WHICH.match(text) is not None


def _counts(text: str, before: Answer) -> bool:
    """Whether a text wants to know no more than how many papers a set has: "just the number"."""
    is_set = before.question.kind in (Kind.LIST, Kind.RECORD) and not before.question.named
    return is_set and _COUNT.match(text) is not None
