"""Reads one PDF on standard input and writes the paper as JSON: a program of its own.

pdfium is C++: what a damaged file does to it must not happen to the process that indexes, and
a process can be stopped when it takes too long or too much memory.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

import pypdfium2
import pypdfium2.raw as pdfium

from store.papers import Paper
from store.places import LineBox
from store.readers.card import Fields, paper_of
from store.readers.days import day_of
from store.readers.headings import is_references
from store.readers.pdf_front import begins_abstract, front_of, without_its_heading
from store.readers.pdf_layout import Line, lines_in_order
from store.readers.pdf_paragraphs import Body, Placed, is_prose, made_whole, paragraphs
from store.readers.pdf_text import PageText, pages_of
from store.readers.reading import Unreadable, plain
from store.readers.sections import BEGINNING, laid_out

_MEMORY = 3_000_000_000  # bytes
_MOST_PAGES = 2_000
_LETTERS = 50  # of a whole file: fewer are a stamp on a scan
_STAMP = re.compile(r"arXiv:(?P<id>\S+)\s+\[(?P<category>[\w.-]+)\]\s+(?P<day>\d+ \w+ \d{4})")


def main() -> None:
    """Writes `{"paper": …}` or `{"refused": why}`."""
    with suppress(ImportError, ValueError, OSError):  # there is no such bound on some platforms
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        answer: dict[str, object] = {"paper": _paper(sys.stdin.buffer.read()).to_json()}
    except Unreadable as why:
        answer = {"refused": str(why)}
    except (MemoryError, RecursionError):
        answer = {"refused": "it takes too much memory; print it to a new PDF"}
    except Exception as error:  # whatever pdfium or its binding meets in a damaged file
        answer = {"refused": f"the PDF is damaged ({error}); export or download it again"}
    sys.stdout.write(json.dumps(answer))


def _paper(data: bytes) -> Paper:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise Unreadable("the PDF is locked with a password; save it without one") from error
        raise
    if len(document) > _MOST_PAGES:
        raise Unreadable(f"the PDF has more than {_MOST_PAGES} pages; split it")
    pages = list(pages_of(document))
    if sum(sign.isalpha() for page in pages for run in page.runs for sign in run.text) < _LETTERS:
        if any(page.pictures for page in pages):
            raise Unreadable(
                "the PDF holds pictures of pages and no text; run text recognition (OCR) on it"
            )
        raise Unreadable("the PDF holds no text; give one that does")
    about = document.get_metadata_dict()
    return told(pages, about.get("Title", ""), about.get("Author", ""))


def told(pages: Sequence[PageText], title: str, author: str) -> Paper:
    """The paper that pages tell, with the file's own title and author where they tell none."""
    lines = lines_in_order(pages)
    body = Body.of(lines)
    front = front_of(lines, body, title, author)
    stamp = _STAMP.search(pages[0].sideways)
    fields = Fields(
        title=front.title,
        authors=front.authors,
        organisations=front.organisations,
        doi=front.doi,
        arxiv=stamp["id"] if stamp else "",
        category=stamp["category"] if stamp else "",
        day=day_of(stamp["day"]) if stamp else (None, "day"),
    )
    return _with_text(paper_of(fields, "1"), _sectioned(lines[front.length :], body))


def _with_text(paper: Paper, paragraphs: Iterator[tuple[str, Placed]]) -> Paper:
    found = [(name, placed) for name, placed in paragraphs]
    whole = laid_out((name, placed.text) for name, placed in found)
    lines = [
        _line_box(start + begin, start + end, line)
        for start, (_, placed) in zip(whole.starts, found, strict=True)
        for begin, end, line in placed.spans
        if begin < end
    ]
    return replace(paper, text=plain(whole.text), sections=whole.sections, lines=tuple(lines))


def _line_box(start: int, end: int, line: Line) -> LineBox:
    box = line.box
    left, top, right, bottom = (round(s, 1) for s in (box.left, box.top, box.right, box.bottom))
    return LineBox(start, end, line.page, (left, top, right, bottom))


def _sectioned(lines: Sequence[Line], body: Body) -> Iterator[tuple[str, Placed]]:
    """Every paragraph of prose under its section's name; what is cited is left out."""
    name = BEGINNING
    for part in paragraphs(lines, body):
        if part.heading:
            name = part.heading
            continue
        if name == BEGINNING and begins_abstract(part.lines[0]):
            name = "Abstract"
        if is_references(name) or not is_prose(part):
            continue
        placed = made_whole(part, body)
        yield name, without_its_heading(placed) if name == "Abstract" else placed


if __name__ == "__main__":
    main()
