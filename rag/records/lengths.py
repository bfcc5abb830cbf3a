"""The length of a paper's title or abstract: "the longest title", "sorted by length of title"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rag.language.numbers import CARDINAL, ORDINAL, number_of, place_of
from rag.records.author_counts import author_order
from rag.types import Order
from store.papers import ABSTRACT, TITLE, Paper

BY_LENGTH = {
    Order.LONGEST_TITLE: TITLE,
    Order.SHORTEST_TITLE: TITLE,
    Order.LONGEST_ABSTRACT: ABSTRACT,
    Order.SHORTEST_ABSTRACT: ABSTRACT,
    Order.MOST_TITLE_WORDS: TITLE,
    Order.FEWEST_TITLE_WORDS: TITLE,
    Order.MOST_ABSTRACT_WORDS: ABSTRACT,
    Order.FEWEST_ABSTRACT_WORDS: ABSTRACT,
}
"""An order of papers by a length -> the part of a paper that is measured."""
_IN_WORDS = {
    Order.LONGEST_TITLE: Order.MOST_TITLE_WORDS,
    Order.SHORTEST_TITLE: Order.FEWEST_TITLE_WORDS,
    Order.LONGEST_ABSTRACT: Order.MOST_ABSTRACT_WORDS,
    Order.SHORTEST_ABSTRACT: Order.FEWEST_ABSTRACT_WORDS,
}
"""An order by characters -> the one by words."""
LENGTHS = {"title length": TITLE, "abstract length": ABSTRACT}
"""What a paper may be asked for, as a field of `Question.asks` -> the part that is measured."""
_PART = r"(?P<part>titles?|names?(?= of (?:a|any|all)\b)|abstracts?|summar(?:y|ies))"
_LONG, _SHORT = r"long(?:er|est)|wordiest", r"short(?:er|est)|briefest|tersest"
_EXTREME = (
    re.compile(
        rf"\b(?P<the>the )?(?:(?P<long>{_LONG})|(?P<short>{_SHORT})) (?:\w+ )?{_PART}(?! than\b)",
        re.I,
    ),
    re.compile(
        rf"\b{_PART} (?:that |which )?(?:is|are|was|were) (?:the )?(?:(?P<long>{_LONG})"
        rf"|(?P<short>{_SHORT}))(?! than\b)",
        re.I,
    ),
    re.compile(
        rf"\b{_PART} (?:has|have|with) (?:the )?(?:(?P<long>most|(?:largest|highest|greatest)"
        r" number of)|(?P<short>fewest|(?:smallest|lowest|least) number of)) (?:(?P<words>words)"
        r"|characters|letters)\b",
        re.I,
    ),
    re.compile(
        r"\b(?:(?:has|have|with|having|uses?) )?(?:the )?(?:(?P<long>most|(?:largest|highest"
        r"|greatest) number of)|(?P<short>fewest|(?:smallest|lowest|least) number of))"
        r" (?:(?P<words>words)|characters|letters)"
        rf" in (?:its|the|their|an?) {_PART}",
        re.I,
    ),
)
_A_PAPER = re.compile(
    r"\b(?:papers?|articles?|works?|stud(?:y|ies)|ones?) (?:that |which )?$", re.I
)
_SPOKEN_OF = re.compile(r"titles?|abstracts?|summar|\bnames? of\b", re.I)
_SORTED = re.compile(
    r"\b(?:(?:sort|order|rank|arrange)(?:ed)? (?P<what>(?:[\w'’]+ ){0,4}?))?by (?:the |their )?"
    r"(?:length of (?:the |their )?(?P<part>titles?|abstracts?)"
    r"|(?P<part2>titles?|abstracts?) lengths?)"
    r"(?P<short>,? (?:the )?shortest (?:first|to)\b[^?.!]*)?",
    re.I,
)
_SO_MANY = re.compile(
    rf"\b(?P<n>{CARDINAL}) (?:\w+ )?(?:papers? with the |of the |with )?(?:{_LONG}|{_SHORT})"
    r" (?:\w+ )?(?:titles|abstracts)\b",
    re.I,
)
_NTH = re.compile(rf"\b(?P<place>{ORDINAL})[- ](?:{_LONG}|{_SHORT}) (?:title|abstract)\b", re.I)
_OF_ONE = re.compile(
    r"\bhow (?:long|short)\b(?=[^?.!]*\b(?P<part>title|abstract)\b)"
    r"|\bhow many (?:words|characters|letters)\b(?=[^?.!]*\b(?P<part2>title|abstract)\b)"
    r"|\b(?:length|number of (?:words|characters|letters)|word count)\b(?: (?:of|in))?"
    r"(?=[^?.!]*\b(?P<part3>title|abstract)\b)"
    r"|\b(?P<part4>title|abstract) length\b",
    re.I,
)


def length_order(text: str) -> tuple[Order | None, str]:
    """Whether the papers with the longest or shortest title or abstract are wanted, and the rest.

    In the rest a paper stands for what was measured: "What is the longest title?" asks for one.
    """
    if not _SPOKEN_OF.search(text):
        return None, text
    if match := _SORTED.search(text):
        rest = f"{text[: match.start()]}{match['what'] or 'papers '}{text[match.end() :]}"
        return _order(match["part"] or match["part2"], bool(match["short"])), rest
    for pattern in _EXTREME:
        if match := pattern.search(text):
            before = text[: match.start()]
            several = match["part"].lower().endswith("s")
            paper = "" if _A_PAPER.search(before) else f"the {'papers' if several else 'paper'}"
            rest = f"{before}{paper}"
            order = _order(match["part"], bool(match["short"]))
            order = _IN_WORDS[order] if match.groupdict().get("words") else order
            return order, f"{rest}{text[match.end() :]}"
    return None, text


def _order(part: str, short: bool) -> Order:
    if part.lower().startswith(("title", "name")):
        return Order.SHORTEST_TITLE if short else Order.LONGEST_TITLE
    return Order.SHORTEST_ABSTRACT if short else Order.LONGEST_ABSTRACT


def measured_order(text: str) -> tuple[Order | None, str]:
    """The order by a length or by the number of authors that a text wants, and the rest."""
    order, rest = length_order(text)
    return (order, rest) if order else author_order(text)


def sorts_by_length(text: str) -> bool:
    """Whether all papers are wanted in such an order."""
    return _SORTED.search(text) is not None


def number_by_length(text: str) -> int | None:
    """How many papers are wanted in such an order: "the five longest titles"; None for all."""
    match = _SO_MANY.search(text)
    return number_of(match["n"]) if match else None


def place_by_length(text: str) -> int:
    """Which place in such an order is wanted: 2 for "the second longest title"; 0 for none."""
    match = _NTH.search(text)
    return place_of(match["place"]) if match else 0


def asked_length(text: str) -> str:
    """The field that asks how long a paper's title or abstract is; "" where none does."""
    match = _OF_ONE.search(text)
    part = next((p for p in match.groups() if p), "") if match else ""
    return f"{part.lower()} length" if part else ""


