"""Reads BibTeX and BibLaTeX with bibtexparser; LaTeX's accents and escapes become letters."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING
from unicodedata import normalize

from store.papers import Known, Paper
from store.readers.card import Fields, one_line, paper_of, phrases
from store.readers.days import day_of
from store.readers.reading import Content, Problem

if TYPE_CHECKING:
    from datetime import date

    from bibtexparser.library import Library
    from bibtexparser.model import Entry
    from pylatexenc.latex2text import LatexNodes2Text

_BLOCK = re.compile(r"^[ \t]*@", re.M)
_LOOKS = re.compile(r"^[ \t]*@[a-zA-Z]+\s*[{(]", re.M)
_PORTION = 200_000  # characters parsed at once: what is damaged stays cheap
_LONGEST_MACROS = 100_000
_VENUES = ("journal", "journaltitle", "booktitle", "school", "institution", "publisher")
_JOINED = re.compile(r"[#\"]")
_COMMENT = re.compile(r"(?<!\\)%")
_DOUBLED = re.compile(r"\\''(?=\s*\{?\\?[A-Za-z])")  # two marks typed for the umlaut's one
# To those that take names apart a tilde is a space, also where it stands over a letter.
_TILDE = re.compile(r"\\~\s*(?:\{\s*\\?([A-Za-z])\s*\}|\\?([A-Za-z]))")


def looks_like(content: Content) -> bool:
    """Whether a line begins with an entry, such as "@article{"."""
    return _LOOKS.search(content.text[:100_000]) is not None


def read(content: Content) -> Iterator[Paper | Problem]:
    """Each entry with a title; macros hold from where they stand to the end."""
    macros = ""
    for line, portion in _portions(content.text):
        library = _parsed(macros + portion)
        first = line - macros.count("\n")
        for entry in _entries(library):
            yield _read_entry(entry, first + (entry.start_line or 0))
        for block in library.failed_blocks:
            if getattr(block, "ignore_error_block", None) is None:
                raw = (block.raw or "").split("\n", 1)[0]
                yield Problem(
                    first + (block.start_line or 0), f"no whole BibTeX entry: {raw!r:.60}"
                )
        macros = "".join(f"{macro.raw}\n" for macro in library.strings)[:_LONGEST_MACROS]


def _portions(text: str) -> Iterator[tuple[int, str]]:
    """The text in portions that begin at blocks, each with its first line's number."""
    start, line = 0, 1
    for match in _BLOCK.finditer(text):
        if match.start() - start >= _PORTION:
            yield line, text[start : match.start()]
            line += text.count("\n", start, match.start())
            start = match.start()
    yield line, text[start:]


def _parsed(text: str) -> Library:
    from bibtexparser.entrypoint import parse_string

    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # problems are told by us
    return parse_string(text)


def _entries(library: Library) -> Iterator[Entry]:
    """The entries in their order, with those that only repeat a key or a field."""
    from bibtexparser.model import Entry

    for block in library.blocks:
        entry = getattr(block, "ignore_error_block", block)
        if isinstance(entry, Entry):
            yield entry


def _read_entry(entry: Entry, line: int) -> Paper | Problem:
    raw = {field.key.lower(): str(field.value) for field in reversed(entry.fields)}
    values = {name: _decoded(value) for name, value in raw.items()}
    if not (title := one_line(values.get("title", ""))):
        return Problem(line, f"the entry {entry.key!r:.60} has no title")
    if subtitle := one_line(values.get("subtitle", "")):
        title = f"{title}: {subtitle}"
    names, cut = _people(raw.get("author") or raw.get("editor") or "")
    is_arxiv = "arxiv" in (values.get("archiveprefix", "") + values.get("eprinttype", "")).lower()
    fields = Fields(
        title=title,
        text=one_line(values.get("abstract", "")),
        authors=names,
        authors_cut=cut,
        day=_day(values),
        doi=values.get("doi", ""),
        arxiv=values.get("eprint", "") if is_arxiv else _arxiv_in(values),
        url=raw.get("url", "").strip("{}"),
        venue=next((values[name] for name in _VENUES if values.get(name)), ""),
        keywords=phrases(values.get("keywords", "")),
        category=values.get("primaryclass", ""),
        source_id=one_line(entry.key),
    )
    return paper_of(fields, str(line))


def _people(value: str) -> tuple[tuple[str, ...], bool]:
    """The names, given names first, and whether "and others" follows; braces hold names whole."""
    from bibtexparser.middlewares.names import (
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    value = _TILDE.sub(lambda m: normalize("NFC", f"{m[1] or m[2]}\u0303"), value)
    names = [one_line(name) for name in split_multiple_persons_names(value)]
    kept = [name for name in names if name and name.lower() != "others"]
    parts = (parse_single_name_into_parts(name, strict=False) for name in kept)
    shown = (one_line(_decoded(part.merge_first_name_first)) for part in parts)
    return tuple(dict.fromkeys(filter(None, shown))), len(kept) < len(names)


def _arxiv_in(values: Mapping[str, str]) -> str:
    """The number in "arXiv preprint arXiv:2401.01234" or in an address of arXiv."""
    places = (values.get("journal", ""), values.get("url", ""), values.get("note", ""))
    return next((place for place in places if "arxiv" in place.lower()), "")


def _day(values: Mapping[str, str]) -> tuple[date | None, Known]:
    """A date in one field, or in those for its year, month and day; "#" joins two strings."""
    month = _JOINED.sub(" ", values.get("month", ""))
    said = (values.get("date", ""), values.get("year", ""))
    return day_of(*said, month=month, day=values.get("day", ""))


def _decoded(value: str) -> str:
    """The value without its braces and with letters for LaTeX's accents; formulas stay."""
    if not any(sign in value for sign in "\\{}~"):
        return value
    try:
        mended = _DOUBLED.sub(r'\\"', _COMMENT.sub(r"\\%", value))
        return str(_decoder().latex_to_text(mended))
    except Exception:  # whatever LaTeX it is, its source can be read, too
        return value


@cache
def _decoder() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim", keep_comments=True)
