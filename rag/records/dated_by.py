"""Papers in the place of dates: "newer than T-MAC", "right after it", "the same year as it"."""

from __future__ import annotations

import re
from itertools import chain, pairwise

from rag.language import wording
from rag.language.relative_dates import span_beside
from rag.records.catalog import Catalog
from store.papers import Paper

_THAN_PAPER = re.compile(
    r"\b(?:(?:in |from |on )?the same (?P<unit>year|month|day|date) as"
    r"|(?:(?P<near>right|directly|immediately|just) )?(?:after|before)|since"
    r"|(?:newer|older|later|earlier|more recent) than) (?:the )?$",
    re.I,
)
_DATES = 2  # papers in the place of dates: "after A and before B"
_THE = re.compile(r"\bthe $", re.I)
_ITS_KIND = re.compile(r" (?:paper|article|one|study|report|poster)\b", re.I)  # "the T-MAC paper"


_BETWEEN = re.compile(r"\bbetween (?:the )?(?:(?:publication|release) of )?(?:the )?$", re.I)
_AND = re.compile(r"(?: paper)?,? and (?:the )?(?:that of )?", re.I)
_APPEARED = re.compile(
    r"\b(?:published|publications?|c[ao]mes?|appear\w*|released?|written|dated|dates?)\b", re.I
)


def with_dates_put(text: str, catalog: Catalog) -> str:
    """The text with a paper's date in the place of its name in "papers after T-MAC"."""
    for _ in range(_DATES):
        places = [
            (start, end, catalog.papers[ids[0]])
            for start, end, ids in catalog.places_named_in(text)
        ]
        between = (between_papers(text, *pair) for pair in pairwise(places))
        dated = (dated_by(text, *place) for place in places)
        put = next((put for put in chain(between, dated) if put), None)
        if put is None:
            break
        text = put
    return text


def between_papers(
    text: str, first: tuple[int, int, Paper], second: tuple[int, int, Paper]
) -> str | None:
    """A text on the time between two papers with its days; None where it asks no such.

    Each paper comes with where its name begins and ends.
    """
    (start, one_end, one), (other_start, end, other) = first, second
    opening = _BETWEEN.search(text[:start])
    if opening is None or not _AND.fullmatch(text[one_end:other_start]):
        return None
    if not (one.date and other.date and _APPEARED.search(text[: opening.start()] + text[end:])):
        return None
    since, until = sorted((one.date, other.date))
    return f"{text[: opening.start()]}after {since} and before {until}{text[end:]}"


def dated_by(text: str, start: int, end: int, paper: Paper) -> str | None:
    """A text with a paper's date in the place of the words for it; None where it asks no such."""
    if paper.date and (beside := span_beside(text[:start], paper.date)):
        since, until, begins = beside
        return f"{text[:begins]}after {since} and before {until}{text[end:]}"
    before = _THAN_PAPER.search(text[:start])
    if before is None or paper.date is None or not wording.LIST.search(text[:start]):
        return None
    if near := before["near"]:
        after = "after" in before.group()[len(near) :].lower()
        return f"the {'oldest paper after' if after else 'newest paper before'} {paper.day}"
    if unit := before["unit"]:
        return f"{text[: before.start()]}{_within(unit.lower(), paper)}{text[end:]}"
    rest = _ITS_KIND.sub("", text[end:], count=1) if _ITS_KIND.match(text[end:]) else text[end:]
    return f"{_THE.sub('', text[:start])}{paper.day}{rest}"


def _within(unit: str, paper: Paper) -> str:
    """The year, the month or the day of a paper, as far as it is known."""
    assert paper.date is not None
    if unit == "year" or paper.date_known == "year":
        return f"in {paper.date.year}"
    if unit == "month" or paper.date_known == "month":
        return f"in {paper.date:%B %Y}"
    return f"on {paper.day}"
