"""The largest or smallest of something that records do not tell, which no paper is ranked by."""

from __future__ import annotations

import re

_PAPER = r"(?:papers?|articles?|works?|stud(?:y|ies)|methods?|systems?|approach(?:es)?|ones?)"
_LARGEST = re.compile(
    rf"^\W*(?:(?:which|what) (?:one )?{_PAPER} (?:here )?(?:has|have|uses?|used|reports?"
    r"|trains?(?: on)?|trained(?: on)?|gives?|builds?|collects?|collected|reach(?:es)?|tests?"
    r"|runs?(?: on)?) )?"
    r"(?:the )?(?P<what>(?:largest|biggest|highest|greatest|smallest|lowest)"
    r" (?:number of |amount of )?(?:[\w-]+ ){0,2}?[\w-]+)[\s?.!]*$",
    re.I,
)


def unranked_in(text: str) -> str:
    """What is asked for as the largest or smallest of all: "largest dataset"; "" for none."""
    match = _LARGEST.match(text)
    return match["what"] if match else ""
