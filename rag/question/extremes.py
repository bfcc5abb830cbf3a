"""What is asked for as the largest or smallest of all that papers give: "highest Mach number?"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rag.language.numbers import CARDINAL, number_of

_MOST = (
    r"(?:largest|highest|biggest|greatest|longest|most|maximum|maximal|max|top|best|hottest"
    r"|number one)"
)
_LEAST = r"(?:smallest|lowest|shortest|fewest|least|minimum|minimal|min|coldest)"
_SAID = (
    r"(?:(?:that (?:is|was) )?(?:reported|claimed|stated|given|mentioned|used|studied|achieved"
    r"|reached|tested|found|measured|described|seen|recorded|considered|trained|evaluated|run"
    r"|needed|obtained|attained|treated|counted|enrolled|reports?|uses?|mentions?"
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
_PAPER = r"(?:papers?|articles?|study|studies|works?|one|methods?|systems?|models?|approach(?:es)?)"
# What a paper does with the thing: "has", "trained on", "gets by with".
_HAS = (
    r"(?!(?:is|was|has been|was published|published|does)\b)"
    r"(?:has|have|had|with|gave|give|got|get|saw|see|took|take|ran|run|use|report|claim|achieve"
    r"|reach|show|need|train|test|study|[a-z]+(?:ed|[^s\W]s|ing))"
    r"(?: (?:on|with|over|up|at|to|by|from))?"
)
_STOPS = r"(?:of|in|for|than|on|with|among|across|by|from|at|under|and|or|to|that|which)"
_WHAT = (
    r"(?P<what>(?:(?:number|amount) of |(?:saving|reduction|gain|improvement)s? (?:in|of) "
    r"(?!\d|(?:the|all|any|these|those|our|your|papers)\b))?"
    rf"(?:(?!{_STOPS}\b)[\w-]+ ){{0,2}}?(?!{_STOPS}\b)[\w-]+)"
)
_WHOSE = (
    r"(?: (?:from|by|on|about|in|of|with|without|that|before|after|since|published|using|for)\b"
    r"[^,?.!;]*?)"
)
_NO_SORT = rf"(?:{_STOPS}|is|are|was|were|new\w+|old\w+|first|last)"
_PREPOSITION = r"(?:of|in|on|for|among|amongst|across|from|by|with|at|under|since|before|after)"
_EXTREME = re.compile(
    r"^\W*(?:(?:and|so|now|please|tell me|give me|show me|name|find)\W+)*"
    rf"(?:(?P<first>(?:in|of|among|from) [^,?.!;]+), )?"
    rf"(?:(?:what|which)(?:['’]?s| is| are| was| were)? "
    rf"|(?:who|what|which)(?: here)? {_HAS} "
    rf"|(?:(?:what|which)(?: one)?(?: of (?:the|these|those|our))?|the|any|all)?"
    rf"(?P<sort>(?:(?:^| )(?!{_NO_SORT}\b)[\w/-]+){{0,3}}?)"
    rf"(?:^|(?<=[, ])| ){_PAPER}(?P<whose>{_WHOSE})??(?: here)?(?: that| which)? {_HAS} )?"
    rf"(?:the )?(?:single )?(?:(?P<count>{CARDINAL}) )?"
    rf"(?:(?P<most>{_MOST})|(?P<least>{_LEAST}))(?: (?P<many>{CARDINAL}))? {_WHAT}"
    rf"(?:,? (?:{_SAID}|{_ALL}|{_ANY_PAPER}|of (?:any|all) [\w-]+))*"
    rf"(?P<tail> {_PREPOSITION} (?!than\b)[^?.!;,]+?)?(?: {_SAID})*[\s?.!]*$",
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
_OF_PAPERS = re.compile(r"\b(?:papers|articles|studies|works|ones|publications)\b", re.I)
_OF_ONE = re.compile(
    r"\b(?:the|that|this|its|their) (?:[\w-]+ )*?(?:paper|article|study|work)\b", re.I
)
_ARTICLES = re.compile(r"\b(?:the|all|any|our|these|those|a|an)\b ?", re.I)


@dataclass(frozen=True, slots=True)
class Extreme:
    """The thing whose figures are set in order, and whether the largest comes first.

    `limit` is how many are wanted, where that is said; `papers` asks for those that are meant,
    and `tail` is what else is said of them or of the figure: "on CPUs", "in 2024".
    """

    thing: str
    largest: bool
    word: str
    limit: int = 0
    papers: str = ""
    tail: str = ""


def extreme_in(text: str) -> Extreme | None:
    """Of which thing the largest or smallest of all is asked for; None where nothing else is."""
    text = " ".join(text.split())
    match = _EXTREME.match(text) if len(text) <= _LONGEST else None
    if match is None or _NO_QUANTITY.search(match["what"]):
        return None
    first, sort, whose, tail = (
        (match[part] or "").strip() for part in ("first", "sort", "whose", "tail")
    )
    if _OF_ONE.search(f"{whose} {text[match.end('what') :]}"):
        return None
    if _OF_PAPERS.search(tail):
        whose, tail = f"{whose} {_restriction(tail)}".strip(), ""
    whose = f"{whose} {_restriction(first)}".strip()
    word, many = match["most"] or match["least"], match["count"] or match["many"]
    return Extreme(
        match["what"],
        match["most"] is not None,
        word.lower(),
        number_of(many) if many else 0,
        f"which {sort} papers {whose}".replace("  ", " ").strip() if sort or whose else "",
        tail,
    )


def _restriction(words: str) -> str:
    """What words say of papers: of "among the pruning papers with code" "on pruning with code"."""
    if not words or not (match := _OF_PAPERS.search(words)):
        return words
    before = _ARTICLES.sub(
        "", re.sub(rf"^{_PREPOSITION}\b ?", "", words[: match.start()], flags=re.I)
    )
    sort = f"on {before.strip()}" if before.strip() else ""
    return f"{sort} {words[match.end() :].strip()}".strip()
