"""Reads pages of results as copied from a browser: a title, a line about it, a text.

    On Piles                                            On Piles
    A Lovelace, A Turing… - arXiv preprint, 2024 - …    org/piles • 12 Aug 2024 • Ada Lovelace
    We pile…                                            We pile.

So do Google Scholar, Semantic Scholar, Papers with Code and Hugging Face show papers, among
buttons and counts. The line with the date, the byline, is what a record is known by; its title
stands above, its text below, or between the two where the byline comes last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from store.papers import Known, Paper
from store.readers.card import Fields, one_line, paper_of
from store.readers.days import day_of
from store.readers.header import WORDED_DAY, unmarked
from store.readers.people import people
from store.readers.plain_text import authors_of
from store.readers.reading import Content, Problem

_LOOKED_AT = 100_000  # characters
_LONGEST_BYLINE = 300
_LONGEST_VENUE = 120
_LONGEST_TITLE = 300
_TEXT = 200  # characters; a title is shorter
_SCHOLAR = re.compile(
    r"(?P<people>(?:(?!\s[-–]\s).){2,200})\s[-–]\s(?:(?P<venue>.{0,150}?),\s)?"
    r"(?P<year>(?:19|20)\d\d)\s[-–]\s\S.{0,60}"
)
_PARTS = re.compile(r"\s*[•·|]\s*")
_DAY = re.compile(rf"(?:(?:Published|Submitted)(?: on)?:? )?({WORDED_DAY}|\d{{4}}-\d\d-\d\d)", re.I)
_ENDS_IN_A_DAY = re.compile(rf"(?P<venue>.*?)(?:^|\s|(?<=[a-z.]))(?P<day>{WORDED_DAY})")
_STUDIES = re.compile(  # fields of study as Semantic Scholar names them, before a venue
    r"(?:(?:Computer Science|Mathematics|Medicine|Physics|Engineering|Biology|Chemistry|Economics"
    r"|Linguistics|Psychology|Political Science|Materials Science|Environmental Science|Business"
    r"|Education|Sociology|Philosophy|Art|History|Geography|Geology|Law)(?:, )?)+"
)
_CODE = re.compile(r"(?P<none>no )?\d*\s*(?:official )?code implementations?|[\w.-]+/[\w.-]+", re.I)
_MORE = re.compile(r",?\s*\+\s*\d+ (?:more )?authors?,?\s*|\s*…\s*$")
_NOISE = re.compile(
    r"[\W\d_]*|\W*(?:papers?|code|add code|pdf|html|video|dataset|demo|project(?: page)?|library"
    r"|save(?: cite)?(?: cited by.*)?|cite|alert|create alert|expand|collapse|abstract|tl;?dr"
    r"|upvote|community|add to collection|arxiv(?: page)?|github(?: [\d.]+k?)?|view as list"
    r"|(?:view|read)(?: pdf)?(?:(?: on| via)? (?:arxiv|publisher|paper).*)?|arxiv ?: ?\d{4}\.\d+.*"
    r"|related articles.*|cited by \d.*|all \d+ versions.*|submitted by.*|highly influen.*"
    r"|\[?(?:pdf|html|book|citation)\]?\W.{0,60}|#\d+ paper of the (?:day|week|month)"
    r"|[\d,.]+k? (?:authors?|citations?|references?|stars?|upvotes?|excerpts?).*"
    r"|\d+ code implementations?)\W*",
    re.I,
)
_LABELS = ("Authors:", "Abstract")
_NEAR = 6  # lines above a byline among which its title is looked for
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][\w.'-]+ )")
_ENDS = re.compile(r"[.!?…][\"'”’)\]]*(?: Expand)?$")
_LONGEST_TAG = 5  # words
_TAIL = re.compile(r"\s*(?:…\s*)?(?:Expand|Collapse|[△▽] ?(?:More|Less))\s*$")


@dataclass(frozen=True, slots=True)
class _Byline:
    """What a byline says."""

    day: tuple[date | None, Known]
    people: str = ""
    venue: str = ""
    has_code: bool = False
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A record: where its title and its byline are among the lines, and what stands between."""

    first: int
    at: int
    people: str
    text: str
    byline: _Byline


def looks_like(content: Content) -> bool:
    """Whether several bylines stand under titles, or one as only such pages have it."""
    if content.suffix in (".md", ".markdown", ".csv", ".tsv"):
        return False
    lines = _lines(content.text[:_LOOKED_AT])
    found = list(_found(lines))
    labelled = any(line == "Authors:" for _, line in lines)
    return len(found) > 1 or any(labelled or _SCHOLAR.fullmatch(lines[f.at][1]) for f in found)


