"""Sets that are asked for beside each other: "how many are on pruning, and how many on caches?"."""

from __future__ import annotations

import re
from dataclasses import fields, replace

from rag.question.more_than import PAPERS
from rag.types import Filters, Question

_WHICH = rf"(?:how many|which)(?: of (?:them|these|those|the {PAPERS}))?(?: {PAPERS})?"
_ARE = r"(?:(?:are|is|were|do we have|do you have|are there|there are|have we)\b ?)*"
# "Which are faster": what comes after must say that papers are asked for.
_TRUE = (
    r"(?:about|on|in|for|from|by|with|without|before|after|since|of|using|target(?:ing)?"
    r"|uses?|deals?"
    r"|dealing|address(?:es)?|study|studies|treats?|covers?|concern(?:s|ed)?|discuss(?:es)?"
    r"|focus(?:es)?"
    r"|(?:do(?:es)?(?:n['’]t| not) )?ha(?:ve|s)|come|came|were published|published|written)\b"
)
_PART = re.compile(rf"^\W*(?P<lead>.*?)\b{_WHICH} {_ARE}(?P<what>{_TRUE} \S.*?)[\s?.!,;]*$", re.I)
_SPLIT = re.compile(
    rf"(?:,|;)? (?:and|but|or|vs\.?|versus) (?={_WHICH}\b)|[,;] (?={_WHICH}\b)", re.I
)
# "How many are from 2023, and how many of them have code?" asks it of the first.
_OF_THEM = re.compile(
    rf"\b(?:how many|which) of (?:them|these|those)(?: {PAPERS})? (?=(?:are|is|were|have|has"
    rf"|come|came"
    r"|do|deal|use|target|mention|concern|treat|cover|address|name|list|also|appeared|carry)\b)",
    re.I,
)
_MOST = 4  # sets


def side_by_side(text: str) -> tuple[str, ...]:
    """The question for each set that a text wants by itself; none where it wants one set."""
    parts = [_PART.match(part) for part in _SPLIT.split(text)]
    if not 1 < len(parts) <= _MOST or not all(parts):
        return ()
    first, *others = (part for part in parts if part)
    if any(other["lead"].strip() for other in others):
        return ()
    within = "" if _OF_THEM.search(first.group()) else f"{first['what']} "
    said = (f"{within if _OF_THEM.search(part.group()) else ''}{part['what']}" for part in others)
    return tuple(f"papers {what}" for what in (first["what"], *said))


def sets_of(asked: Question) -> tuple[Question, ...]:
    """The sets of a question for several, each under what follow-ups have since asked of all.

    None where it is a question for one set, or has become one.
    """
    if not asked.parts or asked.topic != asked.parts[0].topic:
        return ()
    first = asked.parts[0]
    before = first.filters
    values = ((field.name, getattr(asked.filters, field.name)) for field in fields(Filters))
    new = {name: value for name, value in values if value != getattr(before, name)}
    sets = dict.fromkeys(
        replace(
            part,
            filters=replace(part.filters, **new),
            unwanted=part.unwanted if asked.unwanted == first.unwanted else asked.unwanted,
            scope=asked.scope,
            besides=asked.besides,
        )
        for part in asked.parts
    )
    apart = {(part.topic, part.filters, part.unwanted) for part in sets}
    return tuple(sets) if len(apart) == len(asked.parts) else ()
