"""Sets papers as LaTeX does, and remembers what it put on which page: two justified columns,
divided words, ligatures, running heads, notes, a figure in the way, references at the end.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path

import matplotlib
import pypdfium2
import pypdfium2.raw as pdfium
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0
TOP, FOOT, SIDE, GUTTER = 72.0, 72.0, 54.0, 18.0
SIZE, LEADING = 8.5, 10.4
LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}


@dataclass(frozen=True)
class Article:
    """What is to be set: `sections` are headings with their paragraphs."""

    title: str
    authors: tuple[str, ...]
    places: tuple[str, ...]
    abstract: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    references: tuple[str, ...] = ()
    note: str = ""
    caption: str = ""
    formula: str = ""


@dataclass
class Typeset:
    """The PDF, and for each page the letters of its running text, without spaces."""

    data: bytes = b""
    pages: list[str] = field(default_factory=list)

    def holds(self, quote: str, first: int, last: int) -> bool:
        """Whether the quote was set on these pages (from 1), wherever its lines were divided."""
        return "".join(quote.split()) in "".join(self.pages[first - 1 : last])


def typeset(article: Article, columns: int = 2) -> Typeset:
    """The article as a PDF."""
    return _Press(article, columns).run()


def turned(data: bytes, letters: int, pages: int) -> bytes:
    """The same with what stands on each page turned by quarters against the clock, and each page
    by quarters with it (its /Rotate). Where both are the same, it looks as before.
    """
    document = pypdfium2.PdfDocument(data)
    for page in document:
        width, height = page.get_size()
        matrix = pypdfium2.PdfMatrix().rotate(90 * letters, ccw=True)
        left, low, right, top = matrix.on_rect(0, 0, width, height)
        matrix = matrix.translate(-left, -low)
        pdfium.FPDFPage_TransFormWithClip(page, matrix.to_raw(), None)
        page.set_mediabox(0, 0, right - left, top - low)
        page.set_rotation(90 * pages)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class _Press:
    def __init__(self, article: Article, columns: int) -> None:
        fonts = Path(matplotlib.get_data_path(), "fonts", "ttf")
        for name, file in (("Serif", "DejaVuSerif.ttf"), ("Serif-Bold", "DejaVuSerif-Bold.ttf")):
            if name not in pdfmetrics.getRegisteredFontNames():
                pdfmetrics.registerFont(TTFont(name, fonts / file))
        self.article, self.columns = article, columns
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=(WIDTH, HEIGHT), invariant=True)
        self.out = Typeset()
        self.width = (WIDTH - 2 * SIDE - GUTTER * (columns - 1)) / columns
        self.column, self.y, self.floor = 0, 0.0, FOOT

    def run(self) -> Typeset:
        article = self.article
        self._begin_page()
        self._front()
        self._heading("Abstract")
        self._paragraph(article.abstract, first=True)
        for number, (heading, paragraphs) in enumerate(article.sections, start=1):
            self._heading(heading if heading[0].isdigit() else f"{number} {heading}")
            for place, paragraph in enumerate(paragraphs):
                self._paragraph(paragraph, first=place == 0)
                if number == 1 and place == 0 and article.formula:
                    self._formula(article.formula)
        if article.references:
            self._heading("References")
            for reference in article.references:
                self._paragraph(reference, first=True, counts=False)
        self._end_page()
        self.canvas.save()
        self.out.data = self.buffer.getvalue()
        return self.out

    def _front(self) -> None:
        self.y = HEIGHT - TOP - 10
        for line in self._broken(self.article.title, "Serif-Bold", 15, WIDTH - 2 * SIDE):
            self.canvas.setFont("Serif-Bold", 15)
            self.canvas.drawCentredString(WIDTH / 2, self.y, line)
            self.y -= 18
        self.canvas.setFont("Serif", 10)
        self.canvas.drawCentredString(WIDTH / 2, self.y - 4, ", ".join(self.article.authors))
        for place in self.article.places:
            self.y -= 14
            self.canvas.drawCentredString(WIDTH / 2, self.y - 4, place)
        self.y -= 34
        self.top = self.y
        if self.article.note:
            self._small(self.article.note, FOOT + 2)
            self.floor = FOOT + 26

    def _small(self, text: str, y: float) -> None:
        """A note or caption over one column, in small type."""
        for number, line in enumerate(self._broken(text, "Serif", 6.5, self.width)):
            self.canvas.setFont("Serif", 6.5)
            self.canvas.drawString(self._x(), y + 10 - 8 * number, line)

    def _begin_page(self) -> None:
        self.out.pages.append("")
        number = len(self.out.pages)
        self.canvas.setFont("Serif", 7)
        if number > 1:
            self.canvas.drawString(SIDE, HEIGHT - 45, f"Journal of Piles, volume {number + 2}")
        self.canvas.drawCentredString(WIDTH / 2, 40, str(number))
        self.column, self.y, self.top, self.floor = 0, HEIGHT - TOP, HEIGHT - TOP, FOOT
        if number == 2 and self.article.caption:
            self.canvas.rect(self._x(), self.y - 80, self.width, 80)
            self.canvas.setFont("Serif", 5)
            for tick in range(5):
                self.canvas.drawString(self._x() + 4 + 40 * tick, self.y - 78, f"{tick * 25}")
            self._small(self.article.caption, self.y - 104)
            self.y -= 124

    def _end_page(self) -> None:
        self.canvas.showPage()

    def _x(self) -> float:
        return SIDE + self.column * (self.width + GUTTER)

    def _next_line(self, need: float = LEADING) -> None:
        self.y -= LEADING
        if self.y - need + LEADING >= self.floor:
            return
        self.column += 1
        self.floor = FOOT
        if self.column == self.columns:
            self._end_page()
            self._begin_page()
        else:
            self.y = self.top
        self.y -= LEADING

    def _heading(self, text: str) -> None:
        self.y -= 6
        self._next_line(need=3 * LEADING)
        self.canvas.setFont("Serif-Bold", 10)
        self.canvas.drawString(self._x(), self.y, text)
        self.y -= 3

    def _formula(self, text: str) -> None:
        self.y -= 4
        self._next_line()
        self.canvas.setFont("Serif", SIZE)
        self.canvas.drawCentredString(self._x() + self.width / 2, self.y, text)
        self.out.pages[-1] += "".join(text.split())
        self.y -= 4

    def _paragraph(self, text: str, *, first: bool, counts: bool = True) -> None:
        """Justified lines; words too long for the rest of a line are divided."""
        words = text.split()
        indent = 0.0 if first else 12.0
        while words:
            line, words = self._fill(words, self.width - indent)
            self._next_line()
            self._draw(line, indent, justified=bool(words))
            indent = 0.0
            if counts:
                divided = line[-1].endswith("\u00ac")
                letters = "".join(line)
                self.out.pages[-1] += letters[:-1] if divided else letters

    def _draw(self, line: list[str], indent: float, *, justified: bool) -> None:
        shown = [_ligated(word.replace("\u00ac", "-")) for word in line]
        widths = [pdfmetrics.stringWidth(word, "Serif", SIZE) for word in shown]
        space = pdfmetrics.stringWidth(" ", "Serif", SIZE)
        if justified and len(line) > 1:
            space = (self.width - indent - sum(widths)) / (len(line) - 1)
        x = self._x() + indent
        self.canvas.setFont("Serif", SIZE)
        for word, width in zip(shown, widths, strict=True):
            self.canvas.drawString(x, self.y, word)
            x += width + space

    def _fill(self, words: list[str], width: float) -> tuple[list[str], list[str]]:
        """The words that fit on a line, and the rest; the sign ¬ marks where a word was cut."""
        line: list[str] = []
        used = 0.0
        space = pdfmetrics.stringWidth(" ", "Serif", SIZE) * 0.8
        for number, word in enumerate(words):
            need = pdfmetrics.stringWidth(word, "Serif", SIZE)
            if used + need <= width:
                line.append(word)
                used += need + space
                continue
            letters = word.rstrip(".,;")
            for cut in range(len(letters) - 3, 2, -1):
                need = pdfmetrics.stringWidth(f"{word[:cut]}-", "Serif", SIZE)
                if letters.isalpha() and used + need <= width:
                    return [*line, f"{word[:cut]}\u00ac"], [word[cut:], *words[number + 1 :]]
            return (line, words[number:]) if line else ([word], words[number + 1 :])
        return line, []

    def _broken(self, text: str, font: str, size: float, width: float) -> list[str]:
        lines = [""]
        for word in text.split():
            wider = f"{lines[-1]} {word}".strip()
            if pdfmetrics.stringWidth(wider, font, size) > width:
                lines.append(word)
            else:
                lines[-1] = wider
        return lines


def _ligated(word: str) -> str:
    for letters, ligature in LIGATURES.items():
        word = word.replace(letters, ligature)
    return word
