"""What is asked of several papers side by side by their records: an author in common, the same
year, how long one came after the other.
"""

from __future__ import annotations

import re

from rag.language.topic import topic_of

APART = "time apart"
SHARED = ("shared authors", "shared first author", "shared date", "shared month")
"""What may be asked of papers together, as fields of `Question.asks`."""
IN_COMMON = frozenset((*SHARED, "shared category", "shared organisations", APART))
_SHARE = re.compile(
    r"\b(?:shar(?:e|es|ed|ing)|(?:in )?common|overlap\w*|both|same|all (?:three|four)|each)\b", re.I
)
_PEOPLE = re.compile(
    r"\b(?:authors?|co-?authors?|anyone|anybody|someone|somebody|who|people|persons?|team|group"
    r"|writers?|researchers?|names?)\b",
    re.I,
)
_FIELDS = (
    ("shared first author", re.compile(r"\bsame (?:first|lead) author\b", re.I)),
    ("shared date", re.compile(r"\b(?:same year|year in common)\b", re.I)),
    ("shared month", re.compile(r"\bsame month\b", re.I)),
    (
        "shared category",
        re.compile(r"\b(?:same|share a|common) (?:arxiv )?(?:category|field)\b", re.I),
    ),
    (
        "shared organisations",
        re.compile(
            r"\b(?:same|share an?|common) (?:organi[sz]ation|institut(?:ion|e)|affiliation|lab"
            r"|universit(?:y|ies)|company|place)\b",
            re.I,
        ),
    ),
)
_APART = re.compile(
    r"\bhow (?:many (?:years|months|weeks|days)|long|far|much (?:time)?)\b[^?.!]*"
    r"\b(?:older|newer|younger|earlier|later|apart|between|before|after|separat\w*|more recent)\b"
    r"|\b(?:gap|difference|distance|interval|span|lag) (?:in|of) (?:time|years|months|weeks|days"
    r"|age"
    r"|(?:publication |release )?dates?)\b"
    r"|\b(?:gap|time|interval|(?:number|amount) of (?:time|years|months|weeks|days))"
    r"(?: (?:gap|span|interval|difference|distance|lag|passed|elapsed|lies|in \w+))? (?:between"
    r"|from)\b"
    r"|\b(?:years|months|weeks|days) (?:lie |are |passed |went by |elapsed )?(?:between|apart)\b",
    re.I,
)
_ASKING = re.compile(
    r"\b(?:appears?|credited|listed|worked?|involved|contributed?|to|is|any|same|share[sd]?|sharing"
    r"|overlap\w*|common|both|each|three|four|two|first|lead|year|month|people|persons?|anyone|anybody"
    r"|someone|somebody|who|team|group|writers?|researchers?|names?|category|field|lab|company|place"
    r"|organi[sz]ation|institut(?:ion|e)|affiliation|universit(?:y|ies)|they|them|were|from|come|and"
    r"|published|put|posted|uploaded|online|released?|appear\w*|out|made|how|many|long|far|much|time|years?|months?|weeks?|days?|apart|older|newer"
    r"|younger|earlier|later|between|separate[sd]?|than|after|before|lie|lies|was|pass(?:ed)?|more"
    r"|recent|of|the|is|there)\b",
    re.I,
)
_MEASURING = re.compile(
    r"\b(?:gap|difference|distance|interval|span|lag|time|date|dates|publication|release|amount"
    r"|number|age|elapsed|went|by|in|what|from|until|till)\b",
    re.I,
)


def in_common(text: str) -> tuple[str, ...]:
    """What a text asks of papers together, their names taken out of it; () for nothing.

    Only where it asks nothing else: "do both use the same trick?" is no question of records.
    """
    rest = _ASKING.sub(" ", text)
    if _APART.search(text) and not topic_of(_MEASURING.sub(" ", rest)):
        return (APART,)
    if topic_of(rest):
        return ()
    found = [name for name, pattern in _FIELDS if pattern.search(text)]
    if found:
        return tuple(found)
    return ("shared authors",) if _SHARE.search(text) and _PEOPLE.search(text) else ()
