"""The order and number of papers that a question wants: "newest", "top 3", "the oldest ones"."""

from __future__ import annotations

import re
from dataclasses import replace

from rag.language.numbers import CARDINAL, ORDINAL, number_of, place_of
from rag.language.wording import HELD
from rag.records.author_counts import number_by_authors
from rag.records.lengths import (
    measured_order,
    number_by_length,
    place_by_length,
    sorts_by_length,
)
from rag.types import Order, Question

_NUMBER = rf"({CARDINAL})"

_NEWEST = re.compile(
    r"\b(?:newer(?! than)|newest|latest|penultimate|(?:most|more) recent(?:ly)?(?! than)|recent"
    r"|recently"
    r"|last(?!-| author)|youngest|freshest|(?:most|more) (?:fresh|current|up[- ]to[- ]date)"
    r"|(?<!\bor )(?<!\band )later(?= one\b| of\b|\W*$)"
    r"|(?:came|published) (?:out )?(?:last|later)"
    r")\b",
    re.I,
)
_OLDEST = re.compile(
    r"\b(?:oldest|earliest|first(?!-| author)|older(?! than)"
    r"|(?<!\bor )(?<!\band )earlier(?= one\b| of\b|\W*$)"
    r"|came first"
    r"|chronological\w*|by date)\b",
    re.I,
)
_ALPHABETICAL = re.compile(
    r"\b(?:in )?alphabetic\w*(?: order)?(?: (?:by|of) (?:their )?titles?)?"
    r"|\b(?:sort|order|rank|arrange|list)(?:ed|s)? by (?:their )?titles?\b|\bfrom a to z\b",
    re.I,
)
_TOP = re.compile(
    rf"\b(?:top|first|last|latest|newest|oldest|earliest|recent) {_NUMBER}\b"
    rf"|\b{_NUMBER} (?:of (?:the|my|our|your) )?(?:most )?(?:newest|latest|oldest|earliest"
    r"|recent)\b"
    rf"|\b{_NUMBER} (?:papers|ones)\b(?=.*\b(?:newest|latest|recent|oldest|earliest)\b)",
    re.I,
)


# "Give me three papers on pruning", but not "the three papers", of which there are no more.
_SO_MANY = re.compile(
    r"^\W*(?:(?:please|and|ok|now|just|so|(?:can|could|would) you(?: please)?)\W+)*"
    r"(?:i (?:need|want|would like|am looking for|['’]?d like)|show|list|give|name|find|tell"
    r"|suggest|recommend|get|pick)(?: me| us)?(?: about| of)? (?:any |some |just |only |up to )?"
    rf"(?!one\b|1\b){_NUMBER} (?:(?!of\b)[\w-]+ ){{0,3}}?"
    r"(?:papers|articles|works|publications|studies)\b",
    re.I,
)
# "Any three papers", whichever they are, and "give me one paper on retrieval".
_WHICHEVER = re.compile(
    rf"^\W*(?:please |just )*(?:any|some|just) (?!one\b|1\b){_NUMBER}"
    r" (?:(?!of\b)[\w-]+ ){0,2}?(?:papers|articles|works|publications|studies)\b",
    re.I,
)
_A_SINGLE = re.compile(
    r"^\W*(?:(?:please|just|now|so|(?:can|could|would) you(?: please)?)\W+)*"
    r"(?:show|list|give|suggest|recommend|get|pick|find)(?: me| us)? "
    r"(?:any |just |only |exactly )?(?:one|1|a single) (?:random |good |single )?"
    r"(?:paper|article|publication|study)\b(?! from each| per | for each)"
    r"|^\W*(?:(?:please|just|show|list|give|name|suggest|recommend|get|pick|find|me|us)\W+)*"
    r"(?:any |one |an? |some )?(?:random|randomly (?:chosen|picked|selected)) (?:paper|article"
    r"|publication|study)\b"
    r"|[^?]*\b(?:an?|one|any) (?:paper|article) at random\W*$",
    re.I,
)
_IS_THE_ONE = re.compile(
    r"\b(?:is|was) (?:the )?(?:newest|latest|(?:most )?recent|oldest|earliest|first|newer|older"
    r"|earlier|later|more recent)\W*$",
    re.I,
)


