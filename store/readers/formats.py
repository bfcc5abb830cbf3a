"""Which reader a content is for: the first format that it looks like."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from store.readers import (
    arxiv_page,
    atom,
    bibtex,
    json_records,
    listing,
    markdown,
    page,
    pdf,
    plain_text,
    ris,
    table,
)
from store.readers.reading import Content, Reader, Unreadable


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, how it is known, and what reads it."""

    name: str
    looks_like: Callable[[Content], bool]
    read: Reader


def _any(content: Content) -> bool:
    return True


FORMATS = (
    Format("PDF", pdf.looks_like, pdf.read),
    Format("Atom feed", atom.looks_like, atom.read),
    Format("RIS", ris.looks_like, ris.read),
    Format("BibTeX", bibtex.looks_like, bibtex.read),
    Format("page of arXiv", arxiv_page.looks_like, arxiv_page.read),
    Format("listing", listing.looks_like, listing.read),
    Format("JSON", json_records.looks_like, json_records.read),
    Format("table", table.looks_like, table.read),
    Format("page of results", page.looks_like, page.read),
    Format("Markdown", markdown.looks_like, markdown.read),
    Format("plain text", _any, plain_text.read),
)
"""In the order in which they are tried: the more telling a beginning, the earlier."""

_FOREIGN = {
    b"\x1f\x8b": "a gzip archive; unpack it",
    b"\x89PNG": "a picture; give the paper's PDF or text",
    b"\xff\xd8\xff": "a picture; give the paper's PDF or text",
    b"GIF8": "a picture; give the paper's PDF or text",
    b"7z\xbc\xaf": "a 7z archive; unpack it",
    b"\xd0\xcf\x11\xe0": "an old office document; save it as PDF or plain text",
    b"{\\rtf": "a rich-text document; save it as PDF or plain text",
    b"%!PS": "PostScript; convert it to PDF",
}


def format_of(content: Content) -> Format:
    """The format of a content; raises Unreadable for what is no text of any kind."""
    for start, what in _FOREIGN.items():
        if content.data.startswith(start):
            raise Unreadable(f"it is {what}")
    for known in FORMATS:
        if known.looks_like(content):
            return known
        if known.name == "Atom feed":
            _refuse_what_is_no_text(content)
    raise AssertionError("plain text is what is left")


def _refuse_what_is_no_text(content: Content) -> None:
    start = content.data[:4_096]
    if not content.data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Unreadable("it is empty")
    if b"\x00" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("it is neither a text nor a PDF; give the paper as one of these")
    opening = content.text[:1_000].lstrip().lower()
    if opening.startswith(("<!doctype html", "<html")):
        raise Unreadable("it is a web page; save its text, or export what it lists")
    if opening.startswith("<?xml"):
        raise Unreadable("it is XML but no Atom feed; export it as BibTeX, RIS, CSV or JSON")
