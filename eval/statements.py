"""An answer's statements with their markers, and whether what they cite supports them.

After ALCE (Gao et al. 2023, arXiv 2305.14627), which asks a model for entailment. Here words
decide: a statement is supported where nearly all its terms, and every number, stand in what
it cites. That cannot see a wrong relation between right words; it sees invention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rag.types import Citation
from store.categories import category_name
from store.lexical import terms
from store.papers import RECORD, Paper
from store.segment import sentence_spans

SUPPORTED = 0.8
"""The share of a statement's terms that must stand in what it cites; the rest may link."""

_MARKERS = re.compile(r"((?:\s*\[\d+\])+)")
_BYLINE = re.compile(r"^\*\*[^*]+\*\*(?: \([^)]*\))?[.:]?$")
_LABEL = re.compile(r"^\s*(?:[-*+>]\s+|#+\s+|\d+\.\s+)")
# How many papers fit, or which come near: no span of a paper can say so, sets are measured apart.
_OF_THE_LIBRARY = re.compile(
    r"^\W*(?:\d+\W+)?(?:none|\d+)(?: of (?:the |those )?\d+)? (?:papers?|statements)\b"
    r"|^Most papers, \d+, are from\b|^Near misses\b",
    re.I,
)
_NUMBER = re.compile(r"(?<![\w.])\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of an answer with the numbers of the citations that it carries."""

    text: str
    markers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Content:
    """What of a text is compared."""

    terms: frozenset[str]
    numbers: frozenset[str]


def statements(markdown: str) -> list[Statement]:
    """The sentences that say something of papers; a marker holds for all since the last one.

    Labels say nothing: a paper's name over its summary, a table's heads, "Side by side:".
    """
    parts = (p for p in _parts(markdown) if _MARKERS.search(p) or not _OF_THE_LIBRARY.match(p))
    return [s for part in parts for s in _cut(part) if _says_something(s)]


def _parts(markdown: str) -> Iterator[str]:
    """Lines, and of a table every cell but its first row and first column."""
    in_table = False
    for line in markdown.splitlines():
        is_row = line.startswith("|")
        if is_row and in_table and not re.fullmatch(r"[|\s:-]+", line):
            yield from (cell.replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[2:-1])
        elif not is_row:
            yield _LABEL.sub("", line)
        in_table = is_row


def _cut(part: str) -> Iterator[Statement]:
    pieces = _MARKERS.split(part)
    for text, run in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
        markers = tuple(int(n) for n in re.findall(r"\d+", run))
        for start, end in sentence_spans(text):
            yield Statement(text[start:end].strip(), markers)


def _says_something(statement: Statement) -> bool:
    if statement.markers:
        return True
    text = statement.text
    label = text.endswith(":") or _BYLINE.match(text)
    return bool(terms(text)) and not label


def is_verbatim(citation: Citation, papers: Mapping[str, Paper]) -> bool:
    """Whether the quote stands at its place in its paper, to the letter."""
    paper = papers.get(citation.paper_id)
    if paper is None or not 0 <= citation.start < citation.end:
        return False
    return paper.part(citation.section)[citation.start : citation.end] == citation.quote


def is_supported(
    statement: Statement, citations: Iterable[Citation], papers: Mapping[str, Paper]
) -> bool:
    """Whether these citations together hold a statement's terms and every number of it.

    A quote that is not verbatim supports nothing. Beside the quotes, the names of the papers
    that they stand in count: title, authors, date.
    """
    held = [_content(evidence(c, papers[c.paper_id])) for c in citations if is_verbatim(c, papers)]
    if not held:
        return False
    wanted = _content(statement.text)
    if wanted.numbers - frozenset().union(*(content.numbers for content in held)):
        return False
    found = wanted.terms & frozenset().union(*(content.terms for content in held))
    return len(found) >= SUPPORTED * len(wanted.terms)


def evidence(citation: Citation, paper: Paper) -> str:
    """The quote, with the paper's name; of a record, with its fields in words.

    A record abbreviates: "DB" is Databases, and no flag means that no code is known.
    """
    parts = [paper.title, *paper.authors, "et al.", paper.day, citation.quote]
    if citation.section == RECORD:
        code = "says that code is available" if paper.has_code else "has no code flag"
        category = f"category {paper.category} {category_name(paper.category) or ''}"
        parts += [*paper.organisations, f"The record {code}.", category]
    return " ".join(parts)


@lru_cache(maxsize=10_000)
def _content(text: str) -> _Content:
    numbers = frozenset(number.replace(",", "") for number in _NUMBER.findall(text))
    return _Content(frozenset(terms(text)), numbers)
