"""Takes the text out of PDF pages with pdfium: runs of characters, where they stand, in what type.

The one importer of pypdfium2. Boxes are in points from the page's top left corner.
"""

from __future__ import annotations

import ctypes
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
        text = page.get_textpage()
        left, bottom, right, top = page.get_cropbox()
        runs, sideways = [], []
        for growing in _runs(text.raw, text.count_chars(), left, top):
            whole = "".join(growing.characters).translate(_LIGATURES).strip()
            if not whole:
                continue
            if abs(pdfium.FPDFText_GetCharAngle(text.raw, growing.start)) > 0.1:
                sideways.append(whole)
                continue
            size = growing.sizes.most_common(1)[0][0]
            runs.append(Run(whole, growing.box, size, _is_bold(text.raw, growing.start)))
        yield PageText(
            right - left, top - bottom, tuple(runs), " ".join(sideways), _has_pictures(page)
        )
        text.close()
        page.close()


def _runs(page: Any, count: int, left: float, top: float) -> Iterator[_Growing]:
    """The runs of a page; its coordinates begin at the crop box's top left."""
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
        box = Box(
            rectangle.left - left,
            top - rectangle.top,
            rectangle.right - left,
            top - rectangle.bottom,
        )
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