def words_in(paper: Paper, part: str) -> int:
    """How many words a paper's title or abstract has."""
    return len((paper.title if part == TITLE else paper.text[: paper.opening]).split())


def letters_in(paper: Paper, part: str) -> int:
    """How many characters it has, by which the longest is found."""
    return len(paper.title if part == TITLE else paper.text[: paper.opening].strip())


def size_in(paper: Paper, order: Order) -> int:
    """The number that an order goes by: words where it is of words, else characters."""
    part = BY_LENGTH[order]
    return words_in(paper, part) if order in _IN_WORDS.values() else letters_in(paper, part)


def by_length(papers: Iterable[Paper], order: Order) -> list[Paper]:
    """Sorted by the length; papers without such a part come last."""
    sign = -1 if order.value.startswith(("longest", "most")) else 1
    return sorted(papers, key=lambda p: (not size_in(p, order), sign * size_in(p, order)))


def said_size(paper: Paper, order: Order) -> str:
    """How long the part is that an order measures; what it goes by comes first."""
    part = BY_LENGTH[order]
    if order in _IN_WORDS.values():
        return said_length(paper, part)
    return f"{_letters(letters_in(paper, part))} ({_words(words_in(paper, part))})"


def said_length(paper: Paper, part: str) -> str:
    """How long it is, in words: "146 words (1,003 characters)"."""
    return f"{_words(words_in(paper, part))} ({_letters(letters_in(paper, part))})"


def _words(count: int) -> str:
    return f"{count:,} {'word' if count == 1 else 'words'}"


def _letters(count: int) -> str:
    return f"{count:,} {'character' if count == 1 else 'characters'}"
