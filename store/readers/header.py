"""Reads the line that heads a paper in a list: category, date and a flag for code, in any order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
WORDED_DAY = rf"(?:{_MONTH} {_NTH},? \d{{4}}|{_NTH} {_MONTH},? \d{{4}})"
"""A day with its month in words, "Aug 12, 2024" or "12 August 2024", as a regular expression."""

_MARKER = re.compile(r"\A\s*(?:[-*•‣◦·–]\s+|\(?\d{1,4}[.)]\s+|\[\d{1,4}\]\s*)")
_PARTS = {
    "date": re.compile(
        r"(?:(?:published|submitted|posted|updated)(?: on)?:? )?(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
        rf"[a-z]*,? )?(?P<value>{WORDED_DAY}|\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|{_MONTH} {_NTH})"
        r"(?!\d)",
        re.I,
    ),
    "code": re.compile(r"[\[(]?(?P<value>code(?: available)?|github)[\])]?(?!(?-i:[a-z]))", re.I),
    "category": re.compile(
        r"\[?(?P<value>[a-z-]+\.[A-Z]{2}|[a-z]+-[a-z]+|[A-Z]{2})\]?(?=$|[^a-zA-Z]|[A-Z][a-z])"
    ),
}
"""In the order in which they are looked for: "Code" is no category, nor is a month."""

_BETWEEN = re.compile(r"[\s·•|,;/–—-]*")
_LONGEST = 120

Part = tuple[str, tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class Header:
    """The line without its marker, and where in it each part stands: name -> (start, end)."""

    line: str
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)

    def part(self, name: str) -> str:
        """The part of this name; "" where the header has none."""
        start, end = self.places.get(name, (0, 0))
        return self.line[start:end]


def header_of(line: str) -> Header | None:
    """The header that a line is; None for any other line.

    A date must be in it, with its year or a category: "CLAug 12, 2024Code", "2024-08-12 · cs.CL",
    "3. 12 Aug 2024", "[Code] cs.CL, Aug 12".
    """
    if len(line) > _LONGEST:
        return None
    own = unmarked(line)
    places: dict[str, tuple[int, int]] = {}
    at = 0
    while at < len(own):
        found = next(_parts_at(own, at, places), None)
        if found is None:
            return None
        places[found[0]], at = found[1], found[2]
    header = Header(own, places)
    dated = re.search(r"\d{4}", header.part("date")) or ("date" in places and "category" in places)
    return header if dated else None


def unmarked(line: str) -> str:
    """An item of a list without its bullet or number."""
    return _MARKER.sub("", line).strip()


def _parts_at(line: str, at: int, known: Mapping[str, object]) -> Iterator[Part]:
    """The parts that begin here and are not known yet: name, place, where the next one begins."""
    for name, pattern in _PARTS.items():
        match = pattern.match(line, at)
        if match and name not in known:
            between = _BETWEEN.match(line, match.end())
            yield name, match.span("value"), between.end() if between else match.end()
