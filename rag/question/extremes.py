"""What is asked for as the largest or smallest of all that papers give: "highest Mach number?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOST = (
    r"(?:largest|highest|biggest|greatest|longest|most|maximum|maximal|max|top|best|hottest"
    r"|number one)"
)
_LEAST = r"(?:smallest|lowest|shortest|fewest|least|minimum|minimal|min|coldest)"
_SAID = (
    r"(?:(?:that (?:is|was) )?(?:reported|claimed|stated|given|mentioned|used|studied|achieved"
    r"|reached|tested|found|measured|described|seen|recorded|considered|reports?|uses?|mentions?"
    r"|anywhere|overall|here|in here|so far|of all|there is|ever))"
)
_ALL = (
    r"(?:(?:in|across|of|among|by|from|over|within)"
    r" (?:any(?: (?:one|single))?|all|each|every|the|these|this|those|our|your|a|them|them all)?"
    r"(?: of)?(?: (?:the|these|our|your))*"
    r"(?: (?:whole|entire))?(?: ?(?:papers?|articles?|stud(?:y|ies)|works?|collection|library|list"
    r"|abstracts?|models?|of them))?(?: here)?)"
)
_ANY_PAPER = (
    r"(?:(?:that )?(?:any|a|some)(?: (?:one|single))? (?:paper|article|study|work)(?:s|ies)?"
    r"(?: here)?(?: (?:reports?|uses?|gives?|mentions?|claims?|states?|studies|tests?|achieves?"
    r"|reaches|has|gets?|goes (?:up|down) to))?)"
)
_PAPER = r"(?:paper|article|study|work|one|method|system|approach)"
_HAS = (
    r"(?:has|have|had|with|reports?|reported|uses?|used|gives?|gave|stud(?:ies|ied)|tests?|tested"
    r"|reach(?:es|ed)?|achieves?|claims?|measure[sd]?|trains?|trained)"
)
_WHAT = r"(?P<what>(?:number of |amount of )?(?:(?!of\b|in\b|for\b|than\b)[\w-]+ ){0,2}?[\w-]+)"
_EXTREME = re.compile(
    rf"^\W*(?:(?:and|so|now|please|tell me|give me|show me|name|find)\W+)*"
    rf"(?:(?:what|which)(?:['’]?s| is| are| was| were)?(?: {_PAPER}(?: here)? {_HAS})? )?"
    rf"(?:the )?(?:single )?(?:(?P<most>{_MOST})|(?P<least>{_LEAST})) {_WHAT}"
    rf"(?:,? (?:{_SAID}|{_ALL}|{_ANY_PAPER}))*[\s?.!]*$",
    re.I,
)
_LONGEST = 160  # characters; who asks for no more than that needs fewer
# What records have, or what is no quantity.
_NO_QUANTITY = re.compile(
    r"\b(?:authors?|titles?|abstracts?|papers?|articles?|stud(?:y|ies)|works?|dates?|years?|months?"
    r"|names?|organi[sz]ations?|venues?|journals?|categor(?:y|ies)|institutions?|topics?|words?"
    r"|recent|cited|citations?|common|important|popular|similar|relevant|results?|performance"
    r"|methods?|approach(?:es)?|systems?|techniques?|ones?|publications?)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The thing whose figures are set in order, and whether the largest comes first."""

    thing: str
    largest: bool
    word: str


def extreme_in(text: str) -> Extreme | None:
    """Of which thing the largest or smallest of all is asked for; None where nothing else is."""
    text = " ".join(text.split())
    match = _EXTREME.match(text) if len(text) <= _LONGEST else None
    if match is None or _NO_QUANTITY.search(match["what"]):
        return None
    word = match["most"] or match["least"]
    return Extreme(match["what"], match["most"] is not None, word.lower())
