"""Times told by those before: "and the year before?", "the same but older than those"."""

from __future__ import annotations

import re
from datetime import date

from rag.conversation.in_turn import goes_on_in_order
from rag.language.months import MONTH
from rag.language.numbers import CARDINAL, number_of
from rag.records.catalog import Catalog
from rag.types import Answer, Filters, Kind

_UNIT = r"(?:year|month)"
_THAT = r"(?: (?:that|it|this))?(?=\W*$)"
_BESIDE = re.compile(
    rf"\b(?:the (?P<unit>{_UNIT}) (?:(?P<before>before|prior|earlier|previous)|after|later"
    rf"|following){_THAT}"
    rf"|the (?:(?P<before2>previous|prior|preceding)|following|next) (?P<unit2>{_UNIT})(?=\W*$)"
    rf"|(?:an?|one) (?P<unit3>{_UNIT}) (?:(?P<before3>before|earlier|prior)|after|later){_THAT})",
    re.I,
)
_OPENED = re.compile(r"\b(?:in|from|of|for|during|since|until|on)\W*$", re.I)
_THAN_THOSE = re.compile(
    r"\b(?:(?P<older>(?:older|earlier) than|before|prior to)"
    r"|(?:newer|later|more recent) than|after)"
    r" (?:that|those|these|them)(?: (?:ones|papers|two|three))?(?=\W*$)",
    re.I,
)
_SO_MANY = re.compile(rf"\b(?:{CARDINAL}|one|next)(?: papers| ones)?\W*$", re.I)  # in its order
# "And autumn?", "same for March" after papers of a part of a year.
_PART_OF_YEAR = re.compile(
    r"^\W*(?:(?:and|or|but|now|what about|how about|same for|the same for|for|in|from|of|only"
    r"|just)\W+)*"
    rf"(?:the )?(?P<part>spring|summer|autumn|fall|Q[1-4]|{MONTH}"
    r"|(?:first|second|third|fourth|last) (?:half|quarter))\W*$",
    re.I,
)
_PART_OF_THAT = re.compile(
    r"\b(?:the )?(?P<part>(?:first|second|third|fourth|last) (?:half|quarter|month)) of "
    r"(?:the|that|this) year\b",
    re.I,
)
_THAT_YEAR = re.compile(
    r"\b(?:in|from|of|during) (?P<that>(?:that|this|the same)(?: same)? year)\b(?! (?:as|of)\b)",
    re.I,
)
# "And that year?" after papers of a month, "the whole year?".
_WHOLE_YEAR = re.compile(
    r"^\W*(?:(?:and|or|but|now|what about|how about|for|in|during|over)\W+)*"
    r"(?:(?:all|the rest) of )?(?:that|this|the (?:whole|entire|full)|all that) (?:same )?year\W*$",
    re.I,
)
_THEN = re.compile(
    r"(?<=\bappeared )then(?=\W*$)|(?<=\bpublished )then(?=\W*$)|(?<=\bout )then(?=\W*$)"
    r"|\b(?:at|around) (?:the same|that) time(?=\W*$)",
    re.I,
)
# "And whatever is older still?", "anything newer?": than those before.
_STILL = re.compile(
    r"^\W*(?:(?:and|or|but|so|ok|now|then|is there|are there|show|give|list|do you have|have you"
    r"|me|us)"
    r"\W+)*(?:(?:the|all|any|some)\W+)?"
    r"(?:(?:whatever|anything|everything|something|what|papers|ones|those)(?: (?:that|which))?"
    r"(?:['’]s| is| are| was| were)? )?(?=.*\b(?:even|still|yet)\b)(?:(?:even|still) )?"
    r"(?:(?P<older>older|earlier)|newer|later|more recent)(?: (?:still|yet|here|ones|papers"
    r"|than (?:that|this|it|those|these|them)(?: ones?)?))*\W*$",
    re.I,
)
# "And before?", "and since then?": than what was asked for, or than the papers before.
_BARE_SIDE = re.compile(
    r"^\W*(?:(?:and|or|but|so|ok|now|then|what about|how about|what of|any(?:thing)?|something"
    r"|papers|ones|those|is there|are there|was there|were there)\W+)*"
    r"(?:(?P<older>before(?:hand)?|earlier|prior|previously|older)"
    r"|after(?:wards?)?|later|since|newer|more recent(?:ly)?)"
    r"(?: (?:then|that|this|on|years?))?\W*$",
    re.I,
)
_YEARS_BESIDE = re.compile(
    rf"\b(?:the (?P<n>{CARDINAL}) years (?:(?P<before>before|prior|earlier|previous)|after|later"
    rf"|following){_THAT}"
    rf"|the (?:(?P<before2>previous|prior|preceding|last)|following|next) (?P<n2>{CARDINAL}) years"
    rf"(?: before)?(?=\W*$))",
    re.I,
)
_FEW, _SOME = 9, 14  # words
_MONTHS = 12


