"""Papers that a question names by an end of an order: "summarize the newest paper", "compare the
oldest paper with the newest". Their titles stand in for these words.

Where such a paper itself is asked for ("who wrote the oldest?"), its record answers as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rag.records.allowed import fits
from rag.records.catalog import Catalog
from rag.records.lengths import BY_LENGTH
from rag.records.sorting import BY_AUTHORS, put_in_order
from rag.types import Filters, Question

Reader = Callable[[str], Question]

_END = r"(?:very )?(?:oldest|earliest|newest|latest|most recent|first|last)"
_SURE = r"(?:very )?(?:oldest|earliest|newest|latest|most recent|youngest)"
_NOUN = r"(?:papers?|articles?|publications?|stud(?:y|ies)|works?)"
_PLEASE = r"^\W*(?:(?:please|and|now|can you|could you)\W+)*"
_COMPARED = re.compile(
    rf"{_PLEASE}(?:(?:compare|contrast)(?: me)?"
    r"|(?:what(?:['’]s| is| are) |(?:show|tell) me )?the (?:main |key )?differences? between"
    r"|how (?:do|does|did|is|are))"
    rf" (?P<one>(?:the )?{_END}\b[^,?.!;]*?),?"
    r" (?:with|and|to|against|vs\.?|versus|differs?(?: from)?|different from|from"
    r"|compared? (?:with|to|against))"
    rf" (?P<other>(?:the )?{_END}\b[^?.!;]*?)(?: (?:differ|compare)(?: from each other)?)?\W*$",
    re.I,
)
# "The oldest and the newest paper": both, with their dates.
_BOTH = re.compile(
    r"^\W*(?:(?:please|and|show|list|name|give|tell|find|me|which|what|are|is)\W+)*"
    rf"(?P<one>(?:the )?{_SURE})(?P<mid> [^,?.!;]*?)?"
    rf" and (?P<other>(?:the )?{_SURE}\b[^,?.!;]*?)\W*$",
    re.I,
)
_CAPITAL = r"(?-i:[A-Z])[\w.’'-]*"
_OF_ONE = re.compile(
    rf"{_PLEASE}(?P<how>summari[sz]e|sum up|describe|explain"
    r"|tell me (?:more |something )?about"
    r"|(?:give me )?(?:an? |the )?(?:short |brief )?(?:summary|overview|gist) of"
    r"|what(?:['’]s| is)(?=[^?]* about\W*$)|what(?: \w+)? (?:does|did)|how (?:does|did)"
    r"|why (?:does|did)|does|did|is|has)"
    rf" (?P<one>the {_SURE} (?:(?!of\b)[\w.+-]+ ){{0,2}}?{_NOUN}"
    rf"(?: by {_CAPITAL}(?: {_CAPITAL}){{0,3}})?)"
    r"(?P<rest>(?! (?:of|among) (?:those|these|them)\b).*)$",
    re.I,
)
_SAYS_WHICH = re.compile(r"^(?: (?:in|from|with|on|by)\b.*)?$", re.I)
_YES_NO = re.compile(r"^(?:is|does|did|has)$", re.I)
_OF_THOSE = re.compile(r"\b(?:those|these|them|their|its?)\b", re.I)


def with_ends_named(text: str, catalog: Catalog, read: Reader) -> str | None:
    """The text with the titles of the papers that it names by an end; None for any other.

    `read` understands what a text asks for by itself.
    """
    if _OF_THOSE.search(text):
        return None
    if match := _COMPARED.match(text):
        titles = _both(match["one"], match["other"], catalog, read)
        return f"Compare {titles[0]} with {titles[1]}" if titles else None
    if match := _BOTH.match(text):
        titles = _both(f"{match['one']}{match['mid'] or ''}", match["other"], catalog, read)
        return f"When were {titles[0]} and {titles[1]} published?" if titles else None
    match = _OF_ONE.match(text)
    return _of_one(match, catalog, read) if match else None


def _of_one(match: re.Match[str], catalog: Catalog, read: Reader) -> str | None:
    """What asks something of the paper at one end, with its title for it.

    Words behind it say which paper that is, unless they are what is asked: "Is the newest from
    2024?" asks for a date, "summarize the newest from 2024" says which.
    """
    words, rest = match["one"], match["rest"].rstrip(" ?.!")
    yes_no = _YES_NO.match(match["how"]) is not None
    if yes_no and not rest:
        return None
    which = rest.removesuffix(" about")
    if not yes_no and _SAYS_WHICH.match(which):
        words, rest = f"{words}{which}", rest[len(which) :]
    title = _title(_set_of(words, read), catalog)
    return f"{match.string[: match.start('one')]}{title}{rest}" if title else None


def _both(one: str, other: str, catalog: Catalog, read: Reader) -> tuple[str, str] | None:
    """The titles of two ends; what limits one of them limits the other where that says nothing."""
    first, second = _set_of(one, read), _set_of(other, read)
    if first.filters == Filters():
        first = replace(first, filters=second.filters)
    if second.filters == Filters():
        second = replace(second, filters=first.filters)
    titles = _title(first, catalog), _title(second, catalog)
    return (titles[0], titles[1]) if titles[0] and titles[1] and titles[0] != titles[1] else None


def _set_of(words: str, read: Reader) -> Question:
    noun = "" if re.search(rf"\b{_NOUN}\b", words, re.I) else " paper"
    words = re.sub(r"^(?:the )?", "Which is the ", f"{words}{noun}", count=1)
    return read(re.sub(r"\b(?:papers|articles|publications|works)\b", "paper", words))


def _title(asked: Question, catalog: Catalog) -> str | None:
    """The title of the one paper at the end that a question asks for; None where it is not sure."""
    if not asked.order or asked.limit != 1 or asked.topic or asked.named or asked.without:
        return None
    unwanted = asked.unwanted
    papers = [
        paper
        for paper in catalog.papers.values()
        if fits(paper, asked.filters) and not (unwanted != Filters() and fits(paper, unwanted))
    ]
    if asked.order not in (*BY_AUTHORS, *BY_LENGTH):
        papers = [paper for paper in papers if paper.date]
    ordered = put_in_order(papers, asked.order)[asked.skip :]
    if not ordered:
        return None
    first = ordered[0]
    level = [p for p in ordered[1:] if asked.order not in BY_LENGTH and p.day == first.day]
    return None if level else first.title
