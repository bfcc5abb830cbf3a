"""Makes a paper of the fields that an export carries."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import unquote

from store.papers import Known, Paper
from store.readers.reading import plain

_TAG = re.compile(r"</?(?:jats:)?[a-zA-Z][\w:-]*(?:\s[^<>]*)?/?>")
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>{}]+")
_ARXIV = re.compile(r"(?P<id>\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?")
_LONGEST_ID = 200
_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.(.+)", re.I)
_AT_DOI = re.compile(r"\s*https?://(?:www\.|dx\.)?doi\.org/", re.I)
_AT_ARXIV = re.compile(r"\s*https?://(?:[\w-]+\.)?arxiv\.org/(?:abs|pdf|html)/", re.I)


@dataclass(frozen=True, slots=True)
class Fields:
    """What an export says of a paper. Empty values say nothing."""

    title: str
    text: str = ""
    authors: tuple[str, ...] = ()
    authors_cut: bool = False
    day: tuple[date | None, Known] = (None, "day")
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    venue: str = ""
    keywords: Sequence[str] = ()
    category: str = ""
    organisations: Sequence[str] = ()
    source_id: str = ""
    has_code: bool = False
    code: str = ""


def paper_of(fields: Fields, source: str) -> Paper:
    """The paper; its record is the fields one a line, in this order, each where it says so."""
    people = ", ".join(fields.authors) + (" et al." if fields.authors_cut else "")
    day, known = fields.day
    doi = bare_doi(fields.doi) or _behind(_AT_DOI, fields.url, bare_doi)
    arxiv = bare_arxiv(fields.arxiv) or _behind(_AT_ARXIV, fields.url, bare_arxiv)
    if not arxiv and (match := _ARXIV_DOI.fullmatch(doi)):
        arxiv = bare_arxiv(match[1])
    shown = {
        "title": one_line(fields.title),
        "authors": people,
        "organisations": ", ".join(fields.organisations),
        "date": _shown(day, known),
        "venue": one_line(fields.venue),
        "category": one_line(fields.category),
        "keywords": ", ".join(fields.keywords),
        "doi": f"doi:{doi}" if doi else "",
        "arxiv": f"arXiv:{arxiv}" if arxiv else "",
        "code": f"code: {one_line(fields.code)}" if fields.has_code and fields.code else "",
    }
    record, places = _laid_out(shown)
    return Paper(
        id="",
        title=shown["title"],
        text=fields.text.strip(),
        record=record,
        authors=fields.authors,
        authors_cut=fields.authors_cut,
        organisations=tuple(fields.organisations),
        category=shown["category"],
        date=day,
        has_code=fields.has_code,
        source=source,
        fields=places,
        date_known=known,
        doi=doi,
        arxiv=arxiv,
        url=fields.url.strip() if fields.url.strip().startswith(("http://", "https://")) else "",
        venue=shown["venue"],
        keywords=tuple(fields.keywords),
        source_id=fields.source_id[:_LONGEST_ID],
    )


def _behind(site: re.Pattern[str], url: str, read: Callable[[str], str]) -> str:
    """What stands in an address behind that of a site; "" where it is one of another site."""
    match = site.match(url)
    return read(unquote(url[match.end() :])) if match else ""


def _laid_out(shown: dict[str, str]) -> tuple[str, dict[str, tuple[int, int]]]:
    """The lines that are not empty, and where each field stands."""
    lines: list[str] = []
    places: dict[str, tuple[int, int]] = {}
    start = 0
    for name, line in shown.items():
        if line:
            places[name] = (start, start + len(line))
            lines.append(line)
            start += len(line) + 1
    return "\n".join(lines), places


def _shown(day: date | None, known: Known) -> str:
    if day is None:
        return ""
    return day.isoformat()[: {"year": 4, "month": 7, "day": 10}[known]]


def one_line(text: str) -> str:
    """The text without markup, its white space levelled to single spaces."""
    return " ".join(plain(html.unescape(_TAG.sub(" ", text))).split())


def bare_doi(text: str) -> str:
    """A DOI in lower case ("10.1000/xyz") from any way of writing it; "" where there is none."""
    match = _DOI.search(text[:500])
    return match[0].lower().rstrip(".,;)") if match else ""


def bare_arxiv(text: str) -> str:
    """The number in "arXiv:2401.01234v2 [cs.CL]" or an address; "" where there is none."""
    match = _ARXIV.search(text[:500])
    return match["id"] if match else ""


def phrases(text: str) -> tuple[str, ...]:
    """The keywords of a line, put apart by semicolons, or else by commas."""
    parts = text.split(";") if ";" in text else text.split(",")
    return tuple(dict.fromkeys(word for part in parts if (word := one_line(part))))
