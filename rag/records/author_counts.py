"""How many authors a question wants a paper to have: "single-author papers", "the most authors".

Where a record ends its list with "et al." there are more than it names, and how many is not known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.bounds import Bounds, bounded, bounds_of
from rag.language.numbers import CARDINAL, number_of
from rag.language.words import cut_out
from rag.types import Order
from store.papers import Paper

_AUTHORS = r"(?:co-?)?(?:authors?|writers?)"
_PEOPLE = rf"{_AUTHORS}|people|persons?|researchers?|scientists?|scholars?"
_HAS = r"(?:with|have|has|had|having|(?:list|name|credit)(?:s|ed|ing)?|there (?:are|is|were))"
_WRITTEN = (
    r"(?:(?:co-?)?(?:written|authored|signed|published)|papers?|articles?|works?) (?:by|from)"
)
_OF_PEOPLE = (
    re.compile(rf"\b{_HAS} {bounded(_AUTHORS)}(?: each| listed| named| on (?:it|them))?\b", re.I),
    re.compile(rf"\b{_WRITTEN} {bounded(_PEOPLE)}(?: each| alone| together)?\b", re.I),
    re.compile(rf"\b(?:by|from|of) {bounded(_AUTHORS)}\b", re.I),
    re.compile(rf"\b{bounded('authored')}\b", re.I),
    re.compile(rf"\b{bounded('author')} (?=(?:paper|work|article|publication)s?\b)", re.I),
)
_ALONE = re.compile(
    r"\b(?:that |which )?(?:has |have |with |by |is |are |was |were )?(?:just |only )?"
    r"(?:an? |the )?(?:sole|solo|lone|single)[- ](?:authors?|authored|written|writers?)\b"
    r"|\bwritten (?:alone|solo|single-handedly)\b",
    re.I,
)
# "Has she published alone?": her name needs the verb, which is left.
_WROTE_ALONE = re.compile(
    r"\b(?:wr[io]tes?|written|publish(?:ed)?|authored|work(?:ed)?)"
    r"(?: (?:anything|it|them|any papers?|papers?|an? paper))? "
    r"(?P<cut>(?:all )?(?:alone|solo|single-handedly|by (?:him|her|them)sel\w+))\b",
    re.I,
)
_TOGETHER = re.compile(
    r"\b(?:(?:jointly|co-?)[- ]?(?:written|authored)|joint(?:ly)?[- ]author\w*)"
    r"(?= papers?\b| works?\b| articles?\b|\W*$)",
    re.I,
)
_NOBODY = re.compile(
    rf"\b(?:(?:with|has|have|list|name|give)s? )?(?:no|without (?:an?|any)?|lack(?:s|ing)?"
    rf"(?: an| any)?|missing(?: an)?) ?(?:known |named |listed |identified )?{_AUTHORS}"
    r"(?: (?:is|are|was|were))?(?: (?:given|named|listed|credited|recorded|known|stated"
    r"|mentioned|identified|at all))?(?![\w-])(?! called| named [A-Z])"
    rf"|\b(?:whose |where (?:the )?|the )?{_AUTHORS} (?:is|are|was|were) (?:not|unknown|missing"
    r"|anonymous)(?: (?:given|named|listed|credited|recorded|known|stated|identified))?"
    r"|\b(?:with (?:an? )?)?(?:unknown|unnamed|anonymous|missing) (?:co-?)?authors?\b"
    r"|\banonymous(?:ly)?(?: (?:written|published))?(?= papers?\b| works?\b| articles?\b|\W*$)",
    re.I,
)
_SPOKEN_OF = re.compile(
    r"author|writ|wrote|publish|work|people|person|anonym|research|sign|schola", re.I
)
_NUMBER_OF = rf"(?:{_AUTHORS}|people|names)(?: (?:listed|named))?\b"
_MOST = re.compile(
    rf"\b(?:the )?(?:most|more|(?:largest|highest|greatest|biggest) number of) {_NUMBER_OF}"
    r"(?! than\b)"
    r"|\b(?:the )?longest (?:list of authors|authors?['’]? list)\b"
    r"|\b(?:largest|biggest) (?:author )?team\b",
    re.I,
)
_FEWEST = re.compile(
    rf"\b(?:the )?(?:fewest|fewer|(?:least|lowest|smallest) number of) {_NUMBER_OF}"
    r"|\b(?:the )?shortest (?:list of authors|authors?['’]? list)\b"
    r"|\bsmallest (?:author )?team\b",
    re.I,
)


_SO_MANY = re.compile(
    rf"\b(?P<n>{CARDINAL}) (?:[\w-]+ )?(?:papers|articles|works|ones|publications) (?:with"
    r"|that have"
    r"|having) (?:the )?(?:most|fewest|(?:largest|highest|smallest"
    rf"|lowest) number of) {_NUMBER_OF}",
    re.I,
)


def number_by_authors(text: str) -> int | None:
    """How many papers with most or fewest authors are wanted; None where no number is said."""
    match = _SO_MANY.search(text)
    return number_of(match["n"]) if match else None


def author_bounds(text: str) -> tuple[Bounds | None, str]:
    """The number of authors that a text asks of papers, and the text without the words."""
    if not _SPOKEN_OF.search(text):
        return None, text
    for pattern, bounds in ((_NOBODY, Bounds(0, 0)), (_ALONE, Bounds(1, 1))):
        if match := pattern.search(text):
            return bounds, cut_out(text, match)
    for pattern in _OF_PEOPLE:
        if match := pattern.search(text):
            return bounds_of(match), cut_out(text, match)
    if match := _WROTE_ALONE.search(text):
        start, end = match.span("cut")
        return Bounds(1, 1), f"{text[:start]} {text[end:]}"
    if match := _TOGETHER.search(text):
        return Bounds(2), cut_out(text, match)
    return None, text


def author_order(text: str) -> tuple[Order | None, str]:
    """Whether the papers with most or fewest authors are wanted, and the text without that."""
    for pattern, order in ((_MOST, Order.MOST_AUTHORS), (_FEWEST, Order.FEWEST_AUTHORS)):
        if match := pattern.search(text):
            return order, cut_out(text, match)
    return None, text


def known_authors(paper: Paper) -> tuple[int, int | None]:
    """The least and the most authors that a paper can have by its record."""
    count = len(paper.authors)
    return (count + 1, None) if paper.authors_cut else (count, count)


def has_authors(paper: Paper, wanted: Bounds) -> bool | None:
    """Whether a paper has so many authors; None where its record is cut short before that."""
    return wanted.hold(*known_authors(paper))


def uncertain(papers: Sequence[Paper], wanted: Bounds) -> list[Paper]:
    """The papers of which their records do not say whether they have so many authors."""
    return [paper for paper in papers if has_authors(paper, wanted) is None]


def cut_records(count: int, of: int) -> str:
    """That so many records do not name all authors, the beginning of a sentence."""
    cuts = "cuts its list" if count == 1 else "cut their lists"
    return f"{count} of {of} records {cuts} of authors short (“et al.”)"


def by_authors(papers: Sequence[Paper], order: Order) -> list[Paper]:
    """Sorted by how many authors the records name, those that name none last."""
    sign = -1 if order is Order.MOST_AUTHORS else 1
    return sorted(papers, key=lambda p: (not p.authors, sign * known_authors(p)[0]))


def is_known_first(papers: Sequence[Paper], order: Order) -> bool:
    """Whether the first of papers sorted by their authors surely is, though some are cut short."""
    cut = [known_authors(paper)[0] for paper in papers if paper.authors_cut]
    if not cut:
        return True
    first = papers[0]
    return order is Order.FEWEST_AUTHORS and not first.authors_cut and len(first.authors) < min(cut)
