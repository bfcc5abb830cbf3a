"""Takes the text out of PDF pages with pdfium: runs of characters, where they stand, in what type.

A page is read, and drawn, the way up that most of its letters stand, whatever it says of itself:
see `turn_upright`. Boxes are in points from the top left corner of the page so turned.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

HYPHEN = "\u00ad"
"""Stands for a hyphen at the end of a line."""

_LIGATURES = str.maketrans(
    {
        **{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"},
        **{"\u00a0": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ", "\u2003": " "},
        **{"\ufffe": HYPHEN, "\x02": HYPHEN, "\u200b": "", "\ufeff": ""},
    }
)
_GAP = 1.15  # times the type's size: wider than any space between words, narrower than a gutter
_BOLD = ("bold", "black", "medi", "cmbx", "heavy", "demi")
_BOLD_WEIGHT = 600
_UPRIGHT = 0.064  # quarter turns; a tenth of a radian


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def around(self, other: Box) -> Box:
        """The least box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def beside(self, other: Box) -> bool:
        """Whether both stand on one line: more than half of the lower one's height is shared."""
        shared = min(self.bottom, other.bottom) - max(self.top, other.top)
        return shared > 0.5 * min(self.bottom - self.top, other.bottom - other.top)


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that follow each other on one line without a wide gap."""

    text: str
    box: Box
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's size, its upright runs in the file's order, and what stands on its side."""

    width: float
    height: float
    runs: tuple[Run, ...]
    sideways: str
    pictures: bool


@dataclass
class _Growing:
    """A run to which characters are being added."""

    start: int
    box: Box
    characters: list[str] = field(default_factory=list)
    sizes: Counter[float] = field(default_factory=Counter)


def pages_of(document: pypdfium2.PdfDocument) -> Iterator[PageText]:
    """The text of every page, in order. Raises pypdfium2.PdfiumError for a damaged page."""
    for page in document:
        turn_upright(page)
        text = page.get_textpage()
        left, bottom, right, top = page.get_cropbox()
        frame = _Frame(left, bottom, right, top, page.get_rotation() // 90)
        runs, sideways = [], []
        for growing in _runs(text.raw, text.count_chars(), frame):
            whole = "".join(growing.characters).translate(_LIGATURES).strip()
            if not whole:
                continue
            if abs(math.remainder(_angle(text, growing.start) - frame.turns, 4)) > _UPRIGHT:
                sideways.append(whole)
                continue
            size = growing.sizes.most_common(1)[0][0]
            runs.append(Run(whole, growing.box, size, _is_bold(text.raw, growing.start)))
        yield PageText(*frame.size, tuple(runs), " ".join(sideways), _has_pictures(page))
        text.close()
        page.close()


def turn_upright(page: pypdfium2.PdfPage) -> None:
    """Turns a page in memory to where most of its letters are upright.

    The turn that it asks for (its /Rotate) is meant for that, and holds for a page without text;
    but scanners set it at will, and pdfium takes the words of an upturned line as they come.
    """
    text = page.get_textpage()
    angles = (_angle(text, place) for place in range(text.count_chars()))
    quarters = Counter(round(a) % 4 for a in angles if abs(a - round(a)) <= _UPRIGHT)
    text.close()
    own = page.get_rotation() // 90
    if quarters[own] < max(quarters.values(), default=0):
        page.set_rotation(90 * quarters.most_common(1)[0][0])


def _angle(text: pypdfium2.PdfTextPage, place: int) -> float:
    """How far a character leans against the clock, in quarter turns, 0 to 4."""
    clockwise: float = pdfium.FPDFText_GetCharAngle(text.raw, place)
    return -clockwise / (math.pi / 2) % 4


@dataclass(frozen=True, slots=True)
class _Frame:
    """The sides of a page's crop box in its own coordinates, whose y grows upwards, and the
    quarter turns that are made with it, clockwise.
    """

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page once it is turned."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.turns % 2 else (width, height)

    def box(self, of: Any) -> Box:
        """A rectangle of the page's own coordinates on the page turned."""
        left, right = of.left - self.left, of.right - self.left
        up, low = of.top - self.bottom, of.bottom - self.bottom
        width, height = self.right - self.left, self.top - self.bottom
        return (
            Box(left, height - up, right, height - low),
            Box(low, left, up, right),
            Box(width - right, low, width - left, up),
            Box(height - up, width - right, height - low, width - left),
        )[self.turns]


def _runs(page: Any, count: int, frame: _Frame) -> Iterator[_Growing]:
    """The runs of a page, in its frame."""
    growing: _Growing | None = None
    spaced = False
    rectangle = pdfium.FS_RECTF()
    for place in range(count):
        character = chr(pdfium.FPDFText_GetUnicode(page, place))
        if pdfium.FPDFText_IsGenerated(page, place) or character.isspace():
            spaced = True
            if character in "\r\n" and growing:
                yield growing
                growing = None
            continue
        if character < " " and character != "\x02":
            continue
        pdfium.FPDFText_GetLooseCharBox(page, place, ctypes.byref(rectangle))
        box = frame.box(rectangle)
        size = max(box.bottom - box.top, 1.0)
        if growing and not _follows(growing.box, box, size):
            yield growing
            growing = None
        if growing is None:
            growing = _Growing(place, box)
        elif spaced:
            growing.characters.append(" ")
        spaced = False
        growing.characters.append(character)
        growing.sizes[round(size, 1)] += 1
        growing.box = growing.box.around(box)
    if growing:
        yield growing


def _follows(run: Box, box: Box, size: float) -> bool:
    """Whether a character goes on with a run: on its line, and neither far off nor far back."""
    on_line = min(run.bottom, box.bottom) - max(run.top, box.top) > 0.25 * size
    return on_line and -2 * size < box.left - run.right < _GAP * size


def _is_bold(page: Any, place: int) -> bool:
    if pdfium.FPDFText_GetFontWeight(page, place) >= _BOLD_WEIGHT:
        return True
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, place, name, 128, ctypes.byref(flags))
    return any(word in name.value.decode("utf-8", "replace").lower() for word in _BOLD)


def _has_pictures(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))