def told_by_those(text: str, before: Answer, catalog: Catalog) -> str:
    """The text with a date where it tells one by the question or by the papers before.

    "And the year before?" after "papers from 2025" says 2024; "older than those" is before the
    first day that was asked for, or else before the oldest of several papers.
    """
    last = before.question
    if goes_on_in_order(text, before):
        return text
    if said := _still_told(text, before, catalog) or _then(text, before):
        return said
    if last.named or last.kind not in (Kind.LIST, Kind.RECORD) or len(text.split()) > _SOME:
        return text
    if last.filters.dated and (bare := _BARE_SIDE.match(text)):
        return f"and {_told(before, catalog, older=bare['older'] is not None)}"
    if (since := _only_year(last.filters)) and (said := _told_by_year(text, since)):
        return said
    match = _THAN_THOSE.search(text)
    if match and not _SO_MANY.search(text[: match.start()]):
        side = _told(before, catalog, older=match["older"] is not None)
        return f"{text[: match.start()]}{side}{text[match.end() :]}" if side else text
    return text


def _still_told(text: str, before: Answer, catalog: Catalog) -> str:
    """What is older or newer still than those before, said by a date; else ""."""
    still = _STILL.match(text) if len(text.split()) <= _FEW else None
    side = _told(before, catalog, older=still["older"] is not None) if still else ""
    return f"papers {side}" if side else ""


def _then(text: str, before: Answer) -> str:
    """The text with "that month" for "then", where others than the one paper are asked for."""
    match = _THEN.search(text) if len(before.papers) == 1 else None
    return f"{text[: match.start()]}in that month{text[match.end() :]}" if match else ""


def _told_by_year(text: str, since: date) -> str:
    """The text with a date where it tells one by the year that was asked for; else ""."""
    if _WHOLE_YEAR.match(text):
        return f"and in {since.year}"
    if years := _YEARS_BESIDE.search(text):
        return f"{text[: years.start()]}{_years_beside(since.year, years)}{text[years.end() :]}"
    if match := _BESIDE.search(text):
        earlier = match["before"] or match["before2"] or match["before3"]
        by_year = (match["unit"] or match["unit2"] or match["unit3"]).lower() == "year"
        lead = text[: match.start()]
        put = _beside(since, -1 if earlier else 1, by_year=by_year)
        return f"{lead}{'' if _OPENED.search(lead) else 'in '}{put}{text[match.end() :]}"
    if year := _THAT_YEAR.search(text):
        return f"{text[: year.start('that')]}{since.year}{text[year.end('that') :]}"
    if part := _PART_OF_THAT.search(text):
        lead = text[: part.start()]
        said = f"{'' if _OPENED.search(lead) else 'in '}the {part['part']} of {since.year}"
        return f"{lead}{said}{text[part.end() :]}"
    if part := _PART_OF_YEAR.match(text):
        return f"{text[: part.end('part')]} {since.year}{text[part.end('part') :]}"
    return ""


def _told(before: Answer, catalog: Catalog, *, older: bool) -> str:
    """All that lies before, or behind, what was asked for."""
    day = _edge(before, catalog, first=older)
    return f"{'before' if older else 'after'} {day:%B} {day.day}, {day.year}" if day else ""


def _years_beside(year: int, match: re.Match[str]) -> str:
    """So many years before or after a year: "from 2021 to 2022"."""
    count = number_of(match["n"] or match["n2"])
    if match["before"] or match["before2"]:
        return f"from {year - count} to {year - 1}"
    return f"from {year + 1} to {year + count}"


def _only_year(filters: Filters) -> date | None:
    """The first day of what filters confine papers to, where that lies within one year."""
    since, until = filters.since, filters.until
    return since if since and until and since.year == until.year else None


def _beside(since: date, step: int, *, by_year: bool) -> str:
    """The year or the month that lies so many before or after that of a day."""
    if by_year:
        return str(since.year + step)
    year, month = divmod(since.year * _MONTHS + since.month - 1 + step, _MONTHS)
    return f"{date(year, month + 1, 1):%B} {year}"


def _edge(before: Answer, catalog: Catalog, *, first: bool) -> date | None:
    """The first or the last day that was asked for, or that papers before have."""
    filters = before.question.filters
    if asked := filters.since if first else filters.until:
        return asked
    dates = [day for paper in before.papers if (day := catalog.papers[paper.id].date)]
    return (min(dates) if first else max(dates)) if dates else None