_ONE_OF_ALL = re.compile(
    r"\b(?:newest|latest|oldest|earliest|most recent|first|last) (?:one )?of (?:the|all|these"
    r"|those|our|your)\b"
    r"|\b(?:first|last) (?:one |paper )?to (?:appear|come out|be (?:published|released))\b",
    re.I,
)
_SETS = r"(?:papers|articles|works|publications|ones|entries|titles|studies|reports|records)"
_SUPERLATIVE = (
    r"(?:oldest|earliest|newest|latest|youngest|(?:most )?recent|(?:very )?(?:first|last))"
)
_ENDS = re.compile(
    rf"\b{_SUPERLATIVE} (?!first\b|to\b)(?:[\w.&+-]+ ){{0,4}}?{_SETS}\b"
    r"|\b(?:are|were) (?:the )?(?:very )?(?:oldest|earliest|newest|latest|most recent)\b(?! first)"
    r"|\b(?:are|were) (?:published |written )?(?:first|last)\W*$",
    re.I,
)
_SEVERAL = re.compile(
    r"\b(?:papers|ones|articles|publications|studies|entries)\b|\b(?:are|were) (?:the )?(?:very )?"
    r"(?:oldest|earliest|newest|latest|most recent)\b",
    re.I,
)
_SORTED = re.compile(
    r"\b(?:sort|order|rank|arrange)(?:ed|s)?\b|\bchronolog|\bby date\b"
    r"|\b(?:newest|oldest|latest|earliest) (?:first|to|on top|at the top)\b"
    r"|\bto (?:the )?(?:newest|oldest|latest)\b",
    re.I,
)
# "How many are those, and which is the newest?": all of them, that one first.
_COUNTED_TOO = re.compile(
    r"\bhow many\b[^?]{1,120}?(?:\?|,|\band\b)\s*(?:and )?(?:please )?(?:which|what)"
    r"(?:['’]s| is| was| one| of (?:them|those|these))*"
    rf" (?:the )?(?:very )?{_SUPERLATIVE}",
    re.I,
)
_FROM_END = re.compile(
    r"\b(?:(?P<old>old(?:est)?|earliest|first)|new(?:est)?|latest|most recent|last)(?: ones?)?"
    r" to (?:the )?(?:old(?:est)?|earliest|first|new(?:est)?|latest|most recent|last)\b",
    re.I,
)
# "The oldest material" is no single paper.
_OF_MUCH = re.compile(rf"\b{_SUPERLATIVE} (?:[\w.&+-]+ ){{0,2}}?{HELD}\b", re.I)
_IN_OTHER_WORDS = re.compile(
    r"\b(?:say|like|i\.e\.?|that is|meaning|which means|so|in other words|namely"
    r"|by which i mean)[, ]+"
    r"(?:(?:anything|everything|all|those|published|dated|written|it|stuff|ones|papers) )*"
    r"(?:from|before|after|since|until|up to|pre|in|no (?:later|earlier)|older|newer|earlier"
    r"|later)\b"
    r"|\((?:(?:anything|everything|all|published|dated) )?(?:from|before|after|since|until"
    r"|up to|pre)\b",
    re.I,
)


def ordered_as(question: Question, text: str) -> Question:
    """The question with the order that a text wants, and how many papers of it.

    Where it says itself how far an end reaches ("the oldest, say from before 2020"), all that lie
    within it are wanted.
    """
    order, limit, ends = wanted_order(text), wanted_limit(text), wanted_ends(text)
    filters = question.filters
    reach = {Order.OLDEST: filters.until, Order.NEWEST: filters.since}.get(order) if order else None
    if _OF_MUCH.search(text) or (reach and _IN_OTHER_WORDS.search(question.text)):
        limit, ends = None, reach is None
    return replace(question, order=order, limit=limit, skip=skipped(text), ends=ends)


