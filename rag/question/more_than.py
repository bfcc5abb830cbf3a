"""Two sets whose numbers are held against each other: "how many more are from 2025 than 2024?"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

PAPERS = r"(?:papers|articles|publications|works|studies|entries|ones)"
OF_PAPERS = re.compile(rf"\b{PAPERS}\b", re.I)
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
_WITH_CODE = r"(?:not |no |any |their |its |the |an? |public |open |source |released )*code\b"
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
    rf"{_LEAD}(?P<by>how many ){_HOW} {PAPERS} (?:has|have|did|does|do) (?!{_WITH_CODE})"
    r"(?P<one>[^,]+?)"
    rf"(?: (?:got|written|published|have|publish|write|signed))? {_THAN}(?P<other>.+?){_END}",
    # "Does A have more papers than B?", "is A on more papers than B?"
    rf"{_LEAD}(?:do|does|did|has|have|is|was) (?P<one>(?!there\b|we\b|you\b|it\b|they\b|any)[^,?]"
    rf"{{2,60}}?) (?:(?:have|has|got|publish(?:ed)?|write|written|on|an author of|listed on|hold"
    rf"|sign(?:ed)?) )*{_HOW} {PAPERS}(?P<also> {_SAID_OF} [^,?]+?)?{_HERE} "
    rf"{_THAN}(?P<other>.+?){_END}",
    # "Is the number of A's papers higher than that of B?"
    rf"{_LEAD}(?:is|are|was|were) the (?:number|count) of (?:{PAPERS} )?(?P<one>[^,?]{{2,60}}?)"
    rf"(?: {PAPERS})? (?P<how>higher|larger|greater|bigger|lower|smaller) than (?:that"
    rf"|the (?:number"
    rf"|count)) (?P<other>.+?){_END}",
    # "By how many papers does A exceed B?"
    rf"{_LEAD}(?P<by>by how many) {PAPERS}(?P<also> [^,?]+?)? (?:do|does|did) "
    rf"(?P<one>[^,?]{{2,60}}?) "
    rf"(?P<how>exceed|surpass|outnumber|beat|fall short of) (?P<other>.+?){_END}",
    # "What is the difference between the number of papers from A and from B?"
    rf"{_LEAD}(?:what(?:['’]s| is| was)|how (?:large|big|great) (?:is|was)) (?P<by>the difference) "
    rf"(?:in (?:number|count)s? )?between the (?:numbers?|counts?) of {PAPERS} {_DONE}(?P<one>.+?)"
    rf" and (?:(?:that|those|the (?:number|count)) )?{_DONE}(?P<other>.+?){_END}",
    # "Is the number of papers in A larger than in B?", "do papers on A outnumber those on B?"
    rf"{_LEAD}(?:is|are|was|were) the (?:number|count) of (?P<one>(?:[\w.’'-]+ ){{0,4}}?{PAPERS}\b"
    rf"[^,?]*?) (?P<how>higher|larger|greater|bigger|lower|smaller) than (?P<other>.+?){_END}",
    rf"{_LEAD}(?P<by>by how many )?(?:do|does|did) (?:the )?"
    rf"(?P<one>(?:[\w.’'-]+ ){{0,4}}?{PAPERS}\b[^,?]*?) (?:outnumber|exceed) (?P<other>.+?){_END}",
    # "What is the difference between the number of A papers and B papers?"
    r"(?P<by>\bdifference) (?:in (?:number|count)s? )?between the (?:numbers?|counts?) of "
    rf"(?P<one>(?:[\w.’'-]+ ){{1,4}}?{PAPERS}) and (?:of )?(?P<other>[^,?]+?){_END}",
    # "How many more A papers are there in B than in C?", "do more papers have A than not?"
    rf"{_LEAD}(?:(?P<by>how many )|(?:do|did|does|have|has|are|were|is) )(?:there )?{_HOW} "
    rf"(?P<one>(?:[\w.’'-]+ ){{0,4}}?{PAPERS}\b(?! {_THAN}) [^?]+?"
    rf"|(?:[\w.’'-]+ ){{1,4}}?{PAPERS}\b)"
    rf"(?: (?:are|do) (?:there|we have))? (?:than|compared (?:to|with)) (?P<other>.+?){_END}",
)  # fmt: skip
_PATTERNS = tuple(re.compile(kind, re.I) for kind in _KINDS)
# "Is A more prolific than B?", "how much more has A written than B?"
_WRITE = re.compile(
    rf"{_LEAD}(?:(?P<by>how (?:much|many) )more (?:prolific|productive) (?:is|was) "
    r"(?P<one>[^,?]{2,40}?)|(?:is|was) (?P<one2>[^,?]{2,40}?) (?P<how2>more|less) "
    r"(?:prolific|productive)|(?:do|does|did|has|have) (?P<one3>[^,?]{2,40}?) "
    rf"(?:wr[io]te|written|publish(?:ed)?) (?P<how3>more|less|fewer)(?: {PAPERS})?) "
    rf"than (?P<other>[^,?]{{2,60}}?){_END}",
    re.I,
)
# "How many papers appeared in A vs B?" wants both numbers.
_EACH = re.compile(
    rf"{_LEAD}(?:how many|(?:the )?(?:number|count) of) (?P<one>(?!more\b|fewer\b)"
    rf"(?:[\w.’'-]+ ){{0,4}}?{PAPERS}\b[^?]+?)"
    rf",? (?:vs\.?|versus|(?:as )?compared (?:to|with)|as against) (?P<other>[^?]+?){_END}",
    re.I,
)
_FRONTED = re.compile(
    rf"{_LEAD}(?P<than>(?:compared (?:to|with)|than)) (?P<other>[^,?]+), (?P<asks>[^?]+?)[\s?.!]*$",
    re.I,
)
_BEHIND = re.compile(r"^.*\b(?:than|(?<!as )compared (?:to|with)|vs\.?|versus|as against) ", re.I)
_SAID = re.compile(rf"^(?P<of>{_SAID_OF}) ", re.I)
_OF_BY = re.compile(r"^(?:(?:the|any) )?(?:those|that|ones) (?=\w)", re.I)
_CODE = re.compile(r"(?:cs\.)?[A-Z]{2}")  # of a category
_FEWER = ("fewer", "less", "lower", "smaller", "fall short of")


@dataclass(frozen=True, slots=True)
class MoreThan:
    """Two sets in words that follow "papers", or in words that have it themselves.

    And whether the first is to be the smaller one, and whether it is asked by how many; where
    `each`, only how many each has. `behind` are the words that stand for the other, as they are.
    Where it is `of_people`, both must be names.
    """

    one: str
    other: str
    fewer: bool
    by_how_many: bool
    each: bool = False
    of_people: bool = False
    behind: str = field(default="", compare=False)


def more_than(text: str) -> MoreThan | None:
    """The two sets whose numbers a text compares; None for any other text."""
    text = _FRONTED.sub(r"\g<asks> \g<than> \g<other>?", text)
    for pattern in (*_PATTERNS, _WRITE, _EACH):
        if match := pattern.search(text):
            return _read(match, each=pattern is _EACH, of_people=pattern is _WRITE)
    return None


def _read(match: re.Match[str], *, each: bool, of_people: bool) -> MoreThan:
    groups = match.groupdict()
    one = groups["one"] or groups.get("one2") or groups["one3"]
    other = _OF_BY.sub("", groups["other"])
    one += groups.get("also") or ""
    said = _SAID.match(one)
    of = said["of"] if said else "in category" if _CODE.fullmatch(one) else "of"
    if of_people:
        of = "by"
    if not (said or OF_PAPERS.search(one)):
        one = f"{of} {one}"
    if not (_SAID.match(other) or OF_PAPERS.search(other)):
        other = f"{of} {other}"
    compared = match.string[: match.end("other")]
    behind = _BEHIND.match(compared)
    how = groups.get("how") or groups.get("how2") or groups.get("how3") or "more"
    return MoreThan(
        one=one,
        other=other,
        fewer=how.lower() in _FEWER,
        by_how_many=groups.get("by") is not None,
        each=each,
        of_people=of_people,
        behind=compared[behind.end() :] if behind else groups["other"],
    )
