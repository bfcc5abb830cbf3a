"""Reads one paper of plain text: its title, authors perhaps, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.papers import Paper
from store.readers.card import Fields, one_line, paper_of
from store.readers.headings import is_references, section_name
from store.readers.names import is_name
from store.readers.people import people
from store.readers.reading import Content, Problem, Unreadable
from store.readers.sections import BEGINNING, with_sections

_LONGEST_TITLE = 300
_BY = re.compile(r"(?:by|authors?:)\s+", re.I)
_PARAGRAPHS = re.compile(r"\n[ \t]*(?=\n)")


def read(content: Content) -> Iterator[Paper | Problem]:
    """The one paper of a text: its first line is the title, the next may name the authors."""
    title, _, below = content.text.strip().partition("\n")
    second, _, rest = below.strip().partition("\n")
    authors = authors_of(second)
    body = rest if authors else below
    paragraphs = list(_under_headings(body))
    title = one_line(title)
    if not title or len(title) > _LONGEST_TITLE or not paragraphs:
        raise Unreadable(
            "it is in no format that is read, and as plain text it has no short title line "
            "with text below"
        )
    names, cut = authors or ((), False)
    paper = paper_of(Fields(title=title, authors=names, authors_cut=cut), "1")
    yield with_sections(paper, paragraphs)


def _under_headings(body: str) -> Iterator[tuple[str, str]]:
    """Each paragraph, on one line, with the heading above it; what is cited is left out."""
    section = BEGINNING
    for block in _PARAGRAPHS.split(body):
        first, _, rest = block.strip().partition("\n")
        name = section_name(first)
        section = name or section
        if (line := one_line(rest if name else block)) and not is_references(section):
            yield section, line


def authors_of(line: str) -> tuple[tuple[str, ...], bool] | None:
    """The names of a line that is nothing but people's names, and whether others are left out."""
    if len(line) > _LONGEST_TITLE:
        return None
    names, cut = people(_BY.sub("", line.strip(), count=1))
    return (names, cut) if names and all(map(is_name, names)) else None
