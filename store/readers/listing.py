"""Reads the listing format: records of three lines, as copied from a web page of papers.

    CLAug 12, 2024Code                                  category, date, optional flag
    Some Title of a PaperAda Lovelace, Alan Turing et al. · org-one, org-two
    The abstract, on one line.

Nothing separates the header's parts, nor the title from the first author. Blank lines
between records are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from store.papers import Paper
from store.readers.names import split_title_from_authors
from store.readers.reading import Content, Problem, Reading

_HEADER = re.compile(
    r"(?P<category>[a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+|[A-Z]{2})"
    r"(?P<date>(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* "
    r"(?P<day>\d{1,2})(?:, (?P<year>\d{4}))?)"
    r"(?P<code>Code)?\s*$"
)
_LOOKED_AT = 100_000  # bytes
_LONGEST_TITLE_LINE = 5_000
_ORGANISATIONS = " · "
_EXAMPLE = "'CLAug 12, 2024Code'"


@dataclass(frozen=True, slots=True)
class _Block:
    """The three lines of one record, and the number of the first."""

    line: int
    header: re.Match[str]
    title_line: str
    abstract: str


class _UnreadableError(Exception):
    """Why a record cannot be read."""


def looks_like(content: Content) -> bool:
    """Whether a line is a record's header."""
    lines = _lines(content.data[:_LOOKED_AT])
    return any(line is not None and _HEADER.fullmatch(line) for _, line in lines)


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
    records: list[list[tuple[int, str | None]]] = []
    for number, line in lines:
        header_like = line is not None and _HEADER.fullmatch(line)
        # Lines past a record's third belong to no record: they start a group of their own,
        # which has no header and is reported as such.
        if header_like or not records or _is_full(records[-1]):
            records.append([])
        records[-1].append((number, line))
    for record in records:
        number, first = record[0]
        header = _HEADER.fullmatch(first) if first is not None else None
        body = [line for _, line in record[1:]]
        if any(line is None for _, line in record):
            problems.append(Problem(number, "the record is not UTF-8 text"))
        elif header is None:
            problems.append(
                Problem(number, f"expected a header like {_EXAMPLE}, found {first!r:.60}")
            )
        elif len(body) < 2:
            missing = "abstract" if body else "title and abstract"
            problems.append(Problem(number, f"the record has no {missing}"))
        else:
            yield _Block(number, header, body[0] or "", body[1] or "")


def _is_full(record: list[tuple[int, str | None]]) -> bool:
    first = record[0][1]
    return first is not None and bool(_HEADER.fullmatch(first)) and len(record) == 3


def _full_date(header: re.Match[str]) -> date | None:
    """The header's date where it has a year and that day exists."""
    if not header["year"]:
        return None
    try:
        return _day(header, int(header["year"]))
    except ValueError:
        return None


def _day(header: re.Match[str], year: int) -> date:
    month = datetime.strptime(header["month"], "%b").month
    return date(year, month, int(header["day"]))


def _date(header: re.Match[str], newest: date | None) -> date | None:
    """The record's day; one without a year is the first such day after the newest full date.

    A list without any full date leaves such days unknown.
    """
    if header["year"]:
        if (day := _full_date(header)) is None:
            raise _UnreadableError(f"there is no such day as {header['date']!r}")
        return day
    if newest is None:
        return None
    for year in range(newest.year, newest.year + 9):  # 29 February comes at least every 8 years
        try:
            day = _day(header, year)
        except ValueError:
            continue
        if day > newest:
            return day
    raise _UnreadableError(f"there is no such day as {header['date']!r}")


def _paper(block: _Block, newest: date | None, source: str) -> Paper:
    if len(block.title_line) > _LONGEST_TITLE_LINE:
        raise _UnreadableError(f"its title line is longer than {_LONGEST_TITLE_LINE} characters")
    people, _, organisations = block.title_line.partition(_ORGANISATIONS)
    split = split_title_from_authors(people)
    if split is None:
        raise _UnreadableError(
            f"cannot tell the title from the authors in {block.title_line!r:.80}"
        )
    header = block.header
    second = len(header.string) + 1
    fields = {
        "category": header.span("category"),
        "date": header.span("date"),
        "title": (second, second + len(split.title)),
        "authors": (second + len(split.title), second + len(people)),
    }
    if header["code"]:
        fields["code"] = header.span("code")
    if organisations:
        end = second + len(block.title_line)
        fields["organisations"] = (end - len(organisations), end)
    return Paper(
        id="",
        title=split.title,
        text=block.abstract,
        record=f"{header.string}\n{block.title_line}",
        authors=split.authors,
        authors_cut=split.cut,
        organisations=tuple(o.strip() for o in organisations.split(",") if o.strip()),
        category=header["category"],
        date=_date(header, newest),
        has_code=bool(header["code"]),
        source=source,
        fields=fields,
    )
