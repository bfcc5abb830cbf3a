"""What is worked out over the records: averages, totals, spans, the first few of a count."""

from __future__ import annotations

import re

from rag.language.numbers import CARDINAL, number_of
from rag.records.tally import (
    FIELD,
    PAPERS,
    Tally,
    TallyOf,
    Wanted,
    field_of,
    is_of_the_whole,
    topic_in,
)

_AVERAGE = (
    r"(?:average|mean(?! of)|median|typical(?:ly)?|usual(?:ly)?|ordinar(?:y|ily)|normal(?:ly)?)"
)
_PEOPLE = r"(?:co-?)?(?:authors?|writers?)|people|persons?|researchers?|names?"
_ONE = r"(?:papers?|articles?|publications?|works?|records?|entr(?:y|ies)|stud(?:y|ies)|reports?)"
# Authors a paper: "the average number of authors", "how many authors does a paper have on average".
_SIZE = (
    re.compile(
        rf"\b(?P<how>{_AVERAGE})(?: (?:of )?(?:the )?(?:numbers?|counts?)(?: of)?)? "
        rf"(?:(?:{_PEOPLE})(?: counts?| lists?)?|(?:author )?team(?: size)?|length of (?:the )?"
        rf"(?:lists? of authors|author lists?))\b(?: (?:per|of|to|for) (?:an?|each|every) {_ONE}\b"
        rf"| (?:per|each) {_ONE}\b)?",
        re.I,
    ),
    re.compile(
        rf"(?:\A.{{0,20}}?\b(?P<how3>{_AVERAGE}),? )?\b(?:how many|(?:the )?number of) "
        rf"(?:{_PEOPLE})\b(?(how3)|(?=.*\b(?:on (?:the )?(?P<how>average|median|mean)"
        rf"|(?P<how2>{_AVERAGE}))))|\b(?:{_PEOPLE}) (?:per|in each|to a) {_ONE}\b",
        re.I,
    ),
)
_WORDS_OF_SIZE = re.compile(
    rf"\b(?:on (?:the |an )?average|{_AVERAGE}|what|how|large|big|many|is|a|an|per|each|every"
    rf"|wr[io]te|writes|written|to|team|teams?|size|count|number|behind|sign|share|numbers)\b",
    re.I,
)
# Papers a year, or a month, an author, a category.
_RATE = re.compile(
    rf"\A(?=.*\b(?:on (?:the |an )?average|{_AVERAGE}|rate)\b)"
    rf".*?\b(?:{_ONE})\b[^?.!]{{0,60}}?\b(?:per|an?|each|every|by|in an?) (?:{FIELD})\b",
    re.I,
)
_DATES = re.compile(
    rf"\b(?P<how>{_AVERAGE}) (?:publication |release )?(?:year|date|age)s?(?: of publication)?\b",
    re.I,
)
_SIZES = rf"(?:number of (?:{_PEOPLE})|author counts?|team sizes?)"
_SPREAD = re.compile(
    rf"\b{_SIZES}\b(?=.*\b(?:distribut\w+|breakdown|histogram|most (?:common|frequent|usual|often)"
    r"|commonest|vary|varies)\b)"
    r"|\b(?:distribut\w+|breakdown|histogram|most (?:common|frequent|usual)|commonest) (?:of |by )?"
    rf"(?:the )?{_SIZES}\b"
    rf"|\b{_ONE} (?:by|per|for each|grouped by|sorted by) (?:the |their )?{_SIZES}\b",
    re.I,
)
_OLD, _NEW = r"(?:oldest|earliest|first)", r"(?:newest|latest|last|most recent)"
_ENDS = (
    rf"{_OLD}(?: \w+)? (?:and|to|until) (?:the )?{_NEW}"
    rf"|{_NEW}(?: \w+)? (?:and|to|until) (?:the )?{_OLD}"
)
_SPAN = re.compile(
    r"\b(?:how (?:many (?:years|months|days|decades)|long|far|much time)|what (?:is|was) the"
    r" (?:time|gap|interval|difference|distance)|(?:the )?(?:time|gap|interval)|time)\b"
    rf"[^?.!]{{0,80}}?\b(?:{_ENDS})\b(?=\W*$| (?:{_ONE}|ones?|in|here|of)\b)"
    r"|\b(?:how many|over how many|across how many) (?:years|months|decades)\b(?! have)[^?.]{0,30}?"
    r"\b(?:span|stretch(?:es)?|range|reach|extend|pass(?:ed)?|go back|cover)\b",
    re.I,
)
_TOTAL = re.compile(
    rf"\b(?:the )?(?:total |overall |combined )?number of (?:all )?(?:the )?(?:different |distinct "
    rf"|unique |individual )?(?:{FIELD})\b(?P<rest>.*?)[\s?.!]*$"
    rf"|\bhow many (?:different |distinct |unique )?people (?:have )?(?:wrote|written|contributed"
    rf"|authored)(?: to)?\b(?P<rest2>.*?)[\s?.!]*$",
    re.I,
)
_AGAIN = FIELD.replace("(?P<", "(?P<b_")
_FIRST_FEW = (
    re.compile(
        rf"\b(?:the )?(?:top|best) (?P<n>{CARDINAL}) (?:most \w+ )?(?:{FIELD})\b"
        rf"|\b(?P<n2>{CARDINAL}) (?:most (?:prolific|productive|published|frequent|active|common)"
        rf"|top|busiest|biggest|largest) (?:{_AGAIN})\b",
        re.I,
    ),
    re.compile(
        rf"\b(?:(?P<n>{CARDINAL}) )?(?:{FIELD}) (?:with|having|who (?:have|wrote|has|published)"
        rf"|(?:have|wrote|published)) the most {PAPERS}\b",
        re.I,
    ),
    re.compile(
        rf"\bmost (?:prolific|productive|published|frequent(?:ly (?:appearing|listed))?|active)"
        rf" (?:{FIELD})\b",
        re.I,
    ),
)
_EXTREME = re.compile(
    r"^\W*(?:the )?(?:(?P<few>least (?:busy|productive|common|prolific)|smallest|quietest|rarest)"
    r"|busiest|most (?:busy|productive|common)|biggest|largest|commonest) "
    rf"(?:{FIELD})\W*$",
    re.I,
)
_LED_MOST = re.compile(
    r"\bmost (?:first|lead)[- ]author\w*\b|\bled (?:the )?most\b"
    r"|\b(?:first|lead) author (?:most often|of (?:the )?most)\b",
    re.I,
)
_RANKED = re.compile(
    rf"\b(?:rank(?:ed|ing)?|sort(?:ed)?|order(?:ed)?|list)\b[^?.!]{{0,40}}?\b(?:{FIELD})\b"
    rf"[^?.!]{{0,40}}\bby (?:(?:the )?number of |how many )?(?:their )?{PAPERS}\b"
    rf"|^\W*(?:the )?(?:{_AGAIN}) by (?:the )?number of (?:their )?{PAPERS}\b",
    re.I,
)


