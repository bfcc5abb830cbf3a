"""What is asked of a count over the records before: "which is the biggest?", "how many in it?"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language.numbers import place_of
from rag.records.tally import Wanted
from rag.types import Answer, Question

_LEAD = r"^\W*(?:(?:and|but|so|ok|okay|now|then)\W+)*"
_ONE = r"(?: (?:one|group|share|of (?:them|those|these|all)))*"
_MOST = (
    r"(?:biggest|largest|most (?:common|frequent|popular|prolific|productive|active|used)|commonest"
    r"|top|first|leading|busiest|number one)"
)
_FEWEST = r"(?:smallest|least (?:common|frequent|popular|prolific)|rarest|fewest|lowest)"
_WHICH = re.compile(
    rf"{_LEAD}(?:(?:which|what|who)(?:['’]s)?(?: (?:one|is|are|was|were|has|have|of"
    rf" (?:them|those|these)))* )?"
    rf"(?:the )?(?:(?P<fewest>{_FEWEST}|fewest (?:papers|of them))|{_MOST}|most(?: papers)?){_ONE}"
    r"\W*$",
    re.I,
)
_HOW_MANY = re.compile(
    rf"{_LEAD}how many(?: (?:papers|articles|works|ones))?(?: (?:is|are|were|there|does|do|did))*"
    r"(?: (?:in|of|for|from|by|with|that|it|this|there|they|have|has)){0,3}"
    r"(?: (?:one|year|category|author|person|group|month))?\W*$",
    re.I,
)
# "And the second most?", "who comes after her?"
_NEXT = re.compile(
    rf"{_LEAD}(?:(?:which|what|who)(?: one| year| month| author| category)?(?:['’]s| is"
    rf"| comes?| has"
    r"| was| came| had| are)?(?: in)? )?(?:the )?(?:(?P<place>second|third|fourth|fifth)"
    r"(?: (?:place|most|largest|biggest|one|highest|best|then|next))*(?: papers)?"
    r"|next(?: (?:one|most|largest|biggest))?|runner-?up"
    r"|(?:behind|after) (?:it|that|him|her|them|this))\W*$",
    re.I,
)
_UNIT = (
    r"(?:year|month|quarter|decade|day|category|field|organi[sz]ation|institution|lab|author"
    r"|person)"
)
_THAT_END = re.compile(
    rf"\b(?P<ask>(?:which|what|how many|any|some|most) )?(?:(?:the |all (?:the |of the )?|its )?"
    rf"(?P<papers>papers|articles|ones|works|titles) )?(?:of|from|in|by|within) "
    rf"(?:that|this|the same) (?:very )?{_UNIT}\b"
    rf"|\b(?:that|this) {_UNIT}['’]s (?P<own>papers|articles|works|titles)\b",
    re.I,
)
_ENDS = (Wanted.MOST, Wanted.FEWEST)


def of_the_tally(text: str, before: Answer) -> Question | None:
    """The end of a count that a text asks for, or how many papers that end has."""
    last = before.question
    if last.tally is None:
        return None
    whole = f"{last.whole.rstrip(' ?.!')} – {text}"
    if match := _WHICH.match(text):
        wanted = Wanted.FEWEST if match["fewest"] else Wanted.MOST
        tally = replace(last.tally, wanted=wanted, limit=None, bounds=None)
        return replace(last, tally=tally, whole=whole)
    if last.tally.wanted is Wanted.MOST and (match := _NEXT.match(text)):
        place = place_of(match["place"].lower()) if match["place"] else (last.tally.limit or 1) + 1
        return replace(last, tally=replace(last.tally, limit=place), whole=whole)
    if last.tally.wanted in _ENDS and not last.tally.limit and _HOW_MANY.match(text):
        return replace(last, whole=whole)
    return None


def with_that_end(text: str, before: Answer) -> str:
    """The text with "those papers" for those of the year or the person that had the most."""
    tally = before.question.tally
    if tally is None or tally.wanted not in _ENDS:
        return text
    return _THAT_END.sub(_pointed, text, count=1)


def _pointed(match: re.Match[str]) -> str:
    if match["ask"]:
        return f"{match['ask']}of those"
    return "those papers" if match["papers"] or match["own"] else "of those"
