"""Idioms in which people speak of records: "what saw the light?", "the newest of the lot"."""

from __future__ import annotations

import re

from rag.language.months import MONTH
from rag.language.numbers import CARDINAL

# "What saw the light in 2021?", "which hit arXiv in May?"
_CAME_OUT = re.compile(
    r"\b(?:(?:saw|see|seen) the light(?: of (?:the )?day)?|hit (?:the )?arxiv|made it (?:out"
    r"|(?:on)?to arxiv)|(?:was|were|been|got) (?:put|posted|uploaded|placed"
    r"|up)(?: up)? on(?:to)? arxiv"
    r"|landed on arxiv)(?= (?:in|on|before|after|since|between|during|this|last|by)\b|\W*$)",
    re.I,
)
_STAMPED = re.compile(
    r"\b(?:stamped|time-?stamped|date-?stamped)(?= (?:\w+ ){0,2}(?:19|20)\d\d)", re.I
)
_FURTHEST = re.compile(
    r"\b(?:go(?:es)?|dates?|reach(?:es)?) (?:the )?(?:furthest|farthest) back\b"
    r"|\b(?:go(?:es)?|dates?|reach(?:es)?) back (?:the )?(?:furthest|farthest|longest)\b",
    re.I,
)
_TOTAL = re.compile(
    r"^\W*(?:the )?(?:total|number of|total number of|no\.? of|#(?: of)?) papers\W*$", re.I
)
_NOT_EITHER = re.compile(
    r"(?P<lead>^\W*(?:and )?(?:not|nor|no|without|drop)\b.*\w),? either(?=\W*$)", re.I
)
_MORE_AUTHORS = re.compile(
    rf"\b(?P<how>more|fewer|less) (?P<who>(?:co-?)?authors|writers"
    rf"|people) than (?P<number>{CARDINAL})\b",
    re.I,
)
_AS_FIRST = re.compile(
    r"\b(?P<place>first|last|second|third|lead)-author (?P<what>papers?|works?|articles?)\b"
    r"(?! (?:by|of|with)\b)",
    re.I,
)
# "The first half of the seventies" is the years from 1970 to 1974.
_DECADES = {
    name: f"{10 * number}"
    for number, name in enumerate(
        ("forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 194
    )
}
_HALF_DECADE = re.compile(
    r"\b(?:(?:in|from|of|during) )?(?:the )?(?P<half>first|second|latter|last) half of the "
    rf"(?:(?P<word>{'|'.join(_DECADES)})|(?P<year>(?:19|20)\d0)['’]?s)\b",
    re.I,
)
_ANY_YEAR = re.compile(
    rf"\b(?P<dated>dated|published|written) (?P<month>{MONTH})(?=\W*$|,? (?:of |in )?(?:any"
    rf"|whatever|whichever|every|all) years?\b)",
    re.I,
)
_MONTH_NAMED = re.compile(rf"\bin {MONTH}", re.I)
_OF_ANY = re.compile(
    r",? (?:of |in |from )?(?:any|whatever|whichever|no matter which) year(?: at all)?(?=\W*$)",
    re.I,
)
_MOST_RECENT = re.compile(
    r"\bmost recent(?=(?: [\w-]+){1,4} (?:for|of|in|from|by|per) (?:each|every|(?:year|month|author"
    r"|category|organi[sz]ation)\b)|(?: [\w-]+){1,2} per\b)",
    re.I,
)
_OF_THE_LOT = re.compile(
    r"\b(?:of|in|out of) the (?:whole |entire )?(?:lot|bunch|batch|pack)(?=\W*$)", re.I
)
# "In how many cases is code available?" counts papers.
_CASES = re.compile(
    r"\b(?:in|for|with) (?:(?P<asks>how many|(?:what|which) number of) (?:cases|instances|entries"
    r"|records|titles|items)|(?P<which>which|what) (?:entries|records|items))\b"
    r"(?= (?:is|are|was|were|do|does|has|have|can)\b)",
    re.I,
)


def without_idioms(text: str) -> str:
    """The text with plain words in the place of idioms for what records say."""
    text = _STAMPED.sub("dated", _CAME_OUT.sub("came out", text))
    text = _TOTAL.sub("How many papers are there?", _FURTHEST.sub("is the oldest", text))
    text = _MORE_AUTHORS.sub(r"\g<how> than \g<number> \g<who>", _OF_THE_LOT.sub("of them", text))
    text = _NOT_EITHER.sub(r"\g<lead>", _CASES.sub(_for_papers, text))
    text = _HALF_DECADE.sub(_years_of, _ANY_YEAR.sub(r"\g<dated> in \g<month>", text))
    text = _MOST_RECENT.sub("newest", text)
    text = _OF_ANY.sub("", text) if _MONTH_NAMED.search(text) else text
    return _AS_FIRST.sub(r"\g<what> as \g<place> author", text)


def _years_of(match: re.Match[str]) -> str:
    """The years of half a decade."""
    first = int(match["year"] or _DECADES[match["word"].lower()])
    first += 0 if match["half"].lower() == "first" else 5
    return f"from {first} to {first + 4}"


def _for_papers(match: re.Match[str]) -> str:
    return f"for {match['asks'] or match['which']} papers"