def worked_out(text: str) -> Tally | None:
    """What a question wants worked out over the records; None for any other question."""
    return (
        _spread(text)
        or _rate(text)
        or _size(text)
        or _dates(text)
        or _span(text)
        or _few(text)
        or _total(text)
    )


def _is_rest_of_whole(text: str) -> bool:
    """Whether what is left speaks of all papers, or of those on a topic."""
    topic = topic_in(text)
    rest = text.replace(topic, " ") if topic else text
    rest = re.sub(r"['’]s\b|[?.!]", " ", _WORDS_OF_SIZE.sub(" ", rest))
    return is_of_the_whole(re.sub(r"\b(?:on|about)\b", " ", rest))


def _size(text: str) -> Tally | None:
    for pattern in _SIZE:
        if match := pattern.search(text):
            groups = match.groupdict()
            how = next((g for g in (groups.get(f"how{n}") for n in ("", 2, 3)) if g), "")
            if not _is_rest_of_whole(f"{text[: match.start()]} {text[match.end() :]}"):
                continue
            return Tally(TallyOf.SIZE, Wanted.MEDIAN if how.lower() == "median" else Wanted.MEAN)
    return None


def _rate(text: str) -> Tally | None:
    match = _RATE.search(text)
    if match is None:
        return None
    return Tally(field_of(match), Wanted.RATE)


def _dates(text: str) -> Tally | None:
    match = _DATES.search(text)
    if match is None or not _is_rest_of_whole(f"{text[: match.start()]} {text[match.end() :]}"):
        return None
    return Tally(TallyOf.YEAR, Wanted.MEDIAN if match["how"].lower() == "median" else Wanted.MEAN)


def _spread(text: str) -> Tally | None:
    if not _SPREAD.search(text):
        return None
    most = re.search(r"\bmost\b|\bcommonest\b", text, re.I)
    return Tally(TallyOf.SIZE, Wanted.MOST if most else Wanted.EACH)


def _span(text: str) -> Tally | None:
    return Tally(TallyOf.YEAR, Wanted.SPAN) if _SPAN.search(text) else None


def _total(text: str) -> Tally | None:
    match = _TOTAL.search(text)
    if match is None or not is_of_the_whole(match["rest"] or match["rest2"] or ""):
        return None
    return Tally(field_of(match, TallyOf.AUTHOR), Wanted.COUNT)


def _few(text: str) -> Tally | None:
    """The first few of a count, such as "the top five authors", or all in its order."""
    if match := _RANKED.search(text):
        return Tally(field_of(match), Wanted.EACH)
    if _LED_MOST.search(text):
        return Tally(TallyOf.LEAD, Wanted.MOST)
    if match := _EXTREME.match(text):
        return Tally(field_of(match), Wanted.FEWEST if match["few"] else Wanted.MOST)
    for pattern in _FIRST_FEW:
        if match := pattern.search(text):
            groups = match.groupdict()
            number = groups.get("n") or groups.get("n2")
            return Tally(field_of(match), Wanted.MOST, limit=number_of(number) if number else None)
    return None
