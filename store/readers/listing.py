"""Reads the listing format: records of three lines, as copied from a web page of papers.

    CLAug 12, 2024Code                                  category, date, optional flag
    Some Title of a PaperAda Lovelace, Alan Turing et al. · org-one, org-two
    The abstract, on one line.

Nothing need separate the header's parts, which come in any order, nor the title from the first
author; the authors may also have a line of their own, and records a number or bullet. Blank
lines between records are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from store.papers import Paper
from store.readers.days import day_of
from store.readers.header import Header, header_of, unmarked
from store.readers.names import split_title_from_authors
from store.readers.plain_text import authors_of
from store.readers.reading import Content, Problem, Reading

_LOOKED_AT = 100_000  # bytes
_LONGEST_TITLE_LINE = 5_000
_ORGANISATIONS = " · "
_EXAMPLE = "'CLAug 12, 2024Code'"

_Lines = list[tuple[int, str | None]]


@dataclass(frozen=True, slots=True)
class _Block:
    """One record, the number of its first line, and `people` if they have a line of their own."""

    line: int
    header: Header
    title_line: str
    people: str
    abstract: str


class _UnreadableError(Exception):
    """Why a record cannot be read."""


def looks_like(content: Content) -> bool:
    """Whether a line is a record's header; one of a date alone must stand where a list begins."""
    lines = [line for _, line in _lines(content.data[:_LOOKED_AT]) if line]
    headers = (header_of(line) for line in lines)
    return any(h and h.part("category") for h in headers) or bool(lines and header_of(lines[0]))


def read(content: Content) -> Iterator[Paper | Problem]:
    """Every record of a listing, in order; `Paper.source` is the line where it begins."""
    reading = parse_listing(content.data)
    yield from reading.papers
    yield from reading.problems


def parse_listing(data: bytes) -> Reading:
    """The papers of a listing, still without ids, and its problems; `source` is the line."""
    problems: list[Problem] = []
    blocks = list(_blocks(_lines(data), problems))
    newest = max((d for b in blocks if (d := _full_date(b.header))), default=None)
    papers: list[Paper] = []
    for block in blocks:
        try:
            papers.append(_paper(block, newest, str(block.line)))
        except _UnreadableError as why:
            problems.append(Problem(block.line, str(why)))
    problems.sort(key=lambda problem: problem.line)
    return Reading(tuple(papers), tuple(problems))


def _lines(data: bytes) -> Iterator[tuple[int, str | None]]:
    """Numbered lines that are not blank; None stands for one that is not UTF-8."""
    for number, raw in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        try:
            line = raw.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError:
            yield number, None
            continue
        if line.strip():
            yield number, line


def _blocks(lines: Iterator[tuple[int, str | None]], problems: list[Problem]) -> Iterator[_Block]:
    """Groups lines into records at their headers, so that one bad record costs only itself."""
    records: list[_Lines] = []
    for number, line in lines:
        # Lines past a record's last belong to no record: they start a group of their own,
        # which has no header and is reported as such.
        if (line and header_of(line)) or not records or _is_full(records[-1]):
            records.append([])
        records[-1].append((number, line))
    for record in records:
        number, first = record[0]
        header = header_of(first) if first else None
        body = [unmarked(line) if line else "" for _, line in record[1:2]]
        body += [line or "" for _, line in record[2:]]
        if any(line is None for _, line in record):
            problems.append(Problem(number, "the record is not UTF-8 text"))
        elif header is None:
            problems.append(
                Problem(number, f"expected a header like {_EXAMPLE}, found {first!r:.60}")
            )
        elif len(body) < (3 if _has_a_line_of_people(body) else 2):
            missing = "abstract" if body else "title and abstract"
            problems.append(Problem(number, f"the record has no {missing}"))
        else:
            people = body[1] if _has_a_line_of_people(body) else ""
            yield _Block(number, header, body[0], people, body[-1])


def _is_full(record: _Lines) -> bool:
    first, *body = (line for _, line in record)
    lines = [line or "" for line in body]
    return bool(first and header_of(first)) and len(lines) == 2 + _has_a_line_of_people(lines)


def _has_a_line_of_people(body: Sequence[str]) -> bool:
    """Whether the line below the title names people, and the title's own line does not."""
    if len(body) < 2 or authors_of(body[1].partition(_ORGANISATIONS)[0]) is None:
        return False
    title_line = body[0].partition(_ORGANISATIONS)[0]
    return len(title_line) > _LONGEST_TITLE_LINE or split_title_from_authors(title_line) is None


def _full_date(header: Header) -> date | None:
    """The header's date where it has a year and that day exists."""
    day, known = day_of(header.part("date"))
    return day if known == "day" else None


def _day(text: str, year: int) -> date:
    month, day = text.split()
    number = datetime.strptime(month.rstrip(".")[:3], "%b").month
    return date(year, number, int(re.sub(r"\D", "", day)))


def _date(header: Header, newest: date | None) -> date | None:
    """The record's day; one without a year is the first such day after the newest full date.

    A list without any full date leaves such days unknown.
    """
    text = header.part("date")
    if re.search(r"\d{4}", text):
        if (day := _full_date(header)) is None:
            raise _UnreadableError(f"there is no such day as {text!r}")
        return day
    if newest is None:
        return None
    for year in range(newest.year, newest.year + 9):  # 29 February comes at least every 8 years
        try:
            day = _day(text, year)
        except ValueError:
            continue
        if day > newest:
            return day
    raise _UnreadableError(f"there is no such day as {text!r}")


def _paper(block: _Block, newest: date | None, source: str) -> Paper:
    if len(block.title_line) > _LONGEST_TITLE_LINE:
        raise _UnreadableError(f"its title line is longer than {_LONGEST_TITLE_LINE} characters")
    title, names, cut, people, organisations = _title_and_people(block)
    header = block.header
    second = len(header.line) + 1
    record = "\n".join(filter(None, (header.line, block.title_line, block.people)))
    start = second + (len(title) if not block.people else len(block.title_line) + 1)
    fields = {
        **header.places,
        "title": (second, second + len(title)),
        "authors": (start, start + len(people)),
    }
    if organisations:
        fields["organisations"] = (len(record) - len(organisations), len(record))
    return Paper(
        id="",
        title=title,
        text=block.abstract,
        record=record,
        authors=names,
        authors_cut=cut,
        organisations=tuple(o.strip() for o in organisations.split(",") if o.strip()),
        category=header.part("category"),
        date=_date(header, newest),
        has_code="code" in header.places,
        source=source,
        fields=fields,
    )


def _title_and_people(block: _Block) -> tuple[str, tuple[str, ...], bool, str, str]:
    """Title, authors, whether others are left out, and as they stand: authors, organisations."""
    if block.people:
        people, _, organisations = block.people.partition(_ORGANISATIONS)
        names, cut = authors_of(people) or ((), False)
        return block.title_line, names, cut, people, organisations
    line, _, organisations = block.title_line.partition(_ORGANISATIONS)
    split = split_title_from_authors(line)
    if split is None:
        raise _UnreadableError(
            f"cannot tell the title from the authors in {block.title_line!r:.80}"
        )
    return split.title, split.authors, split.cut, line[len(split.title) :], organisations
