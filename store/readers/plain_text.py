"""Reads one paper of plain text: its title, authors perhaps, and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.papers import Paper
from store.readers.card import Fields, one_line, paper_of
from store.readers.names import is_name
from store.readers.people import people
from store.readers.reading import Content, Problem, Unreadable

_LONGEST_TITLE = 300
_BY = re.compile(r"(?:by|authors?:)\s+", re.I)
_PARAGRAPHS = re.compile(r"\n[ \t]*(?=\n)")


def read(content: Content) -> Iterator[Paper | Problem]:
    """The one paper of a text: its first line is the title, the next may name the authors."""
    title, _, below = content.text.strip().partition("\n")
    second, _, rest = below.strip().partition("\n")
    authors = authors_of(second)
    body = rest if authors else below
    text = "\n\n".join(filter(None, map(one_line, _PARAGRAPHS.split(body))))
    title = one_line(title)
    if not title or len(title) > _LONGEST_TITLE or not text:
        raise Unreadable(
            "it is in no format that is read, and as plain text it has no short title line "
            "with text below"
        )
    names, cut = authors or ((), False)
    yield paper_of(Fields(title=title, text=text, authors=names, authors_cut=cut), "1")


def authors_of(line: str) -> tuple[tuple[str, ...], bool] | None:
    """The names of a line that is nothing but people's names, and whether others are left out."""
    if len(line) > _LONGEST_TITLE:
        return None
    names, cut = people(_BY.sub("", line.strip(), count=1))
    return (names, cut) if names and all(map(is_name, names)) else None