def wanted_order(text: str) -> Order | None:
    """Newest or oldest first, or by the number of authors, where the question says so."""
    if order := measured_order(text)[0]:
        return order
    if _ALPHABETICAL.search(text):
        return Order.TITLE
    if ends := _FROM_END.search(text):
        return Order.OLDEST if ends["old"] else Order.NEWEST
    if _NEWEST.search(text):
        return Order.NEWEST
    return Order.OLDEST if _OLDEST.search(text) else None


def wanted_ends(text: str) -> bool:
    """Whether those at one end are wanted, without a number: "Which are the oldest papers?"."""
    if wanted_limit(text) is not None or _SORTED.search(text) or sorts_by_length(text):
        return False
    return measured_order(text)[0] is not None or _ENDS.search(text) is not None


def wanted_limit(text: str) -> int | None:
    """How many papers are wanted; None for all, as where they are counted first."""
    if _COUNTED_TOO.search(text):
        return None
    if match := _TOP.search(text):
        return number_of(next(group for group in match.groups() if group))
    if number := number_by_length(text) or number_by_authors(text):
        return number
    if places := _places(text):
        return places[1] - places[0] + 1
    if some := _SO_MANY.match(text) or _WHICHEVER.match(text):
        return number_of(some[1])
    if _A_SINGLE.match(text) and not wanted_order(text):
        return 1
    one = re.search(
        r"(?<!\bto )(?<!\bto the )\b(?:newest|newer|latest|youngest|freshest|(?:most"
        r"|more) (?:recent|fresh|current)"
        r"|oldest|older|earliest"
        r"|(?<!oldest )(?<!newest )(?<!latest )(?<!earliest )first(?!-| author))\b"
        r"(?! (?:\d|than|first|on top|at the top|to (?:the )?(?:old|new|earli|late|last|first"
        r"|most recent)))|\blast (?=(?:paper|article)\b)"
        r"|\blast (?=(?:one |paper )?(?:to|of)\b)"
        r"|\bcame (?:out )?last(?=\W*$)"
        r"|(?<!\bor )(?<!\band )\b(?:later|earlier)(?= one\b|\W*$)"
        r"|\b(?:first|last) (?=publish|wr[io]te|appear)",
        text,
        re.I,
    )
    if sorts_by_length(text) or (not one and measured_order(text)[0] is None):
        return None
    if _ONE_OF_ALL.search(text):
        return 1
    return None if _SEVERAL.search(text) and not _IS_THE_ONE.search(text) else 1


_END_OF_TIME = r"(?:oldest|newest|latest|(?:most )?recent|earliest)"
_NTH = re.compile(
    rf"\b(?P<place>{ORDINAL})(?P<to>(?:,? (?:and|or|to|through) (?:the )?|[-–])(?:{ORDINAL}))?"
    rf"[- ](?:to[- ])?{_END_OF_TIME}\b"
    rf"|\b(?P<back>{ORDINAL}|next)[- ](?:to|from)[- ](?:the[- ])?(?:last|end)\b"
    r"|\b(?P<but_one>penultimate|last but one)\b",
    re.I,
)


def _places(text: str) -> tuple[int, int] | None:
    """The first and last place that a text counts out: (2, 3) for "second and third oldest"."""
    if place := place_by_length(text):
        return place, place
    match = _NTH.search(text)
    if match is None:
        return None
    if match["but_one"] or (match["back"] or "").lower() == "next":
        return 2, 2
    place = place_of(match["place"] or match["back"])
    last = place_of(re.findall(ORDINAL, match["to"], re.I)[-1]) if match["to"] else place
    return min(place, last), max(place, last)


def skipped(text: str) -> int:
    """How many papers stand before the wanted one: 1 for "the second oldest"."""
    places = _places(text)
    return places[0] - 1 if places else 0


def without_order(text: str) -> str:
    """The text less the words that say an order."""
    text = _ALPHABETICAL.sub(" ", measured_order(text)[1])
    text = re.sub(r"\b(?:sort|order|rank|arrange)(?:ed)?\b", " ", text, flags=re.I)
    return _OLDEST.sub(" ", _NEWEST.sub(" ", _NTH.sub(" ", _TOP.sub(" ", text))))
