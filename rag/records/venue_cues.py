"""The words around the name of a journal or a conference that tell that it is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

KIND = r"(?:journals?|magazines?|periodicals?|conferences?|proceedings|symposi(?:um|a)|workshops?)"
_JOURNAL = re.compile(r"(?:journal|magazine|periodical)s?", re.I)
_OUTLET = rf"(?:{KIND}|venues?|outlets?|publications? venues?)"
_PUBLISHED = (
    r"(?:publish(?:ed)?|appear(?:ed|s|ing)?|presented|printed|accepted|(?:come|came|coming) out)"
)
_PAPERS = (
    r"(?:papers?|articles?|publications?|works?|stud(?:y|ies)|ones?|those|entries|records|anything"
    r"|everything|something|nothing|hold|have|got|there)"
)
_IS = r"(?:is|are|was|were|has|have|had|been|being|do|does|did)"
_CUES = re.compile(
    rf"(?:\b(?:that|which|who) )?(?:\b{_IS} )*\b(?P<published>{_PUBLISHED}) (?:only )?"
    r"(?:in|at|by|to|from) "
    rf"|\b(?P<papers>{_PAPERS} )(?:only )?(?:in|at|from|of) "
    r"|\b(?P<clear>from|at) "
    rf"|\b(?P<excludes>outside(?: of)?|except(?: for)?|excluding|other than|apart from) "
    rf"(?:(?:those|the ones|{_PAPERS}) )?(?:(?:in|from|at) )?"
    r"|\bin "
    rf"|\b(?=(?:journal|conference|proceedings) )",
    re.I,
)
_DENIED = re.compile(
    r"(?:,? ?\b(?:and|but))?(?: ?\b(?:that|which|who))?"
    rf"(?: ?\b{_IS})?(?: ?\b(?:not|never|neither|nor|without|rather than)|n['’]t)"
    rf"(?: (?:the|any|{_IS}|{_PAPERS}))*\s*$",
    re.I,
)
_DETERMINER = re.compile(r"(?:(?:the|a|an|either|neither|both|in|its|their|our) )*", re.I)
_QUOTES = ('"', "“", "‘", "'")
_QUOTE = r"[\"“‘']?"
_NOUN = re.compile(
    r"(?P<noun>journals?|magazines?|periodicals?)(?: (?:called|named|titled)|:|,)? (?!of\b)"
    rf"{_QUOTE}"
    r"|(?P<event>conferences?|proceedings|symposium|workshop)"
    rf"(?: (?:called|named|titled|of|on)|:|,)?(?: the)? {_QUOTE}",
    re.I,
)
_BEHIND = re.compile(rf"[\"”’']? (?P<noun>{KIND})\b|[\"”’'](?= |\W|$)", re.I)
_GOES_ON = re.compile(r"(?:['’]s)?(?: of| for| &)? (?!I\b)[A-Z][a-z]")
_FOLLOWS = re.compile(
    r"['’]?\s*(?:$|[^\w\s'’(&-]|\(|(?:in|on|about|from|at|that|which|who|and|or|nor|since|with|without"
    r"|by|before|after|until|between|published|not|but|is|are|was|were|do|does|did|has|have|for"
    r"|during|using|this|last|by|\d{4}|(?:papers?|articles?)\b)(?!\w)|\d)",
    re.I,
)
ASKED = re.compile(
    rf"\b(?:which|what) (?:(?:scientific|academic|scholarly|publication|kind of) )?{_OUTLET}\b"
    rf"|\bwhere\b(?=[^?.]*\b(?:publish(?:ed)?|appear(?:ed)?|c[ao]me out|printed|presented)\b)"
    rf"|\b(?:{_PUBLISHED}) where\b"
    rf"|\b(?:what|which)(?:['’]s| is| was) (?:the|its|their) {_OUTLET}\b"
    rf"|\b(?:name|give|tell)(?: me)? (?:the|its|their) {_OUTLET}\b"
    rf"|^\W*(?:and )?(?:the |its )?{_OUTLET} (?:of|for)\b",
    re.I,
)
"""A question that asks in which journal or where a paper appeared."""
ASKING_WORDS = re.compile(
    rf"\b(?:(?:in|at|by|from|for) )?(?:which|what) (?:[a-z]+ )?{_OUTLET}\b"
    rf"|\b(?:when and )?where\b(?: and when\b)?|\b(?:the |its ){_OUTLET} (?:of|for|is|was)\b",
    re.I,
)
"""What such a question says of the journal, and not of the paper."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words behind which a venue may be named: where they stand, and how much they say.

    `is_clear` behind "papers in", "from" or "at", `is_published` behind "published in" and
    its like; `excludes` for "except" and its like.
    """

    start: int
    end: int
    is_clear: bool
    is_published: bool
    excludes: bool


def cues(text: str) -> Iterator[Cue]:
    """The places behind which a venue may be named, in order."""
    for match in _CUES.finditer(text):
        published = match["published"] is not None
        excludes = match["excludes"] is not None
        start = match.end("papers") if match["papers"] else match.start()
        clear = published or excludes or bool(match["papers"] or match["clear"])
        yield Cue(start, match.end(), clear, published, excludes)


def negation_before(text: str, place: int) -> tuple[int, bool]:
    """Where a negation that ends at a place begins, and whether there is one."""
    match = _DENIED.search(text[:place])
    return (match.start(), True) if match else (place, False)


def is_neither(text: str, place: int) -> bool:
    """Whether "neither" stands behind a cue: "from neither A nor B"."""
    return text[place : place + 8].lower() == "neither "


def noun_at(text: str, place: int) -> Iterator[tuple[int, str]]:
    """Where a name may begin, behind "the" and also behind "journal", and which noun that is."""
    match = _DETERMINER.match(text, place)
    begin = match.end() if match else place
    if noun := _NOUN.match(text, begin):
        yield noun.end(), "journal" if noun["noun"] else "event"
    yield (begin + 1 if text[begin : begin + 1] in _QUOTES else begin), ""


def ends_there(text: str, place: int) -> tuple[int, str]:
    """Where a noun behind a name ends ("the CHI conference"), and which it is, if one is."""
    match = _BEHIND.match(text, place)
    if not match or not match["noun"]:
        return (match.end() if match else place), ""
    return match.end(), "journal" if _JOURNAL.match(match["noun"]) else "event"


def is_cut_off(text: str, place: int) -> bool:
    """Whether a phrase goes on behind a place: "in health psychology" research."""
    return _FOLLOWS.match(text, place) is None


def goes_on(text: str, place: int) -> bool:
    """Whether a name goes on behind a place: "Health Psychology" Review."""
    return _GOES_ON.match(text, place) is not None
