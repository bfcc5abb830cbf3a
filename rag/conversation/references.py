"""What words stand for papers of the answer before: "the second one", "the oldest of them"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rag.language.numbers import CARDINAL, ORDINAL, number_of, place_of
from rag.records.catalog import Catalog
from rag.records.sorting import in_time
from rag.types import Order

_OF_THEM = (
    r"(?: (?:of|among|from|in) (?:them|those|these|that list|the list|all|both"
    r"|(?:the|these|those) (?:two|three|four)(?: papers| ones)?))"
)
_DOES = (
    r"(?:needs?|reach(?:es)?|achieves?|trained|tested|evaluated|written|published|released|built"
    r"|requires?|takes?|costs?|beats?|performs?|works?|runs?|gets?|saves?|claims?|solves?|supports?)"
)
_GOES_ON = (
    r"(?:then|too|please|about|and|or|do|does|did|have|has|had|uses?|used|says?|said|is|was|were"
    r"|comes?|came|reports?|reported|than|finds?|found|shows?|showed)"
)
ENDS = rf"(?=\s*(?:[?.!,;:]|$|[–—-]\s|\b(?:{_GOES_ON}|{_DOES})\b))"
# Behind a noun anything may follow, but for what says which of all papers is the first.
_NO_MORE = (
    r"(?! (?:of|to|that|which|who|whose|in|on|by|with|for|from|using|where|i|we|you|he|she|they"
    r"|ever)\b)"
)
# "Does the second go down to 2 bits?", but not "does the second author work there?"
_ASKED_OF = r"(?P<asked>(?<=\bdoes )|(?<=\bdid )|(?<=\bis )|(?<=\bwas )|(?<=\bcan )|(?<=\bhas ))?"
_NO_NOUN = (
    r"(?= (?!(?:one|entry|item|result|author|version|step|stage|phase|half|part|layer|time|year"
    r"|month|table|figure|experiment|sentence|person|model|method|case|group|study|name|paper"
    r"|article|work|to|that|which|who|of|in|on)s?\b)[a-z]+\b)"
)
_ORDINAL = re.compile(
    rf"\b{_ASKED_OF}(?:the|that) (?P<nth>{ORDINAL}|last|final|former|latter)"
    rf"(?:(?(asked){_NO_NOUN}|(?!))|(?: (?:one|paper|entry|result"
    rf"|item))?{_OF_THEM}?{ENDS}|(?: (?:one|entry|item){_NO_MORE}|{_OF_THEM}(?!\w)))"
    rf"|(?:\b(?:number|no\.?|nr\.?|paper)|#) ?(?P<number>{CARDINAL})\b(?! papers)",
    re.I,
)
_NUMBERED = re.compile(
    rf"(?P<what>\b(?:number|paper|no\.|nr\.?)|#)s? ?(?P<one>{CARDINAL})"
    r"(?P<and>,? (?:and|with|to|vs\.?|versus|against|&|or) )"
    rf"(?P<other>{CARDINAL})\b(?! (?:papers|ones)\b)",
    re.I,
)
_BARE_NUMBERS = re.compile(
    r"^\W*(?:(?:and|so|ok|now|then|please)\W+)*(?P<verb>compare |contrast )?(?P<one>\d)"
    r"(?:(?: (?:and|with|to))? (?:vs\.?|versus|against)|(?(verb) (?:and|with|to|&)|(?!)))"
    r" (?P<other>\d)"
    r"(?P<rest>(?:\W+(?:in|on|for|by)\b.*)?)\W*$",
    re.I,
)
_NTH = rf"(?:{ORDINAL}|last|final)"
_BARE_NTH = re.compile(rf"^\W*(?:(?:and|ok|the|what about)\W+)*(?P<nth>{_NTH})\W*\?+\W*$", re.I)
_MORE_ON = re.compile(
    r"^\W*(?:(?:and|ok|so|now|please|show|give|tell|me|us|some|any|a bit|the|can|could|you|i|want"
    r"|need|see|read)\W+)*"
    r"(?:more(?: details?| info(?:rmation)?)?|details?|info(?:rmation)?|expand|elaborate"
    r"|open|explain|show(?: me)?|read(?: me)?)(?: (?:on|about|of|for))?"
    rf" (?:(?:the )?(?P<nth>{_NTH})(?: (?:one|paper|entry|result))?"
    r"|(?:(?:number|nr\.?|no\.?|paper) ?|#)?(?P<number>\d{1,2}))\W*$",
    re.I,
)
_AND_NTH = re.compile(
    rf"\bthe (?P<one>{_NTH})(?: one)?(?P<and> (?:and|with|to|vs\.?|versus|against|or) )(?:the )?"
    rf"(?P<other>{_NTH})(?: one)?(?=\W*$| (?:differ|compare|relate)\b)",
    re.I,
)
_ONE_OF = re.compile(r"\bone\b|\bformer\b|\blatter\b|\bof (?:them|those|these|the two)\b", re.I)
_OTHER = re.compile(
    rf"\bthe other (?:one|paper)\b{_NO_MORE}"
    r"|\bthe other(?: of (?:them|the two))?(?=\s*(?:[?.!,;]|$))",
    re.I,
)
_BOTH = 2
_END = re.compile(r"\b(?:(?P<newest>newest|latest|most recent)|oldest|earliest|first)\b", re.I)
_THEN = (
    r"(?=\s*(?:[?.!,;]|$|(?:about|and|or|do|does|did|have|has|is|was|come|came|say|use|report)\b))"
)
_SUPERLATIVE = re.compile(
    r"(?<!\bor )(?<!\d )(?!(?<=\band )(?:later|earlier|older|newer)\b)"  # "from 2024 or later"
    r"(?:\bthe |(?<!\bto )\b)(?:(?P<newest>newest|latest|(?:most|more) recent|newer|youngest|later)"
    r"|(?P<oldest>oldest|earliest|older|earlier))"
    rf"(?:(?: one)?{_THEN}| one\b{_NO_MORE}|(?: (?:one|paper|work))?{_OF_THEM})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Pick:
    """One paper picked from an answer, and where the words stand that pick it.

    `paper_id` is None where the answer has no such paper.
    """

    paper_id: str | None
    start: int
    end: int


def nth_paper(text: str, ids: Sequence[str]) -> Pick | None:
    """The paper that a text counts out in the order shown: "the second one", "number 2"."""
    match = _ORDINAL.search(text)
    if match is None:
        return None
    place = _place(match, len(ids))
    return Pick(ids[place] if 0 <= place < len(ids) else None, *match.span())


def other_paper(text: str, one: str, ids: Sequence[str]) -> Pick | None:
    """The paper of two that was not spoken of last, where a text asks for "the other one"."""
    match = _OTHER.search(text)
    if match is None or len(ids) != _BOTH or one not in ids:
        return None
    return Pick(next(paper_id for paper_id in ids if paper_id != one), *match.span())


def counted_in_full(text: str) -> str:
    """The text with the words that count papers out in full.

    Such as "number 1 and number 3" for "numbers 1 and 3" or "1 vs 3", "the first and the last" for
    "the first and last", "tell me about number 2" for "more on 2", "the second one" for "second?".
    """
    if bare := _BARE_NTH.match(text):
        return f"the {bare['nth']} one"
    if bare := _MORE_ON.match(text):
        one = f"number {bare['number']}" if bare["number"] else f"the {bare['nth']} one"
        return f"tell me about {one}"
    text = _AND_NTH.sub(r"the \g<one> one\g<and>the \g<other> one", text)
    if bare := _BARE_NUMBERS.match(text):
        return f"compare number {bare['one']} and number {bare['other']}{bare['rest']}"
    return _NUMBERED.sub(r"number \g<one>\g<and>number \g<other>", text)


def with_each_named(text: str, ids: Sequence[str], names: Mapping[str, str]) -> str:
    """The text with the names of papers in the place of the words that count them out."""

    def name(match: re.Match[str]) -> str:
        place = _place(match, len(ids))
        return names[ids[place]] if 0 <= place < len(ids) else match.group()

    return _ORDINAL.sub(name, text)


def without_nth(text: str) -> str:
    """The text less the words that count papers out."""
    return _ORDINAL.sub(" ", text)


def is_counted_out(text: str) -> bool:
    """Whether a text plainly speaks of one of several papers before: "the second one"."""
    match = _ORDINAL.search(text)
    return match is not None and _ONE_OF.search(match.group()) is not None


def nth_papers(text: str, ids: Sequence[str]) -> list[str]:
    """All papers that a text counts out, such as "the first and the third"."""
    places = [_place(match, len(ids)) for match in _ORDINAL.finditer(text)]
    return list(dict.fromkeys(ids[place] for place in places if 0 <= place < len(ids)))


def _place(match: re.Match[str], count: int) -> int:
    """The place that a match counts out, from 0; may lie outside of the so many that are there."""
    if number := match["number"]:
        return number_of(number) - 1
    word = match["nth"].lower()
    if word in ("last", "final", "latter"):
        return count - 1
    return 0 if word == "former" else place_of(word) - 1


def both_ends(text: str, ids: Sequence[str], catalog: Catalog) -> list[str]:
    """The oldest and the newest of some papers, in the order in which a text names the two."""
    ends = [Order.NEWEST if m["newest"] else Order.OLDEST for m in _END.finditer(text)]
    if len({*ends}) < _BOTH:
        return []
    sorted_ = (in_time([catalog.papers[i] for i in ids], order) for order in dict.fromkeys(ends))
    return list(dict.fromkeys(papers[0].id for papers in sorted_ if papers[0].date))


def dated_paper(text: str, ids: Sequence[str], catalog: Catalog) -> Pick | None:
    """The newest or oldest of some papers, where a text speaks of that one and asks more of it."""
    match = _SUPERLATIVE.search(text)
    if match is None:
        return None
    order = Order.NEWEST if match["newest"] else Order.OLDEST
    papers = in_time([catalog.papers[i] for i in ids], order)
    return Pick(papers[0].id, *match.span()) if papers and papers[0].date else None
