"""Reads what stands before a PDF's first section: title, people, organisations, identifiers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from store.readers.card import bare_doi
from store.readers.headings import section_name
from store.readers.names import is_name
from store.readers.pdf_layout import Line
from store.readers.pdf_paragraphs import Body, Placed

_ABSTRACT = re.compile(r"abstract\b\s*[—–:.-]*\s*", re.I)
_MARKS = re.compile(r"[\d*†‡§¶∗⋆♯#,;]+(?=[,;\s]|$)|[*†‡§¶∗⋆♯]")
_BETWEEN = re.compile(r"\s*(?:,|;|·|•|\band\b|&)\s*")
_PLACE = re.compile(
    r"\b(?:Universit\w+|Institut\w*|College|School|Department|Laborator\w+|Labs?|Research|Inc"
    r"|Corporation|Academy|Centre|Center|Ltd|GmbH|Faculty)\b"
)
_LARGER = 1.15  # times the body's type: what a title is set in
_UNTITLED = re.compile(
    r"untitled|microsoft word|\.(?:docx?|tex|dvi|pdf|indd)\b|^(?:paper|template|main)$", re.I
)


@dataclass(frozen=True, slots=True)
class Front:
    """What a first page says, and how many of the lines it takes."""

    title: str
    authors: tuple[str, ...]
    organisations: tuple[str, ...]
    doi: str
    length: int


def front_of(lines: Sequence[Line], body: Body, title: str, author: str) -> Front:
    """The front of a paper from its lines; the file's own title and author where these fail."""
    end = _end(lines, body)
    head = lines[:end]
    first, last = _title(head, body)
    printed = " ".join(line.text for line in head[first:last])
    below = head[last:]
    while below and len(below[-1].text) > 90:  # an abstract without a heading begins here
        end -= 1
        below = below[:-1]
    names = tuple(dict.fromkeys(name for line in below for name in _names(line)))
    places = (place for line in below for piece in line.pieces if (place := _place(piece)))
    return Front(
        printed or _sensible(title) or (lines[0].text if lines else ""),
        names or tuple(name for name in _BETWEEN.split(author) if is_name(name)),
        tuple(dict.fromkeys(places)),
        _doi(lines),
        end,
    )


def without_its_heading(placed: Placed) -> Placed:
    """The abstract without the word before it ("Abstract—We pile")."""
    match = _ABSTRACT.match(placed.text)
    if not match:
        return placed
    cut = match.end()
    spans = ((max(0, a - cut), b - cut, line) for a, b, line in placed.spans)
    return Placed(placed.text[cut:], tuple(span for span in spans if span[1] > span[0]))


def begins_abstract(line: Line) -> bool:
    """Whether a line is the abstract's heading, or has it before its first words."""
    return _ABSTRACT.match(line.text) is not None and not line.text[8:9].isalnum()


def _end(lines: Sequence[Line], body: Body) -> int:
    """Where the front ends: at the abstract or the first heading of the first page."""
    own = [number for number, line in enumerate(lines) if line.page == 1]
    for number in own:
        if begins_abstract(lines[number]) or (number and section_name(lines[number].text)):
            return number
    return min(len(own), 1)


def _title(head: Sequence[Line], body: Body) -> tuple[int, int]:
    """Which lines of the front are the title: those in the largest type, one after the other."""
    size = max((line.size for line in head), default=0.0)
    if size < _LARGER * body.size:
        bold = next((n for n, line in enumerate(head) if line.bold), 0)
        size = head[bold].size if head else 0.0
        first = bold
    else:
        first = next(n for n, line in enumerate(head) if line.size >= 0.97 * size)
    last = first
    while last < len(head) and _like(head[last], head[first]):
        last += 1
    return first, last


def _like(line: Line, first: Line) -> bool:
    return line.size >= 0.97 * first.size and line.bold == first.bold


def _names(line: Line) -> list[str]:
    """The people of a line that names nobody else and nothing else."""
    found = []
    for piece in line.pieces:
        if "@" in piece or _PLACE.search(piece):
            return []
        names = [" ".join(n.split()) for n in _BETWEEN.split(_MARKS.sub(" ,", piece)) if n.strip()]
        if not all(is_name(name) for name in names):
            return []
        found += names
    return found


def _place(piece: str) -> str:
    text = re.sub(r"^[\d*†‡§¶∗⋆♯,\s]+", "", piece).strip(" ,;")
    return text if _PLACE.search(text) and "@" not in text and len(text) < 120 else ""


def _sensible(title: str) -> str:
    title = " ".join(title.split())
    return "" if len(title) < 4 or _UNTITLED.search(title) else title


def _doi(lines: Sequence[Line]) -> str:
    """A DOI that the first page prints as its own."""
    for line in lines:
        if line.page > 1:
            break
        if "doi" in line.text.lower() and (doi := bare_doi(line.text)):
            return doi
    return ""
