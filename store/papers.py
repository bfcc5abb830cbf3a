"""A paper and the pieces of it that can be found and quoted.

Offsets are counted in Python characters (code points), end exclusive, into the text
that `Paper.part` returns for the same section, so `paper.part(s.section)[s.start:s.end]`
is always the piece itself, to the letter.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from store.places import LineBox, Place, Section, places_of, shown_pages

RECORD = "record"
TITLE = "title"
ABSTRACT = "abstract"

_ABSTRACTS = ("abstract", "summary")
_OPENING = 1_200  # characters

Known = Literal["day", "month", "year"]
"""How much of a date its source says."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper: what its source says of it, and its text.

    `record` is what people read of the source: its own lines, or its fields one a line;
    `fields` says where in it each field stands: name -> (start, end). `authors_cut` is true
    where the source ends the list of authors with "et al.". `date` is the first day of the
    month or year where the source says no more (`date_known`). `doi` and `arxiv` are bare,
    without a prefix or version, in lower case. `source` is where the record stands (file and
    place), and `also_in` where those stand that were merged with it; `source_id` is what its
    source calls it, such as a BibTeX key. `sections` cover the text of a long paper in order (a
    text without any is an abstract), `lines` say where it stands on pages, if it does.
    """

    id: str
    title: str
    text: str
    record: str
    authors: tuple[str, ...] = ()
    authors_cut: bool = False
    organisations: tuple[str, ...] = ()
    category: str = ""
    date: date | None = None
    has_code: bool = False
    source: str = ""
    fields: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    date_known: Known = "day"
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    venue: str = ""
    keywords: tuple[str, ...] = ()
    also_in: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    lines: tuple[LineBox, ...] = ()
    source_id: str = ""

    def part(self, section: str) -> str:
        """The text that offsets of this section count in."""
        if section == RECORD:
            return self.record
        return self.title if section == TITLE else self.text

    @property
    def opening(self) -> int:
        """Where the part of the text ends that speaks for the whole paper: its abstract.

        A long paper without one opens with its first paragraphs, about as long as an abstract.
        """
        if not self.sections:
            return len(self.text)
        for section in self.sections:
            if section.name.lower() in _ABSTRACTS:
                return section.end
        end = self.text.find("\n\n", _OPENING)
        return len(self.text) if end < 0 else end

    def where(self, section: str, start: int, end: int) -> str:
        """A span's section as people cite it: "3.2 Method, p. 4"."""
        if section in (RECORD, TITLE):
            return section
        pages = shown_pages(self.lines, start, end)
        return f"{section}, {pages}" if pages else section

    def places(self, section: str, start: int, end: int) -> list[Place]:
        """The rectangles that a span stands in on its pages, if the text has pages."""
        return [] if section in (RECORD, TITLE) else places_of(self.lines, start, end)

    @property
    def day(self) -> str:
        """The date as far as the source says it: "May 12, 2024", "May 2024", "2024" or ""."""
        if self.date is None:
            return ""
        month = "" if self.date_known == "year" else f"{self.date:%B} "
        return f"{month}{f'{self.date.day}, ' if self.date_known == 'day' else ''}{self.date.year}"

    @property
    def content_hash(self) -> str:
        """sha256 (hex) of the whole paper, save where its records stand."""
        content = {**self.to_json(), "source": "", "also_in": ()}
        return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

    def to_json(self) -> dict[str, Any]:
        """Plain values that `from_json` turns into an equal paper."""
        return {
            "id": self.id,
            "title": self.title,
            "text": self.text,
            "record": self.record,
            "authors": list(self.authors),
            "authors_cut": self.authors_cut,
            "organisations": list(self.organisations),
            "category": self.category,
            "date": self.date.isoformat() if self.date else None,
            "has_code": self.has_code,
            "source": self.source,
            "also_in": list(self.also_in),
            "fields": {name: list(span) for name, span in self.fields.items()},
            "date_known": self.date_known,
            "doi": self.doi,
            "arxiv": self.arxiv,
            "url": self.url,
            "venue": self.venue,
            "keywords": list(self.keywords),
            "sections": [[s.name, s.start, s.end] for s in self.sections],
            "lines": [[line.start, line.end, line.page, *line.sides] for line in self.lines],
            "source_id": self.source_id,
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Paper:
        """The paper that `to_json` was called on, also of a version with fewer fields."""
        values = dict(data)
        values["authors"] = tuple(values["authors"])
        values["organisations"] = tuple(values["organisations"])
        values["also_in"] = tuple(values.get("also_in", ()))
        values["date"] = date.fromisoformat(values["date"]) if values["date"] else None
        values["fields"] = {name: (a, b) for name, (a, b) in values["fields"].items()}
        values["keywords"] = tuple(values.get("keywords", ()))
        values["sections"] = tuple(Section(*s) for s in values.get("sections", ()))
        values["lines"] = tuple(
            LineBox(start, end, page, (left, top, right, bottom))
            for start, end, page, left, top, right, bottom in values.get("lines", ())
        )
        if values.get("date_known", "day") not in get_args(Known):
            raise ValueError(f"date_known is {values['date_known']!r}")
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The unit of evidence: one sentence of a paper, and where it stands."""

    paper_id: str
    section: str
    start: int
    end: int
    text: str

    @property
    def id(self) -> str:
        """Names the place, so that the same place has the same id in every run."""
        return f"{self.paper_id}/{self.section}/{self.start}-{self.end}"


@dataclass(frozen=True, slots=True)
class Passage(Sentence):
    """The unit of context: some neighbouring sentences of one section."""
