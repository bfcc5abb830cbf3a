"""What a reader is given, and what it makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from store.papers import Paper
from store.readers.columns import Columns

# Also what would turn round the text after it, wherever that is shown.
_NOT_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not be read: where it begins and why.

    `line` counts from 1, in lines or, where the format has none, in `unit`s; 0 is the whole.
    """

    line: int
    message: str
    source: str = ""
    unit: str = "line"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of one source, in the source's order."""

    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Content:
    """A file's name and bytes, and the names that its columns have been given."""

    name: str
    data: bytes
    columns: Columns = field(default_factory=Columns)

    @cached_property
    def text(self) -> str:
        """The bytes as text with bare line feeds: UTF-8, UTF-16 with its mark, else Windows-1252.

        What no text holds (control characters, halves of surrogate pairs) is a space.
        """
        return plain(_decoded(self.data)).replace("\r\n", "\n").replace("\r", "\n")

    @cached_property
    def suffix(self) -> str:
        """The last part of the name, in lower case, such as ".bib"."""
        return f".{self.name.rpartition('.')[2].lower()}" if "." in self.name else ""


Reader = Callable[[Content], Iterator[Paper | Problem]]
"""Gives the papers of a content in its order, without ids, and a problem for each that it cannot
read; `Paper.source` is the line where the paper begins. Raises Unreadable for the whole."""


class Unreadable(Exception):  # noqa: N818, it says what the content is
    """Why nothing of a content can be read: a clause that ends with the cure."""


class NoSuchColumn(Unreadable):
    """A column that a person named is not there; says which there are."""

    def __init__(self, missing: Iterable[str], there: Iterable[str]) -> None:
        """`missing` are the columns that were named, `there` those of the content."""
        named, known = (", ".join(map(repr, names)) for names in (missing, there))
        super().__init__(f"it has no column {named}; its columns are {known:.500}")


def plain(text: str) -> str:
    """The text with a space for every character that cannot be shown or stored."""
    return _NOT_TEXT.sub(" ", text)


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
