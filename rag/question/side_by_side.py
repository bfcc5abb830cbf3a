"""Sets that are asked for beside each other: "how many are on pruning, and how many on caches?"."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from rag.types import Filters, Question

_PAPERS = r"(?:papers|articles|publications|works|studies|entries|ones)"
_WHICH = rf"(?:how many|which)(?: of (?:them|these|those|the {_PAPERS}))?(?: {_PAPERS})?"
_ARE = r"(?:(?:are|is|were|do we have|do you have|are there|there are|have we)\b ?)*"
# "Which are faster": what comes after must say that papers are asked for.
_TRUE = (
    r"(?:about|on|in|for|from|by|with|without|before|after|since|of|using|target(?:ing)?|uses?|deals?"
    r"|dealing|address(?:es)?|study|studies|treats?|covers?|concern(?:s|ed)?|discuss(?:es)?|focus(?:es)?"
    r"|have|has|come|came|were published|published|written)\b"
)
_PART = re.compile(rf"^\W*(?P<lead>.*?)\b{_WHICH} {_ARE}(?P<what>{_TRUE} \S.*?)[\s?.!,;]*$", re.I)
_SPLIT = re.compile(
    rf"(?:,|;)? (?:and|but|or|vs\.?|versus) (?={_WHICH}\b)|[,;] (?={_WHICH}\b)", re.I
)
_HERE = r"(?: (?:here|in (?:here|there|the (?:list|library|collection))))?"
_ON = (
    r"(?:on|about|for|by|from|using|with|that use|that target|dealing with|concerned with"
    r"|devoted to|in the area of|covering)"
)
_THAN = re.compile(
    rf"^\W*(?:so |and )?(?:are|is|do|have) (?:there|we|you)(?: have| got)? "
    rf"(?P<how>more|fewer|less) (?:{_PAPERS}|work|research|material)"
    rf"(?: here| there| in (?!\d)\w+(?: \w+)?)? (?P<one>(?:{_ON}|in) .+?)"
    rf" (?:than|compared (?:to|with))(?: there are| we have)?(?: {_PAPERS})?"
    rf" (?P<other>(?:{_ON} )?(?!\d).+?){_HERE}[\s?.!]*$",
    re.I,
)
_ON_LEAD = re.compile(rf"^{_ON} ", re.I)
_MOST = 4  # sets


def side_by_side(text: str) -> tuple[str, ...]:
    """The question for each set that a text wants by itself; none where it wants one set."""
    if than := _THAN.search(text):
        one, other = than["one"], than["other"]
        on = _ON_LEAD.match(one)
        if on and not _ON_LEAD.match(other):
            other = f"{on.group()}{other}"
        return f"papers {one}", f"papers {other}"
    parts = [_PART.match(part) for part in _SPLIT.split(text)]
    if not 1 < len(parts) <= _MOST or not all(parts):
        return ()
    first, *others = (part for part in parts if part)
    if any(other["lead"].strip() for other in others):
        return ()
    return tuple(f"papers {part['what']}" for part in (first, *others))


def wants_fewer(text: str) -> bool | None:
    """Whether it is asked if the first of two sets is the smaller one; None if it is not."""
    than = _THAN.search(text)
    return None if than is None else than["how"].lower() != "more"


def sets_of(asked: Question) -> tuple[Question, ...]:
    """The sets of a question for several, each under what follow-ups have since asked of all.

    None where it is a question for one set, or has become one.
    """
    if not asked.parts or asked.topic != asked.parts[0].topic:
        return ()
    before = asked.parts[0].filters
    values = ((field.name, getattr(asked.filters, field.name)) for field in fields(Filters))
    new = {name: value for name, value in values if value != getattr(before, name)}
    sets = dict.fromkeys(
        replace(
            part,
            filters=replace(part.filters, **new),
            unwanted=asked.unwanted,
            scope=asked.scope,
            besides=asked.besides,
        )
        for part in asked.parts
    )
    apart = {(part.topic, part.filters) for part in sets}
    return tuple(sets) if len(apart) == len(asked.parts) else ()
