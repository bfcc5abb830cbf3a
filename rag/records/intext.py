"""Papers named as papers cite each other: "Bryant et al. (2015)", "Chesney & Gordon", "(Cone)".

Names and years are those of the records; a paper whose record has no year can be any year's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rag.language.months import MONTHS
from store.lexical import STOP_WORDS, terms
from store.names import last_name, levelled
from store.papers import Paper

_NAME = (
    r"(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]er|[Dd]en|[Dd]i|[Dd]a|[Ll]a|[Ll]e) ){0,2}"
    r"[^\W\d_]*[A-ZÀ-Þ][\w'’-]*(?<!['’]s)(?<!['’])"
)
_OTHERS = r",? et al\.?|,? (?:and|&) (?:others|colleagues|co-?workers)"
_YEAR = r"(?:['’]s?)?,? ?(?:\((?P<within>\d{4})[a-z]?\)|(?P<bare>(?:1[5-9]|20)\d\d)[a-z]?\b)"
# In small letters, too, where "et al." says that it is a name.
_CITED = re.compile(
    rf"(?<![\w-])(?P<one>{_NAME}|[^\W\d_][\w'’-]*(?=,? et al\b))"
    rf"(?:,? (?:and|&) (?P<two>{_NAME}))?(?P<more>{_OTHERS})?(?P<year>{_YEAR})?(?![\w-])"
)
_WITHIN = re.compile(rf"\((?P<one>{_NAME})(?:,? (?P<year>\d{{4}}))?\)")
_CAPITAL = re.compile(r"(?<![\w.'’-])(?=[^\W\d_]*[A-ZÀ-Þ])[^\W\d_][\w'’-]{2,}")
_DATED = re.compile(rf"(?:{_OTHERS})?{_YEAR}")
# Of people, and not of one paper of theirs: "papers by Bryant et al.", "who are Bryant and Low?"
_BY = re.compile(
    r"\b(?:by|from|with|of|between|authors?|(?:who|authors?) (?:are|is))(?: both| either)?[ :]*$",
    re.I,
)
_PAPERS_BY = re.compile(
    r"\b(?:papers|works|articles|publications|studies|reports)\b[^,;:?.!]{0,20}"
    r"\b(?:by|of|from|do|did|have|has)(?: both| either)?[ :]*$",
    re.I,
)
_WROTE = re.compile(
    r"(?:['’]s?)? ?(?:(?:co-?)?(?:wr[io]te|written|author|publish)|both\b|together\b"
    r"|(?:[\w-]+ ){0,2}(?:papers|works|articles|publications)\b)",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|been)\W+$", re.I)  # "when was X published?"
_GIVEN = re.compile(r"(?<![\w.])(?P<name>[A-ZÀ-Þ][\w'’-]*[a-z]|[A-Z]\.) $")
_GOES_ON = re.compile(r" [A-ZÀ-Þ][\w'’-]*[a-z]")
_NO_NAMES = STOP_WORDS | MONTHS.keys() | {"spring", "summer", "autumn", "fall", "winter"}
_REACH = 60  # characters before a name that say what is asked of it
_KEPT = 512  # citations looked up
_NEAR = 1  # years between a preprint and what people cite it by


@dataclass(frozen=True, slots=True)
class _Work:
    """A paper by the last names of its authors, in order; `year` is None where none is known."""

    id: str
    year: int | None
    names: tuple[frozenset[str], ...]
    is_cut: bool

    def can_be_of(self, year: str | None, near: int = 0) -> bool:
        return year is None or self.year is None or abs(self.year - int(year)) <= near

    def begins_with(self, wanted: Sequence[set[str]]) -> bool:
        return len(wanted) <= len(self.names) and all(map(set.intersection, wanted, self.names))

    def has_others_than(self, wanted: Sequence[set[str]]) -> bool:
        return self.is_cut or len(self.names) > len(wanted)


class InText:
    """The papers of one library, by the last names of their authors and their years."""

    def __init__(self, papers: Iterable[Paper]) -> None:
        """Reads the records; of a double name either half will do."""
        self._by: dict[str, list[_Work]] = {}
        self._cited = lru_cache(_KEPT)(self._look_up)  # a text may say the same a hundred times
        for paper in papers:
            names = tuple(frozenset(_halves(last_name(author))) for author in paper.authors)
            year = paper.date.year if paper.date else None
            work = _Work(paper.id, year, names, paper.authors_cut)
            for name in {name for own in names for name in own}:
                self._by.setdefault(name, []).append(work)

    def places(self, text: str) -> Mapping[int, tuple[int, list[str]]]:
        """Start -> end and ids of each citation in a text that the library has a paper for."""
        found = {m.start(): (m.end(), list(ids)) for m, ids in self._named(text)}
        for match in _WITHIN.finditer(text):
            ids = self._cited((match["one"],), match["year"])
            if len(ids) == 1:
                found[match.start()] = (match.end(), list(ids))
        return found

    def by(
        self, names: tuple[str, ...], year: str | None = None, *, others: bool | None = None
    ) -> tuple[str, ...]:
        """The ids of the papers by all whose last names these are, first authors before others."""
        return self._cited(names, year, others)

    def without(self, text: str) -> str:
        """The text less its citations, whose names and years say nothing of a set.

        Of the citation of a paper that the library does not have, the year alone.
        """
        places = {start: end for start, (end, _) in self.places(text).items()}
        for match in _CITED.finditer(text):
            known = match.start() in places or self._works([set(_halves(match["one"]))])
            if match["more"] and match["year"] and not known:
                places[match.start("year")] = match.end("year")
        for start, end in sorted(places.items(), reverse=True):
            text = f"{text[:start]} {text[max(end, start) :]}"
        return text

    def alone(self, text: str, words: Mapping[str, object]) -> str | None:
        """The one paper by somebody whose last name a text has, where no paper has that word.

        `words` are the terms of all papers. A word that only makes up sentences is no name.
        """
        found = set()
        for match in _CAPITAL.finditer(text):
            name = re.sub(r"['’]s?$", "", match.group())
            own = terms(name)
            if own and not any(term in words for term in own):
                dated = _DATED.match(text, match.start() + len(name))
                year = (dated["within"] or dated["bare"]) if dated else None
                found |= set(self._cited((name,), year))
        return found.pop() if len(found) == 1 else None

    def is_missing(self, text: str, words: Mapping[str, object]) -> bool:
        """Whether a text cites a paper, and the library has none by that name near that year.

        A name that no record has may be that of a thing, unless "et al." follows it with a year, or
        no paper has the word.
        """
        for match in _CITED.finditer(text):
            if not (match["within"] or match["more"]) or self._by_match(match, _NEAR):
                continue
            known = bool(self._works([set(_halves(match["one"]))]))
            strange = match["year"] or not any(t in words for t in terms(match["one"]))
            if known or (match["more"] and strange):
                return True
        return False

    def _named(self, text: str) -> Iterator[tuple[re.Match[str], tuple[str, ...]]]:
        for match in _CITED.finditer(text):
            sure = match["more"] or match["year"]
            if not sure and not match["two"]:
                continue
            if match["bare"] and not match["more"] and match["one"].lower() in _NO_NAMES:
                continue  # "May 1966"
            if not sure and _is_inside_names(text, match):
                continue
            ids = self._by_match(match)
            if not ids or not (sure or len(ids) == 1):
                continue
            before = text[max(0, match.start() - _REACH) : match.start()]
            if _PAPERS_BY.search(before) or (not match["year"] and _is_of_people(text, match)):
                continue
            yield match, ids

    def _by_match(self, match: re.Match[str], near: int = 0) -> tuple[str, ...]:
        names = tuple(name for name in (match["one"], match["two"]) if name)
        year = match["within"] or match["bare"]
        return self._cited(names, year, bool(match["more"]), near)

    def _look_up(
        self, names: tuple[str, ...], year: str | None, others: bool | None = None, near: int = 0
    ) -> tuple[str, ...]:
        """The papers whose first authors these are; else those whose authors they are among.

        Where some have `others` beside them, or none as "Bryant & Low" has none, those alone.
        """
        wanted = [set(_halves(name)) for name in names]
        among = [work for work in self._works(wanted) if work.can_be_of(year, near)]
        fitting = [work for work in among if work.begins_with(wanted)] or among
        as_said = [work for work in fitting if work.has_others_than(wanted) is others]
        return tuple(work.id for work in as_said or fitting)

    def _works(self, wanted: Sequence[set[str]]) -> list[_Work]:
        """The papers that have all of some people among their authors, each by either half."""
        known = dict.fromkeys(work for half in wanted[0] for work in self._by.get(half, ()))
        return [work for work in known if all(any(w & o for o in work.names) for w in wanted)]


def _is_of_people(text: str, match: re.Match[str]) -> bool:
    """Whether a text speaks of those who wrote, and not of what they wrote."""
    before = text[max(0, match.start() - _REACH) : match.start()]
    wrote = _WROTE.match(text, match.end()) and not _PASSIVE.search(before)
    return bool(_BY.search(before) or wrote)


def _is_inside_names(text: str, match: re.Match[str]) -> bool:
    """Whether two names are part of longer ones: "Low and Du" in "Ann Low and Du Bo Li"."""
    given = _GIVEN.search(text[: match.start()])
    before = given and given["name"].lower() not in STOP_WORDS
    return bool(before or _GOES_ON.match(text, match.end()))


def _halves(name: str) -> list[str]:
    """A last name in lower case without accents and, of a double one, each half."""
    plain = levelled(re.sub(r"['’]s?$", "", name)).replace("’", "'")
    whole = plain.split(" ")[-1]
    return [whole, *filter(None, whole.split("-"))] if "-" in whole else [whole]
