"""Where a text speaks of those who wrote a paper, by their last names: "Oster (2005)", "Saab"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rag.language.name_words import NameWord, name_words
from rag.records.catalog import Catalog

_OTHERS = r",? et al\b\.?|,? (?:and|&) (?:others|colleagues|co-?workers)\b"
_YEAR = r"(?:['’]s?)?,? ?(?:\((?P<within>\d{4})[a-z]?\)|(?P<bare>(?:1[5-9]|20)\d\d)[a-z]?\b)"
_BEHIND = re.compile(rf"(?P<others>{_OTHERS})?(?:{_YEAR}|['’]s?(?=\s|\W*$))?")
_LEADS = re.compile(r"[(\[]$|\b(?:by|and|than|vs\.?|versus) $", re.I)
_JOINED = re.compile(r",? (?:and|&) |, ")
_SPACED = re.compile(r"[ .’'-]{1,3}")
_BEGINS = re.compile(r"(?:^|[.?!:;] )\W*$")
_MOST_GIVEN = 3
_MOST = 6  # people of one paper who are named together


@dataclass(frozen=True, slots=True)
class Spoken:
    """Where a text names people, their last names, and the papers that they wrote together."""

    start: int
    end: int
    names: tuple[str, ...]
    ids: tuple[str, ...]
    is_whole: bool  # "et al.", a year or "'s" says that nobody more follows


def spoken_of(text: str, catalog: Catalog) -> list[Spoken]:
    """The authors of papers in a text, in order; those who wrote one together are one."""
    found: list[Spoken] = []
    for word, given in _names(text, catalog):
        start = given[0].start if given else word.start
        last = found[-1] if found else None
        joins = (
            last
            and len(last.names) < _MOST
            and not last.is_whole
            and _JOINED.fullmatch(text, last.end, start)
        )
        names = (*last.names, word.text) if last and joins else ()
        if last and names and (ids := _works(text, word, names, catalog)):
            found[-1] = _spoken(text, word, last.start, names, ids)
        elif ids := _works_of_one(text, word, given, catalog):
            found.append(_spoken(text, word, start, (word.text,), ids))
    return found


def _works_of_one(
    text: str, last: NameWord, given: Sequence[NameWord], catalog: Catalog
) -> tuple[str, ...]:
    """The papers by one whose given names these are, where there are some."""
    ids = _works(text, last, (last.text,), catalog)
    if not given:
        return ids
    called = {*catalog.people.called([word.plain for word in given], last.plain)}
    return tuple(i for i in ids if called & {*catalog.papers[i].authors})


def _spoken(
    text: str, last: NameWord, start: int, names: tuple[str, ...], ids: tuple[str, ...]
) -> Spoken:
    end = _behind(text, last)[0]
    return Spoken(start, end, names, ids, end > last.end)


def _works(text: str, last: NameWord, names: tuple[str, ...], catalog: Catalog) -> tuple[str, ...]:
    """The papers by people of whom the last has a year, or "et al.", behind the name."""
    _, year, others = _behind(text, last)
    return catalog.intext.by(names, year, others=True if others else None)


def _behind(text: str, last: NameWord) -> tuple[int, str | None, bool]:
    """Where the year and "et al." behind a name end, the year, and whether it has others."""
    match = _BEHIND.match(text, last.end)
    if match is None:
        return last.end, None, False
    return match.end(), match["within"] or match["bare"], bool(match["others"])


def _names(text: str, catalog: Catalog) -> Iterator[tuple[NameWord, Sequence[NameWord]]]:
    """The last names of authors in a text, each with the given names that stand before it."""
    words = name_words(text)
    for place, word in enumerate(words):
        if not word.is_capital or not catalog.intext.by((word.text,)):
            continue
        given = _given(text, words[max(0, place - _MOST_GIVEN) : place], word, catalog)
        if given is None:
            continue
        plainly = given or _behind(text, word)[0] > word.end or _LEADS.search(text[: word.start])
        if plainly or word.text.lower() not in catalog.plain:  # "Long" may be a word, too
            yield word, given


def _given(
    text: str, before: Sequence[NameWord], last: NameWord, catalog: Catalog
) -> Sequence[NameWord] | None:
    """The given names before a last name; None where another name's word stands beside it."""
    after = text[last.end : last.end + 2]
    if re.match(r"[ -][A-Z]", after):
        return None
    row: list[NameWord] = []
    for word in reversed(before):
        following = row[0] if row else last
        if not word.is_capital or not _SPACED.fullmatch(text, word.end, following.start):
            break
        row.insert(0, word)
    for first in range(len(row)):
        if catalog.people.called([w.plain for w in row[first:]], last.plain):
            return row[first:]
    is_alone = not row or _BEGINS.search(text[: row[-1].start])
    return [] if is_alone else None
