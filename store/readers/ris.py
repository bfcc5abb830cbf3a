"""Reads RIS, as reference managers and publishers export it, with rispy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from store.papers import Paper
from store.readers.card import Fields, one_line, paper_of
from store.readers.days import day_of
from store.readers.people import people, tidy
from store.readers.reading import Content, Problem

_START = re.compile(r"^\ufeff?TY  -", re.M)
_TITLES = ("title", "primary_title", "translated_title", "short_title")
_ABSTRACTS = ("abstract", "notes_abstract")
_AUTHORS = ("authors", "first_authors")
_DATES = ("date", "publication_year", "year")  # EndNote has "Sep 18" in one, "2015" in another
_VENUES = ("journal_name", "secondary_title", "alternate_title3", "alternate_title1", "publisher")


def looks_like(content: Content) -> bool:
    """Whether a line begins with the tag that begins a record."""
    return _START.search(content.text[:100_000]) is not None


def read(content: Content) -> Iterator[Paper | Problem]:
    """Each record with a title; one that lacks its end is taken to end where the next begins."""
    starts = [match.start() for match in _START.finditer(content.text)]
    line, before = 1, 0
    for start, end in pairwise([*starts, len(content.text)]):
        line += content.text.count("\n", before, start)
        before = start
        yield _read_record(content.text[start:end], line)


def _read_record(text: str, line: int) -> Paper | Problem:
    import rispy

    try:
        (record,) = rispy.loads(f"{text.rstrip()}\nER  - \n")[:1]
    except Exception as error:  # rispy has no tree of errors of its own
        return Problem(line, f"the RIS record cannot be read ({error})")
    if not (title := one_line(_first(record, _TITLES))):
        return Problem(line, "the RIS record has no title (TI or T1)")
    names, cut = _people(record)
    fields = Fields(
        title=title,
        text=one_line(_first(record, _ABSTRACTS)),
        authors=names,
        authors_cut=cut,
        day=day_of(*(str(record.get(name) or "") for name in _DATES)),
        doi=_first(record, ("doi",)),
        arxiv=_arxiv(record),
        url=next((url for url in record.get("urls", ()) if url), ""),
        venue=_first(record, _VENUES),
        keywords=tuple(word for k in record.get("keywords", ()) if (word := one_line(k))),
        source_id=one_line(_first(record, ("id", "accession_number"))),
    )
    return paper_of(fields, str(line))


def _people(record: Mapping[str, Any]) -> tuple[tuple[str, ...], bool]:
    lines = [one_line(name) for key in _AUTHORS for name in record.get(key, ())]
    if len(lines) == 1:
        return people(lines[0])  # some exports put all names on one line
    kept = [name for name in lines if name.lower() not in ("et al.", "et al", "others")]
    return tidy(kept), len(kept) < len(lines)


def _arxiv(record: Mapping[str, Any]) -> str:
    places = [*record.get("urls", ()), _first(record, _VENUES), _first(record, ("id", "note"))]
    return next((place for place in places if "arxiv" in place.lower()), "")


def _first(record: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    return next((str(record[key]) for key in keys if record.get(key)), "")