def read(content: Content) -> Iterator[Paper | Problem]:
    """Each record; `Paper.source` is the line of its title."""
    lines = _lines(content.text)
    found = list(_found(lines))
    for own, following in pairwise([*found, None]):
        if own:
            end = following.first if following else len(lines)
            number, title = lines[own.first]
            yield _paper(own, title, [line for _, line in lines[own.at + 1 : end]], number)


def _lines(text: str) -> list[tuple[int, str]]:
    """The lines that are no buttons or counts, with their numbers."""
    kept: list[tuple[int, str]] = []
    submitter = False
    for number, raw in enumerate(text.split("\n"), start=1):
        line = " ".join(raw.split())
        noise = _NOISE.fullmatch(line) or not _STUDIES.sub("", line)
        if not submitter and (line in _LABELS or not noise):
            kept.append((number, line))
        submitter = line.lower() == "submitted by" or (submitter and not line)
    return kept


def _found(lines: Sequence[tuple[int, str]]) -> Iterator[_Found]:
    """The bylines with a title above them."""
    floor = 0
    for at, (_, line) in enumerate(lines):
        if at == floor or (byline := _byline(line)) is None:
            continue
        title, names, text = _above(
            [line for _, line in lines[max(floor, at - _NEAR) : at]], byline
        )
        first = at - title
        if title and first >= floor and len(lines[first][1]) <= _LONGEST_TITLE:
            yield _Found(first, at, names, text, byline)
            floor = at + 1


def _above(lines: Sequence[str], byline: _Byline) -> tuple[int, str, str]:
    """How far above its byline a title stands, the authors between them, and the text if there.

    A byline that names people or code stands right under its title.
    """
    for back in range(1, len(lines) if not byline.is_full else 0):
        if _MORE.search(lines[-back]) or authors_of(lines[-back]):
            return back + 1, lines[-back], ""
    if lines and len(lines[-1]) >= _TEXT:
        return 2, "", lines[-1]
    return 1, "", ""


def _byline(line: str) -> _Byline | None:
    """What a line says that holds a date beside names, a venue or code; None for another."""
    if len(line) > _LONGEST_BYLINE:
        return None
    if match := _SCHOLAR.fullmatch(line):
        return _Byline(
            day_of(match["year"]),
            match["people"],
            (match["venue"] or "").rstrip(" …"),
            is_full=True,
        )
    parts = [part for part in _PARTS.split(line) if part]
    days = [match for part in parts if (match := _DAY.fullmatch(part))]
    if days:
        others = [part for part in parts if not _DAY.fullmatch(part)]
        code = [match for part in others if (match := _CODE.fullmatch(part))]
        names = next((part for part in others if authors_of(part)), "")
        has_code = any(not match["none"] for match in code)
        return _Byline(day_of(days[0][1]), names, has_code=has_code, is_full=bool(names or code))
    match = _ENDS_IN_A_DAY.fullmatch(line) if len(line) <= _LONGEST_VENUE else None
    return (
        _Byline(day_of(match["day"]), venue=_STUDIES.sub("", match["venue"]).strip(" ,·"))
        if match
        else None
    )


def _paper(found: _Found, title: str, below: Sequence[str], line: int) -> Paper:
    names, text = found.people or found.byline.people, [found.text, *below]
    if "Authors:" in below:
        start = below.index("Authors:") + 1
        end = below.index("Abstract") if "Abstract" in below[start:] else len(below)
        names, text = ", ".join(below[start:end]), list(below[end:])
    authors, cut = _names(names)
    pieces = [piece for piece in text if piece not in _LABELS]
    if any(_ENDS.search(piece) for piece in pieces):  # what is no sentence then is a tag
        pieces = [p for p in pieces if _ENDS.search(p) or len(p.split()) > _LONGEST_TAG]
    whole = " ".join(pieces)
    fields = Fields(
        title=one_line(unmarked(title)),
        text=one_line(_TAIL.sub("", whole)),
        authors=authors,
        authors_cut=cut,
        day=found.byline.day,
        venue=found.byline.venue,
        has_code=found.byline.has_code,
    )
    return paper_of(fields, str(line))


def _names(text: str) -> tuple[tuple[str, ...], bool]:
    """The names of a line, also of one whose commas were lost; more than are named is a cut."""
    plain = _MORE.sub(", ", text)
    apart = plain if "," in text else _GLUED.sub(", ", plain)
    names, cut = people(apart.strip(", "))
    return names, cut or plain != text
