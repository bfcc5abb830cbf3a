"""Reads arXiv's own pages as copied from a browser: listings, search results, one paper's page.

[1] arXiv:2401.01234 [pdf, html, other]              or  arXiv:2401.01234 [pdf] cs.CL
Title: On Piles                                      or  On Piles
Ada Lovelace, Alan Turing                            or  Authors: Ada Lovelace, Alan Turing
Subjects: Computation and Language (cs.CL)
We pile.                                             or  Abstract: We pile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from store.papers import Known, Paper
from store.readers.card import Fields, one_line, paper_of
from store.readers.days import day_of
from store.readers.header import WORDED_DAY
from store.readers.people import people
from store.readers.plain_text import authors_of
from store.readers.reading import Content, Problem

_START = re.compile(
    r"^[ \t]*(?:(?:\[\d+\]|\d+\.)[ \t]*)?arXiv:(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})"
    r"(?:v\d+)?(?P<rest>.*)$",
    re.M,
)
_LABEL = re.compile(
    r"(?P<label>Title|Authors?|Abstract|Subjects?|Journal|DOI|Comments|Cite as|Report|MSC|ACM"
    r"|License)(?:[- ](?:ref|reference|number|classes|class))?[ \t]*:[ \t]*(?P<value>.*)"
)
_FIELDS = {
    "Title": "title",
    "Author": "authors",
    "Authors": "authors",
    "Abstract": "abstract",
    "Subject": "subjects",
    "Subjects": "subjects",
    "Journal": "venue",
    "DOI": "doi",
}
_CONTROLS = re.compile(
    r"(?:View PDF.*|HTML \(experimental\)|TeX Source|Other Formats|Full-text links:|Access Paper:|"
    r"[\W\d_]*|[△▽] ?(?:Less|More)|\(or arXiv:.*|https?://\S+|Focus to learn more|view license|"
    r"\[?Submitted.*|[\w ]{2,60} > .*|.*\bsubmissions \(.*|"
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*, .{8,60})",
    re.I,
)
_HEADING = re.compile(rf"^.{{0,30}}\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, ({WORDED_DAY})", re.M)
_SUBMITTED = re.compile(rf"\bSubmitted(?: on)? ({WORDED_DAY})", re.I)
_CATEGORY = re.compile(r"(?<![^\s(])([a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+)\b")
_TAIL = re.compile(r"\s*[△▽] ?(?:Less|More)\s*$")


def looks_like(content: Content) -> bool:
    """Whether a line begins with an arXiv number, as each record of these pages does."""
    return _START.search(content.text[:100_000]) is not None


def read(content: Content) -> Iterator[Paper | Problem]:
    """Each record; one without a date of its own has that of the heading above, or its number's."""
    text = content.text
    starts = list(_START.finditer(text))
    headings = [(m.start(), m[1]) for m in _HEADING.finditer(text)]
    line = 1
    before = 0
    for match, following in zip_longest(starts, starts[1:]):
        line += text.count("\n", before, match.start())
        before = match.start()
        above = next((day for place, day in reversed(headings) if place < match.start()), "")
        end = following.start() if following else len(text)
        yield _read_record(match, text[match.end() : end], above, line)


def _read_record(start: re.Match[str], body: str, heading: str, line: int) -> Paper | Problem:
    values = _values([piece.strip() for piece in body.split("\n")])
    if not values.get("title"):
        return Problem(line, f"the record of arXiv:{start['id']} has no title")
    names, cut = people(values.get("authors", ""))
    submitted = _SUBMITTED.search(body)
    day = day_of(submitted[1] if submitted else heading)
    category = _CATEGORY.search(values.get("subjects", "") or start["rest"])
    fields = Fields(
        title=one_line(values["title"]),
        text=one_line(_TAIL.sub("", values.get("abstract", ""))),
        authors=names,
        authors_cut=cut,
        day=day if day[0] else _month_of(start["id"]),
        arxiv=start["id"],
        venue=values.get("venue", ""),
        doi=values.get("doi", ""),
        category=category[1] if category else "",
        source_id=f"arXiv:{start['id']}",
    )
    return paper_of(fields, str(line))


def _values(lines: Sequence[str]) -> dict[str, str]:
    """The fields of a record's lines; without labels they are title, authors, abstract in turn."""
    values: dict[str, str] = {}
    current = ""
    for line in lines:
        if label := _LABEL.match(line):
            current = _FIELDS.get(label["label"], "other")
            values.setdefault(current, label["value"])
        elif _CONTROLS.fullmatch(line):
            current = ""
        elif "title" not in values:
            values["title"] = line
        elif "authors" not in values and authors_of(line):
            values["authors"] = line
        elif current in ("authors", "title", "abstract"):
            values[current] = f"{values[current]} {line}"
        else:
            values["abstract"] = f"{values.get('abstract', '')} {line}".strip()
    return values


def _month_of(number: str) -> tuple[date | None, Known]:
    """The month that an arXiv number begins with: 2401.01234 is of January 2024."""
    digits = number.rpartition("/")[2]
    year = int(digits[:2])
    return day_of(f"{1900 + year if year > 90 else 2000 + year}-{digits[2:4]}")
