"""Two sets that are held against each other, each with what is said of both but once.

"How many more papers by A in 2023 than in 2025?" counts those by A on either side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from rag.question.more_than import OF_PAPERS, PAPERS, MoreThan, more_than
from rag.types import Filters, Question

_TOPIC = ("topic", "facets", "either", "relation")
# The fields of filters that say one thing together; each other field stands for itself.
_TOGETHER = (
    ("authors", "together"),
    ("place", "elsewhere"),
    ("organisations", "jointly", "at_work"),
    ("since", "until", "spells"),
    ("title_words", "titled"),
)
_ALONE = (
    *("author_count", "categories", "organisation_count", "abstracted", "venues", "months"),
    *("weekdays", "addresses", "has_code", "states", "lacks"),
)
_GROUPS = (*_TOGETHER, *((name,) for name in _ALONE))
_BARE_NOT = (
    r"(?:without(?: (?:it|one|any))?|not|(?:do|does|did|have|has|are|were|is)(?:n['’]t| not)"
    r"(?: (?:have|been|had))?(?: (?:it|one|any|so))?|ha(?:ve|s) none|with none|none|lack(?: (?:it"
    r"|any))?|otherwise|the (?:rest|others)|with(?: (?:it|one))?|(?:do|does|did|have|has)(?: it)?)"
)
# "Than without", "than those that have not in 2025"; what follows is said of both.
_CONTRARY = re.compile(
    rf"^(?:(?:there are|those|that|which|{PAPERS}) )*{_BARE_NOT}"
    r"(?: (?P<also>(?:in|from|by|on|about|since|before|after|during) .+))?$",
    re.I,
)
# "Than in any other year", "than average": of no set.
_NO_SET = re.compile(
    r"\b(?:any(?:body|one|thing)?|every(?:body|one|thing)?|other|others|else|averages?|usual"
    r"|normal(?:ly)?|expected|ever|all|total|it|that|this|them|we|you|i)\b",
    re.I,
)
Read = Callable[[str], Question | None]
"""The set of papers that words ask for; None where they ask for none."""


def both_sides(than: MoreThan, read: Read, knows: Callable[[str], bool]) -> tuple[Question, ...]:
    """The two sets that a text compares; none where one of them can't be read.

    `knows` says whether a name is that of an author.
    """
    sides = _read_sides(than, read) or ()
    people = [author for side in sides for author in side.filters.authors]
    return () if than.of_people and not any(map(knows, people)) else sides


def _read_sides(than: MoreThan, read: Read) -> tuple[Question, Question] | None:
    one = read(_said(than.one))
    if one is None:
        return None
    if contrary := _CONTRARY.match(than.behind):
        also = (
            read(f"papers {contrary['also']}") if contrary["also"] else Question("", "", one.kind)
        )
        return _with_contrary(_filled(one, also)) if also else None
    if _NO_SET.search(than.behind):
        return None
    for words in dict.fromkeys((_said(than.behind), _said(than.other), f"{than.behind} papers")):
        other = read(words)
        if other and _contrasted(one, other):
            return _filled(one, other), _filled(other, one)
    other = read(_said(than.other))
    apart = other is not None and len(_groups(one)) == len(_groups(other)) == 1
    return (one, other) if other and apart else None


def is_half_read(asked: Question) -> bool:
    """Whether a question asks how many more papers one set has, and its sets were not read."""
    if asked.parts or asked.scope is not None or asked.named:
        return False
    than = more_than(asked.text)
    return than is not None and than.by_how_many


def _said(words: str) -> str:
    return words if OF_PAPERS.search(words) else f"papers {words}"


def _groups(read: Question) -> set[tuple[str, ...]]:
    """What is said of a set: groups of fields of the records, and a topic."""
    said = {group for group in _GROUPS if _has(read.filters, group)}
    return said | ({_TOPIC} if read.topic else set())


def _has(filters: Filters, group: Iterable[str]) -> bool:
    return any(getattr(filters, name) != getattr(Filters(), name) for name in group)


def _contrasted(one: Question, other: Question) -> bool:
    """Whether both sides say something of one kind, and not the same."""
    shared = _groups(one) & _groups(other)
    return any(_values(one, group) != _values(other, group) for group in shared)


def _values(read: Question, group: Iterable[str]) -> list[object]:
    return [getattr(read if group == _TOPIC else read.filters, name) for name in group]


def _filled(read: Question, by: Question) -> Question:
    """A set with what is said of the other alone."""
    for group in _groups(by) - _groups(read):
        if group == _TOPIC:
            read = replace(read, kind=by.kind, **{n: getattr(by, n) for n in group})
        else:
            said = {name: getattr(by.filters, name) for name in group}
            read = replace(read, filters=replace(read.filters, **said))
    return read


def _with_contrary(read: Question) -> tuple[Question, Question] | None:
    """A set and those that are not so: without code, or not what alone is said of it."""
    filters = read.filters
    if filters.has_code is not None:
        return read, replace(read, filters=replace(filters, has_code=not filters.has_code))
    if len(_groups(read)) == 1 and not read.topic:
        return read, replace(read, filters=Filters(), unwanted=filters)
    return None
