"""Figures that tell no result: years, what was required or aimed at, and ranks in percent."""

from __future__ import annotations

import re

from rag.language.months import MONTH

_YEAR = r"(?:1[5-9]\d\d|20[0-4]\d)"
_REQUIRED = (
    r"(?:requirements?|budgets?|targets?|constraints?|limits?|goals?|thresholds?|deadlines?|caps?"
    r"|objectives?|slos?)"
)
_OTHER_THAN_PLACES = (
    r"(?!(?:over|within|under|in|at|on|with|of|for|to|and|than|by|from|while|against)\b)"
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_NO_RESULT = re.compile(
    rf"\b(?:from|between) (?:{MONTH} )?{_YEAR} (?:to|and|until|through) (?:{MONTH} )?"
    rf"{_YEAR}\b"
    rf"|(?<![\d.,-]){_YEAR}\s?[-–/]\s?{_YEAR}\b"
    rf"|\b(?:since|during|until|till|{MONTH}(?: \d{{1,2}},)?|summer|winter|spring|autumn"
    rf"|years?|early|late) {_YEAR}\b(?![.,]\d)"
    rf"|(?:(?<=\bin )|(?<=\bfrom )){_YEAR}\b(?![.,]\d)(?! [a-z-]+s\b)"
    rf"|(?:^|(?<=[.!?] ))in {_YEAR}\b(?![.,]\d)"
    rf"|\b{_REQUIRED}(?: (?:of|is|was|are|at|to|set|about|around|only))* \(?[~<≤]?\s?{_NUMBER}"
    rf"|(?<![\w.,]){_NUMBER}(?=\s?[\w%]* (?:{_OTHER_THAN_PLACES}[\w-]+ ){{0,2}}{_REQUIRED}\b)"
    rf"|\btop[- ]{_NUMBER}(?=\s?%)",
    re.I,
)


def only_results(text: str) -> str:
    """The text with spaces for the digits of figures that tell no result.

    "under a latency requirement of 1900us", "from 1959 to 1962", "among the top 20%".
    """
    return _NO_RESULT.sub(lambda match: re.sub(r"\d", " ", match.group()), text)
