"""Tallies with a bound: "authors with more than two papers", "years with only a single paper"."""

from __future__ import annotations

import re

from rag.language.bounds import Bounds, bounded, bounds_of
from rag.records.averages import worked_out
from rag.records.tally import FIELD, PAPERS, Tally, TallyOf, Wanted, field_of, tally_in

_AGAIN = FIELD.replace("(?P<", "(?P<b_")
_WHO = rf"(?:\b(?:(?P<who>who|any(?:one|body)|some(?:one|body)|no(?:body| one))|{FIELD})\b)"
_DO = (
    r"(?:with|having|have|has|had|wrote|writes?|written|(?:co-?)?authored|publish(?:ed)?"
    r"|contribut\w+(?: to)?|saw|produced|got|contain(?:s|ed)?|carry|count|on|by)"
)
_ONE = rf"{PAPERS[:-1]}|studies|study|reports?|titles?|entry)"
_AUXILIARY = r"(?:(?:was|were|did|is|are|has|have|had|do|does|there|(?:we|you|it) (?:have|has)) )*"
_HERE = r"(?:here|in all|altogether|in (?:this|the|our) \w+|of (?:these|those|them|the papers))"
_PATTERNS = (
    re.compile(rf"{_WHO}(?:['’]s)? (?:[\w’']+ ){{0,4}}?{_DO} {bounded(_ONE)}\b", re.I),
    re.compile(
        rf"\b(?:in|for|from|during|of) (?:which|what) (?:{FIELD}) {_AUXILIARY}{bounded(_ONE)}\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:{FIELD}) (?:in|for|from|during|of|when|where)(?: which| whom)? {_AUXILIARY}"
        rf"{bounded(_ONE)}\b",
        re.I,
    ),
    re.compile(
        rf"{_WHO}(?:['’]s)? (?:[\w’']+ ){{0,4}}?{_DO} {bounded('')}(?=(?: {_HERE})?\W*$)", re.I
    ),
)
_TIMES = re.compile(
    rf"{_WHO} (?:[\w’']+ ){{0,4}}?(?:appears?|occurs?|listed|named|there|represented|turns? up"
    r"|published|comes? up|(?:co-?)?author(?:ed)?|wrote|written) "
    rf"(?:(?P<once>(?P<than>more than |at least |only |just |exactly )?(?P<n>once|twice))"
    rf"|{bounded('times')})",
    re.I,
)
_NOTHING = re.compile(
    rf"\b(?:in|for|from) (?:which|what) (?:{FIELD}) {_AUXILIARY}(?:nothing|none)\b"
    rf"|\b(?P<gap>years?|months?) (?:without|lacking|missing)(?: (?:any|an?))? {_ONE}\b",
    re.I,
)
# "Which papers came out on the same day?": the days with more than one.
_SAME_TIME = re.compile(
    rf"\b{PAPERS}\b[^?.!]{{0,40}}? (?:(?:on|in|from) (?:exactly )?(?:the|one and the)"
    r"(?: very)? same"
    r"|(?:share|have|has) (?:the|a)(?: very)? same(?: publication| release)?)"
    r" (?P<unit>day|date|month|quarter)(?=\W*$)",
    re.I,
)
# "Which papers share a first author?": those with more than one.
_SAME_VALUE = re.compile(
    rf"\b{PAPERS} (?:here )?(?:that |which )?(?:(?:share|have) (?:(?:the|an?|any|some"
    r"|one) )?(?:same )?"
    rf"(?:{FIELD})|(?:are |were )?(?:written )?(?:by|from|in|of) the (?:very )?same (?:{_AGAIN}))"
    r"(?: in common| with (?:each other|one another|(?:some |at least one )?(?:an)?others?)"
    rf"(?: {_ONE})?)?\W*$",
    re.I,
)
_SHARED = re.compile(r"\bshar(?:e|es|ing)\b|\bsame\b|\bin common\b", re.I)
_AS_FIRST = re.compile(r"\b(?:as|are|is|be|been) (?:the )?(?:first|lead) authors?\b", re.I)
_NO = re.compile(r"\bno\b", re.I)
_OF_SETS = (Wanted.COUNT, Wanted.VALUES)  # also asked as "how many authors do those have?"
_REPEATED = {"more than": 1, "at least": 0}


def tally_of(whole: str, rest: str) -> Tally | None:
    """What a question wants counted over the records: bounded, or as `rag.records.tally` reads it.

    `rest` is the question without what it asks of the records. "Years with no papers" excludes
    nothing, and is read from the whole.
    """
    if bounded := gaps_in(whole) or bounded_tally_in(rest):
        return bounded
    none = bounded_tally_in(whole) if _NO.search(whole) else None
    return none or worked_out(rest) or tally_in(rest)


def counted_in(text: str) -> Tally | None:
    """What a text wants counted or worked out over some papers that it only points at."""
    tally = bounded_tally_in(text) or worked_out(text) or tally_in(text)
    return tally if tally and (tally.bounds or tally.wanted not in _OF_SETS) else None


def bounded_tally_in(text: str) -> Tally | None:
    """The tally that a question bounds; None where it does not ask for one."""
    for pattern in _PATTERNS:
        if match := pattern.search(text):
            return _tally(match, bounds_of(match))
    if match := _TIMES.search(text):
        return _tally(match, _times(match))
    return gaps_in(text)


def gaps_in(text: str) -> Tally | None:
    """The tally of years or months without a paper, or of days with more than one."""
    if same := _SAME_TIME.search(text):
        of = (
            TallyOf.DAY
            if same["unit"].lower() in ("day", "date")
            else TallyOf(same["unit"].lower())
        )
        return Tally(of, Wanted.EACH, Bounds(2))
    if (match := _SAME_VALUE.search(text)) and _SHARED.search(match.group()):
        return Tally(field_of(match), Wanted.EACH, Bounds(2))
    if match := _NOTHING.search(text):
        gap = (match["gap"] or "").lower()
        of = TallyOf(gap.removesuffix("s")) if gap else field_of(match)
        return Tally(of, Wanted.EACH, Bounds(0, 0))
    return None


def _tally(match: re.Match[str], bounds: Bounds) -> Tally:
    of = field_of(match)
    if of is TallyOf.AUTHOR and _AS_FIRST.search(match.string):
        of = TallyOf.LEAD
    return Tally(of, Wanted.EACH, bounds)


def _times(match: re.Match[str]) -> Bounds:
    """Of "more than once" and its like: "twice" is no more than that."""
    if not match["once"]:
        return bounds_of(match)
    number = 1 if match["n"].lower() == "once" else 2
    than = (match["than"] or "").strip().lower()
    if than in _REPEATED:
        return Bounds(number + _REPEATED[than])
    return Bounds(number, number)
