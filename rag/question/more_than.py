"""Two sets whose numbers are held against each other: "how many more are from 2025 than 2024?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

PAPERS = r"(?:papers|articles|publications|works|studies|entries|ones)"
_HERE = r"(?: (?:here|in (?:here|there|(?:the|this|your|our) (?:list|library|collection))))?"
_ON = (
    r"(?:on|about|for|by|from|using|with|that use|that target|dealing with|concerned with"
    r"|devoted to|in the area of|covering)"
)
_SAID_OF = rf"(?:{_ON}|in|of|without|before|after|since)"
_HOW = r"(?P<how>more|fewer|less)"
_DONE = (
    r"(?:(?:are|were|is|was|has|have|had|been|there|do|did|does|we|you|got|publish(?:ed)?|written"
    r"|wr[io]te|released?|dated|come|came|appear(?:ed)?|out|fall|belong|filed|listed?) )*"
)
_THAN = rf"(?:than|compared (?:to|with)) {_DONE}(?:{PAPERS} )?"
_END = rf"(?: (?:does|do|did|has|have))?{_HERE}[\s?.!]*$"
_LEAD = r"^\W*(?:(?:so|and|but|ok)\W+)*"
_KINDS = (
    # "Are there more papers on A than on B?"
    rf"{_LEAD}(?:are|is|do|have) (?:there|we|you)(?: have| got)? {_HOW} (?:{PAPERS}|work|research"
    rf"|material)(?: here| there| in (?!\d)\w+(?: \w+)?)? (?P<one>(?:{_ON}|in) .+?)"
    rf" (?:than|compared (?:to|with))(?: there are| we have)?(?: {PAPERS})?"
    rf" (?P<other>(?:{_ON} )?(?!\d).+?){_HERE}[\s?.!]*$",
    # "How many more papers appeared in A than in B?", "did more papers appear in A than in B?"
    rf"{_LEAD}(?P<by>how many )?(?:(?:do|did|does|have|has|are|were) )?(?:{PAPERS} )?{_HOW} "
    rf"(?:{PAPERS} )?{_DONE}(?P<one>{_SAID_OF} .+?) {_THAN}(?P<other>.+?){_END}",
    # "How many more papers has A than B?"
    rf"{_LEAD}(?P<by>how many ){_HOW} {PAPERS} (?:has|have|did|does|do) (?P<one>[^,]+?)"
    rf"(?: (?:got|written|published|have|publish|write|signed))? {_THAN}(?P<other>.+?){_END}",
    # "Does A have more papers than B?", "is A on more papers than B?"
    rf"{_LEAD}(?:do|does|did|has|have|is|was) (?P<one>(?!there\b|we\b|you\b|it\b|they\b|any)[^,?]"
    rf"{{2,60}}?) (?:(?:have|has|got|publish(?:ed)?|write|written|on|an author of|listed on|hold"
    rf"|sign(?:ed)?) )*{_HOW} {PAPERS}{_HERE} {_THAN}(?P<other>.+?){_END}",
    # "Is the number of A's papers higher than that of B?"
    rf"{_LEAD}(?:is|are|was|were) the (?:number|count) of (?:{PAPERS} )?(?P<one>[^,?]{{2,60}}?)"
    rf"(?: {PAPERS})? (?P<how>higher|larger|greater|bigger|lower|smaller) than (?:that"
    rf"|the (?:number"
    rf"|count)) (?P<other>.+?){_END}",
    # "By how many papers does A exceed B?"
    rf"{_LEAD}(?P<by>by how many) {PAPERS} (?:do|does|did) (?P<one>[^,?]{{2,60}}?) "
    rf"(?P<how>exceed|surpass|outnumber|beat|fall short of) (?P<other>.+?){_END}",
    # "What is the difference between the number of papers from A and from B?"
    rf"{_LEAD}(?:what(?:['’]s| is| was)|how (?:large|big|great) (?:is|was)) (?P<by>the difference) "
    rf"(?:in (?:number|count)s? )?between the (?:numbers?|counts?) of {PAPERS} {_DONE}(?P<one>.+?)"
    rf" and (?:(?:that|those|the (?:number|count)) )?{_DONE}(?P<other>.+?){_END}",
)  # fmt: skip
_PATTERNS = tuple(re.compile(kind, re.I) for kind in _KINDS)
_SAID = re.compile(rf"^(?P<of>{_SAID_OF}) ", re.I)
_OF_BY = re.compile(r"^(?:(?:the|any) )?(?:those|that|ones) (?=\w)", re.I)
_CODE = re.compile(r"(?:cs\.)?[A-Z]{2}")  # of a category
_FEWER = ("fewer", "less", "lower", "smaller", "fall short of")


@dataclass(frozen=True, slots=True)
class MoreThan:
    """Two sets in words that follow "papers".

    And whether the first is to be the smaller one, and whether it is asked by how many.
    """

    one: str
    other: str
    fewer: bool
    by_how_many: bool


def more_than(text: str) -> MoreThan | None:
    """The two sets whose numbers a text compares; None for any other text."""
    for pattern in _PATTERNS:
        if match := pattern.search(text):
            groups = match.groupdict()
            one, other = groups["one"], _OF_BY.sub("", groups["other"])
            said = _SAID.match(one)
            of = said["of"] if said else "in category" if _CODE.fullmatch(one) else "of"
            one = one if said else f"{of} {one}"
            other = other if _SAID.match(other) else f"{of} {other}"
            fewer = (groups.get("how") or "more").lower() in _FEWER
            return MoreThan(one, other, fewer, groups.get("by") is not None)
    return None
