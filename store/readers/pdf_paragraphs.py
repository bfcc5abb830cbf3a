"""Joins the lines of a PDF into paragraphs, with words made whole, and keeps where each stood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from store.readers.headings import section_name
from store.readers.pdf_layout import Line
from store.readers.pdf_text import HYPHEN

_CAPTION = re.compile(r"(?:Figure|Fig\.|Table|Tab\.|Algorithm|Listing)\s*\d+\s*[.:|]")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)-$")
_HEAD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[.!?:][\"”’')\]]*(?:\[?\d*\]?)$")
_SMALL = 0.92  # of the body's size: notes and captions
_INDENT = 0.6  # of the type's size
_APART = 1.4  # times the usual distance of lines
_MOST_APART = 0.45  # of a paragraph's signs that are no letters, before it is no prose


@dataclass(frozen=True, slots=True)
class Body:
    """What is usual in a paper: the type's size, the distance of lines, and its words."""

    size: float
    leading: float
    words: Mapping[str, int]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Body:
        """Measured over all lines, by their length."""
        sizes: Counter[float] = Counter()
        words: Counter[str] = Counter()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
            words.update(word.lower() for word in _WORD.findall(line.text))
        steps = [
            b.box.top - a.box.top
            for a, b in pairwise(lines)
            if a.page == b.page and 0 < b.box.top - a.box.top < 3 * a.size
        ]
        size = sizes.most_common(1)[0][0] if sizes else 10.0
        return cls(size, median(steps) if steps else 1.2 * size, words)


@dataclass
class Paragraph:
    """Lines that belong together; `heading` is a section's name where they are one."""

    lines: list[Line] = field(default_factory=list)
    heading: str = ""

    @property
    def text(self) -> str:
        """The lines as they stand, joined by spaces."""
        return " ".join(line.text for line in self.lines)


def paragraphs(lines: Sequence[Line], body: Body) -> list[Paragraph]:
    """The paragraphs and headings in order; one that a page or figure cut in two is one again."""
    return _rejoined(list(_parted(lines, body)), body)


def _parted(lines: Sequence[Line], body: Body) -> Iterator[Paragraph]:
    current = Paragraph()
    for line in lines:
        heading = heading_of(line, body)
        if current.lines and (heading or _is_new(current, line, body)):
            yield current
            current = Paragraph()
        current.lines.append(line)
        if heading:
            current.heading = heading
            yield current
            current = Paragraph()
    if current.lines:
        yield current


def heading_of(line: Line, body: Body) -> str:
    """The section's name if a line is a heading: it looks like one and is set like one."""
    name = section_name(line.text)
    if not name:
        return ""
    stands_out = line.bold or line.size > 1.05 * body.size or line.text.isupper()
    return name if stands_out else ""


def _is_new(current: Paragraph, line: Line, body: Body) -> bool:
    """Whether a line begins a paragraph of its own."""
    last = current.lines[-1]
    if abs(line.size - last.size) > 0.08 * body.size or _CAPTION.match(line.text):
        return True
    ended = _ENDS.search(last.text) is not None
    if line.page != last.page or line.box.top < last.box.top:
        return ended and not line.text[:1].islower()
    if line.box.top - last.box.top > _APART * max(body.leading, line.size):
        return True
    left, right = last.column
    indented = line.box.left - left > _INDENT * line.size
    if indented and line.box.left - last.box.left > _INDENT * line.size:
        return True
    return ended and last.box.right < right - 0.12 * (right - left)


def _rejoined(parts: Sequence[Paragraph], body: Body) -> list[Paragraph]:
    """Parts of one paragraph put together; figures and notes between them come after it."""
    found: list[Paragraph] = []
    aside: list[Paragraph] = []
    for part in parts:
        if not part.heading and _is_aside(part, body):
            aside.append(part)
            continue
        before = found[-1] if found else None
        if before and not before.heading and not part.heading and _goes_on(before, part):
            before.lines += part.lines
            continue
        found += aside
        aside = []
        found.append(part)
    return found + aside


def _is_aside(part: Paragraph, body: Body) -> bool:
    small = part.lines[0].size < _SMALL * body.size
    return small or _CAPTION.match(part.text) is not None


def _goes_on(before: Paragraph, part: Paragraph) -> bool:
    """Whether a part goes on where the one before broke off in the middle of a sentence."""
    last, first = before.lines[-1], part.lines[0]
    elsewhere = first.page != last.page or first.box.top < last.box.top
    if _ENDS.search(last.text):
        return False
    return first.text[:1].islower() or (elsewhere and abs(first.size - last.size) < 0.5)


def is_prose(part: Paragraph) -> bool:
    """Whether a paragraph is made of words, not of a table's cells, a formula or labels."""
    text = part.text
    words = [word for word in _WORD.findall(text) if len(word) > 1]
    letters = sum(sign.isalpha() for sign in text)
    signs = sum(not sign.isspace() for sign in text) or 1
    if len(words) < 4 or letters / signs < 1 - _MOST_APART:
        return False
    return _ENDS.search(text) is not None or len(words) >= 8


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph's text with its words made whole, and each line's span in it."""

    text: str
    spans: tuple[tuple[int, int, Line], ...]


def made_whole(part: Paragraph, body: Body) -> Placed:
    """The lines joined: a word that a line's end divided is one word again."""
    text = ""
    spans: list[tuple[int, int, Line]] = []
    for line in part.lines:
        piece = " ".join(line.text.replace(HYPHEN, "-").split())
        dropped, between = _joint(text, piece, body) if text else (0, "")
        if dropped:
            text = text[:-dropped]
            start, end, last = spans[-1]
            spans[-1] = (start, end - dropped, last)
        text += between
        spans.append((len(text), len(text) + len(piece), line))
        text += piece
    return Placed(text, tuple(spans))


def _joint(before: str, after: str, body: Body) -> tuple[int, str]:
    """How many signs go from the end of a line, and what comes between it and the next.

    A hyphen at a line's end stays where the paper writes the word with one elsewhere, or the
    word has another one ("state-of-the-art"), and goes otherwise.
    """
    tail, head = _TAIL.search(before), _HEAD.match(after)
    if not before.endswith("-") or before.endswith(" -"):
        return 0, " "
    if not tail or not head:
        return 0, ""
    first, second = tail[1].lower(), head[0].lower()
    if body.words.get(f"{first}{second}"):
        return 1, ""
    if not after[0].islower():
        return 0, ""
    compound = "-" in first or body.words.get(f"{first}-{second}")
    return (0, "") if compound else (1, "")
