"""Reads Atom feeds as arXiv's interface gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.papers import Paper
from store.readers.card import Fields, one_line, paper_of
from store.readers.days import day_of
from store.readers.people import tidy
from store.readers.reading import Content, Problem, Unreadable

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_NAMES = {"a": "http://www.w3.org/2005/Atom", "x": "http://arxiv.org/schemas/atom"}
_LOOKS = re.compile(rb"<(?:\w+:)?feed\b[^>]*http://www\.w3\.org/2005/Atom")


def looks_like(content: Content) -> bool:
    """Whether the root of the XML is an Atom feed."""
    return _LOOKS.search(content.data[:10_000]) is not None


def read(content: Content) -> Iterator[Paper | Problem]:
    """Each entry of the feed; its source is its number, since XML has no lines.

    Documents that define entities are refused: they can grow without bounds.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.ElementTree import fromstring

    try:
        root = fromstring(content.data)
    except (ParseError, ValueError, LookupError, RecursionError, MemoryError) as error:
        raise Unreadable(f"its XML is not whole ({error}); export it again") from error
    for number, entry in enumerate(root.findall("a:entry", _NAMES), start=1):
        yield _read_entry(entry, number)


def _read_entry(entry: Element, number: int) -> Paper | Problem:
    if not (title := one_line(_text(entry, "a:title"))):
        return Problem(number, "it has no title", unit="entry")
    link = _text(entry, "a:id")
    primary = entry.find("x:primary_category", _NAMES)
    if primary is None:
        primary = entry.find("a:category", _NAMES)
    people = entry.findall("a:author", _NAMES)
    places = (one_line(_text(person, "x:affiliation")) for person in people)
    fields = Fields(
        title=title,
        text=one_line(_text(entry, "a:summary")),
        authors=tidy(_text(person, "a:name") for person in people),
        day=day_of(_text(entry, "a:published") or _text(entry, "a:updated")),
        doi=_text(entry, "x:doi"),
        arxiv=link if "arxiv" in link.lower() else "",
        url=link,
        venue=_text(entry, "x:journal_ref"),
        category=primary.get("term", "") if primary is not None else "",
        organisations=tuple(dict.fromkeys(filter(None, places))),
    )
    return paper_of(fields, str(number))


def _text(element: Element, path: str) -> str:
    return "".join(found.itertext()) if (found := element.find(path, _NAMES)) is not None else ""
