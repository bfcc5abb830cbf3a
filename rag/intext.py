"""Papers named as papers cite each other: "Bryant et al. (2015)", "Chesney & Gordon", "(Cone)".

Names and years are those of the records; a paper whose record has no year can be any year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.names import last_name, levelled
from store.papers import Paper

_NAME = r"(?:(?:van|von|de|der|den|di|da|la|le) ){0,2}[^\W\d_]*[A-ZÀ-Þ][\w'’-]*(?<!['’]s)(?<!['’])"
_OTHERS = r",? et al\.?|,? (?:and|&) (?:others|colleagues|co-?workers)"
_YEAR = r"(?:['’]s?)?,? ?(?:\((?P<within>(?:19|20)\d\d)[a-z]?\)|(?P<bare>(?:19|20)\d\d)[a-z]?\b)"
_CITED = re.compile(
    rf"(?<![\w-])(?P<one>{_NAME})(?:,? (?:and|&) (?P<two>{_NAME}))?(?P<more>{_OTHERS})?"
    rf"(?P<year>{_YEAR})?(?![\w-])"
)
_WITHIN = re.compile(rf"\((?P<one>{_NAME})(?:,? (?P<year>(?:19|20)\d\d))?\)")
_CAPITAL = re.compile(r"(?<![\w.-])[^\W\d_]*[A-ZÀ-Þ][\w-]{2,}")
# Of people, and not of one paper of theirs: "papers by Bryant et al."
_BY = re.compile(r"\b(?:by|from|with|of|between|are|is|authors?)[ :]*$", re.I)
_WROTE = re.compile(
    r"(?:['’]s?)? ?(?:(?:co-?)?(?:wr[io]te|written|author|publish)|both\b|together\b|(?:[\w-]+ )?"
    r"(?:papers|works|articles|publications)\b)",
    re.I,
)


class InText:
    """The papers of one library, by the last names of their authors and their years."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        """Reads the records; of a double name either half will do."""
        self._papers = [(p.id, p.date.year if p.date else None, _names_of(p)) for p in papers]
        self._known = {name for _, _, names in self._papers for own in names for name in own}

    def places(self, text: str) -> Mapping[int, tuple[int, list[str]]]:
        """Start -> end and ids of each citation in a text that the library has a paper for."""
        found = {m.start(): (m.end(), ids) for m, ids in self._named(text)}
        for match in _WITHIN.finditer(text):
            ids = self._cited([match["one"]], match["year"])
            if len(ids) == 1:
                found[match.start()] = (match.end(), ids)
        return found

    def alone(self, text: str, words: Mapping[str, object]) -> str | None:
        """The one paper by somebody whose last name a text has, where no paper has that `word`."""
        found = set()
        for match in _CAPITAL.finditer(text):
            name = re.sub(r"['’]s?$", "", match.group())
            if {*_halves(name)} & self._known and levelled(name) not in words:
                found |= set(self._cited([name], None))
        return found.pop() if len(found) == 1 else None

    def _named(self, text: str) -> Iterator[tuple[re.Match[str], list[str]]]:
        for match in _CITED.finditer(text):
            names = [name for name in (match["one"], match["two"]) if name]
            sure = match["more"] or match["year"]
            if not sure and (len(names) < 2 or _BY.search(text[: match.start()])):
                continue
            if not match["year"] and (
                _BY.search(text[: match.start()]) or _WROTE.match(text[match.end() :])
            ):
                continue
            ids = self._cited(names, match["within"] or match["bare"])
            if ids and (sure or len(ids) == 1):
                yield match, ids

    def _cited(self, names: Sequence[str], year: str | None) -> list[str]:
        """The papers whose first authors these are; else those whose authors they are among."""
        wanted = [set(_halves(name)) for name in names]
        dated = [(i, own) for i, own_year, own in self._papers if _can_be(own_year, year)]
        first = [i for i, own in dated if all(w & o for w, o in _pairs(wanted, own))]
        if first:
            return first
        return [i for i, own in dated if all(any(w & o for o in own) for w in wanted)]


def _pairs(
    wanted: Sequence[set[str]], own: Sequence[frozenset[str]]
) -> Iterator[tuple[set[str], frozenset[str]]]:
    padded = [*own, *[frozenset[str]()] * len(wanted)]
    return zip(wanted, padded, strict=False)


def _can_be(own: int | None, year: str | None) -> bool:
    return year is None or own is None or own == int(year)


def _names_of(paper: Paper) -> list[frozenset[str]]:
    return [frozenset(_halves(last_name(author))) for author in paper.authors]


def _halves(name: str) -> list[str]:
    """A last name in lower case without accents and, of a double one, each half."""
    whole = levelled(re.sub(r"['’]s?$", "", name)).split(" ")[-1]
    return [whole, *whole.split("-")] if "-" in whole else [whole]
